package fill

import (
	"slices"
	"strings"
)

// head is a word that may end the base of a fill: "PRIESTS" in "SIX JESUIT
// PRIESTS OF THE UNIVERSITY". Its variants are the phrases around it that a
// template may quote.
type head struct {
	sentence, word int
	starts         []int // first words of its variants, nearest first
	ends           []int // past the last words, the base first
}

const (
	longestBase = 8
	mostEnds    = 4
)

var quantities = wordSet("ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN SEVERAL SOME OTHERS DEAD WOUNDED INJURED KILLED")

// first is the first word of the longest variant.
func (h head) first() int { return h.starts[len(h.starts)-1] }

// heads finds the words of a sentence that may end the base of a fill.
func (s *Sentence) heads(sentence int) []head {
	var out []head
	for i := range s.Words {
		if s.mayHead(i) {
			out = append(out, head{sentence, i, s.starts(i), s.ends(i)})
		}
	}
	return out
}

func (s *Sentence) mayHead(i int) bool {
	w := &s.Words[i]
	switch w.POS {
	case "NOUN", "PROPN":
		return strings.ContainsAny(w.Form, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") && !months[w.Form]
	case "ADJ":
		return quantities[w.Form] || w.nominal()
	case "NUM":
		return quantities[w.Form] && w.nominal()
	case "VERB":
		return slices.Contains([]string{"DET", "ADJ", "NUM", "NOUN"}, s.at(i-1).POS)
	}
	return false
}

// nominal says whether a word stands where nouns do.
func (w *Word) nominal() bool {
	switch w.relation() {
	case "nsubj", "obj", "obl", "nmod", "root", "conj", "appos", "flat", "compound", "xcomp":
		return true
	}
	return false
}

// starts walks to the left over what may stand before a noun, a possessive the
// last: "HIS TWO BODYGUARDS".
func (s *Sentence) starts(i int) []int {
	starts := []int{i}
	for j := i - 1; j >= 0 && i-j < longestBase; j-- {
		owned := s.Words[j].Tag == "PRP$"
		if !owned && !s.modifies(j) {
			break
		}
		starts = append(starts, j)
		if owned {
			break
		}
	}
	return starts
}

func (s *Sentence) modifies(i int) bool {
	w := &s.Words[i]
	switch w.POS {
	case "NOUN", "PROPN", "ADJ", "NUM":
		return true
	case "PUNCT":
		return w.Form == "-" || w.Form == `"`
	case "PART":
		return w.Tag == "POS"
	case "VERB":
		return w.Tag == "VBN" || w.Tag == "VBG"
	case "ADV":
		return w.Tag == "RB"
	case "CCONJ":
		return w.Form == "AND"
	case "ADP":
		return w.Form == "DE" || w.Form == "OF" && i > 0 && s.Words[i-1].POS != "VERB"
	case "DET":
		return w.Form == "LA" || w.Form == "LAS" || w.Form == "LOS" || w.Form == "EL" || w.Form == "THE"
	case "X":
		return true
	}
	return false
}

// mayStart says whether a variant may begin at a word before its head.
func (s *Sentence) mayStart(i, head int) bool {
	w := &s.Words[i]
	switch {
	case w.Form == `"`:
		return strings.Contains(s.phrase(i+1, head+1), `"`)
	case w.Form == "-", w.Form == "THE", w.Tag == "POS":
		return false
	}
	return w.POS != "CCONJ" && w.POS != "ADP"
}

// ends gives the end of the base and those of the phrases that follow it with a
// preposition.
func (s *Sentence) ends(i int) []int {
	ends := []int{i + 1}
	for at := i + 1; len(ends) < mostEnds; {
		end := s.prepositional(at)
		if end == 0 {
			break
		}
		ends = append(ends, end)
		at = end
	}
	return ends
}

// prepositional gives the end of a prepositional phrase that begins at a word,
// 0 if none does.
func (s *Sentence) prepositional(at int) int {
	if s.at(at).POS != "ADP" {
		return 0
	}
	last := 0
	for end := at + 1; end < len(s.Words) && end-at <= longestBase; end++ {
		w := &s.Words[end]
		if w.POS == "NOUN" || w.POS == "PROPN" {
			last = end + 1
		} else if !w.insideNominal(last > 0) {
			break
		}
	}
	return last
}

// insideNominal says whether a word may stand inside a noun phrase, before its
// noun or after a first one.
func (w *Word) insideNominal(after bool) bool {
	switch w.POS {
	case "ADJ", "NUM", "DET", "X", "ADV":
		return true
	case "PART":
		return w.Tag == "POS"
	case "PRON":
		return w.Tag == "PRP$"
	case "VERB":
		return !after && (w.Tag == "VBN" || w.Tag == "VBG")
	case "PUNCT":
		return w.Form == "-"
	}
	return false
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// canonical is the form in which strings are compared: no quotation marks or
// brackets, no leading article.
func canonical(text string) string {
	words := strings.Fields(strings.NewReplacer(`"`, "", "[", "", "]", "", "(", "", ")", "").Replace(strings.ToUpper(text)))
	for len(words) > 1 && slices.Contains([]string{"THE", "A", "AN"}, words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
