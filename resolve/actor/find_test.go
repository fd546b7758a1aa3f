package actor

import (
	"os"
	"strings"
	"testing"
)

// TestResolveCases reads testdata/resolve.txt: a text, then the expressions
// expected of it, in order.
func TestResolveCases(t *testing.T) {
	data, err := os.ReadFile("testdata/resolve.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(data), "\n\n") {
		var text, want []string
		for _, line := range strings.Split(strings.TrimSpace(block), "\n") {
			if expected, ok := strings.CutPrefix(line, "= "); ok {
				want = append(want, expected)
			} else if !strings.HasPrefix(line, "#") {
				text = append(text, line)
			}
		}
		if len(text) > 0 {
			checkCase(t, strings.Join(text, "\n"), want)
		}
	}
}

func checkCase(t *testing.T, text string, want []string) {
	t.Helper()
	r, doc := registry(t), document(text)
	var got []string
	for _, x := range r.Resolve(doc, r.Find(doc), nil) {
		got = append(got, describe(r, x))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\n got:\n  %s\nwant:\n  %s", text, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// describe writes: words | kind | name | marks.
func describe(r *Registry, x Resolved) string {
	name, marks := "-", ""
	if x.Ref.Actor != "" || x.Source != "" {
		name = x.Ref.Name
	}
	if x.Ref.Ambiguous {
		marks += " ambiguous"
	}
	if x.Ref.Linked {
		marks += " linked"
	}
	if x.Ref.Country != "" && x.Ref.Actor == "" {
		marks += " " + x.Ref.Country
	}
	kind := string(x.Ref.Kind)
	if x.Expression.Kind != "actor" {
		kind = string(x.Expression.Kind)
	}
	return x.Expression.Text + " | " + kind + " | " + name + marks
}
