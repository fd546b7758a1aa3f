package reconcile

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

// linesGen draws tables of claims of up to eight lines, in the notation of
// testdata/examples.txt.
func linesGen() *rapid.Generator[[]string] {
	num := rapid.IntRange(0, 40)
	numbers := rapid.Custom(func(t *rapid.T) string {
		n := num.Draw(t, "n")
		s := strconv.Itoa(n)
		return rapid.SampledFrom([]string{s, s, ">=" + s, ">" + s, "<=" + s, "~" + s, s + ".." + strconv.Itoa(n+3), "dozens", "plural",
			"named", "none", s + "+>=2", strconv.Itoa(n+3) + "=1+" + strconv.Itoa(n+2), strconv.Itoa(n+2) + "(2)"}).Draw(t, "number")
	})
	line := rapid.Custom(func(t *rapid.T) string {
		f := []string{
			rapid.SampledFrom([]string{"A", "B", "C", "D", "E"}).Draw(t, "origin"), "",
			rapid.SampledFrom([]string{"killed", "killed", "wounded"}).Draw(t, "measure"),
			rapid.SampledFrom([]string{"unknown", "unknown", "all", "victims_excl_perp", "perpetrators", "civilians", "diplomats"}).Draw(t, "population"),
			numbers.Draw(t, "count"),
		}
		f[1] = map[string]string{"A": "u", "B": "wire_story", "C": "official_statement", "D": "propaganda_release", "E": "u"}[f[0]]
		f = append(f, "report="+f[0]+rapid.SampledFrom([]string{"1", "2"}).Draw(t, "report"))
		if day := rapid.IntRange(0, 3).Draw(t, "as_of"); day > 0 {
			f = append(f, "as_of=2024-03-1"+strconv.Itoa(day))
		}
		if rapid.IntRange(0, 4).Draw(t, "inferred") == 0 {
			f = append(f, "inferred")
		}
		return strings.Join(f, " ")
	})
	return rapid.SliceOfN(line, 1, 8)
}

func anyRules(t *rapid.T) Rules {
	rules, err := Preset(rapid.SampledFrom(Presets).Draw(t, "preset"))
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

// TestFigureInvariants: §1.7, under every preset.
func TestFigureInvariants(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		lines, rules := linesGen().Draw(rt, "claims"), anyRules(rt)
		inc, _ := (&Reconciler{Rules: rules}).Incident(build(t, lines))
		for _, f := range inc.Figures {
			stated := f.Best == nil || *f.Best != 0 || !rules.zero
			if err := f.Check(); err != nil && stated {
				rt.Fatalf("%v: %+v", err, f)
			}
			if n, named := strings.CutPrefix(f.Explanation, "Best "); named && (f.Best == nil || !strings.HasPrefix(n, strconv.Itoa(*f.Best)+":")) {
				rt.Fatalf("%s is explained by %q", figureSummary(f), f.Explanation)
			}
			if f.Population != dateline.PopAll {
				wholeNotLess(rt, inc.Figure(f.Measure, dateline.PopAll), f)
			}
		}
	})
}

// wholeNotLess: all are no fewer than any part of them.
func wholeNotLess(t *rapid.T, all *dateline.Figure, part dateline.Figure) {
	if all == nil {
		return
	}
	for _, end := range [][2]*int{{all.Low, part.Low}, {all.Best, part.Best}, {all.High, part.High}} {
		if end[0] != nil && end[1] != nil && *end[0] < *end[1] {
			t.Fatalf("%s: all %s is below %s %s", part.Measure, figureSummary(*all), part.Population, figureSummary(part))
		}
	}
}

// TestOrderIndependence: the order of arrival changes no byte (principle 10).
func TestOrderIndependence(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		lines, rules := linesGen().Draw(rt, "claims"), anyRules(rt)
		in := build(t, lines)
		want := record(t, rules, in)
		in.Claims = rapid.Permutation(in.Claims).Draw(rt, "order")
		in.Mentions = rapid.Permutation(in.Mentions).Draw(rt, "order of mentions")
		if got := record(t, rules, in); got != want {
			rt.Fatalf("another order gives another record:\n%s\n%s", want, got)
		}
	})
}

func record(t *testing.T, rules Rules, in Input) string {
	inc, decisions := (&Reconciler{Rules: rules}).Incident(in)
	raw, err := json.Marshal(struct {
		I dateline.Incident
		D []dateline.Decision
	}{inc, decisions})
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// TestBestIsStated: best is a number in the text, a sum or difference of such,
// or, flagged, the least that words allow (principle 4).
func TestBestIsStated(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		in := build(t, linesGen().Draw(rt, "claims"))
		inc, _ := (&Reconciler{Rules: DatelineOne()}).Incident(in)
		for _, f := range inc.Figures {
			if f.Best != nil && !f.Vague && !f.Approximate && !arguable(in, f) {
				rt.Fatalf("best %d of %s %s is nobody's number", *f.Best, f.Measure, f.Population)
			}
		}
	})
}

// arguable: some stated number, or two of them added or subtracted, is best.
func arguable(in Input, f dateline.Figure) bool {
	var said []int
	for _, c := range in.Claims {
		for _, n := range append([]dateline.Count{*c.Value.Count}, c.Value.Count.Parts...) {
			for _, x := range []*int{n.Lo, n.Anchor, n.Hi} {
				if x != nil && c.Attribute == dateline.Attribute(f.Measure) {
					said = append(said, *x)
				}
			}
		}
	}
	for _, a := range said {
		for _, b := range append(said, 0) {
			if a == *f.Best || a+b == *f.Best || max(0, a-b) == *f.Best {
				return true
			}
		}
	}
	return false
}

// TestCopiesNeverCorroborate: a copy inside an origin changes no figure and no
// count of origins (principle 5).
func TestCopiesNeverCorroborate(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		in, rules := build(t, linesGen().Draw(rt, "claims")), anyRules(rt)
		before, _ := (&Reconciler{Rules: rules}).Incident(in)
		c := in.Claims[rapid.IntRange(0, len(in.Claims)-1).Draw(rt, "copied")]
		c.ID = dateline.NewID(dateline.PrefixClaim, "copy", string(c.ID))
		in.Claims = append(in.Claims, c)
		after, _ := (&Reconciler{Rules: rules}).Incident(in)
		if a, b := numbers(before), numbers(after); a != b {
			rt.Fatalf("a copy changed the figures:\n%s\n%s", a, b)
		}
	})
}

func numbers(inc dateline.Incident) string {
	var out []string
	for _, f := range inc.Figures {
		out = append(out, string(f.Measure), string(f.Population), figureSummary(f), f.Rule, string(f.Status),
			strconv.Itoa(f.OriginsMin), strconv.Itoa(f.OriginsMax))
	}
	return strings.Join(out, " ")
}

// TestGeneratedTextIsNeutral: nothing the program writes itself fails the lint
// (ETH-5).
func TestGeneratedTextIsNeutral(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		inc, _ := (&Reconciler{Rules: DatelineOne()}).Incident(build(t, linesGen().Draw(rt, "claims")))
		texts := []string{inc.Title}
		for _, f := range inc.Figures {
			texts = append(texts, f.Explanation)
		}
		for _, c := range inc.Contradictions {
			texts = append(texts, c.Wording, c.Explanation)
		}
		if bad := Lint(strings.Join(texts, " ")); len(bad) > 0 {
			rt.Fatalf("generated text holds %v: %v", bad, texts)
		}
	})
}

func benchmark(b *testing.B, claims int) {
	lines := make([]string, claims)
	for i := range lines {
		lines[i] = strings.Join([]string{"O" + strconv.Itoa(i%7), "wire_story", []string{"killed", "wounded"}[i%2], "unknown",
			strconv.Itoa(5 + i%9), "report=R" + strconv.Itoa(i%13)}, " ")
	}
	in, r := build(b, lines), &Reconciler{Rules: DatelineOne()}
	b.ResetTimer()
	for range b.N {
		r.Incident(in)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "incidents/s")
}

func BenchmarkIncident10Claims(b *testing.B)  { benchmark(b, 10) }
func BenchmarkIncident100Claims(b *testing.B) { benchmark(b, 100) }
