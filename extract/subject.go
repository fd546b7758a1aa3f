package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends the subjects of passives. News puts the number first and the
// verb last, with lists and asides between ("Six members of one family,
// including four children, were killed"), and a greedy parser loses the one
// before it meets the other.

// ranges makes one phrase of "between four and five members": both numbers hang
// on the noun, and the noun on what the first of them hung on.
func (r *Reader) ranges(tokens []dateline.Token) {
	for i := range tokens {
		if l := tokens[i].Lemma; l != "between" && l != "from" && l != "at" {
			continue
		}
		noun := r.rangeNoun(tokens, i)
		if noun < 0 {
			continue
		}
		if h := tokens[noun].Head; h >= i && h < noun {
			tokens[noun].Head, tokens[noun].Rel = outside(tokens, i, noun)
		} else if i > 0 && tokens[i-1].POS == "VERB" && !above(tokens, noun, i-1) {
			tokens[noun].Head, tokens[noun].Rel = i-1, "obj" // "killed between four and five people"
		}
		for k := range tokens {
			if inside := tokens[k].Head >= i && tokens[k].Head < noun; inside && (k < i || k > noun) {
				tokens[k].Head = noun
			}
		}
		below(tokens, i, noun)
	}
}

// rangeNoun is the noun that the range beginning at token i counts, or -1.
func (r *Reader) rangeNoun(tokens []dateline.Token, i int) int {
	c, ok := r.counts.Read(tokens, i)
	if !ok || c.Count.Qualifier != dateline.Between {
		return -1
	}
	for k := c.End; k < min(c.End+3, len(tokens)); k++ {
		switch {
		case tokens[k].POS == "NOUN" && (k+1 >= len(tokens) || tokens[k+1].POS != "NOUN"):
			return k
		case tokens[k].POS != "ADJ" && tokens[k].POS != "NOUN":
			return -1
		}
	}
	return -1
}

// outside is the first arc that leaves tokens [from,to) upwards, other than to
// the noun at to.
func outside(tokens []dateline.Token, from, to int) (head int, rel string) {
	for k := from; k < to; k++ {
		if h := tokens[k].Head; h < from || h > to {
			return h, tokens[k].Rel
		}
	}
	return -1, "root"
}

// below hangs the words of a range on its noun. Where the range had been the
// root, the verb that the noun belongs to becomes it.
func below(tokens []dateline.Token, from, noun int) {
	for k := from; k < noun; k++ {
		if tokens[k].Head < 0 && tokens[noun].Head >= 0 {
			v := tokens[noun].Head
			tokens[v].Head, tokens[v].Rel = -1, "root"
		}
		rel := tokens[k].Rel
		switch tokens[k].POS {
		case "NUM", "NOUN":
			rel = "nummod"
		case "ADP", "CCONJ", "PART":
			rel = "advmod"
		}
		tokens[k].Head, tokens[k].Rel = noun, rel
	}
}

// countedSubject gives a passive of harm the number of people that its clause
// opens with, if the parser gave it none: "six members of …, were killed", "and
// up to ten others were injured".
func (r *Reader) countedSubject(tokens []dateline.Token, verb int) {
	if _, ok := participles[lower(tokens[verb].Text)]; !ok || tokens[verb].POS != "VERB" {
		return
	}
	be := auxiliary(tokens, verb)
	if be < 1 {
		return
	}
	end := r.beforeAside(tokens, be)
	noun := r.firstCounted(tokens, end)
	if noun < 0 || r.hasNumbered(tokens, verb, end) {
		return
	}
	if conjoined(tokens, noun) && !hasCase(tokens, tokens[noun].Head) { // not "on SUNDAY, six people"
		return
	}
	for k := range tokens {
		switch subject := tokens[k].Head == verb && tokens[k].Rel == "nsubj:pass"; {
		case subject && k < noun && !joinedByAnd(tokens, k, noun):
			tokens[k].Rel = "dep"
		case subject && k > end && end < be:
			tokens[k].Head, tokens[k].Rel = noun, "nmod" // the last of "including two women and a man"
		}
	}
	if above(tokens, noun, verb) {
		tokens[verb].Head, tokens[verb].Rel = tokens[noun].Head, "conj"
		if tokens[verb].Head < 0 {
			tokens[verb].Rel = "root"
		}
	}
	tokens[noun].Head, tokens[noun].Rel = verb, "nsubj:pass"
}

// conjoined: the noun is a later member of a list.
func conjoined(tokens []dateline.Token, noun int) bool {
	h := tokens[noun].Head
	return tokens[noun].Rel == "conj" && h >= 0 && h < noun && nounish(tokens[h])
}

// auxiliary is the form of "be" before a verb, with nothing but adverbs and
// other auxiliaries between, or -1.
func auxiliary(tokens []dateline.Token, verb int) int {
	be := -1
	for k := verb - 1; k >= 0 && (tokens[k].POS == "AUX" || tokens[k].POS == "ADV"); k-- {
		if tokens[k].POS == "AUX" {
			be = k
		}
	}
	return be
}

// beforeAside is the end of the subject before token be: an aside between
// commas, "most of them women", is left out, and a list that "including" opens,
// whatever its commas.
func (r *Reader) beforeAside(tokens []dateline.Token, be int) int {
	end, set := be, slices.Contains([]string{",", "–", "—"}, tokens[be-1].Text)
	for k := be - 2; k > 0; k-- {
		switch behind := tokens[k-1].POS == "PUNCT"; {
		case tokens[k].Tag == "VBD" && !relative(tokens, k) || tokens[k].Text == ";" || end == be && opensClause(tokens[k]):
			return end
		case lower(tokens[k].Text) == "including" && behind:
			return k - 1
		case lower(tokens[k].Text) == "including" && nounish(tokens[k-1]):
			return k
		case set && end == be && tokens[k].POS == "PUNCT" && r.lex.Is(lexicon.OpensAside, tokens[k+1].Lemma) && !r.endsDate(tokens[k-1]):
			end = k
		}
	}
	return end
}

// opensClause: the word begins a clause, of time or condition too: "AFTER a clerk was
// shot".
func opensClause(t dateline.Token) bool { return t.POS == "SCONJ" || t.Rel == "mark" }

// endsDate: the word before a comma may end a date, which no aside follows: "on
// TUESDAY, at least two people".
func (r *Reader) endsDate(t dateline.Token) bool {
	return t.POS == "NUM" || r.lex.Is(lexicon.BareTime, t.Lemma)
}

// relative: the verb at k is that of a relative clause, "one of WHOM was pregnant".
func relative(tokens []dateline.Token, k int) bool {
	for i := k - 1; i >= max(0, k-4) && tokens[i].POS != "AUX" && tokens[i].POS != "VERB"; i-- {
		if tokens[i].Tag == "WP" || tokens[i].Tag == "WDT" {
			return true
		}
	}
	return false
}

// firstCounted is the noun of the first number of people in the clause that
// ends before token end, -1 if there is none.
func (r *Reader) firstCounted(tokens []dateline.Token, end int) int {
	for k := clauseStart(tokens, end); k < end; k++ {
		c, ok := r.counts.Read(tokens, k)
		if !ok {
			continue
		}
		if r.someOfPeople(tokens, c.End, end) {
			return c.End - 1
		}
		for n := c.End; n < min(c.End+4, end); n++ {
			if r.lex.Nouns[tokens[n].Lemma].Person && (tokens[n].POS == "NOUN" || tokens[n].Lemma == "other") && !(n+1 < end && tokens[n+1].POS == "NOUN") { // "police OFFICERS"
				return n
			}
			if tokens[n].POS != "ADJ" && tokens[n].POS != "NOUN" && tokens[n].POS != "PROPN" && tokens[n].POS != "VERB" {
				break
			}
		}
	}
	return -1
}

// someOfPeople: "of his ESCORTS" follows at token from.
func (r *Reader) someOfPeople(tokens []dateline.Token, from, end int) bool {
	if from+1 >= end || tokens[from].Lemma != "of" || tokens[from+1].POS != "DET" && tokens[from+1].Tag != "PRP$" {
		return false
	}
	return slices.ContainsFunc(tokens[from+2:min(from+5, end)], func(t dateline.Token) bool { return r.lex.Nouns[t.Lemma].Person && isPlural(t) })
}

// clauseStart is where the clause that ends before token end may begin: after
// the last finite verb, conjunction or semicolon before it.
func clauseStart(tokens []dateline.Token, end int) int {
	for k := end - 1; k >= 0; k-- {
		switch t := tokens[k]; {
		case t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD" || t.POS == "AUX":
			return k + 1
		case opensClause(t) || t.Text == ";" || t.Text == ":" || t.Tag == "WP" || t.Tag == "WDT":
			return k + 1
		case t.POS == "CCONJ" && passiveBefore(tokens, k):
			return k + 1
		}
	}
	return 0
}

// passiveBefore: the word before a conjunction at k is a participle, so that a
// new clause may follow: "were killed and ten others".
func passiveBefore(tokens []dateline.Token, k int) bool {
	return k > 0 && (tokens[k-1].Tag == "VBN" || participles[lower(tokens[k-1].Text)] != "")
}

// hasNumbered: the verb has a subject already that begins with a number before
// token end.
func (r *Reader) hasNumbered(tokens []dateline.Token, verb, end int) bool {
	return slices.ContainsFunc(tokens[:end], func(t dateline.Token) bool {
		if t.Rel != "nummod" && t.POS != "NUM" || t.Head < 0 {
			return false
		}
		noun := t
		if t.Rel == "nummod" {
			noun = tokens[t.Head]
		}
		return noun.Head == verb && (noun.Rel == "nsubj:pass" || noun.Rel == "nsubj")
	})
}

// someOfThem: "two of them seriously" after the verb tells of some of its subject,
// "Four people were wounded, TWO OF THEM seriously", and is none.
func someOfThem(tokens []dateline.Token, i int) {
	verb := tokens[i].Head
	if tokens[i].POS != "NUM" || verb < 0 || verb > i || tokens[i].Rel != "nsubj" && tokens[i].Rel != "nsubj:pass" || i+2 >= len(tokens) || tokens[i+1].Lemma != "of" {
		return
	}
	if t := lower(tokens[i+2].Text); t != "them" && t != "whom" {
		return
	}
	for k := range tokens[:verb] {
		if tokens[k].Head == verb && (tokens[k].Rel == "nsubj" || tokens[k].Rel == "nsubj:pass") {
			tokens[i].Rel = "dep"
		}
	}
}

// ofWhom: the number before "of whom" is the subject of the verb behind it: "six people
// were shot, TWO of whom have died".
func ofWhom(tokens []dateline.Token, i int) {
	if tokens[i].POS != "NUM" || i+3 >= len(tokens) || tokens[i+1].Lemma != "of" || lower(tokens[i+2].Text) != "whom" {
		return
	}
	verb := i + 3
	for verb < len(tokens)-1 && (tokens[verb].POS == "AUX" || tokens[verb].POS == "ADV") {
		verb++
	}
	if tokens[verb].POS != "VERB" {
		return
	}
	raise(tokens, verb, i)
	tokens[i].Rel = "nsubj"
	for k := range tokens[:verb] {
		switch {
		case k != i && tokens[k].Head == verb && k > i+2 && tokens[k].Lemma == "be":
			tokens[i].Rel = "nsubj:pass"
		case k < i && tokens[k].Head == verb && (tokens[k].Rel == "nsubj" || tokens[k].Rel == "nsubj:pass"):
			tokens[k].Rel = "dep"
		}
	}
	tokens[i+1].Head, tokens[i+1].Rel = i+2, "case"
	tokens[i+2].Head, tokens[i+2].Rel = i, "nmod"
}
