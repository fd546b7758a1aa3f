package speech

import (
	"strconv"
	"unicode/utf8"

	"github.com/opendateline/dateline/extract/logit"
	"github.com/opendateline/dateline/extract/syntax"
)

// groupOf gives the groups of words that keep the same company in unlabelled
// news to which a word belongs: a word that was not learned from is like those
// of its group.
var groupOf = syntax.Grouping()

// groups are those of a word as parts of features.
type groups struct{ wide, narrow logit.Part }

// numbers are those of groups.
var numbers = func() (out [1024]logit.Part) {
	for i := range out {
		out[i] = logit.PartOf(strconv.Itoa(i))
	}
	return out
}()

func (t *tree) groups(i int) groups {
	if i < 0 || i >= len(t.tokens) {
		return groups{none, none}
	}
	wide, narrow := groupOf(t.tokens[i].Text)
	return groups{numbers[wide%len(numbers)], numbers[narrow%len(numbers)]}
}

var (
	group = logit.PartOf("group")
	none  = logit.PartOf("-")
	ends  = logit.PartOf("ends in")
	above = logit.PartOf("above")
	place = logit.PartOf("place")
	span  = logit.PartOf("sentence of")
	left  = logit.PartOf("from its end")
)

// grouped adds what the groups of a token and of the words around it say.
func (t *tree) grouped(i int) {
	f, tok, next, own := &t.sheet, t.part(i), t.part(i+1), t.groups(i)
	f.Add(tok.pos, group, own.narrow)
	f.Add(tok.pos, group, own.wide)
	f.Add(tok.pos, group, own.narrow, by, tok.rel)
	f.Add(tok.tag, group, own.narrow, then, next.pos)
	f.Add(tok.tag, group, own.narrow, then, next.lemma)
	for _, c := range t.children[i] {
		if t.tokens[c].Rel != "punct" {
			f.Add(tok.tag, group, own.narrow, has, t.parts[c].rel)
		}
	}
	if s := t.speaker(i); s >= 0 {
		of := t.groups(s)
		f.Add(subject, group, of.narrow)
		f.Add(subject, group, of.wide, tok.pos, tok.lemma)
		f.Add(subject, group, of.wide, tok.pos, group, own.narrow)
	}
	if h := t.tokens[i].Head; h >= 0 && h < len(t.tokens) {
		f.Add(head, group, t.groups(h).narrow, tok.rel)
	}
}

// speaker is the subject or possessor of a token, or -1.
func (t *tree) speaker(i int) int { return t.child(i, "nsubj", "nsubj:pass", "nmod:poss") }

// shape adds the ends of a word: nouns and verbs of speech are formed alike.
func (t *tree) shape(i int) {
	f, tok, lemma := &t.sheet, t.part(i), t.tokens[i].Lemma
	for n := 3; n <= 4 && n < len(lemma); n++ {
		if at := len(lemma) - n; utf8.RuneStart(lemma[at]) {
			f.Add(tok.pos, ends, logit.PartOf(lemma[at:]))
		}
	}
	if len(lemma) > 4 && utf8.RuneStart(lemma[4]) {
		f.Add(tok.pos, begins, logit.PartOf(lemma[:4]))
	}
}

// aboveCue adds what a token hangs by.
func (t *tree) aboveCue(i int) {
	f, tok, h := &t.sheet, t.part(i), t.tokens[i].Head
	if h < 0 || h >= len(t.tokens) {
		return
	}
	f.Add(above, t.parts[h].lemma, tok.rel, tok.pos, tok.lemma)
	f.Add(above, tok.rel, t.parts[h].rel, t.parts[h].pos)
	if g := t.tokens[h].Head; g >= 0 && g < len(t.tokens) {
		f.Add(above, above, t.parts[g].lemma)
	}
	if s := t.child(h, "nsubj"); s >= 0 {
		f.Add(above, subject, t.parts[s].lemma)
		f.Add(above, subject, t.parts[s].tag, tok.rel)
	}
}

// stands adds where in the sentence a token stands, and how long that is.
func (t *tree) stands(i int) {
	f, tok, n := &t.sheet, t.part(i), len(t.tokens)
	f.Add(place, reach(i), tok.pos)
	f.Add(left, reach(n-i), tok.pos)
	f.Add(span, reach(n), tok.pos)
}

// reach is a number of tokens, roughly.
func reach(n int) logit.Part {
	switch {
	case n < 3:
		return lengths[n]
	case n < 6:
		return lengths[3]
	case n < 12:
		return reaches[0]
	case n < 25:
		return reaches[1]
	}
	return reaches[2]
}

var reaches = [...]logit.Part{logit.PartOf("6"), logit.PartOf("12"), logit.PartOf("25")}

// groupedUnit adds what the groups of the cue and of the head of a unit say.
func (t *tree) groupedUnit(cue int, u unit, side logit.Part) {
	f, own, act := &t.sheet, t.groups(u.head), t.groups(cue)
	f.Add(group, own.narrow)
	f.Add(side, group, own.wide, t.parts[cue].pos, t.parts[cue].lemma)
	f.Add(side, group, act.narrow, t.parts[u.head].rel)
	for _, p := range u.paths {
		path := logit.PartOf(p)
		f.Add(side, group, act.narrow, path)
		f.Add(side, group, own.wide, path)
	}
}
