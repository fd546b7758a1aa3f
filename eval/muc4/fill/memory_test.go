package fill

import (
	"bytes"
	"testing"
)

func TestMemoryForgetsFromAStageOn(t *testing.T) {
	var file bytes.Buffer
	kept := &Memory{Said: []Saying{{"sentence", [][][]float64{{{.5}}}}, {"pair", [][][]float64{{{.25}}}}}}
	if err := kept.Write(&file); err != nil {
		t.Fatal(err)
	}
	m, err := ReadMemory(&file, "pair")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		number int
		stage  string
		want   bool
	}{{0, "sentence", true}, {0, "mention", false}, {1, "pair", false}, {2, "valid", false}} {
		if got := m.recall(c.number, c.stage) != nil; got != c.want {
			t.Errorf("stage %d, %s: remembered %v, want %v", c.number, c.stage, got, c.want)
		}
	}
	if (*Memory)(nil).recall(0, "sentence") != nil {
		t.Error("nothing remembers something")
	}
}

func TestAModelLendsWhatAnotherLacks(t *testing.T) {
	old, learned := &logistic{}, &logistic{}
	from := &Model{logistics: map[string]*logistic{"pair": old, "worth": old}, forests: map[string]*forest{"valid": {}}}
	to := &Model{logistics: map[string]*logistic{"worth": learned}, forests: map[string]*forest{}}
	from.Lend(to)
	if to.logistics["pair"] != old || to.logistics["worth"] != learned || to.forests["valid"] == nil {
		t.Errorf("the model has %v and %v", to.logistics, to.forests)
	}
}
