package date

import "github.com/opendateline/dateline"

func (c *context) quarterOf(f *form) reading {
	n, _ := f.ordinal()
	y, ok := c.yearOr(f)
	if !ok {
		return reading{typ: "DATE"}
	}
	p := period{quarter, civil(y, 3*n-2, 1)}
	if _, given := f.year(); !given && !f.word("year") && c.tense(f) <= 0 && p.start.After(c.base()) {
		p = p.add(-1, year)
	}
	return at(p, dateline.BasisPublication)
}

// lastQuarter is the quarter last spoken of, else the last that has ended.
func (c *context) lastQuarter(*form) reading {
	if p, ok := c.last[quarter]; ok || !c.leans() {
		return reading{typ: "DATE", p: p, known: ok, basis: dateline.BasisTextDate}
	}
	return at(containing(c.base(), quarter).add(-1, quarter), c.basis())
}

// quarterOfYear reads "the 1988 quarter": that of the quarter spoken of.
func (c *context) quarterOfYear(f *form) reading {
	y, _ := f.year()
	p := period{year, civil(y, 1, 1)}
	if last, ok := c.last[quarter]; ok {
		p = period{quarter, civil(y, int(last.start.Month()), 1)}
	}
	rd := at(p, dateline.BasisTextDate)
	rd.anchors = false // a comparison
	return rd
}

// quarterYearAgo reads "the year-ago third quarter".
func (c *context) quarterYearAgo(f *form) reading {
	if !c.leans() {
		return reading{typ: "DATE"}
	}
	n, _ := f.ordinal()
	rd := at(period{quarter, civil(c.base().Year()-1, 3*n-2, 1)}, dateline.BasisPublication)
	rd.anchors = false
	return rd
}

// ended reads "the year ended March 31", a length, and "the quarter ended Sept.
// 30", the quarter that its last day leaves behind.
func (c *context) ended(f *form) reading {
	if f.word("year") || !c.leans() {
		return reading{typ: "DURATION", value: "P1Y"}
	}
	for i := f.to; i < min(f.to+3, len(f.atoms)); i++ {
		for _, m := range f.atoms[i].meanings {
			if name := f.g.names[m.symbol]; name == "MONTH" || name == "MONTHABBR" {
				p := containing(civil(c.base().Year(), int(m.value)-1, 15), quarter)
				if p.start.After(c.base()) {
					p = p.add(-1, year)
				}
				return at(p, c.basis())
			}
		}
	}
	return at(containing(shift(c.base(), -1, quarter), quarter), c.basis())
}

// thatYear reads "July 25 of that year".
func (c *context) thatYear(f *form) reading {
	if !c.spoken {
		return reading{typ: "DATE"}
	}
	m, _ := f.month()
	step, _ := f.get("HERE")
	y := c.text.start.Year() + step
	if d, ok := f.dayOfMonth(); ok {
		return c.fullDate(f, y, m, d)
	}
	return at(period{month, civil(y, m, 1)}, dateline.BasisTextDate)
}
