package place

import (
	"regexp"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place/table"
)

// unlisted finds settlements that the gazetteer does not know, by what the text
// says of them: "Orvane village", "the hamlet of Orvane", "Orvane, a fishing
// village in", "at Orvane, Tarsa district" and, in what is no local paper (those
// write of shops and streets), "near Orvane". A name that is one somewhere in the
// report is one wherever it stands in locative syntax.
func (r *reader) unlisted() []dateline.Expression {
	var out []dateline.Expression
	told := map[string]bool{}
	runs := r.unknown()
	for _, s := range runs {
		if r.toldSettlement(s) {
			told[s.key] = true
		}
	}
	r.mostlyIn(runs, told)
	for _, s := range runs {
		if here := r.toldSettlement(s); here || told[s.key] {
			s.locative = here || r.preposition(s) != ""
			if o := r.doubted(s); o != nil {
				o.accepted, o.locative = true, s.locative
				continue
			}
			s.class = ClassUnlisted
			out = append(out, r.expression(s))
		}
	}
	return out
}

// doubted is the name of the gazetteer that a run is, which too little spoke for where
// it stands; nil if there is none or places of several countries bear it.
func (r *reader) doubted(s *span) *span {
	for _, o := range r.spans {
		if o.sentence == s.sentence && o.from == s.from && o.to == s.to && len(o.names) > 0 {
			first := o.names[0].entry.Country
			if slices.ContainsFunc(o.names, func(n namesake) bool { return n.entry.Country != first }) {
				return nil
			}
			return o
		}
	}
	return nil
}

// unknown gives the runs of capitalised words that hold no name known.
func (r *reader) unknown() []*span {
	var out []*span
	for si, words := range r.words {
		if r.upper[si] {
			continue
		}
		for i := 0; i < len(words); i++ {
			s := r.runFrom(si, i)
			if s == nil {
				continue
			}
			if r.nameLike(s) && (!r.known(s) || r.longerName(s)) {
				out = append(out, s)
			}
			i = s.to - 1
		}
	}
	return out
}

// runFrom is the longest run of capitalised words from word i, nil if none.
func (r *reader) runFrom(sentence, from int) *span {
	words, to := r.words[sentence], from
	var key []string
	for at := from; at < len(words) && at-from < longestName && r.runsOn(words, from, at); at++ {
		if words[at].fold != "" {
			key, to = append(key, words[at].fold), at+1
		}
	}
	if to == from {
		return nil
	}
	return &span{sentence: sentence, from: from, to: to, start: words[from].start, end: words[to-1].end, key: strings.Join(key, " ")}
}

// runsOn: word at may stand in a name that starts at word from.
func (r *reader) runsOn(words []word, from, at int) bool {
	w := words[at]
	if w.text == "-" && at > from {
		return words[at-1].end == w.start
	}
	if at > from+1 && words[at-1].text == "-" && words[at-1].end == w.start && w.fold != "" && w.text == strings.ToLower(w.text) && w.text[0] >= 'a' {
		return true // "Locso-an"
	}
	opening := at == 0 && (r.g.words.is("loc", w.fold) || r.g.words.common.has(w.fold))
	return starts(words, at) && w.fold != "" && !r.g.words.generic(w.fold) && !opening
}

// known: a name of the gazetteer stands in the run.
func (r *reader) known(s *span) bool {
	for _, o := range r.spans {
		if o.accepted && o.sentence == s.sentence && o.start < s.end && s.start < o.end {
			return true
		}
	}
	return false
}

// longerName: the words call the run a settlement, and the names known in it are parts
// of its name ("the village of Quinto Orvane"), which name nothing there.
func (r *reader) longerName(s *span) bool {
	last := r.word(s, s.to-1).fold
	if r.home.admin1 >= 0 || r.g.words.is("org", last) || publicBody[last] || !r.namedSettlement(s) {
		return false
	}
	for _, o := range r.spans {
		if o.sentence == s.sentence && o.start < s.end && s.start < o.end && (o.start <= s.start && s.end <= o.end || o.score >= 4) {
			return false
		}
	}
	for _, o := range r.spans {
		if o.sentence == s.sentence && o.start < s.end && s.start < o.end {
			o.accepted = false
		}
	}
	return true
}

// nameLike: the words may be a name of a place.
func (r *reader) nameLike(s *span) bool {
	lex, first := r.g.words, r.word(s, s.from)
	single := s.to == s.from+1
	switch {
	case len(s.key) < 3, lex.demonyms[s.key] != "", lex.is("title", first.fold), lex.is("loc", first.fold), r.persons[first.fold]:
		return false
	case article(first):
		return true
	case lex.common.has(s.key), single && (first.pos != "" && first.pos != "PROPN" || strings.ToUpper(first.text) == first.text):
		return false
	}
	return s.from > 0 || !single
}

// toldSettlement: the words around the run call it a settlement.
func (r *reader) toldSettlement(s *span) bool {
	lex := r.g.words
	prev, next := r.word(s, s.from-1), r.word(s, s.to)
	switch {
	case r.namedSettlement(s):
		return true
	case next.text == "," && r.calledSettlement(s), (next.text == "," || next.fold == "in" && (prev.fold == "on" || lex.is("assault", prev.fold))) && r.inContainer(s):
		return true
	case next.fold == "area" && prev.fold == "the" && r.partOf(s):
		return true
	case prev.fold == "near" && r.home.admin1 < 0:
		return next.fold == "" || !joins(r.words[s.sentence], s.to) && r.headAt(r.words[s.sentence], s.to) == 0
	}
	return false
}

// partOf: "the Orvane area of" and a place known.
func (r *reader) partOf(s *span) bool {
	return r.preposition(s) != "" && slices.ContainsFunc(r.spans, func(o *span) bool {
		return o.accepted && o.sentence == s.sentence && o.from == s.to+2 && r.word(s, s.to+1).fold == "of" && o.class != ClassDemonym
	})
}

// namedSettlement: the kind stands at the name, "Barangay Orvane", "Orvane village",
// "the hamlet of Orvane".
func (r *reader) namedSettlement(s *span) bool {
	lex := r.g.words
	prev, next := r.word(s, s.from-1), r.word(s, s.to)
	settlement := func(w word) bool { return lex.is("settlement", w.fold) && !w.capital }
	if settlement(next) && prev.fold != "the" && prev.fold != "a" && prev.fold != "an" && !prev.capital {
		return r.word(s, s.to+1).fold != "of"
	}
	return lex.is("prefix", prev.fold) || prev.fold == "of" && settlement(r.word(s, s.from-2))
}

// calledSettlement: "Orvane, a small fishing village in the north".
func (r *reader) calledSettlement(s *span) bool {
	if a := r.word(s, s.to+1).fold; a != "a" && a != "an" {
		return false
	}
	for i := s.to + 2; i < s.to+6; i++ {
		w, then := r.word(s, i), r.word(s, i+1)
		if r.g.words.is("settlement", w.fold) {
			return then.fold == "" || r.g.words.is("loc", then.fold) || then.fold == "of"
		}
		if w.fold == "" && w.text != "-" || w.capital {
			return false
		}
	}
	return false
}

// inContainer: "at Orvane, Tarsa district": behind a preposition, and a
// division or a country known follows.
func (r *reader) inContainer(s *span) bool {
	if r.preposition(s) == "" && r.word(s, s.from-1).fold != "area" || r.message(s) {
		return false
	}
	for _, o := range r.spans {
		if o.accepted && o.sentence == s.sentence && (o.class == ClassAdmin || o.class == ClassCountry || o.class == ClassRegion || r.unitBehind(o)) && r.chained(s.end, o.start) {
			return true
		}
	}
	return false
}

// unitBehind: "Orvane district".
func (r *reader) unitBehind(s *span) bool {
	next := r.word(s, s.to)
	return r.g.words.is("admin1", next.fold) || r.g.words.is("admin2", next.fold) || r.areaBehind(s)
}

// foreign: the text puts the name into a country where no place known bears it, or
// speaks of that country alone, and the bearers elsewhere are small: it is another
// place of that name.
func (r *resolver) foreign(n *name) bool {
	return r.fewer(n, namedAnywhere) && (r.putElsewhere(n) || r.strange(n) && r.asSettlement(n))
}

// fewer: the likeliest bearer of the name has fewer people.
func (r *resolver) fewer(n *name, people int) bool {
	return !n.demonym && len(n.scored) > 0 && r.g.table.Entry(n.scored[0].row).Population < people
}

// putElsewhere: a container of the name in the text holds none of its bearers.
func (r *resolver) putElsewhere(n *name) bool {
	for _, container := range n.containers {
		if len(container.scored) == 0 {
			continue
		}
		holder := r.g.table.Entry(container.scored[0].row)
		if n.kind == kindQuarter && holder.Population >= cityPeople {
			return !slices.ContainsFunc(n.scored, func(c Candidate) bool { return r.g.cityOf(r.g.table.Entry(c.row)) == holder.Name })
		}
		if code := r.g.code(holder); code[0] != 'A' && code != "L.RGN" {
			continue
		}
		return !slices.ContainsFunc(n.scored, func(c Candidate) bool { return mayLieIn(r.g.table.Entry(c.row), holder) })
	}
	return false
}

// oneCountry is the share of a report's other names that lie in the country which it
// speaks of, where a small place elsewhere is not meant.
const oneCountry = 2. / 3

// strange: the other names of a report that is no local paper's lie in one country,
// none of them in that of the likeliest bearer, which is far away and no large city,
// and no bearer lies in that one. It is another settlement of that name, or the name
// of a building or a person.
func (r *resolver) strange(n *name) bool {
	if r.home.admin1 >= 0 || !r.fewer(n, namedAfar) {
		return false
	}
	best := r.g.table.Entry(n.scored[0].row)
	if code := r.g.code(best); best.Country < 0 || code[0] != 'P' && code != "A.ADM1" && code != "A.ADM2" || r.countries[best.Country]-n.weight > 0.01 {
		return false
	}
	country := r.onlyCountry(n)
	return country >= 0 && country != best.Country && !r.borders(country, best.Country) &&
		!slices.ContainsFunc(n.scored, func(c Candidate) bool { return c.country(r.g) == country })
}

// onlyCountry is the country that the names of a report but one lie in, -1 for none.
// One of them must place something: the country alone may be an actor elsewhere.
func (r *resolver) onlyCountry(but *name) int {
	for country, weight := range r.countries {
		if country == but.country {
			weight -= but.weight
		}
		if weight > 0.01 && weight >= oneCountry*(r.total-but.weight) && r.placesIn(country, but) {
			return country
		}
	}
	return -1
}

// placesIn: a name but one places something in a country.
func (r *resolver) placesIn(country int, but *name) bool {
	for i, e := range r.exprs {
		n := r.names[i]
		if n != nil && n != but && n.country == country && n.weight > 0 && !n.demonym && (e.Locative || e.Class != ClassCountry) {
			return true
		}
	}
	return false
}

// borders: two countries are neighbours.
func (r *resolver) borders(a, b int) bool {
	return b >= 0 && slices.Contains(r.g.countries[a].Neighbours, r.g.countries[b].Alpha2)
}

// asSettlement: the name stands alone behind a preposition and never in the name of a
// building or ground ("Al Shifa hospital").
func (r *resolver) asSettlement(n *name) bool {
	alone := false
	for i, e := range r.exprs {
		if r.names[i] != n {
			continue
		}
		if r.inSite(e) {
			return false
		}
		alone = alone || e.Locative && placedAt.MatchString(r.doc.Text()[max(0, e.Start-12):e.Start]) && !goesOn.MatchString(r.doc.Text()[e.End:])
	}
	return alone
}

// inSite: an expression is part of the name of a building or ground.
func (r *resolver) inSite(e dateline.Expression) bool {
	return slices.ContainsFunc(r.exprs, func(o dateline.Expression) bool { return o.Class == ClassSite && o.Start <= e.Start && e.End <= o.End })
}

// here: the report was filed from the town that holds the place, "in Barangay Orvane here".
var here = regexp.MustCompile(`^ (?:\d+ )?here\b`)

var (
	placedAt = regexp.MustCompile(`(?:^|\s)(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|of)\s$`)
	goesOn   = regexp.MustCompile(`^(?:[-'’]|\s\p{Lu})`)
)

// mayLieIn: the place is in the country of the division or, of a region of several
// countries, not further from its centre than such regions reach.
func mayLieIn(x, holder table.Entry) bool {
	if holder.Country >= 0 {
		return x.Country == holder.Country
	}
	return Distance(x.Lat, x.Lon, holder.Lat, holder.Lon) <= regionReach
}

// namedAfar is the population of a town that is meant even where the text speaks of
// another country alone.
const namedAfar = 200_000

// regionReach is how many metres a region of several countries reaches from its centre.
const regionReach = 2_000_000

// namedAnywhere is the population of a town that is meant even where the text
// names another country behind it.
const namedAnywhere = 500_000

// resolvedUnlisted places a settlement that the gazetteer does not know in the
// container that the text states for it; where it states none, in that of the
// places around it or in the country of the report, as inferred (PLC-1). It has
// the centre and the reach of its container.
func (r *resolver) resolvedUnlisted(i int, all []Resolved) Resolved {
	e := r.exprs[i]
	out := Resolved{Expression: e, Precision: dateline.P9}
	holder, stated := r.holderOf(i, all)
	if holder == nil {
		return named(e)
	}
	p := *holder
	out.Parent, out.Inferred = holder, !stated
	p.ID = dateline.NewID(dateline.PrefixPlace, "unlisted", string(holder.ID), table.Fold(e.Text))
	p.Name, p.ASCII, p.FeatureClass, p.FeatureCode = e.Text, "", "P", "PPL"
	p.GeonameID, p.Parent, p.Population, p.Precision = 0, holder.ID, 0, dateline.P1
	if r.isQuarter(i) && holder.Precision == dateline.P3 || holder.Precision == dateline.P1 && !r.calledUnit(holder) { // a quarter or a spot of a town
		p.Precision, out.City = dateline.P0, cityAmong(all, holder)
	}
	out.Place, out.Precision, out.RadiusM = &p, p.Precision, *holder.RadiusM
	if p.Precision == dateline.P1 {
		r.qualify(&out, r.doc.Text())
	}
	return out
}

// isQuarter: the report calls the name of an expression a quarter.
func (r *resolver) isQuarter(i int) bool { return r.names[i] != nil && r.names[i].kind == kindQuarter }

// cityAmong is the city that a place resolved is or lies in.
func cityAmong(all []Resolved, p *dateline.Place) string {
	for _, x := range all {
		switch {
		case x.Place != p:
		case p.Precision == dateline.P1:
			return x.town(p)
		default:
			return x.Expression.Text // a district that bears the city's name
		}
	}
	return p.Name
}

// calledUnit: the report calls the place a division ("Orvane district").
func (r *resolver) calledUnit(p *dateline.Place) bool {
	return slices.ContainsFunc(r.order, func(n *name) bool {
		return (n.kind == "admin1" || n.kind == "admin2") && len(n.scored) > 0 && r.place(n.scored[0].row).ID == p.ID
	})
}

// holderOf gives what an unlisted settlement lies in, and whether the text says
// so.
func (r *resolver) holderOf(i int, all []Resolved) (holder *dateline.Place, stated bool) {
	e := r.exprs[i]
	if j := slices.IndexFunc(all, func(x Resolved) bool { return x.Filing && x.Place != nil }); j >= 0 && here.MatchString(r.doc.Text()[e.End:]) {
		return all[j].Place, true
	}
	var near *dateline.Place
	for j := range all {
		o := all[j].Expression
		if o.Class == ClassDemonym || derived(o) || all[j].Place == nil {
			continue
		}
		if o.Sentence == e.Sentence && o.Start >= e.End && r.holdsBehind(e, o, r.isQuarter(i)) {
			return all[j].Place, true
		}
		if (o.Sentence == e.Sentence || o.Sentence == e.Sentence-1) && o.Locative && !all[j].Filing && o.Start < e.Start || near == nil && o.Sentence == e.Sentence && o.Locative {
			near = all[j].Place
		}
	}
	if near == nil {
		return r.mainCountry(), false
	}
	if beside := strings.HasSuffix(r.doc.Text()[:e.Start], "near "); beside && near.Precision == dateline.P1 {
		return near, false // what is near a spot in a town
	}
	return r.around(near), false
}

// holdsBehind: only words that lead from a settlement to what holds it stand
// between two names: ", a farming village in the northern". A quarter lies in the city
// even west of it.
func (r *resolver) holdsBehind(e, o dateline.Expression, quarter bool) bool {
	if o.Start-e.End > 80 {
		return false
	}
	lex, leads := r.g.words, false
	between := r.withoutUnits(strings.Fields(marks.Replace(oneWord(r.between(e, o)))))
	for i, w := range between {
		switch {
		case lex.away(between, i) && !quarter:
			return false // it lies beside
		case w == "," || w == "in" || w == "of" || lex.is("loc", w) && w != "from" && w != "to" && w != "near":
			leads = true
		case lex.is("filler", w), lex.is("cardinal", w), lex.is("prefix", w), lex.unit(w), w == "farming", w == "fishing":
		default:
			return false
		}
	}
	return leads
}

// withoutUnits are words in small letters without names of divisions that are not
// known, "Kalme district".
func (r *resolver) withoutUnits(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		if capital(words[i]) && i+1 < len(words) && r.g.words.unit(words[i+1]) {
			i++
			continue
		}
		out = append(out, strings.ToLower(words[i]))
	}
	return out
}

// between is the text from one expression to another without the settlements that
// the gazetteer does not know: "Sitio Orvane, [Barangay Kalme,] Patikul".
func (r *resolver) between(e, o dateline.Expression) string {
	var b strings.Builder
	at := e.End
	for _, x := range r.exprs {
		if x.Class == ClassUnlisted && x.Start >= at && x.End <= o.Start {
			b.WriteString(r.doc.Text()[at:x.Start])
			at = x.End
		}
	}
	return b.String() + r.doc.Text()[at:o.Start]
}

// around is what holds a town near an unlisted settlement: it lies near the
// town, not in it.
func (r *resolver) around(p *dateline.Place) *dateline.Place {
	if p.Precision != dateline.P1 || p.Parent == "" {
		return p
	}
	if holder, ok := r.g.PlaceOf(p.Parent); ok {
		return &holder
	}
	return p
}

// mainCountry is the country that most of the report's names lie in, nil if no
// country has the half of them.
func (r *resolver) mainCountry() *dateline.Place {
	for c, weight := range r.countries {
		if weight*2 <= r.total {
			continue
		}
		if row, ok := r.g.table.ByNumber(r.g.countries[c].GeonameID); ok {
			p := r.place(row)
			return &p
		}
	}
	return nil
}

// mostlyIn adds the names that stand in nothing but places of settlements: "in
// Orvane", "outside Orvane", "north-west of Orvane". Behind "in" and "at" stand also
// months, bodies and languages; those stand elsewhere too.
func (r *reader) mostlyIn(runs []*span, told map[string]bool) {
	if r.home.admin1 >= 0 {
		return
	}
	count, in := map[string]int{}, map[string]int{}
	for _, s := range runs {
		count[s.key]++
		if r.nameEnds(s) && (r.awayOf(s, s.from-2) || r.within(s)) {
			in[s.key]++
		}
	}
	for key, n := range in {
		if 2*n >= count[key] {
			told[key] = true
		}
	}
}

// within: "in Orvane", "at Orvane", "outside Orvane", where no word of the name is
// an English word or in capitals.
func (r *reader) within(s *span) bool {
	lex := r.g.words
	switch r.word(s, s.from-1).text {
	case "in", "at", "outside", "near":
	default:
		return false
	}
	return !slices.ContainsFunc(r.words[s.sentence][s.from:s.to], func(w word) bool {
		return w.fold != "" && (lex.common.has(w.fold) || len(w.text) > 1 && strings.ToUpper(w.text) == w.text || w.pos != "" && w.pos != "PROPN")
	})
}

// nameEnds: the sentence goes on behind the run, and not with a name, a number or
// what it names ("a Facebook post", "Orvane Hospital").
func (r *reader) nameEnds(s *span) bool {
	words := r.words[s.sentence]
	if s.to >= len(words) || words[s.to].fold == "" {
		return !r.possessed(s)
	}
	switch w := words[s.to]; {
	case w.capital, w.fold == "of", r.abbreviatedOrg(words[s.to-1]), r.headAt(words, s.to) > 0, r.possessed(s):
		return false
	case w.fold != "on" && joins(words, s.to) && (w.fold != "and" || r.word(s, s.to+1).capital):
		return false // "Gare du Nord"
	default:
		return w.pos != "NOUN" && w.pos != "NUM" || r.g.words.is("local", w.fold)
	}
}

// possessed: "'s" or "'" stands behind the run.
func (r *reader) possessed(s *span) bool {
	rest := r.doc.Text()[s.end:]
	return strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’")
}

// abbreviatedOrg: "Co.", "Ltd" at the end of a name, for a county too.
func (r *reader) abbreviatedOrg(w word) bool {
	return r.g.words.is("org", strings.TrimSuffix(w.text, ".")+".")
}

// named is a settlement of which nothing is known but its name.
func named(e dateline.Expression) Resolved {
	radius := 0
	p := dateline.Place{ID: dateline.NewID(dateline.PrefixPlace, "unlisted", table.Fold(e.Text)), Name: e.Text,
		FeatureClass: "P", FeatureCode: "PPL", Precision: dateline.P1, RadiusM: &radius}
	return Resolved{Expression: e, Place: &p, Precision: p.Precision, Inferred: true}
}
