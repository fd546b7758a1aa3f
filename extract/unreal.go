package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/scene"
)

// withinMemory is how many years before a report a war can be and still be news
// in a report of a ceremony.
const withinMemory = 60

// dropUnreal leaves out the accounts of a report or a sentence that is about a
// game, a novel, a storm or another thing that only reads like violence.
func (p *pass) dropUnreal() {
	whole := p.scene.Of(p.literal())
	if whole == scene.Violence && p.scene.Recalls() && p.allLongAgo() {
		whole = scene.PastWar
	}
	denied := slices.ContainsFunc(p.trees, p.saysNoAttack)
	p.accounts = slices.DeleteFunc(p.accounts, func(a *account) bool {
		if p.toldInWork(a) {
			p.leaveOut(p.triggerSpan(a.triggers[0]), "told in a work or played")
			return true
		}
		about := whole
		if about == scene.Violence && (a.kind == dateline.KindIncident || a.kind == dateline.KindFoiled) {
			about = p.scenes.OfSentence(p.doc.Sentences[a.sentences[0]])
		}
		if about == scene.Accident && (p.byParty(a) && !p.onlyDeaths(a) || p.willed(a)) {
			return false // what an armed party did or nobody does unwillingly, however much is told of trains and pipelines
		}
		if about == scene.Sport && whole == scene.Violence && (explosive(a.facets) || a.facets.Has(dateline.ExplosiveUnspecific)) && countsKilled(a) {
			return false // "set off two bombs at the finish line of the race, killing three people"
		}
		if about == scene.Debate && a.listed {
			return false // "since the attacks in Paris and San Bernardino": what politics speaks of did happen
		}
		if about == scene.Accident && denied && a.kind == dateline.KindIncident {
			a.kind = dateline.KindDenial // what others call an attack is said to have been none
			return false
		}
		if about != scene.Violence {
			p.leaveOut(p.triggerSpan(a.triggers[0]), "about another matter: "+string(about))
		}
		return about != scene.Violence
	})
}

// willed: people were hurt by what no accident is called, "killed in an AMBUSH".
func (p *pass) willed(a *account) bool {
	return p.befallsPeople(a) && slices.ContainsFunc(a.triggers, func(tr located) bool { return p.lex.Is(lexicon.Willed, tr.Words[0]) })
}

// toldInWork: a work tells of the act, or it is played: "the NOVEL opens with the murder
// of a bishop", "an EXHIBITION about the attack", "a DRILL in which gunmen took
// hostages". What stands with its own year did happen.
func (p *pass) toldInWork(a *account) bool {
	if a.namedTime || a.kind != dateline.KindIncident {
		return false
	}
	return !slices.ContainsFunc(a.triggers, func(tr located) bool { return !p.toldAt(tr, a) })
}

// toldAt: the trigger is of a work, or goes on from one of the account that is.
func (p *pass) toldAt(tr located, a *account) bool {
	return slices.ContainsFunc(a.triggers, func(o located) bool {
		return o.sentence == tr.sentence && o.head <= tr.head && p.trees[o.sentence].inWork(o.head)
	})
}

// inWork: token i is said of a work, or of what its verb tells, shows or plays.
func (t *tree) inWork(i int) bool {
	for steps := 0; i >= 0 && steps < 7; steps++ {
		h := t.Tokens[i].Head
		switch {
		case t.isVerb(i) && t.ofWork(i):
			return true
		case h < 0 || t.rel(i, "advcl", "parataxis") || t.rel(i, "nsubj", "nsubj:pass") && t.isVerb(h):
			return false
		case t.isNoun(h) && t.lex.Is(lexicon.Work, t.lemmaAt(h)) && (t.rel(i, "acl:relcl") || t.marker(i) == "about"):
			return true
		case t.rel(i, "obj") && t.lex.Is(lexicon.Plays, t.lemmaAt(h)):
			return true
		case t.marker(i) == "about" && t.isVerb(h) && t.lex.Is(lexicon.Work, t.lemmaAt(t.child(h, "obj", "nsubj:pass"))):
			return true // "opens an EXHIBITION on Saturday about the attack"
		}
		i = h
	}
	return false
}

// ofWork: a work is the subject of the verb at i, or that in which it happens.
func (t *tree) ofWork(i int) bool {
	if s, passive := t.subject(i); s >= 0 && !passive && t.isNoun(s) && t.lex.Is(lexicon.Work, t.lemmaAt(s)) {
		return true
	}
	in := t.all(i, "obl")
	if o := t.child(i, "obj"); o >= 0 {
		in = append(in, t.all(o, "nmod")...) // "shot four gunmen in an exercise"
	}
	return slices.ContainsFunc(in, func(c int) bool {
		return t.lemmaAt(t.child(c, "case")) == "in" && (c < i && t.lex.Is(lexicon.Work, t.lemmaAt(c)) || t.lex.Is(lexicon.Drill, t.lemmaAt(c)))
	})
}

// saysNoAttack: "it was not an attack".
func (p *pass) saysNoAttack(t *tree) bool {
	for i := range t.Tokens {
		f, _, ok := p.lex.Trigger(t.Tokens, i)
		if !ok || f.Role != lexicon.Event || f.POS != "N" || t.child(i, "cop") < 0 {
			continue
		}
		for _, c := range t.all(i, "advmod") {
			if t.lex.Is(lexicon.Negation, t.lemmaAt(c)) {
				return true
			}
		}
	}
	return false
}

// literal weighs what the accounts say for violence that did happen: people counted
// as killed, and a day. The hurt do not count: games have theirs.
func (p *pass) literal() int {
	most := 0
	for _, a := range p.accounts {
		n := 0
		if countsKilled(a) {
			n += 4
		}
		if slices.ContainsFunc(a.times, func(x Time) bool { return x.Date.Precision <= dateline.D1 }) {
			n += 2
		}
		most = max(most, n)
	}
	return most
}

// countsKilled: the account says how many were killed.
func countsKilled(a *account) bool {
	return slices.ContainsFunc(a.harms, func(h harm) bool {
		return h.count.Measure == dateline.Killed && h.count.Anchor != nil && *h.count.Anchor > 0
	})
}

// allLongAgo says that a report dates some of its violence and none of it within
// memory of the day it appeared, or of the last day it names.
func (p *pass) allLongAgo() bool {
	now := p.doc.Report.Published.Latest
	for _, times := range p.times {
		for _, x := range times {
			now = max(now, x.Date.Latest)
		}
	}
	dated := false
	for _, a := range p.accounts {
		for _, x := range a.times {
			if x.Date.Latest.Known() && x.Date.Latest.Time().AddDate(withinMemory, 0, 0).After(now.Time()) {
				return false
			}
			dated = dated || x.Date.Latest.Known()
		}
	}
	return dated
}
