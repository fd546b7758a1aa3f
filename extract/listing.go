package extract

import (
	"slices"
	"strconv"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends lists of people before the word that says what befell them:
// "a man, two women and a child were killed", "A. Karim, 35; B. Lund, 34; and
// C. Roth, 26, died". A greedy parser hands out their members one by one.

// listBefore coordinates the people listed before token i, if i says what
// befell them.
func (r *Reader) listBefore(tokens []dateline.Token, i int) {
	end := i
	switch {
	case participles[lower(tokens[i].Text)] != "" || tokens[i].Lemma == "find":
		if be := auxiliary(tokens, i); be >= 1 {
			end = r.beforeAside(tokens, be)
		}
	case tokens[i].Lemma == "die" && tokens[i].POS == "VERB":
	case tokens[i].POS == "ADJ" && r.lex.Is(lexicon.Gone, tokens[i].Lemma):
		if be := auxiliary(tokens, i); be >= 1 {
			end = be
		} else if !leaves(tokens, i) {
			return
		}
	default:
		return
	}
	spelt := end > 0 && tokens[end-1].Text == "," // "two civilians, a writer and a child, were"
	if spelt {
		end--
	}
	heads := r.peopleBefore(tokens, end)
	if len(heads) < 2 || spelt && r.beforeName(tokens, end) == end && (!r.lex.Is(lexicon.Anybody, tokens[heads[0]].Lemma) || !has(tokens, heads[0], "nummod")) {
		return
	}
	first := heads[0]
	head, rel := listArc(tokens, heads, i)
	if head >= 0 && above(tokens, first, head) {
		tokens[head].Head, tokens[head].Rel = tokens[first].Head, tokens[first].Rel
	}
	tokens[first].Head, tokens[first].Rel = head, rel
	for _, k := range heads[1:] {
		tokens[k].Head, tokens[k].Rel = first, "conj"
	}
}

// setOff: one phrase with "a" between commas after a name says who that is, and is
// nobody else: "Ilan Torvik, a 49-year-old welder, was shot". No "and" joins them.
func setOff(tokens []dateline.Token, i int) {
	h := tokens[i].Head
	if tokens[i].Rel != "conj" || h < 0 || h >= i || tokens[h].POS != "PROPN" {
		return
	}
	start := h + 1
	for start < i && tokens[start].Text != "," {
		start++
	}
	if start+1 >= i || start > h+4 || lower(tokens[start+1].Text) != "a" && lower(tokens[start+1].Text) != "an" {
		return
	}
	end := i + 1
	for end < len(tokens) && tokens[end].Head == i && tokens[end].Text != "," {
		end++
	}
	if end >= len(tokens) || tokens[end].Text != "," || end+1 < len(tokens) && tokens[end+1].POS == "CCONJ" {
		return
	}
	for k := range tokens {
		if k != i && tokens[k].Head == h && tokens[k].Rel == "conj" || k < end && tokens[k].Rel == "cc" && (tokens[k].Head == i || tokens[k].Head == h) {
			return
		}
	}
	tokens[i].Rel = "appos"
}

// leaves: a form of "leave" stands before the words that end in the "dead" at i.
func leaves(tokens []dateline.Token, i int) bool {
	return slices.ContainsFunc(tokens[max(0, i-12):i], func(t dateline.Token) bool { return t.Lemma == "leave" })
}

// listArc is what the first member of a list hangs on: what some member hung on
// as subject or object, else the word at i as its subject.
func listArc(tokens []dateline.Token, heads []int, i int) (head int, rel string) {
	for _, k := range heads {
		if h := tokens[k].Head; h >= 0 && h != heads[0] && !slices.Contains(heads, h) && slices.Contains([]string{"nsubj", "nsubj:pass", "obj"}, tokens[k].Rel) {
			return h, tokens[k].Rel
		}
	}
	switch {
	case tokens[i].POS == "ADJ" && auxiliary(tokens, i) >= 1:
		return i, "nsubj"
	case tokens[i].POS == "ADJ":
		return tokens[heads[0]].Head, tokens[heads[0]].Rel
	case tokens[i].Lemma == "die":
		return i, "nsubj"
	}
	return i, "nsubj:pass"
}

// peopleBefore gives the head of each member of a list of people that ends
// before token end, in order; nil if it is no list with an "and".
func (r *Reader) peopleBefore(tokens []dateline.Token, end int) []int {
	var heads []int
	and := false
	end = r.beforeName(tokens, end)
	for end > 0 {
		end = beforeDashes(tokens, end)
		last := beforeAge(tokens, end) - 1
		start := last
		for start > 0 && inNominal(tokens[start-1]) {
			start--
		}
		start = r.kinBefore(tokens, start)
		if start > 0 && lower(tokens[start-1].Text) == "at" && (tokens[start].Lemma == "least" || tokens[start].Lemma == "most") {
			start--
		}
		if last < 0 || !r.listMember(tokens, start, last, end) {
			break
		}
		heads = append([]int{phraseTop(tokens, start, last+1)}, heads...)
		if start < 2 || len(heads) > 1 && tokens[start-1].POS == "ADP" {
			if start >= 2 {
				heads = heads[1:] // "in Sukkur, a man and a woman": the place is no member
			}
			break
		}
		end = start
		switch {
		case tokens[end-1].Lemma == "and":
			and = true
			end--
			if t := tokens[end-1].Text; end > 0 && (t == "," || t == ";") {
				end--
			}
		case and && (tokens[end-1].Text == "," || tokens[end-1].Text == ";"):
			end--
		default:
			end = 0
		}
	}
	if !and {
		return nil
	}
	return heads
}

// beforeName steps back over the name that ends before token end and that a comma
// sets behind the last member of a list: "A. Lund and her son, JAN LUND".
func (r *Reader) beforeName(tokens []dateline.Token, end int) int {
	start := end
	for start > 0 && inNominal(tokens[start-1]) {
		start--
	}
	if start < 3 || end-start < 2 || tokens[end-1].POS != "PROPN" || tokens[start-1].Text != "," || tokens[start-2].POS != "NOUN" || isPlural(tokens[start-2]) || !r.lex.Nouns[tokens[start-2].Lemma].Person {
		return end
	}
	for k := start - 2; k >= 0; k-- {
		if tokens[k].Lemma == "and" {
			return start - 1
		}
		if !inNominal(tokens[k]) {
			break
		}
	}
	return end
}

// kinBefore takes the kin or other person whose "of" leads to the words from start:
// "THE WIFE OF a spokesman".
func (r *Reader) kinBefore(tokens []dateline.Token, start int) int {
	if start < 2 || tokens[start-1].Lemma != "of" || tokens[start-2].POS != "NOUN" || isPlural(tokens[start-2]) || !r.lex.Nouns[tokens[start-2].Lemma].Person {
		return start
	}
	for start -= 2; start > 0 && inNominal(tokens[start-1]); start-- {
	}
	return start
}

// beforeDashes steps back over an aside between dashes that ends before token end.
func beforeDashes(tokens []dateline.Token, end int) int {
	dash := func(k int) bool { return tokens[k].Text == "–" || tokens[k].Text == "—" }
	if end == 0 || !dash(end-1) {
		return end
	}
	for k := end - 2; k > 0; k-- {
		if dash(k) {
			return k
		}
	}
	return end
}

// beforeAge steps back over ", 35", ", 35," and ", ages 3 and 5," to the end of
// a name or noun.
func beforeAge(tokens []dateline.Token, end int) int {
	k := end
	if k > 0 && tokens[k-1].Text == "," {
		k--
	}
	if k > 2 && tokens[k-1].POS == "NUM" && ageNumber(tokens, k-1) {
		for k > 0 && tokens[k-1].Text != "," {
			k--
		}
		return max(k-1, 0)
	}
	if k >= 3 && tokens[k-1].POS == "NUM" && tokens[k-2].Text == "," {
		if n, err := strconv.Atoi(tokens[k-1].Text); err == nil && n <= 110 {
			return k - 2
		}
	}
	return end
}

// listMember: tokens [start,last] end in a noun for a person, or are a name of
// two words or one with an age; the member's own words end before token end.
func (r *Reader) listMember(tokens []dateline.Token, start, last, end int) bool {
	if tokens[last].POS != "PROPN" {
		n := r.lex.Nouns[tokens[last].Lemma]
		return n.Person && tokens[last].POS == "NOUN" || tokens[last].Lemma == "year-old"
	}
	for _, t := range tokens[start:last] {
		if t.POS == "NOUN" && !r.lex.Nouns[t.Lemma].Person && !ageUnit[t.Lemma] {
			return false
		}
	}
	return last+1 < end || last > start && tokens[last-1].POS == "PROPN"
}

// phraseTop is the token of [from,to) whose arc leaves it, a nominal if there
// is one.
func phraseTop(tokens []dateline.Token, from, to int) int {
	top := to - 1
	for k := to - 1; k >= from; k-- {
		if h := tokens[k].Head; (h < from || h >= to) && nounish(tokens[k]) {
			top = k
		}
	}
	return top
}

// inNominal: the token may stand before a noun in its phrase.
func inNominal(t dateline.Token) bool {
	switch t.POS {
	case "DET", "ADJ", "NUM", "NOUN", "PROPN":
		return true
	}
	return t.Tag == "HYPH" || t.Tag == "PRP$" || t.Tag == "POS"
}

// ages hangs the words of an age on the noun it describes: "7-year-old boy".
func ages(tokens []dateline.Token, i int) {
	unit := i + 1
	if tokens[i].POS != "NUM" {
		return
	}
	if unit < len(tokens) && tokens[unit].POS == "PUNCT" {
		unit++
	}
	old := unit + 1
	if old < len(tokens) && tokens[old].POS == "PUNCT" {
		old++
	}
	if old >= len(tokens) || !ageUnit[tokens[unit].Lemma] || lower(tokens[old].Text) != "old" {
		return
	}
	end := old + 1
	for end < min(old+5, len(tokens)) && (tokens[end].POS == "ADJ" || nounish(tokens[end])) {
		end++
	}
	noun := phraseTop(tokens, old+1, end)
	if noun <= old || !nounish(tokens[noun]) {
		return
	}
	if h := tokens[i].Head; tokens[noun].Head >= i && tokens[noun].Head <= old && (h < i || h > noun) {
		tokens[noun].Head, tokens[noun].Rel = h, tokens[i].Rel
	}
	tokens[i].Head, tokens[i].Rel = unit, "nummod"
	tokens[unit].Head, tokens[unit].Rel = noun, "compound"
	tokens[old].Head, tokens[old].Rel = noun, "amod"
}

var ageUnit = map[string]bool{"year": true, "month": true, "week": true, "day": true}
