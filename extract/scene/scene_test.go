package scene

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// words makes a sentence whose tokens are their own lemmas.
func words(text string, index int) dateline.Sentence {
	s := dateline.Sentence{Index: index, Role: dateline.RoleBody}
	for _, w := range strings.Fields(text) {
		s.Tokens = append(s.Tokens, dateline.Token{Text: w, Lemma: strings.ToLower(w), POS: "NOUN"})
	}
	return s
}

func TestOf(t *testing.T) {
	table, err := English()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		text []string
		toll int
		want Scene
	}{
		{"a match", []string{"striker shoots keeper", "second half goal by the midfielder", "coach"}, 0, Sport},
		{"dead at a match", []string{"bomb kills fans at match", "police say the coach of the team and its captain fled", "gunman"}, 6, Violence},
		{"one word is not enough", []string{"gunmen storm the hotel", "the coach of the team"}, 0, Violence},
		{"a storm", []string{"cyclone strikes coast", "flood and landslide", "police say troops came"}, 6, Weather},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var report []dateline.Sentence
			for i, text := range test.text {
				report = append(report, words(text, i))
			}
			if got := table.Weigh(report).Of(test.toll); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestOfSentence(t *testing.T) {
	table, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]Scene{
		"five died in a road accident near Agadir":     Accident,
		"a bomb and no gas leak killed five":           Violence,
		"the striker and the goalkeeper shot the ball": Violence, // one sentence is not trusted for sport
	} {
		if got := table.OfSentence(words(text, 3)); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestDamagedTableIsRefused(t *testing.T) {
	for _, tsv := range []string{"sport\t2", "sport\ttwo\tcoach"} {
		if _, err := read(tsv); err == nil {
			t.Errorf("%q was read", tsv)
		}
	}
}
