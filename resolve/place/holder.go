package place

import (
	"regexp"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place/table"
)

// This file finds what a settlement that the gazetteer does not know lies in.

// here: the report was filed from the town that holds the place, "in Barangay Orvane here".
var here = regexp.MustCompile(`^ (?:\d+ )?here\b`)

// pair matches what follows the first name of a road or track between two places.
var pair = regexp.MustCompile(`^\s?[-–]\s?\p{Lu}[\p{L} -]{2,30} (?:road|highway|motorway|expressway|railway|route|axis)\b`)

// mayLieIn: the place is in the country of the division and not far from that or, of a
// region of several countries, not further from its centre than such regions reach.
func (r *resolver) mayLieIn(x, holder table.Entry) bool {
	if r.g.code(holder) == "A.ADM2" && x.Country == holder.Country {
		return Distance(x.Lat, x.Lon, holder.Lat, holder.Lon) <= 100_000+float64(radiusM(holder, "A.ADM2"))
	}
	if r.g.code(holder) == "A.ADM1" && x.Country == holder.Country && x.Admin1 >= 0 {
		return r.g.table.Entry(x.Admin1).ID == holder.ID || Distance(x.Lat, x.Lon, holder.Lat, holder.Lon) <= 1.5*float64(radiusM(holder, "A.ADM1"))
	}
	if holder.Country >= 0 {
		return x.Country == holder.Country
	}
	return Distance(x.Lat, x.Lon, holder.Lat, holder.Lon) <= regionReach
}

// regionReach is how many metres a region of several countries reaches from its centre.
const regionReach = 2_000_000

// resolvedUnlisted places a settlement that the gazetteer does not know in the
// container that the text states for it; where it states none, in that of the
// places around it or in the country of the report, as inferred (PLC-1). It has
// the centre and the reach of its container.
func (r *resolver) resolvedUnlisted(i int, all []Resolved) Resolved {
	e := r.exprs[i]
	out := Resolved{Expression: e, Precision: dateline.P9}
	holder, stated := r.holderOf(i, all)
	if holder == nil {
		return named(e)
	}
	p := *holder
	out.Parent, out.Inferred = holder, !stated
	p.ID = dateline.NewID(dateline.PrefixPlace, "unlisted", string(holder.ID), table.Fold(e.Text))
	p.Name, p.ASCII, p.FeatureClass, p.FeatureCode = e.Text, "", "P", "PPL"
	p.GeonameID, p.Parent, p.Population, p.Precision = 0, holder.ID, 0, dateline.P1
	if r.isQuarter(i) && holder.Precision == dateline.P3 || holder.Precision == dateline.P1 && !r.calledUnit(holder) { // a quarter or a spot of a town
		p.Precision, out.City = dateline.P0, cityAmong(all, holder)
	}
	if p.Precision == dateline.P1 && r.saidUnit(e) {
		p.FeatureClass, p.FeatureCode, p.Admin2, p.Precision = "A", "ADM2", e.Text, dateline.P3
	}
	out.Place, out.Precision, out.RadiusM = &p, p.Precision, *holder.RadiusM
	if p.Precision == dateline.P1 {
		r.qualify(&out, r.doc.Text())
	}
	return out
}

// saidUnit: the word behind the name calls it a district.
func (r *resolver) saidUnit(e dateline.Expression) bool {
	after := strings.Fields(r.doc.Text()[e.End:min(len(r.doc.Text()), e.End+24)])
	return len(after) > 0 && r.g.words.is("admin2", strings.Trim(after[0], ".,;:"))
}

// isQuarter: the report calls the name of an expression a quarter.
func (r *resolver) isQuarter(i int) bool { return r.names[i] != nil && r.names[i].kind == kindQuarter }

// cityAmong is the city that a place resolved is or lies in.
func cityAmong(all []Resolved, p *dateline.Place) string {
	for _, x := range all {
		switch {
		case x.Place != p:
		case p.Precision == dateline.P1:
			return x.town(p)
		default:
			return x.Expression.Text // a district that bears the city's name
		}
	}
	return p.Name
}

// calledUnit: the report calls the place a division ("Orvane district").
func (r *resolver) calledUnit(p *dateline.Place) bool {
	return slices.ContainsFunc(r.order, func(n *name) bool {
		return (n.kind == "admin1" || n.kind == "admin2") && len(n.scored) > 0 && r.place(n.scored[0].row).ID == p.ID
	})
}

// holderOf gives what an unlisted settlement lies in, and whether the text says
// so.
func (r *resolver) holderOf(i int, all []Resolved) (holder *dateline.Place, stated bool) {
	e := r.exprs[i]
	if j := slices.IndexFunc(all, func(x Resolved) bool { return x.Filing && x.Place != nil }); j >= 0 && here.MatchString(r.doc.Text()[e.End:]) {
		return all[j].Place, true
	}
	var near *dateline.Place
	for j := range all {
		o := all[j].Expression
		if o.Class == ClassDemonym || derived(o) || all[j].Place == nil {
			continue
		}
		if o.Sentence == e.Sentence && o.Start >= e.End && r.holdsBehind(e, o, r.isQuarter(i)) {
			return r.ownedBehind(j, all), true
		}
		if o.Sentence == e.Sentence && o.End <= e.Start && all[j].Precision == dateline.P1 && r.owns(r.doc.Text()[o.End:e.Start]) {
			return all[j].Place, true
		}
		if r.ofRoad(o) {
			continue
		}
		if (o.Sentence == e.Sentence || o.Sentence == e.Sentence-1) && o.Locative && !all[j].Filing && o.Start < e.Start || near == nil && o.Sentence == e.Sentence && o.Locative {
			near = all[j].Place
		}
	}
	if near == nil {
		return r.mainCountry(), false
	}
	if beside := strings.HasSuffix(r.doc.Text()[:e.Start], "near "); beside && near.Precision == dateline.P1 {
		return near, false // what is near a spot in a town
	}
	return r.around(near), false
}

// ownedBehind is the part of expression j, a country, that the text names behind it: "in
// Niger's TILLABÉRI region"; else what j means.
func (r *resolver) ownedBehind(j int, all []Resolved) *dateline.Place {
	if k := j + 1; k < len(all) && r.names[k] != nil && slices.Contains(r.names[k].owners, r.names[j]) && all[k].Place != nil {
		return all[k].Place
	}
	return all[j].Place
}

// ofRoad: the name is one of the two that a road is called by, "the ORVANE-Kalme highway".
func (r *resolver) ofRoad(e dateline.Expression) bool {
	text := r.doc.Text()
	return pair.MatchString(text[e.End:])
}

// holdsBehind: only words that lead from a settlement to what holds it stand
// between two names: ", a farming village in the northern". A quarter lies in the city
// even west of it.
func (r *resolver) holdsBehind(e, o dateline.Expression, quarter bool) bool {
	if o.Start-e.End > 80 {
		return false
	}
	lex, leads := r.g.words, false
	between := r.withoutUnits(strings.Fields(marks.Replace(oneWord(r.between(e, o)))))
	for i, w := range between {
		switch {
		case lex.away(between, i) && !quarter:
			return false // it lies beside
		case w == "," || w == "in" || w == "of" || lex.is("loc", w) && w != "from" && w != "to" && w != "near":
			leads = true
		case lex.is("filler", w), lex.is("cardinal", w), lex.is("prefix", w), lex.unit(w), w == "farming", w == "fishing":
		default:
			return false
		}
	}
	return leads
}

// withoutUnits are words in small letters without names of divisions that are not
// known, "Kalme district".
func (r *resolver) withoutUnits(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		if capital(words[i]) && i+1 < len(words) && r.g.words.unit(words[i+1]) {
			i++
			continue
		}
		out = append(out, strings.ToLower(words[i]))
	}
	return out
}

// between is the text from one expression to another without the settlements that
// the gazetteer does not know: "Sitio Orvane, [Barangay Kalme,] Patikul".
func (r *resolver) between(e, o dateline.Expression) string {
	var b strings.Builder
	at := e.End
	for _, x := range r.exprs {
		if x.Class == ClassUnlisted && x.Start >= at && x.End <= o.Start {
			b.WriteString(r.doc.Text()[at:x.Start])
			at = x.End
		}
	}
	return b.String() + r.doc.Text()[at:o.Start]
}

// around is what holds a town near an unlisted settlement: it lies near the
// town, not in it.
func (r *resolver) around(p *dateline.Place) *dateline.Place {
	if p.Precision != dateline.P1 || p.Parent == "" {
		return p
	}
	if holder, ok := r.g.PlaceOf(p.Parent); ok {
		return &holder
	}
	return p
}

// mainCountry is the country that most of the report's names lie in, nil if no
// country has the half of them.
func (r *resolver) mainCountry() *dateline.Place {
	for c, weight := range r.countries {
		if weight*2 <= r.total {
			continue
		}
		if row, ok := r.g.table.ByNumber(r.g.countries[c].GeonameID); ok {
			p := r.place(row)
			return &p
		}
	}
	return nil
}
