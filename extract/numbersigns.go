package extract

import (
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/extract/whole"
)

// This file writes down what speaks for and against each number of an account.
// Every name begins with the measure.

func (x *number) candidate() whole.Candidate {
	return whole.Candidate{N: x.n, Open: x.open, Features: weigh.Features(x.seen)}
}

// describeNumbers fills in what was seen of each number of a measure.
func (w *writer) describeNumbers(m dateline.Measure, list numbers) {
	beside := w.beside(m, list)
	for i, x := range list {
		s := signs{string(harmAttributes[m]) + " ", map[string]float64{}}
		x.seen = s.seen
		if x.nobody {
			w.nobodyElse(s, list, beside)
			continue
		}
		for _, c := range x.claims {
			for _, f := range w.countSigns(w.doc, c) {
				s.add(f)
			}
			if c == beside.first {
				s.add("first")
			}
		}
		if x.offer != nil {
			w.describeOffer(s, x)
		}
		s.seen[s.measure+"told often"] = math.Log1p(float64(len(x.claims)))
		s.when(x.n == 0, "none")
		s.when(x.n == 1, "one")
		s.when(x.open, "open")
		s.when(i == 0, "lowest")
		s.when(i == len(list)-1 || list[i+1].nobody, "highest")
		if m == dateline.Wounded {
			beside.compare(s, x.n)
		}
	}
}

// describeOffer tells by what an offered number was reckoned, and in what words.
func (w *writer) describeOffer(s signs, x *number) {
	s.add("rule " + x.offer.rule + oneOrMore(x.n))
	s.add("offered in " + string(w.doc.Sentences[x.offer.sentence].Role))
	s.when(w.others(*x.offer), "others")
	s.when(strings.Contains(x.offer.span.Of(w.doc.Report.Text), " and "), "offered of a list")
}

// signs collects the features of a number.
type signs struct {
	measure string
	seen    map[string]float64
}

func (s signs) add(name string) { s.seen[s.measure+name] = 1 }

func (s signs) when(is bool, name string) {
	if is {
		s.add(name)
	}
}

func oneOrMore(n int) string {
	if n == 1 {
		return " one"
	}
	return " several"
}

// besides is what the account tells beside a number: the other numbers of its
// measure, of those shot, and of the dead.
type besides struct {
	first  *dateline.Claim // of the measure
	stated []int
	shot   []int
	told   int // persons told of one by one
	dead   int // of the likeliest claim, 0 if nobody died
	deaths []*dateline.Claim
}

func (w *writer) beside(m dateline.Measure, list numbers) besides {
	b := besides{told: w.account.told[m]}
	for _, x := range list {
		for _, c := range x.claims {
			if b.first == nil || c.Span.Start < b.first.Span.Start {
				b.first = c
			}
		}
		if len(x.claims) > 0 {
			b.stated = append(b.stated, x.n)
		}
	}
	for _, c := range w.counting(dateline.KilledOrWounded) {
		if n := c.Value.Count.Anchor; n != nil && *n > 1 && c.Value.Count.Hi != nil && !slices.Contains(b.shot, *n) {
			b.shot = append(b.shot, *n)
		}
	}
	if m == dateline.Wounded {
		b.deaths = w.dead()
		b.dead = likeliest(b.deaths)
	}
	return b
}

// likeliest is the least number of the claim that is held likeliest.
func likeliest(claims []*dateline.Claim) int {
	n, most := 0, -1.0
	for _, c := range claims {
		if c.Confidence > most {
			n, most = *c.Value.Count.Lo, c.Confidence
		}
	}
	return n
}

// compare says how a number stands to those told beside it.
func (b besides) compare(s signs, n int) {
	if len(b.shot) > 0 {
		s.when(slices.Contains(b.shot, n), "as many as shot")
		s.when(slices.Contains(b.shot, n+b.dead) && b.dead > 0, "as many as shot less the dead")
		s.when(n > slices.Max(b.shot), "more than shot")
		s.when(n+b.dead < slices.Max(b.shot), "fewer than shot")
	}
	s.when(b.dead > 0 && n == b.dead, "as many as dead"+oneOrMore(n))
	s.when(b.told > 1 && n == b.told, "as many as told of")
	s.when(n < b.told, "fewer than told of")
	s.when(b.told > 1 && n > b.told, "more than told of")
	for _, x := range b.stated {
		s.when(x < n && x > 0 && slices.Contains(b.stated, n-x), "sum of two")
		s.when(n < x && n > 0 && slices.Contains(b.stated, x-n), "rest of two")
	}
}

// nobodyElse is what speaks for it that all who were hurt are dead.
func (w *writer) nobodyElse(s signs, list numbers, b besides) {
	s.measure += "nobody: "
	s.add("dead" + oneOrMore(b.dead))
	s.when(len(b.shot) > 0 && slices.Max(b.shot) > b.dead, "more shot")
	s.when(len(b.shot) > 0 && slices.Max(b.shot) == b.dead, "as many shot")
	s.when(list[0].open, "open")
	s.when(b.first != nil && b.deaths[0].Span.Start < b.first.Span.Start, "a death first")
	s.when(w.account.told[dateline.Killed] > 0, "dead told of")
	for _, c := range b.deaths {
		s.add("dead rule " + ruleOf(c))
		s.add("dead in " + string(roleAt(w.doc, c.Span)))
		s.when(c.Population == dateline.PopPerpetrators, "dead attacker")
	}
	for _, x := range list {
		s.when(!x.nobody && x.n > b.dead, "more hurt")
		s.when(!x.nobody && x.n == b.dead, "as many hurt")
		for _, c := range x.claims {
			for _, f := range w.countSigns(w.doc, c) {
				s.add(f)
			}
		}
	}
}

func ruleOf(c *dateline.Claim) string {
	rule, _, _ := strings.Cut(c.Rule, "@")
	return rule
}

// countSigns are the features of one claim: the rule it was read by, whose words
// it stands in and where, and how it is worded.
func (r *Reader) countSigns(doc *dateline.Document, c *dateline.Claim) []string {
	count := c.Value.Count
	several := " several"
	if n := headNumber(c); n != nil && *n == 1 {
		several = " one"
	}
	signs := []string{"rule " + ruleOf(c) + several, "as " + string(count.Qualifier) + several, "voice " + string(c.Modality),
		"of " + groupWord(c.Population), "in " + string(roleAt(doc, c.Span))}
	if count.Derived {
		signs = append(signs, "sum")
	}
	if len(count.Parts) > 0 {
		signs = append(signs, "parts")
	}
	words := strings.Fields(lower(c.Exact))
	if slices.ContainsFunc(words, func(w string) bool { return r.lex.Is(lexicon.OtherPerson, w) }) {
		signs = append(signs, "others")
	}
	if len(words) == 1 && r.lex.Is(lexicon.Pronoun, words[0]) {
		signs = append(signs, "pronoun")
	}
	return signs
}

// groupWord is a population without the name of the group.
func groupWord(p dateline.Population) string {
	kind, _, _ := strings.Cut(string(p), ":")
	return kind
}

// roleAt is the part of a report that a span stands in.
func roleAt(doc *dateline.Document, s dateline.Span) dateline.PassageRole {
	for _, x := range doc.Sentences {
		if s.Start < x.End {
			return x.Role
		}
	}
	return dateline.RoleBody
}
