package reconcile

import (
	"sort"
	"strconv"

	"github.com/opendateline/dateline"
)

// figures makes one figure for each measure and population that claims speak
// of, and the decision behind each. They are made anew whenever a claim comes or
// goes; those before stay in the record's earlier revisions (CAS-16).
func (d *docket) figures() []dateline.Figure {
	var out []dateline.Figure
	for _, m := range dateline.Measures {
		figures := d.figuresOf(m, out)
		for _, f := range figures {
			d.decisions = append(d.decisions, d.whyFigure(f))
		}
		out = append(out, figures...)
	}
	return out
}

// counted are the voices that count a measure and can be read.
func (d *docket) counted(m dateline.Measure) []*voice {
	var out []*voice
	for _, v := range d.heard(dateline.Attribute(m)) {
		if v.claim.Value.Count != nil {
			out = append(out, v)
		}
	}
	return out
}

// figuresOf makes the figures of a measure; those of measures before it are
// known.
func (d *docket) figuresOf(m dateline.Measure, before []dateline.Figure) []dateline.Figure {
	voices := d.counted(m)
	if len(voices) == 0 && !d.Rules.zero {
		return nil
	}
	perps := d.attackers(voices)
	var figures []dateline.Figure
	for _, p := range d.populations(m, voices) {
		if f, ok := d.figure(m, p, wholes(d.alignedTo(voices, perps, p))); ok {
			figures = append(figures, f)
		}
	}
	figures = d.cohere(m, figures, len(d.Rules.Populations) == 0)
	if m == dateline.Wounded {
		d.laterDeaths(figures, (&dateline.Incident{Figures: before}).Figure(dateline.Killed, dateline.PopAll))
	}
	for i := range figures {
		d.applyDecided(&figures[i])
	}
	return figures
}

// alignedTo reads the voices for a population. Civilians are the victims where
// nobody counts civilians as such, under presets that count nothing else.
func (d *docket) alignedTo(voices []*voice, perps attackers, p dateline.Population) []reading {
	var out []reading
	for _, v := range voices {
		if r, ok := perps.align(v, p); ok {
			out = append(out, r)
		}
	}
	if len(out) == 0 && p == dateline.PopCivilians && len(d.Rules.Populations) == 1 {
		for _, v := range voices {
			if r, ok := perps.alignVictims(v); ok {
				out = append(out, withoutFighters(r))
			}
		}
	}
	return out
}

// withoutFighters takes the fighters that a count itemises out of it.
func withoutFighters(r reading) reading {
	for _, x := range r.claim.Value.Count.Parts {
		if x.Population == dateline.PopCombatants || x.Population == dateline.PopStateForces {
			r = derive(r, take(r.count, x), &reading{voice: r.voice})
		}
	}
	return r
}

// populations lists whom a measure is counted for: all and victims side by side
// for the killed and the wounded (CAS-6), and every group that a claim counts.
func (d *docket) populations(m dateline.Measure, voices []*voice) []dateline.Population {
	if len(d.Rules.Populations) > 0 {
		return d.Rules.Populations
	}
	out := []dateline.Population{dateline.PopAll}
	if m == dateline.Killed || m == dateline.Wounded || m == dateline.KilledOrWounded {
		out = append(out, dateline.PopVictims)
	}
	return append(out, groupsOf(voices)...)
}

// groupsOf lists the stated populations other than all, victims and unknown.
func groupsOf(voices []*voice) []dateline.Population {
	set := map[string]bool{}
	for _, v := range voices {
		set[string(populationOf(v))] = true
		for _, x := range v.claim.Value.Count.Parts {
			set[string(x.Population)] = true
		}
	}
	for _, general := range []dateline.Population{"", dateline.PopAll, dateline.PopVictims, dateline.PopUnknown} {
		delete(set, string(general))
	}
	var names []string
	for name := range set {
		names = append(names, name)
	}
	sort.Strings(names)
	out := make([]dateline.Population, len(names))
	for i, name := range names {
		out[i] = dateline.Population(name)
	}
	return out
}

// figure reconciles readings of one population; ok is false when nothing is
// said of it and the preset has no number for that.
func (d *docket) figure(m dateline.Measure, p dateline.Population, readings []reading) (dateline.Figure, bool) {
	r := d.Rules
	f := dateline.Figure{Measure: m, Population: p, Status: dateline.FigureNone, Rule: r.Name + "@" + r.Version}
	f.ID = dateline.NewID(dateline.PrefixFigure, string(d.in.Incident), string(m), string(p), r.Name)
	if len(readings) == 0 {
		if r.zero && m == dateline.Killed {
			f.Best, f.Explanation = ptr(0), "No report gives a number; this preset writes 0 where nothing is known."
			return f, true
		}
		return f, false
	}
	readings = outspoken(readings)
	if r.only != nil {
		readings = r.only(readings)
	}
	r.fill(&f, readings)
	f.OriginsMin, f.OriginsMax = origins(voicesOf(readings))
	return f, true
}

// outspoken leaves zeros that are only implied out where somebody gives a number
// (CAS-10).
func outspoken(readings []reading) []reading {
	said := keep(readings, func(x reading) bool { return !impliedZero(x.claim) })
	if len(said) > 0 {
		return said
	}
	return readings
}

// impliedZero: the claim says by a contrast alone that nobody was hurt (CAS-10).
func impliedZero(c dateline.Claim) bool {
	n := c.Value.Count
	return n != nil && n.Qualifier == dateline.None && c.Modality == dateline.Inferred
}

// fill sets the numbers of a figure, who set them and what they are worth.
func (r Rules) fill(f *dateline.Figure, readings []reading) {
	best, low, high := r.choose(readings), r.lowOf(readings), r.highOf(readings)
	f.Low, f.LowClaims = low.value, claimsOf(low.readings)
	f.High, f.HighClaims = high.value, claimsOf(high.readings)
	f.HighOpen = r.ceiling != nil && highOpen(r.ceiling(readings))
	f.Anchors = anchors(readings)
	pool := r.pool(collapse(readings))
	f.InterestedOnly = len(pool) > 0 && len(keep(pool, func(x reading) bool { return x.interested })) == len(pool)
	f.Status = statusOf(heaviest(pool))
	f.Vague = len(pool) > 0 && len(keep(pool, func(x reading) bool { return x.weight > vague || x.weight == named })) == 0
	switch {
	case best != nil:
		r.setBest(f, best)
	case r.zero:
		f.Best, f.BestClaims = r.floorNumber(readings), claimsOf(readings)
	}
	if f.Best != nil && f.Low != nil && *f.Low > *f.Best {
		f.Low, f.LowClaims = ptr(*f.Best), f.BestClaims // "more than 60" begins above its own number
	}
	raised := raise(&f.High, &f.HighClaims, f.Low, f.LowClaims)
	if raise(&f.High, &f.HighClaims, f.Best, f.BestClaims) || raised {
		f.HighOpen = true // "dozens" stands above every number
	}
	f.Explanation = r.explain(f, best, readings)
}

func (r Rules) setBest(f *dateline.Figure, best *choice) {
	f.Best, f.BestClaims = ptr(best.value), claimsOf(best.readings)
	f.Rule = r.Name + "/" + strconv.Itoa(best.rung.n) + "@" + r.Version
	f.Status = statusOf(best.readings)
	for _, x := range best.readings {
		f.Approximate = f.Approximate || x.count.Approximate
		if len(f.Parts) == 0 {
			f.Parts = x.count.Parts
		}
	}
	f.Approximate = f.Approximate || (best.lower && best.readings[0].weight == numeric)
	f.Vague = best.lower && best.readings[0].weight == vague
}

// floorNumber is what a preset that must have a number writes when only
// ceilings were said: 1 if somebody was hurt at all, else 0 (CAS-1, note 1).
func (r Rules) floorNumber(readings []reading) *int {
	for _, x := range readings {
		if x.weight == ceiling {
			return ptr(1)
		}
	}
	return ptr(0)
}

func statusOf(readings []reading) dateline.FigureStatus {
	if len(readings) == 0 {
		return dateline.FigureNone
	}
	inferred := keep(readings, func(r reading) bool { return r.claim.Modality == dateline.Inferred })
	derived := keep(readings, func(r reading) bool { return r.derived })
	switch len(readings) {
	case len(inferred):
		return dateline.FigureImplied
	case len(derived):
		return dateline.FigureDerived
	}
	return dateline.FigureStated
}

func anchors(readings []reading) []int {
	set := map[int]bool{}
	for _, r := range readings {
		if r.count.Anchor != nil {
			set[*r.count.Anchor] = true
		}
	}
	return sortedInts(set)
}

func claimsOf(readings []reading) []dateline.ID {
	var ids []dateline.ID
	for _, r := range readings {
		ids = append(ids, r.claims()...)
	}
	return union(ids)
}

func voicesOf(readings []reading) []*voice {
	out := make([]*voice, len(readings))
	for i, r := range readings {
		out[i] = r.voice
	}
	return out
}
