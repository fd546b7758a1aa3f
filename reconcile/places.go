package reconcile

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
)

var finerPlace = map[dateline.PlacePrecision]int{dateline.P0: 0, dateline.P1: 1, dateline.P2: 2, dateline.P3: 3,
	dateline.P4: 4, dateline.P5: 5, dateline.P6: 6, dateline.P7: 6, dateline.P9: 9}

// place chooses the place that fits the most origins, and of those the most
// precise (PLC-1).
func (d *docket) place() dateline.FactPlace { return d.placeOf(dateline.PlaceSite, "place") }

// start is where fire came from or people were seized (PLC-6, PLC-8), nil if
// no claim names it.
func (d *docket) start() *dateline.FactPlace {
	if p := d.placeOf(dateline.PlaceStart, "start"); p.Ref != nil {
		return &p
	}
	return nil
}

func (d *docket) placeOf(role dateline.PlaceRole, fact string) dateline.FactPlace {
	if p := d.placeAmong(role, fact, statedPlace); p.Ref != nil {
		return p
	}
	return d.placeNamed(role, d.placeAmong(role, fact, containerPlace))
}

// statedPlace is a place that the words of an account give, or that was inferred
// for it from a name; containerPlace is what all places of a report lie in, which
// counts only where nothing else is known.
func statedPlace(p dateline.PlaceRef) bool { return p.Precision != dateline.P9 && !containerPlace(p) }

func containerPlace(p dateline.PlaceRef) bool { return p.Inferred && p.Place == "" && p.Country != "" }

// placeNamed is the name that reports give to the place where the gazetteer could
// not tell which bearer of it is meant (PLC-9), in the country or division that is
// known otherwise.
func (d *docket) placeNamed(role dateline.PlaceRole, known dateline.FactPlace) dateline.FactPlace {
	names := d.placed(role, func(p dateline.PlaceRef) bool {
		return p.Precision == dateline.P9 && p.Place == "" && len(p.Candidates) > 0
	})
	same := func(a, b statement) bool { return a.value == b.value }
	chosen := chosenBy(names, same, func(a, b statement) bool { return false })
	if chosen == nil {
		return known
	}
	ref := *chosen.claim.Value.Place
	if known.Ref != nil {
		ref.Country, ref.CountryName, ref.Admin1, ref.Precision = known.Ref.Country, known.Ref.CountryName, known.Ref.Admin1, known.Ref.Precision
	}
	return dateline.FactPlace{Ref: &ref, Claims: append(claimIDs(agreeing(names, func(s statement) bool { return same(*chosen, s) })), known.Claims...)}
}

func (d *docket) placeAmong(role dateline.PlaceRole, fact string, of func(dateline.PlaceRef) bool) dateline.FactPlace {
	statements := d.placed(role, of)
	fits := func(a, b statement) bool { return !placesDiffer(*a.claim.Value.Place, *b.claim.Value.Place) }
	chosen := chosenBy(statements, fits, func(a, b statement) bool { return betterPlace(*a.claim.Value.Place, *b.claim.Value.Place) })
	if chosen == nil {
		return dateline.FactPlace{}
	}
	support := agreeing(statements, func(s statement) bool { return fits(*chosen, s) })
	d.decide(fact, "reconcile/place", chosen.value, statements, support)
	ref := *chosen.claim.Value.Place
	if ref.NotProper && ref.Admin1 == "" {
		var named []*voice
		ref.Admin1, named = d.division(role, ref.Country)
		support = slices.Concat(support, named)
	}
	return dateline.FactPlace{Ref: &ref, Claims: claimIDs(support)}
}

// division is the division of a country that all places of a role lie in, as far as they are
// known to lie in one, and who says so; none if they name several. "Near X" may be across a
// border (PLC-3), and is not where everything else lies on one side.
func (d *docket) division(role dateline.PlaceRole, country string) (name string, by []*voice) {
	for _, s := range d.placed(role, func(p dateline.PlaceRef) bool { return p.Admin1 != "" && p.Country == country }) {
		if own := s.claim.Value.Place.Admin1; name != "" && own != name {
			return "", nil
		} else {
			name, by = own, append(by, s.voice)
		}
	}
	return name, by
}

func betterPlace(a, b dateline.PlaceRef) bool {
	if finerPlace[a.Precision] != finerPlace[b.Precision] {
		return finerPlace[a.Precision] < finerPlace[b.Precision]
	}
	if (a.Place == "") != (b.Place == "") {
		return a.Place != ""
	}
	return !a.Inferred && b.Inferred
}

// placesDiffer says whether two places exclude each other: another country, or
// within it another province, or at settlement level another settlement. A
// container of the other, its surroundings ("near X" beside "X", PLC-3), or an
// unresolved name differ from nothing.
func placesDiffer(a, b dateline.PlaceRef) bool {
	if a.Place != "" && a.Place == b.Place {
		return false
	}
	if differ(a.Country, b.Country) || differ(a.Admin1, b.Admin1) {
		return true
	}
	if finerPlace[a.Precision] > 2 || finerPlace[b.Precision] > 2 {
		return false
	}
	return differ(settlement(a), settlement(b))
}

// settlement is the populated place of a reference, "" if not known.
func settlement(p dateline.PlaceRef) string {
	if p.City != "" {
		return p.City
	}
	if p.Precision == dateline.P1 || p.Precision == dateline.P2 {
		return p.Name
	}
	return ""
}

func differ(a, b string) bool    { return a != "" && b != "" && !strings.EqualFold(a, b) }
func samePlace(a, b string) bool { return a != "" && strings.EqualFold(a, b) }

// placeWords is "Kabul" or "near Kabul"; a site is named with its settlement.
func placeWords(p dateline.PlaceRef) string {
	name := p.Name
	if name == "" {
		name = p.Text
	}
	if p.Precision == dateline.P0 && differ(name, p.City) {
		name += ", " + p.City
	}
	if p.Precision == dateline.P2 || p.NotProper {
		return "near " + strings.TrimPrefix(name, "near ")
	}
	return name
}
