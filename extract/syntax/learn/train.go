package learn

import (
	"math/rand/v2"
	"slices"

	"github.com/opendateline/dateline/extract/syntax/internal/model"
)

// seed of every shuffle, so that a training run can be repeated to the byte.
const seed = 1848

func shuffled(r *rand.Rand, n int) []int { return r.Perm(n) }

func newRand(salt uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, salt)) }

// frequent lists the values that occur at least min times, in sorted order.
func frequent(sentences []Sentence, of func(*Sentence) []string, min int) []string {
	counts := map[string]int{}
	for i := range sentences {
		for _, v := range of(&sentences[i]) {
			counts[v]++
		}
	}
	var names []string
	for name, n := range counts {
		if n >= min {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func tagsOf(s *Sentence) []string { return s.Tags }
func relsOf(s *Sentence) []string { return s.Rels }

// indexes gives the class of each value; a value that is no class gives -1.
func indexes(values, classes []string) []int {
	out := make([]int, len(values))
	for i, v := range values {
		at, ok := slices.BinarySearch(classes, v)
		if !ok {
			at = -1
		}
		out[i] = at
	}
	return out
}

// tagClasses are the tag pairs seen at least ten times.
func tagClasses(sentences []Sentence) []string { return frequent(sentences, tagsOf, 10) }

// trainTagger trains a tagger on the sentences.
func trainTagger(sentences []Sentence, classes []string, clusters *model.Clusters, epochs int, salt uint64) *model.Learner {
	learner := model.NewLearner(len(classes))
	tagger := model.NewTagger(learner, classes, nil)
	r := newRand(salt)
	var buffer model.Buffer
	var words []model.Word
	for range epochs {
		for _, i := range shuffled(r, len(sentences)) {
			s := &sentences[i]
			words = clusters.Words(words, s.Forms)
			tagger.Learn(learner, &buffer, words, indexes(s.Tags, classes))
		}
	}
	return learner
}

// tagged is a sentence whose tags were given by a tagger that has not seen it.
type tagged struct {
	words []model.Word
	heads []int // len(words) for the root
	rels  []int
}

// jackknife tags each fifth of the sentences with a tagger trained on the rest.
func jackknife(sentences []Sentence, classes, rels []string, clusters *model.Clusters) ([]tagged, error) {
	const folds = 5
	out := make([]tagged, len(sentences))
	fold := foldsByDocument(sentences, folds)
	errs := make([]error, folds)
	limit := make(chan struct{}, 2)
	done := make(chan struct{})
	for k := range folds {
		go func() {
			limit <- struct{}{}
			errs[k] = tagFold(sentences, fold, k, classes, rels, clusters, out)
			<-limit
			done <- struct{}{}
		}()
	}
	for range folds {
		<-done
	}
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func tagFold(sentences []Sentence, fold []int, k int, classes, rels []string, clusters *model.Clusters, out []tagged) error {
	var rest []Sentence
	for i := range sentences {
		if fold[i] != k {
			rest = append(rest, sentences[i])
		}
	}
	linear, err := model.OpenLinear(trainTagger(rest, classes, clusters, 5, uint64(k)).Encode(classes, 1))
	if err != nil {
		return err
	}
	tagger := model.NewTagger(linear, classes, nil)
	var buffer model.Buffer
	for i := range sentences {
		if fold[i] == k {
			words := clusters.Words(nil, sentences[i].Forms)
			tagger.Run(&buffer, words)
			out[i] = tagged{words, rootLast(sentences[i].Heads), indexes(sentences[i].Rels, rels)}
		}
	}
	return nil
}

// foldsByDocument gives all sentences of a document, copies too, one fold.
func foldsByDocument(sentences []Sentence, folds int) []int {
	fold := make([]int, len(sentences))
	known := map[string]int{}
	for i := range sentences {
		document := sentences[i].Document
		if _, ok := known[document]; !ok {
			known[document] = len(known) % folds
		}
		fold[i] = known[document]
	}
	return fold
}

func rootLast(heads []int) []int {
	out := slices.Clone(heads)
	for i, h := range out {
		if h < 0 {
			out[i] = len(out)
		}
	}
	return out
}

// trainParser trains the moves. From the third epoch on it mostly follows its
// own choices, so that it learns to recover from them.
func trainParser(sentences []tagged, tags []model.Tag, epochs int) *model.Learner {
	learner := model.NewLearner(len(model.MoveNames))
	parser := model.NewParser(learner, tags, nil)
	r := newRand(7)
	var tree model.Tree
	for epoch := range epochs {
		explore := func() bool { return epoch >= 1 && r.Float32() < 0.9 }
		for _, i := range shuffled(r, len(sentences)) {
			s := &sentences[i]
			parser.Learn(learner, &tree, s.words, s.heads, explore)
		}
	}
	return learner
}

// trainLabeller trains the relations on gold trees with given tags.
func trainLabeller(sentences []tagged, rels []string, tags []model.Tag, epochs int) *model.Learner {
	learner := model.NewLearner(len(rels))
	labeller := model.NewLabeller(learner, rels, tags, nil)
	r := newRand(11)
	var tree model.Tree
	var heads []int
	for range epochs {
		for _, i := range shuffled(r, len(sentences)) {
			s := &sentences[i]
			heads = heads[:0]
			for _, h := range s.heads {
				if h == len(s.heads) {
					h = -1
				}
				heads = append(heads, h)
			}
			labeller.Learn(learner, &tree, s.words, heads, s.rels)
		}
	}
	return learner
}
