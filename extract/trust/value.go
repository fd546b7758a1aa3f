package trust

import (
	"fmt"
	"strings"

	"github.com/opendateline/dateline"
)

// said is a claim's value in a form that can be compared.
func said(c *dateline.Claim) string {
	switch v := c.Value; {
	case v.Count != nil && v.Count.Anchor != nil:
		return fmt.Sprint(v.Count.Population, *v.Count.Anchor)
	case v.Count != nil:
		return fmt.Sprint(v.Count.Population, v.Count.Word)
	case v.Date != nil:
		return v.Date.EDTF
	case v.Place != nil:
		return v.Place.Name
	case v.Actor != nil:
		return v.Actor.Name
	}
	return c.Value.Text
}

// value adds what the value itself says.
func (f *features) value(c *dateline.Claim) {
	switch v := c.Value; {
	case v.Count != nil:
		f.count(v.Count)
	case v.Date != nil:
		f.date(v.Date)
	case v.Place != nil:
		f.place(v.Place)
	}
}

func (f *features) count(n *dateline.Count) {
	f.add("qualifier " + string(n.Qualifier))
	group, _, _ := strings.Cut(string(n.Population), ":")
	f.add("population " + group)
	f.add("sum " + fmt.Sprint(n.Derived))
	f.add("no number but the plural " + fmt.Sprint(n.PluralOnly))
	if n.Anchor != nil {
		f.add("number " + few(*n.Anchor))
	}
}

func (f *features) date(d *dateline.Date) {
	f.add("precision " + string(d.Precision))
	f.add("basis " + string(d.Basis))
	f.add("other readings " + few(len(d.Alternatives)))
}

func (f *features) place(p *dateline.PlaceRef) {
	f.add("precision " + string(p.Precision))
	f.add("named " + fmt.Sprint(p.Name != ""))
}
