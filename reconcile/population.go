package reconcile

import "github.com/opendateline/dateline"

// attackers holds how many perpetrators one measure took, as far as stated:
// by the report itself, or by any report.
type attackers struct {
	byReport map[dateline.ID]reading
	overall  *reading
}

// attackers reads the perpetrators' own count of a measure (CAS-6).
func (d *docket) attackers(voices []*voice) attackers {
	a := attackers{byReport: map[dateline.ID]reading{}}
	var all []reading
	for _, v := range voices {
		if r, ok := part(v, dateline.PopPerpetrators); ok {
			all = append(all, r)
		}
	}
	for _, r := range all {
		if old, ok := a.byReport[r.claim.ReportID]; !ok || preferred(r, old) {
			a.byReport[r.claim.ReportID] = r
		}
	}
	if chosen := DatelineOne().choose(all); chosen != nil {
		a.overall = &chosen.readings[0]
	} else if len(all) > 0 {
		best := collapseTo(all)
		a.overall = &best
	}
	return a
}

// of gives the attackers that apply to a claim: those in its own sentence,
// those its report tells of, those any report tells of.
func (a attackers) of(v *voice) *reading {
	if r, ok := part(v, dateline.PopPerpetrators); ok {
		return &r
	}
	if r, ok := a.byReport[v.claim.ReportID]; ok {
		return &r
	}
	return a.overall
}

// populationOf is the population of a claim as its words and parts show it. A
// head number whose breakdown is complete and names no attacker leaves them
// out; one that lists attackers holds them.
func populationOf(v *voice) dateline.Population {
	p := v.claim.Population
	if p == "" {
		p = v.claim.Value.Count.Population
	}
	if p != dateline.PopUnknown && p != "" {
		return p
	}
	for _, x := range v.claim.Value.Count.Parts {
		if x.Population == dateline.PopPerpetrators {
			return dateline.PopAll
		}
	}
	if v.claim.Value.Count.Breakdown == dateline.Exhaustive && !v.claim.Value.Count.Derived {
		return dateline.PopVictims
	}
	return dateline.PopUnknown
}

// part reads what a claim says of exactly one population: itself or a part.
func part(v *voice, p dateline.Population) (reading, bool) {
	c := *v.claim.Value.Count
	if populationOf(v) == p {
		return read(v, c), true
	}
	for _, x := range c.Parts {
		if x.Population == p {
			r := read(v, x)
			r.derived = false
			return r, true
		}
	}
	return reading{}, false
}

// align reads a claim for a population; ok is false where it says nothing of it.
func (a attackers) align(v *voice, p dateline.Population) (reading, bool) {
	switch p {
	case dateline.PopAll:
		return a.alignAll(v)
	case dateline.PopVictims:
		return a.alignVictims(v)
	}
	return part(v, p)
}

func (a attackers) alignAll(v *voice) (reading, bool) {
	r := read(v, *v.claim.Value.Count)
	perp := a.of(v)
	switch populationOf(v) {
	case dateline.PopAll:
		return r, true
	case dateline.PopVictims:
		if perp != nil {
			r = derive(r, add(r.count, perp.count), perp)
		}
		return r, true
	case dateline.PopUnknown:
		if perp != nil {
			r.reach = plus(r.reach, greater(perp.count.Anchor, perp.count.Lo))
			r.shifted = true
		}
		return r, true
	}
	return r, false
}

func (a attackers) alignVictims(v *voice) (reading, bool) {
	r := read(v, *v.claim.Value.Count)
	perp := a.of(v)
	switch populationOf(v) {
	case dateline.PopVictims:
		return r, true
	case dateline.PopAll:
		if perp != nil {
			r = derive(r, take(r.count, perp.count), perp)
		}
		return r, true
	case dateline.PopUnknown:
		if perp != nil {
			r.floor = minus(r.floor, greater(perp.count.Anchor, perp.count.Lo))
			r.shifted = true
		}
		return r, true
	}
	return r, false
}

// derive puts a computed count in place of the stated one, and cites what it
// was computed with.
func derive(r reading, c dateline.Count, with *reading) reading {
	out := read(r.voice, c)
	out.derived = true
	if with.claim.ID != r.claim.ID {
		out.also = []dateline.ID{with.claim.ID}
	}
	return out
}
