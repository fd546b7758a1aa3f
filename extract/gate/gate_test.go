package gate_test

import (
	"math"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/gate"
	"github.com/opendateline/dateline/extract/logit"
	"pgregory.net/rapid"
)

func TestStem(t *testing.T) {
	for word, want := range map[string]string{"killed": "kill", "killing": "kill", "kills": "kill", "bombings": "bomb", "exploded": "explod",
		"explode": "explod", "bodies": "body", "stabbed": "stab", "press": "press", "gas": "gas", "red": "red", "été": "été"} {
		if got := gate.Stem(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}

// One word of violence in an opening of three known words, weights 2 and 1 for
// it, -0.5 for a word, bias -3, and 0.25 for each step of the one count that has
// a weight: bomb says 3 for an intent, the table nothing for nature, which is three
// steps.
func TestSumWorkedByHand(t *testing.T) {
	v, err := gate.English()
	if err != nil {
		t.Fatal(err)
	}
	g := gate.New(v, logit.New(gate.Labels, map[string][]float64{gate.Bias: {-3}, "bomb": {2}, "^bomb": {1}, "tabl": {-0.5},
		"#intent above nature, 1 or more": {0.25}, "#intent above nature, 2 or more": {0.25}, "#intent above nature, 3 or more": {0.25}, "#intent above nature, 5 or more": {8}}))
	sum, known := g.Sum(&dateline.Report{Text: "A bomb, bombs, under the table."})
	if want := -3 + 2 + 1 - 0.5 + 3*0.25; math.Abs(sum-want) > 1e-9 || known != 3 {
		t.Errorf("sum %v of %d, want %v of 3", sum, known, want)
	}
}

// The quick sum is that of the model over the named features, and a refusal's
// points come to it.
func TestSumIsThatOfTheFeatures(t *testing.T) {
	g, v := loaded(t)
	weights := map[string]float64{}
	for name, w := range weightsOf(t).All() {
		weights[name] = w[0]
	}
	words := []string{"bomb", "killed", "police", "market", "goal", "league", "the", "of", "film", "said", "shares", "attack", "storm", "zzz", "."}
	rapid.Check(t, func(t *rapid.T) {
		r := &dateline.Report{ID: "rep_1", Title: "Two killed", Text: strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 120).Draw(t, "words"), " ")}
		want := weights[gate.Bias]
		for _, f := range v.Features(r) {
			want += weights[f]
		}
		if got, _ := g.Sum(r); math.Abs(got-want) > 1e-6 {
			t.Fatalf("sum %v, want %v", got, want)
		}
		if got := g.Refusal(r).Score(); math.Abs(got-want) > 0.005+1e-6 {
			t.Fatalf("the points of the refusal come to %v, want %v", got, want)
		}
	})
}

const (
	attack = "Gunmen opened fire on a minibus near the town of Dolva on Tuesday, killing four passengers and wounding seven, police said. " +
		"The attackers fled on motorcycles. Two of the wounded were in critical condition, a doctor at the hospital said. " +
		"No group has claimed responsibility for the shooting. Soldiers were searching villages along the road in the evening."
	baking = "The trick with this bread is patience. Mix the flour, the water and a spoon of honey the night before, and leave the bowl " +
		"in a cool place. In the morning the dough will be soft and full of air. Shape it gently, let it rest for an hour and bake it " +
		"until the crust is dark. Eat it warm with butter and a little salt; it also keeps well for two or three days in a paper bag. " +
		"My daughter likes it best with cherry jam, and our neighbours, who are hard to please, have asked for a second loaf already."
)

func TestPasses(t *testing.T) {
	g, _ := loaded(t)
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"an attack":        {attack, true},
		"a recipe":         {strings.Repeat(baking+"\n\n", 2), false},
		"too short to say": {"Bread for the weekend, with honey.", true},
		"another language": {strings.Repeat("Το ψωμί θέλει υπομονή και ζεστό φούρνο. ", 40), true},
		"empty":            {"", true},
	} {
		r := &dateline.Report{ID: "rep_1", Text: c.text}
		if got := g.Passes(r); got != c.want {
			sum, known := g.Sum(r)
			t.Errorf("%s: passes %v, sum %.2f of %d", name, got, sum, known)
		}
	}
}

// What stands in boilerplate is not read.
func TestBoilerplateIsNotRead(t *testing.T) {
	g, _ := loaded(t)
	r := &dateline.Report{Text: attack + baking, Boilerplate: []dateline.Boilerplate{{Span: dateline.Span{Start: 0, End: len(attack)}}}}
	want, _ := g.Sum(&dateline.Report{Text: baking})
	if got, _ := g.Sum(r); got != want {
		t.Errorf("sum %v, want %v", got, want)
	}
}

func BenchmarkPasses(b *testing.B) {
	g, _ := loaded(b)
	r := &dateline.Report{Text: strings.Repeat(baking+"\n\n", 6)}
	b.ReportMetric(float64(len(strings.Fields(r.Text))), "words")
	for b.Loop() {
		g.Passes(r)
	}
}

func loaded(t testing.TB) (*gate.Gate, gate.Vocabulary) {
	t.Helper()
	g, err := gate.Default()
	if err != nil {
		t.Fatal(err)
	}
	v, err := gate.English()
	if err != nil {
		t.Fatal(err)
	}
	return g, v
}

func weightsOf(t testing.TB) *logit.Model {
	t.Helper()
	m, err := gate.Weights()
	if err != nil {
		t.Fatal(err)
	}
	return m
}
