package export

import (
	"slices"

	"github.com/opendateline/dateline"
)

// prepare makes the copy of a record that a format may see: its figures under
// the format's preset, through the gate.
func prepare(whole Record, f Format, o Options) (*Record, error) {
	gone := whole.withhold(o.Gate.Hidden.IDs)
	own, preset := whole.Incident.Figures, f.Preset
	if preset == "" {
		preset = o.Preset
	}
	if preset != "" {
		figures, err := o.Figures.Under(preset, whole)
		if err != nil {
			return nil, err
		}
		whole.Incident.Figures = figures
	}
	r, err := o.Gate.release(whole, gone)
	if err == nil {
		r.own = slices.Clone(own)
		for k := range r.own {
			withdrawal{gone}.numbers(&r.own[k])
		}
	}
	return r, err
}

// coarsen moves the point of a place that could lead to people at risk from
// the building to the settlement (ETH-11).
func (r *Record) coarsen() {
	if !r.sensitive() {
		return
	}
	if p := r.Incident.Place.Ref; p != nil {
		r.toSettlement(p)
	}
	for i := range r.Claims {
		if p := r.Claims[i].Value.Place; p != nil {
			r.toSettlement(p)
		}
	}
}

// round leaves the four decimals of a coordinate that may go out.
func (r *Record) round() {
	places := []*dateline.PlaceRef{r.Incident.Place.Ref}
	if r.Incident.Start != nil {
		places = append(places, r.Incident.Start.Ref)
	}
	for i := range r.Incident.Sites {
		places = append(places, &r.Incident.Sites[i])
	}
	for i := range r.Claims {
		places = append(places, r.Claims[i].Value.Place)
	}
	for _, p := range places {
		if p != nil && p.Lat != nil && p.Lon != nil {
			lat, lon := four(*p.Lat), four(*p.Lon)
			p.Lat, p.Lon = &lat, &lon
		}
	}
}

// sensitive says whether the site may be a home, a shelter or a hospital.
func (r *Record) sensitive() bool {
	if place := r.Places[r.place().Place]; place != nil {
		switch place.FeatureCode {
		case "HSP", "HSPC", "HSPD", "HSPL", "CTRM", "CAMP", "RSD", "HSE", "HSEC", "BLDA":
			return true
		}
	}
	for _, t := range r.Incident.Targets {
		if t.Category == dateline.TargetHealth || t.Category == dateline.TargetCitizens {
			return true
		}
	}
	return false
}

func (r *Record) toSettlement(p *dateline.PlaceRef) {
	if p.Precision != dateline.P0 {
		return
	}
	p.Precision, p.RadiusM = dateline.P1, nil
	if p.City != "" {
		p.Name, p.Text = p.City, p.City
	}
	if site := r.Places[p.Place]; site != nil {
		if town := r.Places[site.Parent]; town != nil {
			p.Place, p.GeonameID, p.Lat, p.Lon, p.RadiusM = town.ID, town.GeonameID, town.Lat, town.Lon, town.RadiusM
			return
		}
	}
	p.Place, p.GeonameID, p.Lat, p.Lon = "", 0, rounded(p.Lat), rounded(p.Lon)
}
