package place

import (
	"regexp"
	"slices"
	"strings"
)

// locative says whether a span stands in locative syntax (PLC-5): after a
// preposition, in a chain with a name that does, in a list with one, or at the
// head of a headline or dateline.
func (r *reader) locative(i int) bool {
	s := r.spans[i]
	if r.holderBefore(i) {
		return false
	}
	if r.preposition(s) != "" {
		return !r.message(s) && !r.government(s)
	}
	if p := r.previous(i); p != nil && p.locative {
		return true
	}
	if i > 0 && r.spans[i-1].sentence == s.sentence && r.spans[i-1].locative && r.listed(r.spans[i-1].end, s.start) {
		return true
	}
	return r.heading(s)
}

// preposition gives the locative preposition that governs the span, or "". A
// site and a nationality between them do not break the chain: "in the central
// market of the Malian city of Gao".
func (r *reader) preposition(s *span) string {
	lex, settlement := r.g.words, false
	for i, n := s.from-1, 0; i >= 0 && n < 9; i, n = i-1, n+1 {
		w := r.word(s, i)
		lower := strings.ToLower(w.text)
		switch {
		case lex.is("loc", lower):
			return lower
		case r.awayOf(s, i):
			return "near"
		case lower == "and" && r.betweenTwo(s.sentence, i):
			return "between"
		case lex.is("filler", lower), lex.is("prefix", lower):
			settlement = settlement || lex.is("city", lower) || lex.is("admin1", lower) || lex.is("admin2", lower)
		case w.fold == "" && w.text == "-":
		case r.inHands(s, i):
		case w.capital && lex.unit(r.word(s, i+1).text) && r.word(s, i+2).fold == "of": // a unit not known, "the Orvane province of"
		case settlement && lex.is("cardinal", lower):
			return "near"
		case (settlement || r.word(s, i+1).text == "-") && w.capital && r.classAt(s.sentence, i) == ClassDemonym, r.owner(s, i), r.holderAt(s.sentence, i):
		case r.siteOf(s.sentence, i):
		default:
			return ""
		}
	}
	return ""
}

// siteOf: word i is of the word of a site that bears the name behind it, "the town HALL of Orvane".
func (r *reader) siteOf(sentence, i int) bool {
	words := r.words[sentence]
	for from := i; from >= max(0, i-2); from-- {
		if n := r.headAt(words, from); from+n > i && from+n < len(words) && words[from+n].fold == "of" {
			return true
		}
	}
	return false
}

// holderBefore: the name only says in what the next one lies, "the KALME suburb of Orvane":
// a bearer of it holds one of that.
func (r *reader) holderBefore(i int) bool {
	if i+1 >= len(r.spans) || r.spans[i+1].sentence != r.spans[i].sentence {
		return false
	}
	s, n := r.spans[i], r.spans[i+1]
	return r.word(s, s.from-1).fold == "the" && n.from == s.to+2 && r.g.words.is("city", r.word(s, s.to).fold) && r.word(s, s.to+1).fold == "of" && r.g.holds(s.names, n.names) && !r.g.holds(n.names, s.names)
}

// holderAt: word i is of such a name.
func (r *reader) holderAt(sentence, i int) bool {
	k := slices.IndexFunc(r.spans, func(o *span) bool { return o.sentence == sentence && o.from <= i && i < o.to })
	return k >= 0 && r.holderBefore(k)
}

// betweenTwo: the "and" at i joins the names of "between Orvane and Kalme".
func (r *reader) betweenTwo(sentence, i int) bool {
	words := r.words[sentence]
	k := i - 1
	for k > 0 && words[k].capital {
		k--
	}
	return k >= 0 && k < i-1 && words[k].fold == "between"
}

// owner: word i is of the name of a country or, before a unit, of another place, whose place
// the next one is, or its mark: "in RUSSIA's Belgorod region", "in KANO's Orvane district".
func (r *reader) owner(s *span, i int) bool {
	sentence := s.sentence
	words := r.words[sentence]
	mark := func(k int) bool { return k < len(words) && (words[k].text == "'s" || words[k].text == "’s") }
	if mark(i) {
		i--
	}
	class := r.classAt(sentence, max(i, 0))
	return i >= 0 && mark(i+1) && (class == ClassCountry || r.unitBehind(s) && (class == ClassAdmin || class == ClassCity))
}

// classAt is the class of the name that word i of a sentence belongs to, "" if
// there is none.
func (r *reader) classAt(sentence, i int) string {
	for _, s := range r.spans {
		if s.sentence == sentence && s.from <= i && i < s.to {
			return s.class
		}
	}
	return ""
}

// message catches "pressure on Bamako", "messages to Paris".
func (r *reader) message(s *span) bool {
	p := r.preposition(s)
	if p != "on" && p != "to" && p != "from" && p != "against" {
		return false
	}
	for i := s.from - 1; i >= 0 && i >= s.from-4; i-- {
		if r.g.words.is("message", r.word(s, i).fold) {
			return true
		}
	}
	return false
}

// government catches "from Bamako's military government": a possessive whose
// head is a body.
func (r *reader) government(s *span) bool {
	text := r.doc.Text()
	rest := text[s.end:min(len(text), s.end+40)]
	if !strings.HasPrefix(rest, "'s") && !strings.HasPrefix(rest, "’s") {
		return false
	}
	return strings.Contains(rest, "government") || strings.Contains(rest, "junta") || strings.Contains(rest, "ministry") || strings.Contains(rest, "leaders")
}

func (r *reader) listed(from, to int) bool {
	if to < from || to-from > 30 {
		return false
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(r.doc.Text()[from:to]), func(c rune) bool { return c == ' ' || c == ',' || c == ';' }) {
		if w != "and" && w != "or" && !r.g.words.is("filler", w) && !r.g.words.is("admin1", w) && !r.g.words.is("admin2", w) {
			return false
		}
	}
	return true
}

// heading catches "KABUL, March 3 —", "Kabul: two killed" and the dateline of
// a wire report.
func (r *reader) heading(s *span) bool {
	if s.from > 0 {
		return false
	}
	text := r.doc.Text()
	rest := text[s.end:min(len(text), s.end+60)]
	return strings.HasPrefix(rest, ":") || filing(rest)
}

// filing says whether the text after a name at the start of a sentence makes
// it a dateline: the place that was filed from, not the incident's.
func filing(rest string) bool {
	dash := -1
	for _, mark := range []string{"—", "–", "--", " - ", "(AP)", "(Reuters)", "(AFP)", "(Xinhua)"} {
		if at := strings.Index(rest, mark); at >= 0 && (dash < 0 || at < dash) {
			dash = at
		}
	}
	return dash >= 0 && dash < 45 && !strings.Contains(rest[:dash], ". ") && (dash < 3 || rest[0] == ',' || rest[0] == ' ' && (rest[1] == '[' || rest[1] == '('))
}

// imprint matches a day that ends the line or the sentence of a place: "KABUL, Sept
// 3, 2032", "Nairobi, 25th April, 2032", "ANKARA, 2 October 2031. The ministry …".
var imprint = regexp.MustCompile(`^(?:, [A-Z][a-z]*\.?)?, (?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+\.?|[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?),? \d{4}\.?(?:\s*\n|\s*$|\. )`)

// awayOf: the words at i say that the name behind them lies beside, "south of Orvane".
func (r *reader) awayOf(s *span, i int) bool {
	return r.g.words.away([]string{r.word(s, i-1).fold, r.word(s, i).fold, r.word(s, i+1).fold}, 1)
}

// inHands: word i is of whoever holds the place behind it, "hit the REBEL-held city of
// Orvane", "the ISLAMIC STATE-controlled town of Kalme": the name or noun before the
// mark, and capitals before that.
func (r *reader) inHands(s *span, i int) bool {
	for k := i + 1; k < s.from; k++ {
		switch w := r.word(s, k); {
		case w.text == "-":
			return r.g.words.is("holds", r.word(s, k+1).fold)
		case !w.capital || !r.word(s, i).capital:
			return false
		}
	}
	return false
}
