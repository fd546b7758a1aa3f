package link

import (
	"slices"
	"sort"

	"github.com/opendateline/dateline"
)

// Band is what a score means.
type Band string

const (
	Separate Band = "separate"
	Probable Band = "probable"
	Linked   Band = "link"
)

// Pair is the comparison of two mentions. Apart says that they cannot be one
// incident whatever else agrees.
type Pair struct {
	A, B     *dateline.Mention
	Score    float64
	Band     Band
	Apart    bool
	disputed bool // LNK-3
	undated  bool // LNK-2
	only     bool // no other incident is compatible
	linker   *Linker
}

// Score compares two mentions (§7.2). The result does not depend on the order
// of a and b.
func (l *Linker) Score(a, b *dateline.Mention) Pair {
	if b.ID < a.ID {
		a, b = b, a
	}
	var room [9]axis
	p, _ := l.weigh(a, b, room[:0])
	return p
}

// weigh compares two mentions in order of id and appends to axes all that has
// a part in the score: the five axes of §7.2 first.
func (l *Linker) weigh(a, b *dateline.Mention, axes []axis) (Pair, []axis) {
	p := Pair{A: a, B: b, linker: l}
	axes = append(axes, dateAxis(a.Date, b.Date), l.placeAxis(a, b), l.targetAxis(a, b), l.actorAxis(a, b), l.actAxis(a, b))
	bins, ok := l.Evidence(a, b)
	if ok && (telling(bins) || l.oneScene(a, b) && l.fitting(a, b, bins)) {
		return l.weighReports(p, axes, bins)
	}
	p.disputed = l.dispute(axes)
	p.undated = axes[0].grade == Silent
	axes = l.bonuses(a, b, axes)
	for _, x := range axes {
		p.Score += x.points
	}
	conflict := blocked(axes) || l.otherMeans(axes)
	if cap, ok := l.cap(p, axes, bins); ok && !conflict {
		p.Score, axes = p.Score+cap.points, append(axes, cap)
	}
	p.Apart = conflict || a.ReportID == b.ReportID && a.Trigger == b.Trigger || l.toldApart(a, b, axes, p.Score) || wholeAndPart(a, b)
	p.Band = l.band(p)
	return p, axes
}

// cap takes the score of two accounts down to a near miss where nothing ties
// them to one incident, where each was aimed at a place of another kind or tells
// of another town, or of another day, in other words, or where bins, what their
// whole reports say, speak against it: on one day a city has many shootings of one
// man.
func (l *Linker) cap(p Pair, axes []axis, bins []Bin) (axis, bool) {
	x := axis{points: l.Probable - l.NearMiss - p.Score}
	switch {
	case p.Score < l.Probable:
		return axis{}, false
	case l.beforehand(p.A, p.B) && l.allOtherWords(p.A, p.B):
		x.what = "reported before that day, in other words"
	case !l.grounded(p.A, p.B) && !l.fitting(p.A, p.B, bins):
		x.what = "no common ground"
	case inPassing(p.A, p.B) && !oneTimeAndPlace(axes) && !l.tied(p.A, p.B, axes):
		x.what = "told in passing, nothing identifies it"
	case l.elsewhere(p.A, p.B):
		x.what = "places of different kinds"
	case l.otherStreets(p.A, p.B) && l.allOtherWords(p.A, p.B):
		x.what = "other streets, told in other words"
	case neighbours(p.A.Place, p.B.Place) && l.otherWords(p.A, p.B):
		x.what = "two towns, told in other words"
	case neighbours(p.A.Place, p.B.Place) && otherDays(p.A, p.B) && l.oneWordInCommon(p.A, p.B):
		x.what = "two towns, two days, one word in common"
	case l.otherScene(p.A, p.B):
		x.what = "other weapons, told in other words"
	case otherWeapons(p.A, p.B) && otherDays(p.A, p.B) && l.oneWordInCommon(p.A, p.B):
		x.what = "other weapons, two days, one word in common"
	case otherDays(p.A, p.B) && l.otherWords(p.A, p.B):
		x.what = "two days, told in other words"
	case l.dayless(p.A, p.B) && !l.oneWeek(p.A, p.B) && l.allOtherWords(p.A, p.B):
		x.what = "no day, weeks apart, told in other words"
	case bins != nil && l.Learned.Of(bins) < l.Probable:
		x.what = "whole reports unlike"
	default:
		return axis{}, false
	}
	return x, true
}

// dispute applies LNK-3: where one of date and place conflicts by one unit and
// all else agrees, one axis strongly, the conflict costs points and no more.
// It turns every other near miss into a conflict.
func (l *Linker) dispute(axes []axis) bool {
	near, strong, agree := -1, false, 0
	for i, x := range axes {
		switch {
		case x.grade == Near && near < 0:
			near = i
		case x.grade >= Compatible:
			agree++
			strong = strong || x.grade == Exact
		}
	}
	if near >= 0 && agree == 4 && strong {
		axes[near].points = l.Disputed
		return true
	}
	for i := range axes {
		if axes[i].grade == Near {
			axes[i].grade = Conflict
		}
	}
	return false
}

// blocked says whether date, place or target cannot both hold.
func blocked(axes []axis) bool {
	return axes[0].grade == Conflict || axes[1].grade == Conflict || axes[2].grade == Conflict
}

// otherMeans: what was done conflicts, and neither the target nor rare words
// identify the two all the same.
func (l *Linker) otherMeans(axes []axis) bool {
	if axes[4].grade != Conflict || axes[2].grade == Exact {
		return false
	}
	return !besides(axes)
}

// toldApart says whether one report's two mentions are two happenings of that
// report: one passage gives each a day of its own, or something speaks against their
// being one, and not enough for it.
func (l *Linker) toldApart(a, b *dateline.Mention, axes []axis, score float64) bool {
	if a.ReportID != b.ReportID {
		return false
	}
	if twoDays(a, b) {
		return true
	}
	return score < l.Link && (axes[3].grade == Conflict || axes[4].grade == Conflict || axes[0].grade != Silent && axes[1].grade != Silent)
}

// twoDays: the two have a passage in common, and not the day. The slack of DAT-12 is
// between outlets.
func twoDays(a, b *dateline.Mention) bool {
	return oneDay(a.Date) && oneDay(b.Date) && a.Date.Earliest != b.Date.Earliest &&
		slices.ContainsFunc(a.Passages, func(id dateline.ID) bool { return slices.Contains(b.Passages, id) })
}

func (l *Linker) band(p Pair) Band {
	switch {
	case p.Apart || p.Score < l.Probable:
		return Separate
	case p.Score < l.Link || p.disputed || p.undated:
		return Probable
	}
	return Linked
}

// bonuses appends what speaks for or against besides the axes.
func (l *Linker) bonuses(a, b *dateline.Mention, axes []axis) []axis {
	if a.ReportID == b.ReportID {
		return append(axes, axis{what: "told apart in one report", points: l.SameReport})
	}
	if x, ok := l.wordsAxis(a, b); ok {
		axes = append(axes, x)
	}
	if l.oneFamily(a, b) {
		axes = append(axes, axis{what: "one story family", points: l.SameFamily, show: shownFamily})
	}
	return axes
}

func shownFamily(l *Linker, a, _ *dateline.Mention) []string {
	return []string{string(l.Family(a.ReportID))}
}

// wordsAxis weighs the rare words that both share, as a part of the rare words
// of the poorer mention. Mentions of few words are not held to it.
func (l *Linker) wordsAxis(a, b *dateline.Mention) (axis, bool) {
	x, y := l.look(a), l.look(b)
	least := min(x.weight, y.weight)
	if least == 0 {
		return axis{}, false
	}
	n, sum := x.inCommon(y)
	share := l.wordPoints(sum/least, min(len(x.words), len(y.words)), n)
	return axis{what: "rare words", points: share, show: shownWords}, true
}

// shownWords are the rarest words that two mentions share.
func shownWords(l *Linker, a, b *dateline.Mention) []string {
	var shared []string
	for _, w := range a.Words {
		if slices.Contains(b.Words, w) {
			shared = append(shared, w)
		}
	}
	return l.rarest(shared, 8)
}

// wordPoints turns a share into points; two rare words at least must speak for
// it, FewWords at least against it.
func (l *Linker) wordPoints(share float64, least, shared int) float64 {
	for _, s := range l.Words {
		if share >= s.From {
			if s.Points > 0 && shared < 2 || s.Points < 0 && least < l.FewWords {
				return 0
			}
			return s.Points
		}
	}
	return 0
}

func (l *Linker) weight(word string) float64 {
	if l.Weight == nil {
		return l.RareWord
	}
	return l.Weight(word)
}

// rarest are up to n rare words, the rarest first.
func (l *Linker) rarest(words []string, n int) []string {
	var out []string
	for _, w := range words {
		if l.weight(w) >= l.RareWord {
			out = append(out, w)
		}
	}
	sort.SliceStable(out, func(i, k int) bool {
		x, y := l.weight(out[i]), l.weight(out[k])
		return x > y || x == y && out[i] < out[k]
	})
	return out[:min(n, len(out))]
}

// Decision writes the comparison down. Its parts sum to the score.
func (p Pair) Decision() dateline.Decision {
	l, a, b := p.linker, p.A, p.B
	_, axes := l.weigh(a, b, nil)
	if p.only {
		axes = append(axes, l.onlyMatch())
	}
	parts := make([]dateline.Part, len(axes))
	for i, x := range axes {
		parts[i] = l.part(x, a, b)
	}
	action, rule := dateline.ActSeparate, "LNK-5/axes"
	if p.Band != Separate {
		action = dateline.ActLink
	}
	if p.disputed {
		rule = "LNK-3/disputed"
	}
	return dateline.Decision{
		ID: dateline.NewID(dateline.PrefixDecision, version, string(a.ID), string(b.ID)),
		By: version, Action: action, Targets: []dateline.ID{a.ID, b.ID}, Rule: rule, Version: version,
		Parts: parts, After: string(p.Band),
	}
}

func (l *Linker) onlyMatch() axis {
	return axis{what: "no other incident compatible", points: l.Unique}
}

// alone adds that no other incident is compatible, and judges the pair again.
func (l *Linker) alone(p Pair) Pair {
	p.Score, p.only = p.Score+l.Unique, true
	p.Band = l.band(p)
	return p
}
