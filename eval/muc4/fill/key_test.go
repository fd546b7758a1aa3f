package fill

import (
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
