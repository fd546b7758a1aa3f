package demo

import (
	"context"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
)

// made is what the program made of the reports.
type made struct {
	incidents map[dateline.ID]*dateline.Incident
	keys      map[dateline.ID]string // of reports
	reports   map[string]*dateline.Report
	readings  map[string]*dateline.Reading
	home      map[dateline.ID]dateline.ID // mention -> incident
}

// readAll puts the reports through the pipeline.
func readAll(t *testing.T) *made {
	t.Helper()
	ctx := context.Background()
	s := must[*sqlite.Store](t)(sqlite.Create(ctx, t.TempDir(), sqlite.Options{}))
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	now := func() time.Time { return time.Date(2024, 4, 1, 0, 0, 0, 0, time.UTC) }
	p := must[*pipeline.Pipeline](t)(pipeline.New(s, pipeline.Options{Own: Own(), Ceiling: Ceiling, Now: now}))
	must[*dateline.Job](t)(p.Run(ctx, Reports()))
	m := &made{incidents: map[dateline.ID]*dateline.Incident{}, keys: map[dateline.ID]string{}, reports: map[string]*dateline.Report{},
		readings: map[string]*dateline.Reading{}, home: map[dateline.ID]dateline.ID{}}
	if err := s.View(ctx, func(tx store.Tx) error { return m.load(ctx, tx) }); err != nil {
		t.Fatal(err)
	}
	return m
}

func (m *made) load(ctx context.Context, tx store.Tx) error {
	for row, err := range tx.ListIncidents(ctx, store.Filter{}) {
		if err != nil {
			return err
		}
		m.incidents[row.Incident.ID] = row.Incident
		for _, id := range row.Mentions {
			m.home[id] = row.Incident.ID
		}
	}
	for r, err := range tx.ListReports(ctx, store.ReportFilter{}) {
		if err != nil {
			return err
		}
		k := key(dateline.Raw{Name: r.Name})
		reading, _, err := tx.Reading(ctx, r.ID)
		if err != nil {
			return err
		}
		m.keys[r.ID], m.reports[k], m.readings[k] = k, r, reading
	}
	return nil
}

// tellers gives the mentions of a report that cite the words.
func (m *made) tellers(x told) []dateline.Mention {
	r, reading := m.reports[x.report], m.readings[x.report]
	start := strings.Index(r.Text, x.passage)
	end := start + len(x.passage)
	near := map[dateline.ID]bool{}
	for _, p := range reading.Passages {
		near[p.ID] = start >= 0 && p.Span.Start < end && p.Span.End > start
	}
	var out []dateline.Mention
	for _, mention := range reading.Mentions {
		if slices.ContainsFunc(mention.Passages, func(id dateline.ID) bool { return near[id] }) {
			out = append(out, mention)
		}
	}
	return out
}

// homes counts the passages of an incident by the records they went to.
func (m *made) homes(in incident) map[dateline.ID]int {
	out := map[dateline.ID]int{}
	for _, x := range in.told {
		seen := map[dateline.ID]bool{}
		for _, mention := range m.tellers(x) {
			if id := m.home[mention.ID]; id != "" && !seen[id] {
				seen[id] = true
				out[id]++
			}
		}
	}
	return out
}

// match gives every happening the record that holds most of its passages; the
// happening with more of a record's passages has it.
func (m *made) match(list []incident) map[string]*dateline.Incident {
	type vote struct {
		key   string
		id    dateline.ID
		votes int
	}
	var votes []vote
	for _, in := range list {
		for id, n := range m.homes(in) {
			votes = append(votes, vote{in.key, id, n})
		}
	}
	sort.Slice(votes, func(i, k int) bool {
		a, b := votes[i], votes[k]
		return a.votes > b.votes || a.votes == b.votes && (a.key < b.key || a.key == b.key && a.id < b.id)
	})
	out, used := map[string]*dateline.Incident{}, map[dateline.ID]bool{}
	for _, v := range votes {
		if out[v.key] == nil && !used[v.id] {
			out[v.key], used[v.id] = m.incidents[v.id], true
		}
	}
	return out
}

// differences lists in words where what was made is not what was told.
func (m *made) differences(list []incident) []string {
	var out []string
	say := func(key, format string, args ...any) { out = append(out, key+"\t"+fmt.Sprintf(format, args...)) }
	matched := m.match(list)
	owner := map[dateline.ID]string{}
	for key, rec := range matched {
		owner[rec.ID] = key
	}
	for _, in := range list {
		rec := matched[in.key]
		if rec == nil {
			say(in.key, "no record")
			continue
		}
		reports := map[string]bool{}
		for _, x := range in.told {
			reports[x.report] = true
			if !slices.ContainsFunc(m.tellers(x), func(mention dateline.Mention) bool { return m.home[mention.ID] == rec.ID }) {
				say(in.key, "lacks %s", x.report)
			}
		}
		for _, r := range rec.Reports {
			if !reports[m.keys[r]] {
				say(in.key, "takes in %s", m.keys[r])
			}
		}
		compareFacts(in, rec, say)
	}
	for id, rec := range m.incidents {
		if owner[id] == "" {
			say("-", "one more record: %s", m.saidBy(rec))
		}
	}
	sort.Strings(out)
	return out
}

func (m *made) saidBy(rec *dateline.Incident) string {
	var keys []string
	for _, r := range rec.Reports {
		keys = append(keys, m.keys[r])
	}
	sort.Strings(keys)
	return string(rec.Type) + " by " + strings.Join(keys, " ")
}

func compareFacts(in incident, rec *dateline.Incident, say func(key, format string, args ...any)) {
	if in.date != rec.Date.EDTF && (in.date != "" || rec.Date.Precision <= dateline.D2) {
		say(in.key, "date %s, not %s", rec.Date.EDTF, in.date)
	}
	name, admin1 := "", ""
	if ref := rec.Place.Ref; ref != nil {
		name, admin1 = ref.City, ref.Admin1
		if name == "" {
			name = ref.Name
		}
	}
	if in.place != name || admin1 != "" && in.admin1 != admin1 {
		say(in.key, "place %s (%s), not %s (%s)", name, admin1, in.place, in.admin1)
	}
	if in.kind != string(rec.Type) {
		say(in.key, "type %s, not %s", rec.Type, in.kind)
	}
	var low, best, high *int
	if f := rec.Figure(dateline.Killed, dateline.PopAll); f != nil {
		low, best, high = f.Low, f.Best, f.High
	}
	if got, want := triple(low, best, high), triple(in.low, in.best, in.high); got != want {
		say(in.key, "killed %s, not %s", got, want)
	}
}

func triple(n ...*int) string {
	s := make([]string, len(n))
	for i, p := range n {
		s[i] = "-"
		if p != nil {
			s[i] = fmt.Sprint(*p)
		}
	}
	return strings.Join(s, "/")
}

// TestHoldsToTheTruth: what is read from the reports is what they were written
// to tell, but for the misses that testdata/misses.tsv admits, each with its
// reason. A miss that is not one any more is to be struck from there.
func TestHoldsToTheTruth(t *testing.T) {
	got := readAll(t).differences(truth(t))
	var known []string
	for _, r := range table(t, "misses.tsv", 3) {
		if r[0] == "" {
			r[0] = "-"
		}
		known = append(known, r[0]+"\t"+r[1])
	}
	for _, d := range got {
		if !slices.Contains(known, d) {
			t.Errorf("not what was told: %s", d)
		}
	}
	for _, k := range known {
		if !slices.Contains(got, k) {
			t.Errorf("testdata/misses.tsv lists what is right now: %s", k)
		}
	}
	if os.Getenv("DATELINE_MISSES") != "" {
		fmt.Println(strings.Join(got, "\n"))
	}
}
