package extract_test

import "testing"

// TestTopTotals (CAS-9): what a lede adds up over several attacks of a country or division is
// no number of one of them, where they are told one by one.
func TestTopTotals(t *testing.T) {
	readLists(t, []listCase{ // kind, day, place and killed
		{"Gunmen killed 17 people in two attacks in Burkina Faso, sources said on Monday.\n\nOn Saturday armed men stormed the market of Djibo. Eleven villagers were killed.\n\nA convoy was ambushed at Dori a day later and six soldiers were killed.",
			[]string{"aggregate 17", "incident 11", "incident 6"}},
		{"Five soldiers and three policemen were killed in three incidents in Pakistan's Khyber Pakhtunkhwa, officials said on Monday.\n\nA bomb killed five soldiers in Bannu on Sunday.\n\nOn Saturday three policemen were shot dead in Peshawar.",
			[]string{"aggregate 8", "incident 5", "incident 3"}},
		{"Two suicide bombers killed nine people in two attacks on a mosque in Maiduguri, Nigeria, on Sunday. On Monday the dead were buried.",
			[]string{"incident 9"}},
	}, func(fields []string) string { return fields[0] + " " + fields[4] })
}
