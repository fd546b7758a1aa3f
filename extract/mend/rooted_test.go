package mend

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

// Whatever heads mending leaves behind, every token leads up to a root.
func TestRooted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "tokens")
		s := make([]dateline.Token, n)
		for i := range s {
			s[i].Head = rapid.IntRange(-1, n).Draw(t, "head")
		}
		Sentence(s).rooted()
		isTree(t, s)
	})
}

// Any piece of a sentence, with any of its arcs, tags and words wrong, is mended into a
// tree: no rule reads past an end or follows arcs for ever.
func TestMendsAnyTree(t *testing.T) {
	m, sentences := newMender(t), parsed(t, "testdata/sentences.txt")
	chance := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		for _, whole := range sentences {
			from := chance.IntN(len(whole))
			s := piece(whole, from, from+1+chance.IntN(len(whole)-from))
			for range chance.IntN(8) {
				other := sentences[chance.IntN(len(sentences))]
				spoil(s, other[chance.IntN(len(other))], chance)
			}
			s.rooted()
			isTree(t, m.Mend(s))
		}
	}
}

// spoil gives an arc, a tag and a word of a sentence to others of its tokens.
func spoil(s Sentence, like dateline.Token, chance *rand.Rand) {
	s.hang(chance.IntN(len(s)), chance.IntN(len(s)+1)-1, like.Rel)
	i := chance.IntN(len(s))
	s[i].POS, s[i].Tag = like.POS, like.Tag
	i = chance.IntN(len(s))
	s[i].Text, s[i].Lemma = like.Text, like.Lemma
}

// piece is a part of a sentence; what hung on a token outside it hangs on none.
func piece(whole []dateline.Token, from, to int) Sentence {
	s := Sentence(slices.Clone(whole[from:to]))
	for i := range s {
		if s[i].Head -= from; s[i].Head < 0 || s[i].Head >= len(s) {
			s.hang(i, -1, "root")
		}
	}
	return s
}

func isTree(t rapid.TB, s []dateline.Token) {
	t.Helper()
	for i := range s {
		if Sentence(s).circles(i) {
			t.Fatalf("token %d of %v has no way to a root", i, s)
		}
	}
}
