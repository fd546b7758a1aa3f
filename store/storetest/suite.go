// Package storetest is the contract of a store as one suite. A store passes
// when Run passes with an open function that gives a new, empty store.
package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// Run holds the contract of store.Store. open gives a new, empty store and
// closes it when its test ends.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, store.Store)
	}{
		{"what is written is read back", testRoundTrip},
		{"an update is atomic", testAtomic},
		{"a view sees one state and cannot write", testView},
		{"a second reading replaces the first", testReread},
		{"claims keep their words", testClaimsKeepWords},
		{"a revision must follow the one before", testConflict},
		{"merge and split move mentions and redirect", testMerge},
		{"states by number and by time", testStates},
		{"decisions are appended once and undone by decisions", testDecisions},
		{"jobs resume", testJobs},
		{"blocks find candidates", testBlocks},
		{"the newest of many are found", testNewest},
		{"bands find similar reports", testBands},
		{"a family changes nothing else", testFamily},
		{"public ids in the order of internal ids", testMint},
		{"redirects without circles", testRedirects},
		{"an incident stands again after a merge", testStandsAgain},
		{"registries", testRegistries},
		{"search leaves out what is masked or suppressed", testSearch},
		{"ETH-6 a whole store verifies", testVerify},
		{"writers queue up", testWriters},
		{"filters", testFilters},
		{"pages join without gap or overlap", testPages},
		{"lists as known at a time", testAsOf},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
}

func all[T any](t testing.TB, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var out []T
	for v, err := range seq {
		must(t, err)
		out = append(out, v)
	}
	return out
}

func testRoundTrip(t *testing.T, s store.Store) {
	ctx, x := t.Context(), NewSample(1, 14)
	must(t, Keep(ctx, s, x))
	raw, err := s.GetRaw(ctx, x.Report.SHA256Raw)
	must(t, err)
	if string(raw) != string(x.Raw) {
		t.Error("raw bytes differ")
	}
	view(t, s, func(tx store.Tx) error {
		r, err := tx.Report(ctx, x.Report.ID)
		must(t, err)
		reading, version, err := tx.Reading(ctx, x.Report.ID)
		must(t, err)
		if d := cmp.Diff(x.Report, r) + cmp.Diff(x.Reading, reading) + cmp.Diff("extract@1", version); d != "" {
			t.Error(d)
		}
		_, err = tx.Report(ctx, dateline.ReportID("none"))
		wantCode(t, dateline.NotFound, err)
		_, err = tx.Incident(ctx, "inc_none")
		wantCode(t, dateline.NotFound, err)
		for f, want := range map[store.ReportFilter]int{{}: 1, {ExternalID: "x00001"}: 1, {Outlet: "Other"}: 0, {NotReadBy: "extract@1"}: 0,
			{NotReadBy: "extract@2"}: 1, {Unread: true}: 0, {From: "2024-03-02", To: "2024-03-02"}: 1, {From: "2024-03-03"}: 0} {
			n, err := tx.CountReports(ctx, f)
			must(t, err)
			if n != want || len(all(t, tx.ListReports(ctx, f))) != want {
				t.Errorf("%+v: %d reports, want %d", f, n, want)
			}
		}
		return nil
	})
	_, err = s.GetRaw(ctx, dateline.Hash(nil))
	wantCode(t, dateline.NotFound, err)
	err = s.Update(ctx, func(tx store.Tx) error { return tx.PutReport(ctx, NewSample(2, 1).Report) })
	wantCode(t, dateline.Invalid, err) // its raw bytes are not there
}

func testAtomic(t *testing.T, s store.Store) {
	ctx, x := t.Context(), NewSample(1, 14)
	_, err := s.PutRaw(ctx, x.Raw)
	must(t, err)
	stop := errors.New("stop")
	write := func(tx store.Tx) error { return tx.PutReport(ctx, x.Report) }
	if err := s.Update(ctx, func(tx store.Tx) error { must(t, write(tx)); return stop }); !errors.Is(err, stop) {
		t.Fatal(err)
	}
	func() {
		defer func() { _ = recover() }()
		_ = s.Update(ctx, func(tx store.Tx) error { must(t, write(tx)); panic("in the middle") })
	}()
	canceled, cancel := context.WithCancel(ctx)
	err = s.Update(canceled, func(tx store.Tx) error {
		must(t, write(tx))
		cancel()
		return tx.PutReading(canceled, x.Report.ID, "v", x.Reading)
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("canceled update: %v", err)
	}
	view(t, s, func(tx store.Tx) error {
		_, err := tx.Report(ctx, x.Report.ID)
		wantCode(t, dateline.NotFound, err)
		return nil
	})
	update(t, s, write)
}

func testView(t *testing.T, s store.Store) {
	ctx := t.Context()
	err := s.View(ctx, func(tx store.Tx) error { return tx.Set(ctx, "a", "b") })
	wantCode(t, dateline.Invalid, err)
	view(t, s, func(tx store.Tx) error {
		before, err := tx.Setting(ctx, "a")
		must(t, err)
		update(t, s, func(w store.Tx) error { return w.Set(ctx, "a", "later") })
		after, err := tx.Setting(ctx, "a")
		must(t, err)
		if before != after {
			t.Errorf("the view changed from %q to %q", before, after)
		}
		return nil
	})
}

func testReread(t *testing.T, s store.Store) {
	ctx, x, y := t.Context(), NewSample(1, 14), NewSample(2, 14)
	must(t, Keep(ctx, s, x, y))
	i := Incident(x, y)
	must(t, Link(ctx, s, i, Revision(1, 0)))
	update(t, s, func(tx store.Tx) error { return tx.PutReading(ctx, x.Report.ID, "extract@2", x.Reading) })
	update(t, s, func(tx store.Tx) error { return tx.PutReading(ctx, y.Report.ID, "extract@2", &dateline.Reading{}) })
	view(t, s, func(tx store.Tx) error {
		claim, err := tx.Claim(ctx, x.Reading.Claims[0].ID)
		must(t, err)
		if claim.IncidentID != i.ID {
			t.Errorf("the claim lost its incident: %q", claim.IncidentID)
		}
		_, err = tx.Mention(ctx, y.Reading.Mentions[0].ID)
		wantCode(t, dateline.NotFound, err)
		found, err := tx.Candidates(ctx, []string{"place:sirvaz"}, 0)
		must(t, err)
		if len(found) != 1 || found[0].Mention != x.Reading.Mentions[0].ID {
			t.Errorf("candidates %v", found)
		}
		return nil
	})
}

func testClaimsKeepWords(t *testing.T, s store.Store) {
	ctx, x := t.Context(), NewSample(1, 14)
	must(t, Keep(ctx, s, x))
	c := x.Reading.Claims[0]
	c.Origin = dateline.NewID(dateline.PrefixOrigin, "hospital")
	c.Grade = dateline.Grade{Reliability: "B", Credibility: 2, SetBy: "default"}
	update(t, s, func(tx store.Tx) error { return tx.PutClaims(ctx, c) })
	view(t, s, func(tx store.Tx) error {
		if d := cmp.Diff([]*dateline.Claim{&c}, all(t, tx.ListClaims(ctx, store.ClaimFilter{Origin: c.Origin}))); d != "" {
			t.Error(d)
		}
		return nil
	})
	c.Exact = "15"
	wantCode(t, dateline.Conflict, s.Update(ctx, func(tx store.Tx) error { return tx.PutClaims(ctx, c) }))
}

func testConflict(t *testing.T, s store.Store) {
	ctx, x := t.Context(), NewSample(1, 14)
	must(t, Keep(ctx, s, x))
	i := Incident(x)
	must(t, Link(ctx, s, i, Revision(1, 0)))
	must(t, Link(ctx, s, i, Revision(2, 1)))
	wantCode(t, dateline.Conflict, Link(ctx, s, i, Revision(2, 2)))
	wantCode(t, dateline.Conflict, Link(ctx, s, i, Revision(4, 2)))
	ghost := Incident(NewSample(9, 1))
	wantCode(t, dateline.NotFound, Link(ctx, s, ghost, Revision(1, 2)))
	view(t, s, func(tx store.Tx) error {
		got, err := tx.Incident(ctx, i.ID)
		must(t, err)
		if d := cmp.Diff(i, got); d != "" {
			t.Error(d)
		}
		if n := len(all(t, tx.Revisions(ctx, store.RevisionFilter{}))); n != 2 {
			t.Errorf("%d revisions, want 2", n)
		}
		return nil
	})
}

func testMerge(t *testing.T, s store.Store) {
	ctx, x, y := t.Context(), NewSample(1, 14), NewSample(2, 14)
	must(t, Keep(ctx, s, x, y))
	a, b := Incident(x), Incident(y)
	must(t, Link(ctx, s, a, Revision(1, 0)))
	must(t, Link(ctx, s, b, Revision(1, 1)))
	loser := *b
	loser.Status, loser.MergedInto = dateline.Merged, a.ID
	both := Incident(x, y)
	update(t, s, func(tx store.Tx) error {
		if err := tx.PutIncident(ctx, both, Revision(2, 2)); err != nil {
			return err
		}
		return tx.PutIncident(ctx, &loser, Revision(2, 2))
	})
	view(t, s, func(tx store.Tx) error {
		for _, m := range both.Mentions {
			owner, err := tx.IncidentOf(ctx, m)
			must(t, err)
			if owner != a.ID {
				t.Errorf("mention %s belongs to %s", m, owner)
			}
		}
		end, err := tx.Canonical(ctx, b.ID)
		must(t, err)
		aliases, err := tx.Aliases(ctx, a.ID)
		must(t, err)
		if end != a.ID || len(aliases) != 1 || aliases[0] != b.ID {
			t.Errorf("%s leads to %s; aliases %v", b.ID, end, aliases)
		}
		if n := len(all(t, tx.ListIncidents(ctx, store.Filter{}))); n != 1 {
			t.Errorf("%d incidents listed, want 1", n)
		}
		return nil
	})
	mustVerify(t, s)
}

func testStates(t *testing.T, s store.Store) {
	ctx, x := t.Context(), NewSample(1, 14)
	must(t, Keep(ctx, s, x))
	i := Incident(x)
	for n := 1; n <= 3; n++ {
		i.Title = fmt.Sprintf("title %d", n)
		must(t, Link(ctx, s, i, Revision(n, 10*n)))
	}
	for _, c := range []struct {
		n    int
		at   string
		want string
	}{{1, "", "title 1"}, {2, "", "title 2"}, {0, "", "title 3"}, {0, "2024-03-12T08:10:00Z", "title 1"}, {0, "2024-03-12T08:29:59Z", "title 2"},
		{0, "2024-03-12T08:00:00Z", ""}, {4, "", ""}} {
		view(t, s, func(tx store.Tx) error {
			rev, state, err := tx.StateAt(ctx, i.ID, c.n, c.at)
			if c.want == "" {
				wantCode(t, dateline.NotFound, err)
				return nil
			}
			must(t, err)
			var got dateline.Incident
			must(t, json.Unmarshal(state, &got))
			if got.Title != c.want || got.Revision != rev.N {
				t.Errorf("revision %d at %q: %q, want %q", c.n, c.at, got.Title, c.want)
			}
			return nil
		})
	}
	view(t, s, func(tx store.Tx) error {
		if since := all(t, tx.Revisions(ctx, store.RevisionFilter{SinceSeq: 1, Record: i.ID, Since: "2024-03-12T08:30:00Z"})); len(since) != 1 || since[0].N != 3 {
			t.Errorf("since: %+v", since)
		}
		return nil
	})
}

func testDecisions(t *testing.T, s store.Store) {
	ctx := t.Context()
	a := dateline.Decision{ID: "dec_a", By: "link@1", Action: dateline.ActLink, Targets: []dateline.ID{"mnt_1", "mnt_2"}, Rule: "LNK-1", Version: "1"}
	b := dateline.Decision{ID: "dec_b", By: "Roza", Person: true, Action: dateline.ActSetValue, Targets: []dateline.ID{"inc_1"}, Note: "checked", At: "2024-03-13T00:00:00Z"}
	c := dateline.Decision{ID: "dec_c", By: "Roza", Person: true, Action: dateline.ActMerge, Targets: []dateline.ID{"inc_1", "inc_2"},
		Parts: []dateline.Part{{What: "together", Values: []string{"mnt_1", "mnt_3"}}}, At: "2024-03-13T12:00:00Z"}
	undo := dateline.Decision{ID: "dec_u", By: "Roza", Person: true, Action: dateline.ActUndo, Targets: []dateline.ID{"dec_b"}, At: "2024-03-14T00:00:00Z"}
	decide := func(ds ...dateline.Decision) error {
		return s.Update(ctx, func(tx store.Tx) error { return tx.Decide(ctx, ds...) })
	}
	must(t, decide(a, b))
	must(t, decide(a))
	changed := a
	changed.Rule = "LNK-2"
	wantCode(t, dateline.Conflict, decide(changed))
	must(t, decide(c))
	must(t, decide(undo))
	must(t, decide(b)) // a repeated step does not undo the undoing
	view(t, s, func(tx store.Tx) error {
		got, err := tx.Decision(ctx, "dec_b")
		must(t, err)
		if got.UndoneBy != "dec_u" {
			t.Errorf("undone by %q", got.UndoneBy)
		}
		for _, c := range []struct {
			f    store.DecisionFilter
			want string
		}{{store.DecisionFilter{}, "[dec_a dec_b dec_c dec_u]"}, {store.DecisionFilter{Newest: true, Limit: 2}, "[dec_u dec_c]"},
			{store.DecisionFilter{Target: "mnt_2"}, "[dec_a]"}, {store.DecisionFilter{Persons: true, Standing: true}, "[dec_c dec_u]"},
			{store.DecisionFilter{About: []dateline.ID{"mnt_2", "mnt_3"}}, "[dec_c]"}, {store.DecisionFilter{About: []dateline.ID{"mnt_2"}}, "[]"},
			{store.DecisionFilter{Actions: []dateline.Action{dateline.ActSetValue}}, "[dec_b]"}} {
			var ids []dateline.ID
			for _, d := range all(t, tx.ListDecisions(ctx, c.f)) {
				ids = append(ids, d.ID)
			}
			if fmt.Sprint(ids) != c.want {
				t.Errorf("%+v: %v, want %s", c.f, ids, c.want)
			}
		}
		return nil
	})
	mustVerify(t, s)
}

func testJobs(t *testing.T, s store.Store) {
	ctx := t.Context()
	j := &dateline.Job{ID: "job_1", Kind: "ingest", Status: "running", Started: "2024-03-12T08:00:00Z", Counts: map[string]int{"read": 2}}
	outcomes := []dateline.Outcome{{Input: "b.html", Result: "new", Report: "rep_1"}, {Input: "a.html", Result: "rejected", Reason: "no text"}}
	update(t, s, func(tx store.Tx) error {
		must(t, tx.PutJob(ctx, j))
		return tx.PutOutcomes(ctx, j.ID, outcomes...)
	})
	outcomes[1] = dateline.Outcome{Input: "a.html", Result: "new", Report: "rep_2"}
	update(t, s, func(tx store.Tx) error {
		return tx.PutOutcomes(ctx, j.ID, outcomes[1], dateline.Outcome{Input: "c.html", Result: "duplicate"})
	})
	update(t, s, func(tx store.Tx) error { return tx.Mint(ctx, j.ID) })
	view(t, s, func(tx store.Tx) error {
		got, err := tx.Job(ctx, j.ID)
		must(t, err)
		if got.Public == "" {
			t.Error("no public id")
		}
		got.Public = ""
		want := *j
		want.Outcomes = append(outcomes, dateline.Outcome{Input: "c.html", Result: "duplicate"})
		if d := cmp.Diff(&want, got); d != "" {
			t.Error(d)
		}
		if n := len(all(t, tx.ListJobs(ctx, 5))); n != 1 {
			t.Errorf("%d jobs", n)
		}
		return nil
	})
}

func testBlocks(t *testing.T, s store.Store) {
	ctx, x, y := t.Context(), NewSample(1, 14), NewSample(2, 14)
	must(t, Keep(ctx, s, x, y))
	must(t, Link(ctx, s, Incident(y), Revision(1, 0)))
	view(t, s, func(tx store.Tx) error {
		got, err := tx.Candidates(ctx, []string{"day:2024-03-03", "place:sirvaz", "place:sirvaz", "unknown"}, 0)
		must(t, err)
		want := []store.Candidate{{Mention: y.Reading.Mentions[0].ID, Report: y.Report.ID,
			Weight: store.Weight(1, store.MostSharing) + store.Weight(2, store.MostSharing)},
			{Mention: x.Reading.Mentions[0].ID, Report: x.Report.ID, Weight: store.Weight(2, store.MostSharing)}}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
		return nil
	})
	update(t, s, func(tx store.Tx) error { return tx.PutBlocks(ctx, y.Reading.Mentions[0].ID, []string{"other"}) })
	view(t, s, func(tx store.Tx) error {
		got, err := tx.Candidates(ctx, []string{"place:sirvaz"}, 1)
		must(t, err)
		if len(got) != 1 || got[0].Mention != x.Reading.Mentions[0].ID {
			t.Errorf("after the change: %v", got)
		}
		return nil
	})
}

// testFamily: a family is kept beside all else that is known of a report, also in
// the Update that writes it.
func testFamily(t *testing.T, s store.Store) {
	ctx, x := t.Context(), NewSample(1, 14)
	must(t, Keep(ctx, s, x))
	want := *x.Report
	want.Family = "fam_1"
	same := func(tx store.Tx) error {
		r, err := tx.Report(ctx, x.Report.ID)
		if d := cmp.Diff(&want, r); d != "" {
			t.Error(d)
		}
		return err
	}
	update(t, s, func(tx store.Tx) error {
		_, err := tx.Report(ctx, x.Report.ID)
		must(t, err)
		must(t, tx.PutFamily(ctx, x.Report.ID, "fam_1"))
		return same(tx)
	})
	view(t, s, same)
	view(t, s, func(tx store.Tx) error {
		if n, err := tx.CountReports(ctx, store.ReportFilter{Family: "fam_1"}); err != nil || n != 1 {
			t.Errorf("%d reports of the family, %v", n, err)
		}
		return nil
	})
	wantCode(t, dateline.NotFound, s.Update(ctx, func(tx store.Tx) error { return tx.PutFamily(ctx, "rep_none", "fam_1") }))
}

func testBands(t *testing.T, s store.Store) {
	ctx, x, y := t.Context(), NewSample(1, 14), NewSample(2, 14)
	must(t, Keep(ctx, s, x, y))
	update(t, s, func(tx store.Tx) error {
		must(t, tx.PutBands(ctx, x.Report.ID, []uint64{1, 2, 1 << 63}))
		must(t, tx.PutBands(ctx, y.Report.ID, []uint64{1, 1 << 63, 9}))
		return tx.PutBands(ctx, x.Report.ID, []uint64{1, 2})
	})
	view(t, s, func(tx store.Tx) error {
		got, err := tx.Similar(ctx, []uint64{1, 1 << 63}, 0)
		must(t, err)
		if d := cmp.Diff([]store.Similar{{Report: y.Report.ID, Weight: store.Weight(1, store.MostCopies) + store.Weight(2, store.MostCopies)},
			{Report: x.Report.ID, Weight: store.Weight(2, store.MostCopies)}}, got); d != "" {
			t.Error(d)
		}
		return nil
	})
}

// testNewest: of a key that very many share, the newest filed are found; one that
// is filed under other keys is found by these alone, and what was filed again
// under the same keys is where it was.
func testNewest(t *testing.T, s store.Store) {
	ctx := t.Context()
	var ids []dateline.ID
	for n := range store.MostSharing + 3 {
		x := NewSample(n, n)
		must(t, Keep(ctx, s, x))
		ids = append(ids, x.Reading.Mentions[0].ID)
	}
	file := func(n int, keys ...string) {
		update(t, s, func(tx store.Tx) error { return tx.PutBlocks(ctx, ids[n], keys) })
	}
	found := func(key string) (out []dateline.ID) {
		update(t, s, func(tx store.Tx) error {
			list, err := tx.Candidates(ctx, []string{key}, 0)
			for _, c := range list {
				out = append(out, c.Mention)
			}
			return err
		})
		slices.Sort(out)
		return out
	}
	want := func(key string, ids ...dateline.ID) {
		t.Helper()
		if d := cmp.Diff(slices.Sorted(slices.Values(ids)), found(key)); d != "" {
			t.Errorf("under %q: %s", key, d)
		}
	}
	for n := range ids {
		file(n, "shared", "own"+string(ids[n]))
	}
	want("shared", ids[3:]...)
	want("own"+string(ids[0]), ids[0])
	file(5, "shared", "other")
	want("shared", ids[3:]...)
	want("other", ids[5])
	want("own" + string(ids[5]))
	file(5, "other")
	want("shared", append(slices.Clone(ids[3:5]), ids[6:]...)...)
}

func testMint(t *testing.T, s store.Store) {
	ctx := t.Context()
	var ids []dateline.ID
	for n := range 50 {
		ids = append(ids, dateline.NewID(dateline.PrefixIncident, fmt.Sprint(n)))
	}
	ids = append(ids, dateline.NewID(dateline.PrefixMention, "none")) // a kind without public ids
	update(t, s, func(tx store.Tx) error { return tx.Mint(ctx, ids...) })
	var before map[dateline.ID]dateline.PublicID
	view(t, s, func(tx store.Tx) (err error) { before, err = tx.Public(ctx, ids...); return err })
	update(t, s, func(tx store.Tx) error { return tx.Mint(ctx, ids...) })
	view(t, s, func(tx store.Tx) error {
		after, err := tx.Public(ctx, ids...)
		must(t, err)
		if d := cmp.Diff(before, after); d != "" || len(after) != 50 {
			t.Errorf("%d public ids; %s", len(after), d)
		}
		for id, p := range after {
			if _, err := dateline.ParsePublic(string(p)); err != nil {
				t.Error(err)
			}
			if found, err := tx.Find(ctx, p); err != nil || found != id {
				t.Errorf("%s leads to %s, want %s: %v", p, found, id, err)
			}
		}
		_, err = tx.Find(ctx, "INC-000000")
		wantCode(t, dateline.NotFound, err)
		return nil
	})
}

// testStandsAgain: an incident whose merge was undone is found by its own id.
func testStandsAgain(t *testing.T, s store.Store) {
	ctx := t.Context()
	put := func(n int, i dateline.Incident) {
		update(t, s, func(tx store.Tx) error {
			return tx.PutIncident(ctx, &i, &dateline.Revision{Record: i.ID, N: n, At: "2031-01-01T00:00:00Z"})
		})
	}
	put(1, dateline.Incident{ID: "inc_a"})
	put(1, dateline.Incident{ID: "inc_b"})
	merged := dateline.Incident{ID: "inc_a", Status: dateline.Merged, MergedInto: "inc_b"}
	for n, row := range []struct {
		state dateline.Incident
		leads dateline.ID
	}{{merged, "inc_b"}, {dateline.Incident{ID: "inc_a"}, "inc_a"}, {merged, "inc_b"}} {
		put(n+2, row.state)
		view(t, s, func(tx store.Tx) error {
			got, err := tx.Canonical(ctx, "inc_a")
			if got != row.leads {
				t.Errorf("revision %d leads to %s, want %s", n+2, got, row.leads)
			}
			return err
		})
	}
}

func testRedirects(t *testing.T, s store.Store) {
	ctx := t.Context()
	update(t, s, func(tx store.Tx) error {
		must(t, tx.Redirect(ctx, "inc_a", "inc_b"))
		must(t, tx.Redirect(ctx, "inc_b", "inc_c"))
		wantCode(t, dateline.Conflict, tx.Redirect(ctx, "inc_c", "inc_a"))
		wantCode(t, dateline.Conflict, tx.Redirect(ctx, "inc_c", "inc_c"))
		end, err := tx.Canonical(ctx, "inc_a")
		must(t, err)
		aliases, err := tx.Aliases(ctx, "inc_c")
		must(t, err)
		if end != "inc_c" || fmt.Sprint(aliases) != "[inc_a inc_b]" {
			t.Errorf("end %s, aliases %v", end, aliases)
		}
		return nil
	})
}

func testRegistries(t *testing.T, s store.Store) {
	ctx := t.Context()
	update(t, s, func(tx store.Tx) error {
		must(t, tx.Sources().Put(ctx, dateline.Source{ID: "src_b", Name: "B"}, dateline.Source{ID: "src_a", Name: "A"}))
		must(t, tx.Sources().Put(ctx, dateline.Source{ID: "src_b", Name: "B again"}))
		must(t, tx.Origins().Put(ctx, dateline.Origin{ID: "org_1", Issuer: "src_a", Carriers: []dateline.ID{"rep_1"}}))
		must(t, tx.Families().Put(ctx, dateline.Family{ID: "fam_1"}))
		must(t, tx.Actors().Put(ctx, dateline.Actor{ID: "act_1", Name: "Velmara Police"}))
		must(t, tx.Places().Put(ctx, dateline.Place{ID: "plc_1", Name: "Harvashan"}))
		must(t, tx.Documents("brief").Put(ctx, store.Document{ID: "brf_1", JSON: []byte(`{"title":"March"}`)}))
		wantCode(t, dateline.Invalid, tx.Documents("brief").Put(ctx, store.Document{ID: "brf_2", JSON: []byte(`{`)}))
		return tx.Families().Delete(ctx, "fam_1", "fam_none")
	})
	view(t, s, func(tx store.Tx) error {
		sources := all(t, tx.Sources().All(ctx))
		if len(sources) != 2 || sources[0].Name != "A" || sources[1].Name != "B again" {
			t.Errorf("sources %+v", sources)
		}
		_, err := tx.Families().Get(ctx, "fam_1")
		wantCode(t, dateline.NotFound, err)
		d, err := tx.Documents("brief").Get(ctx, "brf_1")
		must(t, err)
		if string(d.JSON) != `{"title":"March"}` || len(all(t, tx.Documents("review").All(ctx))) != 0 {
			t.Errorf("document %s", d.JSON)
		}
		o, err := tx.Origins().Get(ctx, "org_1")
		must(t, err)
		if o.Issuer != "src_a" {
			t.Errorf("origin %+v", o)
		}
		return nil
	})
}

func testSearch(t *testing.T, s store.Store) {
	ctx, x, y := t.Context(), NewSample(1, 14), NewSample(2, 3)
	must(t, Keep(ctx, s, x, y))
	must(t, Link(ctx, s, Incident(x), Revision(1, 0)))
	count := func(query string, want int) {
		t.Helper()
		view(t, s, func(tx store.Tx) error {
			hits, err := tx.Search(ctx, query, 10)
			must(t, err)
			if len(hits) != want {
				t.Errorf("%s: %d hits, want %d: %v", query, len(hits), want, hits)
			}
			return nil
		})
	}
	count("harvashan doctors", 2)
	count(`"sirvaz bazaar"`, 3)
	count(`"bazaar sirvaz"`, 0)
	count(`bus -harvashan`, 1)
	count("555-0142", 0) // masked, ETH-10
	count(`bus OR NEAR( " *`, 0)
	update(t, s, func(tx store.Tx) error { return tx.Suppress(ctx, "Sirvaz Bazaar", false) })
	count("sirvaz", 0)
	count("harvashan", 2)
	must(t, Keep(ctx, s, NewSample(3, 2)))
	count("sirvaz", 0)
	update(t, s, func(tx store.Tx) error { return tx.Suppress(ctx, "Sirvaz Bazaar", true) })
	count("sirvaz", 4)
	view(t, s, func(tx store.Tx) error {
		_, err := tx.Search(ctx, ` -bus "" `, 10)
		wantCode(t, dateline.Invalid, err)
		return nil
	})
}

func mustVerify(t testing.TB, s store.Store) {
	t.Helper()
	v, err := s.Verify(t.Context())
	must(t, err)
	for _, p := range v.Problems {
		t.Errorf("%s: %s: %s", p.Check, p.Record, p.What)
	}
}

func testVerify(t *testing.T, s store.Store) {
	ctx := t.Context()
	var samples []Sample
	for n := range 10 {
		samples = append(samples, NewSample(n, 10+n))
	}
	must(t, Keep(ctx, s, samples...))
	i := Incident(samples...)
	must(t, Link(ctx, s, i, Revision(1, 0)))
	i.Title += "!"
	must(t, Link(ctx, s, i, Revision(2, 1)))
	update(t, s, func(tx store.Tx) error {
		must(t, tx.Mint(ctx, i.ID, samples[0].Report.ID))
		return tx.Decide(ctx, dateline.Decision{ID: "dec_1", Action: dateline.ActLink})
	})
	mustVerify(t, s)
	v, err := s.Verify(ctx)
	must(t, err)
	for _, check := range []string{"raw", "text", "passage", "claim", "figure", "revisions", "decisions", "public", "content"} {
		if v.Checked[check] == 0 {
			t.Errorf("nothing was checked for %s", check)
		}
	}
	advice, err := s.Doctor(ctx)
	must(t, err)
	for _, a := range advice {
		if !a.OK {
			t.Errorf("doctor: %+v", a)
		}
	}
}

func testWriters(t *testing.T, s store.Store) {
	ctx := t.Context()
	var group sync.WaitGroup
	failed := make(chan error, 8)
	for w := range 8 {
		group.Go(func() { failed <- Keep(ctx, s, NewSample(2*w, 5), NewSample(2*w+1, 6)) })
	}
	group.Wait()
	for range 8 {
		must(t, <-failed)
	}
	view(t, s, func(tx store.Tx) error {
		n, err := tx.CountReports(ctx, store.ReportFilter{})
		if n != 16 {
			t.Errorf("%d reports, want 16", n)
		}
		return err
	})
}
