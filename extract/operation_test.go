package extract_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
)

// TestOperations reads the texts of testdata/operations.txt: what is told of
// several places or blasts at once, and of each.
func TestOperations(t *testing.T) {
	b, err := os.ReadFile("testdata/operations.txt")
	if err != nil {
		t.Fatal(err)
	}
	stages, _, err := pipeline.NewStages("2031-12-31")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(b), "\n== ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		text, want := parts(rest)
		t.Run(name, func(t *testing.T) {
			read, err := stages.Read(context.Background(), dateline.Raw{Bytes: []byte(text), Name: name, Published: "2031-05-20"})
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(standing(read.Reading), "\n")
			for _, c := range read.Reading.Claims {
				if err := c.Check(read.Report.Text); err != nil {
					t.Error(err)
				}
			}
			if normal(got) != normal(strings.Join(want, "\n")) {
				t.Errorf("%s\n got:\n%s\nwant:\n%s", text, got, strings.Join(want, "\n"))
			}
		})
	}
}

// parts cuts a block into its text and the lines of what is expected.
func parts(block string) (text string, want []string) {
	for _, line := range strings.Split(strings.TrimSpace(block), "\n") {
		if strings.HasPrefix(line, "> ") {
			want = append(want, strings.TrimPrefix(line, "> "))
		} else {
			text += line + "\n"
		}
	}
	return text, want
}

// standing writes each account of an incident as a line of the case file.
func standing(r dateline.Reading) []string {
	var out []string
	for _, m := range r.Mentions {
		if m.Kind != dateline.KindIncident {
			continue
		}
		how := "alone"
		switch {
		case m.Operation():
			how = fmt.Sprintf("%d places", len(m.Sites))
		case m.Ordinal > 0:
			how = fmt.Sprintf("part, no. %d", m.Ordinal)
		case m.PartOf != "":
			how = "part"
		case m.SubCount > 1:
			how = fmt.Sprintf("%d at one place", m.SubCount)
		}
		date, place := "", ""
		if m.Date != nil {
			date = m.Date.EDTF
		}
		if m.Place != nil {
			if place = m.Place.City; place == "" {
				place = m.Place.Name
			}
		}
		out = append(out, strings.Join([]string{how, m.Facets.Words(), date, place, number(r, m.ID, dateline.Killed), number(r, m.ID, dateline.Wounded)}, " | "))
	}
	return out
}
