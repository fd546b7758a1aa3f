package eval

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPicked: a corpus of answers reads the reports of the set that it is drawn from, in
// the order of its answers, and says which it misses.
func TestPicked(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "source", "reports.jsonl"),
		`{"id":"a","text":"A bomb killed six people in Quetta."}`+"\n"+`{"id":"b","text":"Gunmen fled."}`+"\n"+`{"id":"c","text":"Four U . S . troops , two of them hurt , fled on May 3 , 2031 ."}`+"\n")
	write(t, filepath.Join(root, "drawn", "corpus.json"), `{"name":"real","split":"drawn","task":"records","from":["../source"]}`)
	write(t, filepath.Join(root, "drawn", "gold.jsonl"), `{"report":"c","records":[]}`+"\n"+`{"report":"a","records":[]}`+"\n"+`{"report":"d","records":[]}`+"\n")
	c, err := Open(filepath.Join(root, "drawn"))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	var last error
	for r, err := range c.Reports() {
		if last = err; err == nil {
			texts = append(texts, r.Text)
		}
	}
	if len(texts) != 2 || texts[0] != "Four U.S. troops, two of them hurt, fled on May 3, 2031." || texts[1] != "A bomb killed six people in Quetta." {
		t.Errorf("%q", texts)
	}
	if last == nil {
		t.Error("the report that no set has is not told of")
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
