package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/query"
	"github.com/opendateline/dateline/wording"
)

// filters are the keys of the query grammar as flags.
type filters struct {
	Q             string   `help:"Words, \"phrases\", -not."`
	From          string   `help:"Touches this day, month or year, or later."`
	To            string   `help:"Touches this day, month or year, or earlier."`
	Date          string   `help:"'within': lies inside from–to."`
	Type          []string `help:"attack, bombing, … (nine types)."`
	Act           []string `help:"What was done."`
	Means         []string `help:"How."`
	Aim           []string `help:"Aimed at whom or what."`
	Flag          []string `help:"Circumstances."`
	Country       []string `help:"ISO 3166 alpha-3."`
	Admin1        []string `help:"Province or state."`
	Place         []string `help:"P-…"`
	Near          string   `help:"LAT,LON, with --km."`
	Km            string   `help:"Radius for --near."`
	Bbox          string   `help:"W,S,E,N." name:"bbox"`
	Precision     []string `help:"site, settlement, near, district, province, region, country."`
	Actor         []string `help:"A-…"`
	Role          []string `help:"Role of --actor."`
	Target        []string `help:"Category of target."`
	Stance        []string `help:"claimed, denied, attributed, …"`
	Source        []string `help:"S-…"`
	Origin        []string `help:"O-…"`
	Support       []string `help:"agreed, contested, single_origin, …"`
	OriginsMin    string   `help:"At least so many independent origins." name:"origins-min"`
	OriginsMax    string   `help:"At most so many." name:"origins-max"`
	ReportsMin    string   `help:"At least so many reports." name:"reports-min"`
	KilledMin     string   `help:"Killed, best, at least." name:"killed-min"`
	KilledMax     string   `help:"Killed, best, at most." name:"killed-max"`
	KilledLowMin  string   `help:"Killed, low, at least." name:"killed-low-min"`
	KilledHighMax string   `help:"Killed, high, at most." name:"killed-high-max"`
	Status        []string `help:"candidate, linked, reviewed, merged, split, retracted."`
	Lang          []string `help:"Language of a report."`
	ChangedSince  string   `help:"A time, or seq:N." name:"changed-since"`
	AsOf          string   `help:"As known at this time." name:"as-of"`
	Sort          string   `help:"-date, date, killed, -killed, -changed, origins."`
	Limit         string   `help:"At most so many rows."`
	Where         []string `help:"Any KEY=VALUE or KEY!=VALUE of the query grammar." sep:"none"`
}

// terms turns the flags that were given into the query grammar.
func (f filters) terms() ([]query.Term, error) {
	var out []query.Term
	add := func(key string, values ...string) {
		if len(values) > 0 && values[0] != "" {
			out = append(out, query.Term{Key: key, Values: values})
		}
	}
	add("q", f.Q)
	add("from", f.From)
	add("to", f.To)
	add("date", f.Date)
	for _, list := range []struct {
		key    string
		values []string
	}{{"type", f.Type}, {"act", f.Act}, {"means", f.Means}, {"aim", f.Aim}, {"flag", f.Flag}, {"country", f.Country}, {"admin1", f.Admin1},
		{"place", f.Place}, {"precision", f.Precision}, {"actor", f.Actor}, {"role", f.Role}, {"target", f.Target}, {"stance", f.Stance},
		{"source", f.Source}, {"origin", f.Origin}, {"support", f.Support}, {"status", f.Status}, {"lang", f.Lang}} {
		add(list.key, list.values...)
	}
	for _, one := range [][2]string{{"near", f.Near}, {"km", f.Km}, {"bbox", f.Bbox}, {"origins_min", f.OriginsMin}, {"origins_max", f.OriginsMax},
		{"reports_min", f.ReportsMin}, {"killed_min", f.KilledMin}, {"killed_max", f.KilledMax}, {"killed_low_min", f.KilledLowMin},
		{"killed_high_max", f.KilledHighMax}, {"changed_since", f.ChangedSince}, {"as_of", f.AsOf}, {"sort", f.Sort}, {"limit", f.Limit}} {
		add(one[0], one[1])
	}
	for _, w := range f.Where {
		key, value, ok := strings.Cut(w, "=")
		if !ok {
			return nil, dateline.Errorf(dateline.Invalid, "--where %s: want KEY=VALUE", w)
		}
		out = append(out, query.New(key, value))
	}
	return out, nil
}

// select reads the incidents that the filters choose.
func (a *app) selected(ctx context.Context, tx store.Tx, f filters) ([]store.Row, error) {
	terms, err := f.terms()
	if err != nil {
		return nil, err
	}
	filter, _, err := query.Parse(terms, resolver{ctx, tx})
	if err != nil {
		return nil, err
	}
	if filter.Limit == 0 && a.tty && a.format() == "table" {
		filter.Limit = 50
	}
	var out []store.Row
	for row, err := range tx.ListIncidents(ctx, filter) {
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

type incidentsCmd struct {
	List listFlag `arg:"" optional:"" help:"'list', for those who like to write it out."`
	filters
}

// listFlag takes the word "list" and nothing else.
type listFlag string

func (l listFlag) Validate() error {
	if l != "" && l != "list" {
		return dateline.Errorf(dateline.Invalid, "incidents takes filters (--from, --country, …); one incident is: dateline show %s", string(l))
	}
	return nil
}

var incidentColumns = []column[store.Row]{
	{name: "id", show: func(r store.Row) string { return string(r.Public) }},
	{name: "date", show: func(r store.Row) string { return wording.Date(r.Date.Date) }},
	{name: "type", show: func(r store.Row) string { return r.Facets.Words() }},
	{name: "place", show: func(r store.Row) string { return wording.Place(r.Place.Ref) }},
	{name: "killed", show: func(r store.Row) string { return wording.Toll(r.Incident, dateline.Killed) }},
	{name: "wounded", show: func(r store.Row) string { return wording.Toll(r.Incident, dateline.Wounded) }},
	{name: "reports", show: func(r store.Row) string { return strconv.Itoa(r.Independence.Reports) }},
	{name: "origins", show: func(r store.Row) string { return wording.Origins(r.Independence.OriginsMin, r.Independence.OriginsMax) }},
	{name: "state", show: func(r store.Row) string { return support(store.SupportOf(r.Incident), r.Independence) }},
	{name: "status", show: func(r store.Row) string { return wording.Status(r.Incident) }},
	{name: "title", show: func(r store.Row) string { return r.Title }},
	{name: "country", show: func(r store.Row) string { return countryOf(r.Incident) }, wide: true},
	{name: "earliest", show: func(r store.Row) string { return string(r.Date.Earliest) }, wide: true},
	{name: "latest", show: func(r store.Row) string { return string(r.Date.Latest) }, wide: true},
	{name: "killed_low", show: bound(dateline.Killed, func(f dateline.Figure) *int { return f.Low }), wide: true},
	{name: "killed_best", show: bound(dateline.Killed, func(f dateline.Figure) *int { return f.Best }), wide: true},
	{name: "killed_high", show: bound(dateline.Killed, func(f dateline.Figure) *int { return f.High }), wide: true},
	{name: "contradictions", show: func(r store.Row) string { return strconv.Itoa(len(r.Contradictions)) }, wide: true},
	{name: "content_hash", show: func(r store.Row) string { return r.ContentHash }, wide: true},
	{name: "changed", show: func(r store.Row) string { return r.Changed }, wide: true},
}

func bound(m dateline.Measure, pick func(dateline.Figure) *int) func(store.Row) string {
	return func(r store.Row) string {
		f := r.Figure(m, dateline.PopAll)
		if f == nil || pick(*f) == nil {
			return ""
		}
		return strconv.Itoa(*pick(*f))
	}
}

func countryOf(i *dateline.Incident) string {
	if i.Place.Ref == nil {
		return ""
	}
	return i.Place.Ref.Country
}

func (c incidentsCmd) Run(ctx context.Context, a *app) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	return s.View(ctx, func(tx store.Tx) error {
		rows, err := a.selected(ctx, tx, c.filters)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return a.nothing(ctx, tx)
		}
		a.talk("%s", countsLine(rows))
		return listing(a, incidentColumns, rows)
	})
}

// nothing says that no incident matches and what the store covers.
func (a *app) nothing(ctx context.Context, tx store.Tx) error {
	if a.global.ExitStatus {
		a.exit = exitNo
	}
	var first, last dateline.Day
	for row, err := range tx.ListIncidents(ctx, store.Filter{Sort: store.SortOldest}) {
		if err != nil {
			return err
		}
		if d := row.Date.Earliest; d.Known() && (first == "" || d < first) {
			first = d
		}
		if d := row.Date.Latest; d.Known() && d > last {
			last = d
		}
	}
	if first == "" {
		a.talk("No incidents match. The store holds no dated incident yet.")
	} else {
		a.talk("No incidents match. The store covers %s to %s.", first, last)
	}
	if a.format() == "json" {
		return a.writeJSON([]string{})
	}
	return nil
}

// countsLine says what stands behind a list, in the three counts.
func countsLine(rows []store.Row) string {
	reports := map[dateline.ID]bool{}
	least, most := 0, 0
	for _, r := range rows {
		for _, id := range r.Reports {
			reports[id] = true
		}
		least += r.Independence.OriginsMin
		most += r.Independence.OriginsMax
	}
	return fmt.Sprintf("%s · %s · %s independent origins, counted by incident", plural(len(rows), "incident"), plural(len(reports), "report"), interval(least, most))
}

func plural(n int, noun string) string { return wording.Plural(n, noun) }

func interval(low, high int) string { return wording.Interval(low, high) }

// support is the words of a state with its mark, for lists.
func support(s dateline.Support, i dateline.Independence) string {
	return strings.TrimSpace(wording.Mark(s) + " " + wording.Support(s, i.OriginsMin, i.OriginsMax))
}
