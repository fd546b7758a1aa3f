package extract_test

import (
	"bufio"
	"context"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
)

// TestCounts reads testdata/counts.txt: how many of everybody were killed and
// wounded by each text. That the day of a report is not known changes no number.
func TestCounts(t *testing.T) {
	stages, registries, err := pipeline.NewStages("2031-12-31")
	if err != nil {
		t.Fatal(err)
	}
	matcher, err := pipeline.NewMatcher(registries, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open("testdata/counts.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for scan := bufio.NewScanner(f); scan.Scan(); {
		want, text, ok := strings.Cut(scan.Text(), " | ")
		if !ok || strings.HasPrefix(want, "#") {
			continue
		}
		for _, published := range []string{"2031-05-20", ""} {
			read, err := stages.Read(context.Background(), dateline.Raw{Bytes: []byte(text), Name: t.Name(), Published: published})
			if err != nil {
				t.Fatal(err)
			}
			incident, found := matcher.Alone(read)
			if got := everybody(&incident, dateline.Killed) + "/" + everybody(&incident, dateline.Wounded); !found || got != want {
				t.Errorf("%s (published %q): %s, want %s", text, published, got, want)
			}
		}
	}
}

// everybody is the best number of a measure, "-" if there is none.
func everybody(i *dateline.Incident, m dateline.Measure) string {
	f := i.Figure(m, dateline.PopAll)
	if f == nil || f.Best == nil {
		return "-"
	}
	return strconv.Itoa(*f.Best)
}
