package extract

import (
	"slices"

	"github.com/opendateline/dateline"
)

// repair mends arcs that a greedy parser gets wrong in news: adjectives that
// took the place of their noun, bare nominals hung as obliques, and headlines
// and clipped clauses whose verb was taken for a participle. It works on a copy
// of the tokens; the document stays as parsed.
func repair(tokens []dateline.Token) []dateline.Token {
	tokens = slices.Clone(tokens)
	for i := range tokens {
		liftNoun(tokens, i)
	}
	promoteVerb(tokens)
	for i := range tokens {
		bareOblique(tokens, i)
	}
	return tokens
}

// liftNoun: in "on the Russian and Pakistani embassies" the noun, not its first
// adjective, is what the preposition takes.
func liftNoun(tokens []dateline.Token, i int) {
	adj := tokens[i]
	if adj.POS != "ADJ" || !nominal(adj.Rel) || adj.Rel == "conj" && adj.Head >= 0 && tokens[adj.Head].POS == "ADJ" {
		return
	}
	j := i + 1
	for j < len(tokens) && (tokens[j].POS == "ADJ" || tokens[j].POS == "CCONJ" || tokens[j].Text == ",") {
		j++
	}
	if j == i+1 && (j >= len(tokens) || tokens[j].Head == i) || j >= len(tokens) || tokens[j].POS != "NOUN" && tokens[j].POS != "PROPN" || adj.Head == j {
		return
	}
	tokens[j].Head, tokens[j].Rel = adj.Head, adj.Rel
	tokens[i].Head, tokens[i].Rel = j, "amod"
	for k := range tokens {
		if tokens[k].Head == i && (tokens[k].Rel == "case" || tokens[k].Rel == "det") {
			tokens[k].Head = j
		}
	}
}

func nominal(rel string) bool {
	switch rel {
	case "obl", "nmod", "obj", "nsubj", "nsubj:pass", "conj":
		return true
	}
	return false
}

// promoteVerb: a sentence whose root is a noun with a participle after it, and
// that has no finite verb, is a clause: "armed men attacked the post".
func promoteVerb(tokens []dateline.Token) {
	root := slices.IndexFunc(tokens, func(t dateline.Token) bool { return t.Head < 0 })
	if root < 0 || tokens[root].POS != "NOUN" && tokens[root].POS != "PROPN" {
		return
	}
	verb := -1
	for i, t := range tokens {
		if t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD" || t.Tag == "VBD" && t.Head != root {
			return
		}
		if verb < 0 && t.Head == root && t.Rel == "acl" && (t.Tag == "VBN" || t.Tag == "VBD") && i > root {
			verb = i
		}
	}
	if verb < 0 || passiveParticiple(tokens, verb) {
		return
	}
	tokens[verb].Head, tokens[verb].Rel, tokens[verb].Tag = -1, "root", "VBD"
	tokens[root].Head, tokens[root].Rel = verb, "nsubj"
}

// passiveParticiple: "a man killed by gunmen", "two people wounded in a blast"
// keep their noun as head: an agent follows, or nothing to act on.
func passiveParticiple(tokens []dateline.Token, verb int) bool {
	for k := verb + 1; k < len(tokens); k++ {
		if tokens[k].Head != verb {
			continue
		}
		if tokens[k].Rel == "obl:agent" {
			return true
		}
	}
	for k := verb + 1; k < len(tokens); k++ {
		if tokens[k].Head == verb && (tokens[k].Rel == "obj" || tokens[k].Rel == "obl" && !hasCase(tokens, k)) {
			return false
		}
	}
	return !followedByNominal(tokens, verb)
}

// followedByNominal: a determiner or noun without a preposition comes in the
// clause after the verb.
func followedByNominal(tokens []dateline.Token, verb int) bool {
	for k := verb + 1; k < len(tokens) && k < verb+8; k++ {
		if tokens[k].POS == "DET" && (k == 0 || tokens[k-1].POS != "ADP") {
			return true
		}
		if tokens[k].Text == "," || tokens[k].POS == "CCONJ" {
			return false
		}
	}
	return false
}

func hasCase(tokens []dateline.Token, i int) bool {
	for _, t := range tokens {
		if t.Head == i && (t.Rel == "case" || t.Rel == "mark") {
			return true
		}
	}
	return false
}

// bareOblique: a nominal of a verb without a preposition is its subject before
// the verb, its object after it.
func bareOblique(tokens []dateline.Token, i int) {
	t := tokens[i]
	if t.Rel != "obl" || t.Head < 0 || tokens[t.Head].POS != "VERB" || t.POS != "NOUN" && t.POS != "PROPN" && t.POS != "PRON" || hasCase(tokens, i) || timeNoun[t.Lemma] {
		return
	}
	has := func(rels ...string) bool {
		return slices.ContainsFunc(tokens, func(o dateline.Token) bool { return o.Head == t.Head && slices.Contains(rels, o.Rel) })
	}
	switch {
	case i < t.Head && !has("nsubj", "nsubj:pass", "csubj"):
		tokens[i].Rel = "nsubj"
	case i > t.Head && !has("obj", "nsubj:pass"):
		tokens[i].Rel = "obj"
	}
}

// timeNoun are nouns that stand bare as times.
var timeNoun = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow", "night", "morning", "evening",
	"afternoon", "day", "week", "month", "year", "time", "hour", "minute", "january", "february", "march", "april", "may", "june", "july", "august",
	"september", "october", "november", "december", "midnight", "noon", "weekend", "spring", "summer", "fall", "winter", "autumn", "dawn", "p.m.", "a.m.", "today", "5th")
