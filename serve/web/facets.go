package web

import (
	"net/url"
	"sort"
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/query"
	"github.com/opendateline/dateline/wording"
)

// facet is one key of the query with the values that the list could have.
type facet struct {
	Key    string
	Words  string
	Open   bool
	Values []facetValue
	More   int // values that are not shown
}

// facetValue is one value: how many incidents the list would hold with it.
type facetValue struct {
	Value string // as in the query
	Words string
	N     int
	On    bool
	Link  string // the list with this value turned on or off
}

// dimension says how one facet is counted, cleared and named.
type dimension struct {
	key    string
	words  string
	by     store.Column
	clear  func(*store.Filter)
	name   func(*request, string) (value, words string, err error)
	folded bool
}

var dimensions = []dimension{
	{"type", "Type", store.ByType, func(f *store.Filter) { f.Type = store.Terms[dateline.Type]{} }, inWords(func(v string) string { return wording.Type(dateline.Type(v)) }), false},
	{"support", "Support", store.BySupport, func(f *store.Filter) { f.Support = store.Terms[dateline.Support]{} }, inWords(func(v string) string { return wording.SupportState(dateline.Support(v)) }), false},
	{"country", "Country", store.ByCountry, func(f *store.Filter) { f.Country = store.Terms[string]{} }, (*request).countryName, false},
	{"admin1", "Province", store.ByAdmin1, func(f *store.Filter) { f.Admin1 = store.Terms[string]{} }, inWords(func(v string) string { return v }), true},
	{"precision", "How the place is known", store.ByPrecision, func(f *store.Filter) { f.Precision = store.Terms[dateline.PlacePrecision]{} }, precisionName, true},
	{"target", "Who was attacked", store.ByTarget, func(f *store.Filter) { f.Target = store.Terms[dateline.TargetCategory]{} }, inWords(wording.Code), true},
	{"means", "Weapon", store.ByMeans, func(f *store.Filter) { f.Means = store.Terms[dateline.Means]{} }, inWords(func(v string) string { return wording.Means([]dateline.Means{dateline.Means(v)}) }), true},
	{"actor", "Actor", store.ByActor, func(f *store.Filter) { f.Actor = store.Terms[dateline.ID]{} }, (*request).actorName, true},
	{"source", "Outlet", store.BySource, func(f *store.Filter) { f.Source = store.Terms[dateline.ID]{} }, (*request).sourceName, true},
	{"lang", "Language", store.ByLanguage, func(f *store.Filter) { f.Language = store.Terms[string]{} }, inWords(func(v string) string { return v }), true},
	{"status", "Status", store.ByStatus, func(f *store.Filter) { f.Status = store.Terms[dateline.IncidentStatus]{} }, inWords(statusWords), true},
}

func inWords(words func(string) string) func(*request, string) (string, string, error) {
	return func(_ *request, v string) (string, string, error) { return v, words(v), nil }
}

func precisionName(_ *request, v string) (string, string, error) {
	p := dateline.PlacePrecision(v)
	return wording.PrecisionKey(p), wording.PlacePrecision(p), nil
}

func statusWords(s string) string {
	switch dateline.IncidentStatus(s) {
	case dateline.Candidate:
		return "one report, unreviewed"
	case dateline.Linked:
		return "several reports, unreviewed"
	}
	return s
}

// countryName is the name of a country as an incident there has it, or its code.
func (r *request) countryName(code string) (string, string, error) {
	f := store.Filter{Country: store.Terms[string]{Any: []string{code}}, Sort: store.SortID, Limit: 1}
	for x, err := range r.tx.ListIncidents(r.ctx, f) {
		if err != nil {
			return "", "", err
		}
		if ref := x.Place.Ref; ref != nil && ref.CountryName != "" {
			return code, ref.CountryName, nil
		}
	}
	return code, code, nil
}

func (r *request) actorName(v string) (string, string, error) {
	a, err := r.tx.Actors().Get(r.ctx, dateline.ID(v))
	if err != nil {
		return "", "", err
	}
	public, err := r.publicOf(a.ID)
	return public, a.Name, err
}

func (r *request) sourceName(v string) (string, string, error) {
	s, err := r.tx.Sources().Get(r.ctx, dateline.ID(v))
	if err != nil {
		return "", "", err
	}
	public, err := r.publicOf(s.ID)
	return public, s.Name, err
}

func (r *request) publicOf(id dateline.ID) (string, error) {
	names, err := r.tx.Public(r.ctx, id)
	return string(names[id]), err
}

// shownValues is how many values of a facet stand in a page.
const shownValues = 12

// facets counts each facet with its own values cleared, so that a count says
// how many incidents the list would hold with that value added.
func (r *request) facets(f store.Filter) ([]facet, error) {
	var out []facet
	months, err := r.months(f)
	if err != nil {
		return nil, err
	}
	if len(months.Values) > 0 {
		out = append(out, months)
	}
	chosen := query.Values(r.URL.Query())
	for _, d := range dimensions {
		without := f
		d.clear(&without)
		buckets, err := r.tx.CountIncidents(r.ctx, without, d.by)
		if err != nil {
			return nil, err
		}
		x, err := r.facet(d, buckets, valuesOf(chosen, d.key))
		if err != nil {
			return nil, err
		}
		if len(x.Values) > 0 {
			out = append(out, x)
		}
	}
	return out, nil
}

func (r *request) facet(d dimension, buckets []store.Bucket, on []string) (facet, error) {
	x := facet{Key: d.key, Words: d.words, Open: !d.folded || len(on) > 0}
	for i, b := range buckets {
		if b.Value == "" {
			continue
		}
		if i >= shownValues && len(on) == 0 {
			x.More++
			continue
		}
		value, words, err := d.name(r, b.Value)
		if dateline.CodeOf(err) == dateline.NotFound || err == nil && value == "" {
			continue // an outlet or actor that the registry no longer holds cannot be asked for
		}
		if err != nil {
			return x, err
		}
		v := facetValue{Value: value, Words: words, N: b.N, On: contains(on, value)}
		if i >= shownValues && !v.On {
			x.More++
			continue
		}
		v.Link = r.toggled(d.key, value, on)
		x.Values = append(x.Values, v)
	}
	return x, nil
}

// toggled is the list with a value of a key turned on or off.
func (r *request) toggled(key, value string, on []string) string {
	q := r.URL.Query()
	q.Del(key)
	q.Del("cursor")
	found := false
	for _, v := range on {
		if v == value {
			found = true
			continue
		}
		q.Add(key, v)
	}
	if !found {
		q.Add(key, value)
	}
	return pathWith(r.URL.Path, q)
}

func valuesOf(terms []query.Term, key string) []string {
	for _, t := range terms {
		if t.Key == key && !t.Not {
			return t.Values
		}
	}
	return nil
}

// months are the months with incidents, newest first, as links.
func (r *request) months(f store.Filter) (facet, error) {
	f.From, f.To = "", ""
	buckets, err := r.tx.CountIncidents(r.ctx, f, store.ByMonth)
	if err != nil {
		return facet{}, err
	}
	sort.Slice(buckets, func(i, k int) bool { return buckets[i].Value > buckets[k].Value })
	x := facet{Key: "", Words: "Months"}
	now := r.URL.Query()
	for i, b := range buckets {
		if i >= 6 {
			x.More = len(buckets) - i
			break
		}
		t, err := time.Parse("2006-01", b.Value)
		if err != nil {
			continue // an incident before the year 0 or after 9999 has no month to link to
		}
		q := url.Values{}
		for k, v := range now {
			q[k] = v
		}
		q.Del("cursor")
		q.Set("from", b.Value)
		q.Set("to", b.Value)
		x.Values = append(x.Values, facetValue{Value: b.Value, Words: t.Format("January 2006"), N: b.N, On: now.Get("from") == b.Value && now.Get("to") == b.Value, Link: pathWith(r.URL.Path, q)})
	}
	return x, nil
}

// filterChip is one filter that is on, with the list without it.
type filterChip struct {
	Words   string
	Remove  string
	Without int // how many incidents there would be, counted only when there are none
}

// chips are the filters that are on. With counts each says how many incidents
// the list would hold without it.
func (r *request) chips(counts bool) ([]filterChip, error) {
	var out []filterChip
	for _, t := range query.Values(r.URL.Query()) {
		switch t.Key {
		case "sort", "limit", "cursor":
			continue
		}
		q := r.URL.Query()
		q.Del("cursor")
		key := t.Key
		if t.Not {
			key += "!"
		}
		q.Del(key)
		if t.Key == "near" {
			q.Del("km")
		}
		c := filterChip{Words: r.inWords(t), Remove: pathWith(r.URL.Path, q)}
		if counts {
			f, _, err := query.Parse(query.Values(q), finder{r})
			if err != nil {
				return nil, err
			}
			if c.Without, err = r.total(f); err != nil {
				return nil, err
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// keyWords are the keys whose chips read better than their names.
var keyWords = map[string]string{"q": "words: ", "from": "from ", "to": "to ", "killed_min": "killed ≥ ", "killed_max": "killed ≤ ", "killed_low_min": "killed, low ≥ ",
	"killed_high_max": "killed, high ≤ ", "origins_min": "origins ≥ ", "origins_max": "origins ≤ ", "reports_min": "reports ≥ ", "near": "near ", "km": "within km ", "bbox": "inside ",
	"changed_since": "changed since ", "as_of": "as known on ", "lang": "language: ", "date": "date "}

// inWords says a filter in words.
func (r *request) inWords(t query.Term) string {
	var values []string
	for _, v := range t.Values {
		values = append(values, r.valueWords(t.Key, v))
	}
	lead, ok := keyWords[t.Key]
	if !ok {
		lead = ""
		if d := dimensionOf(t.Key); d == nil {
			lead = wording.Code(t.Key) + ": "
		}
	}
	if t.Not {
		lead = "not " + lead
	}
	return lead + strings.Join(values, " or ")
}

func dimensionOf(key string) *dimension {
	for i := range dimensions {
		if dimensions[i].key == key {
			return &dimensions[i]
		}
	}
	return nil
}

func (r *request) valueWords(key, v string) string {
	d := dimensionOf(key)
	switch {
	case d == nil, key == "precision":
		return v
	case key == "actor" || key == "source":
		public, err := dateline.ParsePublic(v)
		if err != nil {
			return v
		}
		id, err := r.tx.Find(r.ctx, public)
		if err != nil {
			return v
		}
		v = string(id)
	}
	if _, words, err := d.name(r, v); err == nil && words != "" {
		return words
	}
	return v
}
