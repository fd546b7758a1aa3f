package count

import (
	"strings"

	"github.com/opendateline/dateline"
)

// Phrase is a counted run of tokens [Start,End) of a sentence, qualifiers
// included, and what it says. Count has no measure and no population yet.
type Phrase struct {
	Start, End int
	Count      dateline.Count
}

// Read looks for a count phrase that begins at token i: a qualifier, a number,
// a range or a vague word. It reports whether there is one; then End is past
// its last token. A bare article is no number.
func (g *Grammar) Read(tokens []dateline.Token, i int) (Phrase, bool) {
	if !g.mayOpen(tokens[i].Text) {
		return Phrase{}, false
	}
	limit := min(i+14, len(tokens))
	ws := words(tokens, i, limit)
	qualifier, skip := g.qualifierBefore(ws)
	if p, ok := g.core(tokens, ws[skip:], qualifier); ok {
		p.Start = i
		return p, true
	}
	return Phrase{}, false
}

// mayOpen is a quick look at the token before any other is read.
func (g *Grammar) mayOpen(token string) bool {
	return g.opens[strings.ToLower(token)] || token != "" && token[0] >= '0' && token[0] <= '9' || hyphened(token)
}

// qualifierBefore reads a chain of qualifiers ("at least some", "as many as")
// and gives the strongest with the number of words taken.
func (g *Grammar) qualifierBefore(ws []word) (dateline.Qualifier, int) {
	found, at := dateline.Qualifier(""), 0
	for {
		q, width := g.match(ws[at:], false)
		if width == 0 {
			return found, at
		}
		if found == "" || found == dateline.Exactly {
			found = q
		}
		at += width
	}
}

func (g *Grammar) match(ws []word, after bool) (dateline.Qualifier, int) {
	for _, q := range g.qualifiers {
		if q.after == after && hasPrefix(ws, q.words) {
			return q.qualifier, len(q.words)
		}
	}
	return "", 0
}

func hasPrefix(ws []word, phrase []string) bool {
	if len(ws) < len(phrase) {
		return false
	}
	for i, p := range phrase {
		if ws[i].text != p {
			return false
		}
	}
	return true
}

// core reads the number itself after the qualifier.
func (g *Grammar) core(tokens []dateline.Token, ws []word, q dateline.Qualifier) (Phrase, bool) {
	if len(ws) == 0 || ofAge(tokens, ws[0].token) {
		return Phrase{}, false
	}
	if c, width, ok := g.between(ws); ok {
		return Phrase{End: ws[width-1].token + 1, Count: c}, true
	}
	n, width := g.number(ws)
	if width == 0 {
		return g.vagueWord(ws, q)
	}
	if isBareOrdinalUse(tokens, ws, width) {
		return Phrase{}, false
	}
	width += g.repeated(ws[width:], n)
	if hi, more := g.upTo(ws[width:]); q == dateline.AtLeast && hi > n {
		return Phrase{End: ws[width+more-1].token + 1, Count: rangeOf(n, hi)}, true
	}
	if vagueScale := width < len(ws) && g.vagueAt(ws[width:]) > 0; vagueScale {
		return Phrase{}, false
	}
	if after, more := g.match(ws[width:], true); more > 0 && !startsNumber(g, ws[width+more:]) {
		q, width = after, width+more
	} else if strings.HasSuffix(ws[width-1].text, "+") {
		q = dateline.AtLeast
	}
	if q == "" {
		q = dateline.Exactly
	}
	return Phrase{End: ws[width-1].token + 1, Count: g.Bounds(q, n)}, true
}

// ofAge: the number at token i is an age or one end of a range of ages: "aged 20", "aged
// between 20 and 37", "ages 4 to 12".
func ofAge(tokens []dateline.Token, i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		switch word := strings.ToLower(tokens[k].Text); word {
		case "age", "aged", "ages":
			return true
		case "between", "from", "and", "to", "-", "–":
		default:
			if word == "" || word[0] < '0' || word[0] > '9' {
				return false
			}
		}
	}
	return false
}

// repeated is the width of a number said again in brackets, "seven (7)", 0 if there is
// none.
func (g *Grammar) repeated(ws []word, n int) int {
	if len(ws) < 3 || ws[0].text != "(" {
		return 0
	}
	again, w := g.number(ws[1:])
	if w == 0 || again != n || 1+w >= len(ws) || ws[1+w].text != ")" {
		return 0
	}
	return w + 2
}

// upTo reads the end of a range in words: "at least 27 AND UP TO 30"; its width is
// 0 if there is none.
func (g *Grammar) upTo(ws []word) (hi, width int) {
	if len(ws) < 2 || ws[0].text != "and" && ws[0].text != "or" {
		return 0, 0
	}
	q, skip := g.qualifierBefore(ws[1:])
	if q != dateline.UpTo {
		return 0, 0
	}
	hi, w := g.number(ws[1+skip:])
	if w == 0 {
		return 0, 0
	}
	return hi, 1 + skip + w
}

// startsNumber keeps "at least" between two numbers with the second one.
func startsNumber(g *Grammar, ws []word) bool {
	_, width := g.number(ws)
	return width > 0 || g.vagueAt(ws) > 0
}

// isBareOrdinalUse refuses numbers that count no persons: percentages, money,
// degrees of time, "No. 4".
func isBareOrdinalUse(tokens []dateline.Token, ws []word, width int) bool {
	if width < len(ws) {
		switch ws[width].text {
		case "%", "percent", "per", "th", "st", "nd", "rd", "am", "pm", "a.m.", "p.m.", "°", "o'clock":
			return true
		}
	}
	first := ws[0].token
	if first == 0 {
		return false
	}
	switch strings.ToLower(tokens[first-1].Text) {
	case "$", "€", "£", "no.", "number", "#", "highway", "route":
		return true
	}
	return false
}

// between reads the three forms of a range.
func (g *Grammar) between(ws []word) (dateline.Count, int, bool) {
	if lo, hi, ok := digitRange(ws[0].text); ok && hi < 100000 && !looksLikeYears(lo, hi) {
		return rangeOf(lo, hi), 1, true
	}
	at, joiners := 0, []string{"to", "–", "-", "or"}
	if ws[0].text == "between" || ws[0].text == "from" {
		at, joiners = 1, []string{"and", "to"}
	}
	lo, w1 := g.number(ws[at:])
	if w1 == 0 || at+w1 >= len(ws) || !contains(joiners, ws[at+w1].text) {
		return dateline.Count{}, 0, false
	}
	hi, w2 := g.number(ws[at+w1+1:])
	if w2 == 0 || hi <= lo || looksLikeYears(lo, hi) {
		return dateline.Count{}, 0, false
	}
	return rangeOf(lo, hi), at + w1 + 1 + w2, true
}

func looksLikeYears(lo, hi int) bool { return lo >= 1900 && hi <= 2100 }

func rangeOf(lo, hi int) dateline.Count {
	return dateline.Count{Qualifier: dateline.Between, Lo: ptr(lo), Hi: ptr(hi)}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// vagueAt says how many words a vague phrase at the front takes, 0 if none.
func (g *Grammar) vagueAt(ws []word) int {
	for width := min(2, len(ws)); width > 0; width-- {
		if _, ok := g.vague[join(ws[:width])]; ok {
			return width
		}
	}
	return 0
}

func join(ws []word) string {
	if len(ws) == 1 {
		return ws[0].text
	}
	parts := make([]string, len(ws))
	for i, w := range ws {
		parts[i] = w.text
	}
	return strings.Join(parts, " ")
}

func (g *Grammar) vagueWord(ws []word, q dateline.Qualifier) (Phrase, bool) {
	width := g.vagueAt(ws)
	if width == 0 {
		return Phrase{}, false
	}
	v := g.vague[join(ws[:width])]
	c := dateline.Count{Qualifier: dateline.VagueWord, Word: join(ws[:width]), Lo: ptr(v.lo),
		Hi: v.hi, Vague: v.vague, Approximate: v.approximate}
	if v.anchored {
		c.Anchor = ptr(v.lo)
	}
	if q == dateline.UpTo {
		c.Lo = ptr(0)
	}
	return Phrase{End: ws[width-1].token + 1, Count: c}, true
}
