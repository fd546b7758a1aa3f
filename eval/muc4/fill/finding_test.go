package fill

import (
	"slices"
	"testing"

	"github.com/opendateline/dateline/extract/lexicon"
)

func wordOf(t *testing.T, m *Message, form string) *Word {
	t.Helper()
	for i := range m.Sentences {
		for j := range m.Sentences[i].Words {
			if w := &m.Sentences[i].Words[j]; w.Form == form {
				return w
			}
		}
	}
	t.Fatalf("no word %q", form)
	return nil
}

func TestTheReadingOfReportsIsNoted(t *testing.T) {
	m := readMessage(t, "BOGOTA, 12 MAR 90 (DPA) -- [TEXT] A BOMB EXPLODED YESTERDAY IN MEDELLIN AND KILLED RAMON IDROBO, A TEACHER.")
	if len(m.Accounts) != 1 || !m.Accounts[0].incident() || m.Accounts[0].value() != "11 MAR 90" || m.Accounts[0].Place != "MEDELLIN" || !slices.Equal(m.Accounts[0].Sentences, []int{0}) {
		t.Errorf("accounts %+v, want one incident of 11 MAR 90 in Medellin, in the first sentence", m.Accounts)
	}
	if found := m.Sentences[0].Found; !slices.Contains(found, "claim killed") || !slices.IsSorted(found) {
		t.Errorf("found %q, want somebody killed, in order", found)
	}
	if found := wordOf(t, m, "IDROBO").Found; !slices.Contains(found, "claim killed") {
		t.Errorf("IDROBO is %q, want among the killed", found)
	}
}

func TestArcsAreMended(t *testing.T) {
	m := readMessage(t, "LIMA, 2 MAY 89 (EFE) -- [TEXT] GUNMEN SHOT DEAD A MAYOR IN AYACUCHO.")
	if w := wordOf(t, m, "MAYOR"); m.Sentences[0].Words[w.Head].Form != "SHOT" {
		t.Errorf("MAYOR hangs on %s", m.Sentences[0].Words[w.Head].Form)
	}
}

func TestSenses(t *testing.T) {
	words, err := lexicon.English()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		word Word
		want string
	}{
		{Word{Form: "KILLED", Lemma: "kill", POS: "VERB"}, "harm killed"},
		{Word{Form: "RIFLE", Lemma: "rifle", POS: "NOUN"}, "weapon firearms"},
		{Word{Form: "POLICEMEN", Lemma: "policeman", POS: "NOUN"}, "noun police"},
	} {
		if got := senses(words, &c.word); !slices.Contains(got, c.want) {
			t.Errorf("%s is %q, want %q among them", c.word.Form, got, c.want)
		}
	}
}

func TestTheDayOfAnAccount(t *testing.T) {
	day := Account{From: "11 MAR 90", To: "11 MAR 90"}
	days := Account{From: "09 MAR 90", To: "11 MAR 90"}
	for _, c := range []struct {
		account Account
		fill    string
		want    bool
	}{{day, "11 MAR 90", true}, {day, "- 11 MAR 90", false}, {days, "09 MAR 90 - 11 MAR 90", true}, {days, "- 11 MAR 90", true}, {days, "11 MAR 90", false}} {
		if got := c.account.dated(c.fill); got != c.want {
			t.Errorf("%+v dated %q: %v", c.account, c.fill, got)
		}
	}
}
