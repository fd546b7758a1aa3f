package logit_test

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opendateline/dateline/extract/logit"
	"github.com/opendateline/dateline/extract/logit/learn"
)

// Weights 1 and -1 for the second of two labels: e/(e+1) and 1/(e+1).
func TestProbabilitiesWorkedByHand(t *testing.T) {
	m := logit.New([]string{"no", "yes"}, map[string][]float64{"up": {1}, "down": {-1}})
	for feature, want := range map[string]float64{"up": math.E / (math.E + 1), "down": 1 / (math.E + 1), "unknown": 0.5} {
		if got := m.Probabilities([]string{feature})[1]; math.Abs(got-want) > 1e-12 {
			t.Errorf("%s: %f, want %f", feature, got, want)
		}
	}
}

// What is learned tells the labels apart and comes back as it was written.
func TestLearnedAndReadAgain(t *testing.T) {
	set := learn.NewSet("no", "yes")
	for range 20 {
		set.Add([]string{"bias", "rain"}, 1)
		set.Add([]string{"bias", "sun"}, 0)
	}
	var file bytes.Buffer
	if err := set.Train(learn.Default).Write(&file); err != nil {
		t.Fatal(err)
	}
	m, err := logit.Read(&file)
	if err != nil {
		t.Fatal(err)
	}
	if rain, sun := m.Probabilities([]string{"bias", "rain"})[1], m.Probabilities([]string{"bias", "sun"})[1]; rain < 0.8 || sun > 0.2 {
		t.Errorf("rain %f, sun %f", rain, sun)
	}
}

// A feature on a sheet is the one of that name, however its name is cut in parts.
func TestSheetsSayTheSameAsNames(t *testing.T) {
	m := logit.New([]string{"no", "yes"}, map[string][]float64{"verb say": {1}, "verb say by root": {-3}, "say": {0.5}, "": {2}})
	for _, parts := range [][]string{{"verb say"}, {"verb", "say"}, {"verb", "say", "by", "root"}, {"verb say", "by root"}, {"say"}, {""}, {"verb"}, {"", "say"}, {"«say»", "à"}} {
		sheet, made := logit.Sheet{Named: true}, []logit.Part{}
		for _, p := range parts {
			made = append(made, logit.PartOf(p))
		}
		sheet.Add(made...)
		if got, want := m.Judge(&sheet)[1], m.Probabilities(sheet.Names)[1]; got != want || sheet.Names[0] != strings.Join(parts, " ") {
			t.Errorf("%q: %f as %q, want %f", parts, got, sheet.Names[0], want)
		}
	}
}

// Every feature of the program's models has a slot of its own.
func TestFeaturesKeepApart(t *testing.T) {
	files, err := filepath.Glob("../*/data/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(text), "feature\t") {
			continue
		}
		read++
		m, err := logit.Parse(string(text))
		if err != nil {
			t.Fatal(err)
		}
		for name, weights := range m.All() {
			for i, want := range weights {
				if got, ok := m.Weight(i+1, logit.PartOf(name)); !ok || got != want {
					t.Errorf("%s: %q weighs %v for label %d, not %v", file, name, got, i+1, want)
				}
			}
		}
	}
	if read < 5 {
		t.Errorf("only %d models read", read)
	}
}

func TestReadRefusesDamage(t *testing.T) {
	for _, text := range []string{"", "feature\tno\tyes\nup\n", "feature\tno\tyes\nup\tone\n"} {
		if _, err := logit.Read(bytes.NewReader([]byte(text))); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}
