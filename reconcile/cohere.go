package reconcile

import (
	"slices"
	"strconv"

	"github.com/opendateline/dateline"
)

// within says which figures a population is part of: everybody is within all;
// civilians and diplomats are within the victims.
func within(p dateline.Population) []dateline.Population {
	switch p {
	case dateline.PopAll:
		return nil
	case dateline.PopCivilians, dateline.PopDiplomats:
		return []dateline.Population{dateline.PopVictims, dateline.PopAll}
	}
	return []dateline.Population{dateline.PopAll}
}

// cohere holds the invariant that all are no fewer than any part of them
// (§1.7): where a part's number is the larger one, it is the number of the
// whole too, and its claims are cited for it; where only a party to the incident
// says it, it is the highest of both and no more (CAS-8). Where nobody counts the
// whole, a part gives its low, and no best (example 13).
func (d *docket) cohere(m dateline.Measure, figures []dateline.Figure, extend bool) []dateline.Figure {
	figures = d.believed(figures)
	byPopulation := map[dateline.Population]int{}
	for i, f := range figures {
		byPopulation[f.Population] = i
	}
	for i := range figures {
		for _, p := range within(figures[i].Population) {
			if k, ok := byPopulation[p]; ok {
				boasted(&figures[i], figures[k])
				outnumbered(&figures[i], figures[k])
				d.outvoted(&figures[i], figures[k])
			}
		}
	}
	stated := append([]dateline.Figure(nil), figures...)
	for _, part := range stated {
		for _, p := range within(part.Population) {
			i, ok := byPopulation[p]
			switch {
			case ok:
				lift(&figures[i], part)
			case extend && part.Low != nil && *part.Low > 0:
				byPopulation[p] = len(figures)
				figures = append(figures, atLeast(m, p, part))
			}
		}
	}
	if i, ok := byPopulation[dateline.PopVictims]; ok { // lifted last, so that all stays above victims
		if j, ok := byPopulation[dateline.PopAll]; ok {
			lift(&figures[j], figures[i])
		}
	}
	return inOrder(figures)
}

// boasted leaves a part that only a party to the incident counts, above what
// others count in all, with its high alone.
func boasted(part *dateline.Figure, whole dateline.Figure) {
	if !part.InterestedOnly || whole.InterestedOnly || part.Best == nil || whole.Best == nil || *part.Best <= *whole.Best {
		return
	}
	part.Low, part.Best, part.LowClaims, part.BestClaims = nil, nil, nil, nil
	part.Explanation = "Said only by a party to the incident, and more than others count in all: it gives the highest number only."
}

// believed leaves out the groups that are counted above the whole by claims far less sure
// than those of the whole: no group has more dead than all.
func (d *docket) believed(figures []dateline.Figure) []dateline.Figure {
	return slices.DeleteFunc(figures, func(part dateline.Figure) bool {
		return slices.ContainsFunc(figures, func(whole dateline.Figure) bool {
			return slices.Contains(within(part.Population), whole.Population) && above(part.Best, whole.Best) && d.surest(part.BestClaims)*farSurer < d.surest(whole.BestClaims)
		})
	})
}

func above(n, of *int) bool { return n != nil && of != nil && *n > *of }

// surest is the confidence of the surest of some claims.
func (d *docket) surest(claims []dateline.ID) float64 {
	most := 0.0
	for _, v := range d.voices {
		if slices.Contains(claims, v.claim.ID) {
			most = max(most, v.claim.Confidence)
		}
	}
	return most
}

// outnumbered lowers the least of a part that only a bare plural counts
// ("rescuers were killed", CAS-13) to that of a whole that is counted and smaller: a
// plural says that there were some, and is no number to set against one.
func outnumbered(part *dateline.Figure, whole dateline.Figure) {
	if part.Best != nil || part.Low == nil || whole.Best == nil || whole.Low == nil || *part.Low <= *whole.Low {
		return
	}
	part.Low, part.LowClaims = ptr(*whole.Low), append([]dateline.ID(nil), whole.LowClaims...)
	part.Explanation = "Told of in the plural, while all are counted as fewer: the least number is that of all."
}

// outvoted lowers the least of a part to that of a whole that more origins than one
// count: the least that anybody says of all holds for the part too (§1.7, CAS-15). What
// a report says in its own voice of the part while it cites the lower number, stands: it
// has weighed them.
func (d *docket) outvoted(part *dateline.Figure, whole dateline.Figure) {
	if d.weighed(part.LowClaims, whole.LowClaims) || whole.OriginsMax < 2 || part.Low == nil || whole.Low == nil || *part.Low <= *whole.Low {
		return
	}
	part.Low, part.LowClaims = ptr(*whole.Low), append([]dateline.ID(nil), whole.LowClaims...)
	part.Explanation += " Its least number is that of all."
}

// weighed: a report says in its own voice what one of the claims does, and gives one of
// the others too.
func (d *docket) weighed(own, others []dateline.ID) bool {
	cites := map[dateline.ID]bool{}
	for _, v := range d.voices {
		if slices.Contains(others, v.claim.ID) {
			cites[v.claim.ReportID] = true
		}
	}
	return slices.ContainsFunc(d.voices, func(v *voice) bool {
		return cites[v.claim.ReportID] && v.claim.Innermost().Role == dateline.SpeakerOutlet && slices.Contains(own, v.claim.ID)
	})
}

// lift raises the ends of the whole to those of the part, and says so.
func lift(whole *dateline.Figure, part dateline.Figure) {
	was := *whole
	if raise(&whole.Best, &whole.BestClaims, part.Best, part.BestClaims) {
		whole.Rule, whole.Status = part.Rule, part.Status
	}
	raise(&whole.Low, &whole.LowClaims, part.Low, part.LowClaims)
	raise(&whole.High, &whole.HighClaims, part.High, part.HighClaims)
	order(whole)
	group := " of a group that is part of it, " + populationWords(part.Population) + "."
	if !same(was.Best, whole.Best) {
		whole.Explanation = "Best " + strconv.Itoa(*whole.Best) + ": the number" + group
	}
	if !same(was.Low, whole.Low) {
		whole.Explanation += " Its least number is that" + group
	}
	if !same(was.High, whole.High) {
		whole.Explanation += " Its highest number is that" + group
	}
	whole.HighOpen = whole.HighOpen || part.HighOpen && whole.Explanation != was.Explanation
}

func raise(n **int, claims *[]dateline.ID, to *int, by []dateline.ID) bool {
	if *n == nil || to == nil || **n >= *to {
		return false
	}
	*n, *claims = ptr(*to), append([]dateline.ID(nil), by...)
	return true
}

// order restores low ≤ best ≤ high after an end was raised.
func order(f *dateline.Figure) {
	raise(&f.High, &f.HighClaims, f.Best, f.BestClaims)
	raise(&f.Best, &f.BestClaims, f.Low, f.LowClaims)
	raise(&f.High, &f.HighClaims, f.Low, f.LowClaims)
}

func atLeast(m dateline.Measure, p dateline.Population, part dateline.Figure) dateline.Figure {
	f := part
	f.ID = dateline.NewID(dateline.PrefixFigure, string(part.ID), string(p))
	f.Measure, f.Population, f.Best, f.BestClaims, f.High, f.HighClaims = m, p, nil, nil, nil, nil
	f.HighOpen, f.Status, f.Parts, f.Anchors = true, dateline.FigureDerived, nil, nil
	f.Explanation = "Nobody counts " + populationWords(p) + "; " + populationWords(part.Population) + " are part of them."
	return f
}

func inOrder(figures []dateline.Figure) []dateline.Figure {
	var first, rest []dateline.Figure
	for _, p := range []dateline.Population{dateline.PopAll, dateline.PopVictims} {
		for _, f := range figures {
			if f.Population == p {
				first = append(first, f)
			}
		}
	}
	for _, f := range figures {
		if f.Population != dateline.PopAll && f.Population != dateline.PopVictims {
			rest = append(rest, f)
		}
	}
	return append(first, rest...)
}
