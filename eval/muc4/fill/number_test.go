package fill

import (
	"slices"
	"testing"

	"github.com/opendateline/dateline/eval/muc4"
)

// What the counts before the mentions of an entity say is offered, each once,
// beside one and many.
func TestNumbersOffered(t *testing.T) {
	farmers := sentenceOf([3]string{"SIX", "NUM", "CD"}, [3]string{"FARMERS", "NOUN", "NNS"}, [3]string{"DIED", "VERB", "VBD"})
	others := sentenceOf([3]string{"THE", "DET", "DT"}, [3]string{"FARMERS", "NOUN", "NNS"}, [3]string{"LEFT", "VERB", "VBD"})
	more := sentenceOf([3]string{"SEVEN", "NUM", "CD"}, [3]string{"FARMERS", "NOUN", "NNS"}, [3]string{"FELL", "VERB", "VBD"})
	for _, c := range []struct {
		sentences []Sentence
		want      []string
	}{
		{[]Sentence{farmers}, []string{"6", "1", plural}},
		{[]Sentence{others}, []string{"1", plural}},
		{[]Sentence{farmers, others, farmers}, []string{"6", "1", plural}},
		{[]Sentence{farmers, more}, []string{"6", "7", "1", plural}},
	} {
		r := read(&Message{Sentences: c.sentences}, blankTables(t))
		e := &entity{role: described}
		for i, h := range r.heads {
			if r.word(h).Form == "FARMERS" {
				e.heads = append(e.heads, i)
			}
		}
		if got := values(r.numberOptions(e)); !slices.Equal(got, c.want) {
			t.Errorf("%d sentences offer %v, want %v", len(c.sentences), got, c.want)
		}
	}
}

func TestNumberForm(t *testing.T) {
	for value, want := range map[string]string{"1": "1", plural: plural, "14": "N", "~200": "~", "3 - 5": "-", "20 -": "-"} {
		if got := numberForm(value); got != want {
			t.Errorf("%q is of the form %q, want %q", value, got, want)
		}
	}
}

// Variants that a judge takes for the same stand together against a third.
func TestAQuotationIsChosenByItsCredit(t *testing.T) {
	for _, c := range []struct {
		offered []quotation
		want    string
	}{
		{[]quotation{{"MEN", .3}, {"GUARDS", .2}}, "MEN"},
		{[]quotation{{"YOUNG PRIESTS", .3}, {"TWO YOUNG PRIESTS", .29}, {"PRIESTS", .4}}, "YOUNG PRIESTS"},
	} {
		if got := bestQuotation(muc4.HumDescription, c.offered); got.text != c.want {
			t.Errorf("of %v %q is chosen, want %q", c.offered, got.text, c.want)
		}
	}
}
