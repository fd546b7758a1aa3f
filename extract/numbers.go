package extract

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/extract/whole"
)

// measuresWeighed are the measures whose numbers are weighed against each other.
var measuresWeighed = []dateline.Measure{dateline.Killed, dateline.Wounded}

// Numbers are, by measure, the numbers that the main account of a report gives,
// with what speaks for and against each as that of everybody; none if there is
// no such account. They are what package whole is taught on.
func (r *Reader) Numbers(ctx context.Context, doc *dateline.Document, ann Annotations) (map[dateline.Measure][]whole.Candidate, error) {
	reading, err := r.Read(ctx, doc, ann)
	if err != nil {
		return nil, err
	}
	out := map[dateline.Measure][]whole.Candidate{}
	for _, m := range reading.Mentions {
		if m.Salience != dateline.Main {
			continue
		}
		for _, measure := range measuresWeighed {
			out[measure] = r.numbersOf(doc, countsOf(reading.Claims, m.ID, measure)).candidates()
		}
	}
	return out, nil
}

// weighNumbers sets the confidence of the claims of one account that count the
// killed or the wounded: how likely theirs is the number of everybody.
func (p *pass) weighNumbers(claims []dateline.Claim, mention dateline.ID) {
	for _, measure := range measuresWeighed {
		list := p.numbersOf(p.doc, countsOf(claims, mention, measure))
		if len(list) == 0 {
			continue
		}
		shares := p.wholes.Shares(list.candidates())
		most := slices.Max(shares)
		for i, share := range shares {
			for _, c := range list[i].claims {
				if c.Confidence = share; isToll(c) {
					c.Confidence = most
				}
			}
		}
	}
}

// headNumber is the number that a claim gives, the low end of a range; nil for
// vague words, plurals and ceilings.
func headNumber(c *dateline.Claim) *int {
	if count := c.Value.Count; count.Anchor == nil && count.Qualifier == dateline.Between {
		return count.Lo
	}
	return c.Value.Count.Anchor
}

// isToll: "the toll rose to five" is of everybody by its own words.
func isToll(c *dateline.Claim) bool { return strings.HasPrefix(c.Rule, ruleToll) }

// countsOf are the claims of an account that give a number of people, other than
// of those who did it.
func countsOf(claims []dateline.Claim, mention dateline.ID, m dateline.Measure) []*dateline.Claim {
	var out []*dateline.Claim
	for i := range claims {
		c := &claims[i]
		if c.MentionID == mention && c.Attribute == harmAttributes[m] && headNumber(c) != nil && c.Population != dateline.PopPerpetrators && c.Modality != dateline.Denied && c.Status != dateline.Superseded {
			out = append(out, c)
		}
	}
	return out
}

// number is one number of an account, with the claims that give it and what was
// seen around them.
type number struct {
	n      int
	claims []*dateline.Claim
	seen   map[string]float64
}

type numbers []*number

func (list numbers) of(n int) *number {
	for _, x := range list {
		if x.n == n {
			return x
		}
	}
	return nil
}

func (list numbers) candidates() []whole.Candidate {
	out := make([]whole.Candidate, len(list))
	for i, x := range list {
		out[i].N = x.n
		out[i].Features = weigh.Features(x.seen)
	}
	return out
}

// numbersOf groups the claims of an account under one measure by their number,
// the lowest first.
func (r *Reader) numbersOf(doc *dateline.Document, claims []*dateline.Claim) numbers {
	var list numbers
	for _, c := range claims {
		n := *headNumber(c)
		if list.of(n) == nil {
			list = append(list, &number{n: n, seen: map[string]float64{}})
		}
		x := list.of(n)
		x.claims = append(x.claims, c)
	}
	slices.SortFunc(list, func(a, b *number) int { return a.n - b.n })
	first := firstOf(claims)
	for i, x := range list {
		measure := string(x.claims[0].Attribute) + " "
		for _, c := range x.claims {
			for _, f := range r.countSigns(doc, c) {
				x.seen[measure+f] = 1
			}
			if c == first {
				x.seen[measure+"first"] = 1
			}
		}
		x.seen[measure+"told often"] = math.Log1p(float64(len(x.claims)))
		for name, is := range map[string]bool{"none": x.n == 0, "one": x.n == 1, "lowest": i == 0, "highest": i == len(list)-1} {
			if is {
				x.seen[measure+name] = 1
			}
		}
	}
	return list
}

func firstOf(claims []*dateline.Claim) *dateline.Claim {
	var first *dateline.Claim
	for _, c := range claims {
		if first == nil || c.Span.Start < first.Span.Start {
			first = c
		}
	}
	return first
}

// countSigns are the features of one claim: the rule it was read by, whose words
// it stands in and where, and how it is worded.
func (r *Reader) countSigns(doc *dateline.Document, c *dateline.Claim) []string {
	count := c.Value.Count
	several := " several"
	if *headNumber(c) == 1 {
		several = " one"
	}
	rule, _, _ := strings.Cut(c.Rule, "@")
	signs := []string{"rule " + rule + several, "as " + string(count.Qualifier) + several, "voice " + string(c.Modality),
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
