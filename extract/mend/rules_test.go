package mend

import (
	"os"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/count"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/syntax"
)

// Each rule mends one of the sentences of testdata/sentences.txt that the others
// leave otherwise: one that mends none is of no use any more.
func TestEachRuleMends(t *testing.T) {
	m, sentences := newMender(t), parsed(t, "testdata/sentences.txt")
	var whole [][]dateline.Token
	for _, s := range sentences {
		whole = append(whole, m.Mend(s))
	}
	for p, rules := range m.passes {
		for r, rule := range rules {
			m.passes[p] = slices.Delete(slices.Clone(rules), r, r+1)
			if same(m, sentences, whole) {
				t.Errorf("rule %d of pass %d, %s, changes no sentence", r, p, runtime.FuncForPC(reflect.ValueOf(rule).Pointer()).Name())
			}
		}
		m.passes[p] = rules
	}
}

// same says that the sentences are mended as before.
func same(m *Mender, sentences, before [][]dateline.Token) bool {
	for i, s := range sentences {
		if !slices.Equal(m.Mend(s), before[i]) {
			return false
		}
	}
	return true
}

func newMender(t *testing.T) *Mender {
	t.Helper()
	lex, err := lexicon.English()
	if err != nil {
		t.Fatal(err)
	}
	counts, err := count.English()
	if err != nil {
		t.Fatal(err)
	}
	return New(lex, counts)
}

// parsed are the sentences of the lines of a file, as the parser leaves them.
func parsed(t *testing.T, path string) [][]dateline.Token {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	parser, err := syntax.New()
	if err != nil {
		t.Fatal(err)
	}
	var out [][]dateline.Token
	for line := range strings.Lines(string(text)) {
		for _, s := range parser.Parse(&dateline.Report{Text: strings.TrimSpace(line)}).Sentences {
			out = append(out, s.Tokens)
		}
	}
	return out
}
