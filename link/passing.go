package link

import (
	"slices"

	"github.com/opendateline/dateline"
)

// This file is about what a report tells in passing: "the city's 39th homicide of the
// year", "a lawmaker was hit by a stray bullet that night", "on 11 May a man was shot on
// the same block". Such an account has few words and a vague place or time, so that
// on the axes of §7.2 it is compatible with any attack of its town or of its day. Of pairs of it
// and another report's account that agree in less than time and place, one in nine were of one
// incident (gun violence dev).

// inPassing: one of two accounts of incidents is not what its report is about.
func inPassing(a, b *dateline.Mention) bool {
	return Clusterable(a) && Clusterable(b) && (a.Salience != dateline.Main || b.Salience != dateline.Main)
}

// oneTimeAndPlace: both give the same day or stretch of time and the same place or region,
// and not merely such as do not exclude each other.
func oneTimeAndPlace(axes []axis) bool { return axes[0].grade >= Coarse && axes[1].grade >= Coarse }

// tied: the target or the actor of two accounts is one, they have a rare word in
// common or one has a word of the name of the other's place, or one story ties them.
func (l *Linker) tied(a, b *dateline.Mention, axes []axis) bool {
	return axes[2].grade == Exact || axes[3].grade == Exact || l.wordsInCommon(a, b) > 0 || l.namesPlaceOf(a, b) || l.namesPlaceOf(b, a) || besides(axes)
}

// namesPlaceOf: a, which is placed elsewhere or more coarsely, has a word of the name of the
// place of b.
func (l *Linker) namesPlaceOf(a, b *dateline.Mention) bool {
	where := l.look(b).where
	return slices.ContainsFunc(l.look(a).words, func(w rareWord) bool { return where[w.word] })
}

// besides: something besides the five axes speaks for the two being one.
func besides(axes []axis) bool {
	return slices.ContainsFunc(axes[5:], func(x axis) bool { return x.points > 0 })
}
