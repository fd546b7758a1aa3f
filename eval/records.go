package eval

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline/eval/assign"
)

// RecordsRow is everything that one report tells: a record for each incident.
// A report that tells of none (sport, a film, a memorial) has no records.
type RecordsRow struct {
	Report  string   `json:"report"`
	Records []Record `json:"records"`
}

// Record is one incident as one report tells it. An empty field is not told.
// Killed and Wounded hold every number that the report gives for everybody,
// from the lowest to the highest.
type Record struct {
	Date        string `json:"date"`        // EDTF
	Country     string `json:"country"`     // ISO 3166 alpha-3
	Place       string `json:"place"`       // the settlement, else the smallest unit named
	Type        string `json:"type"`        // TAX-6; of an answer several that are all right, separated by commas
	Perpetrator string `json:"perpetrator"` // likewise
	Killed      *Range `json:"killed"`
	Wounded     *Range `json:"wounded"`

	// Told are where the report tells of it, as half-open byte ranges of the stored text:
	// a few words of each sentence, one of violence among them. Not every answer has them.
	Told [][2]int `json:"told"`
}

// ScoreRecords scores what is told of each incident in each report. Records of
// a report are paired with those of the answer so that they agree most; two
// that agree in less than two of their fields are not the same incident.
// records_f is over the pairs. FIELD_exact is the share of the gold values that
// the paired record gives; FIELD_f1 also counts values that the gold does not
// have against precision. quiet is the share of the reports without an
// incident that no record was made of.
func ScoreRecords(gold, predicted []RecordsRow) Result {
	answers := byKey(predicted, func(r RecordsRow) string { return r.Report })
	pairs, quiet := make([]tally, len(gold)), make([]tally, len(gold))
	paired := make([][]recordPair, len(gold))
	for i, g := range gold {
		given := answers[g.Report].Records
		paired[i] = pairRecords(g.Records, given)
		same := 0.0
		for _, p := range paired[i] {
			if p.gold != nil && p.answer != nil {
				same++
			}
		}
		pairs[i] = hit(same, float64(len(given)), float64(len(g.Records)))
		if len(g.Records) == 0 {
			quiet[i] = asked(len(given) == 0)
		}
	}
	measures := append(prf("records", pairs), summed("quiet", quiet, recall))
	for _, f := range recordFields {
		tallies := make([]tally, len(gold))
		for i := range gold {
			for _, p := range paired[i] {
				tallies[i] = tallies[i].plus(f.tally(p))
			}
		}
		measures = append(measures, summed(f.name+"_exact", tallies, recall), summed(f.name+"_f1", tallies, f1))
	}
	return result(len(gold), measures)
}

// PairedWith says of each answer of a report which gold record ScoreRecords pairs it with,
// -1 if none.
func PairedWith(gold, answers []Record) []int {
	out := slices.Repeat([]int{-1}, len(answers))
	for g, a := range bestPairs(gold, answers) {
		if a >= 0 {
			out[a] = g
		}
	}
	return out
}

// SameDate: the answer is the date of the gold record, or a day of its interval.
func SameDate(gold, answer string) bool { return sameDate(gold, answer) }

// recordPair is a gold record with the answer's, or one of them alone.
type recordPair struct{ gold, answer *Record }

func pairRecords(gold, answers []Record) []recordPair {
	var list []recordPair
	taken := make([]bool, len(answers))
	for g, a := range bestPairs(gold, answers) {
		p := recordPair{gold: &gold[g]}
		if a >= 0 {
			p.answer, taken[a] = &answers[a], true
		}
		list = append(list, p)
	}
	for a := range answers {
		if !taken[a] {
			list = append(list, recordPair{answer: &answers[a]})
		}
	}
	return list
}

// bestPairs is for each gold record the answer that it is paired with, -1 for none.
func bestPairs(gold, answers []Record) []int {
	weights := make([][]float64, len(gold))
	for g := range gold {
		weights[g] = make([]float64, len(answers))
		for a := range answers {
			if n := alike(gold[g], answers[a]); n >= 2 {
				weights[g][a] = n
			}
		}
	}
	return assign.Max(weights)
}

// alike counts the fields of two records that agree. The country counts half:
// most records of one report share it.
func alike(gold, answer Record) float64 {
	n := 0.0
	for _, f := range recordFields {
		if f.given(gold) && f.given(answer) && f.same(gold, answer) {
			n += f.weight
		}
	}
	return n
}

type recordField struct {
	name   string
	weight float64
	given  func(Record) bool
	same   func(gold, answer Record) bool
}

var recordFields = []recordField{
	{"date", 1, func(r Record) bool { return r.Date != "" }, func(g, a Record) bool { return sameDate(g.Date, a.Date) }},
	{"country", 0.5, func(r Record) bool { return r.Country != "" }, func(g, a Record) bool { return g.Country == a.Country }},
	{"place", 1, func(r Record) bool { return r.Place != "" }, func(g, a Record) bool { return SamePlace(g.Place, a.Place) }},
	{"type", 1, func(r Record) bool { return r.Type != "" }, func(g, a Record) bool { return oneOf(g.Type, a.Type, func(x, y string) bool { return x == y }) }},
	{"perpetrator", 1, func(r Record) bool { return r.Perpetrator != "" }, func(g, a Record) bool { return oneOf(g.Perpetrator, a.Perpetrator, sameName) }},
	{"killed", 1, func(r Record) bool { return r.Killed != nil }, func(g, a Record) bool { return near(*g.Killed, *a.Killed, 0) }},
	{"wounded", 1, func(r Record) bool { return r.Wounded != nil }, func(g, a Record) bool { return near(*g.Wounded, *a.Wounded, 0) }},
}

// oneOf: the answer is one of those that are right.
func oneOf(gold, answer string, same func(gold, answer string) bool) bool {
	return slices.ContainsFunc(strings.Split(gold, ","), func(g string) bool { return same(g, answer) })
}

func (f recordField) tally(p recordPair) tally {
	var t tally
	if p.gold != nil && f.given(*p.gold) {
		t.gold = 1
	}
	if p.answer != nil && f.given(*p.answer) {
		t.answers = 1
	}
	if t.gold+t.answers == 2 && f.same(*p.gold, *p.answer) {
		t.right, t.found = 1, 1
	}
	return t
}
