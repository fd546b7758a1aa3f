package date

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/date/edtf"
)

// happening reads "the day before the attack" as a constraint on the words of
// the happening; Rebase dates it once the happening is dated (§4.2 no. 3).
func (c *context) happening(f *form) reading {
	q, counted := f.quantity()
	u, ok := f.unit()
	if !ok {
		u = day // "the night before the attack"
	}
	sign, _ := f.get("THENCE")
	if !counted {
		q = quantity{low: 1, high: 1}
	}
	k := &dateline.Constraint{Anchor: dateline.AnchorHappening, AnchorText: c.happeningText(f)}
	rd := reading{typ: "DATE", basis: dateline.BasisHappening, constraint: k}
	if q.vague || u < day {
		rd.value = "PAST_REF"
		k.MinDays, k.MaxDays = min(0, sign*90), max(0, sign*90)
		return rd
	}
	size := unitDays[u]
	lo, hi := int(q.low)*size, int(q.high)*size
	if u > day {
		lo, hi = lo-size/2, hi+size/2
	}
	k.MinDays, k.MaxDays = min(sign*lo, sign*hi), max(sign*lo, sign*hi)
	return rd
}

func (c *context) happeningText(f *form) string {
	text := c.doc.Text()[f.atoms[f.from].start:f.atoms[f.to-1].end]
	for _, cut := range []string{" before ", " after "} {
		if _, rest, ok := strings.Cut(text, cut); ok {
			return rest
		}
	}
	return text
}

// sameText dates "during the evacuation" by an explicit date that stands with
// the same noun elsewhere in the report.
func (c *context) sameText(out []Resolved) {
	for i := range out {
		f := &c.forms[i]
		if f.rule != "during" {
			continue
		}
		noun := f.atoms[f.to-1].lower
		for j := range out {
			if out[j].Date.Basis == dateline.BasisExplicit && c.sentenceHas(c.exprs[j].Sentence, noun) {
				p := out[j].reading.p
				out[i].Date = dateline.Date{EDTF: p.edtf(true).String(), Expr: c.exprs[i].Text, Precision: p.precision(),
					Basis: dateline.BasisSameTextAnchor, Chain: []string{"dated by " + c.exprs[j].Text}}
				out[i].Date.Earliest, out[i].Date.Latest = p.bounds()
				break
			}
		}
	}
}

func (c *context) sentenceHas(sentence int, noun string) bool {
	s := c.doc.Sentences[sentence]
	return strings.Contains(strings.ToLower(c.doc.Text()[s.Start:s.End]), noun)
}

// Rebase dates d, whose constraint leans on a happening, by the date of that
// happening. The precision is the coarser of the two. Without such a
// constraint d comes back unchanged.
func Rebase(d, anchor dateline.Date) dateline.Date {
	k := d.Constraint
	if k == nil || k.Anchor != dateline.AnchorHappening || !anchor.Known() {
		return d
	}
	d.Earliest, d.Latest = anchor.Earliest.Add(k.MinDays), anchor.Latest.Add(k.MaxDays)
	d.EDTF = boundsEDTF(d.Earliest, d.Latest)
	d.Precision = max(anchor.Precision, spanPrecision(d))
	if d.Precision == dateline.D0 {
		d.Precision = dateline.D1
	}
	d.Basis = dateline.BasisHappening
	d.Chain = append(d.Chain[:len(d.Chain):len(d.Chain)], "counted from "+anchor.EDTF)
	return d
}

// Repin dates d again under another publication date or window (DAT-17). A
// date without a constraint on publication comes back unchanged.
func Repin(d dateline.Date, published dateline.Published) dateline.Date {
	k := d.Constraint
	if k == nil || k.Anchor != dateline.AnchorPublication || !published.Earliest.Known() && !published.Latest.Known() {
		return d
	}
	first, last := published.Earliest.Add(k.MinDays), published.Latest.Add(k.MaxDays)
	if published.Day().Known() && k.Weekday != nil {
		first = onWeekday(first, last, k)
		last = first
	} else if !published.Day().Known() && k.MaxDays <= 0 {
		first = maxKnown(first, published.Earliest.Add(k.MinDays))
	}
	d.Earliest, d.Latest = first, last
	d.EDTF = boundsEDTF(first, last)
	d.Precision, d.Basis = spanPrecision(d), dateline.BasisPropagated
	d.Chain = append(d.Chain[:len(d.Chain):len(d.Chain)], "publication dated anew")
	return d
}

func onWeekday(first, last dateline.Day, k *dateline.Constraint) dateline.Day {
	for day := last; first.Known() && day >= first; day = day.Add(-1) {
		if day.Time().Weekday() == *k.Weekday {
			return day
		}
	}
	return last
}

// ReportedBound is DAT-10: what was reported on a date happened by then.
func ReportedBound(d dateline.Date) dateline.Date {
	return dateline.Date{EDTF: boundsEDTF("", d.Latest), Latest: d.Latest, Precision: dateline.D9,
		Basis: dateline.BasisReported, Expr: d.Expr, Chain: []string{"reported " + d.EDTF}}
}

// Refine gives the date that satisfies all the given dates of one happening:
// "XXXX-09-05", "Monday 5 September" and a window together leave one day. It
// says false when they cannot be the same day.
func Refine(dates ...dateline.Date) (dateline.Date, bool) {
	best, first, last := dateline.Date{Precision: dateline.D9, Basis: dateline.BasisUnknown}, dateline.Day(""), dateline.Day("")
	for _, d := range dates {
		first, last = maxKnown(first, d.Earliest), minKnown(last, d.Latest)
		if d.Known() && (!best.Known() || d.Precision < best.Precision) {
			best = d
		}
	}
	if first.Known() && last.Known() && first > last {
		return dateline.Date{}, false
	}
	if first.Known() && last.Known() && first.DaysUntil(last) < maxSearch {
		days := fittingDays(dates, first, last)
		if len(days) == 0 {
			return dateline.Date{}, false
		}
		return narrowed(best, days, first, last), true
	}
	best.Earliest, best.Latest = first, last
	return best, true
}

// Intersect is Refine for two dates.
func Intersect(a, b dateline.Date) (dateline.Date, bool) { return Refine(a, b) }

const maxSearch = 40 * 366 // days that Refine tries one by one

func fittingDays(dates []dateline.Date, first, last dateline.Day) []dateline.Day {
	var days []dateline.Day
	for day := first; day <= last; day = day.Add(1) {
		if fits(dates, day) {
			days = append(days, day)
		}
	}
	return days
}

func fits(dates []dateline.Date, day dateline.Day) bool {
	t := day.Time()
	for _, d := range dates {
		if k := d.Constraint; k != nil {
			if k.Weekday != nil && t.Weekday() != *k.Weekday || k.Month != nil && t.Month() != *k.Month || k.Day != nil && t.Day() != *k.Day {
				return false
			}
		}
		if strings.HasPrefix(d.EDTF, "[") && !inSet(d.EDTF, day) {
			return false
		}
		if masked, ok := strings.CutPrefix(d.EDTF, "XXXX-"); ok && !strings.HasPrefix(string(day[5:]), masked) {
			return false
		}
	}
	return true
}

func inSet(set string, day dateline.Day) bool {
	v, err := edtf.Parse(set)
	if err != nil {
		return false
	}
	return edtf.Overlap(v, edtf.Of(edtf.OfDay(day)))
}

// narrowed puts the days that are left as a date.
func narrowed(best dateline.Date, days []dateline.Day, first, last dateline.Day) dateline.Date {
	d := best
	n := len(days)
	d.Earliest, d.Latest = days[0], days[n-1]
	switch {
	case d.Earliest == best.Earliest && d.Latest == best.Latest && n == first.DaysUntil(last)+1:
		return d
	case n == 1 || days[0].DaysUntil(days[n-1]) == n-1:
		d.EDTF = boundsEDTF(d.Earliest, d.Latest)
		d.Precision = spanPrecision(d)
	case n <= 12:
		dates := make([]edtf.Date, n)
		for i, day := range days {
			dates[i] = edtf.OfDay(day)
		}
		d.EDTF, d.Precision = edtf.OneOf(dates...).String(), dateline.D1
	}
	d.Basis = dateline.BasisPropagated
	return d
}

// boundsEDTF writes a date from its bounds: whole years and months as such.
func boundsEDTF(first, last dateline.Day) string {
	if first.Known() && last.Known() {
		a, b := first.Time(), last.Time()
		for _, u := range []unit{day, month, year} {
			if p := containing(a, u); p.start.Equal(a) && p.last().Equal(b) {
				return p.edtf(false).String()
			}
		}
	}
	return windowEDTF(dateline.Published{Earliest: first, Latest: last})
}

func spanPrecision(d dateline.Date) dateline.DatePrecision {
	if !d.Earliest.Known() || !d.Latest.Known() {
		return windowPrecision(d)
	}
	switch n := d.Earliest.DaysUntil(d.Latest); {
	case n == 0:
		return dateline.D1
	case n < 6:
		return dateline.D2
	case n < 10:
		return dateline.D3
	case n < 32:
		return dateline.D4
	case n < 366:
		return dateline.D5
	}
	return dateline.D6
}

func maxKnown(a, b dateline.Day) dateline.Day { return max(a, b) }

func minKnown(a, b dateline.Day) dateline.Day {
	if !a.Known() || b.Known() && b < a {
		return b
	}
	return a
}
