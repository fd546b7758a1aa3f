package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/count"
)

// phrase is a counted run of tokens.
type phrase = count.Phrase

// vagueDeterminer: "some" and "number" before a number or a singular are no
// counts of their own.
func vagueDeterminer(t *tree, c phrase, head int) bool {
	switch c.Count.Word {
	case "some", "number", "couple", "few", "handful":
		return c.Count.Word == "some" && !isPlural(t.Tokens[head]) || c.Count.Word == "number" && c.End <= head && t.lemmaAt(c.End) != "of"
	}
	return false
}

// included reads "including two soldiers and a child", "among them three
// officers", "of whom five were civilians" after a counted phrase: the head
// number stays the total and the list gives parts (CAS-4).
func (p *pass) included(t *tree, sentence, head int, h *harm) {
	from := -1
	for k := head + 1; k < len(t.Tokens); k++ {
		if opensList(t, k) {
			from = k + 1
			break
		}
		if t.Tokens[k].POS == "PUNCT" && t.Tokens[k].Text != "," && t.Tokens[k].Text != "—" && t.Tokens[k].Text != "-" || t.isVerb(k) && k > head+8 {
			return
		}
	}
	if from < 0 {
		return
	}
	parts := p.listed(t, sentence, from, h.count.Measure)
	if len(parts) == 0 {
		return
	}
	h.count.Parts = parts
	h.count.Breakdown = breakdown(h.count, parts)
	h.span = p.runes.Span(h.span.Start, max(h.span.End, t.Tokens[p.listEnd(t, from)-1].End))
	h.rule = "CAS-4/including"
}

func opensList(t *tree, k int) bool {
	switch t.Tokens[k].Lemma {
	case "include", "including":
		return t.Tokens[k].Tag == "VBG" || lower(t.Tokens[k].Text) == "including"
	case "them":
		return t.lemmaAt(k-1) == "among" || t.lemmaAt(k-1) == "of"
	case "they":
		return t.lemmaAt(k-1) == "among" || t.lemmaAt(k-1) == "of"
	case "whom", "who":
		return t.lemmaAt(k-1) == "of"
	}
	return false
}

// listEnd is the end of the list that begins at from: the next full stop,
// semicolon or finite verb.
func (p *pass) listEnd(t *tree, from int) int {
	for k := from; k < len(t.Tokens); k++ {
		text := t.Tokens[k].Text
		if text == "." || text == ";" || text == ":" || t.Tokens[k].Tag == "VBD" && t.Tokens[k].Lemma != "be" && k > from+1 || t.befalls(k) {
			return max(k, from+1)
		}
	}
	return len(t.Tokens)
}

// befalls: the form of "be" at k begins what befell those before it: "were
// reportedly killed".
func (t *tree) befalls(k int) bool {
	return t.Tokens[k].Lemma == "be" && t.Tokens[k].POS == "AUX" && t.Tokens[k].Head > k && participles[lower(t.Tokens[t.Tokens[k].Head].Text)] != ""
}

// listed counts the people listed in tokens from the start of a list.
func (p *pass) listed(t *tree, sentence, from int, m dateline.Measure) []dateline.Count {
	var parts []dateline.Count
	end := p.listEnd(t, from)
	for k := from; k < end; {
		i := p.nextPerson(t, k, end)
		if i < 0 {
			break
		}
		c, _, to, ok := p.phraseCount(t, sentence, i)
		if ok && c.Lo != nil && t.rel(i, "nmod") && p.lex.Nouns[t.lemmaAt(t.Tokens[i].Head)].Person {
			ok = false
		}
		if ok && !t.rel(i, "appos", "compound") {
			c.Measure = m
			if c.Qualifier == dateline.NamedPerson {
				one := 1
				c.Hi = &one
			}
			parts = append(parts, c)
		}
		k = max(to, i+1)
	}
	return parts
}

func (p *pass) nextPerson(t *tree, from, end int) int {
	for k := from; k < end; k++ {
		if p.lex.Nouns[t.Tokens[k].Lemma].Person && t.isNoun(k) && !t.rel(k, "compound") {
			return k
		}
	}
	return -1
}

// breakdown compares the parts with the head number.
func breakdown(head dateline.Count, parts []dateline.Count) dateline.Breakdown {
	sum, exact := 0, true
	for _, c := range parts {
		if c.Lo == nil {
			return dateline.Partial
		}
		sum += *c.Lo
		exact = exact && c.Hi != nil && *c.Hi == *c.Lo
	}
	switch {
	case head.Anchor == nil || sum < *head.Anchor:
		return dateline.Partial
	case sum == *head.Anchor && exact:
		return dateline.Exhaustive
	case head.Hi != nil && sum > *head.Hi:
		return dateline.Impossible
	}
	return dateline.Partial
}
