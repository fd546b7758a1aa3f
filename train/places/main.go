// Command places learns from incidents that people placed: where each outlet
// reports from (outlets.tsv of package resolve/place), and which of the towns
// that a report names is that of its incident (weights of package
// extract/locus). Only names, counts and weights are written.
//
//	go run ./train/places [--data ../shared/data/gva_violent_corpus/train] [--outlets resolve/place/data] [--weights extract/locus/data] [--folds 5]
//
// Without --outlets and --weights nothing is written.
package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/resolve/place"
	"github.com/opendateline/dateline/train/artifact"
)

func main() {
	data := flag.String("data", "../shared/data/gva_violent_corpus/train", "corpus of the task incidents to learn from")
	outlets := flag.String("outlets", "", "folder for outlets.tsv")
	weights := flag.String("weights", "", "folder for weights.tsv")
	folds := flag.Int("folds", 5, "folds of the cross-validation of the weights")
	o := learn.Options{Penalty: 3, Steps: 200, Rate: 0.3, Rare: 8, Slight: 0.08}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.Parse()
	if err := train(*data, *outlets, *weights, *folds, o); err != nil {
		fmt.Fprintln(os.Stderr, "places:", err)
		os.Exit(1)
	}
}

func train(data, outlets, weights string, folds int, o learn.Options) error {
	c, err := open(data)
	if err != nil {
		return err
	}
	if outlets != "" {
		if err := os.WriteFile(filepath.Join(outlets, "outlets.tsv"), c.table(func(int) bool { return true }), 0o644); err != nil {
			return err
		}
	}
	cases, err := halves(c, data)
	if err != nil {
		return err
	}
	sum := tally{}
	for fold := range folds {
		sum.measure(cases, fold, folds, o)
	}
	fmt.Printf("%d reports, %d name the town; a town given for %d, right for %d\n", sum.Reports, sum.Named, sum.Given, sum.Right)
	if weights == "" {
		return nil
	}
	return artifact.Weights(weights, weightsOf(cases, o), artifact.About[tally]{Does: "which town of a report is that of its incident",
		Data: []string{"gva_violent_corpus/train"}, Licence: "parameters only", Command: "go run ./train/places --weights extract/locus/data", Scores: sum})
}

// corpus is what people filed, and the host that each report came from.
type corpus struct {
	places *place.Gazetteer
	gold   []eval.IncidentRow
	hosts  map[string]string // report -> host
}

func open(dir string) (*corpus, error) {
	c := &corpus{hosts: map[string]string{}}
	files, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	for r, err := range files.Reports() {
		if err != nil {
			return nil, err
		}
		c.hosts[r.ID] = place.Host(r.Outlet, r.URL)
	}
	if c.gold, err = eval.Gold[eval.IncidentRow](files); err != nil {
		return nil, err
	}
	c.places, err = place.Open()
	return c, err
}

// beat is how often an outlet reported from each place.
type beat struct {
	reports   int
	divisions map[[2]string]int // country, division
	towns     map[[3]string]int // country, division, town
}

// beats counts the incidents to be used. Hosts of the others are there too,
// with nothing counted.
func (c *corpus) beats(use func(incident int) bool) map[string]*beat {
	all := map[string]*beat{}
	for i, row := range c.gold {
		for _, report := range row.Reports {
			host := c.hosts[report]
			if host == "" || row.Admin1 == "" {
				continue
			}
			if all[host] == nil {
				all[host] = &beat{divisions: map[[2]string]int{}, towns: map[[3]string]int{}}
			}
			if use(i) {
				all[host].add(row, townOf(c.places, row))
			}
		}
	}
	return all
}

func (b *beat) add(row eval.IncidentRow, town string) {
	b.reports++
	b.divisions[[2]string{row.Country, row.Admin1}]++
	if town != "" {
		b.towns[[3]string{row.Country, row.Admin1, town}]++
	}
}

// townOf is the name that the gazetteer has for the town of an incident, "" if
// it has none within its division.
func townOf(g *place.Gazetteer, row eval.IncidentRow) string {
	name, _, _ := strings.Cut(row.Place, " (")
	for _, p := range g.Named(name) {
		if p.FeatureClass == "P" && p.Country == row.Country && p.Admin1 == row.Admin1 {
			return p.Name
		}
	}
	return ""
}

// table is the table of outlets over the incidents to be used.
func (c *corpus) table(use func(incident int) bool) []byte {
	var out bytes.Buffer
	out.WriteString("# made by train/places: where the incidents lie that an outlet reported\n# host\tcountry\tdivision\ttown\treports\tin the division\tin the town\n")
	all := c.beats(use)
	for _, host := range slices.Sorted(maps.Keys(all)) {
		b := all[host]
		division := most(b.divisions, func(a, b [2]string) int { return cmp.Compare(a[0]+a[1], b[0]+b[1]) })
		maps.DeleteFunc(b.towns, func(t [3]string, _ int) bool { return t[0] != division[0] || t[1] != division[1] })
		town := most(b.towns, func(a, b [3]string) int { return cmp.Compare(a[2], b[2]) })
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\t%d\t%d\t%d\n", host, alpha2(c.places, division[0]), division[1], town[2], b.reports, b.divisions[division], b.towns[town])
	}
	return out.Bytes()
}

func alpha2(g *place.Gazetteer, alpha3 string) string {
	c, ok := g.Country(alpha3)
	if !ok {
		return alpha3
	}
	return c.Alpha2
}

// most is the key counted most, the first in order of those.
func most[K comparable](counts map[K]int, order func(a, b K) int) (best K) {
	n := 0
	for _, k := range slices.SortedFunc(maps.Keys(counts), order) {
		if counts[k] > n {
			best, n = k, counts[k]
		}
	}
	return best
}
