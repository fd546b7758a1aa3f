package roles

import (
	"slices"
	"testing"

	"github.com/opendateline/dateline"
)

// sentence parses "Gunmen killed the mayor of Orsova" by hand.
func sentence() []dateline.Sentence {
	tokens := []dateline.Token{
		{Text: "Gunmen", Lemma: "gunman", POS: "NOUN", Tag: "NNS", Head: 1, Rel: "nsubj"},
		{Text: "killed", Lemma: "kill", POS: "VERB", Tag: "VBD", Head: -1, Rel: "root"},
		{Text: "the", Lemma: "the", POS: "DET", Tag: "DT", Head: 3, Rel: "det"},
		{Text: "mayor", Lemma: "mayor", POS: "NOUN", Tag: "NN", Head: 1, Rel: "obj"},
		{Text: "of", Lemma: "of", POS: "ADP", Tag: "IN", Head: 5, Rel: "case"},
		{Text: "Orsova", Lemma: "orsova", POS: "PROPN", Tag: "NNP", Head: 3, Rel: "nmod"},
	}
	at := 0
	for i := range tokens {
		tokens[i].Start, tokens[i].End = at, at+len(tokens[i].Text)
		at = tokens[i].End + 1
	}
	return []dateline.Sentence{{End: at - 1, Tokens: tokens}}
}

const text = "Gunmen killed the mayor of Orsova"

func TestEventIsFound(t *testing.T) {
	reader, err := English()
	if err != nil {
		t.Fatal(err)
	}
	events := reader.Find(NewText(sentence(), []Named{{Range{0, 6}, "attackers"}, {Range{18, 23}, "people"}, {Range{27, 33}, "place city"}}))
	if len(events) != 1 || events[0].Type != "Life.Die" || text[events[0].Trigger.Start:events[0].Trigger.End] != "killed" {
		t.Fatalf("%+v", events)
	}
	got := map[string]string{}
	for _, f := range events[0].Fillers {
		got[f.Role] = text[f.Name.Start:f.Name.End]
	}
	if got["Victim"] != "mayor" {
		t.Errorf("%v", got)
	}
}

func TestFillOfNoWord(t *testing.T) {
	reader, err := English()
	if err != nil {
		t.Fatal(err)
	}
	if got := reader.Fill(NewText(sentence(), nil), "Life.Die", Range{100, 104}); got != nil {
		t.Errorf("%v", got)
	}
}

func TestArcs(t *testing.T) {
	tree := newTree(sentence()[0].Tokens)
	for _, c := range []struct {
		from, to int
		want     string
	}{{1, 0, "↓nsubj"}, {1, 5, "↓obj↓nmod"}, {5, 1, "↑nmod↑obj"}, {0, 3, "↑nsubj↓obj"}} {
		if got := tree.arcs(c.from, c.to, 5); got != c.want {
			t.Errorf("%d to %d: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

// A type without roles of its own has those of its nearest kin.
func TestRolesOfKin(t *testing.T) {
	roles, err := ReadRoles("Life\tVictim\nLife.Die\tVictim Killer\n")
	if err != nil {
		t.Fatal(err)
	}
	for typ, want := range map[string][]string{"Life.Die.Unspecified": {"Victim", "Killer"}, "Life.Injure": {"Victim"}, "Contact.Meet": nil} {
		if got := roles.Of(typ); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", typ, got, want)
		}
	}
	if _, err := ReadRoles("Life"); dateline.CodeOf(err) != dateline.Damaged {
		t.Errorf("a type without roles: %v", err)
	}
}
