package web

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// homeView is what changed, newest first (experience S0).
type homeView struct {
	Empty   bool
	Reports int
	Total   int
	Items   []changedItem
	More    bool
}

// changedItem is an incident with its newest revision.
type changedItem struct {
	Row  row
	Step step
	New  bool
}

// homeItems is how many incidents the first page holds.
const homeItems = 30

func (s *Site) home(r *request) (*answer, error) {
	if err := r.only(); err != nil {
		return nil, err
	}
	v := &homeView{}
	var err error
	if v.Reports, err = r.tx.CountReports(r.ctx, store.ReportFilter{}); err != nil {
		return nil, err
	}
	if v.Total, err = r.total(store.Filter{}); err != nil {
		return nil, err
	}
	v.Empty, v.More = v.Reports == 0, v.Total > homeItems
	for x, err := range r.tx.ListIncidents(r.ctx, store.Filter{Sort: store.SortChanged, Limit: homeItems}) {
		if err != nil {
			return nil, err
		}
		rev, _, err := r.tx.StateAt(r.ctx, x.Incident.ID, 0, "")
		if err != nil {
			return nil, err
		}
		item := changedItem{New: rev.N == 1}
		if item.Row, item.Step, err = r.changed(x, rev); err != nil {
			return nil, err
		}
		v.Items = append(v.Items, item)
	}
	return &answer{page: "home", title: "What changed", nav: "home", body: v}, nil
}

// changed shows an incident with its newest revision. Before and after of facts
// are words of the record and go through the gate with it.
func (r *request) changed(x store.Row, rev dateline.Revision) (row, step, error) {
	if rev.N == 1 {
		row, err := r.rowOf(x)
		rev.Changes = nil // all of it is new; the row says it
		return row, stepOf(rev, x.Public, nil), err
	}
	b, err := r.bundle(x.Incident)
	if err != nil {
		return row{}, step{}, err
	}
	x.Incident = b.Incident
	return newRow(x), stepOf(rev, x.Public, b.shown.Words), nil
}

// searchView is what was found for words.
type searchView struct {
	Query     string
	Incidents []hit
	Reports   []hit
	Other     []hit
	Asked     bool
}

type hit struct {
	ID    dateline.PublicID
	Link  string
	Title string
	Aside string
}

const searchLimit = 40

// search finds records by words; an id goes straight to its page.
func (s *Site) search(r *request) (*answer, error) {
	if err := r.only("q"); err != nil {
		return nil, err
	}
	v := &searchView{Query: r.URL.Query().Get("q")}
	page := &answer{page: "search", title: "Search", body: v}
	if v.Query == "" {
		return page, nil
	}
	v.Asked = true
	if public, err := dateline.ParsePublic(v.Query); err == nil || dateline.CodeOf(err) == dateline.Mistyped {
		if err != nil {
			return nil, err
		}
		if _, _, err := r.find(string(public)); err != nil {
			return nil, err
		}
		return elsewhere(public)
	}
	hits, err := r.tx.Search(r.ctx, v.Query, searchLimit)
	if err != nil {
		return nil, err
	}
	for _, h := range hits {
		if err := r.found(v, h); err != nil {
			return nil, err
		}
	}
	return page, nil
}

func (r *request) found(v *searchView, h store.Hit) error {
	switch h.ID.Prefix() {
	case dateline.PrefixIncident:
		i, err := r.tx.Incident(r.ctx, h.ID)
		if err != nil {
			return err
		}
		x, err := r.rowOf(store.Row{Incident: i})
		if err != nil {
			return err
		}
		aside := x.When + " · killed " + x.Killed
		if x.Unreviewed {
			aside = "unreviewed · " + aside
		}
		v.Incidents = append(v.Incidents, hit{h.Public, x.Link, x.Title, aside})
	case dateline.PrefixReport:
		_, src, err := r.source(h.ID)
		if err != nil {
			return err
		}
		v.Reports = append(v.Reports, hit{h.Public, "/r/" + string(h.Public), src.headline(), src.outlet() + " · " + src.when()})
	default:
		v.Other = append(v.Other, hit{h.Public, place(h.Public), h.Title, ""})
	}
	return nil
}
