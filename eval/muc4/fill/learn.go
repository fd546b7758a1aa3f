package fill

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/opendateline/dateline/eval/muc4"
)

// folds is the number of parts of the development texts. A message of a part is
// predicted by what was learned from the others. Parts are runs of messages, for
// neighbours tell of the same incidents.
const folds = 5

func foldOf(i, n int) int { return i * folds / n }

// Lesson is a message with its key.
type Lesson struct {
	Message *Message
	Key     []muc4.Template
}

// Trained is a model, and what its stages said of the lessons that they had not
// seen.
type Trained struct {
	Model   *Model
	Memory  *Memory // what the stages said
	taught  []*taught
	lessons []Lesson
	past    *Memory
}

// Train trains all stages; log tells how each fares. The same lessons and seed
// give the same model. Stages that the past remembers (nil for none) are not
// learned: the model then lacks them, and what they said of the lessons stands.
func Train(lessons []Lesson, seed uint64, past *Memory, log io.Writer) (*Trained, error) {
	blank, err := newTables()
	if err != nil {
		return nil, err
	}
	t := &Trained{Model: &Model{logistics: map[string]*logistic{}, forests: map[string]*forest{}}, Memory: &Memory{}, lessons: lessons, past: past}
	var parts []*tables
	for fold := range folds {
		parts = append(parts, learnTables(lessons, blank, fold))
	}
	t.Model.tables = learnTables(lessons, blank, -1)
	for i, l := range lessons {
		x := teach(read(l.Message, parts[foldOf(i, len(lessons))]), relevant(l.Key))
		x.fold = foldOf(i, len(lessons))
		t.taught = append(t.taught, x)
	}
	t.look(seed, log)
	for _, s := range stages() {
		s.how.seed = seed
		t.train(s, log)
	}
	t.Model.limits = t.chooseLimits(log)
	return t, nil
}

func relevant(key []muc4.Template) []*muc4.Template {
	var out []*muc4.Template
	for i := range key {
		if !key[i].Irrelevant {
			out = append(out, &key[i])
		}
	}
	return out
}

// look takes a first look at the mentions, and settles which of them are lessons.
func (t *Trained) look(seed uint64, log io.Writer) {
	for _, s := range []stage{documentStage(), sentenceStage(), mentionStage()} {
		s.how.seed = seed
		t.predict(s, folds, log)
	}
	for _, x := range t.taught {
		x.settle(x.roles)
	}
}

// train predicts every fold from the others, and trains on all.
func (t *Trained) train(s stage, log io.Writer) {
	if of := t.predict(s, folds+1, log); of != nil {
		t.Model.put(s.name, of[folds])
	}
}

// predict says of every fold what the others teach, and gives the predictors: one
// for each fold and, if one more is asked for, that of all. Of a stage that the past
// remembers it gives none.
func (t *Trained) predict(s stage, predictors int, log io.Writer) []predictor {
	if said := t.past.recall(len(t.Memory.Said), s.name); said != nil {
		t.repeat(s, said)
		return nil
	}
	asked, lessons := make([][]item, len(t.taught)), make([][]item, len(t.taught))
	for i, x := range t.taught {
		asked[i] = s.items(x)
		lessons[i] = asked[i]
		if s.more != nil {
			lessons[i] = slices.Concat(asked[i], s.more(x))
		}
	}
	of := t.learn(s, lessons, predictors)
	var all [][][]float64
	loss, n := 0., 0
	for i, x := range t.taught {
		said := make([][]float64, len(asked[i]))
		for k, it := range asked[i] {
			said[k] = of[x.fold].of(it)
			if it.weight > 0 {
				loss += surprise(said[k], it.right)
				n++
			}
		}
		all = append(all, said)
		s.keep(x.reading, said)
	}
	t.Memory.Said = append(t.Memory.Said, Saying{s.name, all})
	fmt.Fprintf(log, "%-32s %7d lessons, loss %.4f\n", s.name, n, loss/float64(max(n, 1)))
	return of
}

// repeat takes what a stage said before.
func (t *Trained) repeat(s stage, said [][][]float64) {
	for i, x := range t.taught {
		if s.prepare != nil {
			s.prepare(x.reading)
		}
		s.keep(x.reading, said[i])
	}
	t.Memory.Said = append(t.Memory.Said, Saying{s.name, said})
}

// learn gives so many predictors: one for each fold, learned from the others, and
// last one learned from all. Two learn at a time.
func (t *Trained) learn(s stage, lessons [][]item, predictors int) []predictor {
	out := make([]predictor, predictors)
	var workers sync.WaitGroup
	for first := range 2 {
		workers.Go(func() {
			for fold := first; fold < predictors; fold += 2 {
				out[fold] = s.learn(t.gather(lessons, fold))
			}
		})
	}
	workers.Wait()
	return out
}

// gather joins the items of all folds but one.
func (t *Trained) gather(items [][]item, without int) []item {
	var out []item
	for i, x := range t.taught {
		if x.fold == without {
			continue
		}
		for _, it := range items[i] {
			if it.weight > 0 {
				out = append(out, it)
			}
		}
	}
	return out
}

// surprise is the log loss over all classes.
func surprise(p []float64, right uint32) float64 {
	sum := 0.
	for k, x := range p {
		if right>>k&1 == 0 {
			x = 1 - x
		}
		sum -= math.Log(max(x, 1e-6))
	}
	return sum
}

// item is one thing that a stage asks about, with the key's answer.
type item struct {
	bag bag
	row []float32
	answer
}

func (s stage) items(t *taught) []item {
	if s.prepare != nil {
		s.prepare(t.reading)
	}
	var out []item
	if s.rows != nil {
		for i, row := range s.rows(t.reading) {
			out = append(out, item{row: row, answer: s.answer(t, i)})
		}
		return out
	}
	for i, b := range s.bags(t.reading) {
		out = append(out, item{bag: b.distinct(), answer: s.answer(t, i)})
	}
	return out
}

// predictor is a trained stage.
type predictor struct {
	logistic *logistic
	forest   *forest
}

func (p predictor) of(x item) []float64 {
	if p.forest != nil {
		return []float64{p.forest.of(x.row)}
	}
	return p.logistic.of(x.bag)
}

func (s stage) learn(items []item) predictor {
	if s.rows == nil {
		return predictor{logistic: trainLogistic(items, s.classes, s.how)}
	}
	rows, right := make([][]float32, len(items)), make([]bool, len(items))
	for i, x := range items {
		rows[i], right[i] = x.row, x.right&1 > 0
	}
	return predictor{forest: grow(rows, right, s.grow)}
}

// learnTables collects the names of organizations and the places of the keys of
// all folds but one.
func learnTables(lessons []Lesson, blank *tables, without int) *tables {
	t := &tables{places: blank.places, counts: blank.counts, words: blank.words, aliases: map[string]map[string]bool{}, chains: map[string]map[string]int{}}
	for i, l := range lessons {
		if foldOf(i, len(lessons)) == without {
			continue
		}
		for k := range l.Key {
			for _, f := range l.Key[k].Fills[muc4.PerpOrganization] {
				t.learnAliases(f.Values)
			}
			for _, f := range l.Key[k].Fills[muc4.Location] {
				t.learnChain(f.Values[0])
			}
		}
	}
	return t
}

func (t *tables) learnAliases(names []string) {
	for _, a := range names {
		for _, b := range names {
			a, b := canonical(a), canonical(b)
			if a == b {
				continue
			}
			if t.aliases[a] == nil {
				t.aliases[a] = map[string]bool{}
			}
			t.aliases[a][b] = true
		}
	}
}

func (t *tables) learnChain(value string) {
	parts := strings.Split(value, ":")
	if len(parts) < 2 || strings.Contains(value, " - ") {
		return
	}
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	narrowest, _, _ := strings.Cut(parts[len(parts)-1], " (")
	if t.chains[narrowest] == nil {
		t.chains[narrowest] = map[string]int{}
	}
	t.chains[narrowest][strings.Join(parts, ": ")]++
}

func tight(s string) string { return strings.ReplaceAll(s, " ", "") }

// Fill gives the templates of all lessons as predicted without having seen
// them, beside their keys.
func (t *Trained) Fill() (key, answers []muc4.Template) {
	for i, x := range t.taught {
		key = append(key, t.lessons[i].Key...)
		answers = append(answers, x.templates(t.Model.limits)...)
	}
	return key, answers
}

// asked are the slots whose values are left out if they are not sure enough.
var asked = []muc4.Slot{muc4.Stage, muc4.Date, muc4.Location, muc4.Category, muc4.InstrumentType, muc4.OrganizationConfidence, muc4.PhysType, muc4.PhysNumber, muc4.PhysEffect, muc4.HumType, muc4.HumNumber, muc4.HumEffect}

// chooseLimits climbs from a first guess to the limits with the best score of
// 1992, first in long steps.
func (t *Trained) chooseLimits(log io.Writer) limits {
	best := limits{Valid: .25, Roles: [roleCount]float64{.25, .2, .25, .25, .2, .25}, Same: .4, Link: .3, Alone: .15}
	for _, slot := range asked {
		best.Items[slot] = .15
	}
	score := t.score(best)
	for _, step := range []float64{.05, .05, .02} {
		for _, at := range knobs() {
			best, score = t.climb(best, score, at, step)
		}
	}
	fmt.Fprintf(log, "limits %+v\n", best)
	return best
}

// knobs are the limits that may be turned.
func knobs() []func(*limits) *float64 {
	list := []func(*limits) *float64{func(l *limits) *float64 { return &l.Valid }}
	for role := range roleCount {
		list = append(list, func(l *limits) *float64 { return &l.Roles[role] })
	}
	for _, slot := range asked {
		list = append(list, func(l *limits) *float64 { return &l.Items[slot] })
	}
	return append(list, func(l *limits) *float64 { return &l.Same }, func(l *limits) *float64 { return &l.Link }, func(l *limits) *float64 { return &l.Alone })
}

// climb turns one limit up and down as long as the score rises.
func (t *Trained) climb(best limits, score float64, at func(*limits) *float64, step float64) (limits, float64) {
	for _, by := range []float64{step, -step} {
		for {
			next := best
			*at(&next) += by
			s := t.score(next)
			if s <= score {
				break
			}
			best, score = next, s
		}
	}
	return best, score
}

func (t *Trained) score(l limits) float64 {
	var key, answers []muc4.Template
	for i, x := range t.taught {
		key = append(key, t.lessons[i].Key...)
		answers = append(answers, x.templates(l)...)
	}
	return muc4.Evaluate(key, answers).AllTemplates.F()
}
