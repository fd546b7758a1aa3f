package speech

import "strconv"

// canCue says whether the token can be the head of a cue.
func (t *tree) canCue(i int) bool {
	switch t.tokens[i].POS {
	case "VERB", "NOUN", "ADJ", "ADV":
		return true
	}
	return t.tokens[i].Lemma == "accord" || t.tokens[i].Text == ":" || t.tokens[i].Text == "According"
}

// cueFeatures describe a token that may be the head of a cue.
func (t *tree) cueFeatures(i int) []string {
	tok := t.tokens[i]
	is := tok.POS + " " + tok.Lemma
	f := []string{"bias", is, "tag " + tok.Tag, tok.POS + " by " + tok.Rel, is + " by " + tok.Rel,
		"then " + t.lemma(i+1), "before " + t.lemma(i-1), is + " then " + t.lemma(i+1), tok.POS + " then " + t.pos(i+1)}
	seen := map[string]bool{}
	for _, c := range t.children[i] {
		rel := t.tokens[c].Rel
		if rel == "punct" && !t.quote(c) || seen[rel] {
			continue
		}
		seen[rel] = true
		f = append(f, tok.POS+" has "+rel, is+" has "+rel)
		switch rel {
		case "nsubj", "nsubj:pass", "nmod:poss":
			f = append(f, "subject "+t.tokens[c].POS, "subject "+t.tokens[c].Lemma)
		case "mark", "case", "compound:prt":
			f = append(f, is+" with "+t.tokens[c].Lemma)
		case "obj", "obl":
			f = append(f, rel+" "+t.tokens[c].Lemma, is+" of "+t.tokens[c].POS)
		}
	}
	if !seen["nsubj"] {
		f = append(f, tok.POS+" without subject", "without subject by "+tok.Rel)
	}
	if !seen["ccomp"] && !seen["xcomp"] && !seen["obj"] {
		f = append(f, tok.POS+" without complement")
	}
	if h := tok.Head; h >= 0 && h < len(t.tokens) {
		f = append(f, "head "+t.lemma(h), tok.Rel+" of "+t.pos(h))
	} else {
		f = append(f, tok.POS+" root")
	}
	if t.quote(i-1) || t.quote(i-2) || t.quote(i+1) || t.quote(i+2) {
		f = append(f, "beside a quotation", is+" beside a quotation")
	}
	return f
}

// unitFeatures describe a unit as a part of the act with that cue.
func (t *tree) unitFeatures(cue int, u unit) []string {
	head, first, last := t.tokens[u.head], u.tokens[0], u.tokens[len(u.tokens)-1]
	side, size := t.side(cue, u), length(len(u.tokens))
	f := []string{"bias", "head " + head.Lemma, "tag " + head.Tag, side + " " + size, side + " " + head.POS + " " + size,
		head.Rel + " begins " + t.lemma(first), t.is(cue) + " " + head.Rel + " " + side, side + " begins " + t.lemma(first), "then " + t.lemma(last+1)}
	if c := t.child(u.head, "case", "mark"); c >= 0 {
		f = append(f, t.is(cue)+" "+t.lemma(c))
	}
	if t.quote(first) || t.quote(last) {
		f = append(f, "quoted", side+" quoted")
	}
	if t.quote(first) && t.quote(last) {
		f = append(f, "quoted whole")
	}
	if first > cue+8 || last < cue-8 {
		f = append(f, side+" far", head.Rel+" far")
	}
	for _, path := range u.paths {
		f = append(f, t.pathFeatures(cue, u, path+" "+side, size)...)
	}
	return f
}

func (t *tree) pathFeatures(cue int, u unit, path, size string) []string {
	head := t.tokens[u.head]
	f := []string{path, path + " " + t.is(cue), path + " " + head.POS, path + " " + t.tokens[cue].Tag, path + " " + size,
		path + " begins " + t.lemma(u.tokens[0]), t.tokens[cue].POS + " " + path}
	if c := t.child(u.head, "case", "mark"); c >= 0 {
		f = append(f, path+" "+t.lemma(c))
	}
	for _, rel := range []string{"ccomp", "nsubj", "xcomp", "obj", "parataxis"} {
		if t.child(cue, rel) >= 0 {
			f = append(f, path+" with "+rel)
		}
	}
	if t.quote(u.tokens[0]) || t.quote(u.tokens[len(u.tokens)-1]) {
		f = append(f, path+" quoted")
	}
	return f
}

func (t *tree) is(i int) string { return t.tokens[i].POS + " " + t.tokens[i].Lemma }

// side says where a unit stands to the cue.
func (t *tree) side(cue int, u unit) string {
	side := "right"
	if u.tokens[len(u.tokens)-1] < cue {
		side = "left"
	} else if u.tokens[0] < cue {
		side = "around"
	}
	if u.except {
		side += " rest"
	}
	return side
}

func length(n int) string {
	if n > 6 {
		return "long"
	}
	return strconv.Itoa(min(n, 3))
}
