package reconcile

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/opendateline/dateline"
)

var finer = map[dateline.DatePrecision]int{dateline.D0: 0, dateline.D1: 1, dateline.D2: 2, dateline.D3: 3,
	dateline.D4: 4, dateline.D5: 5, dateline.D6: 6, dateline.D9: 9}

// date chooses the date of most weight, then among those who say more exactly
// when within it, until nobody does: "2016" fits who says 17 November and who
// says the 18th, and decides nothing between them. It is always a date that
// somebody stated; what conflicts stays a contradiction.
func (d *docket) date() dateline.FactDate {
	statements := d.dated()
	chosen := chosenDate(statements)
	if chosen == nil {
		return dateline.FactDate{Date: dateline.Date{Precision: dateline.D9, Basis: dateline.BasisUnknown}}
	}
	for finer := inDaysOf(*chosen, statements); len(finer) > 0; finer = inDaysOf(*chosen, finer) {
		chosen = chosenDate(finer)
	}
	value := *chosen.claim.Value.Date
	support := agreeing(statements, func(s statement) bool { return s.claim.Value.Date.Overlaps(value, 0) })
	d.decide("date", "reconcile/date", chosen.value, statements, support)
	return dateline.FactDate{Date: value, Claims: claimIDs(support)}
}

// chosenDate is the statement whose date the surest independent reports fit, of
// equals the one of the better date, then of the smaller claim id; nil for none.
func chosenDate(statements []statement) *statement {
	var best *statement
	most, weights := 0.0, map[string]float64{}
	for i, s := range statements {
		date := *s.claim.Value.Date
		key := date.EDTF + " " + string(date.Earliest) + " " + string(date.Latest)
		w, known := weights[key]
		if !known {
			w = weightOf(slices.DeleteFunc(slices.Clone(statements), func(o statement) bool { return !o.claim.Value.Date.Overlaps(date, 0) }))
			weights[key] = w
		}
		if best == nil || w > most+slight || w > most-slight && betterDate(date, *best.claim.Value.Date) {
			best, most = &statements[i], w
		}
	}
	return best
}

const slight = 1e-9

// weightOf adds up how sure independent reports are: of a report that names many
// speakers, and of reports that have it from one origin, only the surest counts.
func weightOf(statements []statement) float64 {
	type party struct {
		members map[dateline.ID]bool // reports and origins
		surest  float64
	}
	var parties []party
	for _, s := range statements {
		one := party{map[dateline.ID]bool{s.claim.ReportID: true, s.origin.ID: true}, s.claim.Confidence}
		parties = slices.DeleteFunc(parties, func(p party) bool {
			if !p.members[s.claim.ReportID] && !p.members[s.origin.ID] {
				return false
			}
			maps.Copy(one.members, p.members)
			one.surest = max(one.surest, p.surest)
			return true
		})
		parties = append(parties, one)
	}
	sum := 0.0
	for _, p := range parties {
		sum += p.surest
	}
	return sum
}

// inDaysOf are the statements whose days all lie in those of s and are fewer.
func inDaysOf(s statement, statements []statement) []statement {
	outer := *s.claim.Value.Date
	return slices.DeleteFunc(slices.Clone(statements), func(o statement) bool {
		inner := *o.claim.Value.Date
		bounded := inner.Earliest.Known() && inner.Latest.Known()
		return !bounded || inner.Earliest < outer.Earliest || outer.Latest.Known() && inner.Latest > outer.Latest ||
			inner.Earliest == outer.Earliest && inner.Latest == outer.Latest
	})
}
func betterDate(a, b dateline.Date) bool {
	if finer[a.Precision] != finer[b.Precision] {
		return finer[a.Precision] < finer[b.Precision]
	}
	if a.Earliest.Known() != b.Earliest.Known() {
		return a.Earliest.Known()
	}
	if a.Earliest != b.Earliest {
		return a.Earliest < b.Earliest
	}
	return a.EDTF < b.EDTF
}

// dateWords is "5 September 2022", "between 3 March 2019 and 2 April 2019",
// "March 2019"; "" for an unknown date.
func dateWords(d dateline.Date) string {
	switch {
	case strings.HasPrefix(d.EDTF, "XXXX-"):
		return yearless(d.EDTF)
	case !d.Earliest.Known() && !d.Latest.Known():
		return d.EDTF
	case !d.Earliest.Known():
		return "before " + dayWords(d.Latest.Add(1))
	case !d.Latest.Known():
		return "after " + dayWords(d.Earliest.Add(-1))
	case d.Earliest == d.Latest:
		return dayWords(d.Earliest)
	}
	return spanWords(d.Earliest, d.Latest)
}

func spanWords(from, to dateline.Day) string {
	a, b := from.Time(), to.Time()
	wholeMonths := a.Day() == 1 && b.AddDate(0, 0, 1).Day() == 1
	switch {
	case wholeMonths && a.Month() == 1 && b.Month() == 12 && a.Year() == b.Year():
		return strconv.Itoa(a.Year())
	case wholeMonths && a.Month() == b.Month() && a.Year() == b.Year():
		return a.Format("January 2006")
	case a.Month() == b.Month() && a.Year() == b.Year():
		return strconv.Itoa(a.Day()) + "–" + dayWords(to)
	}
	return "between " + dayWords(from) + " and " + dayWords(to)
}

func dayWords(d dateline.Day) string { return strings.TrimSpace(d.Time().Format("2 January 2006")) }

// yearless is a date whose year is not known: "9 June, year not known".
func yearless(edtf string) string {
	for layout, words := range map[string]string{"XXXX-01-02": "2 January", "XXXX-01": "January"} {
		if t, err := time.Parse(layout, edtf); err == nil {
			return t.Format(words) + ", year not known"
		}
	}
	return edtf
}
