// Command places learns from incidents that people filed what package
// resolve/place knows of outlets: in which division and town lies what each of
// them reports. Only names and counts are written.
//
//	go run ./train/places [--data ../shared/data/gva_violent_corpus/train] [--out resolve/place/data]
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
	"github.com/opendateline/dateline/resolve/place"
)

func main() {
	data := flag.String("data", "../shared/data/gva_violent_corpus/train", "corpus of the task incidents to learn from")
	out := flag.String("out", "resolve/place/data", "folder for outlets.tsv")
	flag.Parse()
	if err := learn(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "places:", err)
		os.Exit(1)
	}
}

func learn(data, out string) error {
	g, err := place.Open()
	if err != nil {
		return err
	}
	corpus, err := eval.Open(data)
	if err != nil {
		return err
	}
	hosts := map[string]string{} // report -> host
	for r, err := range corpus.Reports() {
		if err != nil {
			return err
		}
		hosts[r.ID] = place.Host(r.Outlet, r.URL)
	}
	gold, err := eval.Gold[eval.IncidentRow](corpus)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "outlets.tsv"), table(g, gold, hosts), 0o644)
}

// beat is how often an outlet reported from each place.
type beat struct {
	reports   int
	divisions map[[2]string]int // country, division
	towns     map[[3]string]int // country, division, town
}

func beats(g *place.Gazetteer, gold []eval.IncidentRow, hosts map[string]string) map[string]*beat {
	all := map[string]*beat{}
	for _, row := range gold {
		if row.Admin1 == "" {
			continue
		}
		at := [2]string{row.Country, row.Admin1}
		town := townOf(g, row)
		for _, report := range row.Reports {
			host := hosts[report]
			if host == "" {
				continue
			}
			b := all[host]
			if b == nil {
				b = &beat{divisions: map[[2]string]int{}, towns: map[[3]string]int{}}
				all[host] = b
			}
			b.reports++
			b.divisions[at]++
			if town != "" {
				b.towns[[3]string{at[0], at[1], town}]++
			}
		}
	}
	return all
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

func table(g *place.Gazetteer, gold []eval.IncidentRow, hosts map[string]string) []byte {
	var out bytes.Buffer
	out.WriteString("# made by train/places: where the incidents lie that an outlet reported\n# host\tcountry\tdivision\ttown\treports\tin the division\tin the town\n")
	all := beats(g, gold, hosts)
	for _, host := range slices.Sorted(maps.Keys(all)) {
		b := all[host]
		division := most(b.divisions, func(a, b [2]string) int { return cmp.Compare(a[0]+a[1], b[0]+b[1]) })
		maps.DeleteFunc(b.towns, func(t [3]string, _ int) bool { return t[0] != division[0] || t[1] != division[1] })
		town := most(b.towns, func(a, b [3]string) int { return cmp.Compare(a[2], b[2]) })
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\t%d\t%d\t%d\n", host, alpha2(g, division[0]), division[1], town[2], b.reports, b.divisions[division], b.towns[town])
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
