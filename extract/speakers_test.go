package extract_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
)

// TestSpeakers reads the texts of testdata/speakers.txt and asks by whose words,
// outermost first, a report counts the dead.
func TestSpeakers(t *testing.T) {
	b, err := os.ReadFile("testdata/speakers.txt")
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
		if got := speakers(read.Reading); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// speakers are those of the first claim of the dead, after the outlet.
func speakers(r dateline.Reading) string {
	for _, c := range r.Claims {
		if c.Attribute != dateline.AttrKilled {
			continue
		}
		var names []string
		for _, s := range c.Attribution[1:] {
			names = append(names, s.Text)
		}
		if len(names) == 0 {
			return "-"
		}
		return strings.Join(names, " < ")
	}
	return "nobody killed"
}
