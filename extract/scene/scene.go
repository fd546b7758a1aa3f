// Package scene tells a text about a game, a novel, a storm or a boardroom from
// one about violence between people.
//
// Sport, business and politics borrow the words of war, reviews and games tell
// of deaths that nobody died, drills play them, accidents and storms kill
// without anybody's will, and a ceremony for the fallen recalls a battle of
// another age. None of these is an incident (domain §6, §12), however much it
// reads like one sentence by sentence. What gives them away is the company that
// the words keep: data/scenes.tsv lists, for each scene, the words that belong
// to it and how much each says (1 a hint, 3 nearly enough alone), and the words
// that speak for violence.
//
// A word counts once however often it stands, and twice where the headline or
// the opening holds it: there a report says what it is about. A scene is taken
// only if it is well attested and outweighs what speaks for violence; in doubt
// a report is one of violence, since an incident lost is worse than a report
// of a game that somebody has to strike out.
package scene

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Scene is what a text is about; Violence is none of the others.
type Scene string

// The scenes that the rules of this package know.
const (
	Violence Scene = "violence"
	Sport    Scene = "sport"
	Fiction  Scene = "fiction"
	Game     Scene = "game"
	Trade    Scene = "trade"
	Debate   Scene = "debate"
	Drill    Scene = "drill"
	Weather  Scene = "weather"
	Accident Scene = "accident"
	Beast    Scene = "beast"
	Cyber    Scene = "cyber"

	// No scenes of their own, only weighed: words of looking back, of pastimes, of doctors,
	// and those who speak of real happenings.
	PastWar  Scene = "past_war"
	Leisure  Scene = "leisure" // food, gardens, music, advice
	Medicine Scene = "medicine"
	voices   Scene = "voices"
)

// Table holds the words. It is read-only and serves many goroutines.
type Table struct {
	words  map[string][]entry
	widths map[string]int // tokens of the longest phrase, by its first word
}

type entry struct {
	scene  Scene
	weight int
}

//go:embed data/scenes.tsv
var scenesTSV string

// English reads the words that are compiled into the program. The error is
// coded dateline.Invalid and can only come from the embedded file.
func English() (*Table, error) { return read(scenesTSV) }

func read(tsv string) (*Table, error) {
	t := &Table{words: map[string][]entry{}, widths: map[string]int{}}
	line := 0
	for text := range strings.Lines(tsv) {
		line++
		text = strings.TrimSpace(text)
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		cells := strings.Split(text, "\t")
		if len(cells) != 3 {
			return nil, dateline.Errorf(dateline.Invalid, "scenes, line %d: %d columns, want 3", line, len(cells))
		}
		weight, err := strconv.Atoi(cells[1])
		if err != nil {
			return nil, dateline.Errorf(dateline.Invalid, "scenes, line %d: weight %q is no number", line, cells[1])
		}
		t.add(entry{Scene(cells[0]), weight}, strings.Split(cells[2], "|"))
	}
	return t, nil
}

func (t *Table) add(e entry, words []string) {
	for _, w := range words {
		if slices.ContainsFunc(t.words[w], func(x entry) bool { return x.scene == e.scene }) {
			continue
		}
		t.words[w] = append(t.words[w], e)
		first, _, _ := strings.Cut(strings.TrimSuffix(w, "/N"), " ")
		t.widths[first] = max(t.widths[first], strings.Count(w, " ")+1)
	}
}

// Each yields every word and phrase with its scene and weight, in no order.
func (t *Table) Each(yield func(s Scene, words string, weight int)) {
	for words, list := range t.words {
		for _, e := range list {
			yield(e.scene, strings.TrimSuffix(words, "/N"), e.weight)
		}
	}
}

// Weigh reads the words of a text.
func (t *Table) Weigh(sentences []dateline.Sentence) Weights {
	out, seen := Weights{}, map[string]bool{}
	for i := range sentences {
		s := &sentences[i]
		for k := range s.Tokens {
			phrase, list := t.at(s.Tokens, k)
			if list == nil || seen[phrase] {
				continue
			}
			seen[phrase] = true
			for _, e := range list {
				out[e.scene] += e.weight * emphasis(s)
			}
		}
	}
	return out
}

// emphasis is how much more the words of a headline or an opening say.
func emphasis(s *dateline.Sentence) int {
	if s.Role == dateline.RoleHeadline || s.Index == 0 {
		return 2
	}
	return 1
}

// at is the longest phrase that begins at token k, with its entries. A token is
// looked up as written and by its lemma.
func (t *Table) at(tokens []dateline.Token, k int) (string, []entry) {
	longest := t.widths[tokens[k].Lemma]
	if form := written(&tokens[k]); form != tokens[k].Lemma {
		longest = max(longest, t.widths[form])
	}
	if longest == 0 {
		return "", nil
	}
	if tokens[k].POS == "NOUN" {
		if list, ok := t.words[tokens[k].Lemma+"/N"]; ok {
			return tokens[k].Lemma, list
		}
	}
	var room [64]byte
	for width := min(longest, len(tokens)-k); width > 0; width-- {
		for _, form := range [...]func(*dateline.Token) string{lemma, written} {
			phrase := join(room[:0], tokens[k:k+width], form)
			if list, ok := t.words[string(phrase)]; ok {
				return string(phrase), list
			}
		}
	}
	return "", nil
}

func lemma(t *dateline.Token) string   { return t.Lemma }
func written(t *dateline.Token) string { return strings.ToLower(t.Text) }

// join appends the tokens in a form of theirs, with spaces between.
func join(phrase []byte, tokens []dateline.Token, form func(*dateline.Token) string) []byte {
	phrase = append(phrase, form(&tokens[0])...)
	for i := range tokens[1:] {
		phrase = append(append(phrase, ' '), form(&tokens[i+1])...)
	}
	return phrase
}

// Weights are what the words of a text say for each scene.
type Weights map[Scene]int

// Of is the scene of a whole report, Violence where none of the others is
// clear. toll is what the accounts of the report say for real violence: people
// counted as hurt, a day that it happened on.
func (w Weights) Of(toll int) Scene {
	return heaviest(w, func(s Scene) bool {
		d := doubts[s]
		against := d.violence*w[Violence] + d.voices*w[voices] + d.toll*toll
		return w[s] >= enough && w[s] > against || w[s] >= enough/2 && w[s] > 3*against
	})
}

// OfViolence is how much speaks for violence: its words, and those who tell of
// real happenings.
func (w Weights) OfViolence() int { return w[Violence] + w[voices] }

// doubts are the scenes with what speaks against each, as often as said beside
// the words of violence: the police speak of accidents and storms too, which
// leave dead on a certain day; books and games count their dead.
var doubts = map[Scene]struct{ violence, voices, toll int }{
	Sport: {1, 1, 1}, Trade: {1, 1, 1}, Debate: {1, 1, 1}, Cyber: {1, 1, 1}, Fiction: {1, 2, 0}, Game: {1, 2, 0}, Drill: {1, 1, 0},
	Accident: {2, 1, 0}, Weather: {1, 0, 0}, Beast: {1, 0, 0},
}

// Unreal says whether a scene is one whose blows and deaths are no violence.
func (s Scene) Unreal() bool {
	_, ok := doubts[s]
	return ok
}

// enough is the weight from which a scene is attested: three words that belong
// to it, or fewer in the headline.
const enough = 8

// Recalls says that a report looks back: a ceremony, a museum, a piece of
// history. What it recalls may still be an incident; that its date decides.
func (w Weights) Recalls() bool {
	return w[PastWar] >= enough/2 && w[PastWar] > w[Violence]
}

// OfSentence is the scene of one sentence of a report of violence: an accident,
// a storm or a game that it is told with, and Violence else. The words of the
// other scenes stand too often beside real blows to be trusted in one sentence.
func (t *Table) OfSentence(s dateline.Sentence) Scene {
	s.Index, s.Role = 1, dateline.RoleBody // no emphasis
	weights := t.Weigh([]dateline.Sentence{s})
	return heaviest(weights, func(x Scene) bool {
		return (x == Accident || x == Weather || x == Sport) && weights[x] >= 3 && weights[Violence] == 0
	})
}

// heaviest is the scene with the most weight of those that hold, the first by
// name of equals.
func heaviest(weights Weights, holds func(Scene) bool) Scene {
	best := Violence
	for s := range doubts {
		if holds(s) && (best == Violence || weights[s] > weights[best] || weights[s] == weights[best] && s < best) {
			best = s
		}
	}
	return best
}
