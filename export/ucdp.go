package export

import (
	"io"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// ucdp writes the 49 columns of UCDP GED 23.1 and later (domain §10.2). UCDP's
// own numbers for conflicts, dyads, actors and countries stay blank: only UCDP
// gives them out. That a dyad passes 25 deaths in a year is not checked.
type ucdp struct{ *table }

func openUCDP(w io.Writer, _ Options) sheet { return ucdp{newTable(w, columnsOf("ucdp"))} }

func (u ucdp) refuse(r *Record) *Refusal {
	if !r.stated(dateline.Killed) {
		return &Refusal{"no_death", "no report gives a death"}
	}
	if a := r.actor(dateline.RolePerpetrator); a == nil || !organised(a.Kind) {
		return &Refusal{"actor_not_organised", "no state or organised group is named as the actor"}
	}
	if r.violence() == "" {
		return &Refusal{"dyad_unknown", "whom the actor fought or attacked is not known"}
	}
	d := r.Incident.Date.Date
	if !bounded(d) {
		return &Refusal{"date_unknown", "the date is not known"}
	}
	if dateCodes[d.Precision].ucdp == "" {
		return &Refusal{"date_too_coarse", "dated no better than several years"}
	}
	return r.wellPlaced(string(dateline.P6))
}

func organised(k dateline.ActorKind) bool {
	switch k {
	case dateline.ActorState, dateline.ActorStateForce, dateline.ActorOrganisedNonstate, dateline.ActorAffiliate, dateline.ActorParty:
		return true
	}
	return false
}

// violence is UCDP's type of violence, a function of the two sides: 1
// state-based, 2 non-state, 3 one-sided.
func (r *Record) violence() string {
	a, b := r.perpetrator(), r.attacked()
	switch {
	case b.kind == dateline.ActorCivilians && b.assoc == "":
		return "3"
	case b.kind == dateline.ActorCivilians || b.kind.OfState(): // institutions of a state and those who stand for it
		return "1"
	case a.kind.OfState() && organised(b.kind):
		return "1"
	case organised(b.kind):
		return "2"
	}
	return ""
}

func (u ucdp) write(r *Record) (row, error) {
	c, d := cells{}, r.Incident.Date.Date
	c["id"], c["relid"] = strconv.FormatInt(serial(r.Incident.Public), 10), r.id()
	c["year"], c["active_year"] = string(d.Earliest[:4]), ""
	c["code_status"] = "Clear"
	if r.Incident.Unreviewed() {
		c["code_status"] = "Unreviewed"
	}
	c["date_prec"], c["date_start"], c["date_end"] = dateCodes[d.Precision].ucdp, string(d.Earliest), string(d.Latest)
	c["event_clarity"] = num(&r.Incident.Clarity)
	ucdpSides(r, c)
	ucdpSources(r, c)
	ucdpPlace(r, c)
	ucdpDeaths(r, c)
	return row{ID: c["id"]}, u.put(c)
}

func ucdpSides(r *Record, c cells) {
	c["type_of_violence"] = r.violence()
	c["side_a"] = r.xref(r.actor(dateline.RolePerpetrator).ActorRef, "ucdp_actor")
	b := r.attacked()
	c["side_b"] = b.name
	switch {
	case c["type_of_violence"] == "3":
		c["side_b"] = "Civilians"
	case b.assoc != "":
		c["side_b"] = b.assoc
	}
	if a := r.actor(dateline.RoleTarget); a != nil && armed(a.Kind) {
		c["side_b"] = r.xref(a.ActorRef, "ucdp_actor")
	}
	c["dyad_name"] = c["side_a"] + " - " + c["side_b"]
	c["conflict_name"] = c["dyad_name"]
}

// ucdpSources names each report once; headlines of sealed reports stay out.
func ucdpSources(r *Record, c cells) {
	origins := r.Incident.Independence.OriginsMax
	if origins == 0 {
		origins = -1
	}
	c["number_of_sources"] = num(&origins)
	var articles, offices, dates, heads []string
	for _, report := range r.InOrder() {
		outlet, date := r.Outlet(report.ID), string(report.Published.Day())
		offices, dates = append(offices, outlet), append(dates, date)
		if report.Title != "" {
			heads = append(heads, report.Title)
		}
		articles = append(articles, strings.Join(nonEmpty(outlet, date, report.Title), ", "))
	}
	c["source_article"], c["source_office"] = strings.Join(articles, "; "), strings.Join(offices, "; ")
	c["source_date"], c["source_headline"] = strings.Join(dates, "; "), strings.Join(heads, "; ")
	c["source_original"] = strings.Join(r.speakers(), "; ")
}

// speakers are the innermost speakers of the claims of deaths, as written.
func (r *Record) speakers() []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, claim := range r.Claims {
		if text := claim.Innermost().Text; claim.Attribute == dateline.AttrKilled && !seen[text] {
			seen[text] = true
			out = append(out, text)
		}
	}
	return out
}

func nonEmpty(words ...string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

func ucdpPlace(r *Record, c cells) {
	p := r.place()
	c["where_prec"], c["where_coordinates"], c["where_description"] = placeCodes[p.Precision].ucdp, located(p), p.Text
	c["adm_1"], c["adm_2"] = p.Admin1, p.Admin2
	c["latitude"], c["longitude"] = degrees(p.Lat), degrees(p.Lon)
	c["geom_wkt"] = "POINT (" + degrees(p.Lon) + " " + degrees(p.Lat) + ")"
	c["priogrid_gid"] = priogrid(p.Lat, p.Lon)
	c["country"], c["region"] = r.country().Name, r.country().UCDP
}

// ucdpDeaths spreads the best number over the sides as far as the figures say
// who died; the rest is unknown. The four parts are the best, always. A best
// that is not known is 0 here, as UCDP has it: nothing is made up for it.
func ucdpDeaths(r *Record, c cells) {
	f := r.Incident.Figure(dateline.Killed, dateline.PopAll)
	var best, low, high int
	if f != nil {
		best = zero(f.Best)
		low, high = best, max(best, zero(f.High))
		if f.Low != nil {
			low = min(*f.Low, best)
		}
	}
	rest := best
	take := func(populations ...dateline.Population) string {
		n := 0
		for _, p := range populations {
			n += zero(r.number(dateline.Killed, p))
		}
		n = min(n, rest)
		rest -= n
		return strconv.Itoa(n)
	}
	sideA, sideB := []dateline.Population{dateline.PopPerpetrators}, []dateline.Population{dateline.PopStateForces}
	if r.perpetrator().kind.OfState() {
		sideA, sideB = append(sideA, dateline.PopStateForces), []dateline.Population{dateline.PopCombatants}
	}
	c["deaths_a"] = take(sideA...)
	c["deaths_civilians"] = take(dateline.PopCivilians)
	c["deaths_b"] = "0"
	if c["type_of_violence"] != "3" {
		c["deaths_b"] = take(sideB...)
	}
	c["deaths_unknown"] = strconv.Itoa(rest)
	c["best"], c["low"], c["high"] = strconv.Itoa(best), strconv.Itoa(low), strconv.Itoa(high)
}

func zero(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
