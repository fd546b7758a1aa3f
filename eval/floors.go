package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
)

// Floor is what a metric must not fall under: of an error ("..._km"), what it
// must not rise over. It holds for the corpus with that hash and number of gold
// items only.
type Floor struct {
	Set    string  `json:"set"`
	Split  string  `json:"split"`
	Metric string  `json:"metric"`
	Floor  float64 `json:"floor"`
	N      int     `json:"n"`
	Corpus string  `json:"corpus"`
}

// ReadFloors reads floors.json.
func ReadFloors(r io.Reader) ([]Floor, error) {
	var floors []Floor
	if err := json.NewDecoder(r).Decode(&floors); err != nil {
		return nil, dateline.Errorf(dateline.Unreadable, "floors: %w", err)
	}
	return floors, nil
}

// WriteFloors writes floors.json, in order of set, split and metric.
func WriteFloors(w io.Writer, floors []Floor) error {
	sorted := slices.Clone(floors)
	slices.SortFunc(sorted, func(a, b Floor) int { return strings.Compare(a.key(), b.key()) })
	out := json.NewEncoder(w)
	out.SetIndent("", " ")
	return out.Encode(sorted)
}

func (f Floor) key() string { return f.Set + "\x00" + f.Split + "\x00" + f.Metric }

// lowerIsBetter: distances and errors of probabilities.
func lowerIsBetter(metric string) bool {
	return strings.HasSuffix(metric, "_km") || strings.HasSuffix(metric, "_ece") || strings.HasSuffix(metric, "_brier")
}

// worseBy says by how much a value falls short of the floor; 0 or less if it
// holds.
func (f Floor) worseBy(value float64) float64 {
	if lowerIsBetter(f.Metric) {
		return value - f.Floor
	}
	return f.Floor - value
}

// lastBit is what the order of adding up may change.
const lastBit = 1e-9

// CheckFloors says which metrics fell under their floors and by how much, and
// which floors cannot be compared because the corpus is not the one that they
// were measured on. Floors of sets without a result are passed over.
func CheckFloors(floors []Floor, results []Result) error {
	var faults []string
	for _, floor := range floors {
		for _, r := range results {
			if r.Set == floor.Set && r.Split == floor.Split {
				faults = append(faults, floor.faults(r)...)
			}
		}
	}
	if len(faults) > 0 {
		return &dateline.Error{Code: dateline.Conflict, What: strings.Join(faults, "; "), Next: "Mend what fell, or lower the floor by intent"}
	}
	return nil
}

func (f Floor) faults(r Result) []string {
	name := fmt.Sprintf("%s %s %s", f.Set, f.Split, f.Metric)
	m, ok := r.Metric(f.Metric)
	switch {
	case !ok:
		return []string{name + " was not measured"}
	case r.Corpus != f.Corpus || m.N != f.N:
		return []string{fmt.Sprintf("%s was measured on another corpus (n %d, floor of n %d)", name, m.N, f.N)}
	case f.worseBy(m.Value) > lastBit:
		return []string{fmt.Sprintf("%s is %.4f, %.4f worse than its floor %.4f", name, m.Value, f.worseBy(m.Value), f.Floor)}
	}
	return nil
}

// UpdateFloors gives the floors with those raised that the results exceed, and
// new ones for metrics without a floor. Only with lower set may a floor fall or
// move to another corpus; otherwise such a result is an error and the floors
// stay as they were.
func UpdateFloors(floors []Floor, results []Result, lower bool) ([]Floor, error) {
	if !lower {
		if err := CheckFloors(floors, results); err != nil {
			return floors, err
		}
	}
	updated := slices.Clone(floors)
	for _, r := range results {
		for _, m := range r.Metrics {
			fresh := Floor{r.Set, r.Split, m.Name, safe(m.Name, m.Value), m.N, r.Corpus}
			i := slices.IndexFunc(updated, func(f Floor) bool { return f.key() == fresh.key() })
			if i < 0 {
				updated = append(updated, fresh)
			} else if lower || updated[i].worseBy(fresh.Floor) < 0 {
				updated[i] = fresh
			}
		}
	}
	return updated, nil
}

// safe rounds to four digits towards the worse side, so that a value holds its
// own floor.
func safe(metric string, value float64) float64 {
	if lowerIsBetter(metric) {
		return math.Ceil(value*1e4) / 1e4
	}
	return math.Floor(value*1e4) / 1e4
}
