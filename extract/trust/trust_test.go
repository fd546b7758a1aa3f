package trust_test

import (
	"slices"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/logit"
	"github.com/opendateline/dateline/extract/trust"
)

func reading() (*dateline.Document, *dateline.Reading) {
	on := func(id dateline.ID, day string, at int) dateline.Claim {
		return dateline.Claim{ID: id, MentionID: "mnt_1", Attribute: dateline.AttrDate, Modality: dateline.Asserted, Rule: "DAT-4@1", Confidence: 0.8,
			Value: dateline.Value{Date: &dateline.Date{EDTF: day, Precision: dateline.D1}}, Span: dateline.Span{Start: at, End: at + 2}}
	}
	doc := &dateline.Document{Report: &dateline.Report{}, Sentences: []dateline.Sentence{{Start: 0, End: 20, Role: dateline.RoleHeadline}, {Start: 20, End: 90, Index: 1}}}
	return doc, &dateline.Reading{
		Mentions: []dateline.Mention{{ID: "mnt_1", Salience: dateline.Main}},
		Claims: []dateline.Claim{on("clm_1", "2031-05-04", 4), on("clm_2", "2031-05-04", 30), on("clm_3", "2031-05-06", 60),
			{ID: "clm_4", MentionID: "mnt_1", Attribute: dateline.AttrMotive, Confidence: 0.6}},
	}
}

func TestFeatures(t *testing.T) {
	doc, r := reading()
	for i, want := range [][]string{
		{"date: rule DAT-4", "date: in the headline", "date: agreeing 1", "date: other values 1", "date: account main", "date: precision D1"},
		{"date: in sentence 1", "date: agreeing 1"},
		{"date: agreeing 0", "date: other values 2", "date: alone against others"},
	} {
		got := trust.Features(doc, r, &r.Claims[i])
		for _, f := range want {
			if !slices.Contains(got, f) {
				t.Errorf("claim %d lacks %q: %q", i+1, f, got)
			}
		}
		if sorted := slices.Sorted(slices.Values(got)); len(slices.Compact(sorted)) != len(got) {
			t.Errorf("claim %d has a feature twice: %q", i+1, got)
		}
	}
}

// Weights 1 for the fact and -2 for standing alone: e/(e+1) and 1/(e+1). What
// the model does not know keeps its confidence.
func TestRateWorkedByHand(t *testing.T) {
	doc, r := reading()
	m := trust.New(logit.New(trust.Labels, map[string][]float64{"date: fact": {1}, "date: alone against others": {-2}}))
	m.Rate(doc, r)
	for i, want := range []float64{0.73, 0.73, 0.27, 0.6} {
		if got := r.Claims[i].Confidence; got != want {
			t.Errorf("claim %d: %v, want %v", i+1, got, want)
		}
	}
}

// The compiled weights hold a claim that another agrees with for likelier than
// one that stands alone against two.
func TestEnglish(t *testing.T) {
	m, err := trust.English()
	if err != nil {
		t.Fatal(err)
	}
	doc, r := reading()
	m.Rate(doc, r)
	if agreed, alone := r.Claims[1].Confidence, r.Claims[2].Confidence; agreed <= alone || agreed <= 0 || agreed >= 1 {
		t.Errorf("agreed %v, alone %v", agreed, alone)
	}
}
