package web

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/serve"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
	"github.com/opendateline/dateline/store/storetest"
)

// house is a store with its pages.
type house struct {
	t     *testing.T
	store *sqlite.Store
	pages http.Handler
	names map[dateline.ID]dateline.PublicID
	log   bytes.Buffer
}

func newHouse(t *testing.T) *house {
	t.Helper()
	s, err := sqlite.Create(t.Context(), t.TempDir(), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	h := &house{t: t, store: s, names: map[dateline.ID]dateline.PublicID{}}
	site, err := New(Options{Store: s, Timeline: rising, Log: slog.New(slog.NewTextHandler(&h.log, nil)), Now: func() time.Time { return time.Date(2024, 4, 1, 12, 0, 0, 0, time.UTC) },
		Rules: []Rules{{Name: "dateline-1", Version: "1", Active: true, About: "rules", Ladder: []Rung{{2, "stated by the most independent origins"}}, Low: "least", High: "most", Counts: "all", Injured: "least and best are 0"}}})
	if err != nil {
		t.Fatal(err)
	}
	h.pages = serve.Guard(site.Handler())
	return h
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// keep stores samples as one incident and names everything.
func (h *house) keep(rev *dateline.Revision, samples ...storetest.Sample) *dateline.Incident {
	h.t.Helper()
	ctx := h.t.Context()
	h.must(storetest.Keep(ctx, h.store, samples...))
	i := storetest.Incident(samples...)
	h.must(storetest.Link(ctx, h.store, i, rev))
	ids := []dateline.ID{i.ID}
	for _, s := range samples {
		ids = append(ids, s.Report.ID)
		for _, c := range s.Reading.Claims {
			ids = append(ids, c.ID)
		}
	}
	h.name(ids...)
	return i
}

func (h *house) name(ids ...dateline.ID) {
	h.t.Helper()
	h.must(h.store.Update(h.t.Context(), func(tx store.Tx) error {
		if err := tx.Mint(h.t.Context(), ids...); err != nil {
			return err
		}
		names, err := tx.Public(h.t.Context(), ids...)
		for id, p := range names {
			h.names[id] = p
		}
		return err
	}))
}

// get asks for a page; want is the status.
func (h *house) get(path string, want int, header ...string) *http.Response {
	h.t.Helper()
	return h.ask(http.MethodGet, path, want, header...)
}

func (h *house) ask(method, path string, want int, header ...string) *http.Response {
	h.t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1:8437"+path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.pages.ServeHTTP(w, r)
	if w.Code != want {
		h.t.Fatalf("%s %s: status %d, want %d\n%s\n%s", method, path, w.Code, want, w.Body, h.log.String())
	}
	return w.Result()
}

func text(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// says checks that a page holds all of the words.
func (h *house) says(path string, want int, words ...string) string {
	h.t.Helper()
	page := text(h.t, h.get(path, want))
	for _, w := range words {
		if !strings.Contains(page, w) {
			h.t.Errorf("%s does not say %q", path, w)
		}
	}
	return page
}

func TestEmptyStore(t *testing.T) {
	h := newHouse(t)
	h.says("/", 200, "No reports yet", "dateline ingest FILE…")
	h.says("/incidents", 200, "No reports yet", "dateline ingest FILE…")
	h.says("/search", 200, "Type words")
	h.says("/search?q=bus", 200, "Nothing was found")
	h.says("/help/rules", 200, "dateline-1", `id="dateline-1.2"`, "stated by the most independent origins", `id="dateline-1.CAS-12"`, "least and best are 0")
	h.says("/help/keys", 200, "next incident")
	h.says("/help/query", 200, "An unknown key is an error")
	if rows := h.get("/incidents.csv", 200).Header.Get("X-Row-Count"); rows != "0" {
		t.Errorf("%s rows in an empty store", rows)
	}
}

func TestListAndIncident(t *testing.T) {
	h := newHouse(t)
	i := h.keep(storetest.Revision(1, 0), storetest.NewSample(1, 14), storetest.NewSample(2, 11))
	h.keep(storetest.Revision(1, 1), storetest.NewSample(40, 3))
	id := string(h.names[i.ID])

	page := h.says("/incidents", 200, "2 incidents", id, "unreviewed", `data-testid="incident-row"`)
	if n := strings.Count(page, `data-testid="incident-row"`); n != 2 {
		t.Errorf("%d rows", n)
	}
	h.says("/incidents?killed_min=10", 200, "1 incident<", "killed ≥ 10")
	h.says("/incidents?killed_min=100&from=2024", 200, "No incidents match.", `<a href="/incidents?from=2024">`, `</a>: <bdi dir="ltr">2</bdi>.`)
	h.says("/", 200, "2</bdi> incidents from", id, "new")

	h.says("/i/"+id, 200, "People killed", "9 (9–9)"[:0], `data-testid="claim-row"`, "/help/rules#dateline-1.2", "2 reports", "1–2 independent origins")
	h.says("/i/"+id+"/armed-attack-on-a-bus", 200, "People killed")
	h.says("/i/"+id+"/r/1", 200, "You are reading this record as it was")
	h.says("/i/"+id+"/at/2024-03-13", 200, "You are reading this record as it was")
	h.says("/i/"+id+"/history", 200, "revision <bdi dir=\"ltr\">1</bdi>")
	h.says("/i/"+id+"/cite", 200, "@misc{"+strings.ReplaceAll(id, "-", ""), "TY  - DATA", "As known on 1 April 2024")
	h.get("/i/"+id+"/r/9", 404)
	h.get("/i/"+id+"/at/2020-01-01", 404)
	h.get("/i/"+id+"/at/yesterday", 400)
	h.get("/i/"+strings.ToLower(strings.ReplaceAll(id, "-", "")), 200)
}

// TestPaging: every row comes once, over all pages.
func TestPaging(t *testing.T) {
	h := newHouse(t)
	for n := range 7 {
		h.keep(storetest.Revision(1, n), storetest.NewSample(n+1, n+1))
	}
	seen := map[string]bool{}
	next := "/incidents?limit=3"
	for pages := 0; next != ""; pages++ {
		if pages > 3 {
			t.Fatal("paging does not end")
		}
		page := text(t, h.get(next, 200))
		for _, part := range strings.Split(page, `data-id="`)[1:] {
			id, _, _ := strings.Cut(part, `"`)
			if seen[id] {
				t.Errorf("%s came twice", id)
			}
			seen[id] = true
		}
		next = ""
		if _, rest, ok := strings.Cut(page, `href="/incidents?cursor=`); ok && strings.Contains(page, ">Next<") {
			query, _, _ := strings.Cut(rest, `"`)
			next = "/incidents?cursor=" + strings.ReplaceAll(query, "&amp;", "&")
		}
	}
	if len(seen) != 7 {
		t.Errorf("%d of 7 rows", len(seen))
	}
}

// TestRefusals: what is wrong is said, with what was probably meant, and
// nothing is shown instead.
func TestRefusals(t *testing.T) {
	h := newHouse(t)
	i := h.keep(storetest.Revision(1, 0), storetest.NewSample(1, 14))
	id := string(h.names[i.ID])
	wrong := id[:len(id)-1] + "0"
	if wrong == id {
		wrong = id[:len(id)-1] + "1"
	}
	for _, row := range []struct {
		path   string
		status int
		says   string
	}{
		{"/incidents?form=2024-03-01", 400, "Did you mean from"},
		{"/incidents?xyzzy=1", 400, "Unknown key xyzzy="},
		{"/incidents?from=March", 400, "not a day, month or year"},
		{"/incidents?view=map", 400, "does not act on view="},
		{"/incidents?cursor=nonsense", 400, "not a cursor"},
		{"/incidents.csv?form=2024", 400, "Did you mean from"},
		{"/incidents?actor=A-000000", 400, "in this store"},
		{"/i/" + id + "?populaton=all", 400, "Did you mean population"},
		{"/i/" + wrong, 404, "is mistyped"},
		{"/i/INC-000000", 404, "No INC-000000 in this store"},
		{"/i/notanid", 400, "not an id"},
		{"/i/" + id + ".xml", 404, "not served as .xml"},
		{"/r/R-000000", 404, "No R-000000 in this store"},
		{"/c/C-000000", 404, "No C-000000 in this store"},
		{"/nowhere", 404, "no page at this address"},
		{"/search?q=%22", 400, "Nothing"[:0]},
	} {
		h.says(row.path, row.status, row.says)
	}
	h.says("/i/"+wrong, 404, `<a href="/i/`+id+`">`)
	h.ask(http.MethodPost, "/incidents", http.StatusMethodNotAllowed)
}

// TestHTTP: HEAD, validators, compression and the headers of every answer.
func TestHTTP(t *testing.T) {
	h := newHouse(t)
	i := h.keep(storetest.Revision(1, 0), storetest.NewSample(1, 14))
	for _, path := range []string{"/", "/incidents", "/i/" + string(h.names[i.ID]), "/incidents.json", "/help/rules", "/static/dl.css", "/static/fonts/source-sans-3-latin-wght-normal.woff2"} {
		full := h.get(path, 200)
		body := text(t, full)
		etag := full.Header.Get("ETag")
		if etag == "" || len(body) == 0 {
			t.Errorf("%s: no validator or no body", path)
		}
		head := h.ask(http.MethodHead, path, 200)
		if b := text(t, head); b != "" || head.Header.Get("ETag") != etag {
			t.Errorf("%s: HEAD has a body of %d bytes, ETag %q", path, len(b), head.Header.Get("ETag"))
		}
		again := h.get(path, http.StatusNotModified, "If-None-Match", etag)
		if b := text(t, again); b != "" {
			t.Errorf("%s: 304 with a body", path)
		}
		packed := h.get(path, 200, "Accept-Encoding", "gzip")
		if len(body) > 1400 && !strings.HasSuffix(path, ".woff2") && (packed.Header.Get("Content-Encoding") != "gzip" || len(text(t, packed)) >= len(body)) {
			t.Errorf("%s: not compressed", path)
		}
		if csp := full.Header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'") {
			t.Errorf("%s: policy %q", path, csp)
		}
	}
	h.get("/static/../web.go", http.StatusTemporaryRedirect)
	h.get("/static/nothing.css", 404)
}

// TestData: the list as data holds exactly the rows of the page.
func TestData(t *testing.T) {
	h := newHouse(t)
	h.keep(storetest.Revision(1, 0), storetest.NewSample(1, 14))
	h.keep(storetest.Revision(1, 1), storetest.NewSample(2, 3))
	for _, row := range []struct {
		query string
		want  int
	}{{"", 2}, {"?killed_min=10", 1}, {"?killed_min=99", 0}} {
		records, err := csv.NewReader(h.get("/incidents.csv"+row.query, 200).Body).ReadAll()
		if err != nil || len(records) != row.want+1 {
			t.Errorf("csv%s: %d rows, %v", row.query, len(records)-1, err)
		}
		var doc struct {
			Incidents []json.RawMessage `json:"incidents"`
			Features  []json.RawMessage `json:"features"`
		}
		if err := json.NewDecoder(h.get("/incidents.json"+row.query, 200).Body).Decode(&doc); err != nil || len(doc.Incidents) != row.want {
			t.Errorf("json%s: %d rows, %v", row.query, len(doc.Incidents), err)
		}
		if err := json.NewDecoder(h.get("/incidents.geojson"+row.query, 200).Body).Decode(&doc); err != nil || len(doc.Features) != row.want {
			t.Errorf("geojson%s: %d rows, %v", row.query, len(doc.Features), err)
		}
	}
}

// TestTombstones: ids of records that were merged, split or retracted answer
// for ever.
func TestTombstones(t *testing.T) {
	h := newHouse(t)
	ctx := t.Context()
	winner := h.keep(storetest.Revision(1, 0), storetest.NewSample(1, 14))
	loser := h.keep(storetest.Revision(1, 1), storetest.NewSample(2, 11))
	gone := h.keep(storetest.Revision(1, 2), storetest.NewSample(3, 5))
	parted := h.keep(storetest.Revision(1, 3), storetest.NewSample(4, 6))

	loser.Status, loser.MergedInto = dateline.Merged, winner.ID
	h.must(storetest.Link(ctx, h.store, loser, storetest.Revision(2, 10)))
	gone.Status = dateline.Retracted
	h.must(storetest.Link(ctx, h.store, gone, storetest.Revision(2, 11)))
	decision := dateline.Decision{ID: dateline.NewID(dateline.PrefixDecision, "retract"), By: "R. Amani", Person: true, Action: dateline.ActRetract, Targets: []dateline.ID{gone.ID},
		Rule: "person", Version: "1", Note: "the report was withdrawn by its outlet", At: "2024-03-14T09:00:00Z"}
	h.must(h.store.Update(ctx, func(tx store.Tx) error { return tx.Decide(ctx, decision) }))
	parted.Status, parted.SplitInto = dateline.Split, []dateline.ID{winner.ID}
	h.must(storetest.Link(ctx, h.store, parted, storetest.Revision(2, 12)))

	old, to := "/i/"+string(h.names[loser.ID]), "/i/"+string(h.names[winner.ID])
	if got := h.get(old, http.StatusFound).Header.Get("Location"); got != to+"?merged="+string(h.names[loser.ID]) {
		t.Errorf("merged: leads to %s", got)
	}
	if got := h.get(old+".json", http.StatusFound).Header.Get("Location"); got != to+".json" {
		t.Errorf("merged, as data: leads to %s", got)
	}
	h.says(to+"?merged="+string(h.names[loser.ID]), 200, string(h.names[loser.ID])+" was merged into")
	if page := h.says(to+"?merged="+string(h.names[gone.ID]), 200); strings.Contains(page, "was merged into") {
		t.Error("a merge is told that never was")
	}
	h.says("/i/"+string(h.names[gone.ID]), 200, "was retracted", "14 March 2024", "R. Amani", "withdrawn by its outlet")
	h.says("/i/"+string(h.names[parted.ID]), 200, "This record was split", string(h.names[winner.ID]))
	if page := h.says("/incidents", 200, "1 incident"); strings.Contains(page, string(h.names[gone.ID])) {
		t.Error("a retracted record is in the list")
	}
}

// TestReader: the words of a claim have a mark of their own, its redirect leads
// there, and what must not be read is not in the page.
func TestReader(t *testing.T) {
	h := newHouse(t)
	s := storetest.NewSample(1, 14)
	i := h.keep(storetest.Revision(1, 0), s)
	c := s.Reading.Claims[0]
	report, claim := string(h.names[s.Report.ID]), string(h.names[c.ID])
	page := h.says("/r/"+report+"?for="+string(h.names[i.ID]), 200, `<mark id="`+spanID(c.Span)+`" tabindex="-1" class="k-n" data-k="N">14</mark>`, `id="s1"`, "What was taken from this report")
	if strings.Contains(page, "555-0142") {
		t.Error("a telephone number is shown (ETH-10)")
	}
	to := h.get("/c/"+claim, http.StatusFound).Header.Get("Location")
	if want := spanLink(h.names[s.Report.ID], h.names[i.ID], c.Span); to != want {
		t.Errorf("claim leads to %s, want %s", to, want)
	}
	for _, path := range []string{"/search?q=" + report, "/i/" + report, "/c/" + report} {
		if got := h.get(path, http.StatusFound).Header.Get("Location"); got != "/r/"+report {
			t.Errorf("%s leads to %s", path, got)
		}
	}
	h.says("/search?q=Sirvaz", 200, "Incidents (", "Reports (", report)
	h.get("/r/"+report+".txt", 404)
}

// TestSealed: no word of an armed group's own media is in any page, and its
// address neither; the paraphrase is (ETH-4).
func TestSealed(t *testing.T) {
	h := newHouse(t)
	s := storetest.NewSample(1, 14)
	s.Report.Genre, s.Report.URL, s.Report.Handling = dateline.Propaganda, "https://channel.example/post", []dateline.Handling{dateline.HandlePropaganda}
	i := h.keep(storetest.Revision(1, 0), s)
	for _, path := range []string{"/r/" + string(h.names[s.Report.ID]), "/i/" + string(h.names[i.ID]), "/i/" + string(h.names[i.ID]) + ".json", "/i/" + string(h.names[i.ID]) + "/cite", "/search?q=Sirvaz"} {
		page := h.says(path, 200)
		for _, word := range []string{"all were civilians", "Gunmen killed", "Gunmen attack", "channel.example"} {
			if strings.Contains(page, word) {
				t.Errorf("%s holds %q", path, word)
			}
		}
	}
	h.says("/i/"+string(h.names[i.ID]), 200, "[sealed: an armed group", "killed 14")
}

// TestLostAnchor: a quote that does not stand where it should is said to be
// lost, and nothing else is marked instead.
func TestLostAnchor(t *testing.T) {
	h := newHouse(t)
	s := storetest.NewSample(1, 14)
	i := h.keep(storetest.Revision(1, 0), s)
	changed := *s.Report
	changed.Text = strings.Replace(changed.Text, "Gunmen killed", "Attackers shot", 1)
	h.must(h.store.Update(t.Context(), func(tx store.Tx) error { return tx.PutReport(t.Context(), &changed) }))
	h.says("/i/"+string(h.names[i.ID]), 200, "could not be found in the stored text")
	if page := h.says("/r/"+string(h.names[s.Report.ID]), 200); strings.Contains(page, spanID(s.Reading.Claims[0].Span)+`" tabindex`) {
		t.Error("the reader marks other words instead")
	}
}

// TestBanner: words kept with the store stand over every page.
func TestBanner(t *testing.T) {
	h := newHouse(t)
	h.must(h.store.Update(t.Context(), func(tx store.Tx) error { return tx.Set(t.Context(), store.Synthetic, "Synthetic demonstration data.") }))
	for _, path := range []string{"/", "/incidents", "/search", "/help", "/help/rules"} {
		h.says(path, 200, "Synthetic demonstration data.")
	}
	h.says("/nowhere", 404, "Synthetic demonstration data.")
}

// TestFailureInside: readers are not told what broke, the log is.
func TestFailureInside(t *testing.T) {
	h := newHouse(t)
	h.must(h.store.Close())
	page := text(t, h.get("/incidents", 503))
	if !strings.Contains(page, "Nothing was changed") || strings.Contains(page, "sql") || h.log.Len() == 0 {
		t.Errorf("page %q, log %q", page, h.log.String())
	}
}
