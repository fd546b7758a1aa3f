// Package query reads the one query grammar of Dateline: the keys that lists,
// exports, the command line and the web share (key=value, repeated keys and
// commas are OR, different keys AND, key!=value is NOT). An unknown key is an
// error with a suggestion and never ignored: a typo must not widen a list.
package query

import (
	"net/url"
	"sort"
	"strconv"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// Resolver turns public ids of actors, places, sources, origins and reports
// into internal ones.
type Resolver interface {
	Find(dateline.PublicID) (dateline.ID, error)
}

// Term is one key with its values.
type Term struct {
	Key    string
	Not    bool
	Values []string
}

// Parse reads terms into a filter. Keys that are no part of the filter (view,
// cols, preset, group) are given back in the order they came.
func Parse(terms []Term, ids Resolver) (store.Filter, []Term, error) {
	p := parser{ids: ids}
	for _, t := range terms {
		read, known := keys[t.Key]
		switch {
		case known && t.Not && !negatable[t.Key]:
			return store.Filter{}, nil, dateline.Errorf(dateline.Invalid, "%s cannot be negated", t.Key)
		case known:
			if err := read(&p, t); err != nil {
				return store.Filter{}, nil, dateline.Errorf(dateline.Invalid, "%s=%s: %w", t.Key, strings.Join(t.Values, ","), err)
			}
		case display[t.Key]:
			p.rest = append(p.rest, t)
		default:
			return store.Filter{}, nil, Unknown(t.Key)
		}
	}
	if err := p.finish(); err != nil {
		return store.Filter{}, nil, err
	}
	return p.filter, p.rest, nil
}

// Values turns the query of a URL into terms, in the order of their keys.
func Values(v url.Values) []Term {
	names := make([]string, 0, len(v))
	for k := range v {
		names = append(names, k)
	}
	sort.Strings(names)
	var out []Term
	for _, k := range names {
		key, not := strings.CutSuffix(k, "!")
		t := Term{Key: key, Not: not}
		for _, value := range v[k] {
			t.Values = append(t.Values, split(key, value)...)
		}
		if len(t.Values) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// whole are keys whose value keeps its commas.
var whole = map[string]bool{"q": true, "near": true, "bbox": true}

func split(key, value string) []string {
	if value == "" {
		return nil
	}
	if whole[key] {
		return []string{value}
	}
	return strings.Split(value, ",")
}

// New makes a term from a flag of the command line.
func New(key, value string) Term {
	key, not := strings.CutSuffix(key, "!")
	return Term{Key: key, Not: not, Values: split(key, value)}
}

// Unknown is the error for a key that the grammar does not hold.
func Unknown(key string) error {
	e := &dateline.Error{Code: dateline.Invalid, What: "unknown filter --" + key}
	if near := Nearest(key, Keys()); near != "" {
		e.What += ". Did you mean --" + near + "?"
	}
	e.Next = "Nothing was listed, because an ignored filter would have shown too much"
	return e
}

// Nearest is the word of a list that is a few letters away from s, or "".
func Nearest(s string, list []string) string {
	best, least := "", 3
	for _, w := range list {
		if d := levenshtein.ComputeDistance(s, w); d < least {
			best, least = w, d
		}
	}
	return best
}

// Keys are all keys of the grammar, sorted.
func Keys() []string {
	out := make([]string, 0, len(keys)+len(display))
	for k := range keys {
		out = append(out, k)
	}
	for k := range display {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// display are keys that change how rows are shown and not which.
var display = map[string]bool{"view": true, "group": true, "cols": true, "preset": true, "population": true, "unreviewed": true, "basis": true}

var negatable = map[string]bool{"type": true, "act": true, "means": true, "aim": true, "flag": true, "country": true, "admin1": true, "place": true,
	"precision": true, "actor": true, "target": true, "stance": true, "support": true, "source": true, "origin": true, "lang": true, "status": true}

type parser struct {
	filter store.Filter
	rest   []Term
	ids    Resolver
	near   *store.Near
	km     *float64
}

func (p *parser) finish() error {
	if p.km != nil && p.near == nil {
		return dateline.Errorf(dateline.Invalid, "km needs near=LAT,LON")
	}
	if p.near != nil {
		p.near.Km = 25
		if p.km != nil {
			p.near.Km = *p.km
		}
		p.filter.Near = p.near
	}
	return nil
}

func integer(t Term) (*int, error) {
	n, err := strconv.Atoi(t.Values[0])
	if err != nil {
		return nil, dateline.Errorf(dateline.Invalid, "%q is not a whole number", t.Values[0])
	}
	return &n, nil
}

func floats(s string, want int) ([]float64, error) {
	parts := strings.Split(s, ",")
	if len(parts) != want {
		return nil, dateline.Errorf(dateline.Invalid, "want %d numbers with commas between", want)
	}
	out := make([]float64, want)
	for i, part := range parts {
		v, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil {
			return nil, dateline.Errorf(dateline.Invalid, "%q is not a number", part)
		}
		out[i] = v
	}
	return out, nil
}
