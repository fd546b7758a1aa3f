package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/mend"
)

// settleParts finds the counts of an account that are parts of a larger one:
// "nine people were killed … two children were killed … three of her sons …
// four others". Each is kept as the count of its own group, and says nothing
// of how many there were in all (CAS-4, CAS-5).
func (p *pass) settleParts(a *account) {
	for _, m := range []dateline.Measure{dateline.Killed, dateline.Wounded} {
		whole := p.whole(a, m)
		for i := range a.harms {
			h, whole := &a.harms[i], whole
			if m == dateline.Wounded && p.graded(*h) {
				whole = max(whole, p.whole(a, dateline.KilledOrWounded))
			}
			n := stem(h.count)
			if h.count.Measure != m || h.partial || h.own || n == nil || *n == 0 || *n >= whole || h.count.Hi != nil && *h.count.Hi >= whole || p.single(*h) {
				continue
			}
			if group := p.groupOf(*h); group != "" {
				h.partial, h.rule = true, "CAS-4/part"
				h.count.Population, h.count.Parts = dateline.Population(dateline.PrefixNamedGroup+group), nil
			}
		}
	}
}

// stem is the number of a count: its anchor, else the least of its range.
func stem(c dateline.Count) *int {
	switch {
	case c.Vague || c.PluralOnly || c.Qualifier == dateline.NamedPerson || c.Qualifier == dateline.UpTo:
		return nil
	case c.Anchor != nil:
		return c.Anchor
	}
	return c.Lo
}

// whole is the largest number of people in general that an account gives for a
// measure, 0 if it gives none.
func (p *pass) whole(a *account, m dateline.Measure) int {
	most := 0
	for _, h := range a.harms {
		if n := stem(h.count); h.count.Measure == m && !h.partial && !h.bettered && n != nil && p.ofAnybody(h) {
			most = max(most, *n)
		}
	}
	return most
}

// ofAnybody: the words count people as such, "nine people", "14 killed", and no
// group among them.
func (p *pass) ofAnybody(h harm) bool {
	return h.count.Derived || p.countedNoun(h) == ""
}

// groupOf names the group that a count is of: its noun, if that says more than
// "people"; or "others" and "some of them", who are no total either.
func (p *pass) groupOf(h harm) string {
	t := p.trees[h.sentence]
	from, to := p.tokensOf(h)
	if noun := p.countedNoun(h); noun != "" || h.count.Derived {
		return noun
	}
	if p.others(h) {
		return "others"
	}
	if p.graded(h) {
		return "some"
	}
	for k := from + 1; k > 0 && k <= to; k++ {
		if next := t.lemmaAt(k + 1); t.lemmaAt(k) == "of" && (next == "they" || next == "them" || next == "the") && !t.ofKin(k) {
			return "some"
		}
	}
	return ""
}

// ofKin: the "of" at k leads to a family, "ten MEMBERS OF THE Moro FAMILY", "ten people
// FROM three generations OF it": who is counted so may be all.
func (t *tree) ofKin(k int) bool {
	for i := k + 2; i < min(k+7, len(t.Tokens)) && mend.InNominal(t.Tokens[i]); i++ {
		if l := t.lemmaAt(i); l == "family" || l == "household" {
			return true
		}
	}
	return false
}

// graded: the words say how badly those counted were hurt, "two SERIOUSLY injured".
func (p *pass) graded(h harm) bool {
	t := p.trees[h.sentence]
	from, to := p.tokensOf(h)
	for k := from; k >= 0 && k <= to; k++ {
		if p.lex.Is(lexicon.Graded, t.lemmaAt(k)) {
			return true
		}
	}
	return false
}

// others: the words set those counted apart from people told of before, "two
// other men", "three more" (CAS-5).
func (p *pass) others(h harm) bool {
	t := p.trees[h.sentence]
	from, to := p.tokensOf(h)
	for k := from; k >= 0 && k <= to; k++ {
		if l := t.lemmaAt(k); p.lex.Is(lexicon.OtherPerson, l) || l == "more" && t.lemmaAt(k+1) != "than" {
			return true
		}
	}
	return false
}

// countedNoun is the noun of the people counted, "" if it is one for anybody.
func (p *pass) countedNoun(h harm) string {
	t := p.trees[h.sentence]
	from, to := p.tokensOf(h)
	for k := from; k >= 0 && k <= to; k++ {
		if n := p.lex.Nouns[t.lemmaAt(k)]; n.Person && t.isNoun(k) && !t.rel(k, "compound") {
			if p.lex.Is(lexicon.Anybody, t.lemmaAt(k)) {
				return ""
			}
			return lower(t.Tokens[k].Text)
		}
	}
	return ""
}

// tokensOf are the first and last token of the words of a harm.
func (p *pass) tokensOf(h harm) (from, to int) {
	t := p.trees[h.sentence]
	return tokenAt(t, h.span.Start), tokenAt(t, h.span.End-1)
}
