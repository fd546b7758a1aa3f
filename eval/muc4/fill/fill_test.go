package fill

import (
	"slices"
	"testing"

	"github.com/opendateline/dateline/eval/muc4"
)

const invented = `   BOGOTA, 12 MAR 90 (DPA) -- [REPORT] [TEXT] A BOMB EXPLODED YESTERDAY AT THE
OFFICES OF THE RIVERSIDE BANK IN MEDELLIN AND KILLED RAMON IDROBO, THE
MANAGER OF THE BANK.  POLICE SAID THAT THE BOMB WAS PLACED BY GUERRILLAS.
`

func readInvented(t *testing.T) *Message {
	t.Helper()
	return readMessage(t, invented)
}

func readMessage(t *testing.T, text string) *Message {
	t.Helper()
	reader, err := OpenReader()
	if err != nil {
		t.Fatal(err)
	}
	m, err := reader.Read(t.Context(), muc4.Message{ID: "DEV-MUC3-9001", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestHeader(t *testing.T) {
	m := readInvented(t)
	if m.City != "BOGOTA" || m.Source != "DPA" || m.Genre != "REPORT" || stamp(m.Published) != "12 MAR 90" {
		t.Errorf("header read as %q, %q, %q, %s", m.City, m.Source, m.Genre, stamp(m.Published))
	}
}

func TestDates(t *testing.T) {
	m := readInvented(t)
	dates := m.findDates()
	if len(dates) != 1 || dates[0].value != "11 MAR 90" {
		t.Errorf("dates %+v, want 11 MAR 90", dates)
	}
}

func TestAcronym(t *testing.T) {
	for _, c := range []struct {
		short, long string
		want        bool
	}{{"FRN", "NATIONAL FRONT OF RENEWAL", true}, {"FRN", "NATIONAL FRONT", false}, {"A B C", "A B C", false}} {
		if got := acronym(c.short, c.long); got != c.want {
			t.Errorf("acronym(%q, %q) = %v", c.short, c.long, got)
		}
	}
}

func TestFillsABombing(t *testing.T) {
	model, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	list := model.Fill(readInvented(t))
	if len(list) != 1 || list[0].Irrelevant {
		t.Fatalf("%d templates, want one relevant: %+v", len(list), list)
	}
	for slot, want := range map[muc4.Slot]string{muc4.IncidentType: "BOMBING", muc4.Date: "11 MAR 90", muc4.HumName: "RAMON IDROBO"} {
		if !slices.ContainsFunc(list[0].Fills[slot], func(f muc4.Fill) bool { return f.Values[0] == want }) {
			t.Errorf("%s: %+v, want %q", slot.Label(), list[0].Fills[slot], want)
		}
	}
}

// blankTables are the tables before a key has been learned into them.
func blankTables(t *testing.T) *tables {
	t.Helper()
	blank, err := newTables()
	if err != nil {
		t.Fatal(err)
	}
	return blank
}
