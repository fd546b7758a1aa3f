package eval

import (
	"os"
	"path/filepath"
	"testing"
)

func shared(t testing.TB) string {
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data")); err != nil {
		if os.Getenv("DATELINE_REQUIRE_SHARED") == "1" {
			t.Fatal("DATELINE_REQUIRE_SHARED is set and the shared corpora are absent")
		}
		t.Skip("the shared corpora are absent: set DATELINE_SHARED")
	}
	return dir
}

func open(t testing.TB, name string) *Corpus {
	c, err := Open(filepath.Join(shared(t), "data", name))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func gold[Row any](t testing.TB, name string) []Row {
	c := open(t, name)
	rows, err := Gold[Row](c)
	if err != nil {
		t.Fatal(err)
	}
	if n := c.Counts["gold"]; n != len(rows) {
		t.Errorf("%s has %d gold rows, corpus.json says %d", name, len(rows), n)
	}
	return rows
}

// Gold scored against itself is perfect in every metric, on every corpus that
// has a scorer. In one corpus of incidents a report tells of two incidents and is
// the only one of both, so that the two cannot be told apart.
func TestGoldScoredAgainstItselfIsPerfect(t *testing.T) {
	results := map[string]Result{}
	for _, name := range []string{"hrdsattack/dev", "hrdsattack/train", "airwars_gaza/dev", "gvdb/dev"} {
		rows := gold[FieldsRow](t, name)
		results[name] = ScoreFields(rows, rows)
	}
	for _, name := range []string{"timex_tempeval3/train", "wikiwars/train"} {
		rows := gold[TimesRow](t, name)
		results[name] = ScoreTimes(rows, rows)
	}
	for _, name := range []string{"lgl/dev", "geovirus/dev"} {
		rows := gold[ToponymsRow](t, name)
		results[name] = ScoreToponyms(rows, rows)
	}
	incidents := gold[IncidentRow](t, "gva_violent_corpus/dev")
	results["gva"] = ScoreIncidents(incidents, incidents)
	pages := gold[CleanRow](t, "html_readability/dev")
	results["readability"] = ScoreClean(pages, pages)
	labels := gold[LabelRow](t, "plover_zsp/train")
	results["plover"] = ScoreLabels(labels, labels)
	stories := gold[StoryRow](t, "giveme5w1h/dev")
	results["stories"] = ScoreStories(stories, stories)
	for name, r := range results {
		for _, m := range r.Metrics {
			if perfect := m.Value > 1-1e-9 || name == "gva" && m.Value > 0.99; perfect == lowerIsBetter(m.Name) {
				t.Errorf("%s %s is %.4f", name, m.Name, m.Value)
			}
		}
	}
}

func TestFoldersOfTemplates(t *testing.T) {
	for name, counts := range map[string]struct{ messages, templates int }{
		"muc34/dev": {1299, 1114}, "muc34/tst1": {100, 0}, "muc34/tst2": {100, 0},
	} {
		c := open(t, name)
		messages, err := c.Messages()
		if err != nil || len(messages) != counts.messages {
			t.Errorf("%s: %d messages: %v", name, len(messages), err)
		}
		templates, err := c.Templates()
		if err != nil {
			t.Fatal(err)
		}
		relevant := 0
		for _, template := range templates {
			if !template.Irrelevant {
				relevant++
			}
		}
		if counts.templates > 0 && relevant != counts.templates {
			t.Errorf("%s: %d relevant templates, want %d", name, relevant, counts.templates)
		}
		want(t, ScoreTemplates(templates, templates), map[string]float64{"ree_f1": 1})
	}
}

func TestReportsAreReadOneByOne(t *testing.T) {
	n := 0
	for report, err := range open(t, "hrdsattack/dev").Reports() {
		if err != nil || report.ID == "" || report.Text == "" {
			t.Fatalf("%q %v", report.ID, err)
		}
		n++
	}
	if n != 100 {
		t.Errorf("%d reports", n)
	}
}

func TestNoCorpusThere(t *testing.T) {
	if _, err := Open(t.TempDir()); err == nil {
		t.Error("opened an empty folder")
	}
}
