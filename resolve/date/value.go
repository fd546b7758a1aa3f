package date

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/date/edtf"
)

// date puts a reading as a dateline.Date.
func (c *context) date(f *form, rd reading) dateline.Date {
	d := dateline.Date{Expr: c.current.Text, Basis: rd.basis, Constraint: rd.constraint, Precision: dateline.D9}
	switch {
	case len(rd.candidates) > 1:
		c.putCandidates(&d, rd)
	case rd.known:
		putPeriod(&d, rd)
	case rd.open != nil && rd.n > 0:
		putOpen(&d, f, rd)
	case rd.basis == dateline.BasisWindow:
		d.EDTF, d.Earliest, d.Latest = windowEDTF(c.window), c.window.Earliest, c.window.Latest
		d.Precision = windowPrecision(d)
	case rd.constraint != nil:
		putMasked(&d)
	default:
		d.Basis = dateline.BasisUnknown
	}
	if rd.note != "" {
		d.Chain = append(d.Chain, rd.note)
	}
	if rd.clock != "" && d.Precision == dateline.D1 {
		d.Precision = dateline.D0
		d.LocalTime = &dateline.LocalTime{HHMM: rd.clock, Approximate: rd.approx}
	}
	return d
}

// windowPrecision: a window is never finer than D6, unless nothing is known.
func windowPrecision(d dateline.Date) dateline.DatePrecision {
	if d.Known() {
		return dateline.D6
	}
	return dateline.D9
}

func putPeriod(d *dateline.Date, rd reading) {
	v := rd.p.edtf(rd.approx && rd.clock == "")
	d.Precision = rd.p.precision()
	if rd.oneYear {
		v.Ends[0].YearQ = edtf.Uncertain
	}
	if rd.part > 0 && rd.p.unit >= month {
		v = thirdEDTF(rd.p, rd.part)
	} else if strings.Contains(rd.note, "does not fit") {
		v.Ends[0].Date = v.Ends[0].Qualified(edtf.Uncertain)
	}
	if d.Basis == dateline.BasisPublication && len(rd.also) > 0 {
		dates := []edtf.Date{}
		for _, p := range rd.also {
			dates = append(dates, p.edtf(false).Ends[0].Date)
		}
		if rd.p.unit == month || rd.p.unit == day {
			v = edtf.OneOf(append(dates, v.Ends[0].Date)...)
		}
	}
	for _, p := range rd.also {
		d.Alternatives = append(d.Alternatives, p.edtf(false).String())
	}
	d.EDTF = v.String()
	d.Earliest, d.Latest = v.Bounds()
}

// thirdEDTF is DAT-6: both ends approximate.
func thirdEDTF(p period, part int) edtf.Value {
	first, last := p.third(part)
	u := day
	switch {
	case p.unit > spans:
	case p.unit == year:
		u = month
	case p.unit >= decade:
		u = year
	}
	return edtf.Between(edtfDate(first, u).Qualified(edtf.Approximate), edtfDate(last, u).Qualified(edtf.Approximate))
}

func (c *context) putCandidates(d *dateline.Date, rd reading) {
	var dates []edtf.Date
	for _, t := range rd.candidates {
		dates = append(dates, edtfDate(t, rd.p.unit))
		d.Alternatives = append(d.Alternatives, edtfDate(t, rd.p.unit).String())
	}
	v := edtf.OneOf(dates...)
	d.EDTF, d.Precision = v.String(), rd.p.precision()
	d.Earliest, d.Latest = v.Bounds()
}

// putOpen is a length that ends at a date: "over the past 18 months".
func putOpen(d *dateline.Date, f *form, rd reading) {
	u, _ := f.unit()
	n := rd.n
	if u == hours {
		n, u = n/24, day // "the past 48 hours"
	}
	if u < day || n == 0 {
		d.Basis = dateline.BasisUnknown
		return
	}
	start := containing(shift(rd.open.start, -n, u), rd.open.unit)
	a, b := start.edtf(true).Ends[0].Date, rd.open.edtf(false).Ends[0].Date
	v := edtf.Between(a, b)
	d.EDTF, d.Precision, d.Basis = v.String(), max(rd.open.precision(), coarsePrecision(u)), dateline.BasisTextDate
	d.Earliest, d.Latest = v.Bounds()
}

func coarsePrecision(u unit) dateline.DatePrecision { return period{unit: u}.precision() }

func putMasked(d *dateline.Date) {
	k := d.Constraint
	if k.Month == nil {
		return
	}
	m := edtf.Date{Year: "XXXX", Month: twoDigits(int(*k.Month))}
	d.Precision = dateline.D4
	if k.Day != nil {
		m.Day, d.Precision = twoDigits(*k.Day), dateline.D1
	}
	d.EDTF = m.String()
}

// TIMEX gives the TimeML TIMEX3 type and value, for scoring against corpora;
// the type is "" for what TIMEX3 does not annotate.
func (r Resolved) TIMEX() (typ, value string) {
	rd := r.reading
	if !rd.known || rd.value != "" {
		return rd.typ, timexUnknown(r)
	}
	value = rd.p.timex()
	if rd.typ != "TIME" {
		return rd.typ, value
	}
	switch {
	case rd.clock != "":
		value += "T" + rd.clock
	case rd.dayPart > 0:
		value += "T" + dayPartTIMEX[rd.dayPart]
	}
	return rd.typ, value
}

func timexUnknown(r Resolved) string {
	rd := r.reading
	switch {
	case rd.value != "":
		return rd.value
	case rd.clock != "":
		return "XXXX-XX-XXT" + rd.clock
	case rd.dayPart > 0:
		return "XXXX-XX-XXT" + dayPartTIMEX[rd.dayPart]
	case rd.constraint != nil && rd.constraint.Weekday != nil:
		return "XXXX-WXX-" + twoDigits((int(*rd.constraint.Weekday)+6)%7 + 1)[1:]
	}
	return r.Date.EDTF
}
