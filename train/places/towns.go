package main

import (
	"context"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/locus"
)

// placed is a report with its towns and which of them are right.
type placed struct {
	incident int // its row
	towns    []locus.Town
	right    []bool
}

func (p placed) named() bool { return slices.Contains(p.right, true) }

// halves reads the reports of a corpus, those of each half of its incidents with
// a table of outlets made from the other half, so that no incident tells where
// its own outlet reports from.
func halves(c *corpus, data string) ([]placed, error) {
	var out []placed
	for half := range 2 {
		known := c.table(func(i int) bool { return i%2 != half })
		some, err := read(c, data, known, func(i int) bool { return i%2 == half })
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

func read(c *corpus, data string, outlets []byte, use func(incident int) bool) ([]placed, error) {
	runner, err := run.New(fstest.MapFS{"outlets.tsv": {Data: outlets}})
	if err != nil {
		return nil, err
	}
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	wanted := map[string]int{}
	for i, row := range c.gold {
		if use(i) {
			wanted[row.Incident] = i
		}
	}
	reports, err := runner.Placed(context.Background(), data)
	if err != nil {
		return nil, err
	}
	var out []placed
	for _, r := range reports {
		row, ok := wanted[r.Incident.Incident]
		if !ok || r.Incident.Place == "" {
			continue
		}
		list, err := reader.Towns(context.Background(), r.Doc, r.Ann)
		if err != nil {
			return nil, err
		}
		out = append(out, label(c, row, list))
	}
	return out, nil
}

// label says which towns are the one that was filed. A part of a town is filed
// as "part (town)"; either is right.
func label(c *corpus, row int, list []locus.Town) placed {
	filed, p := c.gold[row], placed{incident: row, towns: list, right: make([]bool, len(list))}
	for i, t := range list {
		f := strings.Split(t.Key, "|")
		p.right[i] = f[0] == filed.Country && (f[1] == "" || f[1] == filed.Admin1) && eval.SamePlace(filed.Place, f[2])
	}
	return p
}

const table = "locus"

// weightsOf learns from the cases; leaving the place open is right where a
// report does not name it.
func weightsOf(cases []placed, o learn.Options) map[string]float64 {
	examples := make([]learn.Example, len(cases))
	for i, c := range cases {
		e := learn.Example{Question: gist.Question{Name: table, Options: []gist.Option{{}}}, Right: []bool{!c.named()}}
		for k, t := range c.towns {
			e.Options, e.Right = append(e.Options, learn.Option(t.Key, table, t.Features)), append(e.Right, c.right[k])
		}
		examples[i] = e
	}
	return learn.Train(examples, o)[table]
}

// tally counts reports, those that name their town, those for which a town was
// chosen, and those for which it is the right one.
type tally struct {
	Reports int `json:"reports"`
	Named   int `json:"name_the_town"`
	Given   int `json:"town_chosen"`
	Right   int `json:"right"`
}

// measure learns without a fold of the incidents and counts how the choice does on their
// reports: the reports of one incident are alike, and none may teach about another.
func (n *tally) measure(cases []placed, fold, folds int, o learn.Options) {
	var taught, asked []placed
	for _, c := range cases {
		if c.incident%folds == fold {
			asked = append(asked, c)
		} else {
			taught = append(taught, c)
		}
	}
	model := locus.NewModel(weightsOf(taught, o))
	for _, c := range asked {
		n.Reports++
		if c.named() {
			n.Named++
		}
		if best, _ := model.Best(c.towns); best >= 0 {
			n.Given++
			if c.right[best] {
				n.Right++
			}
		}
	}
}
