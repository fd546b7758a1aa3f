package pipeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/ingest/file"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
)

// TestEmbassy reads five real reports of one bombing, which retell a dozen older
// attacks, and holds what came out to testdata/embassy.tsv: each happening is one
// record, none has taken the reports or the dead of another.
func TestEmbassy(t *testing.T) {
	s := open(t)
	p, err := pipeline.New(s, pipeline.Options{Now: func() time.Time { return time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Run(t.Context(), file.Read([]string{realReports(t)}, file.Options{})); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/embassy.tsv")
	if err != nil {
		t.Fatal(err)
	}
	got := titles(t, s)
	for line := range strings.Lines(string(want)) {
		if line = strings.TrimSuffix(line, "\n"); !strings.HasPrefix(line, "#") && !got[line] {
			t.Errorf("no record %q", line)
		}
		delete(got, line)
	}
	for line := range got {
		t.Errorf("a record too many: %q", line)
	}
}

// realReports is the folder of the five reports beside the repository.
func realReports(t *testing.T) string {
	t.Helper()
	root := os.Getenv("DATELINE_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	dir := filepath.Join(root, "reports")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("DATELINE_REQUIRE_SHARED") == "1" {
			t.Fatalf("the five reports are required and not there: %v", err)
		}
		t.Skipf("no reports beside the repository: %v", err)
	}
	return dir
}

// titles are the records of a store: title, reports, and the least and most dead.
func titles(t *testing.T, s store.Store) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	err := s.View(t.Context(), func(tx store.Tx) error {
		for row, err := range tx.ListIncidents(t.Context(), store.Filter{}) {
			if err != nil {
				return err
			}
			i := row.Incident
			out[fmt.Sprintf("%s\t%d\t%s", i.Title, len(i.Reports), dead(i))] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func dead(i *dateline.Incident) string {
	f := i.Figure(dateline.Killed, dateline.PopAll)
	if f == nil || f.Low == nil {
		return "-"
	}
	if f.High == nil {
		return fmt.Sprintf("%d+", *f.Low)
	}
	return fmt.Sprintf("%d-%d", *f.Low, *f.High)
}
