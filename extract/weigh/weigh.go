// Package weigh reads tables of learned weights and adds up what they say. The
// choices of packages when and locus rest on it: each option has features, each
// feature a weight, and an option's score is the sum.
package weigh

import (
	"bufio"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Feature is something seen that speaks for or against an option.
type Feature struct {
	Name  string
	Value float64
}

// Features lists what was seen by name, in the order of the names.
func Features(seen map[string]float64) []Feature {
	out := make([]Feature, 0, len(seen))
	for _, name := range slices.Sorted(maps.Keys(seen)) {
		out = append(out, Feature{name, seen[name]})
	}
	return out
}

// Table holds weights by feature name.
type Table map[string]float64

// Read reads a table of name and weight, a line each. The error is coded
// dateline.Damaged; of says whose weights they are.
func Read(tsv, of string) (Table, error) {
	t := Table{}
	scan := bufio.NewScanner(strings.NewReader(tsv))
	for line := 1; scan.Scan(); line++ {
		name, value, ok := strings.Cut(scan.Text(), "\t")
		if !ok {
			return nil, dateline.Errorf(dateline.Damaged, "weights of %s, line %d: want a name and a weight", of, line)
		}
		w, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, dateline.Errorf(dateline.Damaged, "weights of %s, line %d: %w", of, line, err)
		}
		t[name] = w
	}
	return t, scan.Err()
}

// Sum is the score of an option: a feature without a weight adds nothing.
func (t Table) Sum(features []Feature) float64 {
	sum := 0.0
	for _, f := range features {
		sum += t[f.Name] * f.Value
	}
	return sum
}

// Chance is the probability whose log-odds the features add up to, between 0 and 1; even
// odds of none.
func (t Table) Chance(features []Feature) float64 { return 1 / (1 + math.Exp(-t.Sum(features))) }
