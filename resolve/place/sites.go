package place

import (
	"strings"

	"github.com/opendateline/dateline"
)

// sites finds the buildings and grounds of the text (PLC-2): a head word with
// a name before it ("Mirwais Hospital", "the Russian embassy"), or one that
// stands in locative syntax ("at a mosque").
func (r *reader) sites() []dateline.Expression {
	var out []dateline.Expression
	for si, words := range r.words {
		for i := 0; i < len(words); i++ {
			n := r.headAt(words, i)
			if n == 0 {
				continue
			}
			if e, ok := r.site(si, i, i+n); ok {
				out = append(out, e)
			}
			i += n - 1
		}
	}
	return out
}

// headAt gives the number of words of the site head word at i, 0 for none.
func (r *reader) headAt(words []word, i int) int {
	if words[i].fold == "" {
		return 0
	}
	longest := r.g.words.headed[strings.ToLower(words[i].text)]
	for n := min(3, longest, len(words)-i); n > 0; n-- {
		if words[i+n-1].fold == "" {
			continue
		}
		if _, ok := r.g.words.heads[headPhrase(words[i:i+n])]; ok {
			return n
		}
	}
	return 0
}

func headPhrase(words []word) string {
	if len(words) == 1 {
		return strings.ToLower(words[0].text)
	}
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = strings.ToLower(w.text)
	}
	return strings.Join(parts, " ")
}

func (r *reader) site(si, head, end int) (dateline.Expression, bool) {
	words := r.words[si]
	from := r.nameBefore(si, head)
	s := &span{sentence: si, from: from, to: end, start: words[from].start, end: words[end-1].end}
	locative := r.preposition(s) != "" && !r.message(s)
	named := from < head
	if !named && (words[head].capital || from == 0 || !locative && !r.placed(words, end)) {
		return dateline.Expression{}, false
	}
	if !named && end < len(words) && words[end].start <= s.end+1 && r.g.words.is("moves", words[end].fold) {
		return dateline.Expression{}, false // "a school BUS", "a market trader"
	}
	if named && end < len(words) && words[end].fold == "of" && r.g.words.is("city", words[head].fold) && !r.g.words.is("quarter", words[head].fold) {
		return dateline.Expression{}, false // "the Kalme SUBURB of Orvane"
	}
	if named && end < len(words) && words[end].capital && words[end].start <= s.end+1 && !r.upper[si] {
		return dateline.Expression{}, false // the head is inside a longer name
	}
	return dateline.Expression{
		Kind: dateline.PlaceExpression, Start: s.start, End: s.end, Sentence: si,
		Text: r.doc.Text()[s.start:s.end], Class: ClassSite, Locative: locative,
	}, true
}

// nameBefore is where the name before a head word begins, head if there is none:
// "Mirwais Hospital", "the al-Shati camp", "the Al-Maghazi camp".
func (r *reader) nameBefore(si, head int) int {
	words, from := r.words[si], head
	for from > 0 && !r.upper[si] {
		before := words[from-1]
		switch {
		case before.text == "-" && from > 1 && before.end == words[from].start && (starts(words, from-2) && articles[words[from-2].fold]):
			from -= 2
		case (before.capital || article(before)) && !r.g.words.is("loc", before.fold) && before.fold != "the" && before.fold != "a":
			from--
		default:
			return from
		}
	}
	return from
}

// placed says whether "in" or the like and a capital follow ("a mosque in X").
func (r *reader) placed(words []word, end int) bool {
	return end+1 < len(words) && (words[end].fold == "in" || words[end].fold == "at" || words[end].fold == "near") && words[end+1].capital
}

// headCode gives the feature code of a site's words, "S.BLDG" if none is known.
func (g *Gazetteer) headCode(text string) string {
	words := strings.Fields(strings.ToLower(text))
	for n := min(3, len(words)); n > 0; n-- {
		if code, ok := g.words.heads[strings.Join(words[len(words)-n:], " ")]; ok {
			return code
		}
	}
	return "S.BLDG"
}
