package gate

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/scene"
)

// theme is what words of a kind speak of.
type theme int

const (
	intent   theme = iota // who does violence, how and with what
	harm                  // what came of it: people also die of other things
	law                   // those who deal with it: police, hospitals, courts
	nature                // accidents, storms, animals, diseases
	play                  // sport, fiction, games
	business              // trade, debate, drills, computers
	themes
)

var themeNames = [themes]string{"intent", "harm", "law", "nature", "play", "business"}

// says is how much a stem says for each theme: 1 a hint, 3 nearly enough alone.
type says [themes]int

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
	words.EachTrigger(v.trigger)
	for _, table := range []map[string]dateline.Measure{words.HarmVerb, words.HarmNoun, words.State} {
		for w := range table {
			v.add(w, harm, 2)
		}
	}
	words.Each(lexicon.Misfortune, func(w string) { v.add(w, nature, 2) })
	return v, nil
}

// scene adds a word of a scene. Hints of other scenes are too common to count.
func (v Vocabulary) scene(s scene.Scene, word string, weight int) {
	of, known := ofScene[s]
	switch {
	case s == scene.Violence && weight == 1:
		v.add(word, law, weight)
	case known && weight > 1:
		v.add(word, of, weight)
	}
}

var ofScene = map[scene.Scene]theme{scene.Violence: intent, scene.Accident: nature, scene.Weather: nature, scene.Beast: nature,
	scene.Sport: play, scene.Fiction: play, scene.Game: play,
	scene.Trade: business, scene.Debate: business, scene.Drill: business, scene.Cyber: business}

// trigger adds a word that opens accounts.
func (v Vocabulary) trigger(t lexicon.Trigger) {
	switch {
	case len(t.Words) > 1 || t.Role == lexicon.Soft:
	case t.Role == lexicon.Harm:
		v.add(t.Words[0], harm, 2)
	default:
		v.add(t.Words[0], intent, 2)
	}
}

func (v Vocabulary) add(word string, of theme, weight int) {
	if strings.Contains(word, " ") {
		return
	}
	key := Stem(strings.ToLower(word))
	s := v[key]
	s[of] = max(s[of], weight)
	v[key] = s
}

// tally is what the stems of a report say, each once and once more in the
// opening, how often words of each theme stand, and how many words there are.
type tally struct {
	all, opening says
	often        says
	words        int
}

func (s *says) plus(o says) {
	for t := range s {
		s[t] += o[t]
	}
}

// occurs counts one word.
func (s *says) occurs(o says) {
	for t := range s {
		if o[t] > 0 {
			s[t]++
		}
	}
}

// count is one of the numbers that a tally comes to.
type count struct {
	name string
	of   func(tally) int
}

var counts = slices.Concat([]count{
	{"length", func(t tally) int { return t.words / 30 }},
	{"intent above nature", func(t tally) int { return t.all[intent] - t.all[nature] }},
	{"nature above intent", func(t tally) int { return t.all[nature] - t.all[intent] }},
	{"intent above nature in the opening", func(t tally) int { return t.opening[intent] - t.opening[nature] }},
	{"nature above intent in the opening", func(t tally) int { return t.opening[nature] - t.opening[intent] }},
	{"intent above play and business", func(t tally) int { return t.all[intent] - t.all[play] - t.all[business] }},
	{"play and business above intent", func(t tally) int { return t.all[play] + t.all[business] - t.all[intent] }},
	{"intent oftener than nature", func(t tally) int { return t.often[intent] - t.often[nature] }},
	{"nature oftener than intent", func(t tally) int { return t.often[nature] - t.often[intent] }},
}, forLength())

// forLength are the counts that rise with a text, set against its length: what
// its stems say, which grows slower than the text, and how often they stand.
func forLength() []count {
	var out []count
	for t, name := range themeNames {
		out = append(out,
			count{name + " for the length", func(x tally) int { return int(10 * float64(x.all[t]) / math.Sqrt(float64(x.words+1))) }},
			count{name + ", how often for the length", func(x tally) int { return 400 * x.often[t] / (x.words + 20) }})
	}
	return out
}

// steps are the numbers at which a count becomes a feature more.
var steps = [...]int{1, 2, 3, 5, 8, 12, 17, 23, 30, 40}

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
		t.often.occurs(v[string(stem)])
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
