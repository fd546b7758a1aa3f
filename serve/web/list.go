package web

import (
	"net/url"
	"strconv"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/query"
	"github.com/opendateline/dateline/wording"
)

// listView is the list of incidents (experience S1).
type listView struct {
	Heading string
	Total   int
	Rows    []row
	Chips   []filterChip
	Facets  []facet
	Fields  fields
	Sorts   []option
	Limits  []option
	Next    string // the page behind this one
	First   string // the first page, when this is not it
	Data    []hit  // the same rows as data
	Empty   bool   // nothing in the store
	Spans   string // from when to when the list reaches
}

// fields are the words and numbers typed into the form.
type fields struct{ Q, From, To, KilledMin, OriginsMin, Near, Km string }

// row is one incident of a list.
type row struct {
	ID         dateline.PublicID
	Link       string
	Unreviewed bool
	Title      string
	When       string
	Where      string
	Killed     string
	Injured    string
	Counts     []string
	Support    chip
	Open       int // contradictions
	Changed    string
}

// rowOf shows one incident. One that names a person goes through the gate with
// all it cites, because only that tells whether the name is public (ETH-2).
func (r *request) rowOf(x store.Row) (row, error) {
	if namesPerson(x.Incident) {
		b, err := r.bundle(x.Incident)
		if err != nil {
			return row{}, err
		}
		x.Incident = b.Incident
	}
	return newRow(x), nil
}

func namesPerson(i *dateline.Incident) bool {
	for _, t := range i.Targets {
		if t.Person || t.Victim {
			return true
		}
	}
	for _, a := range i.Actors {
		if a.Kind == dateline.ActorIndividual && a.Actor == "" {
			return true
		}
	}
	return false
}

func newRow(r store.Row) row {
	i := r.Incident
	out := row{ID: i.Public, Link: "/i/" + string(i.Public), Unreviewed: i.Unreviewed(), Title: i.Title, When: wording.Date(i.Date.Date), Where: wording.Place(i.Place.Ref),
		Killed: wording.Toll(i, dateline.Killed), Injured: wording.Toll(i, dateline.Wounded), Counts: wording.Counts(i.Independence), Changed: wording.Time(r.Changed)}
	state := store.SupportOf(i)
	least, most := i.Independence.OriginsMin, i.Independence.OriginsMax
	if f := i.Figure(dateline.Killed, dateline.PopAll); f != nil {
		least, most = f.OriginsMin, f.OriginsMax
	}
	out.Support = supportChip(state, least, most)
	out.Open = len(i.Disputes())
	return out
}

const pageSize = 50

// filter reads the query of a list. Keys that only change how rows are shown
// are refused as long as the page does not act on them.
func (r *request) filter() (store.Filter, error) {
	terms := query.Values(r.URL.Query())
	for _, t := range terms {
		if !contains(query.Keys(), t.Key) {
			return store.Filter{}, unknownKey(t.Key, query.Keys())
		}
	}
	f, rest, err := query.Parse(terms, finder{r})
	if err != nil {
		return f, err
	}
	if len(rest) > 0 {
		return f, &dateline.Error{Code: dateline.Invalid, What: "the list does not act on " + rest[0].Key + "= yet", Kept: "Nothing was listed, because an ignored key would show something else than was asked for"}
	}
	return f, nil
}

// finder looks public ids up for the query grammar.
type finder struct{ *request }

func (f finder) Find(p dateline.PublicID) (dateline.ID, error) {
	id, err := f.tx.Find(f.ctx, p)
	if dateline.CodeOf(err) == dateline.NotFound {
		return "", dateline.Errorf(dateline.Invalid, "no %s in this store", p)
	}
	return id, err
}

func (s *Site) incidents(r *request) (*answer, error) {
	f, err := r.filter()
	if err != nil {
		return nil, err
	}
	if f.Limit == 0 {
		f.Limit = pageSize
	}
	v := &listView{Data: r.asData()}
	if err := r.rows(v, f); err != nil {
		return nil, err
	}
	if v.Total, err = r.total(f); err != nil {
		return nil, err
	}
	if v.Facets, err = r.facets(f); err != nil {
		return nil, err
	}
	if v.Chips, err = r.chips(v.Total == 0); err != nil {
		return nil, err
	}
	if v.Total == 0 && len(v.Chips) == 0 {
		v.Empty = true
	}
	v.form(r.URL.Query())
	v.Heading = wording.Plural(v.Total, "incident")
	return &answer{page: "incidents", title: v.Heading, nav: "incidents", body: v}, nil
}

// rows reads one page and whether there is another.
func (r *request) rows(v *listView, f store.Filter) error {
	limit := f.Limit
	f.Limit++
	var last store.Row
	for x, err := range r.tx.ListIncidents(r.ctx, f) {
		if err != nil {
			return err
		}
		if len(v.Rows) == limit {
			v.Next = r.with("cursor", f.Cursor(last))
			break
		}
		row, err := r.rowOf(x)
		if err != nil {
			return err
		}
		v.Rows, last = append(v.Rows, row), x
	}
	if f.After != "" {
		v.First = r.with("cursor", "")
	}
	return nil
}

// total counts the incidents of a filter.
func (r *request) total(f store.Filter) (int, error) {
	buckets, err := r.tx.CountIncidents(r.ctx, f, "")
	if err != nil || len(buckets) == 0 {
		return 0, err
	}
	return buckets[0].N, nil
}

// with is the address of this page with a key set, or cleared by "".
func (r *request) with(key, value string) string {
	q := r.URL.Query()
	q.Del(key)
	if key != "cursor" {
		q.Del("cursor")
	}
	if value != "" {
		q.Set(key, value)
	}
	return pathWith(r.URL.Path, q)
}

func pathWith(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// asData are links to all rows of the filter, whatever page is shown.
func (r *request) asData() []hit {
	q := r.URL.Query()
	q.Del("cursor")
	q.Del("limit")
	var out []hit
	for _, d := range [][2]string{{"CSV", ".csv"}, {"JSON", ".json"}, {"GeoJSON", ".geojson"}} {
		out = append(out, hit{Title: d[0], Link: pathWith("/incidents"+d[1], q)})
	}
	return out
}

// option is one entry of a choice.
type option struct {
	Value, Words string
	Current      bool
}

// form fills the fields with what was asked.
func (v *listView) form(q url.Values) {
	v.Fields = fields{q.Get("q"), q.Get("from"), q.Get("to"), q.Get("killed_min"), q.Get("origins_min"), q.Get("near"), q.Get("km")}
	for _, s := range [][2]string{{"", "newest first"}, {"date", "oldest first"}, {"-killed", "most killed first"}, {"-changed", "changed last, first"}, {"-origins", "most origins first"}} {
		v.Sorts = append(v.Sorts, option{s[0], s[1], q.Get("sort") == s[0] || s[0] == "" && q.Get("sort") == "-date"})
	}
	for _, n := range []int{25, 50, 100} {
		words := strconv.Itoa(n)
		value := words
		if n == pageSize {
			value = ""
		}
		v.Limits = append(v.Limits, option{value, words, q.Get("limit") == value || q.Get("limit") == words})
	}
}
