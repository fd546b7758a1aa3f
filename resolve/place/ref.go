package place

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place/table"
)

const (
	closeCall  = 0.10 // PLC-9: two candidates within this share are not told apart
	sameSpotM  = 50_000
	nearRadius = 25_000 // of P2, domain §5.1
	keepBest   = 5
)

func (r *resolver) resolved(e dateline.Expression, n *name, text string) Resolved {
	out := Resolved{Expression: e, Precision: dateline.P9}
	if len(n.scored) > 0 && r.farSpelling(n) {
		return out
	}
	for k := range n.scored[:min(keepBest, len(n.scored))] {
		c := n.scored[k]
		c.Place = r.place(c.row)
		out.Candidates = append(out.Candidates, c)
	}
	divisionFirst(out.Candidates)
	if len(out.Candidates) == 0 || unsettled(out.Candidates) && !r.onlyThere(n, out.Candidates) {
		return out
	}
	p := out.Candidates[0].Place
	out.City = r.city(n, out.Candidates[0].row)
	if n.kind == kindQuarter && out.City == "" && p.FeatureClass == "P" {
		return out // a town that bears the quarter's name
	}
	out.Place, out.Precision, out.RadiusM = &p, p.Precision, *p.RadiusM
	if e.Class != ClassDemonym {
		r.qualify(&out, text)
	}
	return out
}

// unsettled is the rule of PLC-9: the best two are within ten per cent and
// are not the same spot under two kinds (a city and its district).
func unsettled(list []Candidate) bool {
	for _, c := range list[1:] {
		if c.Score < list[0].Score*(1-closeCall) {
			return false
		}
		if apart(list[0].Place, c.Place) {
			return true
		}
	}
	return false
}

func apart(a, b dateline.Place) bool {
	return !covers(a, b) && !covers(b, a) && Distance(*a.Lat, *a.Lon, *b.Lat, *b.Lon) > sameSpotM && !(a.Country == b.Country && (a.Admin1 == b.Admin1 || a.Precision == dateline.P6 || b.Precision == dateline.P6))
}

// onlyThere puts the one candidate first that lies in a division where other names of the
// report lie too, if there is one and no more, and no words say what it holds or lies in. Local papers name
// what is elsewhere too.
func (r *resolver) onlyThere(n *name, list []Candidate) bool {
	if r.home.admin1 >= 0 || len(n.members)+len(n.containers) > 0 {
		return false
	}
	only := -1
	for i, c := range list {
		e := r.g.table.Entry(c.row)
		if e.Admin1 < 0 || c.Score < list[0].Score*(1-closeCall) || r.share(r.admins, e.Admin1, n, n.admin) < 0.3 {
			continue
		}
		if only >= 0 && list[only].Place.Admin1 != c.Place.Admin1 {
			return false
		}
		if only < 0 {
			only = i
		}
	}
	if only > 0 {
		list[0], list[only] = list[only], list[0]
	}
	return only >= 0
}

// divisionFirst puts a division before the region of its name that covers it: "Papua"
// is the province where nothing tells it from the rest of the island.
func divisionFirst(list []Candidate) {
	if len(list) > 1 && covers(list[0].Place, list[1].Place) && list[1].Score >= list[0].Score*(1-closeCall) {
		list[0], list[1] = list[1], list[0]
	}
}

// covers: a is a region of one country, and the centre of its division b lies in it.
func covers(a, b dateline.Place) bool {
	return a.FeatureCode == "RGN" && b.FeatureCode == "ADM1" && a.Country == b.Country && Distance(*a.Lat, *a.Lon, *b.Lat, *b.Lon) <= float64(*a.RadiusM)
}

// qualify applies what stands in front of the name: near, northern, above.
func (r *resolver) qualify(out *Resolved, text string) {
	e, lex := out.Expression, r.g.words
	out.Filing = r.filed(e)
	if pair.MatchString(text[e.End:]) && (out.Precision == dateline.P1 || out.Precision == dateline.P0) {
		out.Precision, out.RadiusM = dateline.P5, max(out.RadiusM, nearRadius) // between two places
		return
	}
	written := strings.Fields(text[max(0, e.Start-48):e.Start])
	before := strings.Fields(strings.ToLower(text[max(0, e.Start-48):e.Start]))
	for i, n := len(before)-1, 0; i >= 0 && n < 5; i, n = i-1, n+1 {
		w := before[i]
		switch {
		case lex.is("cardinal", w) && out.Precision != dateline.P1 && out.Precision != dateline.P0 && i == len(before)-1:
			out.Precision = dateline.P5
			out.RadiusM /= 2
		case (lex.is("air", w) || w == "above" || w == "over" && n < 2 && airborne(before)) && out.Precision == dateline.P6:
			out.Precision = dateline.P7
			return
		case lex.is("sea", w) && offshore(before[:i+1]):
			out.Precision = dateline.P7
			return
		case i > 0 && lex.is("city", w) && capital(written[i-1]):
			return // "the Kalme SUBURB of Orvane"
		case (lex.is("near", w) || lex.away(before, i)) && (out.Precision == dateline.P1 || out.Precision == dateline.P0):
			out.Precision, out.NotProper = dateline.P2, true
			out.RadiusM = max(out.RadiusM, nearRadius)
			return
		case !lex.is("filler", w) && !lex.is("cardinal", w) && !lex.is("air", w) && !lex.is("sea", w):
			return
		}
	}
}

func airborne(before []string) bool {
	all := " " + strings.Join(before, " ") + " "
	for _, w := range []string{" shot down ", " plane ", " aircraft ", " jet ", " airliner ", " flight ", " flying ", " helicopter ", " exploded ", " blown up ", " downed "} {
		if strings.Contains(all, w) {
			return true
		}
	}
	return false
}

// offshore says whether words such as "off the coast" end there.
func offshore(before []string) bool {
	for _, w := range before[max(0, len(before)-4):] {
		if w == "off" || w == "waters" {
			return true
		}
	}
	return false
}

func (r *resolver) filed(e dateline.Expression) bool {
	if e.Sentence >= len(r.doc.Sentences) || r.doc.Sentences[e.Sentence].Start != e.Start {
		return false
	}
	rest := r.doc.Text()[e.End:min(len(r.doc.Text()), e.End+60)]
	capitals := strings.ToUpper(e.Text) == e.Text
	apart := capitals && r.doc.Sentences[e.Sentence].Filing > 0 // "MARVESK Two policemen"
	return e.Sentence <= 2 && (filing(rest) || apart) || capitals && colon.MatchString(rest) || imprint.MatchString(rest)
}

// colon matches what follows the place in "QUETTA: Two policemen" and "JAMMU, India: Gunmen".
var colon = regexp.MustCompile(`^(?:, [A-Z][A-Za-z .]{2,20})?: `)

// resolvedSite ties a site to the place that the text gives for it: a name
// inside it or behind it ("the mosque in Kabul"), else one of the same
// sentence, which is only inferred (PLC-2, PLC-11).
func (r *resolver) resolvedSite(i int, all []Resolved) Resolved {
	e := r.exprs[i]
	out := Resolved{Expression: e, Precision: dateline.P9}
	parent, stated := r.parentOf(i, all)
	if parent == nil {
		return out
	}
	p := *all[*parent].Place
	out.Parent, out.City, out.Inferred = &p, all[*parent].City, !stated
	code := r.g.headCode(e.Text)
	site := p
	site.ID = dateline.NewID(dateline.PrefixPlace, "site", string(p.ID), code, table.Fold(e.Text))
	site.Name, site.ASCII, site.FeatureClass, site.FeatureCode = e.Text, "", code[:1], code[2:]
	site.GeonameID, site.Parent, site.Population = 0, p.ID, 0
	site.Precision = p.Precision
	if p.Precision == dateline.P1 {
		site.Precision = dateline.P0
	}
	out.Place, out.Precision, out.RadiusM = &site, site.Precision, *p.RadiusM
	return out
}

func (r *resolver) parentOf(i int, all []Resolved) (parent *int, stated bool) {
	e := r.exprs[i]
	var fallback *int
	for j := range all {
		o := all[j].Expression
		if j == i || o.Class == ClassSite || o.Class == ClassDemonym || o.Sentence != e.Sentence || all[j].Place == nil {
			continue
		}
		if inside := o.Start >= e.Start && o.End <= e.End; inside && !r.townBehind(e, all) || r.behind(e, o) {
			return &j, true
		}
		if o.Locative && (fallback == nil || all[*fallback].Filing) {
			fallback = &j
		}
	}
	return fallback, false
}

// behind: expression o stands directly behind a site, "a mosque in Orvane".
func (r *resolver) behind(site, o dateline.Expression) bool {
	return o.Start >= site.End && o.Start-site.End <= 40 && directly(r.doc.Text()[site.End:o.Start], r.g.words)
}

// townBehind: a settlement stands directly behind a house that is called after another,
// "the Orvane Grill restaurant in KALME".
func (r *resolver) townBehind(site dateline.Expression, all []Resolved) bool {
	return houses[r.g.headCode(site.Text)] && slices.ContainsFunc(all, func(x Resolved) bool {
		return x.Place != nil && x.Precision == dateline.P1 && x.Expression.Sentence == site.Sentence && r.behind(site, x.Expression)
	})
}

// directly says whether only a preposition and words that do not break
// locative syntax stand between a site and a name.
func directly(between string, lex *lexicon) bool {
	preposition := false
	for _, w := range strings.Fields(strings.ToLower(between)) {
		preposition = preposition || lex.is("loc", w) || w == "of" || w == ","
		if !lex.is("loc", strings.Trim(w, ",")) && !lex.is("filler", strings.Trim(w, ",")) && w != "," {
			return false
		}
	}
	return preposition || strings.HasPrefix(between, ",")
}

// Ref makes the reference that a mention or claim keeps.
func (g *Gazetteer) Ref(r Resolved, role dateline.PlaceRole) dateline.PlaceRef {
	ref := dateline.PlaceRef{
		Text: r.Expression.Text, Name: r.Expression.Text, Role: role, Precision: r.Precision,
		NotProper: r.NotProper, Inferred: r.Inferred,
		Span: r.Span,
	}
	for i, c := range r.Candidates {
		if r.Place == nil || i > 0 {
			ref.Candidates = append(ref.Candidates, c.Place.ID)
		}
	}
	if r.Place == nil {
		return ref
	}
	p := r.Place
	ref.Place, ref.Name, ref.Country, ref.GeonameID = p.ID, p.Name, p.Country, p.GeonameID
	if !r.NotProper || r.Division {
		ref.Admin1 = p.Admin1
	}
	if !r.NotProper {
		ref.Admin2 = p.Admin2
	}
	switch {
	case r.Parent != nil && r.Precision == dateline.P0:
		ref.City = r.town(r.Parent)
	case r.Precision == dateline.P1 || r.Precision == dateline.P2:
		ref.City = r.town(p)
	case r.Precision == dateline.P4:
		ref.City = g.words.oneCity[p.Country2+"\t"+p.Admin1]
	}
	if c, ok := g.Country(p.Country); ok {
		ref.CountryName = c.Name
	}
	for _, code := range p.Disputed {
		c, _ := g.Country(code)
		ref.Disputed = append(ref.Disputed, dateline.Claimant{Country: code, Name: c.Name})
	}
	radius := r.RadiusM
	ref.Lat, ref.Lon, ref.RadiusM = p.Lat, p.Lon, &radius
	return ref
}

// Relation says how two places of references lie to each other.
type Relation string

const (
	Same     Relation = "same"
	Holds    Relation = "contains" // the first contains the second
	Within   Relation = "within"   // the first lies within the second
	Overlap  Relation = "overlap"  // their reaches meet
	Disjoint Relation = "disjoint"
	Unknown  Relation = "unknown"
)

// Relate compares two references. A coarser place contains a finer one of the
// same division or, for regions, within its reach; two places near one name
// overlap rather than agree (PLC-3).
func (g *Gazetteer) Relate(a, b dateline.PlaceRef) Relation {
	if a.Place == "" || b.Place == "" {
		return Unknown
	}
	if a.Country != "" && b.Country != "" && a.Country != b.Country {
		return Disjoint
	}
	if a.Place == b.Place {
		if a.NotProper || b.NotProper || a.Precision != b.Precision {
			return Overlap
		}
		return Same
	}
	if rank(a) != rank(b) {
		if rank(a) > rank(b) {
			return within(b, a, Within)
		}
		return within(a, b, Holds)
	}
	return meet(a, b)
}

// rank orders precisions from coarse to fine.
func rank(p dateline.PlaceRef) int {
	return strings.Index("P9P7P6P5P4P3P2P1P0", string(p.Precision))
}

func within(outer, inner dateline.PlaceRef, yes Relation) Relation {
	switch outer.Precision {
	case dateline.P6:
		if outer.Country == inner.Country {
			return yes
		}
	case dateline.P4:
		if inner.Admin1 != "" {
			return either(outer.Admin1 == inner.Admin1, yes)
		}
	case dateline.P3:
		if inner.Admin2 != "" {
			return either(outer.Admin2 == inner.Admin2 && outer.Admin1 == inner.Admin1, yes)
		}
	case dateline.P1:
		if inner.City != "" {
			return either(outer.City == inner.City && outer.Admin1 == inner.Admin1, yes)
		}
	}
	return meet(outer, inner)
}

func either(same bool, yes Relation) Relation {
	if same {
		return yes
	}
	return Disjoint
}

func meet(a, b dateline.PlaceRef) Relation {
	d, ok := RefDistance(a, b)
	if !ok || a.RadiusM == nil || b.RadiusM == nil {
		return Unknown
	}
	if d <= float64(*a.RadiusM+*b.RadiusM) {
		return Overlap
	}
	return Disjoint
}

// RefDistance is the distance of the centres of two references in metres, and
// false where one has none.
func RefDistance(a, b dateline.PlaceRef) (float64, bool) {
	if a.Lat == nil || a.Lon == nil || b.Lat == nil || b.Lon == nil {
		return math.NaN(), false
	}
	return Distance(*a.Lat, *a.Lon, *b.Lat, *b.Lon), true
}
