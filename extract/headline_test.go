package extract_test

import (
	"context"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
)

// TestHeadlineAlone: of a page nothing is left but its headline; who is hurt in
// it opens an account, without a day or a town too.
func TestHeadlineAlone(t *testing.T) {
	stages, _, err := pipeline.NewStages("2031-12-31")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		title string
		want  []string
	}{
		{"5-year-old shot in Mill Lane neighborhood", []string{"incident | armed attack |  |  |  | 1"}},
		{"Four Larkspur teens shot while leaving dance", []string{"incident | armed attack |  | Larkspur |  | 4"}},
		{"Family grieving after 17-year-old boy found fatally shot in garage", []string{"incident | armed attack |  |  | 1 | "}},
		{"Two Men Shot At Birthday Party", []string{"incident | armed attack |  |  |  | 2"}},
		{"Three injured by gunfire outside Bayview nightclub", []string{"incident | armed attack |  | Bayview nightclub |  | 3"}},
		{"Stabbing outside London station leaves man dead", []string{"incident | armed attack |  | London station | 1 | "}},
		{"Film shot at park wins prize", nil},
		{"Shooting in the alps takes crew three weeks", nil},
	} {
		t.Run(c.title, func(t *testing.T) {
			read, err := stages.Read(context.Background(), dateline.Raw{Title: c.title, Published: "2031-05-20",
				Bytes: []byte("Close. Get our letters daily!\n\nYour choice has been saved.")})
			if err != nil {
				t.Fatal(err)
			}
			sameLines(t, c.title, describe(read.Reading), c.want)
		})
	}
}
