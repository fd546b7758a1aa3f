package main

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/opendateline/dateline/reconcile"
)

var update = flag.Bool("update", false, "write docs/methodology.md anew")

// TestMethodologyETH18 holds the page that explains the method to the rules in
// force: a rule that changes changes the page.
func TestMethodologyETH18(t *testing.T) {
	const path = "../../docs/methodology.md"
	if *update {
		if err := os.WriteFile(path, []byte(methodology()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != methodology() {
		t.Errorf("%s is not what the rules say; run go test ./cmd/dateline -run Methodology -update and read the difference", path)
	}
}

// TestMethodologySaysWhatPresetsDo: the differences that people choose a preset
// for are on the page.
func TestMethodologySaysWhatPresetsDo(t *testing.T) {
	page := methodology()
	section := func(name string) string {
		_, rest, ok := strings.Cut(page, "### "+name+" ")
		if !ok {
			t.Fatalf("no section on %s", name)
		}
		text, _, _ := strings.Cut(rest, "\n###")
		return text
	}
	for _, name := range reconcile.Presets {
		section(name)
	}
	for _, c := range []struct{ preset, says string }{
		{"dateline-1", "stated by the most independent origins"},
		{"dateline-1", "high: the most among independent origins, origins graded D or E and parties to the incident"},
		{"acled", "best is 0"},
		{"acled", "low: none is given"},
		{"gtd", "1. the newest count"},
		{"ibc", "best: none is chosen"},
		{"ibc", "civilians"},
		{"range", "parties to the incident"},
		{"latest", "newest claims only"},
	} {
		if !strings.Contains(section(c.preset), c.says) {
			t.Errorf("%s does not say %q:\n%s", c.preset, c.says, section(c.preset))
		}
	}
	if found := reconcile.Lint(strings.ReplaceAll(page, strings.Join(reconcile.Banned(), ", "), "")); len(found) > 0 {
		t.Errorf("the page uses words that it bans: %v", found)
	}
}

// TestEveryHelpStartsWithTwoExamples, and they are of that command.
func TestEveryHelpStartsWithTwoExamples(t *testing.T) {
	var cli commands
	parser, err := newParser(&cli, &app{stdout: os.Stdout, stderr: os.Stderr})
	if err != nil {
		t.Fatal(err)
	}
	var walk func(n *kong.Node)
	walk = func(n *kong.Node) {
		for _, child := range n.Children {
			if child.Hidden {
				continue
			}
			two, ok := examples[child.Name]
			if !ok && child.Parent.Type == kong.CommandNode {
				two, ok = examples[top(child).Name]
			}
			for _, example := range two {
				if !ok || !strings.Contains(example, "dateline ") {
					t.Errorf("%s has no two examples", child.FullPath())
				}
			}
			walk(child)
		}
	}
	walk(parser.Model.Node)
}

// TestFirstScreenFits: help fits one screen of 24 lines.
func TestFirstScreenFits(t *testing.T) {
	if n := strings.Count(firstScreen, "\n"); n > 23 {
		t.Errorf("%d lines", n)
	}
	for _, line := range strings.Split(firstScreen, "\n") {
		if n := len([]rune(line)); n > 120 {
			t.Errorf("%d characters: %s", n, line)
		}
	}
}
