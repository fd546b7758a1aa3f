package dateline

import "time"

// Day is a civil day, "2006-01-02". The empty Day is an open end: not known on
// that side. Days compare as strings.
type Day string

// NewDay makes the day; out-of-range months and days carry over as in time.Date.
func NewDay(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}

// Known says whether the day is given.
func (d Day) Known() bool { return d != "" }

// Time is midnight UTC of the day, for calendar arithmetic only: an incident
// date is never an instant. The zero time stands for an open end and for text
// that is no day. Linking asks for days by the million, and time.Parse would be
// a third of its time.
func (d Day) Time() time.Time {
	if len(d) != len(time.DateOnly) || d[4] != '-' || d[7] != '-' {
		return time.Time{}
	}
	year, month, day := d[:4].figures(), d[5:7].figures(), d[8:].figures()
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 0 || t.Month() != time.Month(month) || t.Day() != day {
		return time.Time{}
	}
	return t
}

// figures is the number that a part of the day writes, or -1.
func (d Day) figures() int {
	n := 0
	for i := range len(d) {
		if d[i] < '0' || d[i] > '9' {
			return -1
		}
		n = 10*n + int(d[i]-'0')
	}
	return n
}

// Add moves a known day by n days; an open end stays open.
func (d Day) Add(n int) Day {
	if !d.Known() {
		return d
	}
	return Day(d.Time().AddDate(0, 0, n).Format(time.DateOnly))
}

// DaysUntil counts the days from d to o; both must be known.
func (d Day) DaysUntil(o Day) int { return int(o.Time().Sub(d.Time()).Hours() / 24) }

// DatePrecision says how finely a date is known (domain §4.1).
type DatePrecision string

const (
	D0 DatePrecision = "D0" // day and time of day
	D1 DatePrecision = "D1" // day
	D2 DatePrecision = "D2" // two to six days
	D3 DatePrecision = "D3" // week
	D4 DatePrecision = "D4" // month or part of one
	D5 DatePrecision = "D5" // year
	D6 DatePrecision = "D6" // longer than a year
	D9 DatePrecision = "D9" // unknown
)

// DateBasis says by which rule a date was resolved (domain §4.2, §4.3).
type DateBasis string

const (
	BasisExplicit       DateBasis = "explicit"
	BasisWeekday        DateBasis = "weekday_constraint"   // DAT-1
	BasisPublication    DateBasis = "relative_publication" // DAT-2…DAT-4
	BasisHappening      DateBasis = "relative_happening"   // §4.2 no. 3
	BasisNarrative      DateBasis = "narrative_order"      // DAT-9
	BasisTextDate       DateBasis = "relative_date"        // DAT-7, DAT-8
	BasisSameTextAnchor DateBasis = "same_text_anchor"
	BasisAmbiguous      DateBasis = "ambiguous_attachment" // DAT-11
	BasisReported       DateBasis = "reported"             // DAT-10: dates the report of it
	BasisWindow         DateBasis = "window"               // DAT-16
	BasisPropagated     DateBasis = "propagated"           // DAT-17
	BasisUnknown        DateBasis = "unknown"
)

// Date is a resolved date: an EDTF string with its bounds. Earliest and Latest
// are inclusive; either may be open. EDTF is "" only at precision D9 with no
// bound at all.
type Date struct {
	EDTF         string        `json:"edtf"`
	Earliest     Day           `json:"earliest,omitempty"`
	Latest       Day           `json:"latest,omitempty"`
	Precision    DatePrecision `json:"precision"`
	Basis        DateBasis     `json:"basis"`
	Lasting      bool          `json:"lasting,omitempty"`      // DAT-13: it went on from the first day to the last, not at some time between
	Expr         string        `json:"expr,omitempty"`         // the words, as written
	Constraint   *Constraint   `json:"constraint,omitempty"`   // what still holds when the anchor moves (DAT-16, DAT-17)
	Alternatives []string      `json:"alternatives,omitempty"` // other readings, EDTF
	Chain        []string      `json:"chain,omitempty"`        // the steps that led here, in words
	LocalTime    *LocalTime    `json:"local_time,omitempty"`   // only with D0
}

// Constraint is a relation that the words state and that stays true when the
// thing it leans on is dated later: "Friday, at most 6 days before
// publication", "one day before the attack".
type Constraint struct {
	Anchor     ConstraintAnchor `json:"anchor"`
	AnchorText string           `json:"anchor_text,omitempty"` // words of the happening, for AnchorHappening
	MinDays    int              `json:"min_days"`              // date - anchor, at least
	MaxDays    int              `json:"max_days"`              // date - anchor, at most
	Weekday    *time.Weekday    `json:"weekday,omitempty"`
	Month      *time.Month      `json:"month,omitempty"` // the date lies in this month
	Day        *int             `json:"day,omitempty"`   // and on this day of it
}

// ConstraintAnchor is what a constraint leans on.
type ConstraintAnchor string

const (
	AnchorPublication ConstraintAnchor = "publication"
	AnchorHappening   ConstraintAnchor = "happening"
	AnchorNone        ConstraintAnchor = "none" // calendar only: weekday or day and month
)

// LocalTime is a time of day at the place; EDTF cannot qualify one.
type LocalTime struct {
	HHMM        string  `json:"hhmm"`
	Approximate bool    `json:"approximate,omitempty"`
	UTCOffset   *string `json:"utc_offset,omitempty"`
}

// Known says whether the date says anything at all.
func (d *Date) Known() bool {
	return d != nil && (d.Earliest.Known() || d.Latest.Known() || d.EDTF != "")
}

// Overlaps says whether the two dates can be the same day when each is padded
// by pad days. Open ends reach as far as needed; a date whose year is not known
// lies in its month all the same.
func (d Date) Overlaps(o Date, pad int) bool {
	return startsBy(d.Earliest.Add(-pad), o.Latest) && startsBy(o.Earliest.Add(-pad), d.Latest) &&
		d.inSeason(o, pad) && o.inSeason(d, pad)
}

// inSeason says whether some day of o, padded by pad days, lies in the month, and
// on the day of it, that d names without a year.
func (d Date) inSeason(o Date, pad int) bool {
	k := d.Constraint
	if k == nil || k.Month == nil || d.Earliest.Known() || d.Latest.Known() {
		return true
	}
	if m := o.Constraint; !o.Earliest.Known() && !o.Latest.Known() && m != nil && m.Month != nil && pad == 0 {
		return *k.Month == *m.Month && (k.Day == nil || m.Day == nil || *k.Day == *m.Day)
	}
	if !o.Earliest.Known() || !o.Latest.Known() || o.Earliest.DaysUntil(o.Latest) > 365 {
		return true
	}
	for day, last := o.Earliest.Add(-pad), o.Latest.Add(pad); day <= last; day = day.Add(1) {
		if t := day.Time(); t.Month() == *k.Month && (k.Day == nil || t.Day() == *k.Day) {
			return true
		}
	}
	return false
}

func startsBy(start, end Day) bool { return !start.Known() || !end.Known() || start <= end }
