package speech

import "slices"

// unit is a part of the sentence that can be the source or content of an act.
type unit struct {
	head   int
	except bool     // a branch is left out
	paths  []string // arcs from the cue to the unit, or which stretch it is
	tokens []int    // ascending
}

// climb is how many arcs up from the cue units are looked for.
const climb = 4

// units lists the parts that the arcs around a cue offer, and stretches of the
// sentence beside it, which stand where a wrong arc cuts a part in two.
func (t *tree) units(cue int) []unit {
	var out []unit
	for _, c := range t.children[cue] {
		if t.serves(c) {
			continue
		}
		out = append(out, t.unit(c, -1, "↓"+t.tokens[c].Rel))
		out = append(out, t.below(c, "↓"+t.tokens[c].Rel)...)
	}
	path, from := "", cue
	for up := 0; up < climb; up++ {
		path += "↑" + t.tokens[from].Rel
		head := t.tokens[from].Head
		if head < 0 || head >= len(t.tokens) {
			break
		}
		out = append(out, t.unit(head, from, path))
		for _, c := range t.children[head] {
			if c != from && !t.serves(c) {
				out = append(out, t.unit(c, -1, path+"↓"+t.tokens[c].Rel))
			}
		}
		from = head
	}
	return merged(append(out, t.stretches(cue)...))
}

// serves says that a word by itself serves another and is no part of an act: a
// mark, an auxiliary, an article, a preposition.
func (t *tree) serves(i int) bool {
	if len(t.children[i]) > 0 {
		return false
	}
	switch t.tokens[i].Rel {
	case "punct", "aux", "aux:pass", "mark", "cc", "cop", "det", "case", "compound:prt", "fixed":
		return true
	}
	return false
}

// merged leaves out empty units and puts those of the same tokens together.
func merged(units []unit) []unit {
	var out []unit
	for _, u := range units {
		k := slices.IndexFunc(out, func(o unit) bool { return slices.Equal(o.tokens, u.tokens) })
		switch {
		case len(u.tokens) == 0:
		case k < 0:
			out = append(out, u)
		case !slices.Contains(out[k].paths, u.paths[0]):
			out[k].paths = append(out[k].paths, u.paths[0])
		}
	}
	return out
}

// below are the parts of a child of the cue that stand for themselves: of "by
// saying that …", of "a statement by the ministry that …".
func (t *tree) below(child int, path string) []unit {
	if t.tokens[child].POS == "PUNCT" {
		return nil
	}
	var out []unit
	for _, c := range t.children[child] {
		switch t.tokens[c].Rel {
		case "ccomp", "xcomp", "nmod", "nmod:poss", "acl", "acl:relcl", "obj", "obl", "conj", "parataxis", "advcl":
			out = append(out, t.unit(c, -1, path+"↓"+t.tokens[c].Rel))
		}
	}
	return out
}

func (t *tree) unit(head, except int, path string) unit {
	return unit{head, except >= 0, []string{path}, t.trim(t.subtree(head, except))}
}

// stretches are what follows the cue to the next mark and to the end, what
// stands before it from the mark before and from the start, and the phrase right
// before it.
func (t *tree) stretches(cue int) []unit {
	cues := t.cueTokens(cue)
	first, after := cues[0], cues[len(cues)-1]+1
	for after < len(t.tokens) && t.tokens[after].POS == "PUNCT" && !t.quote(after) {
		after++
	}
	stop, start := after, first
	for stop < len(t.tokens) && !t.stop(stop) && !t.quote(stop) {
		stop++
	}
	for start > 0 && (start == first || !t.stop(start-1)) && !t.quote(start-1) {
		start--
	}
	out := []unit{t.stretch(after, len(t.tokens), "after"), t.stretch(after, stop, "after to mark"), t.stretch(0, first, "before"), t.stretch(start, first, "before from mark")}
	if start > 0 {
		out = append(out, t.stretch(0, start, "before to mark")) // "The bridge is mined, police said"
	}
	if q := t.closed(first); q > 0 {
		out = append(out, t.stretch(0, q+1, "to quote"), t.stretch(q+1, first, "from quote"))
	}
	if first > 0 {
		top := first - 1
		for h := t.tokens[top].Head; h >= 0 && h < first && t.tokens[h].POS != "VERB"; h = t.tokens[top].Head {
			top = h
		}
		out = append(out, t.unit(top, -1, "phrase before"))
	}
	return out
}

// closed is the last quotation mark before a cue that closes a quotation, -1
// without one.
func (t *tree) closed(cue int) int {
	for i := cue - 1; i >= 0; i-- {
		if t.quote(i) {
			if t.opens(i) {
				return -1
			}
			return i
		}
	}
	return -1
}

func (t *tree) stretch(from, to int, path string) unit {
	u := unit{paths: []string{path}, tokens: t.trim(run(from, to))}
	for _, i := range u.tokens {
		if !slices.Contains(u.tokens, t.tokens[i].Head) {
			u.head = i
			break
		}
	}
	return u
}

// trim takes words off the ends that do not belong to what is said or to who
// says it: marks but for quotation marks, conjunctions before it. A quotation
// keeps its marks.
func (t *tree) trim(tokens []int) []int {
	for len(tokens) > 0 && (t.stop(tokens[0]) || t.tokens[tokens[0]].Rel == "cc") {
		tokens = tokens[1:]
	}
	for len(tokens) > 0 && t.stop(tokens[len(tokens)-1]) {
		tokens = tokens[:len(tokens)-1]
	}
	if len(tokens) == 0 {
		return nil
	}
	if first := tokens[0]; t.opens(first-1) && !t.quote(first) {
		tokens = append([]int{first - 1}, tokens...)
	}
	last := tokens[len(tokens)-1]
	for i := last + 1; i < len(t.tokens) && t.tokens[i].POS == "PUNCT" && !t.quote(i-1); i++ {
		if t.quote(i) && !t.opens(i) {
			return append(tokens, run(last+1, i+1)...)
		}
	}
	return tokens
}

func (t *tree) stop(i int) bool { return t.tokens[i].POS == "PUNCT" && !t.quote(i) }

// run lists the tokens of [from,to).
func run(from, to int) []int {
	var out []int
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}

// opens says whether the token is a quotation mark that stands right before the
// next word.
func (t *tree) opens(i int) bool {
	return t.quote(i) && i+1 < len(t.tokens) && t.tokens[i].End == t.tokens[i+1].Start && (i == 0 || t.tokens[i-1].End < t.tokens[i].Start)
}
