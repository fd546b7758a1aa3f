package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends subjects that a greedy parser took for something else before it
// met their verb: part of a compound, or the noun behind a preposition.

// compoundSubject: of two subjects of a verb that stand side by side the first only
// says what the second is: "a VILLAGE chief was killed".
func compoundSubject(tokens []dateline.Token, i int) {
	if i+1 >= len(tokens) || !nounish(tokens[i]) || !nounish(tokens[i+1]) || tokens[i].Head < 0 || tokens[i].Head != tokens[i+1].Head || tokens[i].Rel != tokens[i+1].Rel {
		return
	}
	if tokens[i].Rel != "nsubj" && tokens[i].Rel != "nsubj:pass" {
		return
	}
	handOver(tokens, i, i+1)
	tokens[i].Head, tokens[i].Rel = i+1, "compound"
}

// clauseSubject: what stands between a conjunction and a finite verb without a
// subject is that subject, where the conjunction was taken for a preposition: "an
// investigation after A TEENAGER was stabbed".
func (r *Reader) clauseSubject(tokens []dateline.Token, verb int) {
	if tokens[verb].POS != "VERB" || has(tokens, verb, "nsubj") || has(tokens, verb, "nsubj:pass") || has(tokens, verb, "csubj") {
		return
	}
	be := auxiliary(tokens, verb)
	if be < 0 && tokens[verb].Tag != "VBD" {
		return
	}
	last := verb - 1
	if be >= 0 {
		last = be - 1
	}
	for last > 0 && tokens[last].POS == "ADV" {
		last--
	}
	who, conjunction := r.opening(tokens, last)
	if who < 0 {
		return
	}
	if above(tokens, who, verb) {
		tokens[verb].Head, tokens[verb].Rel = tokens[who].Head, "advcl"
	}
	subjectOf(tokens, who, verb)
	tokens[conjunction].Head, tokens[conjunction].Rel = verb, "mark"
}

// opening is the noun that ends at token last, or the one that it belongs to, with
// the conjunction that opens a clause with it and hangs on it as a preposition; -1
// if there is none.
func (r *Reader) opening(tokens []dateline.Token, last int) (who, conjunction int) {
	for who, steps := last, 0; who > 0 && steps < 4 && nounish(tokens[who]) && (tokens[who].Rel == "nmod" || tokens[who].Rel == "obl"); who, steps = tokens[who].Head, steps+1 {
		k := slices.IndexFunc(tokens[:who], func(t dateline.Token) bool { return t.Head == who && t.Rel == "case" })
		if k >= 0 && r.lex.Is(lexicon.OpensClause, tokens[k].Lemma) {
			return who, k
		}
		if tokens[who].Head > who {
			break
		}
	}
	return -1, -1
}

// overParticiple: behind a participle that says more of a noun, a passive without a
// subject that was hung on it has the noun for one: "three bodies SHOWING signs of
// torture were left".
func overParticiple(tokens []dateline.Token, i int) {
	p := tokens[i].Head
	if tokens[i].Tag != "VBN" || p < 1 || p > i || tokens[p].Rel != "acl" || !has(tokens, i, "aux:pass") || has(tokens, i, "mark") || has(tokens, i, "nsubj") {
		return
	}
	second := slices.IndexFunc(tokens, func(t dateline.Token) bool { return t.Head == i && t.Rel == "nsubj:pass" })
	who := tokens[p].Head
	if who < 0 || who > p || !nounish(tokens[who]) || slices.ContainsFunc(tokens[p:i], func(t dateline.Token) bool { return t.Tag == "WP" || t.Tag == "WDT" || t.Tag == "WRB" }) {
		return
	}
	if second >= 0 {
		if second < p || !slices.ContainsFunc(tokens[p:second], func(t dateline.Token) bool { return t.Lemma == "and" }) {
			return
		}
		tokens[second].Head, tokens[second].Rel = who, "conj" // "a worker IDENTIFIED as Juan and a teenager were injured"
	}
	tokens[i].Head, tokens[i].Rel = tokens[who].Head, tokens[who].Rel
	tokens[who].Head, tokens[who].Rel = i, "nsubj:pass"
}

// reduced: of two verbs with a noun before both, the participle with an agent says
// more of the noun, and the finite verb has it for a subject: "when a rocket FIRED by
// the Front hit their vehicle".
func reduced(tokens []dateline.Token, p int) {
	who := p - 1
	if p == 0 || tokens[p].Tag != "VBN" || !nounish(tokens[who]) || tokens[who].Head != p || has(tokens, p, "obj") || has(tokens, p, "aux:pass") || has(tokens, p, "aux") {
		return
	}
	v := slices.IndexFunc(tokens[p+1:], func(t dateline.Token) bool { return t.POS == "VERB" || t.POS == "PUNCT" || t.POS == "CCONJ" })
	if v < 0 {
		return
	}
	if v += p + 1; tokens[v].Tag != "VBD" || !(tokens[v].Head == p || has(tokens, p, "obl:agent") && tokens[v].Head == tokens[p].Head) || has(tokens, v, "nsubj") || has(tokens, v, "nsubj:pass") || has(tokens, v, "aux:pass") {
		return
	}
	if tokens[v].Head == p {
		tokens[v].Head, tokens[v].Rel = tokens[p].Head, tokens[p].Rel
	}
	for k := range tokens[:who] {
		if tokens[k].Head == p {
			tokens[k].Head = v
		}
	}
	tokens[who].Head, tokens[who].Rel = v, "nsubj"
	tokens[p].Head, tokens[p].Rel = who, "acl"
}

// lastOfPhrase: a noun without a preposition right behind one that has it is the head
// of the phrase: "by Papuan REBELS".
func (r *Reader) lastOfPhrase(tokens []dateline.Token, i int) {
	j := i + 1
	if j >= len(tokens) || !nounish(tokens[i]) || tokens[j].POS != "NOUN" || tokens[i].Head < 0 || tokens[i].Head >= i || tokens[j].Head != tokens[i].Head || !hasCase(tokens, i) || hasCase(tokens, j) || r.lex.Is(lexicon.BareTime, tokens[j].Lemma) {
		return
	}
	if tokens[i].Rel != "obl" && tokens[i].Rel != "obl:agent" || tokens[j].Rel != "obl" && tokens[j].Rel != "obl:unmarked" {
		return
	}
	tokens[j].Rel = tokens[i].Rel
	handOver(tokens, i, j)
	tokens[i].Head, tokens[i].Rel = j, "compound"
}

// harmBeforeNumber: a participle of harm before a number is no adjective but the verb
// of the sentence, where its subject was given to a participle before it: "a barrage
// fired at the town on Monday INJURED two people".
func (r *Reader) harmBeforeNumber(tokens []dateline.Token, i int) {
	base, ok := participles[lower(tokens[i].Text)]
	who := tokens[i].Head
	if !ok || i == 0 || tokens[i].Rel != "amod" || i+1 >= len(tokens) || who <= i || tokens[i-1].POS == "DET" || tokens[i-1].POS == "NUM" {
		return
	}
	if c, ok := r.counts.Read(tokens, i+1); !ok || c.End > who || !nounish(tokens[who]) {
		return
	}
	p := tokens[who].Head
	if p < 0 || p > i || tokens[p].Tag != "VBN" || has(tokens, p, "aux:pass") || has(tokens, p, "aux") {
		return
	}
	doer := tokens[p].Head
	if tokens[p].Rel != "acl" {
		doer = slices.IndexFunc(tokens[:p], func(t dateline.Token) bool { return t.Head == p && t.Rel == "nsubj" })
	}
	if doer < 0 || doer > p || !nounish(tokens[doer]) {
		return
	}
	up, rel := tokens[doer].Head, tokens[doer].Rel
	if up == p {
		up, rel = tokens[p].Head, tokens[p].Rel
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma, tokens[i].Head, tokens[i].Rel = "VERB", "VBD", base, up, rel
	tokens[p].Head, tokens[p].Rel = doer, "acl"
	tokens[doer].Head, tokens[doer].Rel = i, "nsubj"
	tokens[who].Head, tokens[who].Rel = i, "obj"
}

// afterAside: a passive without a subject has the bare noun before an aside between
// commas for one: "their BODIES, bearing bullet wounds, were found".
func afterAside(tokens []dateline.Token, i int) {
	be := auxiliary(tokens, i)
	if be < 2 || tokens[i].Tag != "VBN" || tokens[be-1].Text != "," || !has(tokens, i, "aux:pass") || has(tokens, i, "nsubj") || has(tokens, i, "nsubj:pass") {
		return
	}
	comma := be - 2
	for comma > 0 && tokens[comma].Text != "," && tokens[comma].Text != ";" {
		comma--
	}
	who := comma - 1
	if who < 0 || tokens[comma].Text != "," || !nounish(tokens[who]) || hasCase(tokens, who) || above(tokens, who, i) || !slices.Contains([]string{"obl", "obl:unmarked", "dep", "nmod", "conj", "parataxis"}, tokens[who].Rel) {
		return
	}
	tokens[who].Head, tokens[who].Rel = i, "nsubj:pass"
}

// openingNoun: a plural that opens a sentence is no name for its capital: "GANGS
// attacked the town".
func (r *Reader) openingNoun(tokens []dateline.Token) {
	if len(tokens) < 2 || tokens[0].POS != "PROPN" || tokens[1].POS == "PROPN" {
		return
	}
	one, plural := strings.CutSuffix(lower(tokens[0].Text), "s")
	if _, known := r.lex.Nouns[one]; plural && (known || r.lex.Is(lexicon.Doer, one)) {
		tokens[0].POS, tokens[0].Tag, tokens[0].Lemma = "NOUN", "NNS", one
	}
}

// whoShotDead: those who were shot dead are what was shot and not what "dead" has:
// "had shot dead FIVE MEMBERS".
func whoShotDead(tokens []dateline.Token, i int) {
	if i == 0 || lower(tokens[i].Text) != "dead" || tokens[i-1].Lemma != "shoot" || tokens[i].Head != i-1 || tokens[i].Rel != "obj" {
		return
	}
	tokens[i].Rel = "xcomp"
	for k := i + 1; k < len(tokens); k++ {
		if tokens[k].Head == i && (tokens[k].Rel == "obj" || tokens[k].Rel == "nmod") && !hasCase(tokens, k) {
			tokens[k].Head, tokens[k].Rel = i-1, "obj"
			return
		}
	}
}

// hitMen: "hit men" and a "hit squad" are people.
func hitMen(tokens []dateline.Token, i int) {
	if i+1 >= len(tokens) || lower(tokens[i].Text) != "hit" || tokens[i].Head == i+1 || !slices.Contains([]string{"man", "men", "squad", "team"}, tokens[i+1].Lemma) {
		return
	}
	j := i + 1
	tokens[j].Head, tokens[j].Rel = tokens[i].Head, "obl"
	if i > 0 && tokens[i-1].Lemma == "by" {
		tokens[j].Rel, tokens[i-1].POS, tokens[i-1].Rel = "obl:agent", "ADP", "case"
	}
	handOver(tokens, i, j)
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma, tokens[i].Head, tokens[i].Rel = "NOUN", "NN", "hit", j, "compound"
}

// bothNouns: two nouns with "and" and an article, possessive or number between are two
// and no compound: "A TOURIST and his guide were stabbed".
func bothNouns(tokens []dateline.Token, i int) {
	j := tokens[i].Head
	if j <= i || i+2 >= len(tokens) || !nounish(tokens[i]) || tokens[i].Rel != "compound" || tokens[i+1].Lemma != "and" || tokens[i+2].POS != "DET" && tokens[i+2].POS != "NUM" && tokens[i+2].Tag != "PRP$" {
		return
	}
	tokens[i].Head, tokens[i].Rel = tokens[j].Head, tokens[j].Rel
	tokens[j].Head, tokens[j].Rel = i, "conj"
	for k := range tokens[:i] {
		if tokens[k].Head == j {
			tokens[k].Head = i
		}
	}
}

// slugSubject: what stands before the colon that opens a text is no subject of the
// verb behind it, "KANDARA: A ranger was killed".
func slugSubject(tokens []dateline.Token) {
	colon := slices.IndexFunc(tokens[:min(len(tokens), 6)], func(t dateline.Token) bool { return t.Text == ":" })
	for i := range tokens[:max(colon, 0)] {
		if v := tokens[i].Head; v > colon && (tokens[i].Rel == "nsubj" || tokens[i].Rel == "nsubj:pass") {
			tokens[i].Rel = "dep"
		}
	}
}

// joinsSubject: a noun hung on the verb behind it as another clause is, with "and"
// between it and the subject, is a second subject: "two officers and five SUSPECTS died".
func joinsSubject(tokens []dateline.Token, i int) {
	v := tokens[i].Head
	if tokens[i].Rel != "conj" || v <= i || !nounish(tokens[i]) {
		return
	}
	for k := range tokens[:i] {
		if tokens[k].Head == v && (tokens[k].Rel == "nsubj" || tokens[k].Rel == "nsubj:pass") && joinedByAnd(tokens, k, i) {
			tokens[i].Head = k
			return
		}
	}
}

// noDative: nothing is killed or wounded to somebody: "killed ONE PERSON, wounded three".
func (r *Reader) noDative(tokens []dateline.Token, i int) {
	if v := tokens[i].Head; tokens[i].Rel == "iobj" && v >= 0 && r.lex.HarmVerb[tokens[v].Lemma] != "" {
		tokens[i].Rel = "obj"
	}
}

// inLaw gives the "law" of a mother-in-law, which is cut at its hyphens, the word that
// it ends.
func inLaw(tokens []dateline.Token, i int) {
	if i < 4 || lower(tokens[i].Text) != "law" || tokens[i-1].Text != "-" || lower(tokens[i-2].Text) != "in" || tokens[i-3].Text != "-" {
		return
	}
	tokens[i].Lemma = tokens[i-4].Lemma + "-in-law"
	for k := i - 4; k < i; k++ {
		if tokens[k].Head != i && tokens[k].Head < i-4 && tokens[k].Head >= 0 && tokens[i].Head >= i-4 && tokens[i].Head < i {
			tokens[i].Head, tokens[i].Rel = tokens[k].Head, tokens[k].Rel
		}
		tokens[k].Head, tokens[k].Rel = i, "compound"
	}
}

// shotVerb: a verb "shot" is the past of "shoot", whatever the tagger made of it.
func shotVerb(tokens []dateline.Token, i int) {
	if lower(tokens[i].Text) != "shot" || tokens[i].POS != "VERB" || tokens[i].Lemma == "shoot" {
		return
	}
	tokens[i].Lemma, tokens[i].Tag = "shoot", "VBD"
}
