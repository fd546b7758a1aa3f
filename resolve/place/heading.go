package place

import "strings"

// fewestHeaded is how many lines of a report begin with a name and a mark where they are
// a list.
const fewestHeaded = 3

// heads weighs a name that opens a line of a list of places before a mark: "Kumbo (Bui
// division), 19 May – A motorcycle …", "Jenin: In an operation …" (PLC-1).
func (r *reader) heads(s *span) float64 {
	if s.from > 0 || r.headed < fewestHeaded {
		return 0
	}
	end := r.headEnd(s.sentence)
	switch lex := r.g.words; {
	case end < s.to:
		return 0
	case r.word(s, s.to).text == "(":
		return 3
	case end > s.to && r.word(s, s.to).text != ",", (lex.given.has(s.key) || lex.surnames.has(s.key)) && !r.famous(s):
		return 0
	}
	return 2
}

// longestHead is how many words such an opening may have.
const longestHead = 16

// headEnd is the word that is the mark behind the name that opens the line of a
// sentence; 0 without one.
func (r *reader) headEnd(sentence int) int {
	words, text := r.words[sentence], r.doc.Text()
	if len(words) < 3 || !words[0].capital || words[0].start > 0 && text[words[0].start-1] != '\n' {
		return 0
	}
	for i, w := range words[:min(longestHead, len(words)-1)] {
		mark := w.text == ":" || w.start > 0 && text[w.start-1] == ' ' && strings.Contains("–—--", w.text)
		switch {
		case mark && w.end < len(text) && text[w.end] == ' ':
			return i
		case i > 0 && (w.pos == "VERB" || w.pos == "AUX"):
			return 0
		}
	}
	return 0
}
