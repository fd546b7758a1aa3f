package gist

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract"
)

// candidate gathers what speaks for one value.
type candidate struct {
	value string
	first int // sentence
	seen  tallies
	total int
	names []string // other spellings in the report
}

// also notes how the report writes the value.
func (c *candidate) also(name string) {
	if name != c.value && !slices.Contains(c.names, name) {
		c.names = append(c.names, name)
	}
}

// candidates of a question, by value.
type candidates map[string]*candidate

func (c candidates) of(value string, sentence int) *candidate {
	x := c[value]
	if x == nil {
		x = &candidate{value: value, first: sentence, seen: tallies{}}
		c[value] = x
	}
	x.first = min(x.first, sentence)
	return x
}

// options are the candidates in the order of first mention, then of value,
// with the features of each and those that compare it with the others.
func (c candidates) options(table string) []Option {
	list := make([]*candidate, 0, len(c))
	all, most := 0, 0
	for _, x := range c {
		list = append(list, x)
		all += x.total
		most = max(most, x.total)
	}
	sort.Slice(list, func(i, k int) bool {
		return list[i].first < list[k].first || list[i].first == list[k].first && list[i].value < list[k].value
	})
	out := make([]Option, len(list))
	for i, x := range list {
		o := Option{Value: x.value, Also: x.names, Table: table, Features: x.seen.features(logOf)}
		o.Features = append(o.Features,
			Feature{Name: "share of mentions", Value: float64(x.total) / float64(max(all, 1))},
			Feature{Name: "first mention", Value: -math.Log2(1 + float64(x.first))})
		if x.total == most {
			o.Features = append(o.Features, Feature{Name: "most mentions", Value: 1})
		}
		if i == 0 {
			o.Features = append(o.Features, Feature{Name: "named first", Value: 1})
		}
		out[i] = o
	}
	return out
}

// place is a stretch of text that points at a country.
type pointer struct {
	country, kind, text string
	sentence            int
	at                  dateline.Span
	locative            bool
}

// pointers are the places and actors of a report that have a country.
func (s *Survey) pointers() []pointer {
	var out []pointer
	for _, x := range s.ann.Places {
		if x.Ref.Country != "" {
			out = append(out, pointer{x.Ref.Country, x.Class, x.Text, x.Sentence, s.runes.Span(x.Start, x.End), x.Locative})
		}
	}
	for _, x := range s.ann.Actors {
		if x.Ref.Country != "" && x.Ref.Kind != "" && x.Kind != dateline.SourceExpression {
			out = append(out, pointer{x.Ref.Country, string(x.Ref.Kind), x.Text, x.Sentence, s.runes.Span(x.Start, x.End), false})
		}
	}
	return out
}

// Country asks in which country the violation happened.
func (s *Survey) Country() Question {
	list := candidates{}
	for _, p := range s.pointers() {
		c := list.of(p.country, p.sentence)
		c.total++
		s.seeIn(c, p.kind, p.sentence, p.at)
		if p.locative {
			c.seen.add("stands as a place", p.at)
		}
		s.seeInTitle(c, p.text, p.at)
	}
	if s.main != nil && s.main.Place != nil && s.main.Place.Country != "" {
		list.of(s.main.Place.Country, len(s.doc.Sentences)).seen.add("place of the main account", s.main.Place.Span)
	}
	return Question{Name: "country", Options: list.options("country")}
}

// seeIn notes an expression in its part of the report and beside violence.
func (s *Survey) seeIn(c *candidate, kind string, sentence int, at dateline.Span) {
	c.seen.add(kind, at)
	c.seen.add("in "+partNames[s.part[sentence]], at)
	if class := s.violent[sentence]; class != "" {
		c.seen.add("beside violence", at)
		if s.part[sentence] <= partEarly {
			c.seen.add("early beside violence", at)
		}
	}
}

func (s *Survey) seeInTitle(c *candidate, text string, at dateline.Span) {
	if c.seen["in the title"] == nil && strings.Contains(s.doc.Report.Title, text) {
		c.seen.add("in the title", at)
	}
}

// Province asks for the first-level division, likewise.
func (s *Survey) Province(countries ...string) Question {
	list := candidates{}
	for _, x := range s.ann.Places {
		if x.Ref.Admin1 == "" || len(countries) > 0 && !slices.Contains(countries, x.Ref.Country) {
			continue
		}
		at := s.runes.Span(x.Start, x.End)
		c := list.of(x.Ref.Admin1, x.Sentence)
		c.total++
		s.seeIn(c, x.Class+" "+string(x.Ref.Precision), x.Sentence, at)
		if x.Class == "admin" {
			c.also(x.Text)
		}
		if x.Locative && s.violent[x.Sentence] != "" {
			c.seen.add("place beside violence", at)
		}
		s.seeInTitle(c, x.Text, at)
	}
	return Question{Name: "province", Options: list.options("province")}
}

// cityStates are countries that are one city.
var cityStates = map[string]bool{"HKG": true, "MAC": true, "SGP": true, "MCO": true, "GIB": true, "VAT": true}

// settlement is the name of the settlement that an expression gives, or of the
// division or city-state that may stand for one.
func settlement(x extract.Place) string {
	switch {
	case x.Ref.City != "":
		return x.Ref.City
	case x.Class == "demonym" || x.Class == "country" && !cityStates[x.Ref.Country]:
		return ""
	}
	return x.Ref.Name
}

// Place asks for the settlement; only those of the countries are candidates,
// or all if none is given.
func (s *Survey) Place(countries ...string) Question {
	list := candidates{}
	for _, x := range s.ann.Places {
		name := settlement(x)
		if name == "" || len(countries) > 0 && !slices.Contains(countries, x.Ref.Country) || x.Class == "demonym" {
			continue
		}
		at := s.runes.Span(x.Start, x.End)
		c := list.of(name, x.Sentence)
		c.total++
		s.seeIn(c, x.Class+" "+string(x.Ref.Precision), x.Sentence, at)
		c.also(x.Text)
		if x.Locative {
			c.seen.add("stands as a place", at)
			if s.violent[x.Sentence] != "" {
				c.seen.add("place beside violence", at)
			}
		}
		s.seeInTitle(c, x.Text, at)
		if strings.Contains(s.doc.Report.DatelineText, x.Text) {
			c.seen.add("filed from", at)
		}
	}
	if s.main != nil && s.main.Place != nil && s.main.Place.City != "" {
		if c := list[s.main.Place.City]; c != nil {
			c.seen.add("place of the main account", s.main.Place.Span)
		}
	}
	return Question{Name: "place", Options: list.options("place")}
}
