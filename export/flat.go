package export

import (
	"io"
	"strings"

	"github.com/opendateline/dateline"
)

// flatColumns are the columns of Dateline's own CSV: one incident a row, lists
// joined by "; ", unknown blank.
var flatColumns = strings.Fields(`id uid status revision title type act means aim flags
date_edtf date_earliest date_latest date_precision date_basis
place place_precision country country_name claimants admin1 admin2 city geonameid latitude longitude radius_m
perpetrator perpetrator_certainty target_category target target_nationality
killed_low killed_best killed_high killed_high_open killed_rule
killed_excl_perp_low killed_excl_perp_best killed_excl_perp_high
wounded_low wounded_best wounded_high wounded_high_open
abducted_low abducted_best abducted_high
reports outlets families origins_min origins_max interested contradictions_open display_grade clarity sources links part_of parts sites`)

type flat struct{ *table }

func openFlat(w io.Writer, _ Options) sheet { return flat{newTable(w, flatColumns)} }

func (f flat) refuse(*Record) *Refusal { return nil }

func (f flat) write(r *Record) (row, error) {
	c := cells{}
	r.flatFacts(c)
	r.flatPlace(c)
	r.flatFigures(c)
	return row{ID: r.id()}, f.put(c)
}

func (r *Record) flatFacts(c cells) {
	i := r.Incident
	c["id"], c["uid"], c["status"], c["revision"], c["title"] = r.id(), string(i.ID), string(i.Status), num(&i.Revision), i.Title
	c["type"], c["act"], c["aim"] = string(i.Type), string(i.Facets.Act), string(i.Facets.Aim)
	c["means"], c["flags"] = joined(i.Facets.Means), joined(i.Facets.Flags)
	c["date_edtf"], c["date_earliest"], c["date_latest"] = i.Date.EDTF, string(i.Date.Earliest), string(i.Date.Latest)
	c["date_precision"], c["date_basis"] = string(i.Date.Precision), string(i.Date.Basis)
	if a := r.actor(dateline.RolePerpetrator); a != nil {
		c["perpetrator"], c["perpetrator_certainty"] = a.Name, string(a.Certainty)
	}
	if t := r.target(); t != nil {
		c["target_category"], c["target"], c["target_nationality"] = string(t.Category), targetWords(t.Target), strings.Join(t.Nationality, "; ")
	}
	n := i.Independence
	c["reports"], c["outlets"], c["families"] = num(&n.Reports), num(&n.Outlets), num(&n.Families)
	c["origins_min"], c["origins_max"], c["interested"] = num(&n.OriginsMin), num(&n.OriginsMax), num(&n.Interested)
	open := len(i.Disputes())
	c["contradictions_open"], c["display_grade"], c["clarity"] = num(&open), i.DisplayGrade, num(&i.Clarity)
	parts := len(i.Children)
	c["parts"], c["sites"] = num(&parts), strings.Join(i.SiteNames(), "; ")
	if i.Operation != "" {
		c["part_of"] = r.public(i.Operation)
	}
	names, _ := r.outlets()
	c["sources"], c["links"] = strings.Join(names, "; "), strings.Join(r.links(), " ")
}

func (r *Record) flatPlace(c cells) {
	p := r.place()
	c["place_precision"] = string(p.Precision)
	if r.Incident.Place.Ref == nil {
		return
	}
	c["place"], c["country"], c["country_name"] = located(p), p.Country, countryOf(p.Country).Name
	c["admin1"], c["admin2"], c["city"], c["radius_m"] = p.Admin1, p.Admin2, p.City, num(p.RadiusM)
	c["latitude"], c["longitude"] = degrees(p.Lat), degrees(p.Lon)
	c["claimants"] = claimants(p, "; ")
	if p.GeonameID != 0 {
		id := int(p.GeonameID)
		c["geonameid"] = num(&id)
	}
}

func (r *Record) flatFigures(c cells) {
	for _, column := range []struct {
		name       string
		measure    dateline.Measure
		population dateline.Population
	}{
		{"killed", dateline.Killed, dateline.PopAll}, {"killed_excl_perp", dateline.Killed, dateline.PopVictims},
		{"wounded", dateline.Wounded, dateline.PopAll}, {"abducted", dateline.Abducted, dateline.PopAll},
	} {
		f := r.Incident.Figure(column.measure, column.population)
		if f == nil {
			continue
		}
		c[column.name+"_low"], c[column.name+"_best"], c[column.name+"_high"] = num(f.Low), num(f.Best), num(f.High)
		if column.name == "killed" || column.name == "wounded" {
			c[column.name+"_high_open"] = yes(f.HighOpen)
		}
		if column.name == "killed" {
			c["killed_rule"] = f.Rule
		}
	}
}

// claimants are the codes of the states that claim the territory of a place
// (PLC-12); "" where one does.
func claimants(p dateline.PlaceRef, between string) string {
	codes := make([]string, len(p.Disputed))
	for i, c := range p.Disputed {
		codes[i] = c.Country
	}
	return strings.Join(codes, between)
}

// links are the addresses of the reports that may be linked.
func (r *Record) links() []string {
	var out []string
	for _, report := range r.InOrder() {
		if report.URL != "" {
			out = append(out, report.URL)
		}
	}
	return out
}

func joined[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, x := range list {
		words[i] = string(x)
	}
	return strings.Join(words, "; ")
}
