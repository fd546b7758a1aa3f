package place

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place/table"
)

// formerCapital is a city that was the capital of a country until a day.
type formerCapital struct {
	country string // alpha-3
	until   dateline.Day
	city    string
}

func formerCapitals() []formerCapital {
	var out []formerCapital
	for _, f := range rows("capitals.tsv") {
		out = append(out, formerCapital{f[0], dateline.Day(f[1]), f[2]})
	}
	return out
}

// seat is the city of those who have a capital and are no country.
type seat struct {
	owner, country, city string // the owner folded, the country alpha-3
	since, until         dateline.Day
}

func seats() []seat {
	var out []seat
	for _, f := range rows("seats.tsv") {
		for _, owner := range strings.Split(f[0], "|") {
			out = append(out, seat{owner, f[3], f[4], dateline.Day(f[1]), dateline.Day(f[2])})
		}
	}
	return out
}

// on: the city was the owner's on a day; of a report without a day, it is today.
func (s seat) on(day dateline.Day) bool {
	if !day.Known() {
		return s.until == ""
	}
	return s.since <= day && (s.until == "" || day < s.until)
}

// This file reads capitals that are told by what they are and not by name
// (PLC-10): "the Kenyan capital", "Chad's capital", "the capital of Borno state",
// "the government's capital". The city is that of the country, or of the
// division, on the day of the report, and is inferred.

// capitals finds them. One that is named beside it ("the Kenyan capital,
// Nairobi", "in the capital Nairobi") is left to its name.
func (r *reader) capitals() []dateline.Expression {
	var out []dateline.Expression
	for si, words := range r.words {
		for i, w := range words {
			if strings.ToLower(w.text) != "capital" || r.upper[si] {
				continue
			}
			s := r.capital(si, i)
			if s == nil || r.namedBeside(s) || r.compound(s) {
				continue
			}
			out = append(out, dateline.Expression{
				Kind: dateline.PlaceExpression, Start: s.start, End: s.end, Sentence: si,
				Text: r.doc.Text()[s.start:s.end], Class: ClassCapital, Locative: r.preposition(s) != "" && !r.message(s),
			})
		}
	}
	return out
}

// capital is the span of the words that say whose capital it is, with word i;
// nil if they do not say.
func (r *reader) capital(sentence, i int) *span {
	s := r.between(sentence, i, i+1)
	if owner := r.ending(sentence, i); owner != nil {
		return r.between(sentence, owner.from, i+1)
	}
	if from := r.ownerBefore(sentence, i); from >= 0 {
		return r.between(sentence, from, i+1)
	}
	if r.fold(s, i+1) == "of" {
		for to := i + 2; to <= i+3; to++ {
			if owner := r.starting(sentence, to); owner != nil {
				return r.between(sentence, i, owner.to)
			}
		}
		return nil
	}
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if !r.g.words.is("realm", r.fold(s, k)) {
			continue
		}
		if owner := r.ending(sentence, k); owner != nil {
			k = owner.from
		}
		return r.between(sentence, k, i+1)
	}
	if r.fold(s, i-1) == "the" {
		return s
	}
	return nil
}

// ownerBefore is where the name of an owner of a seat begins that ends right before
// word i, but for the mark of a possessive; -1 if there is none.
func (r *reader) ownerBefore(sentence, i int) int {
	words := r.words[sentence]
	for i > 0 && (words[i-1].fold == "" || words[i-1].fold == "s") {
		i--
	}
	for from := max(0, i-2); from < i; from++ {
		key := table.Fold(r.doc.Text()[words[from].start:words[i-1].end])
		if slices.ContainsFunc(r.g.words.seats, func(s seat) bool { return s.owner == key }) {
			return from
		}
	}
	return -1
}

func (r *reader) between(sentence, from, to int) *span {
	words := r.words[sentence]
	return &span{sentence: sentence, from: from, to: to, start: words[from].start, end: words[to-1].end}
}

// fold is the folded word at i of the sentence of a span, "" outside it.
func (r *reader) fold(s *span, i int) string {
	if i < 0 || i >= len(r.words[s.sentence]) {
		return ""
	}
	return r.words[s.sentence][i].fold
}

// ending is the country, division or nationality whose name ends right before
// word i, but for the mark of a possessive.
func (r *reader) ending(sentence, i int) *span {
	for i > 0 && (r.words[sentence][i-1].fold == "" || r.words[sentence][i-1].fold == "s") {
		i--
	}
	return r.realm(func(s *span) bool { return s.sentence == sentence && s.to == i })
}

func (r *reader) starting(sentence, i int) *span {
	return r.realm(func(s *span) bool { return s.sentence == sentence && s.from == i })
}

func (r *reader) realm(fits func(*span) bool) *span {
	for _, s := range r.spans {
		if s.accepted && fits(s) && (s.class == ClassCountry || s.class == ClassAdmin || s.class == ClassDemonym) {
			return s
		}
	}
	return nil
}

// namedBeside: the name of the city stands right before or after the words.
func (r *reader) namedBeside(s *span) bool {
	text := r.doc.Text()
	for _, x := range r.spans {
		if x.sentence != s.sentence || !x.accepted || x.class != ClassCity {
			continue
		}
		if x.start >= s.end && strings.Trim(text[s.end:x.start], " ,:") == "" || x.end <= s.start && r.apposed(text[x.end:s.start]) {
			return true
		}
	}
	return false
}

// apposed: between a name and the words stands a comma, "Nairobi, the Kenyan
// capital".
func (r *reader) apposed(between string) bool {
	between = strings.TrimSpace(between)
	return strings.HasPrefix(between, ",") && strings.Trim(strings.TrimPrefix(between, ","), " the") == ""
}

// compound: the word is no city but money or a penalty, "the capital market".
func (r *reader) compound(s *span) bool { return r.g.words.is("asset", r.fold(s, s.to)) }

// resolvedCapital gives the city that the words mean: of the country or division
// that they name, else of the only country that the report is about.
func (r *resolver) resolvedCapital(i int, all []Resolved) Resolved {
	e := r.exprs[i]
	out := Resolved{Expression: e, Precision: dateline.P9, Inferred: true}
	row, ok := r.ownSeat(e)
	if !ok {
		if key, known := r.realmOf(e, all); known {
			row, ok = r.g.seatOf(key, r.doc.Report)
		}
	}
	if !ok {
		return out
	}
	p := r.place(row)
	out.Place, out.Precision, out.RadiusM = &p, p.Precision, *p.RadiusM
	r.qualify(&out, r.doc.Text())
	return out
}

// ownSeat is the row of the capital of an owner of a seat, "the Taliban capital".
func (r *resolver) ownSeat(e dateline.Expression) (row int, ok bool) {
	day := dateline.Day("")
	if r.doc.Report != nil {
		day = r.doc.Report.Published.Latest
	}
	owner := table.Fold(e.Text)
	for _, s := range r.g.words.seats {
		if (strings.HasPrefix(owner, s.owner+" ") || strings.HasPrefix(owner, s.owner+"s ")) && s.on(day) {
			return r.g.cityIn(s.city, s.country)
		}
	}
	return 0, false
}

// cityIn is the row of the city of that name in a country.
func (g *Gazetteer) cityIn(city, country string) (row int, ok bool) {
	for _, n := range g.named(table.Hash(table.Fold(city))) {
		if n.code[0] == 'P' && g.place(n.row).Country == country {
			return n.row, true
		}
	}
	return 0, false
}

// realmOf is the country, or the country and division, whose capital is meant.
func (r *resolver) realmOf(e dateline.Expression, all []Resolved) (string, bool) {
	countries := map[string]bool{}
	for j, o := range r.exprs {
		p := all[j].Place
		if p == nil {
			continue
		}
		if o.Start >= e.Start && o.End <= e.End {
			return realmKey(p), true
		}
		if o.Class != ClassDemonym {
			countries[p.Country] = true
		}
	}
	for code := range countries {
		return code, len(countries) == 1
	}
	return "", false
}

// realmKey is the key of a country, or of a first division in it.
func realmKey(p *dateline.Place) string {
	if p.Precision == dateline.P4 {
		return p.Country + "|" + p.Name
	}
	return p.Country
}

// seatOf is the row of a capital on the day of a report; of a report without a
// day, today's.
func (g *Gazetteer) seatOf(key string, report *dateline.Report) (int, bool) {
	g.seatsOnce.Do(func() { g.seats = g.findSeats() })
	if report != nil && report.Published.Latest.Known() {
		for _, c := range g.words.formerCapitals {
			if c.country == key && report.Published.Latest < c.until {
				key += "|until " + string(c.until)
				break
			}
		}
	}
	row, ok := g.seats[key]
	return row, ok
}

// findSeats looks through the gazetteer for the capitals of countries and of
// first divisions, and for those that countries had before.
func (g *Gazetteer) findSeats() map[string]int {
	seats := map[string]int{}
	for row := range g.table.Len() {
		e := g.table.Entry(row)
		switch g.code(e) {
		case "P.PPLC":
			p := g.place(row)
			seats[p.Country] = row
			seats[p.Country+"|"+p.Admin1] = row
		case "P.PPLA":
			p := g.place(row)
			seats[p.Country+"|"+p.Admin1] = row
		}
	}
	for _, c := range g.words.formerCapitals {
		if row, ok := g.cityIn(c.city, c.country); ok {
			seats[c.country+"|until "+string(c.until)] = row
		}
	}
	return seats
}
