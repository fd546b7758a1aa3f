package extract

import "github.com/opendateline/dateline/extract/lexicon"

// datesReaction: the time at token k is that of a ceremony in memory of the violence of the
// account, of what else people did about it, or of a court (DAT-14).
func (p *pass) datesReaction(t *tree, k int, a *account) bool {
	return p.remembered(t, k, a) || p.answered(t, k, a) || t.inSession(k)
}

// inSession: the time at token k is that on which a court sits or decides: "PLEADED guilty on
// Monday", or, in a sentence that opens with the trial, "The TRIAL of a man who shot two
// clerks STARTS on Monday".
func (t *tree) inSession(k int) bool {
	judge := t.clause(k)
	if t.isVerb(judge) && (t.hangsOn(k, judge) && t.lex.Is(lexicon.Judges, t.lemmaAt(judge)) || t.courtDoes(judge, k)) {
		return true
	}
	v := k - 1
	for v > 0 && (t.lemmaAt(v) == "on" || t.lemmaAt(v) == "next" || t.lemmaAt(v) == "late") {
		v--
	}
	if v <= 0 || !t.lex.Is(lexicon.Sits, t.lemmaAt(v)) {
		return false
	}
	for i := range t.Tokens[:min(v, 6)] {
		if t.isNoun(i) && t.lex.Is(lexicon.Following, t.lemmaAt(i)) {
			return true
		}
	}
	return false
}

// courtDoes: a court, a judge or a jury does what the verb says at the time of token k:
// "a JUDGE ordered ON MONDAY", "a judge ON MONDAY ordered".
func (t *tree) courtDoes(verb, k int) bool {
	s, passive := t.subject(verb)
	return s >= 0 && !passive && t.lex.Is(lexicon.Bench, t.lemmaAt(s)) && (t.Tokens[k].Head == s && k < verb || t.hangsOn(k, verb))
}

// hangsOn: the time at token k is of the verb, or of the adjective that completes it,
// "pleaded GUILTY on Monday".
func (t *tree) hangsOn(k, verb int) bool {
	h := t.Tokens[k].Head
	for i := verb + 1; i < k; i++ {
		if t.isVerb(i) {
			return false // "jailed for KILLING three people in June"
		}
	}
	return h == verb || h >= 0 && t.Tokens[h].POS == "ADJ" && t.Tokens[h].Head == verb
}

// answered: the time at token k is that of what people did about the violence of the
// account, and stands before the words that say so: "marched ON MONDAY to demand an
// inquiry into the killing", "boycotted courts ON THURSDAY over the shooting" (DAT-14).
func (p *pass) answered(t *tree, k int, a *account) bool {
	verb, told := t.clause(k), false
	if !t.isVerb(verb) || a.holds(verb) || t.besideTrigger(k, []*account{a}) {
		return false
	}
	for _, tr := range a.triggers {
		if tr.sentence != t.Index {
			continue
		}
		link := t.answerAbove(tr.head, verb)
		if link <= k {
			return false
		}
		told = true
	}
	return told
}

// answerAbove is the word between token i and a verb above it that makes an answer to it
// of what the verb tells, -1 without one.
func (t *tree) answerAbove(i, verb int) int {
	for steps := 0; i >= 0 && i != verb && steps < 8; i, steps = t.Tokens[i].Head, steps+1 {
		if steps > 0 && t.lex.Is(lexicon.Answers, t.lemmaAt(i)) {
			return i
		}
		if c := t.child(i, "case"); c > 0 && t.lex.Is(lexicon.Answers, t.lemmaAt(c-1)) {
			return c - 1 // "opened a DEBATE on the killing"
		}
		if m := t.marker(i); t.Tokens[i].Head == verb && t.isNoun(i) && (m == "over" || m == "about" || t.lex.Is(lexicon.Answers, t.lemmaAt(verb))) {
			from, _ := t.phrase(i)
			return from
		}
	}
	return -1
}
