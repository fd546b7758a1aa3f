package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
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
	Sort          string   `help:"-date, date, killed, -killed, -changed, origins."`
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
		{"killed_high_max", f.KilledHighMax}, {"changed_since", f.ChangedSince}, {"sort", f.Sort}} {
		add(one[0], one[1])
	}
	for _, w := range f.Where {
		key, value, ok := strings.Cut(w, "=")
		if !ok {
			return nil, dateline.Errorf(dateline.Invalid, "--where %s: want KEY=VALUE", w)
		}
		out = append(out, query.New(key, value))
	}
	for _, t := range out {
		for _, v := range t.Values {
			if err := checkValue(t.Key, v); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// filter reads the filters as the query grammar does.
func (a *app) filter(ctx context.Context, tx store.Tx, f filters) (store.Filter, error) {
	terms, err := f.terms()
	if err != nil {
		return store.Filter{}, err
	}
	if a.global.AsOf != "" {
		terms = append(terms, query.New("as_of", a.global.AsOf))
	}
	filter, rest, err := query.Parse(terms, resolver{ctx, tx})
	if err == nil && len(rest) > 0 {
		err = dateline.Errorf(dateline.Invalid, "%s changes how pages show rows; a list has no use for it", rest[0].Key)
	}
	return filter, err
}

// selected reads the incidents that the filters choose, as they may be read.
func (a *app) selected(ctx context.Context, tx store.Tx, f filters) ([]store.Row, error) {
	filter, err := a.filter(ctx, tx, f)
	if err != nil {
		return nil, err
	}
	var out []store.Row
	for row, err := range tx.ListIncidents(ctx, filter) {
		if err != nil {
			return nil, err
		}
		if err := a.forList(ctx, tx, &row); err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nameWholes(ctx, tx, out)
}

// forList puts a row through the gate. Only a record that speaks of persons, or
// that is counted by another preset, is read in full for it.
func (a *app) forList(ctx context.Context, tx store.Tx, row *store.Row) error {
	whole := export.Record{Incident: *row.Incident}
	if namesPersons(row.Incident) || a.global.Preset != "dateline-1" {
		var err error
		if whole, err = a.record(ctx, tx, row.Incident.ID); err != nil {
			return err
		}
		if whole.Incident.Figures, err = a.figures(ctx, tx, whole); err != nil {
			return err
		}
	}
	r, err := a.release(whole)
	if err != nil {
		return err
	}
	row.Incident = &r.Incident
	return nil
}

// namesPersons says whether a record may name a private person.
func namesPersons(i *dateline.Incident) bool {
	for _, t := range i.Targets {
		if t.Person || t.Name != "" {
			return true
		}
	}
	for _, x := range i.Actors {
		if x.Actor == "" {
			return true
		}
	}
	return len(i.Texts) > 0 || len(i.Contradictions) > 0
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
	{name: "id", kind: "id", show: func(r store.Row) string { return string(r.Public) }},
	{name: "status", firm: true, show: func(r store.Row) string { return wording.Status(r.Incident) }, data: func(r store.Row) any { return string(r.Incident.Status) }},
	{name: "date", firm: true, kind: "edtf", show: func(r store.Row) string { return wording.Date(r.Date.Date) }, brief: func(r store.Row) string { return wording.ShortDate(r.Date.Date) }, data: func(r store.Row) any { return r.Date.EDTF }},
	{name: "type", show: func(r store.Row) string { return r.Facets.Words() }, brief: briefType},
	{name: "place", show: func(r store.Row) string { return wording.Place(r.Place.Ref) }, brief: func(r store.Row) string { return wording.ShortPlace(r.Place.Ref) }},
	{name: "killed", firm: true, kind: "figure", show: toll(dateline.Killed), brief: briefToll, data: figureOf(dateline.Killed)},
	{name: "wounded", kind: "figure", show: toll(dateline.Wounded), data: figureOf(dateline.Wounded), wide: true},
	{name: "reports", kind: "number", show: func(r store.Row) string { return strconv.Itoa(r.Independence.Reports) }, data: func(r store.Row) any { return r.Independence.Reports }, wide: true},
	{name: "origins", firm: true, show: func(r store.Row) string { return interval(r.Independence.OriginsMin, r.Independence.OriginsMax) }},
	{name: "state", firm: true, show: state, brief: briefState, data: func(r store.Row) any { return string(store.SupportOf(r.Incident)) }},
	{name: "title", show: func(r store.Row) string { return r.Title }},
	{name: "country", show: func(r store.Row) string { return countryOf(r.Incident) }, wide: true},
	{name: "earliest", kind: "edtf", show: func(r store.Row) string { return string(r.Date.Earliest) }, wide: true},
	{name: "latest", kind: "edtf", show: func(r store.Row) string { return string(r.Date.Latest) }, wide: true},
	{name: "date_precision", show: func(r store.Row) string { return wording.DatePrecision(r.Date.Precision) }, data: func(r store.Row) any { return string(r.Date.Precision) }, wide: true},
	{name: "place_precision", show: precision, data: precisionCode, wide: true},
	bound("killed_low", dateline.Killed, func(f dateline.Figure) *int { return f.Low }),
	bound("killed_best", dateline.Killed, func(f dateline.Figure) *int { return f.Best }),
	bound("killed_high", dateline.Killed, func(f dateline.Figure) *int { return f.High }),
	bound("wounded_low", dateline.Wounded, func(f dateline.Figure) *int { return f.Low }),
	bound("wounded_best", dateline.Wounded, func(f dateline.Figure) *int { return f.Best }),
	bound("wounded_high", dateline.Wounded, func(f dateline.Figure) *int { return f.High }),
	{name: "origins_min", kind: "number", show: func(r store.Row) string { return strconv.Itoa(r.Independence.OriginsMin) }, data: func(r store.Row) any { return r.Independence.OriginsMin }, wide: true},
	{name: "origins_max", kind: "number", show: func(r store.Row) string { return strconv.Itoa(r.Independence.OriginsMax) }, data: func(r store.Row) any { return r.Independence.OriginsMax }, wide: true},
	{name: "contradictions", kind: "number", show: func(r store.Row) string { return strconv.Itoa(len(r.Disputes())) }, data: func(r store.Row) any { return len(r.Disputes()) }, wide: true},
	{name: "changed", kind: "time", show: func(r store.Row) string { return r.Changed }, wide: true},
	{name: "content_hash", show: func(r store.Row) string { return r.ContentHash }, wide: true},
	{name: "revision", kind: "number", show: func(r store.Row) string { return strconv.Itoa(r.Revision) }, data: func(r store.Row) any { return r.Revision }, more: true},
	{name: "part_of", kind: "id", show: func(r store.Row) string { return string(r.Whole) }, more: true},
	{name: "parts", kind: "number", show: func(r store.Row) string { return strconv.Itoa(len(r.Children)) }, data: func(r store.Row) any { return len(r.Children) }, more: true},
	{name: "uid", kind: "id", show: func(r store.Row) string { return string(r.Incident.ID) }, more: true},
	{name: "counts", kind: "object", show: func(r store.Row) string { return wording.CountsLine(r.Independence) }, data: func(r store.Row) any { return r.Independence }, more: true},
	{name: "facets", kind: "object", show: func(r store.Row) string { return r.Facets.Words() }, data: func(r store.Row) any { return r.Facets }, more: true},
	{name: "lat", kind: "number", show: func(r store.Row) string { return degree(lat(r)) }, data: func(r store.Row) any { return lat(r) }, more: true},
	{name: "lon", kind: "number", show: func(r store.Row) string { return degree(lon(r)) }, data: func(r store.Row) any { return lon(r) }, more: true},
}

func toll(m dateline.Measure) func(store.Row) string {
	return func(r store.Row) string { return wording.Toll(r.Incident, m) }
}

// briefType says of what a record is, and that it is a part or has parts.
func briefType(r store.Row) string {
	if s := wording.Standing(r.Incident); s != "" {
		return r.Facets.Words() + ", " + s
	}
	return r.Facets.Words()
}

// briefToll is the figure for all.
func briefToll(r store.Row) string {
	if f := r.Figure(dateline.Killed, dateline.PopAll); f != nil {
		return wording.Figure(*f)
	}
	return wording.Toll(r.Incident, dateline.Killed)
}

func briefState(r store.Row) string {
	s := store.SupportOf(r.Incident)
	return strings.TrimSpace(wording.Mark(s) + " " + wording.SupportState(s))
}

// figure is what JSON says of a number of people in a list.
type figure struct {
	Best       *int             `json:"best"`
	Low        *int             `json:"low"`
	High       *int             `json:"high"`
	HighOpen   bool             `json:"high_open"`
	OriginsMin int              `json:"origins_min"`
	OriginsMax int              `json:"origins_max"`
	Support    dateline.Support `json:"support"`
	Rule       string           `json:"rule"`
}

// figureOf is the figure for all, null where no report gives a number.
func figureOf(m dateline.Measure) func(store.Row) any {
	return func(r store.Row) any {
		f := r.Figure(m, dateline.PopAll)
		if f == nil {
			return (*figure)(nil)
		}
		return &figure{f.Best, f.Low, f.High, f.HighOpen, f.OriginsMin, f.OriginsMax, r.Support[dateline.Attribute(m)], f.Rule}
	}
}

func bound(name string, m dateline.Measure, pick func(dateline.Figure) *int) column[store.Row] {
	value := func(r store.Row) *int {
		if f := r.Figure(m, dateline.PopAll); f != nil {
			return pick(*f)
		}
		return nil
	}
	return column[store.Row]{name: name, kind: "number", wide: true, data: func(r store.Row) any { return value(r) }, show: func(r store.Row) string {
		if n := value(r); n != nil {
			return strconv.Itoa(*n)
		}
		return ""
	}}
}

func state(r store.Row) string {
	return support(store.SupportOf(r.Incident), r.Independence.OriginsMin, r.Independence.OriginsMax)
}

func precision(r store.Row) string {
	if r.Place.Ref == nil {
		return wording.PlacePrecision(dateline.P9)
	}
	return wording.PlacePrecision(r.Place.Ref.Precision)
}

func precisionCode(r store.Row) any {
	if r.Place.Ref == nil {
		return string(dateline.P9)
	}
	return string(r.Place.Ref.Precision)
}

func lat(r store.Row) *float64 {
	if r.Place.Ref == nil {
		return nil
	}
	return r.Place.Ref.Lat
}

func lon(r store.Row) *float64 {
	if r.Place.Ref == nil {
		return nil
	}
	return r.Place.Ref.Lon
}

func degree(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', 4, 64)
}

func countryOf(i *dateline.Incident) string {
	if i.Place.Ref == nil {
		return ""
	}
	return i.Place.Ref.Country
}

func (c incidentsCmd) Run(ctx context.Context, a *app) error {
	if a.global.Fields == "help" {
		return listing[store.Row](a, incidentColumns, nil)
	}
	return a.view(ctx, func(tx store.Tx) error {
		rows, err := a.selected(ctx, tx, c.filters)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return a.nothing(ctx, tx)
		}
		a.banner()
		a.talk("%s", countsLine(rows))
		return listing(a, incidentColumns, rows)
	})
}

// nothing says that no incident matches and what the store covers.
func (a *app) nothing(ctx context.Context, tx store.Tx) error {
	if a.global.ExitStatus {
		a.exit = exitNo
	}
	first, last, err := coverage(ctx, tx)
	if err != nil {
		return err
	}
	if first == "" {
		a.talk("No incidents match. The store holds no dated incident yet.")
	} else {
		a.talk("No incidents match. The store covers %s to %s.", first, last)
	}
	return listing[store.Row](a, incidentColumns, nil)
}

// coverage is the first and last day that an incident may have happened on.
func coverage(ctx context.Context, tx store.Tx) (first, last dateline.Day, err error) {
	for row, err := range tx.ListIncidents(ctx, store.Filter{Sort: store.SortOldest}) {
		if err != nil {
			return "", "", err
		}
		if d := row.Date.Earliest; d.Known() && (first == "" || d < first) {
			first = d
		}
		if d := row.Date.Latest; d.Known() && d > last {
			last = d
		}
	}
	return first, last, nil
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
	origins := interval(least, most) + " independent origins"
	if least == 1 && most == 1 {
		origins = "1 independent origin"
	}
	return fmt.Sprintf("%s · %s · %s, counted by incident", plural(len(rows), "incident"), plural(len(reports), "report"), origins)
}

func plural(n int, noun string) string { return wording.Plural(n, noun) }

func interval(low, high int) string { return wording.Interval(low, high) }

// support is the words of a state with its mark.
func support(s dateline.Support, least, most int) string {
	return strings.TrimSpace(wording.Mark(s) + " " + wording.Support(s, least, most))
}
