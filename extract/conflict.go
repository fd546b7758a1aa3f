package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// conflict says that two accounts cannot be one happening.
func (p *pass) conflict(a, b *account) bool {
	if a.apart || a.sentences[0] == b.sentences[len(b.sentences)-1] && !a.bare {
		return true // told apart by the text
	}
	if a.ordinal != b.ordinal && (a.whole != nil || b.whole != nil) {
		return true // LNK-6: another of several
	}
	return countedFromOther(a, b) || p.otherItem(a, b) || p.datesConflict(a, b) || p.ofEarlierMonth(a, b) || placesConflict(a, b) || targetsConflict(a, b) || actsConflict(a.facets, b.facets)
}

func (p *pass) datesConflict(a, b *account) bool {
	da, db := bestDate(a), bestDate(b)
	return da != nil && db != nil && (!datesMeet(*da, *db) || p.daysApart(a, b))
}

// daysApart: both accounts tell of people hurt on a day of their own, the one after
// the other, and no night lies between: "on Friday morning", "on Saturday".
func (p *pass) daysApart(a, b *account) bool {
	x, y := p.ownDay(a), p.ownDay(b)
	if x == nil || y == nil || x.Date.Earliest == y.Date.Earliest {
		return false
	}
	if x.Date.Earliest > y.Date.Earliest {
		x, y = y, x
	}
	before, after := p.partOfDay(x), p.partOfDay(y)
	return before == untold && after == untold || before == early || before == midday || after == midday || after == late
}

// ownDay is the one day that an account with numbers of its own says, and not that of
// a verb of something else.
func (p *pass) ownDay(a *account) *Time {
	if a.inferredTime && !a.namedTime || !countsAny(a) || p.tellsOfDying(a) {
		return nil // the day of a death may come later (CAS-12)
	}
	var own *Time
	for i := range a.times {
		x := &a.times[i]
		switch {
		case !isDay(&x.Date) || p.ofVerbAbove(a, x) || p.ofFeast(*x):
		case own == nil:
			own = x
		case own.Date.Earliest != x.Date.Earliest:
			return nil
		}
	}
	return own
}

// ofVerbAbove: a verb that tells of something else, with the account in a clause below
// it, stands last before the time: "two men WERE SOUGHT on Sunday after they shot seven".
func (p *pass) ofVerbAbove(a *account, x *Time) bool {
	t := p.trees[x.Sentence]
	if a.reportedThen(t, t.clause(tokenAt(t, x.Start))) {
		return false
	}
	return slices.ContainsFunc(a.triggers, func(tr located) bool {
		return tr.sentence == x.Sentence && t.mainVerb(tr.head) != t.clause(tokenAt(t, x.Start)) && p.datesAbove(t, x, tr.head, tr.head)
	})
}

// dayPart is where in its day something happened.
type dayPart int

const (
	untold dayPart = iota
	early
	midday
	late
	night // late on the day it begins, early on the day it ends
)

// partOfDay is where in its day the words or the hour put a time: "late on Friday".
func (p *pass) partOfDay(x *Time) dayPart {
	t := p.trees[x.Sentence]
	words := lower(p.doc.Report.Text[t.Tokens[max(0, tokenAt(t, x.Start)-2)].Start:x.End])
	says := func(list ...string) bool {
		return slices.ContainsFunc(list, func(w string) bool { return strings.Contains(words, w) })
	}
	hour := ""
	if x.Date.LocalTime != nil {
		hour = x.Date.LocalTime.HHMM
	}
	switch {
	case says("night"):
		return night
	case says("evening", "late "), hour >= "17":
		return late
	case says("morning", "early ", "dawn"), hour != "" && hour < "11":
		return early
	case hour != "", says("noon", "afternoon"):
		return midday
	}
	return untold
}

// datesMeet: the two can be the same day. Dates without a year meet only in
// the month they name.
func datesMeet(a, b dateline.Date) bool {
	if len(a.EDTF) == 10 && len(b.EDTF) == 10 && a.EDTF[:8] == b.EDTF[:8] && strings.HasPrefix(a.EDTF, "XXXX-") {
		x, errX := strconv.Atoi(a.EDTF[8:])
		y, errY := strconv.Atoi(b.EDTF[8:])
		return errX != nil || errY != nil || max(x-y, y-x) <= 1
	}
	ma, mb := monthOf(a), monthOf(b)
	if ma != "" && mb != "" && ma != mb && !a.Overlaps(b, 1) {
		return false
	}
	if ma != "" && mb != "" && ma != mb && (strings.HasPrefix(a.EDTF, "XXXX") || strings.HasPrefix(b.EDTF, "XXXX")) {
		return false
	}
	return a.Overlaps(b, 1)
}

// monthOf is the month that an EDTF date lies in, "" if it names none.
func monthOf(d dateline.Date) string {
	if len(d.EDTF) < 7 || d.EDTF[4] != '-' || strings.ContainsAny(d.EDTF, "/[") {
		return ""
	}
	return d.EDTF[5:7]
}

// bestDate is the finest known date of an account.
func bestDate(a *account) *dateline.Date {
	var best *dateline.Date
	for i := range a.times {
		d := &a.times[i].Date
		if !d.Known() || d.Precision == dateline.D9 {
			continue
		}
		if best == nil || d.Precision < best.Precision {
			best = d
		}
	}
	return best
}

func placesConflict(a, b *account) bool {
	if len(a.sites) > 0 || len(b.sites) > 0 {
		return sitesConflict(a, b)
	}
	pa, pb := knownPlace(a), knownPlace(b)
	if pa == nil || pb == nil {
		return false
	}
	x, y := pa.Ref, pb.Ref
	switch {
	case x.Country != "" && y.Country != "" && x.Country != y.Country:
		return true
	case x.City != "" && y.City != "":
		return x.City != y.City
	case hasEvent(a) && x.Admin2 != "" && y.Admin2 != "" && x.Precision <= dateline.P3 && y.Precision <= dateline.P3 && x.Admin1 == y.Admin1:
		return x.Admin2 != y.Admin2
	case x.Admin1 != "" && y.Admin1 != "":
		return x.Admin1 != y.Admin1
	}
	return false
}

// knownPlace is the finest place of an account whose town is not only that of
// the sentence ("fled to Marvesk … fire at THE MARKET"), else nil.
func knownPlace(a *account) *placed {
	return finest(a, func(x *placed) bool {
		return x.Class != "site" || !x.Ref.Inferred || slices.ContainsFunc(a.places, func(y placed) bool { return y.Class != "site" && y.Ref.City == x.Ref.City })
	})
}

// bestPlace is the finest place of an account that is no starting point.
func bestPlace(a *account) *placed { return finest(a, func(*placed) bool { return true }) }

// finest is the finest place of an account that is no starting point and of which
// something holds, the first of equals; nil without one.
func finest(a *account, holds func(x *placed) bool) *placed {
	var best *placed
	for i := range a.places {
		x := &a.places[i]
		if x.role != dateline.PlaceSite || x.Ref.Precision == "" || x.Ref.Precision == dateline.P9 || !holds(x) {
			continue
		}
		if best == nil || x.Ref.Precision < best.Ref.Precision {
			best = x
		}
	}
	return best
}

func targetsConflict(a, b *account) bool {
	ta, tb := particularTarget(a), particularTarget(b)
	if ta == nil || tb == nil {
		return false
	}
	if len(ta.Nationality) > 0 && len(tb.Nationality) > 0 && !overlap(ta.Nationality, tb.Nationality) {
		return true
	}
	if ta.Person != tb.Person {
		return false
	}
	if ta.Name != "" && tb.Name != "" {
		if (ta.Person || ta.Category == dateline.TargetUnknown) && len(a.harms) > 0 && len(b.harms) > 0 && (befellSeveral(a) || befellSeveral(b)) {
			return false // two of the dead of one attack
		}
		return !sameName(ta.Name, tb.Name) && ta.Category == tb.Category
	}
	return otherPremises(ta, tb)
}

func particularTarget(a *account) *dateline.Target {
	for _, arg := range a.targets {
		if arg.target != nil && (arg.target.Unique || arg.target.Name != "" || len(arg.target.Nationality) > 0) {
			return arg.target
		}
	}
	return nil
}

func overlap[T comparable](a, b []T) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// actsConflict: kinds of violence that one happening cannot be at once.
func actsConflict(a, b dateline.Facets) bool {
	if exclusive(a.Act, b.Act) {
		return true
	}
	seized := func(f dateline.Facets) bool {
		return f.Act == dateline.Abduction || f.Act == dateline.Hijacking || f.Act == dateline.HostageSiege
	}
	blown := func(f dateline.Facets) bool {
		return explosive(f) || f.Has(dateline.ExplosiveUnspecific, dateline.AirCrewed, dateline.AirDrone, dateline.AirUnspecified, dateline.IndirectFire)
	}
	return seized(a) && blown(b) || seized(b) && blown(a) || blown(a) && onlyHands(b) || blown(b) && onlyHands(a)
}

func onlyHands(f dateline.Facets) bool {
	return len(f.Means) > 0 && f.Means[0] == dateline.EdgedBlunt
}
