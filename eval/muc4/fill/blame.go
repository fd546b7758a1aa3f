package fill

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/blame.tsv
var blameTable string

// blameOf tells what a word says of how it is known who did something.
var blameOf = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, line := range strings.Split(blameTable, "\n") {
		if word, what, ok := strings.Cut(line, "\t"); ok {
			out[word] = what
		}
	}
	return out
})

func (w *Word) blame() string {
	if what := blameOf()[w.Lemma]; what != "" {
		return what
	}
	return blameOf()[strings.ToLower(w.Form)]
}

// blameFeatures say how it is known that an organization did it: by the words
// of the sentences that name it in the group, by what governs it there, and by
// who says so.
func (r *reading) blameFeatures(b *bag, g *group, e *entity) {
	for _, i := range e.heads {
		h := r.heads[i]
		inside := yes(g.has(h.sentence))
		whole := r.blameIn(h.sentence)
		b.add("blame", inside, strings.Join(whole, " "))
		for _, what := range whole {
			b.add("blame one", inside, what)
		}
		for _, near := range []int{h.sentence - 1, h.sentence + 1} {
			for _, what := range r.blameIn(near) {
				b.add("blame near", what)
			}
		}
		b.add("blame over", inside, r.blameOver(h))
		b.add("blame before", inside, r.blameBefore(h))
		b.add("blame side", inside, strings.Join(whole, " "), r.blameOver(h))
	}
	b.add("blame genre", r.Genre)
}

// blameIn lists what the words of a sentence tell, each once.
func (r *reading) blameIn(sentence int) []string {
	if sentence < 0 || sentence >= len(r.Sentences) {
		return nil
	}
	var out []string
	for i := range r.Sentences[sentence].Words {
		if what := r.Sentences[sentence].Words[i].blame(); what != "" && !slices.Contains(out, what) {
			out = append(out, what)
		}
	}
	slices.Sort(out)
	return out
}

// blameOver is what the nearest word above a head tells, and the relation of
// the head below it.
func (r *reading) blameOver(h head) string {
	s := r.sentence(h)
	at := r.tops[h.sentence][h.word]
	for range 6 {
		up := s.Words[at].Head
		if up < 0 || up >= len(s.Words) {
			return none
		}
		if what := s.Words[up].blame(); what != "" {
			return what + " " + s.Words[at].relation()
		}
		at = up
	}
	return none
}

// blameBefore is what the words right before a head's phrase tell: "alleged
// members of the …".
func (r *reading) blameBefore(h head) string {
	s := r.sentence(h)
	for i := h.word - 1; i >= max(0, h.first()-5); i-- {
		if what := s.Words[i].blame(); what != "" {
			return what
		}
	}
	return none
}
