package web

import (
	"io/fs"
	"strings"
	"testing"
	"text/template/parse"
)

// TestIsolation reads every template and fails on a value that is printed
// without one of the helpers: a name, number, date or id that is not isolated
// changes places with its neighbours where directions mix (experience §8.2).
func TestIsolation(t *testing.T) {
	files, err := newStatic()
	if err != nil {
		t.Fatal(err)
	}
	printing := map[string]bool{}
	for name := range helpers(files) {
		printing[name] = true
	}
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil || len(names) < 10 {
		t.Fatalf("%d templates, %v", len(names), err)
	}
	for _, name := range names {
		b, err := templateFiles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tree := parse.New(name)
		tree.Mode = parse.SkipFuncCheck
		sets := map[string]*parse.Tree{}
		if _, err := tree.Parse(string(b), "", "", sets); err != nil {
			t.Fatal(err)
		}
		for _, set := range sets {
			walk(set.Root, func(a *parse.ActionNode) {
				if len(a.Pipe.Decl) > 0 {
					return
				}
				last := a.Pipe.Cmds[len(a.Pipe.Cmds)-1]
				if id, ok := last.Args[0].(*parse.IdentifierNode); !ok || !printing[id.Ident] {
					t.Errorf("%s: %s prints a value without a helper", name, a)
				}
			})
		}
	}
}

func walk(n parse.Node, visit func(*parse.ActionNode)) {
	switch x := n.(type) {
	case *parse.ListNode:
		if x != nil {
			for _, child := range x.Nodes {
				walk(child, visit)
			}
		}
	case *parse.ActionNode:
		visit(x)
	case *parse.IfNode:
		walk(x.List, visit)
		walk(x.ElseList, visit)
	case *parse.RangeNode:
		walk(x.List, visit)
		walk(x.ElseList, visit)
	case *parse.WithNode:
		walk(x.List, visit)
		walk(x.ElseList, visit)
	}
}

// TestNothingInline: the policy forbids inline styles, scripts and handlers,
// so that none may stand in a template; addresses of others neither.
func TestNothingInline(t *testing.T) {
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		b, err := templateFiles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{" style=", "<style", " onclick", " onload", "javascript:", "http://", "https://", "<script>"} {
			if strings.Contains(string(b), bad) {
				t.Errorf("%s holds %q", name, bad)
			}
		}
	}
	css, err := staticFiles.ReadFile("static/dl.css")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(css), "http") || strings.Contains(string(css), "@import") {
		t.Error("the style sheet loads from elsewhere")
	}
}

// TestBudgets: a first visit stays small (experience §8.4).
func TestBudgets(t *testing.T) {
	files, err := newStatic()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(compressed(files.bodies["dl.css"])); n > 20<<10 {
		t.Errorf("style sheet of %d bytes", n)
	}
	if n := len(compressed(files.bodies["dl.js"])); n > 30<<10 {
		t.Errorf("script of %d bytes", n)
	}
	latin := 0
	for name, b := range files.bodies {
		if strings.Contains(name, "latin") && strings.HasSuffix(name, ".woff2") {
			latin += len(b)
		}
	}
	if latin > 96<<10 {
		t.Errorf("fonts of a Latin page weigh %d bytes", latin)
	}
}

// TestVisible: characters that could turn text around are shown, not obeyed.
func TestVisible(t *testing.T) {
	for _, row := range [][2]string{{"plain", "plain"}, {"a\u202eb", "a⟦U+202E⟧b"}, {"\x1b[31m", "⟦U+001B⟧[31m"}, {"line\nend", "line\nend"}, {"\u2068x\u2069", "⟦U+2068⟧x⟦U+2069⟧"}} {
		if got := visible(row[0]); got != row[1] {
			t.Errorf("%q: %q, want %q", row[0], got, row[1])
		}
	}
	if got := string(name(`<b>رادیو</b>`)); got != `<bdi dir="auto">&lt;b&gt;رادیو&lt;/b&gt;</bdi>` {
		t.Errorf("name: %s", got)
	}
}

// TestAddress: what a report gives as its address can lead to the web and
// nowhere else.
func TestAddress(t *testing.T) {
	for _, row := range [][2]string{{"/i/INC-1", "/i/INC-1"}, {"https://a.example/x", "https://a.example/x"}, {"javascript:alert(1)", ""}, {"//a.example", ""}, {"data:text/html,x", ""}} {
		if got := string(address(row[0])); got != row[1] {
			t.Errorf("%q: %q, want %q", row[0], got, row[1])
		}
	}
}
