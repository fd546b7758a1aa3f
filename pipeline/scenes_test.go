package pipeline_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/pipeline"
)

// A game, a novel, a storm and a boardroom make no incident, however warlike
// their words; a bomb at a stadium and a novelist stabbed do.
func TestWhatOnlyReadsLikeViolence(t *testing.T) {
	stages, _, err := pipeline.NewStages("")
	if err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]bool{"read_as_violence": false, "violence": true} {
		files, err := filepath.Glob(filepath.Join("testdata", "scenes", folder, "*.txt"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no texts in %s (%v)", folder, err)
		}
		for _, file := range files {
			t.Run(folder+"/"+filepath.Base(file), func(t *testing.T) {
				if got := tellsOfIncident(t, stages, file); got != want {
					t.Errorf("tells of an incident: %v, want %v", got, want)
				}
			})
		}
	}
}

func tellsOfIncident(t *testing.T, stages *pipeline.Stages, file string) bool {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	account, err := stages.Read(t.Context(), dateline.Raw{Bytes: text, Name: file, MediaType: "text/plain"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range account.Reading.Mentions {
		if link.Clusterable(&account.Reading.Mentions[i]) {
			return true
		}
	}
	return false
}
