package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// evidence adds up what speaks for two accounts being one.
func (p *pass) evidence(a, b *account, first bool) float64 {
	score := 0.0
	if da, db := bestDate(a), bestDate(b); da != nil && db != nil {
		score += 0.5
		if da.EDTF == db.EDTF || da.Precision <= dateline.D1 && db.Precision <= dateline.D1 {
			score += 1.5
		} else if monthHoldsDay(da, db) {
			score++
		}
	}
	if pa, pb := bestPlace(a), bestPlace(b); pa != nil && pb != nil && pa.Ref.Country != "" && pb.Ref.Country != "" {
		score += 0.5
		if pa.Ref.City != "" && pa.Ref.City == pb.Ref.City {
			score += 1.5
		}
	}
	score += targetEvidence(a, b) + p.reference(a)
	names := p.givesName(a, b)
	if p.particular(a) && targetEvidence(a, b) < 1 && !names {
		score -= 1.5
	}
	if da, db := bestDate(a), bestDate(b); da != nil && db != nil && da.EDTF != db.EDTF && (da.Precision > dateline.D1 || db.Precision > dateline.D1) {
		score -= 0.5
	}
	if sameActors(a, b) {
		score++
	}
	if len(a.sites) > 0 && len(b.sites) > 0 {
		score += 4 // two lists of places that share one
	}
	if sharesName(a, b) {
		score += 3
	}
	if sameSite(a, b) || p.theSame(a, b) {
		score += 1.5
	}
	if sameKindOfViolence(a.facets, b.facets) {
		score++
	}
	if names || !p.ownAnchor(a) {
		score += 1.5
	}
	if a.sentences[0]-b.sentences[len(b.sentences)-1] <= 1 {
		score++
	}
	if b.passing {
		score -= 2
	}
	if p.inHeadline(b) && a.sentences[0]-b.sentences[0] <= 2 && p.sameToll(b, a) {
		score++
	}
	if first && a.sentences[0] < 2*ledeSentences && bestDate(b) == nil && bestDate(a) != nil && sharesMeans(a, b) {
		score++ // what is told first is dated further down
	}
	if first {
		score += 0.5
		if b.sentences[0] <= 1 && !p.ownAnchor(b) || p.sumsUp(b, a) {
			score += 1.5 // a headline, or a first sentence without date and place, stands for what comes
		}
	}
	return score
}

// sumsUp: b stands in the headline, undated, and a in what comes right after it.
func (p *pass) sumsUp(b, a *account) bool {
	return p.inHeadline(b) && bestDate(b) == nil && a.sentences[0]-b.sentences[0] <= 2
}

func (p *pass) inHeadline(a *account) bool {
	return p.doc.Sentences[a.sentences[0]].Role == dateline.RoleHeadline
}

// sameToll: the headline and the lede count as many people under one measure.
func (p *pass) sameToll(b, a *account) bool {
	return slices.ContainsFunc(a.harms, func(x harm) bool {
		return slices.ContainsFunc(b.harms, func(y harm) bool {
			return x.count.Measure == y.count.Measure && !one(x.count) && sameNumber(x.count, y.count)
		})
	})
}

func (p *pass) ownAnchor(a *account) bool {
	return bestDate(a) != nil || bestPlace(a) != nil || p.particular(a)
}

func targetEvidence(a, b *account) float64 {
	ta, tb := particularTarget(a), particularTarget(b)
	if ta != nil && tb != nil && ta.Category == tb.Category && (overlap(ta.Nationality, tb.Nationality) || ta.Name != "" && sameName(ta.Name, tb.Name)) {
		return 3
	}
	best := 0.0
	for _, x := range a.targets {
		for _, y := range b.targets {
			switch {
			case x.target == nil || y.target == nil || x.target.Category != y.target.Category:
			case vagueCategory[x.target.Category]:
				best = max(best, 0.5)
			default:
				best = 1.5
			}
		}
	}
	return best
}

// givesName: a tells whom it befell, by name, and neither when nor where; b tells
// that it befell somebody whom it does not name, or several: news names its dead
// after it has told of them.
func (p *pass) givesName(a, b *account) bool {
	target := particularTarget(a)
	return target != nil && (target.Person || target.Category == dateline.TargetUnknown) && target.Name != "" && bestDate(a) == nil && bestPlace(a) == nil && sameAct(a, b) && (len(b.people()) == 0 || befellSeveral(b))
}

// sameAct: a names no act of its own, or one by the means of b.
func sameAct(a, b *account) bool {
	return !hasEvent(a) || sharesMeans(a, b)
}

// befellSeveral: the account tells of more than one person hurt.
func befellSeveral(a *account) bool {
	return len(a.harms) > 1 && len(a.people()) > 1 || slices.ContainsFunc(a.harms, func(h harm) bool { return h.count.Lo == nil || *h.count.Lo > 1 || h.count.Hi == nil })
}

// asParts: the list of those whom a names is a part of the number that b gives
// (CAS-4).
func (p *pass) asParts(a, b *account) {
	if !p.givesName(a, b) {
		return
	}
	for i := range a.harms {
		h := &a.harms[i]
		if n := stem(h.count); n != nil && *n > 1 && *n < p.whole(b, h.count.Measure) {
			h.partial, h.rule = true, "CAS-4/part"
			h.count.Population, h.count.Parts = dateline.PrefixNamedGroup+"named", nil
		}
	}
}

// reference: "the attack", "this blast", "the shooting" point back.
func (p *pass) reference(a *account) float64 {
	for _, tr := range a.triggers {
		t := p.trees[tr.sentence]
		if tr.POS != "N" || tr.Role != lexicon.Event || isPlural(t.Tokens[tr.to-1]) {
			continue
		}
		if t.definite(tr.head) {
			return 2
		}
	}
	return 0
}

// definite: "THE attack", "THIS blast".
func (t *tree) definite(noun int) bool {
	l := t.lemmaAt(t.child(noun, "det"))
	return l == "the" || l == "this" || l == "that"
}

// monthHoldsDay: one is a month, the other a day of it.
func monthHoldsDay(a, b *dateline.Date) bool {
	if a.Precision > b.Precision {
		a, b = b, a
	}
	return a.Precision <= dateline.D1 && b.Precision == dateline.D4 && monthOf(*a) != "" && monthOf(*a) == monthOf(*b)
}

// theSame: "the five" speaks of the five that were counted before.
func (p *pass) theSame(a, b *account) bool {
	for _, x := range a.harms {
		if x.count.Anchor == nil || *x.count.Anchor < 2 || !strings.HasPrefix(lower(x.span.Of(p.doc.Report.Text)), "the ") {
			continue
		}
		for _, y := range b.harms {
			if y.count.Measure == x.count.Measure && y.count.Anchor != nil && *y.count.Anchor == *x.count.Anchor {
				return true
			}
		}
	}
	return false
}

// sameSite: both stand at a site of the same kind or name, "a shopping centre".
func sameSite(a, b *account) bool {
	for _, x := range a.places {
		for _, y := range b.places {
			if x.Class == "site" && y.Class == "site" && lower(x.Ref.Name) == lower(y.Ref.Name) {
				return true
			}
		}
	}
	return false
}

func sameActors(a, b *account) bool {
	for _, x := range a.perps {
		for _, y := range b.perps {
			for _, ax := range x.actors {
				for _, ay := range y.actors {
					if ax.Ref.Actor != "" && ax.Ref.Actor == ay.Ref.Actor {
						return true
					}
				}
			}
		}
	}
	return false
}

func sharesName(a, b *account) bool {
	for _, x := range a.people() {
		for _, y := range b.people() {
			if sameName(x, y) {
				return true
			}
		}
	}
	return false
}

// people are the personal names in an account.
func (a *account) people() []string {
	var out []string
	for _, h := range a.harms {
		out = append(out, h.names...)
	}
	for _, list := range [][]argument{a.perps, a.targets, a.names} {
		for _, arg := range list {
			for _, x := range arg.actors {
				if x.Kind == dateline.PersonExpression {
					out = append(out, x.Text)
				}
			}
		}
	}
	return out
}

// sameName: equal, or one is the last part of the other ("Karimov" for "Anvar
// Karimov").
func sameName(a, b string) bool {
	a, b = lower(a), lower(b)
	if len(a) < len(b) {
		a, b = b, a
	}
	return b != "" && (a == b || len(a) > len(b) && a[len(a)-len(b):] == b && a[len(a)-len(b)-1] == ' ')
}

func sharesMeans(a, b *account) bool {
	return slices.ContainsFunc(a.facets.Means, func(m dateline.Means) bool { return b.facets.Has(m) })
}

func sameKindOfViolence(a, b dateline.Facets) bool {
	if acted(a) != acted(b) && a.Act != dateline.ActUnknown && b.Act != dateline.ActUnknown {
		return false
	}
	for _, m := range a.Means {
		if b.Has(m) {
			return true
		}
	}
	return len(a.Means) == 0 || len(b.Means) == 0
}
