package eval

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval/muc4"
)

// want compares metrics with what was worked out by hand.
func want(t *testing.T, r Result, values map[string]float64) {
	t.Helper()
	for name, value := range values {
		m, ok := r.Metric(name)
		if !ok {
			t.Errorf("%s was not measured", name)
		} else if math.Abs(m.Value-value) > 1e-9 {
			t.Errorf("%s is %.6f, want %.6f", name, m.Value, value)
		}
	}
}

func number(n int) *int             { return &n }
func degrees(d float64) *float64    { return &d }
func between2(low, high int) *Range { return &Range{&low, &high} }

// Three reports.
//
// killed: gold 3, 2–5, 4; answers 3, 2–4, none.
// exact 1 of 3; within 1: 3 = 3 and 5 against 4, 2 of 3; overlap 2 of 3;
// f1: 1 right of 2 answers and 3 gold, 2*1/(2+3) = 0.4.
//
// date: gold 2021-03-04, 2021-03, none; answers 2021-3-4, 2021-04, 2021-05-06.
// exact: 1 of 2 (leading zeros do not matter); f1: 1 right, 3 answers, 2 gold,
// 2/5. year: 2 of 2; month: 03 right, 04 wrong, 1 of 2; day: 1 of 1.
//
// types: gold {arrest, threat}, {arrest}, {}; answers {arrest}, {threat}, {}:
// 1 right of 2 answers and 3 gold, 2/5.
//
// place: "Harvashan, Old Town" is met by "harvashan", "Beit Orush" by another
// romanisation: 2 of 2.
func TestFieldsWorkedByHand(t *testing.T) {
	gold := []FieldsRow{
		{Report: "a", Date: "2021-03-04", Killed: Exactly(3), Types: []string{"arrest", "threat"}, Place: "Harvashan, Old Town"},
		{Report: "b", Date: "2021-03", Killed: between2(2, 5), Types: []string{"arrest"}, Place: "Beit Orush"},
		{Report: "c", Killed: Exactly(4)},
	}
	answers := []FieldsRow{
		{Report: "c", Date: "2021-05-06"},
		{Report: "b", Date: "2021-04", Killed: between2(2, 4), Types: []string{"threat"}, Place: "Bayt Orouch"},
		{Report: "a", Date: "2021-3-4", Killed: Exactly(3), Types: []string{"arrest"}, Place: "harvashan"},
	}
	want(t, ScoreFields(gold, answers), map[string]float64{
		"killed_exact": 1.0 / 3, "killed_within1": 2.0 / 3, "killed_overlap": 2.0 / 3, "killed_f1": 0.4,
		"date_exact": 0.5, "date_f1": 0.4, "date_year_exact": 1, "date_month_exact": 0.5, "date_day_exact": 1,
		"types_f1": 0.4, "place_exact": 1,
	})
}

func TestAnUnknownNumberIsNotZero(t *testing.T) {
	gold := []FieldsRow{{Report: "a", Killed: Exactly(0)}, {Report: "b", Killed: &Range{Low: number(3)}}}
	answers := []FieldsRow{{Report: "a"}, {Report: "b", Killed: &Range{Low: number(3)}}}
	want(t, ScoreFields(gold, answers), map[string]float64{"killed_exact": 0.5, "killed_f1": 2.0 / 3})
}

// Gold: {a b c} and {d}; predicted: {a b} and {c d}.
// Precision: a and b 2/2, c 1/2, d 1/2: (1+1+.5+.5)/4 = 0.75.
// Recall: a and b 2/3, c 1/3, d 1/1: (2/3+2/3+1/3+1)/4 = 2/3.
// F = 2*.75*(2/3)/(.75+2/3) = 12/17.
//
// The first incident is compared with {a b} (2 of 3 reports in common, against 1
// of 4): killed 5 against 4 is within 1, the date is right. The second with
// {c d}: killed 1 is right, the date a day late. Its place is 0.01 degrees off.
func TestIncidentsWorkedByHand(t *testing.T) {
	gold := []IncidentRow{
		{Reports: []string{"a", "b", "c"}, Killed: number(5), Date: "2024-03-04"},
		{Reports: []string{"d"}, Killed: number(1), Date: "2024-05-01", Lat: degrees(10), Lon: degrees(20)},
	}
	predicted := []IncidentRow{
		{Reports: []string{"a", "b"}, Killed: number(4), Date: "2024-03-04"},
		{Reports: []string{"c", "d"}, Killed: number(1), Date: "2024-05-02", Lat: degrees(10.01), Lon: degrees(20)},
	}
	want(t, ScoreIncidents(gold, predicted), map[string]float64{
		"b3_p": 0.75, "b3_r": 2.0 / 3, "b3_f": 12.0 / 17,
		"killed_exact": 0.5, "killed_within1": 1, "date_exact": 0.5, "date_within1": 1, "acc161": 1,
	})
}

// The gold has the pairs ab and ac; a and b are published eleven days apart, a
// and c ten, which is not far, and the day of d is not known. Found is ab, and
// wrongly be, which is far too: precision 1/2, recall 1.
func TestPairsFarApartWorkedByHand(t *testing.T) {
	gold := []IncidentRow{{Reports: []string{"a", "b", "c"}}, {Reports: []string{"d"}}, {Reports: []string{"e"}}}
	predicted := []IncidentRow{{Reports: []string{"a", "b", "d"}}, {Reports: []string{"b", "e"}}, {Reports: []string{"c"}}}
	published := map[string]dateline.Day{"a": "2024-03-01", "b": "2024-03-12", "c": "2024-03-11", "e": "2024-06-01"}
	want(t, ScoreFarPairs(gold, predicted, published), map[string]float64{"pairs_far_p": 0.5, "pairs_far_r": 1, "pairs_far_f": 2.0 / 3})
}

// Report b is about both incidents. Gold and prediction are the same, so all is
// 1. With b in the first only: a's and b's precision are full, c stands alone;
// recall: a 1; b shares nothing with c any more: b (with a 1, with itself 1 of 2
// clusters, with c 0) = 1.5/3; c: itself 1, b 0: 1/2. Recall = (1+.5+.5)/3.
func TestAReportMayTellOfTwoIncidents(t *testing.T) {
	gold := []IncidentRow{{Reports: []string{"a", "b"}}, {Reports: []string{"b", "c"}}}
	want(t, ScoreIncidents(gold, gold), map[string]float64{"b3_p": 1, "b3_r": 1, "b3_f": 1})
	predicted := []IncidentRow{{Reports: []string{"a", "b"}}, {Reports: []string{"c"}}}
	want(t, ScoreIncidents(gold, predicted), map[string]float64{"b3_p": 1, "b3_r": 2.0 / 3})
}

// Gold: [0,6) 2021, [10,16) 2021-03. Answers: [0,6) 2021, [12,16) 2021-03,
// [20,24) 2022. Strict: 1 of 3 and 2, 2/5. Relaxed 2: 4/5. Values: both, 4/5.
func TestTimesWorkedByHand(t *testing.T) {
	gold := []TimesRow{{Report: "a", Times: []Time{
		{Span: Span{Start: 0, End: 6}, Value: "2021", Type: "DATE"}, {Span: Span{Start: 10, End: 16}, Value: "2021-03", Type: "DATE"}}}}
	answers := []TimesRow{{Report: "a", Times: []Time{
		{Span: Span{Start: 0, End: 6}, Value: "2021", Type: "DATE"}, {Span: Span{Start: 12, End: 16}, Value: "2021-03", Type: "DURATION"},
		{Span: Span{Start: 20, End: 24}, Value: "2022", Type: "DATE"}}}}
	want(t, ScoreTimes(gold, answers), map[string]float64{"span_f1": 0.4, "span_relaxed_f1": 0.8, "value_f1": 0.8, "type_f1": 0.4})
}

// Four gold names, three with coordinates. The first is resolved one degree of
// latitude off (6371 * pi / 180 = 111.19 km: near), the second ten degrees
// (1111.9 km: not near), the third is not found, the fourth has no coordinates.
// acc161 1/3; among those found 1/2; mean error 5.5 degrees. Spans: 3 of 3
// answers and 4 gold: 6/7.
func TestToponymsWorkedByHand(t *testing.T) {
	at := func(start int, lat *float64) Toponym {
		toponym := Toponym{Span: Span{Start: start, End: start + 5}, Lat: lat}
		if lat != nil {
			toponym.Lon = degrees(0)
		}
		return toponym
	}
	gold := []ToponymsRow{{Report: "a", Toponyms: []Toponym{at(0, degrees(0)), at(10, degrees(0)), at(20, degrees(0)), at(30, nil)}}}
	answers := []ToponymsRow{{Report: "a", Toponyms: []Toponym{at(0, degrees(1)), at(10, degrees(10)), at(30, degrees(3))}}}
	want(t, ScoreToponyms(gold, answers), map[string]float64{
		"span_f1": 6.0 / 7, "acc161": 1.0 / 3, "acc161_matched": 0.5, "mean_error_km": 5.5 * 6371 * math.Pi / 180,
	})
}

// Page a: of 2 pieces that must be in the text 1 is, and the 1 that must not be
// is too: precision 1/2, recall 1/2. Page b: gold 4 words, answer 2, both right:
// F1 = 2*2/(2+4) = 2/3, the only page with a text.
func TestCleanWorkedByHand(t *testing.T) {
	gold := []CleanRow{
		{Report: "a", Must: []string{"The mill  burned.", "Nobody was hurt."}, MustNot: []string{"Subscribe now"}},
		{Report: "b", Text: "The mill burned down", Title: "Fire"},
	}
	answers := []CleanRow{{Report: "a", Text: "The mill burned. Subscribe now"}, {Report: "b", Text: "mill burned", Title: "Fire"}}
	want(t, ScoreClean(gold, answers), map[string]float64{
		"pieces_p": 0.5, "pieces_r": 0.5, "pieces_f": 0.5, "text_f1": 2.0 / 3, "title_exact": 1,
	})
}

// Gold fight fight aid; answers fight aid aid. fight: 1 right of 1 and 2, 2/3;
// aid: 1 right of 2 and 1, 2/3. Accuracy 2/3, macro F1 2/3.
func TestLabelsWorkedByHand(t *testing.T) {
	gold := []LabelRow{{ID: "1", Label: "fight"}, {ID: "2", Label: "fight"}, {ID: "3", Label: "aid"}}
	answers := []LabelRow{{ID: "1", Label: "fight"}, {ID: "2", Label: "aid"}, {ID: "3", Label: "aid"}}
	want(t, ScoreLabels(gold, answers), map[string]float64{"accuracy": 2.0 / 3, "macro_f1": 2.0 / 3})
}

// All reports as one story: recall 1, precision (2/3+2/3+1/3)/3 = 5/9.
func TestStoriesWorkedByHand(t *testing.T) {
	gold := []StoryRow{{"a", "x"}, {"b", "x"}, {"c", "y"}}
	answers := []StoryRow{{"a", "1"}, {"b", "1"}, {"c", "1"}}
	want(t, ScoreStories(gold, answers), map[string]float64{"b3_r": 1, "b3_p": 5.0 / 9})
}

// One fill of two right, one wrong: P 1/2, R 1/2.
func TestTemplatesWorkedByHand(t *testing.T) {
	fill := func(stage string) muc4.Template {
		template := muc4.Template{Message: "M-1", Number: 1}
		template.Add(muc4.IncidentType, "BOMBING", "")
		template.Add(muc4.Stage, stage, "")
		template.Add(muc4.PhysID, "MILL", "")
		return template
	}
	r := ScoreTemplates([]muc4.Template{fill("ATTEMPTED")}, []muc4.Template{fill("ACCOMPLISHED")})
	want(t, r, map[string]float64{"all_templates_f": 2.0 / 3, "slot.inc-stage_f": 0, "slot.inc-type_f": 1, "gtt_f1": 1, "ree_f1": 1, "role.Target_f1": 1})
}

// A metric that is the same on every document has no spread; the draws are the
// same each time.
func TestIntervals(t *testing.T) {
	same := result(5, prf("x", []tally{hit(1, 2, 2), hit(1, 2, 2), hit(1, 2, 2), hit(1, 2, 2), hit(1, 2, 2)}))
	for _, m := range same.Metrics {
		if m.Low != m.Value || m.High != m.Value || m.N != 10 {
			t.Errorf("%+v", m)
		}
	}
	mixed := []tally{asked(true), asked(false), asked(true), asked(true), asked(false), asked(true)}
	one, two := result(6, prf("x", mixed)), result(6, prf("x", mixed))
	for i, m := range one.Metrics {
		if m != two.Metrics[i] || m.Low > m.Value || m.High < m.Value || m.Low == m.High {
			t.Errorf("%+v and %+v", m, two.Metrics[i])
		}
	}
}

func TestFloorsRiseAndDoNotFallUnasked(t *testing.T) {
	measured := func(value float64) []Result {
		return []Result{{Set: "velmara", Split: "dev", Corpus: "c1", Metrics: []Metric{{Name: "f1", Value: value, N: 10}, {Name: "mean_error_km", Value: 1 / value, N: 10}}}}
	}
	floors, err := UpdateFloors(nil, measured(0.51239), false)
	if err != nil || len(floors) != 2 || floors[0].Floor != 0.5123 {
		t.Fatalf("%+v %v", floors, err)
	}
	if err := CheckFloors(floors, measured(0.51239)); err != nil {
		t.Errorf("a value does not hold its own floor: %v", err)
	}
	if floors, err = UpdateFloors(floors, measured(0.6), false); err != nil || floors[0].Floor != 0.6 {
		t.Errorf("not raised: %+v %v", floors, err)
	}
	err = CheckFloors(floors, measured(0.5))
	if err == nil || !strings.Contains(err.Error(), "velmara dev f1 is 0.5000, 0.1000 worse") || !strings.Contains(err.Error(), "mean_error_km") {
		t.Errorf("what fell: %v", err)
	}
	if kept, err := UpdateFloors(floors, measured(0.5), false); err == nil || kept[0].Floor != 0.6 {
		t.Errorf("lowered unasked: %+v", kept)
	}
	if floors, err = UpdateFloors(floors, measured(0.5), true); err != nil || floors[0].Floor != 0.5 {
		t.Errorf("not lowered: %+v %v", floors, err)
	}
	other := measured(0.9)
	other[0].Corpus = "c2"
	if err := CheckFloors(floors, other); err == nil || !strings.Contains(err.Error(), "another corpus") {
		t.Errorf("another corpus: %v", err)
	}
	var file bytes.Buffer
	if err := WriteFloors(&file, floors); err != nil {
		t.Fatal(err)
	}
	if back, err := ReadFloors(&file); err != nil || len(back) != 2 || back[0] != floors[0] {
		t.Errorf("read back %+v %v", back, err)
	}
}

func TestPrinting(t *testing.T) {
	results := []Result{{Set: "velmara", Split: "dev", Metrics: []Metric{{"f1", 0.5, 0.4, 0.6, 7}}}}
	var table, lines bytes.Buffer
	if err := PrintTable(&table, results); err != nil || !strings.Contains(table.String(), "0.500  0.400 to 0.600  7") {
		t.Errorf("%q %v", table.String(), err)
	}
	const line = `{"set":"velmara","split":"dev","metrics":{"f1":{"value":0.5,"low":0.4,"high":0.6,"n":7}}}` + "\n"
	if err := PrintJSON(&lines, results); err != nil || lines.String() != line {
		t.Errorf("%q %v", lines.String(), err)
	}
}

// Of two marked places one is met in part, of three answers: 1/2 and 1/3. Of two
// alternatives of a type one is given: 1 of 1.
func TestMarkedWordsAndAlternativesWorkedByHand(t *testing.T) {
	mark := func(spans ...Span) map[string][]Span { return map[string][]Span{"place": spans} }
	gold := []FieldsRow{{Report: "a", Spans: mark(Span{Start: 0, End: 4}), Types: []string{"shelling|raid"}}, {Report: "b", Spans: mark(Span{Start: 5, End: 9})}}
	answers := []FieldsRow{{Report: "a", Spans: mark(Span{Start: 3, End: 8}, Span{Start: 20, End: 22}), Types: []string{"raid"}}, {Report: "b", Spans: mark(Span{Start: 9, End: 12})}}
	want(t, ScoreFields(gold, answers), map[string]float64{"place_span_f1": 2.0 / 5, "types_f1": 1})
}
