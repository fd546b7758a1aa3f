package muc4

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// shared finds the folder with the corpora, beside the repository or where
// DATELINE_SHARED says.
func shared(t testing.TB) string {
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = filepath.Join(repository(t), "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data")); err != nil {
		if os.Getenv("DATELINE_REQUIRE_SHARED") == "1" {
			t.Fatal("DATELINE_REQUIRE_SHARED is set and the shared corpora are absent")
		}
		t.Skip("the shared corpora are absent: set DATELINE_SHARED")
	}
	return dir
}

func repository(t testing.TB) string {
	dir, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(dir, "go.mod")); missing == nil {
			return dir
		}
		if parent := filepath.Dir(dir); parent != dir {
			dir = parent
			continue
		}
		break
	}
	t.Fatal("no go.mod above the working directory")
	return ""
}

func readTemplates(t testing.TB, path string) []Template {
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	templates, err := ParseTemplates(file)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return templates
}

// official is one site's report of 1992: the rows of the totals, by name.
type official struct {
	site string
	rows map[string][]int // possible actual correct partial incorrect icr ipa spurious missing non
	f    float64
}

var reportRow = regexp.MustCompile(`^([A-Za-z/ -]+?)\s+(\d+)\s+(\d+)\|\s*(\d+)\s+(\d+)\s+(\d+)\|\s*(\d+)\s+(\d+)\|\s*(\d+)\s+(\d+)\s+(\d+)\|`)

func readOfficial(t testing.TB, path string) official {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, totals, found := strings.Cut(string(text), "* * * TOTAL SLOT SCORES * * *")
	if !found {
		t.Fatalf("%s: no totals", path)
	}
	o := official{site: filepath.Base(path), rows: map[string][]int{}}
	for _, line := range strings.Split(totals, "\n") {
		if parts := reportRow.FindStringSubmatch(line); parts != nil {
			for _, n := range parts[2:] {
				value, _ := strconv.Atoi(n)
				o.rows[parts[1]] = append(o.rows[parts[1]], value)
			}
		}
		if fields := strings.Fields(line); len(fields) == 4 && fields[0] == "F-MEASURES" {
			o.f, _ = strconv.ParseFloat(fields[1], 64)
		}
	}
	return o
}

func sites(t testing.TB) []string {
	paths, err := filepath.Glob(filepath.Join(shared(t), "data/muc34/tst3/scores/*"))
	if err != nil || len(paths) != 17 {
		t.Fatalf("found %d of 17 score reports: %v", len(paths), err)
	}
	return paths
}

// printedF is the F of the report of 1992, taken from whole percents.
func printedF(c Counts) float64 {
	return FMeasure(math.Round(c.Precision()*100), math.Round(c.Recall()*100), 1)
}

// A mean difference above this many points of F would mean that the scorer no
// longer does what was done in 1992.
const tolerated = 1.5

func TestScoresComeNearTheOfficialOnes(t *testing.T) {
	root := filepath.Join(shared(t), "data/muc34/tst3")
	key := readTemplates(t, filepath.Join(root, "key-tst3.v2"))
	var table strings.Builder
	table.WriteString("| system | R 1992 | R own | P 1992 | P own | F 1992 | F own | difference |\n|---|--:|--:|--:|--:|--:|--:|--:|\n")
	sum := 0.0
	for _, path := range sites(t) {
		want := readOfficial(t, path)
		own := Evaluate(key, readTemplates(t, filepath.Join(root, "responses", want.site))).AllTemplates
		row := want.rows["ALL TEMPLATES"]
		then := Counts{Correct: row[2], Partial: row[3], Incorrect: row[4], Spurious: row[7], Missing: row[8]}
		difference := printedF(own) - want.f
		fmt.Fprintf(&table, "| %s | %d | %d | %d | %d | %.2f | %.2f | %+.2f |\n", want.site, Percent(then.Recall()), Percent(own.Recall()),
			Percent(then.Precision()), Percent(own.Precision()), want.f, printedF(own), difference)
		sum += math.Abs(difference)
	}
	mean := sum / float64(len(sites(t)))
	fmt.Fprintf(&table, "\nMean absolute difference of F: %.2f points.\n", mean)
	if mean > tolerated {
		t.Errorf("F is off by %.2f points in the mean, more than %.1f\n%s", mean, tolerated, &table)
	}
	compareWithDocs(t, "muc4-official", table.String())
}

var update = flag.Bool("update", false, "write the measured tables into docs/eval.md")

// compareWithDocs holds docs/eval.md to what is measured: the text between the
// markers of that name must be the table.
func compareWithDocs(t *testing.T, name, table string) {
	path := filepath.Join(repository(t), "docs/eval.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	start, end := "<!-- "+name+" -->\n", "<!-- end "+name+" -->"
	before, rest, ok := strings.Cut(string(text), start)
	_, after, okEnd := strings.Cut(rest, end)
	fresh := before + start + table + end + after
	switch {
	case !ok || !okEnd:
		t.Fatalf("docs/eval.md has no markers for %s", name)
	case *update:
		if err := os.WriteFile(path, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
	case fresh != string(text):
		t.Errorf("docs/eval.md is out of date; run the test with -update. Measured:\n%s", table)
	}
}

func BenchmarkEvaluate(b *testing.B) {
	root := filepath.Join(shared(b), "data/muc34/tst3")
	key := readTemplates(b, filepath.Join(root, "key-tst3.v2"))
	answers := readTemplates(b, filepath.Join(root, "responses/GE"))
	for b.Loop() {
		Evaluate(key, answers)
	}
}
