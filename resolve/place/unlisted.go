package place

import (
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
			if o := r.doubted(s, here && r.namedSettlement(s)); o != nil {
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
// it stands; nil if there is none or, unless the words call it a settlement, places of
// several countries bear it.
func (r *reader) doubted(s *span, called bool) *span {
	for _, o := range r.spans {
		if o.sentence == s.sentence && o.from == s.from && o.to == s.to && len(o.names) > 0 {
			first := o.names[0].entry.Country
			if !called && slices.ContainsFunc(o.names, func(n namesake) bool { return n.entry.Country != first }) {
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

// longerName: the words call the run a settlement, or a division follows that holds no
// part of it, and the names known in it are parts of its name ("the village of Quinto
// Orvane", "Quinto Orvane, Tarsa district"), which name nothing there.
func (r *reader) longerName(s *span) bool {
	last := r.word(s, s.to-1).fold
	if r.home.admin1 >= 0 || r.g.words.is("org", last) || publicBody[last] || !r.namedSettlement(s) && !r.partsElsewhere(s) {
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

// partsElsewhere: a comma and a division or country follow the run, and none of the names
// known in it lies there.
func (r *reader) partsElsewhere(s *span) bool {
	if r.word(s, s.to).text != "," || !r.inContainer(s) {
		return false
	}
	for _, o := range r.spans {
		if o.sentence == s.sentence && o.start < s.end && s.start < o.end && (o.accepted && o.end == s.end || slices.ContainsFunc(r.spans, func(c *span) bool {
			return c.sentence == s.sentence && c.start >= s.end && c.start < s.end+chainReach && r.g.holds(c.names, o.names)
		})) {
			return false
		}
	}
	return true
}

// nameLike: the words may be a name of a place.
func (r *reader) nameLike(s *span) bool {
	lex, first := r.g.words, r.word(s, s.from)
	single := s.to == s.from+1
	switch {
	case single && (r.word(s, s.to).text == "village" || r.word(s, s.to).text == "hamlet") && r.preposition(s) != "" && len(s.key) > 2 && lex.demonyms[s.key] == "":
		return true // "in Debate village"
	case single && r.word(s, s.from-1).fold == "of" && lex.is("city", r.word(s, s.from-2).fold) && r.word(s, s.from-3).fold == "the" && len(s.key) > 2 && lex.demonyms[s.key] == "":
		return true // "the town of Hope"
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
	case r.namedSettlement(s), r.toldUnit(s):
		return true
	case next.text == "," && r.calledSettlement(s), (next.text == "," || next.fold == "in" && (prev.fold == "on" || lex.is("assault", prev.fold))) && r.inContainer(s):
		return true
	case r.areaOf(s), r.atOutpost(s):
		return true
	case prev.fold == "near" && r.home.admin1 < 0:
		return next.fold == "" || !joins(r.words[s.sentence], s.to) && r.headAt(r.words[s.sentence], s.to) == 0
	}
	return false
}

// toldUnit: "in Orvane district", where no local paper writes of its own parts.
func (r *reader) toldUnit(s *span) bool {
	next := r.word(s, s.to)
	return r.home.admin1 < 0 && r.g.words.is("admin2", next.text) && !next.capital && next.text != "block" && next.text != "department" && r.preposition(s) != ""
}

// areaOf: "in the Orvane area of Kalme", "in the ORVANE and Tesk areas of Kalme province".
func (r *reader) areaOf(s *span) bool {
	at := s.to
	for at > s.to && r.word(s, at).capital || r.word(s, at).fold == "and" {
		at++
	}
	w, named := r.word(s, at), r.word(s, at+2).capital || r.word(s, at+2).fold == "the" && r.word(s, at+3).capital
	unit := w.fold == "area" && at == s.to || w.fold == "areas"
	return unit && named && r.word(s, s.from-1).fold == "the" && r.word(s, at+1).fold == "of" && r.preposition(s) != ""
}

// atOutpost: "the gendarmerie post of Orvane", "the outskirts of Orvane".
func (r *reader) atOutpost(s *span) bool {
	what := r.word(s, s.from-2)
	return r.home.admin1 < 0 && r.word(s, s.from-1).fold == "of" && r.g.words.is("outpost", what.text) && r.nameEnds(s) && r.onlyName(s)
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

// within: "in Orvane", "at Orvane", "outside Orvane".
func (r *reader) within(s *span) bool {
	switch r.word(s, s.from-1).text {
	case "in", "at", "outside", "near":
	default:
		return false
	}
	return r.onlyName(s)
}

// onlyName: no word of the run is an English word or in capitals.
func (r *reader) onlyName(s *span) bool {
	lex := r.g.words
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
