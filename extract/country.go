package extract

import "github.com/opendateline/dateline"

// onlyCountry is a place in the one country that all places of the report lie in,
// or the outlet's home where the report names no place at all; false if they lie
// in several countries.
func (p *pass) onlyCountry(a *account) (Place, bool) {
	var first *Place
	for s := range p.places {
		for i := range p.places[s] {
			x := &p.places[s][i]
			switch {
			case x.Ref.Country == "" || x.Class == "demonym":
			case first == nil:
				first = x
			case first.Ref.Country != x.Ref.Country:
				return Place{}, false
			}
		}
	}
	if first == nil {
		home := p.setting.Home.Place
		return p.citedAtTrigger(a, home), home.Ref.Country != ""
	}
	return *first, true
}

// country says in which country an account lies of which no words say where it
// was, if the whole report speaks of one only (PLC-11). It is a claim for the
// record and no place of the mention: what an account leaves open must not tell it
// from others or bring it to them.
func (w *writer) country() {
	for _, c := range w.claims {
		if c.Attribute == dateline.AttrPlace && c.Value.Place.Country != "" {
			return
		}
	}
	x, ok := w.onlyCountry(w.account)
	if !ok {
		return
	}
	ref := dateline.PlaceRef{Name: x.Ref.CountryName, Text: x.Ref.Text, Span: x.Ref.Span, Role: dateline.PlaceSite, Precision: dateline.P6,
		Country: x.Ref.Country, CountryName: x.Ref.CountryName, Inferred: true}
	c := w.add(dateline.AttrPlace, dateline.Value{Place: &ref}, x.Sentence, tokenAt(w.trees[x.Sentence], x.Start), w.runes.Span(x.Start, x.End), "PLC-11/country")
	c.Modality = dateline.Inferred
}
