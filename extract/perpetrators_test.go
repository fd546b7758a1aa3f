package extract_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
)

// TestPerpetrators reads the texts of testdata/perpetrators.txt and asks who
// did it, by the claims of the act and of responsibility that deny nothing.
func TestPerpetrators(t *testing.T) {
	b, err := os.ReadFile("testdata/perpetrators.txt")
	if err != nil {
		t.Fatal(err)
	}
	stages, _, err := pipeline.NewStages("2031-12-31")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		text, want, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		read, err := stages.Read(context.Background(), dateline.Raw{Bytes: []byte(text), Name: "case", Published: "2031-05-20"})
		if err != nil {
			t.Fatal(err)
		}
		if got := perpetrators(read.Reading); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// perpetrators are the actors of the registry that are held to have done it.
func perpetrators(r dateline.Reading) string {
	var names []string
	for _, c := range r.Claims {
		a := c.Value.Actor
		if s := c.Value.Stance; s != nil && s.Stance != dateline.StanceDenied {
			a = &s.Actor
		}
		if a != nil && a.Actor != "" && a.Kind != dateline.ActorUnidentified && !slices.Contains(names, a.Name) {
			names = append(names, a.Name)
		}
	}
	if slices.Sort(names); len(names) == 0 {
		return "-"
	}
	return strings.Join(names, "; ")
}
