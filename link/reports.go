package link

import (
	"slices"

	"github.com/opendateline/dateline"
)

// weighReports compares the main accounts of two reports by what the reports as
// wholes say besides: points are learned log-odds, so that readings of date and
// place that are often wrong can be outweighed. axes are the five of §7.2. A
// conflict that is outweighed makes the pair disputed (LNK-3); one that is not
// keeps the two apart.
func (l *Linker) weighReports(p Pair, axes []axis, bins []Bin) (Pair, []axis) {
	disputed := l.dispute(axes)
	p.undated = axes[0].grade == Silent
	out := []axis{axes[3]}
	for _, b := range bins {
		out = append(out, l.binAxis(b, axes))
	}
	if l.oneFamily(p.A, p.B) {
		out = append(out, axis{what: "one story family", points: l.SameFamily, show: shownFamily})
	}
	for _, x := range out {
		p.Score += x.points
	}
	conflict := conflicting(axes[:3])
	p.disputed = disputed || conflict
	p.Apart = conflict && p.Score < l.Probable-l.NearMiss || !outweighable(p.A, p.B, axes, signs(bins)) || wholeAndPart(p.A, p.B)
	p.Band = l.band(p)
	return p, out
}

// telling says whether two reports say enough as wholes: both are of some
// length, or something identifies. Of two short ones their accounts say it all.
func telling(bins []Bin) bool {
	return signs(bins) > 0 || !slices.ContainsFunc(bins, func(b Bin) bool { return b.Part == partShort })
}

// fitting is common ground of two accounts of which one gives no day: their
// reports appeared in one week, and say as wholes that they may be of one
// incident.
func (l *Linker) fitting(a, b *dateline.Mention, bins []Bin) bool {
	return l.dayless(a, b) && l.oneWeek(a, b) && l.Learned.Of(bins) >= l.Probable
}

// oneScene: two accounts both say where, and neither the kinds of places nor the
// streets that they name tell them apart, nor that one was told before the day of
// the other.
func (l *Linker) oneScene(a, b *dateline.Mention) bool {
	return located(a.Place) && located(b.Place) && !l.elsewhere(a, b) && !l.otherStreets(a, b) &&
		!l.otherScene(a, b) && !(l.beforehand(a, b) && l.allOtherWords(a, b)) && !(neighbours(a.Place, b.Place) && l.otherWords(a, b))
}

// dayless says that two accounts lead their reports, of which it is known when
// they appeared, and that one gives no day.
func (l *Linker) dayless(a, b *dateline.Mention) bool {
	return (!a.Date.Known() || !b.Date.Known()) && l.look(a).dated() && l.look(b).dated()
}

// beforehand says that one of two accounts gives no day, and that its report had
// appeared before the day of the other.
func (l *Linker) beforehand(a, b *dateline.Mention) bool {
	return l.early(a, b.Date) || l.early(b, a.Date)
}

func (l *Linker) early(m *dateline.Mention, d *dateline.Date) bool {
	return !m.Date.Known() && oneDay(d) && l.look(m).dated() && l.look(m).text.published < d.Earliest
}

// oneWeek says whether the reports of two accounts that lead them appeared in
// one week.
func (l *Linker) oneWeek(a, b *dateline.Mention) bool {
	return days(l.look(a).text.published, l.look(b).text.published) <= week
}

// conflicting says whether one of some axes cannot hold on both sides.
func conflicting(axes []axis) bool {
	for _, x := range axes {
		if x.grade == Conflict {
			return true
		}
	}
	return false
}

// outweighable says whether a conflict of dates or places can be outweighed at
// all: never both at once, nor that of two days written out in full, else where
// something identifies. Reports of two attacks in one town are alike in much, and
// are told apart by their days.
func outweighable(a, b *dateline.Mention, axes []axis, signs int) bool {
	switch {
	case axes[0].grade == Conflict && axes[1].grade == Conflict:
		return false
	case axes[0].grade == Conflict && a.Date.Basis == dateline.BasisExplicit && b.Date.Basis == dateline.BasisExplicit:
		return false
	case axes[0].grade == Conflict, axes[1].grade == Conflict && !a.Place.Inferred && !b.Place.Inferred:
		return signs > 0
	}
	return true
}

// binAxis is one piece of evidence as a part of the sum. A part that is an axis
// of §7.2 shows what was compared there.
func (l *Linker) binAxis(b Bin, axes []axis) axis {
	part := Parts[b.Part]
	out := axis{what: part.What, points: l.Learned[b.Part][b.Step]}
	if at, ok := axisOf[b.Part]; ok {
		out.grade, out.show = axes[at].grade, axes[at].show
		return out
	}
	step := part.Steps[b.Step]
	out.show = func(*Linker, *dateline.Mention, *dateline.Mention) []string { return []string{step} }
	return out
}

// axisOf gives the axis that a part of the evidence grades.
var axisOf = map[int]int{partDate: 0, partPlace: 1, partTarget: 2, partAct: 4}
