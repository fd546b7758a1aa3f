package fill

import (
	"testing"
	"time"
)

// The sentences of a group tell how old an incident is and whose it is; those
// beside them do not.
func TestSettingOfAGroup(t *testing.T) {
	m := &Message{Published: time.Date(1990, 3, 12, 0, 0, 0, 0, time.UTC), Sentences: []Sentence{
		sentenceOf([3]string{"PERUVIAN", "ADJ", "JJ"}, [3]string{"FARMERS", "NOUN", "NNS"}, [3]string{"DIED", "VERB", "VBD"}, [3]string{"YESTERDAY", "NOUN", "NN"}),
		sentenceOf([3]string{"NICARAGUAN", "ADJ", "JJ"}, [3]string{"SOLDIERS", "NOUN", "NNS"}, [3]string{"LEFT", "VERB", "VBD"}),
	}}
	r := read(m, blankTables(t))
	inside, outside := &group{sentences: []int{0}}, &group{sentences: []int{1}}
	if nearest, farthest := r.daysTold(inside); nearest != 1 || farthest != 1 {
		t.Errorf("told of %v to %v days before, want 1", nearest, farthest)
	}
	if nearest, _ := r.daysTold(outside); nearest != -1 {
		t.Errorf("without a date %v days before, want -1", nearest)
	}
	for _, c := range []struct {
		group        *group
		own, foreign float64
	}{{inside, 1, 0}, {outside, 0, 1}} {
		if own, foreign := r.countries(c.group.has); own != c.own || foreign != c.foreign {
			t.Errorf("sentences %v name %v and %v countries, want %v of the task and %v others", c.group.sentences, own, foreign, c.own, c.foreign)
		}
	}
}
