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
	who := t.doer(verb)
	if who < 0 {
		return nil
	}
	h, ok := p.counted(t, sentence, t.behind(who), dateline.Killed)
	if !ok || h.count.Qualifier == dateline.None || h.count.PluralOnly {
		return nil
	}
	h.anchor, h.rule, h.own = verb, "CAS-6/own life", true
	h.inferred = t.lemmaAt(verb) == "turn" || t.lemmaAt(verb) == "shoot"
	return []harm{h}
}

// doer is the subject of a verb of doing, or of the verb that it goes on from: "shot
// his wife, then KILLED himself"; -1 if there is none.
func (t *tree) doer(verb int) int {
	for v := verb; v >= 0; v = t.Tokens[v].Head {
		if who, passive := t.subject(v); who >= 0 {
			if passive {
				return -1
			}
			return who
		}
		if !t.rel(v, "parataxis", "conj", "advcl", "dep") {
			return -1
		}
	}
	return -1
}

// endsOwnLife is the verb of a phrase of suicide that ends at token i, or -1:
// "commit SUICIDE", "take his own LIFE", "turn the gun on HIMSELF", "shoot HIMSELF dead", "kill his
// wife and then HIMSELF".
func (p *pass) endsOwnLife(t *tree, i int) int {
	switch word := lower(t.Tokens[i].Text); {
	case word == "suicide":
		return verbBefore(t, i, 1, "commit")
	case word == "life" && t.lemmaAt(i-1) == "own":
		return verbBefore(t, i, 3, "take", "end")
	case t.lemmaAt(i) == "kill" && t.isVerb(i) && t.reflexiveAt(i+1), t.lemmaAt(i) == "shoot" && t.isVerb(i) && t.reflexiveAt(i+1) && (t.lex.Is(lexicon.Gone, t.lemmaAt(i+2)) || verbBefore(t, i, 12, "kill") >= 0):
		return i
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

func (t *tree) reflexiveAt(k int) bool {
	return k < len(t.Tokens) && t.lex.Is(lexicon.Reflexive, lower(t.Tokens[k].Text))
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
	a.settleVictims()
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

// settleVictims: a number told of those whom somebody killed, "he killed three
// people", leaves the attackers out wherever the account gives it (CAS-6).
func (a *account) settleVictims() {
	victims := map[int]bool{}
	for _, h := range a.harms {
		if n := stem(h.count); h.count.Measure == dateline.Killed && h.count.Population == dateline.PopVictims && n != nil {
			victims[*n] = true
		}
	}
	for i := range a.harms {
		c := &a.harms[i].count
		if n := stem(*c); c.Measure == dateline.Killed && c.Population == dateline.PopUnknown && n != nil && *n > 1 && victims[*n] {
			c.Population = dateline.PopVictims
		}
	}
}

func violentMeasure(m dateline.Measure) bool {
	return m == dateline.Killed || m == dateline.Wounded || m == dateline.KilledOrWounded
}
