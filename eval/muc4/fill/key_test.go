package fill

import (
	"slices"
	"strings"
	"testing"

	"github.com/opendateline/dateline/eval/muc4"
)

// The key quotes "FARMERS" where the stage before chose "FARMERS OF THE VALLEY".
func TestAnEntityAnswersTheFillThatQuotesItsHead(t *testing.T) {
	key := &muc4.Template{}
	key.Add(muc4.HumDescription, "FARMERS", "")
	lessons := &taught{reading: &reading{}, keys: []*muc4.Template{key},
		quotes: []map[string][]reference{described: {"FARMERS": {{0, described, 0}}}, weapon: {}},
		fills:  [][]reference{{{0, described, 0}}, nil}}
	for _, c := range []struct {
		head int
		text string
		want bool
	}{
		{0, "FARMERS OF THE VALLEY", true},
		{1, "FARMERS", true},
		{1, "TEACHERS", false},
	} {
		e := &entity{role: described, heads: []int{c.head}, texts: map[string]float64{c.text: 1}}
		if _, got := lessons.fillOf(0, e); got != c.want {
			t.Errorf("%s with head %d: %v, want %v", c.text, c.head, got, c.want)
		}
	}
	if _, got := lessons.fillOf(-1, &entity{role: described, texts: map[string]float64{"FARMERS": 1}}); got {
		t.Error("a group without a template has a fill")
	}
}

func TestEitherItemOfTheKeyIsRight(t *testing.T) {
	key := &muc4.Template{}
	key.Fills[muc4.Stage] = []muc4.Fill{{Values: []string{"ATTEMPTED", "THREATENED"}}}
	lessons := &taught{keys: []*muc4.Template{key}}
	c := closed{slot: muc4.Stage, items: []string{"ACCOMPLISHED", "ATTEMPTED", "THREATENED"}}
	if a := lessons.answerOf(c, question{slot: muc4.Stage}, 0); a.right != 0b110 {
		t.Errorf("right %b, want the second and the third item", a.right)
	}
}

// sentenceOf makes a sentence of "FORM/POS/TAG" words that all hang on the last.
func sentenceOf(words ...[3]string) Sentence {
	var s Sentence
	for i, w := range words {
		if i > 0 {
			s.Text += " "
		}
		from := len(s.Text)
		s.Text += w[0]
		s.Words = append(s.Words, Word{Form: w[0], Lemma: strings.ToLower(w[0]), POS: w[1], Tag: w[2], Rel: "nsubj", Head: len(words) - 1, From: from, To: len(s.Text)})
	}
	return s
}

// "HER SON" of a key stands in the text as it is quoted.
func TestAPossessiveMayBeginAFill(t *testing.T) {
	s := sentenceOf([3]string{"KILLED", "VERB", "VBN"}, [3]string{"HER", "PRON", "PRP$"}, [3]string{"YOUNG", "ADJ", "JJ"}, [3]string{"SON", "NOUN", "NN"})
	if got := s.starts(3); !slices.Equal(got, []int{3, 2, 1}) {
		t.Errorf("starts %v, want those of SON, YOUNG and HER, and nothing before the possessive", got)
	}
}

// A fill that no phrase quotes to the letter is taught by its head word, where
// most of its words stand.
func TestAFillIsFoundByItsHeadWord(t *testing.T) {
	m := &Message{Sentences: []Sentence{
		sentenceOf([3]string{"ARMY", "NOUN", "NN"}, [3]string{"GENERAL", "NOUN", "NN"}, [3]string{"SPOKE", "VERB", "VBD"}),
		sentenceOf([3]string{"RETIRED", "ADJ", "JJ"}, [3]string{"GENERAL", "NOUN", "NN"}, [3]string{"DIED", "VERB", "VBD"}),
	}}
	key := &muc4.Template{}
	key.Add(muc4.HumDescription, "THE [RETIRED OLD] GENERAL", "")
	lessons := teach(read(m, blankTables(t)), []*muc4.Template{key})
	for i, h := range lessons.heads {
		want := h.sentence == 1 && lessons.word(h).Form == "GENERAL"
		if got := lessons.right[i]>>described&1 == 1; got != want {
			t.Errorf("%s in sentence %d: %v, want %v", lessons.word(h).Form, h.sentence, got, want)
		}
	}
}
