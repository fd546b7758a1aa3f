package fill

import (
	"testing"

	"github.com/opendateline/dateline/eval/muc4"
)

// The farmers of the key are named in three sentences. The one whose mention
// looks nothing like a target does not tell of the incident; where all look
// unlikely, all are at home.
func TestAFillIsAtHomeWhereItsMentionsLookLikeFills(t *testing.T) {
	say := func(verb string) Sentence {
		return sentenceOf([3]string{"FARMERS", "NOUN", "NNS"}, [3]string{verb, "VERB", "VBD"})
	}
	m := &Message{Sentences: []Sentence{say("DIED"), say("FELL"), say("VOTED")}}
	key := &muc4.Template{}
	key.Add(muc4.HumDescription, "FARMERS", "")
	for _, c := range []struct {
		roles [3]float64
		home  [3]bool
	}{
		{[3]float64{.9, .5, .01}, [3]bool{true, true, false}},
		{[3]float64{.02, .02, .01}, [3]bool{true, true, true}},
		{[3]float64{.1, .9, .1}, [3]bool{false, true, false}},
	} {
		lessons := teach(read(m, blankTables(t)), []*muc4.Template{key})
		first := make([][]float64, len(lessons.heads))
		for i, h := range lessons.heads {
			first[i] = make([]float64, roleCount)
			first[i][described] = c.roles[h.sentence]
		}
		lessons.settle(first)
		for s, want := range c.home {
			if got := lessons.homes[s][0] > 0; got != want {
				t.Errorf("mentions of %v: sentence %d at home: %v, want %v", c.roles, s, got, want)
			}
			if got := lessons.ofHead(lessons.of[s][0]); got.weight > 0 != want {
				t.Errorf("mentions of %v: that of sentence %d teaches with weight %.0f", c.roles, s, got.weight)
			}
		}
	}
}
