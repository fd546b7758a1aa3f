package synth

import (
	"embed"
	"strings"

	"github.com/opendateline/dateline"
)

//go:embed *.tsv
var files embed.FS

// tables are the words that reports are made of.
type tables struct {
	acts      []act
	sites     [][]string // phrase, target category
	speakers  [][]string // phrase, class of issuer
	outlets   []string
	things    []string
	halves    [2][]string         // of invented names
	templates map[string][]string // by what a sentence is for
	centres   []string
	common    map[string]bool // words that so many reports use that they tell nothing
}

type act struct {
	noun, clause string
	facets       dateline.Facets
}

func readTables() (*tables, error) {
	t := &tables{templates: map[string][]string{}}
	var failed error
	rows := func(name string, columns int) [][]string {
		out, err := readRows(name, columns)
		if err != nil {
			failed = err
		}
		return out
	}
	for _, r := range rows("acts.tsv", 4) {
		t.acts = append(t.acts, act{r[0], r[3], dateline.Facets{Act: dateline.Act(r[1]), Means: []dateline.Means{dateline.Means(r[2])}}})
	}
	t.sites, t.speakers = rows("sites.tsv", 2), rows("speakers.tsv", 2)
	parts := rows("outlets.tsv", 2)
	for _, first := range parts {
		for _, second := range parts {
			t.outlets = append(t.outlets, first[0]+" "+second[1])
		}
	}
	for _, r := range rows("words.tsv", 1) {
		t.things = append(t.things, r[0])
	}
	for _, r := range rows("names.tsv", 2) {
		t.halves[0], t.halves[1] = append(t.halves[0], r[0]), append(t.halves[1], r[1])
	}
	for _, r := range rows("templates.tsv", 2) {
		t.templates[r[0]] = append(t.templates[r[0]], r[1])
	}
	for _, r := range rows("centres.tsv", 1) {
		t.centres = append(t.centres, r[0])
	}
	t.common = map[string]bool{}
	for _, text := range t.prose() {
		for _, w := range words(text) {
			t.common[w] = true
		}
	}
	return t, failed
}

// prose is what the sentences of all reports are made of, save for names and
// things of a scene.
func (t *tables) prose() []string {
	out := []string{spelled}
	for _, list := range t.templates {
		out = append(out, list...)
	}
	for _, a := range t.acts {
		out = append(out, a.noun, a.clause)
	}
	for _, list := range [][][]string{t.sites, t.speakers} {
		for _, row := range list {
			out = append(out, row[0])
		}
	}
	return out
}

func readRows(name string, columns int) ([][]string, error) {
	b, err := files.ReadFile(name)
	if err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "the words of synthetic news: %w", err)
	}
	var out [][]string
	for line := range strings.Lines(string(b)) {
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(row) != columns {
			return nil, dateline.Errorf(dateline.Damaged, "%s: %q has not %d columns", name, line, columns)
		}
		out = append(out, row)
	}
	return out, nil
}
