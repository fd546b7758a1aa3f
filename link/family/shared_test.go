package family

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"testing"

	"github.com/opendateline/dateline"
)

// sharedDir finds the folder of labelled data, or skips.
func sharedDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = besideRepository()
	}
	if _, err := os.Stat(dir); err == nil && dir != "" {
		return dir
	}
	if os.Getenv("DATELINE_REQUIRE_SHARED") == "1" {
		t.Fatal("labelled data required and not found: set DATELINE_SHARED")
	}
	t.Skip("no labelled data: set DATELINE_SHARED or put it in ../shared")
	return ""
}

func besideRepository() string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(filepath.Dir(dir), "shared")
		}
		dir = filepath.Dir(dir)
	}
	return ""
}

func readLines[T any](t *testing.T, path string) []T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var row T
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		out = append(out, row)
	}
	return out
}

type dup struct {
	A, B        string
	Kind        string
	Containment float64
}

type newsReport struct{ ID, Text, Title, Outlet string }

type goldRow struct {
	Incident string
	Reports  []string
}

// TestFamiliesOfLocalNews measures IND-2 on local news: how many of the weakly
// labelled near-copies are found, how often pairs found tell of one incident,
// and how many of the pairs found share a lookup key.
func TestFamiliesOfLocalNews(t *testing.T) {
	dir := filepath.Join(sharedDir(t), "data", "gva_violent_corpus", "dev")
	sigs := map[dateline.ID]*Signature{}
	var ids []dateline.ID
	for _, r := range readLines[newsReport](t, filepath.Join(dir, "reports.jsonl")) {
		sigs[dateline.ID(r.ID)] = Sign(report(r.ID, r.Text))
		ids = append(ids, dateline.ID(r.ID))
	}
	incident := map[string]string{}
	for _, g := range readLines[goldRow](t, filepath.Join(dir, "gold.jsonl")) {
		for _, r := range g.Reports {
			incident[r] = g.Incident
		}
	}
	var same, sameIncident, found, low, lowFound int
	for _, p := range candidates(ids, sigs, allShingles) {
		s := Compare(sigs[p[0]], sigs[p[1]])
		if !Same(s) {
			continue
		}
		same++
		if incident[string(p[0])] == incident[string(p[1])] {
			sameIncident++
		} else {
			t.Logf("other incident: %s %s containment %.2f runs %d: %q", p[0], p[1], s.Containment, len(s.Runs), s.Runs[0].A.Of(sigs[s.A].text))
		}
		hit := meet(sigs[p[0]].Keys(), sigs[p[1]].Keys())
		if hit {
			found++
		}
		if s.Containment < 0.2 {
			low++
			if hit {
				lowFound++
			}
		}
	}
	dups := readLines[dup](t, filepath.Join(dir, "dups.jsonl"))
	recalled := 0
	for _, d := range dups {
		if s := Compare(sigs[dateline.ID(d.A)], sigs[dateline.ID(d.B)]); Same(s) {
			recalled++
		} else {
			t.Logf("missed %s %s (label %.2f): containment %.2f, %d runs", d.A, d.B, d.Containment, s.Containment, len(s.Runs))
		}
	}
	t.Logf("pairs in one family: %d, of one incident %d; labelled copies found %d of %d; key recall %d of %d, below 0.20 containment %d of %d",
		same, sameIncident, recalled, len(dups), found, same, lowFound, low)
	if recalled*100 < len(dups)*95 {
		t.Errorf("found %d of %d labelled copies", recalled, len(dups))
	}
	if found*100 < same*98 {
		t.Errorf("lookup keys find %d of %d pairs", found, same)
	}
}

func allShingles(s *Signature) []uint64 {
	var out []uint64
	for _, x := range s.shingles {
		out = append(out, x.hash)
	}
	return out
}

// candidates are the pairs that share one of the given keys.
func candidates(ids []dateline.ID, sigs map[dateline.ID]*Signature, keys func(*Signature) []uint64) [][2]dateline.ID {
	index := map[uint64][]dateline.ID{}
	pairs := map[[2]dateline.ID]bool{}
	sort.Slice(ids, func(i, k int) bool { return ids[i] < ids[k] })
	for _, id := range ids {
		for _, k := range keys(sigs[id]) {
			for _, other := range index[k] {
				pairs[[2]dateline.ID{other, id}] = true
			}
			index[k] = append(index[k], id)
		}
	}
	var out [][2]dateline.ID
	for p := range pairs {
		out = append(out, p)
	}
	sort.Slice(out, func(i, k int) bool {
		return out[i][0] < out[k][0] || out[i][0] == out[k][0] && out[i][1] < out[k][1]
	})
	return out
}

// TestTwoPrintingsAmongFiveReports: of five reports on one subject exactly one
// pair is two printings of one story.
func TestTwoPrintingsAmongFiveReports(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(sharedDir(t), "reports", "*.txt"))
	if err != nil || len(paths) < 5 {
		t.Skip("no sample reports")
	}
	var sigs []*Signature
	for _, p := range paths {
		text, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		sigs = append(sigs, Sign(report(filepath.Base(p), string(text))))
	}
	same := 0
	for i := range sigs {
		for k := i + 1; k < len(sigs); k++ {
			s := Compare(sigs[i], sigs[k])
			t.Logf("%s %s: containment %.3f jaccard %.3f runs %d keys %v", s.A, s.B, s.Containment, s.Jaccard, len(s.Runs), meet(sigs[i].Keys(), sigs[k].Keys()))
			if Same(s) {
				same++
			}
		}
	}
	if same != 1 {
		t.Errorf("%d pairs in one family", same)
	}
}
