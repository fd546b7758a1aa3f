package learn

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// withHeadlines adds, for one sentence in twelve, a copy in the style of a
// headline: articles, forms of "be" before a participle and the full stop
// dropped, and every second copy with a capital on each word. Treebanks have
// hardly any headlines, and reports begin with one.
func withHeadlines(sentences []Sentence) []Sentence {
	r := newRand(5)
	out := sentences
	for i := range sentences {
		if s := &sentences[i]; r.IntN(12) == 0 && len(s.Forms) >= 5 && len(s.Forms) <= 25 {
			out = append(out, s.headline(r))
		}
	}
	return out
}

func (s *Sentence) headline(r *rand.Rand) Sentence {
	parent := make([]bool, len(s.Forms))
	for _, h := range s.Heads {
		if h >= 0 {
			parent[h] = true
		}
	}
	capital := r.IntN(2) == 0
	h := Sentence{Text: s.Text, Document: s.Document}
	place := make([]int, len(s.Forms))
	for i, form := range s.Forms {
		place[i] = len(h.Forms)
		if !parent[i] && s.dropped(i) {
			continue
		}
		if capital && s.Tags[i] != "IN|ADP" && s.Tags[i] != "CC|CCONJ" {
			form = title(form)
		}
		h.Forms, h.Lemmas, h.Tags = append(h.Forms, form), append(h.Lemmas, s.Lemmas[i]), append(h.Tags, s.Tags[i])
		h.Start, h.Heads, h.Rels = append(h.Start, s.Start[i]), append(h.Heads, s.Heads[i]), append(h.Rels, s.Rels[i])
	}
	for i, head := range h.Heads {
		if head >= 0 {
			h.Heads[i] = place[head]
		}
	}
	if len(h.Forms) > 0 && !capital {
		h.Forms[0] = title(h.Forms[0])
	}
	return h
}

func (s *Sentence) dropped(i int) bool {
	switch lower := strings.ToLower(s.Forms[i]); {
	case s.Rels[i] == "det":
		return lower == "the" || lower == "a" || lower == "an"
	case s.Rels[i] == "aux:pass":
		return true
	case s.Rels[i] == "punct":
		return i == len(s.Forms)-1 && lower == "."
	}
	return false
}

func title(form string) string {
	r, size := utf8.DecodeRuneInString(form)
	return string(unicode.ToUpper(r)) + form[size:]
}
