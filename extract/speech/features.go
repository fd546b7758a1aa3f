package speech

import "github.com/opendateline/dateline/extract/logit"

// canCue says whether the token can be the head of a cue.
func (t *tree) canCue(i int) bool {
	switch t.tokens[i].POS {
	case "VERB", "NOUN", "ADJ", "ADV":
		return true
	}
	return t.tokens[i].Lemma == "accord" || t.tokens[i].Text == ":" || t.tokens[i].Text == "According"
}

// The words that names of features are made of, beside those of the sentence.
var (
	bias       = logit.PartOf("bias")
	tag        = logit.PartOf("tag")
	by         = logit.PartOf("by")
	then       = logit.PartOf("then")
	before     = logit.PartOf("before")
	has        = logit.PartOf("has")
	subject    = logit.PartOf("subject")
	complement = logit.PartOf("complement")
	with       = logit.PartOf("with")
	lacking    = logit.PartOf("without")
	of         = logit.PartOf("of")
	head       = logit.PartOf("head")
	root       = logit.PartOf("root")
	beside     = logit.PartOf("beside a quotation")
	begins     = logit.PartOf("begins")
	quoted     = logit.PartOf("quoted")
	whole      = logit.PartOf("whole")
	far        = logit.PartOf("far")
	long       = logit.PartOf("long")
	frames     = logit.PartOf("frame")
	apart      = logit.PartOf("words apart")
	after      = logit.PartOf("after")
	holds      = logit.PartOf("holds")
	beyond     = parts{pos: logit.PartOf("-"), lemma: logit.PartOf("-")} // what stands before and after a sentence
	lengths    = [...]logit.Part{logit.PartOf("0"), logit.PartOf("1"), logit.PartOf("2"), logit.PartOf("3")}
)

// part gives the parts of a token, or of what stands outside the sentence.
func (t *tree) part(i int) *parts {
	if i < 0 || i >= len(t.parts) {
		return &beyond
	}
	return &t.parts[i]
}

// cueFeatures describe a token that may be the head of a cue. The sheet is used
// again.
func (t *tree) cueFeatures(i int) *logit.Sheet {
	f, tok, next := &t.sheet, t.part(i), t.part(i+1)
	f.Clear()
	f.Add(bias)
	f.Add(tok.pos, tok.lemma)
	f.Add(tag, tok.tag)
	f.Add(tok.pos, by, tok.rel)
	f.Add(tok.pos, tok.lemma, by, tok.rel)
	f.Add(then, next.lemma)
	f.Add(before, t.part(i-1).lemma)
	f.Add(tok.pos, tok.lemma, then, next.lemma)
	f.Add(tok.pos, then, next.pos)
	t.belowCue(i)
	t.frame(i)
	t.grouped(i)
	t.shape(i)
	t.aboveCue(i)
	t.stands(i)
	t.cueQuoted(i)
	if h := t.tokens[i].Head; h >= 0 && h < len(t.tokens) {
		f.Add(head, t.parts[h].lemma)
		f.Add(tok.rel, of, t.parts[h].pos)
	} else {
		f.Add(tok.pos, root)
	}
	if t.quote(i-1) || t.quote(i-2) || t.quote(i+1) || t.quote(i+2) {
		f.Add(beside)
		f.Add(tok.pos, tok.lemma, beside)
	}
	return f
}

// belowCue adds what hangs on the token, the first of each relation.
func (t *tree) belowCue(i int) {
	f, tok := &t.sheet, t.part(i)
	for k, c := range t.children[i] {
		rel := t.tokens[c].Rel
		if rel == "punct" && !t.quote(c) || t.related(t.children[i][:k], rel) {
			continue
		}
		child := &t.parts[c]
		f.Add(tok.pos, has, child.rel)
		f.Add(tok.pos, tok.lemma, has, child.rel)
		switch rel {
		case "nsubj", "nsubj:pass", "nmod:poss":
			f.Add(subject, child.pos)
			f.Add(subject, child.lemma)
		case "mark", "case", "compound:prt":
			f.Add(tok.pos, tok.lemma, with, child.lemma)
		case "obj", "obl":
			f.Add(child.rel, child.lemma)
			f.Add(tok.pos, tok.lemma, of, child.pos)
		}
	}
	if t.child(i, "nsubj") < 0 {
		f.Add(tok.pos, lacking, subject)
		f.Add(lacking, subject, by, tok.rel)
	}
	if t.child(i, "ccomp", "xcomp", "obj") < 0 {
		f.Add(tok.pos, lacking, complement)
	}
}

// frame adds which parts hang on the token, in their order, by themselves and
// for its word.
func (t *tree) frame(i int) {
	f, tok := &t.sheet, t.part(i)
	parts := append(t.held[:0], frames, tok.tag)
	for _, c := range t.children[i] {
		switch t.tokens[c].Rel {
		case "nsubj", "nsubj:pass", "nmod:poss", "ccomp", "xcomp", "obj", "obl", "advcl", "parataxis", "mark", "csubj", "acl", "nmod":
			parts = append(parts, t.parts[c].rel)
		}
	}
	f.Add(parts...)
	parts[1] = tok.lemma
	f.Add(parts...)
	t.held = parts
	f.Add(tok.tag, by, tok.rel, t.part(i-1).pos, t.part(i+1).pos)
	f.Add(tok.lemma, then, t.part(i+1).tag)
}

// related says whether one of the tokens has the relation; marks do not count.
func (t *tree) related(tokens []int, rel string) bool {
	for _, c := range tokens {
		if t.tokens[c].Rel == rel && (rel != "punct" || t.quote(c)) {
			return true
		}
	}
	return false
}

// unitFeatures describe a unit as a part of the act with that cue. The sheet is
// used again.
func (t *tree) unitFeatures(cue int, u unit) *logit.Sheet {
	f, top, first, last := &t.sheet, &t.parts[u.head], u.tokens[0], u.tokens[len(u.tokens)-1]
	side, size := side(cue, u), length(len(u.tokens))
	f.Clear()
	f.Add(bias)
	f.Add(head, top.lemma)
	f.Add(tag, top.tag)
	f.Add(side, size)
	f.Add(side, top.pos, size)
	f.Add(top.rel, begins, t.parts[first].lemma)
	f.Add(t.parts[cue].pos, t.parts[cue].lemma, top.rel, side)
	f.Add(side, begins, t.parts[first].lemma)
	f.Add(then, t.part(last+1).lemma)
	if c := t.child(u.head, "case", "mark"); c >= 0 {
		f.Add(t.parts[cue].pos, t.parts[cue].lemma, t.parts[c].lemma)
	}
	if t.quote(first) || t.quote(last) {
		f.Add(quoted)
		f.Add(side, quoted)
	}
	if t.quote(first) && t.quote(last) {
		f.Add(quoted, whole)
	}
	if first > cue+8 || last < cue-8 {
		f.Add(side, far)
		f.Add(top.rel, far)
	}
	t.edges(cue, u, side)
	t.within(u, side)
	t.groupedUnit(cue, u, side)
	t.unitQuoted(cue, u, side)
	t.borders(cue, u, side)
	for _, path := range u.paths {
		t.pathFeatures(cue, u, logit.PartOf(path), side, size)
	}
	return f
}

// edges adds where a unit begins and ends: how many words lie between it and the
// cue, and what stands before and after it.
func (t *tree) edges(cue int, u unit, side logit.Part) {
	f, first, last := &t.sheet, u.tokens[0], u.tokens[len(u.tokens)-1]
	gap, opening, closing := length(t.wordsBetween(cue, first, last)), t.part(first-1), t.part(last+1)
	f.Add(side, gap, apart)
	f.Add(side, gap, apart, t.parts[u.head].rel)
	f.Add(side, gap, apart, t.parts[cue].pos, t.parts[cue].lemma)
	f.Add(side, after, opening.lemma)
	f.Add(side, then, closing.lemma)
	f.Add(side, then, closing.pos, gap, apart)
	f.Add(side, opening.pos, closing.pos, t.parts[u.head].pos)
}

// wordsBetween counts the words between a cue and the nearer end of a unit.
func (t *tree) wordsBetween(cue, first, last int) int {
	from, to := cue+1, first
	if last < cue {
		from, to = last+1, cue
	}
	n := 0
	for i := from; i < to; i++ {
		if t.tokens[i].POS != "PUNCT" {
			n++
		}
	}
	return n
}

// within adds what a unit holds: a verb with its subject, a mark, a subordinate
// clause.
func (t *tree) within(u unit, side logit.Part) {
	verb, subject, mark := 0, 0, 0
	for _, i := range u.tokens {
		switch t.tokens[i].POS {
		case "VERB", "AUX":
			verb = 1
		case "PUNCT":
			mark = 1
		}
		if rel := t.tokens[i].Rel; rel == "nsubj" || rel == "nsubj:pass" {
			subject = 1
		}
	}
	held := lengths[verb+2*subject]
	t.sheet.Add(side, holds, held, lengths[mark])
	t.sheet.Add(side, holds, held, t.parts[u.head].pos)
	t.sheet.Add(side, holds, held, t.parts[u.head].rel)
	t.sheet.Add(side, holds, held, then, t.part(u.tokens[len(u.tokens)-1]+1).lemma)
}

// pathFeatures adds what the way from the cue to the unit says, with its side.
func (t *tree) pathFeatures(cue int, u unit, path, side, size logit.Part) {
	f, act, top, first := &t.sheet, &t.parts[cue], &t.parts[u.head], u.tokens[0]
	f.Add(path, side)
	f.Add(path, side, act.pos, act.lemma)
	f.Add(path, side, top.pos)
	f.Add(path, side, act.tag)
	f.Add(path, side, size)
	f.Add(path, side, begins, t.parts[first].lemma)
	f.Add(act.pos, path, side)
	if c := t.child(u.head, "case", "mark"); c >= 0 {
		f.Add(path, side, t.parts[c].lemma)
	}
	for _, rel := range [...]string{"ccomp", "nsubj", "xcomp", "obj", "parataxis"} {
		if c := t.child(cue, rel); c >= 0 {
			f.Add(path, side, with, t.parts[c].rel)
		}
	}
	if t.quote(first) || t.quote(u.tokens[len(u.tokens)-1]) {
		f.Add(path, side, quoted)
	}
}

// sides are where a unit stands to the cue: before, around or after it; of a
// unit that a branch is taken out of it is said.
var sides = map[bool][3]logit.Part{
	false: {logit.PartOf("left"), logit.PartOf("around"), logit.PartOf("right")},
	true:  {logit.PartOf("left rest"), logit.PartOf("around rest"), logit.PartOf("right rest")},
}

func side(cue int, u unit) logit.Part {
	switch at := sides[u.except]; {
	case u.tokens[len(u.tokens)-1] < cue:
		return at[0]
	case u.tokens[0] < cue:
		return at[1]
	default:
		return at[2]
	}
}

func length(n int) logit.Part {
	if n > 6 {
		return long
	}
	return lengths[min(n, 3)]
}
