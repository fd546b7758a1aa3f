package extract_test

import (
	"strings"
	"testing"
)

// TestHandedOn: the day of what struck a whole country or province, or what was hours
// away, dates what happened in it (DAT-12); nothing else is dated by it.
func TestHandedOn(t *testing.T) {
	read := newReader(t)
	for text, want := range map[string]string{
		"Drones hit towns across Ukraine on Monday night, killing five people.\n\nIn Sumy region, a missile struck the town of Trostianets, wounding three people.":                                           "2031-05-19 Trostianets",
		"Gunmen attacked three villages in Ituri, Congo, on Monday, killing nine people.\n\nIn Fataki, they burned a church and killed four people.":                                                          "2031-05-19 Fataki",
		"An air strike killed 19 people at a school in Nabatieh, Lebanon, on Monday.\n\nHours earlier a drone strike on a car in Tyre killed three men.":                                                      "2031-05-19 Tyre",
		"Gunmen attacked three villages in Ituri, Congo, on Monday, killing nine people.\n\nTwo nurses were shot dead in Fataki on 4 May. A bomb hit a church in Drodro, wounding two people, the army said.": " church",
		"A bomb killed four people in Kirkuk, Iraq, on Monday.\n\nIn Mosul, a bomb killed nine people.":                                                                                                       " Mosul",
	} {
		found := false
		var got []string
		for _, line := range describe(read(t, text)) {
			got = append(got, strings.Join(strings.Split(line, " | ")[2:4], " "))
			found = found || got[len(got)-1] == want
		}
		if !found {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}
