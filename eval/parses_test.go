package eval

import (
	"os"
	"path/filepath"
	"testing"
)

const smallTreebank = `# newdoc id = a
# sent_id = 1
# text = Guards don't sleep.
1	Guards	guard	NOUN	NNS	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	sleep	sleep	VERB	VB	_	0	root	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = 2
# text = They wait.
1	They	they	PRON	PRP	_	2	nsubj:pass	_	_
2	wait	wait	VERB	VBP	_	0	root	_	_
3	.	.	PUNCT	.	_	2	punct	_	_

`

func TestTreebank(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.conllu")
	if err := os.WriteFile(path, []byte(smallTreebank), 0o600); err != nil {
		t.Fatal(err)
	}
	rows, err := Treebank(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1 || rows[0].Text != "Guards don't sleep. They wait." || len(rows[0].Words) != 8 {
		t.Fatalf("read %+v", rows)
	}
	words := rows[0].Words
	if w := words[2]; w.Start != 9 || w.End != 12 || w.Head != 3 || w.Rel != "advmod" {
		t.Errorf("n't is %+v", w)
	}
	if w := words[5]; w.Start != 20 || w.Head != 6 || words[6].Head != -1 {
		t.Errorf("They is %+v", w)
	}
}

// Three words; the answer cuts one of them in two: two of four answers stand
// where the gold has words. One has the right tag; both hang on the right word,
// one with the right relation.
func TestParsesWorkedByHand(t *testing.T) {
	gold := []ParsedRow{{Report: "a", Words: []Word{{at(0, 4), "NOUN", 1, "nsubj:pass"}, {at(5, 9), "VERB", -1, "root"}, {at(10, 16), "ADV", 1, "advmod"}}}}
	answers := []ParsedRow{{Report: "a", Words: []Word{{at(0, 4), "NOUN", 1, "nsubj"}, {at(5, 9), "NOUN", -1, "dep"}, {at(10, 13), "ADV", 1, "advmod"}, {at(13, 16), "ADV", 2, "dep"}}}}
	want(t, ScoreParses(gold, answers), map[string]float64{"words_f1": 4.0 / 7, "upos_f1": 2.0 / 7, "uas_f1": 4.0 / 7, "las_f1": 2.0 / 7})
}
