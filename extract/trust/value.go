package trust

import (
	"fmt"

	"github.com/opendateline/dateline"
)

// said is a claim's value in a form that can be compared.
func said(c *dateline.Claim) string {
	switch v := c.Value; {
	case v.Date != nil:
		return v.Date.EDTF
	case v.Place != nil:
		return v.Place.Name
	}
	return c.Value.Text
}

// value adds what the value itself says.
func (f *features) value(c *dateline.Claim) {
	switch v := c.Value; {
	case v.Date != nil:
		f.date(v.Date)
	case v.Place != nil:
		f.place(v.Place)
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
