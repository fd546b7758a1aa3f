package actor

import (
	"strings"
	"sync"
	"testing"

	dateline "github.com/opendateline/dateline"
)

var opened = sync.OnceValues(func() (*Registry, error) { return Open() })

func registry(t testing.TB) *Registry {
	t.Helper()
	r, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// document cuts a text into sentences at its line ends, without tokens.
func document(text string) *dateline.Document {
	d := &dateline.Document{Report: &dateline.Report{Text: text}}
	at := 0
	for i, line := range strings.SplitAfter(text, "\n") {
		d.Sentences = append(d.Sentences, dateline.Sentence{Start: at, End: at + len(strings.TrimSuffix(line, "\n")), Index: i, Paragraph: i})
		at += len(line)
	}
	return d
}
