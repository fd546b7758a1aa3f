package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// harm is one statement of how many people something befell.
type harm struct {
	count    dateline.Count
	sentence int
	span     dateline.Span // the counted phrase
	names    []string      // public names among the counted, as written
	rule     string
	inferred bool
	own      bool // whoever did it died by their own hand
	partial  bool // "among the dead were …": parts without a total (CAS-4)
	first    bool // told as what was heard first
	bettered bool // and told otherwise later (CAS-7)
	anchor   int  // token of the word that says what befell them
}

// fillHarm finds what befell whom in the sentence and gives it to the account
// whose triggers are nearest.
func (p *pass) fillHarm(t *tree, sentence int, a *account, groups []*account) {
	for _, h := range p.harms(t, sentence) {
		if nearest(t, h.anchor, groups) == a {
			a.harms = append(a.harms, h)
		}
	}
	if a.facets.Flag(dateline.FlagSuicide) {
		p.suicideDeath(t, sentence, a)
	}
}

// nearest is the group with a trigger closest to token i in the tree.
func nearest(t *tree, i int, groups []*account) *account {
	var best *account
	least := 0
	for _, g := range groups {
		for _, tr := range g.triggers {
			d := t.distance(i, tr.head)
			if i >= tr.from && i < tr.to {
				d = -1
			}
			if best == nil || d < least {
				best, least = g, d
			}
		}
	}
	return best
}

// harms finds every count of people hurt in a sentence, in order. A phrase is
// counted once for each measure.
func (p *pass) harms(t *tree, sentence int) []harm {
	var out []harm
	for i := range t.Tokens {
		for _, h := range p.harmAt(t, sentence, i) {
			if !p.alreadyCounted(out, h) {
				out = append(out, h)
			}
		}
	}
	out = withoutParts(t, combine(t, out))
	for _, h := range out {
		out = append(out, nobody(t, h)...)
	}
	for i := range out {
		at := tokenAt(t, out[i].span.Start)
		out[i].first, out[i].count.Revised = t.toldFirst(at), out[i].rule == ruleToll && t.revisedTo(at)
	}
	return out
}

// harmAt reads the harm that token i tells of: by a state, a verb or a noun of
// harm, else as a plight.
func (p *pass) harmAt(t *tree, sentence, i int) []harm {
	if hs := p.ownLife(t, sentence, i); len(hs) > 0 {
		if t.reflexiveAt(i+1) && t.alongWith(i+1) >= 0 {
			return append(hs, p.plainHarm(t, sentence, i)...)
		}
		return hs
	}
	if hs := p.plainHarm(t, sentence, i); len(hs) > 0 {
		return hs
	}
	return p.plight(t, sentence, i)
}

func (p *pass) plainHarm(t *tree, sentence, i int) []harm {
	tok := t.Tokens[i]
	if p.gunshot(t, i) {
		return nil
	}
	if m, ok := p.lex.State[lower(tok.Text)]; ok && (!t.isVerb(i) || p.bareNumberBefore(t, i) || p.besideNumbered(t, i) || tok.Tag == "VBN" && !p.hasSufferer(t, i)) {
		if m == dateline.KilledOrWounded && t.lemmaAt(i+1) == "dead" {
			m = dateline.Killed // "left two guards SHOT dead"
		}
		if hs := p.stateHarm(t, sentence, i, m); len(hs) > 0 {
			return hs
		}
	}
	if m, ok := p.tolled(t, i); ok {
		return p.toll(t, sentence, i, m)
	}
	if m, ok := p.harmVerb(t, i); ok {
		return p.verbHarm(t, sentence, i, m)
	}
	if m, ok := p.lex.HarmNoun[tok.Lemma]; ok && t.isNoun(i) {
		return p.nounHarm(t, sentence, i, m)
	}
	return nil
}

func (p *pass) alreadyCounted(list []harm, h harm) bool {
	for _, x := range list {
		if x.count.Measure == h.count.Measure && x.span.Overlaps(h.span) {
			return true
		}
	}
	return false
}

// ruleCombined reads one number for the dead and the wounded.
const ruleCombined = "CAS-2/combined"

// combine makes one count of "killed and wounded 25 people" (CAS-2): the same
// phrase under two measures in one coordination is a combined number.
func combine(t *tree, list []harm) []harm {
	var out []harm
next:
	for _, h := range list {
		for i, x := range out {
			if x.rule == ruleCombined && x.span.Overlaps(h.span) {
				continue next
			}
			if x.span == h.span && x.count.Measure != h.count.Measure && (x.count.Measure == dateline.Killed || x.count.Measure == dateline.Wounded || x.count.Measure == dateline.KilledOrWounded) {
				if h.rule == ruleShot && x.count.Measure != dateline.KilledOrWounded {
					continue next // "wounded by gunfire"
				} else if x.count.Measure == dateline.KilledOrWounded && x.rule == ruleShot && (h.count.Measure == dateline.Killed || h.count.Measure == dateline.Wounded) {
					out[i].count.Measure = h.count.Measure // "shot and killed", "shot and wounded"
				} else if one(x.count) && (x.count.Measure == dateline.Killed || h.count.Measure == dateline.Killed) {
					out[i].count.Measure, out[i].rule = dateline.Killed, "CAS-12/died" // one person was hurt, and died of it
				} else if patients(x, h) || patients(h, x) {
					out[i].count.Measure, out[i].rule = dateline.Killed, "CAS-12/died" // "three people were found dead with gunshot wounds"
				} else if coordinated(t, x.anchor, h.anchor) {
					out[i].count.Measure, out[i].rule = dateline.KilledOrWounded, ruleCombined
				}
				continue next
			}
		}
		out = append(out, h)
	}
	return out
}

// nobody: where "nobody was hurt" or there were "no casualties", nobody died or was
// hurt either (CAS-10).
func nobody(t *tree, h harm) []harm {
	if h.count.Qualifier != dateline.None || h.count.Population != dateline.PopUnknown {
		return nil
	}
	for k := tokenAt(t, h.span.Start); k >= 0 && k < len(t.Tokens) && t.Tokens[k].Start <= h.span.End+1; k++ {
		if l := t.lemmaAt(k); l == "else" || l == "other" || l == "further" || l == "more" {
			return nil
		}
	}
	var out []harm
	for _, m := range map[dateline.Measure][]dateline.Measure{dateline.Wounded: {dateline.Killed}, dateline.KilledOrWounded: {dateline.Killed, dateline.Wounded}}[h.count.Measure] {
		x := h
		x.count.Measure, x.inferred, x.rule = m, true, "CAS-10/nobody"
		out = append(out, x)
	}
	return out
}

// one: the count is of one person.
func one(c dateline.Count) bool { return c.Anchor != nil && *c.Anchor == 1 }

func coordinated(t *tree, a, b int) bool {
	return t.firstConjunct(a) == t.firstConjunct(b) || t.distance(a, b) <= 2
}

// suicideDeath: an attacker who blew himself up is one dead, inferred (CAS-6).
func (p *pass) suicideDeath(t *tree, sentence int, a *account) {
	for _, tr := range a.triggers {
		if tr.Words[0] != "blow" && tr.Words[0] != "detonate" && tr.Role != lexicon.Perpetrator || a.kind != dateline.KindIncident {
			continue
		}
		if tr.Role == lexicon.Perpetrator && isPlural(t.Tokens[tr.to-1]) {
			continue
		}
		n := p.bombers(t, sentence, tr)
		a.harms = append(a.harms, harm{
			count:    dateline.Count{Measure: dateline.Killed, Population: dateline.PopPerpetrators, Lo: &n, Anchor: &n, Hi: &n, Qualifier: dateline.Exactly, Noun: "attacker"},
			sentence: sentence, span: p.span(t, tr.from, tr.to), rule: "CAS-6/suicide", inferred: true, anchor: tr.head})
		return
	}
}

// bombers are how many blew themselves up by the number before the verb, "TWO girls blew
// themselves up", else one.
func (p *pass) bombers(t *tree, sentence int, tr located) int {
	if who, _ := t.subject(tr.head); tr.POS == "V" && who >= 0 {
		if c, _, _, ok := p.phraseCount(t, sentence, who); ok && c.Qualifier == dateline.Exactly && c.Anchor != nil {
			return *c.Anchor
		}
	}
	return 1
}

// patients: the dead of one count are told of in the other by their wounds or by
// where they were taken, which makes no more of them (CAS-12).
func patients(dead, hurt harm) bool {
	return dead.count.Measure == dateline.Killed && hurt.count.Measure == dateline.Wounded && patientRule(hurt)
}

// patientRule: the harm was read from wounds, a condition or a hospital.
func patientRule(h harm) bool {
	return slices.Contains([]string{ruleWound, ruleCondition, ruleHospital}, h.rule)
}
