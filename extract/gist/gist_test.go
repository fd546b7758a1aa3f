package gist_test

import (
	"context"
	"math"
	"reflect"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/pipeline"
)

func TestProbabilities(t *testing.T) {
	m := gist.NewModel(map[string]map[string]float64{"a": {"x": math.Log(3)}})
	p := m.Probabilities([]gist.Option{{Table: "a", Features: []gist.Feature{{Name: "x", Value: 1}, {Name: "unknown", Value: 9}}}, {}})
	if math.Abs(p[0]-0.75) > 1e-9 || math.Abs(p[1]-0.25) > 1e-9 {
		t.Errorf("odds of three to one: got %v", p)
	}
}

// TestTrain gives the learner a feature that decides, one that says nothing and
// one that is too rare.
func TestTrain(t *testing.T) {
	var examples []learn.Example
	for i := range 40 {
		yes := i%2 == 0
		features := []gist.Feature{{Name: "noise", Value: 1}}
		if yes {
			features = append(features, gist.Feature{Name: "sign", Value: 1})
		}
		if i == 0 {
			features = append(features, gist.Feature{Name: "once", Value: 1})
		}
		examples = append(examples, learn.Example{Question: gist.Question{Options: []gist.Option{{}, {Table: "t", Features: features}}}, Right: []bool{!yes, yes}})
	}
	w := learn.Train(examples, learn.Default)["t"]
	if w["sign"] < 1 || w["noise"] > 0 {
		t.Errorf("sign should speak for and noise weigh against: %v", w)
	}
	if _, ok := w["once"]; ok {
		t.Error("a feature seen once was learned")
	}
	if again := learn.Train(examples, learn.Default)["t"]; !reflect.DeepEqual(w, again) {
		t.Errorf("not the same twice: %v, %v", w, again)
	}
}

// reports are our own; want is what a reader would file.
var reports = []struct {
	name, title, published, text string
	violation, perpetrator       string
	country, place, date         string
}{
	{"an arrest", "Police arrest newspaper editor in Lusaka", "2021-06-04",
		"Police in Lusaka arrested the editor of a weekly newspaper on Wednesday, her lawyer said.\n\nOfficers took her to the central station and detained her overnight. She was charged with sedition by a Zambian court on Thursday.\n\nZambia has arrested four journalists this year.",
		"arbitrary detention", "state actor", "ZMB", "Lusaka", "2021-06-02"},
	{"a killing", "Land rights activist shot dead in Colombia", "2019-03-20",
		"Gunmen shot dead a land rights activist in Popayán on 18 March 2019, neighbours said.\n\nThe killers, two unidentified men on a motorcycle, fled. The murder is the third of an activist in Colombia this month.",
		"killing", "other actors without permissions", "COL", "Popayán", "2019-03-18"},
	{"a kidnapping", "Teachers kidnapped in northern Nigeria", "2020-10-12",
		"Gunmen kidnapped five teachers near Kaduna on 10 October 2020 and demanded a ransom, police said.\n\nThe kidnappers have not named their price. Nigeria has seen dozens of abductions this year.",
		"kidnapping", "other actors without permissions", "NGA", "Kaduna", "2020-10-10"},
}

func TestGist(t *testing.T) {
	stages, _, err := pipeline.NewStages("")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		t.Run(r.name, func(t *testing.T) {
			a, err := stages.Read(context.Background(), dateline.Raw{Bytes: []byte(r.text), Name: r.name, Title: r.title, Published: r.published})
			if err != nil {
				t.Fatal(err)
			}
			g := a.Reading.Gist
			kinds := map[string]bool{}
			for _, v := range g.Violations {
				kinds[v.Value] = true
				checkReasons(t, v, a.Report.Text)
			}
			if !kinds[r.violation] {
				t.Errorf("violations %v, want %s among them", kinds, r.violation)
			}
			for _, x := range []struct {
				what, want string
				got        *dateline.Judgement
			}{{"perpetrator", r.perpetrator, g.Perpetrator}, {"country", r.country, g.Country}, {"place", r.place, g.Place}, {"date", r.date, g.Date}} {
				if x.got == nil || x.got.Value != x.want {
					t.Errorf("%s: got %+v, want %s", x.what, x.got, x.want)
					continue
				}
				checkReasons(t, *x.got, a.Report.Text)
			}
		})
	}
}

// checkReasons: reasons stand in the text, the heaviest first.
func checkReasons(t *testing.T, j dateline.Judgement, text string) {
	t.Helper()
	if j.Probability <= 0 || j.Probability > 1 {
		t.Errorf("%s: probability %v", j.Value, j.Probability)
	}
	for i, reason := range j.Reasons {
		if s := reason.Span; s.Start < 0 || s.End > len(text) || s.Start >= s.End {
			t.Errorf("%s: reason %+v outside the text", j.Value, reason)
		}
		if i > 0 && reason.Weight > j.Reasons[i-1].Weight {
			t.Errorf("%s: reasons out of order", j.Value)
		}
	}
}
