package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file keeps day and place of what followed violence, of trials above all, from the
// account of the violence (DAT-10, PLC-8).

// ofFollowUp: the place at token k is that of a court, of an arrest, a trial or what else
// followed, or of what came before by years: "a judge in MARVESK sentenced two men for the
// killing", "a decade after he had left for ORVANE".
func (p *pass) ofFollowUp(t *tree, x Place, k int, a *account) bool {
	if t.besideTrigger(k, []*account{a}) || a.inClause(t, k) {
		return false
	}
	verb := t.clause(k)
	return p.courtroom(t.Index, x) || t.isVerb(verb) && !a.governs(t, verb) && (t.tellsWhere(verb, k) && p.followsUp(t, verb) || p.triedUnder(t, k, a)) || t.toCome(k, a) || t.inLongAfter(k, a)
}

// tellsWhere: the place at token k is that of the verb before it or of its subject, and opens no
// sentence, "IN ORVANE, meanwhile, a man".
func (t *tree) tellsWhere(verb, k int) bool {
	s, _ := t.subject(verb)
	return k > verb || s >= 0 && t.under(k, s)
}

// governs: the token hangs below a trigger of the account.
func (a *account) governs(t *tree, i int) bool {
	return slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.sentence == t.Index && t.under(i, tr.head) })
}

// courtroom: the place is a court, or stands in the name of one.
func (p *pass) courtroom(sentence int, x Place) bool {
	return slices.ContainsFunc(p.places[sentence], func(y Place) bool {
		return y.Start <= x.Start && x.End <= y.End && p.lex.Is(lexicon.Court, lower(lastWord(y.Text)))
	})
}

// inLongAfter: the token stands in a clause that something is counted from by days or years
// and that tells nothing of the account: "three years after he WAS FREED and flown to Orvane".
func (t *tree) inLongAfter(k int, a *account) bool {
	for steps := 0; k >= 0 && !a.holds(k) && steps < len(t.Tokens); k, steps = t.Tokens[k].Head, steps+1 {
		if t.isVerb(k) && t.rel(k, "advcl") && t.countsLong(t.child(k, "mark")) {
			return !slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.sentence == t.Index && t.under(tr.head, k) })
		}
	}
	return false
}

// toCome: the time at token k is of what will be, "NEXT YEAR's race will have more guards
// after the bombing", and of no account of what was.
func (t *tree) toCome(k int, a *account) bool {
	verb := t.clause(k)
	return t.isVerb(verb) && !a.holds(verb) && a.temporal == dateline.Past &&
		slices.ContainsFunc(t.all(verb, "aux"), func(c int) bool { return t.lemmaAt(c) == "will" })
}

// triedUnder: what stands at token k is of a judgment, and the account is only what that was
// about: "the minister on MONDAY welcomed the acquittal of those charged with the killing".
func (p *pass) triedUnder(t *tree, k int, a *account) bool {
	verb := t.clause(k)
	if !t.isVerb(verb) || a.holds(verb) {
		return false
	}
	return !slices.ContainsFunc(a.triggers, func(tr located) bool {
		return tr.sentence != t.Index || !t.judgedBetween(k, tr.head) && !t.underCourt(tr.head, verb)
	})
}

// judgedBetween: what a court finds is said between two tokens.
func (t *tree) judgedBetween(k, i int) bool {
	return k < i && slices.ContainsFunc(t.Tokens[k:i], func(w dateline.Token) bool {
		return t.lex.Is(lexicon.Judgment, w.Lemma) || t.lex.Is(lexicon.Judges, w.Lemma)
	})
}

// underCourt: on the way up from token i to a verb stands a word of courts.
func (t *tree) underCourt(i, verb int) bool {
	court := false
	for steps := 0; i >= 0 && i != verb && steps < len(t.Tokens); i, steps = t.Tokens[i].Head, steps+1 {
		court = court || t.lex.Is(lexicon.Prosecution, t.lemmaAt(i)) || t.lex.Is(lexicon.Judgment, t.lemmaAt(i))
	}
	return court && i == verb
}
