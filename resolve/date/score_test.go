package date

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

var (
	sentenceEnd = regexp.MustCompile(`[.!?]["”’)]*\s+["“‘(]*[A-Z]|\n\s*\n`)
	wordOrMark  = regexp.MustCompile(`\pL[\pL\pM]*(?:[-']\pL+)*|\d+(?:[.,:]\d+)*|\S`)
	shortened   = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mr|mrs|dr|gen|col|lt|st|u\.s|a\.m|p\.m|no|[a-z])\.$`)
)

// document cuts a text into sentences and tokens, simply.
func document(text, published string) *dateline.Document {
	doc := &dateline.Document{Report: &dateline.Report{Text: text}}
	if published != "" {
		d := dateline.Day(published)
		doc.Report.Published = dateline.Published{EDTF: published, Earliest: d, Latest: d, Basis: dateline.PublishedMetadata}
	} else {
		doc.Report.Published.Basis = dateline.PublishedUnknown
	}
	start := 0
	for _, m := range sentenceEnd.FindAllStringIndex(text, -1) {
		stop := m[0] + 1
		if text[m[0]] == '\n' {
			stop = m[0]
		}
		if !shortened.MatchString(text[start:stop]) {
			doc.Sentences = append(doc.Sentences, sentence(text, start, stop, len(doc.Sentences)))
			start = stop
		}
	}
	doc.Sentences = append(doc.Sentences, sentence(text, start, len(text), len(doc.Sentences)))
	return doc
}

func sentence(text string, start, stop, index int) dateline.Sentence {
	s := dateline.Sentence{Start: start, End: stop, Index: index}
	for _, m := range wordOrMark.FindAllStringIndex(text[start:stop], -1) {
		s.Tokens = append(s.Tokens, dateline.Token{Start: start + m[0], End: start + m[1], Text: text[start+m[0] : start+m[1]], Head: -1})
	}
	return s
}

func sharedFolder(t testing.TB) string {
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		here, err := os.Getwd()
		if err != nil {
			t.Fatal(err)
		}
		for here != filepath.Dir(here) {
			if _, err := os.Stat(filepath.Join(here, "go.mod")); err == nil {
				break
			}
			here = filepath.Dir(here)
		}
		dir = filepath.Join(here, "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("DATELINE_REQUIRE_SHARED") == "1" {
			t.Fatalf("shared data wanted and absent: %v", err)
		}
		t.Skip("no shared data: set DATELINE_SHARED or put it in ../shared")
	}
	return dir
}

type goldTime struct {
	Start, End        int
	Text, Type, Value string
	DCT               bool
}

type corpusReport struct {
	ID, Text, Published string
	times               []goldTime
}

func readCorpus(t testing.TB, set string) []corpusReport {
	dir := filepath.Join(sharedFolder(t), "data", set, "train")
	var reports []corpusReport
	at := map[string]int{}
	eachLine(t, filepath.Join(dir, "reports.jsonl"), func(line []byte) error {
		var r corpusReport
		err := json.Unmarshal(line, &r)
		at[r.ID] = len(reports)
		reports = append(reports, r)
		return err
	})
	eachLine(t, filepath.Join(dir, "gold.jsonl"), func(line []byte) error {
		var g struct {
			Report string
			Times  []goldTime
		}
		err := json.Unmarshal(line, &g)
		reports[at[g.Report]].times = g.Times
		return err
	})
	return reports
}

func eachLine(t testing.TB, path string, do func([]byte) error) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		if err := do(lines.Bytes()); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

type score struct{ gold, found, strict, relaxed, value int }

func f1(hit, gold, found int) float64 { return 200 * float64(hit) / float64(max(1, gold+found)) }

// TestTIMEXScores measures spans and values as TempEval-3 does: value F1 over
// gold and found, with a relaxed span and an equal value. DATELINE_WORST=1
// lists what went wrong.
func TestTIMEXScores(t *testing.T) {
	for _, c := range []struct {
		set   string
		floor float64
	}{{"timex_tempeval3", 75}, {"wikiwars", 80}} {
		t.Run(c.set, func(t *testing.T) {
			finder, err := New()
			if err != nil {
				t.Fatal(err)
			}
			resolver := NewResolver(finder, Options{})
			var s score
			worst := map[string]int{}
			for _, r := range readCorpus(t, c.set) {
				doc := document(r.Text, r.Published)
				s.compare(r, resolver.Resolve(doc, finder.Find(doc)), worst)
			}
			t.Logf("%s: strict %.1f relaxed %.1f value %.1f (gold %d found %d)", c.set, f1(s.strict, s.gold, s.found),
				f1(s.relaxed, s.gold, s.found), f1(s.value, s.gold, s.found), s.gold, s.found)
			if os.Getenv("DATELINE_WORST") != "" {
				list(t, worst)
			}
			if v := f1(s.value, s.gold, s.found); v < c.floor {
				t.Errorf("value F1 %.1f is under the floor %.1f", v, c.floor)
			}
		})
	}
}

func (s *score) compare(r corpusReport, found []Resolved, worst map[string]int) {
	used := make([]bool, len(found))
	for _, g := range r.times {
		s.gold++
		hit := false
		for i, f := range found {
			e := f.Expression
			if used[i] || e.Start >= g.End || g.Start >= e.End {
				continue
			}
			used[i], hit = true, true
			s.relaxed++
			if e.Start == g.Start && e.End == g.End {
				s.strict++
			}
			if _, v := f.TIMEX(); v == g.Value {
				s.value++
			} else {
				worst[fmt.Sprintf("VALUE %s=%s we %s=%s", g.Text, g.Value, e.Text, v)]++
			}
			break
		}
		if !hit {
			worst["MISS "+g.Text+"="+g.Value]++
		}
	}
	for i, f := range found {
		if typ, _ := f.TIMEX(); typ == "" && !used[i] {
			continue
		}
		s.found++
		if !used[i] {
			e := f.Expression
			around := r.Text[max(0, e.Start-20):min(len(r.Text), e.End+20)]
			worst["EXTRA "+e.Text+" in "+strings.ReplaceAll(around, "\n", " ")]++
		}
	}
}

func list(t *testing.T, worst map[string]int) {
	keys := make([]string, 0, len(worst))
	for k := range worst {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if worst[keys[i]] != worst[keys[j]] {
			return worst[keys[i]] > worst[keys[j]]
		}
		return keys[i] < keys[j]
	})
	for _, k := range keys {
		t.Log(worst[k], k)
	}
}
