package family

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

func report(id, text string) *dateline.Report {
	return &dateline.Report{ID: dateline.ID(id), Text: text}
}

func compare(a, b string) dateline.Shared {
	return Compare(Sign(report("rep_a", a)), Sign(report("rep_b", b)))
}

const wire = `Two gunmen on a motorcycle opened fire at a livestock market in Sirvaz Bazaar on Tuesday morning, emptying several magazines into the crowd before they fled north along the river road.
The provincial council said the market had been full because traders from Marvesk had come down for the autumn sale. A teacher who lives above the grain store said he counted eleven shots, then a pause, then many more.
Ambulances took the injured to the district hospital in Harvashan, where nurses set up beds in the corridor. By the evening the road to the capital was closed in both directions and soldiers searched every lorry.`

// edited keeps three sentences' worth of runs and rewrites the rest.
const edited = `HARVASHAN - A crowded animal market was shot up by attackers in the north of Velmara yesterday in what traders called the worst day they could remember.
Witnesses described two gunmen on a motorcycle who rode away before police came; officials would not say whether anybody had been caught.
Local people said that traders from Marvesk had come down for the autumn sale, and that the place was fuller than usual.
In the district hospital in Harvashan, where nurses set up beds in the corridor, relatives waited for news until long after dark.
It was the third attack of the year in the province, which has seen little violence since the truce was agreed, and opposition politicians asked why no patrol had been near the market at the time. By the evening the road to the capital was closed and a curfew was announced.`

const quoteOnly = `The president addressed the nation from the palace. "Two gunmen on a motorcycle opened fire at a livestock market in Sirvaz Bazaar on Tuesday morning, emptying several magazines into the crowd before they fled north along the river road," he read from a note. He then spoke about the harvest and the price of diesel for a quarter of an hour.`

const stockOne = `A man was shot outside a bakery in Dorrin late on Sunday. He was pronounced dead at the scene. Police have not released the name of the victim. Anyone with information about the shooting is asked to call Crime Stoppers. The investigation is ongoing.`
const stockTwo = `Gunfire near a school in Pallo wounded a bus driver on Monday, and a second person was pronounced dead at the scene. Police have not released the name of the victim. Anyone with information about the shooting is asked to call Crime Stoppers. The investigation is ongoing.`

func TestIND2SameFamily(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b string
		want bool
	}{
		{"an exact copy", wire, wire, true},
		{"a copy with another headline", wire, "Market attacked\n\n" + wire, true},
		{"a heavily edited version", wire, edited, true},
		{"a short exact copy", "Rebels shelled the bridge at Pallo overnight and three soldiers were hurt.", "Rebels shelled the bridge at Pallo overnight and three soldiers were hurt.", true},
		{"a shared quotation only (IND-3)", wire, quoteOnly, false},
		{"shared stock phrases only", stockOne, stockTwo, false},
		{"nothing shared", wire, stockOne, false},
	} {
		if s := compare(c.a, c.b); Same(s) != c.want {
			t.Errorf("%s: Same is %v; containment %.3f, %d runs", c.name, !c.want, s.Containment, len(s.Runs))
		}
	}
}

func TestRunsPointAtTheSameWordsInBothTexts(t *testing.T) {
	s := compare(wire, edited)
	for _, r := range s.Runs {
		if err := r.A.Check(wire); err != nil {
			t.Error(err)
		}
		if err := r.B.Check(edited); err != nil {
			t.Error(err)
		}
		if a, b := r.A.Of(wire), r.B.Of(edited); !strings.EqualFold(a, b) {
			t.Errorf("run %q against %q", a, b)
		}
	}
	if len(s.Runs) < 3 {
		t.Errorf("%d runs", len(s.Runs))
	}
}

// TestIND2SharedCreditLowersTheBar: shared runs and a shared credit or byline are
// the signals (IND-1).
func TestIND2SharedCreditLowersTheBar(t *testing.T) {
	a, b := report("rep_a", wire), report("rep_b", "The road was closed. Traders from Marvesk had come down for the autumn sale, it was said. "+stockOne+" "+stockTwo+" "+quoteOnly)
	if Same(Compare(Sign(a), Sign(b))) {
		t.Fatal("one shared run is not a family without a credit")
	}
	a.Byline, b.Byline = []string{"By Ilva Marten"}, []string{"ILVA MARTEN"}
	if s := Compare(Sign(a), Sign(b)); !Same(s) || s.Credit != "ilva marten" {
		t.Errorf("shared byline: containment %.3f, credit %q", s.Containment, s.Credit)
	}
	a.Byline, b.Byline = []string{"Staff"}, []string{"Staff"}
	if Same(Compare(Sign(a), Sign(b))) {
		t.Error("a byline that says nothing is no evidence")
	}
}

func TestBoilerplateIsNotRead(t *testing.T) {
	a, b := report("rep_a", wire), report("rep_b", wire)
	for _, r := range []*dateline.Report{a, b} {
		r.Boilerplate = []dateline.Boilerplate{{Span: dateline.NewSpan(wire, 0, len(wire)), Kind: "repeat"}}
	}
	if s := Compare(Sign(a), Sign(b)); s.Containment != 0 || len(s.Runs) != 0 {
		t.Errorf("containment %.2f from boilerplate", s.Containment)
	}
}

func TestKeysOfAnyRunOfEightWordsMeet(t *testing.T) {
	words := rapid.SampledFrom(strings.Fields(strings.NewReplacer(".", "", ",", "", "- ", "").Replace(wire + " " + edited)))
	rapid.Check(t, func(t *rapid.T) {
		text := func(label string) string {
			return strings.Join(rapid.SliceOfN(words, 0, 40).Draw(t, label), " ")
		}
		run := strings.Join(rapid.SliceOfN(words, 8, 12).Draw(t, "run"), " ")
		a := Sign(report("rep_a", text("a")+" "+run+" "+text("after a")))
		b := Sign(report("rep_b", text("b")+" "+run+" "+text("after b")))
		if len(a.shingles) == 0 {
			return
		}
		if !meet(a.Keys(), b.Keys()) {
			t.Fatalf("no common key for run %q", run)
		}
	})
}

func meet(a, b []uint64) bool {
	in := map[uint64]bool{}
	for _, k := range a {
		in[k] = true
	}
	for _, k := range b {
		if in[k] {
			return true
		}
	}
	return false
}

func TestGroupsDoNotDependOnOrder(t *testing.T) {
	pair := func(a, b string) dateline.Shared {
		return dateline.Shared{A: dateline.ID(a), B: dateline.ID(b), Containment: 0.9}
	}
	pairs := []dateline.Shared{pair("rep_1", "rep_2"), pair("rep_2", "rep_5"), pair("rep_3", "rep_4"), {A: "rep_1", B: "rep_3", Containment: 0.01}}
	want := Group(pairs)
	if len(want) != 2 {
		t.Fatalf("%d families", len(want))
	}
	rapid.Check(t, func(t *rapid.T) {
		got := Group(rapid.Permutation(pairs).Draw(t, "pairs"))
		for i := range want {
			if got[i].ID != want[i].ID || len(got[i].Reports) != len(want[i].Reports) || len(got[i].Pairs) != len(want[i].Pairs) {
				t.Fatalf("got %v, want %v", got[i], want[i])
			}
		}
	})
}

func TestRelate(t *testing.T) {
	a, b := report("rep_a", wire), report("rep_b", edited)
	a.Outlet, b.Outlet = "Harvashan Courier", "Harvashan Courier"
	a.Published.At, b.Published.At = "2023-03-12T08:00:00Z", "2023-03-12T17:00:00Z"
	if rel, order := Relate(a, b, compare(wire, edited)); rel != Version || order != "earlier" {
		t.Errorf("%s, %s", rel, order)
	}
	b.Outlet, b.Published.At = "Meridian Post", ""
	if rel, order := Relate(a, b, compare(wire, edited)); rel != EditedCopy || order != "unknown" {
		t.Errorf("%s, %s", rel, order)
	}
	if rel, _ := Relate(a, b, compare(wire, wire)); rel != VerbatimCopy {
		t.Error(rel)
	}
}

func BenchmarkSign(b *testing.B) {
	r := report("rep_a", strings.Repeat(wire+"\n", 1)+edited+"\n"+edited)
	for b.Loop() {
		Sign(r).Keys()
	}
}

func BenchmarkCompare(b *testing.B) {
	x, y := Sign(report("rep_a", wire)), Sign(report("rep_b", edited))
	for b.Loop() {
		Compare(x, y)
	}
}

// TestOneOutlet: what an outlet prints under all its reports makes no family of
// two that are weeks apart, nor does its own name among the credits. Weeks apart
// another outlet's version has a passage in common.
func TestOneOutlet(t *testing.T) {
	at := func(id, text, outlet, day string) *Signature {
		r := report(id, text)
		r.Outlet, r.AgencyCredit = outlet, []string{"Velmara Wire"}
		r.Published = dateline.Published{Earliest: dateline.Day(day), Latest: dateline.Day(day)}
		return Sign(r)
	}
	for _, c := range []struct {
		name, outlet, day string
		same              bool
	}{
		{"days apart", "Harvashan Herald", "2024-03-14", true},
		{"months apart", "Harvashan Herald", "2024-07-01", false},
		{"days apart, another outlet", "Coast Radio", "2024-03-14", true},
		{"months apart, another outlet", "Coast Radio", "2024-07-01", false},
	} {
		s := Compare(at("rep_a", wire, "Harvashan Herald", "2024-03-12"), at("rep_b", edited, c.outlet, c.day))
		if Same(s) != c.same {
			t.Errorf("%s: %v, containment %.2f", c.name, !c.same, s.Containment)
		}
		if own := c.outlet == "Harvashan Herald"; own != (s.Credit == "") && c.same {
			t.Errorf("%s: credit %q", c.name, s.Credit)
		}
	}
}

// TestOneOutletTellsOn: a story that an outlet tells on months later, with what it
// told before, is of one family; standing text under two stories is one run, and
// makes none.
func TestOneOutletTellsOn(t *testing.T) {
	sentences := strings.SplitAfter(wire, ".")
	told := "Two men were found guilty on Monday." + strings.Join(sentences[:2], " The court heard more.") +
		" Their lawyer left the room." + strings.Join(sentences[2:], " The court heard more.")
	at := func(id, text, day string) *Signature {
		r := report(id, text)
		r.Outlet, r.Published = "Harvashan Herald", dateline.Published{Earliest: dateline.Day(day), Latest: dateline.Day(day)}
		return Sign(r)
	}
	for _, c := range []struct {
		name, first, later string
		want               bool
	}{
		{"the story and the verdict", wire, told, true},
		{"standing text under two stories", "A baker was robbed in Pallo.\n\n" + wire, "The council met in Dorrin.\n\n" + wire, false},
	} {
		if s := Compare(at("rep_a", c.first, "2024-03-12"), at("rep_b", c.later, "2024-09-01")); Same(s) != c.want {
			t.Errorf("%s: %v, containment %.2f, %d runs", c.name, !c.want, s.Containment, len(s.Runs))
		}
	}
}
