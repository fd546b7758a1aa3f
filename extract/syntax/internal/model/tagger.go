package model

import (
	"math"
	"slices"
	"strings"
)

// Tagger gives each word a Penn tag and a Universal tag together.
type Tagger struct {
	scorer Scorer
	Tags   []Tag
	habits *Habits
	closed closed
	plural int // the class of a noun of several
}

// Tag is a pair that occurs in the training data, such as VBZ and AUX.
type Tag struct {
	Penn, Universal string
	penn, universal uint32
}

// NewTag makes a tag of its name "VBZ|AUX".
func NewTag(name string) Tag {
	penn, universal, _ := strings.Cut(name, "|")
	return Tag{penn, universal, hash(penn), hash(universal)}
}

// NewTagger makes a tagger of a scorer, the names of its classes and its habits,
// which may be nil.
func NewTagger(s Scorer, classes []string, habits *Habits) *Tagger {
	t := &Tagger{scorer: s, habits: habits, closed: readClosed()}
	for _, c := range classes {
		t.Tags = append(t.Tags, NewTag(c))
	}
	t.plural = slices.Index(classes, "NNS|NOUN")
	return t
}

// Buffer is scratch memory of one call.
type Buffer struct {
	features []key
	scores   []int32
}

func (b *Buffer) of(classes int) []int32 {
	if cap(b.scores) < classes {
		b.scores = make([]int32, classes)
	}
	b.scores = b.scores[:classes]
	return b.scores
}

// Run tags the words from left to right.
func (t *Tagger) Run(b *Buffer, words []Word) {
	scores := b.of(len(t.Tags))
	for i := range words {
		words[i].tag = t.habits.decide(two(250, words[i].lower, words[i].shape), func() int {
			b.features = t.features(b.features[:0], words, i)
			t.scorer.Score(b.features, scores)
			return t.permitted(scores, words, i)
		})
	}
}

// permitted is the best class that the word at i can have. It uses scores up.
func (t *Tagger) permitted(scores []int32, words []Word, i int) int {
	for range scores {
		class := best(scores)
		if t.plural >= 0 && opensWithNoun(t.Tags[class].penn, words, i) {
			return t.plural
		}
		if !t.closed.forbids(t.Tags[class].penn, words, i) {
			return class
		}
		scores[class] = math.MinInt32
	}
	return 0 // every class is forbidden, which no table does
}

// Of is the tag that Run gave the word.
func (t *Tagger) Of(w Word) Tag { return t.Tags[w.tag] }

var outside = Word{}

func at(words []Word, i int) *Word {
	if i < 0 || i >= len(words) {
		return &outside
	}
	return &words[i]
}

// features of position i; tags left of it are decided.
func (t *Tagger) features(f []key, words []Word, i int) []key {
	w, l, ll, r, rr := at(words, i), at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	var t1, t2, u1 uint32
	if i > 0 {
		t1, u1 = t.Tags[l.tag].penn, t.Tags[l.tag].universal
	}
	if i > 1 {
		t2 = t.Tags[ll.tag].penn
	}
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	f = append(f, one(0, 0), one(1, w.lower), two(2, w.shape, first), one(3, w.suf1), one(4, w.suf2), one(5, w.suf3),
		one(6, w.suf4), one(7, w.pre1), one(8, w.pre2), one(9, w.pre3), two(10, w.lower, w.shape),
		one(11, l.lower), one(12, ll.lower), one(13, r.lower), one(14, rr.lower),
		one(15, l.suf3), one(16, r.suf3), one(17, r.shape), one(18, l.shape),
		one(19, t1), two(20, t1, t2), two(21, t1, w.lower), two(22, t1, w.suf3), two(23, t1, r.lower),
		two(24, l.lower, w.lower), two(25, w.lower, r.lower), three(26, l.lower, w.shape, r.lower),
		two(27, w.shape, r.shape), two(28, w.suf2, r.suf2), two(29, t1, w.shape))
	f = append(f, one(30, w.cluster), one(31, l.cluster), one(32, r.cluster), one(33, w.coarse),
		two(34, t1, w.cluster), two(35, w.cluster, r.cluster), three(36, t1, w.suf2, r.coarse),
		three(37, t2, t1, w.lower), two(38, u1, w.coarse), two(39, r.cluster, rr.cluster), two(40, t1, r.cluster),
		two(41, w.lower, r.cluster), two(42, w.suf3, w.shape))
	return f
}

// Learn visits one sentence with the gold classes, -1 for a tag too rare to
// learn, and updates the learner that
// the tagger was made of. It returns the number of right guesses.
func (t *Tagger) Learn(l *Learner, b *Buffer, words []Word, gold []int) int {
	right := 0
	scores := b.of(len(t.Tags))
	for i := range words {
		b.features = t.features(b.features[:0], words, i)
		l.Score(b.features, scores)
		guess := best(scores)
		if gold[i] >= 0 {
			l.Update(b.features, gold[i], guess)
		}
		words[i].tag = guess
		if guess == gold[i] {
			right++
		}
	}
	return right
}

// SetTag fixes the tag of a word to class c.
func (w *Word) SetTag(c int) { w.tag = c }

// TagIndex is the class that Run or SetTag gave the word.
func (w *Word) TagIndex() int { return w.tag }
