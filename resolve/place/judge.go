package place

import (
	"math"
	"strings"

	"github.com/opendateline/dateline/resolve/place/table"
)

// judge decides which spans name places: twice, so that a name that is sure
// in one sentence helps the others.
func (r *reader) judge() {
	for pass := 0; pass < 2; pass++ {
		for i, s := range r.spans {
			if s.class == ClassDemonym {
				s.accepted = true
				continue
			}
			s.score = r.evidence(i)
			if r.sure[s.key] && s.score > -2.5 {
				s.score += 2
			}
			s.accepted = s.score >= 1 && !r.inImprint(s)
			if s.score >= 4 {
				r.sure[s.key] = true
			}
		}
	}
	for i, s := range r.spans {
		s.locative = s.accepted && s.class != ClassDemonym && r.locative(i)
	}
}

// evidence adds up what speaks for the span being a place where it stands.
func (r *reader) evidence(i int) float64 {
	s := r.spans[i]
	return r.ownEvidence(s) + r.before(s) + r.after(s) + r.chain(i) + r.list(i) + r.heads(s)
}

// list rewards a name in a list of names that are places: "in Tampa, Orlando,
// Jacksonville and Miami".
func (r *reader) list(i int) float64 {
	s, sure := r.spans[i], 0
	for _, k := range []int{i - 2, i - 1, i + 1, i + 2} {
		if k < 0 || k >= len(r.spans) || r.spans[k].sentence != s.sentence || r.spans[k].class == ClassDemonym || r.spans[k].score < 1.5 {
			continue
		}
		lo, hi := min(i, k), max(i, k)
		listed := true
		for j := lo; j < hi; j++ {
			listed = listed && r.listed(r.spans[j].end, r.spans[j+1].start)
		}
		if listed {
			sure++
		}
	}
	return min(3, 1.5*float64(sure))
}

// ownEvidence is what the words of the name tell without their surroundings.
func (r *reader) ownEvidence(s *span) float64 {
	best := -3.0
	for _, n := range s.names {
		best = math.Max(best, fame(n)+r.local(n))
	}
	lex, first := r.g.words, r.words[s.sentence][s.from]
	if lex.partOfTown(s.key) || r.halfOfName(s) {
		best -= 4
	} else if strings.Contains(s.key, " ") {
		best += 1.5
	} else {
		best += r.singleWord(s, first, best)
	}
	if first.pos != "" && first.pos != "PROPN" && !lex.short[first.text] && !lex.is("settlement", r.word(s, s.to).fold) {
		best -= 1.5
	}
	return best
}

// local: places of the outlet's own division are named more than others.
func (r *reader) local(n namesake) float64 {
	if r.home.admin1 < 0 || n.entry.Admin1 != r.home.admin1 {
		return 0
	}
	return 1.5 * r.home.Division
}

func (r *reader) singleWord(s *span, w word, fame float64) float64 {
	lex, sum := r.g.words, 0.0
	if lex.short[r.doc.Text()[s.start:s.end]] || lex.short[w.text] {
		return 0
	}
	if lex.generic(s.key) {
		return -6
	}
	if lex.common.has(s.key) {
		sum -= 3.5
		switch {
		case s.from == 0 || r.upper[s.sentence]:
			sum -= 2
		case r.aloneBehindIn(s):
			sum += 2.5 // "nine people in NICE on Monday"
		}
	}
	if r.persons[s.key] {
		sum -= 4
	}
	if s.class == ClassCountry && lex.given.has(s.key) && r.home.admin1 >= 0 && r.preposition(s) == "" {
		sum -= 4 // Chad and Jordan, in a local paper
	}
	if fame < 1.8 && lex.given.has(s.key) {
		sum -= 1.5
	}
	if fame < 1.5 && lex.surnames.has(s.key) {
		sum -= 1
	}
	if r.upper[s.sentence] && fame < 2 {
		sum -= 1
	}
	return sum
}

// aloneBehindIn: the name, with its capital inside a sentence, stands behind "in" and
// before what is no part of a name: a preposition or a mark. "In March" is a month.
func (r *reader) aloneBehindIn(s *span) bool {
	next := r.word(s, s.to)
	return r.preposition(s) == "in" && !r.g.words.is("month", s.key) && (next.pos == "ADP" || next.pos == "PUNCT" || next.pos == "SCONJ")
}

// fame is how likely a bearer of the name is meant when the name is read.
func fame(n namesake) float64 {
	base := 0.0
	switch {
	case n.code == "A.PCLI":
		return 4
	case n.code == "A.ADM1" && n.entry.Population < 300_000:
		base = 1.2
	case n.code == "A.ADM1":
		base = 2.5
	case n.code == "A.ADM2":
		base = 0.5
	case n.code[0] != 'P':
		return 3.5
	default:
		base = math.Log10(float64(n.entry.Population)+10) - 3.7
	}
	if n.alternate {
		base -= 1.5
	}
	return base
}

func (r *reader) word(s *span, i int) word {
	if words := r.words[s.sentence]; i >= 0 && i < len(words) {
		return words[i]
	}
	return word{}
}

// before weighs the words in front of the name.
func (r *reader) before(s *span) float64 {
	lex, prev := r.g.words, r.word(s, s.from-1)
	sum := 0.0
	switch r.preposition(s) {
	case "":
	case "near", "outside":
		sum += 2 // what is near or outside something is near a place
	default:
		sum += 1.5
		if r.preposition(s) == "in" && !r.word(s, s.to).capital {
			sum += 0.7
		}
	}
	switch {
	case lex.is("title", prev.fold) && prev.capital && !(s.class == ClassCountry || r.famous(s)):
		sum -= 6
	case lex.is("prefix", prev.fold):
		sum += 2.5
	case prev.fold == "of":
		sum += r.ofPhrase(s)
	case r.doubled(s):
		sum -= 3
	case r.initial(s) && s.class != ClassCountry:
		sum -= 5
	case prev.capital && s.from > 1 && !r.upper[s.sentence] && !lex.is("cardinal", prev.fold) && !lex.is("loc", prev.fold) && !lex.is("filler", prev.fold):
		sum -= r.partOfLonger(prev)
	case prev.capital && lex.given.has(prev.fold) && !r.prominent(prev.fold) && !lex.is("loc", prev.fold) && !lex.is("cardinal", prev.fold):
		sum -= 5
	}
	return sum
}

// doubled: the second part of a name such as "Smith-Jones"; not that of a pair
// of places, nor a place behind a party ("R-Elbow Lake").
func (r *reader) doubled(s *span) bool {
	hyphen, first := r.word(s, s.from-1), r.word(s, s.from-2)
	if hyphen.text != "-" || hyphen.end != s.start || first.end != hyphen.start {
		return false
	}
	return len(first.fold) > 3 && r.g.words.demonyms[first.fold] == "" && !r.prominent(first.fold)
}

// halfOfName: the word on the other side of a hyphen is no name known, so that both
// are one ("Pont-Orvane").
func (r *reader) halfOfName(s *span) bool {
	other := func(hyphen, w word) bool {
		return hyphen.text == "-" && (hyphen.end == s.start || hyphen.start == s.end) && (w.end == hyphen.start || w.start == hyphen.end) &&
			w.capital && len(w.fold) > 2 && !r.g.table.HasName(table.Hash(w.fold)) && r.g.words.demonyms[w.fold] == ""
	}
	return other(r.word(s, s.from-1), r.word(s, s.from-2)) || other(r.word(s, s.to), r.word(s, s.to+1))
}

// initial: "J. Houston", but not "A Houston man" at the head of a sentence.
func (r *reader) initial(s *span) bool {
	prev := r.word(s, s.from-1)
	if !prev.capital || len(prev.fold) != 1 || prev.text == "-" {
		return false
	}
	return prev.text != "A" || s.from > 1 && r.word(s, s.from-2).capital
}

func (r *reader) partOfLonger(prev word) float64 {
	lex := r.g.words
	switch {
	case lex.given.has(prev.fold) && !r.prominent(prev.fold):
		return 6
	case r.persons[prev.fold]:
		return 4
	case lex.demonyms[prev.fold] != "":
		return 1
	}
	return 2.5
}

// ofPhrase tells "the city of Kano" from "University of Dayton".
func (r *reader) ofPhrase(s *span) float64 {
	head := r.word(s, s.from-2)
	lex := r.g.words
	switch {
	case head.text == ",":
		return 1.5 // "Ann Smith, 27, of Elmira"
	case lex.is("admin1", head.fold) || lex.is("admin2", head.fold) || lex.is("city", head.fold):
		return 3
	case lex.is("part", head.fold) && !head.capital:
		return 2
	case head.capital && (lex.is("org", head.fold) || head.fold == "university" || head.fold == "college" || head.fold == "church" || head.fold == "our"):
		return -4
	}
	return 0.5
}

// famous says whether the name is a country's, a division's or a large city's.
func (r *reader) famous(s *span) bool {
	for _, n := range s.names {
		if fame(n) >= 2.3 {
			return true
		}
	}
	return false
}

// after weighs the words behind the name.
func (r *reader) after(s *span) float64 {
	lex, next := r.g.words, r.word(s, s.to)
	if next.start > s.end+1 || next.text == "" {
		return 0
	}
	switch {
	case next.text == "-" && strings.HasSuffix(r.word(s, s.to+1).text, "ed") && r.word(s, s.to+1).start == next.end:
		return -6 // "the Moscow-installed mayor"
	case r.unitBehind(s) || lex.is("city", next.fold) && !next.capital:
		return 2.5
	case r.namesHappening(s):
		return 0.5
	case lex.is("org", next.fold) && next.capital:
		return -5
	case next.capital && next.fold == "side" && lex.is("cardinal", r.word(s, s.to-1).fold):
		return -6 // "the Upper West SIDE"
	case strings.HasPrefix(lex.heads[strings.ToLower(next.text)], "R.") && next.capital:
		return -6 // a street that bears the name
	case lex.is("local", next.fold) && !next.capital:
		return 1.5
	case (lex.is("speech", next.fold) || next.fold == "who") && lex.surnames.has(s.key) && !r.famous(s):
		return -2 // "Keller said"
	case !next.capital || r.upper[s.sentence] || r.saysKind(s):
		return 0
	case len(next.fold) == 1 && next.fold != "":
		return -3 // an initial: the name is a given name
	case lex.given.has(s.key) && !r.famous(s):
		return -4
	case lex.surnames.has(next.fold) && lex.given.has(s.key):
		return -4
	case publicBody[next.fold]:
		return 1
	}
	return -1.2
}

// namesHappening: capitals and then what happens to a place follow the name, "the Orvane
// Marathon BOMBINGS".
func (r *reader) namesHappening(s *span) bool {
	i := s.to
	for i < s.to+3 && r.word(s, i).capital {
		i++
	}
	w := r.word(s, i)
	return i > s.to && !w.capital && (w.pos == "" || w.pos == "NOUN") && r.g.words.is("local", strings.TrimSuffix(w.fold, "s"))
}

// saysKind: the last word of the name is its kind, "Laurel County".
func (r *reader) saysKind(s *span) bool {
	last := r.words[s.sentence][s.to-1].fold
	return s.to > s.from+1 && (r.g.words.is("admin1", last) || r.g.words.is("admin2", last) || r.g.words.is("city", last))
}

// publicBody holds words for bodies that bear the name of the place they
// serve, so that the name before them is a place.
var publicBody = map[string]bool{
	"police": true, "sheriff": true, "sheriffs": true, "fire": true, "mayor": true, "department": true, "city": true,
	"airport": true, "hospital": true, "school": true, "schools": true, "council": true, "district": true, "public": true,
	"area": true, "high": true, "regional": true, "international": true, "municipal": true, "governor": true, "gov": true,
	"health": true, "state": true, "community": true, "river": false,
}

// chain rewards "City, State": a name, a comma and a name that contains it.
func (r *reader) chain(i int) float64 {
	s := r.spans[i]
	sum := 0.0
	if n := r.next(i); n != nil && r.g.holds(n.names, s.names) {
		sum += 4
	}
	if p := r.previous(i); p != nil && r.g.holds(s.names, p.names) {
		sum += 3
	}
	if i > 0 && r.spans[i-1].sentence == s.sentence && r.marked(r.spans[i-1].end, s.start) && r.g.holds(r.spans[i-1].names, s.names) {
		sum += 3
	}
	return sum
}

// marked: only "'s" stands between two names, "KANO'S Orvane district".
func (r *reader) marked(from, to int) bool {
	between := r.doc.Text()[from:max(from, to)]
	return between == "'s " || between == "’s "
}

// next gives the name after "X, " or "X (", if there is one.
func (r *reader) next(i int) *span {
	if i+1 >= len(r.spans) {
		return nil
	}
	s, n := r.spans[i], r.spans[i+1]
	if n.sentence == s.sentence && r.chained(s.end, n.start) {
		return n
	}
	return nil
}

func (r *reader) previous(i int) *span {
	if i == 0 {
		return nil
	}
	p, s := r.spans[i-1], r.spans[i]
	if p.sentence == s.sentence && r.chained(p.end, s.start) {
		return p
	}
	return nil
}

func (r *reader) chained(from, to int) bool {
	if to < from || to-from > chainReach {
		return false
	}
	return chainedBy(r.doc.Text()[from:to], r.g.words)
}

// chainReach is how many bytes may stand between the names of a chain.
const chainReach = 36

var marks = strings.NewReplacer(",", " , ", "(", " ( ")

// chainedBy says whether the words between two names make the second the
// container of the first: a comma, "in", a kind word ("Swat district, Khyber",
// "Swat district of Khyber").
func chainedBy(between string, lex *lexicon) bool {
	comma, unit := false, false
	for _, w := range strings.Fields(marks.Replace(oneWord(between))) {
		w = strings.ToLower(w)
		switch {
		case w == "," || w == "(" || w == "in" || w == "of" && unit:
			comma = true
		case lex.unit(w), w == "area":
			unit = true
		case lex.is("prefix", w), lex.is("cardinal", w), lex.is("filler", w), w == "’s", w == "'s":
		default:
			return false
		}
	}
	return comma
}

// holds says whether some bearer of a container name contains some bearer of
// a member name.
func (g *Gazetteer) holds(containers, members []namesake) bool {
	for _, c := range containers {
		if c.code[0] == 'P' && c.entry.Population < 100_000 {
			continue
		}
		for _, m := range members {
			if m.row != c.row && g.contains(c, m) {
				return true
			}
		}
	}
	return false
}

func (g *Gazetteer) contains(c, m namesake) bool {
	switch c.code {
	case "A.PCLI":
		return m.entry.Country == c.entry.Country && m.code != "A.PCLI"
	case "A.ADM1":
		return m.entry.Admin1 == c.row
	case "A.ADM2":
		return m.entry.Admin2 == c.row
	}
	if m.code == "A.PCLI" || m.code == "A.ADM1" {
		return false
	}
	reach := float64(radiusM(c.entry, c.code))
	if c.code[0] == 'P' {
		if m.code[0] != 'P' || m.entry.Population > c.entry.Population {
			return false
		}
		reach += 10_000
	}
	return Distance(c.entry.Lat, c.entry.Lon, m.entry.Lat, m.entry.Lon) <= reach
}
