package link

import (
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
	Decision dateline.Decision
	Score    float64
	Band     Band
	Apart    bool
	disputed bool // LNK-3
	undated  bool // LNK-2
}

// Score compares two mentions (§7.2). The result does not depend on the order
// of a and b.
func (l *Linker) Score(a, b *dateline.Mention) Pair {
	if b.ID < a.ID {
		a, b = b, a
	}
	p := Pair{A: a, B: b}
	axes := []axis{dateAxis(a.Date, b.Date), l.placeAxis(a, b), targetAxis(a, b), l.actorAxis(a, b), l.actAxis(a, b)}
	rule := "LNK-5/axes"
	if l.dispute(axes) {
		p.disputed, rule = true, "LNK-3/disputed"
	}
	p.undated = axes[0].grade == Silent
	parts := make([]dateline.Part, 0, 9)
	for _, x := range axes {
		p.Score += x.points
		parts = append(parts, x.part())
	}
	for _, x := range l.bonuses(a, b) {
		if x.what != "" {
			p.Score += x.points
			parts = append(parts, x.part())
		}
	}
	conflict := blocked(axes)
	if !conflict && p.Score >= l.Probable && !l.grounded(a, b) {
		cap := axis{what: "no common ground", points: l.Probable - l.NearMiss - p.Score}
		p.Score, parts = p.Score+cap.points, append(parts, cap.part())
	}
	p.Apart = conflict || a.ReportID == b.ReportID && a.Trigger == b.Trigger || l.toldApart(a, b, axes, p.Score)
	p.Band = l.band(p)
	p.Decision = decision(a, b, rule, parts, p.Band)
	return p
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

// toldApart says whether one report's two mentions are two happenings of that
// report: something speaks against their being one, and not enough for it.
func (l *Linker) toldApart(a, b *dateline.Mention, axes []axis, score float64) bool {
	if a.ReportID != b.ReportID || score >= l.Link {
		return false
	}
	return axes[3].grade == Conflict || axes[4].grade == Conflict || axes[0].grade != Silent && axes[1].grade != Silent
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

// bonuses are what speaks for or against besides the axes.
func (l *Linker) bonuses(a, b *dateline.Mention) []axis {
	if a.ReportID == b.ReportID {
		return []axis{{what: "told apart in one report", points: l.SameReport}}
	}
	out := []axis{l.wordsAxis(a, b)}
	if l.Family != nil {
		if f := l.Family(a.ReportID); f != "" && f == l.Family(b.ReportID) {
			out = append(out, axis{what: "one story family", points: l.SameFamily, values: []string{string(f)}})
		}
	}
	return out
}

// wordsAxis weighs the rare words that both share, as a part of the rare words
// of the poorer mention. Mentions of few words are not held to it.
func (l *Linker) wordsAxis(a, b *dateline.Mention) axis {
	wa, na := l.rare(a.Words)
	wb, nb := l.rare(b.Words)
	shared, sum := []string{}, 0.0
	for i, k := 0, 0; i < len(a.Words) && k < len(b.Words); {
		switch x, y := a.Words[i], b.Words[k]; {
		case x < y:
			i++
		case x > y:
			k++
		default:
			if w := l.weight(x); w >= l.RareWord {
				shared, sum = append(shared, x), sum+w
			}
			i, k = i+1, k+1
		}
	}
	least := min(wa, wb)
	if least == 0 {
		return axis{}
	}
	return axis{what: "rare words", points: l.wordPoints(sum/least, min(na, nb), len(shared)), values: l.rarest(shared, 8)}
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

func (l *Linker) rare(words []string) (sum float64, n int) {
	for _, w := range words {
		if x := l.weight(w); x >= l.RareWord {
			sum, n = sum+x, n+1
		}
	}
	return sum, n
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

// decision writes the comparison down. Its parts sum to the score.
func decision(a, b *dateline.Mention, rule string, parts []dateline.Part, band Band) dateline.Decision {
	action := dateline.ActSeparate
	if band != Separate {
		action = dateline.ActLink
	}
	return dateline.Decision{
		ID: dateline.NewID(dateline.PrefixDecision, version, string(a.ID), string(b.ID)),
		By: version, Action: action, Targets: []dateline.ID{a.ID, b.ID}, Rule: rule, Version: version,
		Parts: parts, After: string(band),
	}
}

// with adds a part to a pair and judges it again.
func (l *Linker) with(p Pair, what string, pts float64) Pair {
	p.Score += pts
	p.Decision.Parts = append(append([]dateline.Part{}, p.Decision.Parts...), axis{what: what, points: pts}.part())
	p.Band = l.band(p)
	p.Decision.After = string(p.Band)
	if p.Band != Separate {
		p.Decision.Action = dateline.ActLink
	}
	return p
}
