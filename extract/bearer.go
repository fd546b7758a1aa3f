package extract

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file finds the people whom a word of harm is told of.

// bearer is the person of whom the word at i is said: the subject of the clause
// it completes, or the noun that it stands beside; -1 if there is none.
func (p *pass) bearer(t *tree, sentence, i int) int {
	if who := t.modified(i); who > i && t.rel(who, "obj") && t.lex.Is(lexicon.Finds, t.lemmaAt(t.Tokens[who].Head)) && p.patient(t, sentence, who) {
		return who // "located a DECEASED man"
	}
	for v, steps := i, 0; v >= 0 && steps < 5; v, steps = t.Tokens[v].Head, steps+1 {
		for _, rel := range []string{"obj", "nsubj:pass", "nsubj"} {
			c := t.child(v, rel)
			if c == i || c < 0 || c > i || rel == "obj" && v == i {
				continue
			}
			if k := p.personBehind(t, sentence, c); k >= 0 {
				return k
			}
		}
		if s := t.someBefore(v); t.isVerb(v) && s >= 0 && s < i {
			return s
		}
		if v != i && p.patient(t, sentence, v) && v < i {
			return v
		}
		if t.rel(v, "acl", "acl:relcl") && t.Tokens[v].Head >= 0 && p.patient(t, sentence, t.Tokens[v].Head) {
			return t.Tokens[v].Head
		}
	}
	for k := i - 1; k >= max(0, i-12); k-- {
		if p.patient(t, sentence, k) {
			return k
		}
		if t.Tokens[k].Text == ";" {
			return -1
		}
	}
	return -1
}

// personBehind is the person that a subject or object means: itself, or the
// head that its relative pronoun stands for.
func (p *pass) personBehind(t *tree, sentence, c int) int {
	if c = t.behind(c); p.patient(t, sentence, c) {
		return c
	}
	return -1
}

// modified is the noun that the adjective at i stands before, over other adjectives: "a
// DECEASED white man"; -1 without one.
func (t *tree) modified(i int) int {
	for v, steps := i, 0; v >= 0 && steps < 3; v, steps = t.Tokens[v].Head, steps+1 {
		if !t.rel(v, "amod") {
			if v == i {
				return -1
			}
			return v
		}
	}
	return -1
}

// patient: a person who can be hurt, or a number that stands for people.
func (p *pass) patient(t *tree, sentence, k int) bool {
	tok := t.Tokens[k]
	switch {
	case t.lex.Is(lexicon.NoPatient, tok.Lemma):
		return tok.Lemma == "member" && t.child(k, "nummod") >= 0 // "left two members of the group dead"
	case p.personAt(t, sentence, k):
		return true
	case isThirdPerson(tok), p.looksNamed(t, sentence, k):
		return true
	case (t.lex.Is(lexicon.OtherPerson, tok.Lemma) || lexicon.Ordinal(tok.Lemma) > 1) && t.isNoun(k) && (!isPlural(tok) || t.child(k, "nummod") >= 0) && t.rel(k, "nsubj", "nsubj:pass"):
		return true // "a THIRD is in hospital", "two OTHERS sustained injuries"
	}
	if _, ok := p.counts.Read(t.Tokens, k); ok && tok.POS == "NUM" && t.rel(k, "nsubj", "nsubj:pass", "obj") && !inTime(p.times[sentence], tok.Start) {
		return true
	}
	return p.lex.Nouns[tok.Lemma].Person && t.isNoun(k) && !t.rel(k, "compound", "nmod:poss")
}

// isThirdPerson: "he", "she", "him", "her" (not "her injuries").
func isThirdPerson(tok dateline.Token) bool {
	switch lower(tok.Text) {
	case "he", "she", "him", "her":
		return tok.Tag != "PRP$"
	}
	return false
}

// initials: "STMW", "abc7" are outlets and bodies, no surnames.
func initials(s string) bool {
	return len(s) > 2 && strings.ToUpper(s) == s || strings.ContainsAny(s, "0123456789@.")
}

// looksNamed: a proper noun in the place of a person that no table knows is a
// surname.
func (p *pass) looksNamed(t *tree, sentence, k int) bool {
	tok := t.Tokens[k]
	return tok.POS == "PROPN" && !initials(tok.Text) && t.rel(k, "nsubj", "nsubj:pass", "obj") && p.actorAt(t, sentence, k) == nil && p.placeAt(t, sentence, k) == nil &&
		!inTime(p.times[sentence], tok.Start) && t.child(k, "det") < 0 && !isPlural(tok) && !p.lex.Nouns[tok.Lemma].Thing
}

// surname: the token is a name that no list has, and the report gives it in full
// elsewhere, behind another name: "Arbery" of "Ahmaud Arbery".
func (p *pass) surname(t *tree, sentence, k int) bool {
	tok := t.Tokens[k]
	if tok.POS != "PROPN" || t.child(k, "det") >= 0 || p.actorAt(t, sentence, k) != nil || p.placeAt(t, sentence, k) != nil || p.commonNoun(tok.Lemma) {
		return false
	}
	for _, other := range p.trees {
		for i := 1; i < len(other.Tokens); i++ {
			if before := other.Tokens[i-1]; other.Tokens[i].Text == tok.Text && before.POS == "PROPN" && other.Tokens[i].POS == "PROPN" && !p.commonNoun(before.Lemma) && before.Text != tok.Text {
				return true
			}
		}
	}
	return false
}

// commonNoun: the lexicon has the word as a noun or as what tells of violence.
func (p *pass) commonNoun(lemma string) bool {
	_, noun := p.lex.Nouns[lower(lemma)]
	return noun || p.lex.Is(lexicon.Doer, lower(lemma)) || p.lex.HarmNoun[lower(lemma)] != ""
}
