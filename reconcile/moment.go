package reconcile

import (
	"time"

	"github.com/opendateline/dateline"
)

// moment is the stretch of time in which a number was valid, as far as known.
type moment struct {
	from, to time.Time
	known    bool
}

// asOf is when a claim was valid: as its words say, else when its origin
// spoke, else when its report appeared (§1.5). The publication of a recap says
// nothing about the age of its numbers, so it has none.
func asOf(v *voice) moment {
	if m := dateMoment(v.claim.AsOf); m.known {
		return m
	}
	if m := dateMoment(v.origin.Date); m.known {
		return m
	}
	if v.report == nil || (v.mention != nil && v.mention.Salience == dateline.Recap) {
		return moment{}
	}
	return publishedMoment(v.report.Published)
}

func publishedMoment(p dateline.Published) moment {
	if p.Basis == dateline.PublishedUnknown || p.Basis == dateline.PublishedInferred {
		return moment{}
	}
	if at, err := time.Parse(time.RFC3339, p.At); err == nil {
		return moment{at, at, true}
	}
	return dayMoment(p.Earliest, p.Latest)
}

func dateMoment(d *dateline.Date) moment {
	if d == nil {
		return moment{}
	}
	m := dayMoment(d.Earliest, d.Latest)
	if m.known && d.Earliest == d.Latest && d.LocalTime != nil {
		if clock, err := time.Parse("15:04", d.LocalTime.HHMM); err == nil {
			at := m.from.Add(time.Duration(clock.Hour())*time.Hour + time.Duration(clock.Minute())*time.Minute)
			return moment{at, at, true}
		}
	}
	return m
}

func dayMoment(earliest, latest dateline.Day) moment {
	if !earliest.Known() || !latest.Known() {
		return moment{}
	}
	return moment{earliest.Time(), latest.Time().AddDate(0, 0, 1), true}
}

// after says whether m is surely later than o.
func (m moment) after(o moment) bool { return m.laterBy(o, 0) && m.from.After(o.from) }

// laterBy says whether m is surely later than o by at least the given time.
func (m moment) laterBy(o moment, by time.Duration) bool {
	return m.known && o.known && m.from.Sub(o.to) >= by
}
