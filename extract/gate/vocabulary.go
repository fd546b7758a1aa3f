package gate

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/scene"
)

// says is how much a stem says for violence and for another scene: 1 a hint, 3
// nearly enough alone.
type says struct{ violence, other int }

// Vocabulary holds the stems of the words of violence and of other scenes.
type Vocabulary map[string]says

// English gathers the words of the program's tables. The error is coded
// dateline.Invalid and can only come from an embedded file.
func English() (Vocabulary, error) {
	scenes, err := scene.English()
	if err != nil {
		return nil, err
	}
	words, err := lexicon.English()
	if err != nil {
		return nil, err
	}
	v := Vocabulary{}
	scenes.Each(v.scene)
	words.EachTrigger(func(t lexicon.Trigger) {
		if t.Role != lexicon.Soft && len(t.Words) == 1 {
			v.add(t.Words[0], says{violence: 2})
		}
	})
	for _, table := range []map[string]dateline.Measure{words.HarmVerb, words.HarmNoun, words.State} {
		for w := range maps.Keys(table) {
			v.add(w, says{violence: 2})
		}
	}
	return v, nil
}

// scene adds a word of a scene. Hints of other scenes are too common to count.
func (v Vocabulary) scene(s scene.Scene, word string, weight int) {
	switch {
	case s == scene.Violence:
		v.add(word, says{violence: weight})
	case s.Unreal() && weight > 1:
		v.add(word, says{other: weight})
	}
}

func (v Vocabulary) add(word string, s says) {
	if strings.Contains(word, " ") {
		return
	}
	key := Stem(strings.ToLower(word))
	had := v[key]
	v[key] = says{max(had.violence, s.violence), max(had.other, s.other)}
}

// tally is what the stems of a report say, each once, and once more in the
// opening.
type tally struct {
	all, opening says
	words        int
}

func (s *says) plus(o says) {
	s.violence += o.violence
	s.other += o.other
}

// count is one of the six numbers that a tally comes to.
type count struct {
	name string
	of   func(tally) int
}

var counts = [...]count{
	{"violence", func(t tally) int { return t.all.violence }},
	{"violence in the opening", func(t tally) int { return t.opening.violence }},
	{"other scenes", func(t tally) int { return t.all.other }},
	{"other scenes in the opening", func(t tally) int { return t.opening.other }},
	{"violence above other scenes", func(t tally) int { return t.all.violence - t.all.other }},
	{"violence for the length", func(t tally) int { return int(10 * float64(t.all.violence) / math.Sqrt(float64(t.words+1))) }},
}

// steps are the numbers at which a count becomes a feature more.
var steps = [...]int{1, 3, 5, 8, 12, 17, 23, 30, 40}

func reached(n int) int {
	i, found := slices.BinarySearch(steps[:], n)
	if found {
		i++
	}
	return i
}

// stepName is the name of the feature that a count has come to a step.
func stepName(count, step int) string {
	return fmt.Sprintf("#%s, %d or more", counts[count].name, steps[step])
}

// headMark stands before a stem of the opening in the name of a feature.
const headMark = "^"

// Features are the names of what weights are about, each once: "stem", "^stem"
// in the opening, and the steps that the counts of a report have come to.
func (v Vocabulary) Features(r *dateline.Report) []string {
	var out []string
	var t tally
	seen := map[string]bool{}
	add := func(name, stem string, to *says) {
		if !seen[name] {
			seen[name] = true
			out = append(out, name)
			to.plus(v[stem])
		}
	}
	t.words = stems(r, func(stem []byte, opens bool) {
		add(string(stem), string(stem), &t.all)
		if opens {
			add(headMark+string(stem), string(stem), &t.opening)
		}
	})
	for c := range counts {
		for step := range reached(counts[c].of(t)) {
			out = append(out, stepName(c, step))
		}
	}
	return out
}
