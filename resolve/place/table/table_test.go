package table

import (
	"fmt"
	"testing"
)

func sample() []byte {
	entries := []Entry{
		{ID: 1, Lat: 10, Lon: 20, Name: "Velmara", Admin1: -1, Admin2: -1, RadiusKM: 300},
		{ID: 7, Lat: -38.2, Lon: 61.4, Name: "Sirvaz Bazaar", Population: 4000, Admin1: 0, Admin2: -1},
	}
	names := []Pair{{Hash(Fold("Velmara")), 0}, {Hash(Fold("Sirvaz Bazaar")), 1}, {Hash(Fold("Sirvaz")), 1 | Alternate}}
	return Encode(entries, "P.PPL", "VM\tVLM", names, nil)
}

func TestRoundTrip(t *testing.T) {
	tab, err := Open(string(sample()))
	if err != nil {
		t.Fatal(err)
	}
	got := []string{}
	tab.Name(Hash(Fold("SIRVAZ")), func(i int, alternate bool) bool {
		e := tab.Entry(i)
		got = append(got, fmt.Sprint(e.ID, e.Name, e.Lat, e.Lon, e.Population, e.Admin1, alternate))
		return true
	})
	if len(got) != 1 || got[0] != "7Sirvaz Bazaar-38.2 61.4 4000 0 true" {
		t.Errorf("%q", got)
	}
}

func TestFold(t *testing.T) {
	for _, c := range [][2]string{
		{"Saint-Étienne", "st etienne"}, {"St. Louis", "st louis"}, {"Ft. Worth", "ft worth"}, {"Fort Worth", "ft worth"},
		{"U.S.", "us"}, {"Al-Qā’im", "al qaim"}, {"Łódź", "lodz"}, {"Mt Sinjar", "mt sinjar"}, {"", ""}, {"—", ""},
	} {
		if got := Fold(c[0]); got != c[1] {
			t.Errorf("Fold(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

// Damaged bytes are refused or give empty answers; they never panic.
func FuzzOpen(f *testing.F) {
	whole := sample()
	f.Add(whole, "Velmara")
	f.Add(whole[:100], "Velmara")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		tab, err := Open(string(data))
		if err != nil {
			return
		}
		tab.Name(Hash(Fold(name)), func(i int, _ bool) bool { tab.Entry(i); return true })
		tab.ByNumber(7)
		tab.Cell(-38, 61, func(int) {})
	})
}
