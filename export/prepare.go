package export

import (
	"encoding/json"
	"maps"

	"github.com/opendateline/dateline"
)

// prepare makes the copy of a record that a format may see: its figures under
// the format's preset, and nothing in it that may not go out. The record given
// is not changed.
func prepare(whole Record, f Format, o Options) (*Record, error) {
	gone := whole.withhold(o.Hidden.IDs)
	if f.Preset != "" {
		figures, err := o.Figures.Under(f.Preset, whole)
		if err != nil {
			return nil, err
		}
		whole.Incident.Figures = figures
	}
	names := hiddenNames(whole, o)
	whole.Reports = withoutTexts(whole.Reports)
	r, err := masked(whole, names)
	if err != nil {
		return nil, err
	}
	r.sealed = sealedReports(r)
	withdraw(&r.Incident, gone, o.Hidden.IDs)
	r.coarsen()
	for i := range r.Claims {
		r.quote(&r.Claims[i], o)
	}
	return r, nil
}

// withoutTexts copies the reports without their texts: exports hold short
// quotations and links, never a report (ETH-17).
func withoutTexts(reports map[dateline.ID]*dateline.Report) map[dateline.ID]*dateline.Report {
	out := make(map[dateline.ID]*dateline.Report, len(reports))
	for id, report := range reports {
		short := *report
		short.Text = ""
		out[id] = &short
	}
	return out
}

// masked deep-copies a record and replaces every hidden name in every string
// of it.
func masked(whole Record, names *nameMask) (*Record, error) {
	b, err := json.Marshal(whole)
	if err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "record %s cannot be copied: %w", whole.Incident.ID, err)
	}
	var r Record
	if err := json.Unmarshal(names.over(b), &r); err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "record %s cannot be masked: %w", whole.Incident.ID, err)
	}
	return &r, nil
}

// sealedReports are the reports whose words stay inside: releases of armed
// groups (ETH-4), accounts of sexual violence (ETH-3), reports under legal hold.
func sealedReports(r *Record) map[dateline.ID]bool {
	sealed := map[dateline.ID]bool{}
	for id, report := range r.Reports {
		closed := report.Genre == dateline.Propaganda
		for _, h := range report.Handling {
			closed = closed || h == dateline.HandlePropaganda || h == dateline.HandleSexual || h == dateline.HandleLegalHold
		}
		if closed {
			sealed[id] = true
			report.URL, report.CanonicalURL, report.Title, report.Name, report.Byline = "", "", "", "", nil
		}
	}
	return sealed
}

// withhold takes the suppressed reports and claims out of the record (ETH-1)
// and says which claims are gone.
func (r *Record) withhold(hidden map[dateline.ID]bool) map[dateline.ID]bool {
	gone := map[dateline.ID]bool{}
	var left []dateline.Claim
	for _, c := range r.Claims {
		if gone[c.ID] = hidden[c.ID] || hidden[c.ReportID]; !gone[c.ID] {
			left = append(left, c)
		}
	}
	r.Claims = left
	r.Incident.Reports = supported(r.Incident.Reports, func(id *dateline.ID) bool { return !hidden[*id] })
	r.Reports = maps.Clone(r.Reports)
	maps.DeleteFunc(r.Reports, func(id dateline.ID, _ *dateline.Report) bool { return hidden[id] })
	return gone
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
