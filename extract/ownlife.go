package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads of attackers who end their own lives, whom reports seldom
// count: "and then killed himself", "turned the gun on himself", "took her own
// life". Beside other victims the dead one is an attacker (CAS-6).

// ownLife reads that token i, the last word of such a phrase, tells of the
// death of whoever did it.
func (p *pass) ownLife(t *tree, sentence, i int) []harm {
	verb := p.endsOwnLife(t, i)
	if verb < 0 || p.irrealis(t, verb) {
		return nil
	}
	who, passive := t.subject(verb)
	if who < 0 || passive {
		return nil
	}
	h, ok := p.counted(t, sentence, t.behind(who), dateline.Killed)
	if !ok || h.count.Qualifier == dateline.None || h.count.PluralOnly {
		return nil
	}
	h.anchor, h.rule, h.own = verb, "CAS-6/own life", true
	h.inferred = t.lemmaAt(verb) == "turn"
	return []harm{h}
}

// endsOwnLife is the verb of a phrase of suicide that ends at token i, or -1:
// "commit SUICIDE", "take his own LIFE", "turn the gun on HIMSELF", "kill his
// wife and then HIMSELF".
func (p *pass) endsOwnLife(t *tree, i int) int {
	switch word := lower(t.Tokens[i].Text); {
	case word == "suicide":
		return verbBefore(t, i, 1, "commit")
	case word == "life" && t.lemmaAt(i-1) == "own":
		return verbBefore(t, i, 3, "take", "end")
	case !t.lex.Is(lexicon.Reflexive, word):
		return -1
	case t.lemmaAt(i-1) == "on":
		return verbBefore(t, i, 6, "turn")
	case t.lemmaAt(i-1) == "then" || t.lemmaAt(i-1) == "and" || t.lemmaAt(i-1) == ",":
		if verb := verbBefore(t, i, 9, "kill", "shoot"); verb >= 0 && (t.lemmaAt(verb) == "kill" || fatal(t, verb)) {
			return verb
		}
		return -1
	}
	return verbBefore(t, i, 1, "kill")
}

// verbBefore is the nearest verb with one of the lemmas among the n tokens
// before i, or -1.
func verbBefore(t *tree, i, n int, lemmas ...string) int {
	for k := i - 1; k >= max(0, i-n); k-- {
		for _, l := range lemmas {
			if t.lemmaAt(k) == l && t.isVerb(k) {
				return k
			}
		}
	}
	return -1
}

// settleOwnLives makes attackers of those who ended their own lives where
// somebody else was hurt too.
func (p *pass) settleOwnLives(a *account) {
	others := false
	for _, h := range a.harms {
		others = others || !h.own && h.count.Population != dateline.PopPerpetrators && violentMeasure(h.count.Measure)
	}
	for i := range a.harms {
		if h := &a.harms[i]; others && h.own {
			h.count.Population, h.count.Parts, h.names = dateline.PopPerpetrators, nil, nil
		}
	}
}

// settleAttackers: of two numbers of the dead that differ by the attackers who
// died, the smaller leaves them out and the larger holds them (CAS-6).
func (p *pass) settleAttackers(a *account) {
	attackers := 0
	for _, h := range a.harms {
		if n := h.count.Anchor; h.count.Measure == dateline.Killed && h.count.Population == dateline.PopPerpetrators && n != nil {
			attackers = max(attackers, *n)
		}
	}
	if attackers == 0 {
		return
	}
	totals := map[int][]*harm{}
	for i := range a.harms {
		h := &a.harms[i]
		if n := stem(h.count); h.count.Measure == dateline.Killed && h.count.Population == dateline.PopUnknown && n != nil && !h.partial {
			totals[*n] = append(totals[*n], h)
		}
	}
	for n, without := range totals {
		for _, with := range totals[n+attackers] {
			with.count.Population = dateline.PopAll
			for _, h := range without {
				h.count.Population = dateline.PopVictims
			}
		}
	}
}

func violentMeasure(m dateline.Measure) bool {
	return m == dateline.Killed || m == dateline.Wounded || m == dateline.KilledOrWounded
}
