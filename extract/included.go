package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/count"
	"github.com/opendateline/dateline/extract/lexicon"
)

// phrase is a counted run of tokens.
type phrase = count.Phrase

// vagueDeterminer: "some" and "number" before a number or a singular are no
// counts of their own.
func vagueDeterminer(t *tree, c phrase, head int) bool {
	switch c.Count.Word {
	case "couple", "a couple":
		if t.lemmaAt(head) == "couple" && c.End == head+1 && t.lemmaAt(c.End) != "of" {
			return true // a couple is two people
		}
	case "some", "number", "few", "handful":
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
		if t.rel(k, "nummod") && t.Tokens[k].Head > k && k > head+1 && p.lex.Nouns[t.lemmaAt(t.Tokens[k].Head)].Person {
			return // the list is of others: "killed three and hurt TEN PERSONS, including"
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
// semicolon or finite verb, or the subject of what befell others: ", including a child, AND
// nine others were hurt".
func (p *pass) listEnd(t *tree, from int) int {
	for k := from; k < len(t.Tokens); k++ {
		text := t.Tokens[k].Text
		if t.befalls(k) {
			return max(t.othersBefore(k), from+1)
		}
		if text == "." || text == ";" || text == ":" || t.Tokens[k].Tag == "VBD" && t.Tokens[k].Lemma != "be" && k > from+1 || k > from && t.Tokens[k].Tag == "VBG" && p.lex.HarmVerb[t.Tokens[k].Lemma] != "" || t.Tokens[k].POS == "SCONJ" && k > from {
			return max(k, from+1)
		}
	}
	return len(t.Tokens)
}

// othersBefore is the "and" right before the phrase of others that ends at token k, else k.
func (t *tree) othersBefore(k int) int {
	if k < 1 || !t.lex.Is(lexicon.OtherPerson, t.lemmaAt(k-1)) {
		return k
	}
	for i := k - 2; i > max(0, k-9); i-- {
		if t.lemmaAt(i) == "and" && t.Tokens[i-1].POS != "NUM" {
			return i
		}
	}
	return k
}

// befalls: the form of "be" at k begins what befell those before it: "were
// reportedly killed".
func (t *tree) befalls(k int) bool {
	return t.Tokens[k].Lemma == "be" && t.Tokens[k].POS == "AUX" && t.Tokens[k].Head > k && lexicon.Participle(t.Tokens[t.Tokens[k].Head].Text) != ""
}

// listed counts the people listed in tokens from the start of a list, each
// member by itself.
func (p *pass) listed(t *tree, sentence, from int, m dateline.Measure) []dateline.Count {
	var parts []dateline.Count
	end := p.listEnd(t, from)
	for i := p.nextPerson(t, sentence, from, end); i >= 0; i = p.nextPerson(t, sentence, i+1, end) {
		c, at, _, ok := p.phraseCount(t, sentence, i)
		if !ok || c.Lo == nil || p.saysMore(t, i, from, at) {
			continue
		}
		c.Measure = m
		if c.Qualifier == dateline.NamedPerson {
			one := 1
			c.Hi = &one
		}
		c.Noun = memberText(t, p.doc.Report.Text, at, i)
		parts = append(parts, c)
	}
	return parts
}

// saysMore: the noun at i tells more of a member of the list that begins at from,
// "a driver, FATHER of two", "children of a SOLDIER", and is none itself; at is
// where its phrase begins.
func (p *pass) saysMore(t *tree, i, from, at int) bool {
	head := t.Tokens[i].Head
	if head < from || t.lemmaAt(at-1) == "and" || t.lemmaAt(at-1) == "plus" {
		return false
	}
	return t.rel(i, "compound", "appos") || t.rel(i, "nmod") && t.marker(i) != "" && p.lex.Nouns[t.lemmaAt(head)].Person
}

// memberText is one member of a list up to its head: "four pupils".
func memberText(t *tree, report string, from, head int) string {
	for k := head - 1; k >= from; k-- {
		if l := t.lemmaAt(k); l == "," || l == "and" || l == "plus" || l == "or" {
			from = k + 1
			break
		}
	}
	return nounText(t, report, min(from, head), head+1)
}

// nextPerson is the next noun for people in a list, one of the people of a
// country too ("four Afghans"); how somebody is "identified by police as …" is
// passed over.
func (p *pass) nextPerson(t *tree, sentence, from, end int) int {
	for k := from; k < end; k++ {
		if t.Tokens[k].Tag == "VBN" && t.lex.Is(lexicon.Naming, t.lemmaAt(k)) {
			for k+1 < end && t.lemmaAt(k+1) != "," {
				k++
			}
			continue
		}
		if t.isNoun(k) && !t.rel(k, "compound") && (p.lex.Nouns[t.Tokens[k].Lemma].Person || p.ofCountry(t, sentence, k)) {
			return k
		}
	}
	return -1
}

func (p *pass) ofCountry(t *tree, sentence, k int) bool {
	return isPlural(t.Tokens[k]) && slices.ContainsFunc(p.places[sentence], func(x Place) bool {
		return x.Class == "demonym" && x.Start <= t.Tokens[k].Start && t.Tokens[k].Start < x.End
	})
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
