package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// settleDenial makes a denial of an account that is told only as what did not
// happen (§7.5). Who denies a part of its own ("denies that its troops fired")
// takes a stance; who denies the whole disputes that it happened.
func (p *pass) settleDenial(a *account) {
	if a.kind != dateline.KindIncident || a.bare {
		return
	}
	acts := 0
	for _, tr := range a.triggers {
		if tr.Role == lexicon.Device {
			continue
		}
		acts++
		if !a.negated && !p.saidUntrue(tr.sentence, tr.head) {
			return
		}
	}
	if acts == 0 {
		return
	}
	a.kind = dateline.KindDenial
	if s, ok := p.ownPart(a); ok {
		a.partDenied = true
		if len(a.stances) == 0 {
			a.stances = append(a.stances, s)
		}
	}
}

// deniesTold gives a denial to the account of the same report that it denies,
// and says whether there is one.
func (p *pass) deniesTold(joined []*account, a *account) bool {
	a.kind = dateline.KindIncident
	told := p.antecedent(joined, a)
	a.kind = dateline.KindDenial
	if told == nil {
		return false
	}
	told.stances = append(told.stances, a.stances...)
	if !a.partDenied {
		told.denials = append(told.denials, a.triggers[0])
	}
	for _, s := range a.sentences {
		told.cite(s)
	}
	return true
}

// ownPart is the stance of a speaker who denies that it or its own did it.
func (p *pass) ownPart(a *account) (stance, bool) {
	tr := a.triggers[0]
	t := p.trees[tr.sentence]
	for _, f := range p.framesOf(tr.sentence) {
		if f.modality != dateline.Denied || tr.head < f.from || tr.head >= f.to || f.speaker.Span == nil {
			continue
		}
		if !p.speaksOfOwn(t, tr, a, f.speaker) {
			return stance{}, false
		}
		cue := tokenAt(t, f.speaker.Span.Start)
		for k := cue; k < len(t.Tokens) && t.Tokens[k].Text != f.speaker.Verb; k++ {
			cue = k + 1
		}
		return stance{kind: dateline.StanceDenied, sentence: tr.sentence, cue: min(cue, len(t.Tokens)-1), width: 1,
			actor: p.argument(t, tr.sentence, tokenAt(t, f.speaker.Span.End-1))}, true
	}
	return stance{}, false
}

// speaksOfOwn: those said not to have done it are the speaker, its own ("its
// border guard", "they"), or of its country.
func (p *pass) speaksOfOwn(t *tree, tr located, a *account, speaker dateline.Speaker) bool {
	if subject, _ := t.subject(tr.head); subject >= 0 {
		if t.lex.Is(lexicon.Pronoun, t.lemmaAt(subject)) || t.rel(tr.head, "xcomp") {
			return true
		}
		if c := t.child(subject, "nmod:poss"); c >= 0 && (t.lex.Is(lexicon.Possessive, t.lemmaAt(c)) || t.lex.Is(lexicon.Possessive, lower(t.Tokens[c].Text))) {
			return true
		}
	}
	for _, arg := range a.perps {
		for _, x := range arg.actors {
			if x.Ref.Actor != "" && (x.Ref.Actor == speaker.Actor || x.Ref.Actor == p.actorOf(tr.sentence, speaker)) {
				return true
			}
		}
	}
	return false
}

// actorOf is the actor that the words of a speaker name.
func (p *pass) actorOf(sentence int, s dateline.Speaker) dateline.ID {
	for _, x := range p.actors[sentence] {
		if s.Span.Start <= x.Start && x.End <= s.Span.End && x.Ref.Actor != "" {
			return x.Ref.Actor
		}
	}
	return ""
}
