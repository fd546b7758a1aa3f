package web

import (
	"sort"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// bundle is what readers may see of an incident and of everything that it
// cites. It has passed the gate; nothing here holds the record as stored.
type bundle struct {
	*dateline.Incident
	shown     *export.Shown
	claims    map[dateline.ID]*dateline.Claim
	sorted    []*dateline.Claim // by publication, report and place in the text
	reports   map[dateline.ID]*source
	origins   map[dateline.ID]*dateline.Origin
	families  map[dateline.ID]*dateline.Family
	lost      map[dateline.ID]bool          // claims whose words do not stand where they should
	decidedBy map[dateline.Attribute]string // "NAME, DATE" of facts that a person set
}

// source is one report as pages use it.
type source struct {
	*dateline.Report
	text    string // as it may be read; offsets are those of the stored text
	seal    export.Seal
	reading *dateline.Reading
	version string // stage versions that made the reading
	public  dateline.PublicID
}

// whole is a record as stored, with the readings it was taken from. It goes
// into the gate and nowhere else.
type whole struct {
	export.Record
	readings map[dateline.ID]*dateline.Reading
	versions map[dateline.ID]string
	lost     map[dateline.ID]bool
}

// gather reads an incident with everything that it cites. The claims are those
// of its own list of mentions, so that a past revision shows what it rested on.
func (r *request) gather(i *dateline.Incident) (*whole, error) {
	w := newWhole(*i)
	for _, id := range i.Reports {
		if err := r.addReport(w, id); err != nil {
			return nil, err
		}
	}
	for _, mention := range i.Mentions {
		if err := r.addClaims(w, store.ClaimFilter{Mention: mention}); err != nil {
			return nil, err
		}
	}
	return w, r.complete(w)
}

// gatherReport reads one report with all that was taken from it, whichever
// incidents it is part of.
func (r *request) gatherReport(id dateline.ID) (*whole, error) {
	w := newWhole(dateline.Incident{Reports: []dateline.ID{id}})
	if err := r.addReport(w, id); err != nil {
		return nil, err
	}
	if err := r.addClaims(w, store.ClaimFilter{Report: id}); err != nil {
		return nil, err
	}
	return w, r.complete(w)
}

func newWhole(i dateline.Incident) *whole {
	return &whole{Record: export.Record{Incident: i, Reports: map[dateline.ID]*dateline.Report{}, Passages: map[dateline.ID]dateline.Passage{},
		Origins: map[dateline.ID]*dateline.Origin{}, Sources: map[dateline.ID]*dateline.Source{}, Actors: map[dateline.ID]*dateline.Actor{},
		Places: map[dateline.ID]*dateline.Place{}}, readings: map[dateline.ID]*dateline.Reading{}, versions: map[dateline.ID]string{}, lost: map[dateline.ID]bool{}}
}

func (r *request) addReport(w *whole, id dateline.ID) error {
	report, err := r.tx.Report(r.ctx, id)
	if err != nil {
		return err
	}
	reading, version, err := r.tx.Reading(r.ctx, id)
	if dateline.CodeOf(err) == dateline.NotFound {
		reading, err = &dateline.Reading{}, nil
	}
	if err != nil {
		return err
	}
	w.Reports[id], w.readings[id], w.versions[id] = report, reading, version
	for _, p := range reading.Passages {
		w.Passages[p.ID] = p
	}
	w.Mentions = append(w.Mentions, reading.Mentions...)
	return look(r, r.tx.Sources(), report.OutletID, w.Sources)
}

func (r *request) addClaims(w *whole, f store.ClaimFilter) error {
	for c, err := range r.tx.ListClaims(r.ctx, f) {
		if err != nil {
			return err
		}
		report := w.Reports[c.ReportID]
		if report == nil {
			continue // a report that this revision did not rest on
		}
		w.lost[c.ID] = c.Span.Check(report.Text) != nil || c.Span.Of(report.Text) != c.Exact
		w.Claims = append(w.Claims, *c)
		if err := look(r, r.tx.Origins(), c.Origin, w.Origins); err != nil {
			return err
		}
	}
	return nil
}

// complete looks up the entries of the registries and the public ids.
func (r *request) complete(w *whole) (err error) {
	actor := func(a dateline.ActorRef) {
		if err == nil {
			err = look(r, r.tx.Actors(), a.Actor, w.Actors)
		}
	}
	for _, a := range w.Incident.Actors {
		actor(a.ActorRef)
	}
	for _, m := range w.Mentions {
		for _, a := range m.Actors {
			actor(a)
		}
	}
	if ref := w.Incident.Place.Ref; ref != nil && err == nil {
		if err = look(r, r.tx.Places(), ref.Place, w.Places); err == nil && w.Places[ref.Place] != nil {
			err = look(r, r.tx.Places(), w.Places[ref.Place].Parent, w.Places)
		}
	}
	if err != nil {
		return err
	}
	w.Public, err = r.tx.Public(r.ctx, w.ids()...)
	return err
}

func (w *whole) ids() []dateline.ID {
	ids := append([]dateline.ID{w.Incident.ID}, w.Incident.Children...)
	if w.Incident.Operation != "" {
		ids = append(ids, w.Incident.Operation)
	}
	for _, c := range w.Claims {
		ids = append(ids, c.ID)
	}
	for id := range w.Reports {
		ids = append(ids, id)
	}
	for id := range w.Origins {
		ids = append(ids, id)
	}
	return ids
}

// look puts an entry of a registry into a map; one that is not there stays out.
func look[T any](r *request, registry store.Registry[T], id dateline.ID, into map[dateline.ID]*T) error {
	if id == "" || into[id] != nil {
		return nil
	}
	entry, err := registry.Get(r.ctx, id)
	if dateline.CodeOf(err) == dateline.NotFound {
		return nil
	}
	if err == nil {
		into[id] = entry
	}
	return err
}

// bundle reads an incident and lets it through the gate.
func (r *request) bundle(i *dateline.Incident) (*bundle, error) {
	w, err := r.gather(i)
	if err != nil {
		return nil, err
	}
	return r.release(w)
}

func (r *request) release(w *whole) (*bundle, error) {
	shown, err := r.site.options.Gate.Show(w.Record)
	if err != nil {
		return nil, err
	}
	b := &bundle{Incident: &shown.Incident, shown: shown, claims: map[dateline.ID]*dateline.Claim{}, reports: map[dateline.ID]*source{},
		origins: shown.Origins, families: map[dateline.ID]*dateline.Family{}, lost: w.lost}
	for i := range shown.Claims {
		b.claims[shown.Claims[i].ID] = &shown.Claims[i]
	}
	for id, report := range shown.Reports {
		b.reports[id] = &source{report, shown.Texts[id], shown.SealedReport(id), w.readings[id], w.versions[id], shown.Public[id]}
		if err := look(r, r.tx.Families(), report.Family, b.families); err != nil {
			return nil, err
		}
	}
	b.sort()
	return b, nil
}

// sealed says why the words of a claim are not shown.
func (b *bundle) sealed(c *dateline.Claim) export.Seal { return b.shown.Sealed(*c) }

// sort puts the claims in the order of their reports, and of the text in them.
func (b *bundle) sort() {
	for _, c := range b.claims {
		b.sorted = append(b.sorted, c)
	}
	sort.Slice(b.sorted, func(i, k int) bool {
		x, y := b.sorted[i], b.sorted[k]
		if x.ReportID != y.ReportID {
			return b.earlier(x.ReportID, y.ReportID)
		}
		return x.Span.Start < y.Span.Start || x.Span.Start == y.Span.Start && x.ID < y.ID
	})
}

// earlier orders reports by when they appeared; those without a date come
// last, ties are broken by id.
func (b *bundle) earlier(x, y dateline.ID) bool {
	a, c := appeared(b.reports[x].Report), appeared(b.reports[y].Report)
	return a < c || a == c && x < y
}

func appeared(r *dateline.Report) string {
	switch {
	case r.Published.At != "":
		return r.Published.At
	case r.Published.Earliest.Known():
		return string(r.Published.Earliest)
	}
	return "9999"
}

// ordered are the reports by when they appeared.
func (b *bundle) ordered() []*source {
	ids := append([]dateline.ID{}, b.Reports...)
	sort.Slice(ids, func(i, k int) bool { return b.earlier(ids[i], ids[k]) })
	out := make([]*source, len(ids))
	for i, id := range ids {
		out[i] = b.reports[id]
	}
	return out
}

// outlet is the name of an outlet in words; where it is not known, the report
// is told from others by its id.
func (s *source) outlet() string {
	if s.Outlet == "" {
		return "outlet not known, " + string(s.public)
	}
	return s.Outlet
}

// headline is the title as it may be shown.
func (s *source) headline() string {
	switch {
	case s.seal != export.Open:
		return s.seal.Words()
	case s.Title != "":
		return s.Title
	}
	return "Report without a headline"
}

// when is the time of publication, short.
func (s *source) when() string { return wording.Appeared(s.Published) }

// published is the same in full, as a sentence goes on.
func (s *source) published() string {
	words := wording.Published(s.Published)
	if strings.HasPrefix(words, "publication date not known") {
		return words
	}
	return "published " + words
}

// passage is the sentence that holds a span, or nil.
func (s *source) passage(span dateline.Span) *dateline.Passage {
	for i := range s.reading.Passages {
		if s.reading.Passages[i].Span.Contains(span) {
			return &s.reading.Passages[i]
		}
	}
	return nil
}
