package query

import (
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// keys is the grammar: what each key does to the filter.
var keys = map[string]func(*parser, Term) error{
	"q":               func(p *parser, t Term) error { p.filter.Words = strings.Join(t.Values, " "); return nil },
	"from":            func(p *parser, t Term) (err error) { p.filter.From, err = firstDay(t.Values[0]); return },
	"to":              func(p *parser, t Term) (err error) { p.filter.To, err = lastDay(t.Values[0]); return },
	"date":            func(p *parser, t Term) error { return within(p, t) },
	"type":            enum(func(f *store.Filter) *store.Terms[dateline.Type] { return &f.Type }, types),
	"act":             enum(func(f *store.Filter) *store.Terms[dateline.Act] { return &f.Act }, nil),
	"means":           enum(func(f *store.Filter) *store.Terms[dateline.Means] { return &f.Means }, nil),
	"aim":             enum(func(f *store.Filter) *store.Terms[dateline.Aim] { return &f.Aim }, nil),
	"flag":            enum(func(f *store.Filter) *store.Terms[dateline.Flag] { return &f.Flag }, nil),
	"status":          enum(func(f *store.Filter) *store.Terms[dateline.IncidentStatus] { return &f.Status }, statuses),
	"role":            enum(func(f *store.Filter) *store.Terms[dateline.ActorRole] { return &f.Role }, roles),
	"target":          enum(func(f *store.Filter) *store.Terms[dateline.TargetCategory] { return &f.Target }, nil),
	"stance":          enum(func(f *store.Filter) *store.Terms[dateline.Stance] { return &f.Stance }, stances),
	"support":         enum(func(f *store.Filter) *store.Terms[dateline.Support] { return &f.Support }, supports),
	"country":         func(p *parser, t Term) error { add(&p.filter.Country, t, upper(t.Values)); return nil },
	"admin1":          func(p *parser, t Term) error { add(&p.filter.Admin1, t, t.Values); return nil },
	"lang":            func(p *parser, t Term) error { add(&p.filter.Language, t, t.Values); return nil },
	"precision":       func(p *parser, t Term) error { return precision(p, t) },
	"place":           id(func(f *store.Filter) *store.Terms[dateline.ID] { return &f.Place }),
	"actor":           id(func(f *store.Filter) *store.Terms[dateline.ID] { return &f.Actor }),
	"source":          id(func(f *store.Filter) *store.Terms[dateline.ID] { return &f.Source }),
	"origin":          id(func(f *store.Filter) *store.Terms[dateline.ID] { return &f.Origin }),
	"report":          id(func(f *store.Filter) *store.Terms[dateline.ID] { return &f.Report }),
	"killed_min":      bound(func(f *store.Filter) **int { return &f.KilledMin }),
	"killed_max":      bound(func(f *store.Filter) **int { return &f.KilledMax }),
	"killed_low_min":  bound(func(f *store.Filter) **int { return &f.KilledLowMin }),
	"killed_high_max": bound(func(f *store.Filter) **int { return &f.KilledHighMax }),
	"origins_min":     bound(func(f *store.Filter) **int { return &f.OriginsMin }),
	"origins_max":     bound(func(f *store.Filter) **int { return &f.OriginsMax }),
	"reports_min":     bound(func(f *store.Filter) **int { return &f.ReportsMin }),
	"near":            func(p *parser, t Term) error { return near(p, t) },
	"km": func(p *parser, t Term) error {
		v, err := floats(t.Values[0], 1)
		if err == nil {
			p.km = &v[0]
		}
		return err
	},
	"bbox":          func(p *parser, t Term) error { return box(p, t) },
	"changed_since": func(p *parser, t Term) error { return changed(p, t) },
	"as_of":         func(p *parser, t Term) (err error) { p.filter.AsOf, err = moment(t.Values[0]); return },
	"sort":          func(p *parser, t Term) error { return order(p, t) },
	"limit": func(p *parser, t Term) error {
		n, err := integer(t)
		if err == nil {
			p.filter.Limit = *n
		}
		return err
	},
	"cursor": func(p *parser, t Term) error { p.filter.After = t.Values[0]; return nil },
}

// Closed sets that the grammar checks itself.
var (
	types    = []string{"armed_clash", "abduction", "ill_treatment", "riot_protest", "air_strike", "shelling", "bombing", "attack", "other"}
	statuses = []string{"candidate", "linked", "reviewed", "merged", "split", "retracted"}
	roles    = []string{"perpetrator", "target", "victim", "responder", "sponsor_alleged"}
	stances  = []string{"claimed", "denied", "attributed", "charged", "convicted"}
	supports = []string{"not_reported", "decided", "contested", "inferred", "no_basis", "single_origin", "agreed"}
)

// enum reads values of a closed set; nil leaves the check to what the store holds.
func enum[T ~string](field func(*store.Filter) *store.Terms[T], set []string) func(*parser, Term) error {
	return func(p *parser, t Term) error {
		for _, v := range t.Values {
			if set != nil && !has(set, v) {
				return dateline.Errorf(dateline.Invalid, "not one of %s", strings.Join(set, ", "))
			}
		}
		add(field(&p.filter), t, t.Values)
		return nil
	}
}

func add[T ~string](terms *store.Terms[T], t Term, values []string) {
	for _, v := range values {
		if t.Not {
			terms.None = append(terms.None, T(v))
		} else {
			terms.Any = append(terms.Any, T(v))
		}
	}
}

func id(field func(*store.Filter) *store.Terms[dateline.ID]) func(*parser, Term) error {
	return func(p *parser, t Term) error {
		for _, v := range t.Values {
			public, err := dateline.ParsePublic(v)
			if err != nil {
				return err
			}
			internal, err := p.ids.Find(public)
			if err != nil {
				return err
			}
			add(field(&p.filter), t, []string{string(internal)})
		}
		return nil
	}
}

func bound(field func(*store.Filter) **int) func(*parser, Term) error {
	return func(p *parser, t Term) error {
		n, err := integer(t)
		*field(&p.filter) = n
		return err
	}
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func upper(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strings.ToUpper(s)
	}
	return out
}

// firstDay reads 2024-03-12, 2024-03 or 2024 as the first day it covers.
func firstDay(s string) (dateline.Day, error) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return dateline.Day(t.Format(time.DateOnly)), nil
		}
	}
	return "", dateline.Errorf(dateline.Invalid, "%q is not a day, month or year (2024-03-12, 2024-03, 2024)", s)
}

// lastDay reads the same as the last day it covers.
func lastDay(s string) (dateline.Day, error) {
	first, err := firstDay(s)
	if err != nil {
		return "", err
	}
	switch len(s) {
	case 4:
		return dateline.Day(first.Time().AddDate(1, 0, -1).Format(time.DateOnly)), nil
	case 7:
		return dateline.Day(first.Time().AddDate(0, 1, -1).Format(time.DateOnly)), nil
	}
	return first, nil
}

func within(p *parser, t Term) error {
	if t.Values[0] != "within" {
		return dateline.Errorf(dateline.Invalid, "only date=within is known")
	}
	p.filter.Within = true
	return nil
}

var precisions = map[string]dateline.PlacePrecision{"site": dateline.P0, "settlement": dateline.P1, "near": dateline.P2, "district": dateline.P3,
	"province": dateline.P4, "region": dateline.P5, "country": dateline.P6, "sea_air": dateline.P7, "unknown": dateline.P9}

func precision(p *parser, t Term) error {
	for _, v := range t.Values {
		code, ok := precisions[v]
		if !ok {
			return dateline.Errorf(dateline.Invalid, "not one of site, settlement, near, district, province, region, country, sea_air, unknown")
		}
		add(&p.filter.Precision, t, []string{string(code)})
	}
	return nil
}

func near(p *parser, t Term) error {
	v, err := floats(t.Values[0], 2)
	if err != nil {
		return err
	}
	if v[0] < -90 || v[0] > 90 || v[1] < -180 || v[1] > 180 {
		return dateline.Errorf(dateline.Invalid, "latitude and longitude, in this order, in degrees")
	}
	p.near = &store.Near{Lat: v[0], Lon: v[1]}
	return nil
}

func box(p *parser, t Term) error {
	v, err := floats(t.Values[0], 4)
	if err != nil {
		return err
	}
	p.filter.Box = &store.Box{West: v[0], South: v[1], East: v[2], North: v[3]}
	return nil
}

func changed(p *parser, t Term) (err error) {
	if seq, ok := strings.CutPrefix(t.Values[0], "seq:"); ok {
		n, err := integer(Term{Values: []string{seq}})
		if err == nil {
			p.filter.ChangedAfter = int64(*n)
		}
		return err
	}
	p.filter.ChangedSince, err = moment(t.Values[0])
	return err
}

// moment reads a day or a time as RFC 3339 UTC.
func moment(s string) (string, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC().Format(time.RFC3339), nil
		}
	}
	return "", dateline.Errorf(dateline.Invalid, "%q is not a time (2024-03-13T06:00Z)", s)
}

var orders = map[string]store.Sort{"-date": store.SortNewest, "date": store.SortOldest, "killed": store.SortLeastKilled, "-killed": store.SortMostKilled,
	"-changed": store.SortChanged, "-origins": store.SortOrigins, "origins": store.SortOrigins, "id": store.SortID}

func order(p *parser, t Term) error {
	s, ok := orders[t.Values[0]]
	if !ok {
		return dateline.Errorf(dateline.Invalid, "not one of -date, date, -killed, killed, -changed, -origins, id")
	}
	p.filter.Sort = s
	return nil
}
