package place

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/opendateline/dateline"
)

type goldName struct {
	Start, End int
	Text       string
	Lat, Lon   *float64
	GeonameID  int64
}

type goldReport struct {
	id    string
	doc   *dateline.Document
	names []goldName
}

func shared(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		wd, err := os.Getwd()
		if err != nil {
			t.Fatal(err)
		}
		for ; wd != filepath.Dir(wd); wd = filepath.Dir(wd) {
			if _, err := os.Stat(filepath.Join(wd, "go.mod")); err == nil {
				dir = filepath.Join(wd, "..", "shared")
				break
			}
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "data")); err != nil {
		if os.Getenv("DATELINE_REQUIRE_SHARED") == "1" {
			t.Fatal("the shared data folder is required and absent")
		}
		t.Skip("no shared data folder: labelled toponyms are not measured")
	}
	return dir
}

func readJSONL(t testing.TB, path string, f func(line []byte) error) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		if err := f(s.Bytes()); err != nil {
			t.Fatal(err)
		}
	}
}

func corpus(t testing.TB, set string) []goldReport {
	dir := filepath.Join(shared(t), "data", set, "dev")
	var out []goldReport
	at := map[string]int{}
	readJSONL(t, filepath.Join(dir, "reports.jsonl"), func(line []byte) error {
		var r struct{ ID, Text, Outlet string }
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		at[r.ID] = len(out)
		doc := document(r.Text)
		doc.Report.Outlet = r.Outlet
		out = append(out, goldReport{id: r.ID, doc: doc})
		return nil
	})
	readJSONL(t, filepath.Join(dir, "gold.jsonl"), func(line []byte) error {
		var g struct {
			Report   string
			Toponyms []goldName
		}
		err := json.Unmarshal(line, &g)
		out[at[g.Report]].names = g.Toponyms
		return err
	})
	return out
}

type tally struct {
	gold, found, matched               int
	placed, near, decided, decidedNear int
	goldPlaced                         int
}

const acc161 = 161_000

// TestToponyms measures span F1 and Acc@161 km against hand-labelled reports.
// GeoVirus does not label demonyms; LGL does. Sites are not labelled in either.
func TestToponyms(t *testing.T) {
	floors := map[string][2]float64{"lgl": {0.75, 0.85}, "geovirus": {0.90, 0.92}}
	for _, set := range []string{"lgl", "geovirus"} {
		t.Run(set, func(t *testing.T) {
			s := tally{}
			for _, r := range corpus(t, set) {
				s.add(t, gazetteer(t), r, set == "lgl")
			}
			p, rec := ratio(s.matched, s.found), ratio(s.matched, s.gold)
			f1 := 2 * p * rec / (p + rec)
			top, settled, all := ratio(s.near, s.placed), ratio(s.decidedNear, s.decided), ratio(s.near, s.goldPlaced)
			t.Logf("span P %.3f R %.3f F1 %.3f | Acc@161 matched %.3f (n=%d), of those settled %.3f (n=%d), end to end %.3f (n=%d)",
				p, rec, f1, top, s.placed, settled, s.decided, all, s.goldPlaced)
			if f := floors[set]; f1 < f[0] || top < f[1] {
				t.Errorf("below the floor %v", f)
			}
		})
	}
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

func (s *tally) add(t *testing.T, g *Gazetteer, r goldReport, demonyms bool) {
	found := map[[2]int]Resolved{}
	for _, x := range g.Resolve(r.doc, g.Find(r.doc)) {
		e := x.Expression
		if e.Class == ClassSite || e.Class == ClassDemonym && !demonyms {
			continue
		}
		found[[2]int{e.Start, e.End}] = x
	}
	s.found += len(found)
	verbose := os.Getenv("DATELINE_PLACE_ERRORS") != ""
	gold := map[[2]int]bool{}
	for _, n := range r.names {
		gold[[2]int{n.Start, n.End}] = true
		s.gold++
		if n.Lat != nil {
			s.goldPlaced++
		}
		x, ok := found[[2]int{n.Start, n.End}]
		if !ok {
			if verbose {
				fmt.Printf("MISS\t%s\t%s\n", n.Text, window(r.doc.Text(), n.Start, n.End))
			}
			continue
		}
		s.matched++
		if n.Lat != nil {
			s.place(x, n, verbose, r.doc.Text())
		}
	}
	if verbose {
		for at := range found {
			if !gold[at] {
				fmt.Printf("EXTRA\t%s\t%s\t%s\n", found[at].Expression.Text, found[at].Expression.Class, window(r.doc.Text(), at[0], at[1]))
			}
		}
	}
}

func (s *tally) place(x Resolved, n goldName, verbose bool, text string) {
	s.placed++
	good := false
	if len(x.Candidates) > 0 {
		p := x.Candidates[0].Place
		good = Distance(*p.Lat, *p.Lon, *n.Lat, *n.Lon) <= acc161
	}
	if good {
		s.near++
	}
	if x.Place != nil {
		s.decided++
		if good {
			s.decidedNear++
		}
	}
	if verbose && !good && len(x.Candidates) > 0 {
		p := x.Candidates[0].Place
		fmt.Printf("FAR\t%s\t%s %s %s.%s (%.1f,%.1f)\t(%.1f,%.1f)\t%s\n", n.Text, p.Country, p.Admin1, p.FeatureClass, p.FeatureCode, *p.Lat, *p.Lon, *n.Lat, *n.Lon, window(text, n.Start, n.End))
	}
}

func window(text string, a, b int) string {
	return fmt.Sprintf("%q[%s]%q", text[max(0, a-25):a], text[a:b], text[b:min(len(text), b+25)])
}
