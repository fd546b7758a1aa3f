package date

import "testing"

func TestGrammarCompiles(t *testing.T) {
	if _, err := newGrammar(); err != nil {
		t.Fatal(err)
	}
}
