package export

import (
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"time"

	"github.com/opendateline/dateline"
)

// plover writes JSON Lines in the shape of PLOVER and POLECAT, one record an
// incident (domain §10.4). Keys that begin with dl_ are Dateline's.
type plover struct {
	enc    *json.Encoder
	notice string
}

func openPLOVER(w io.Writer, o Options) sheet { return plover{encoder(w), o.Notice} }

type ploverRecord struct {
	ID         string          `json:"id"`
	Date       dateline.Day    `json:"date"`
	EndDate    dateline.Day    `json:"enddate,omitempty"`
	Actor      []ploverActor   `json:"actor"`
	Recipient  []ploverActor   `json:"recipient,omitempty"`
	Event      []string        `json:"event"`
	Mode       []string        `json:"mode,omitempty"`
	Context    []string        `json:"context"`
	Location   *ploverLocation `json:"event_loc,omitempty"`
	EventText  []string        `json:"event_text,omitempty"`
	Quad       int             `json:"quad_code"`
	Size       ploverSize      `json:"size"`
	Cite       []ploverCite    `json:"cite_info"`
	Coder      string          `json:"coder"`
	Coded      dateline.Day    `json:"coded_date,omitempty"`
	Comment    string          `json:"comment,omitempty"`
	Link       string          `json:"link,omitempty"` // the operation that it is a part of
	Unreviewed bool            `json:"dl_unreviewed"`
	EDTF       string          `json:"dl_date_edtf"`
	Precision  string          `json:"dl_date_precision"`
	ClaimedBy  string          `json:"dl_claimed_by,omitempty"` // of disputed territory (PLC-12)
	Killed     *ploverRange    `json:"dl_killed,omitempty"`
	Wounded    *ploverRange    `json:"dl_wounded,omitempty"`
	Claims     []string        `json:"dl_claims"`
}

type ploverActor struct {
	Text    string `json:"text"`
	Sector  string `json:"sector"`
	Country string `json:"country,omitempty"`
}

type ploverLocation struct {
	Extracted  string `json:"extracted_place,omitempty"`
	Resolved   string `json:"resolved_place,omitempty"`
	GeonameID  string `json:"geonameid,omitempty"`
	Lat        string `json:"lat,omitempty"`
	Lon        string `json:"lon,omitempty"`
	City       string `json:"city,omitempty"`
	District   string `json:"district,omitempty"`
	Province   string `json:"province,omitempty"`
	Country    string `json:"country,omitempty"`
	Code       string `json:"country_code,omitempty"`
	Class      string `json:"feature_class,omitempty"`
	Feature    string `json:"feature_code,omitempty"`
	Resolution string `json:"resolution,omitempty"`
}

type ploverSize struct {
	Dead     *int `json:"dead,omitempty"`
	Injured  *int `json:"injured,omitempty"`
	Arrested *int `json:"arrested,omitempty"`
}

type ploverCite struct {
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Publication string `json:"publication,omitempty"`
	Language    string `json:"language,omitempty"`
	Codebook    string `json:"codebook"`
}

type ploverRange struct {
	Low  *int `json:"low"`
	Best *int `json:"best"`
	High *int `json:"high"`
	Open bool `json:"high_open"`
}

func (p plover) close() error { return nil }

func (p plover) refuse(r *Record) *Refusal {
	k := r.kind()
	switch {
	case k == nil || len(k.ploverEvents) == 0:
		return &Refusal{"type_not_covered", "PLOVER has no event for what was done"}
	case !r.Incident.Date.Earliest.Known():
		return &Refusal{"date_unknown", "no first day is known"}
	}
	return nil
}

func (p plover) write(r *Record) (row, error) {
	d, k := r.Incident.Date.Date, r.kind()
	out := ploverRecord{ID: r.id(), Date: d.Earliest, Event: k.ploverEvents, Mode: k.ploverModes, Quad: quad(k.ploverEvents), Coder: "Dateline",
		Unreviewed: r.Incident.Unreviewed(), EDTF: d.EDTF, Precision: string(d.Precision), Location: r.ploverLocation(), ClaimedBy: claimants(r.place(), "/"), Claims: []string{}, Context: []string{}, Coded: codedOn(r.Revised), Comment: p.notice,
		Size:   ploverSize{r.number(dateline.Killed, dateline.PopAll), r.number(dateline.Wounded, dateline.PopAll), r.number(dateline.Arrested, dateline.PopAll)},
		Killed: r.ploverRange(dateline.Killed), Wounded: r.ploverRange(dateline.Wounded)}
	if d.Latest != d.Earliest && (d.Precision == dateline.D2 || d.Precision == dateline.D3) {
		out.EndDate = d.Latest
	}
	if r.Incident.Facets.Aim == dateline.AimPerson && !slices.Contains(out.Mode, "targeted") && slices.Contains(out.Event, "ASSAULT") {
		out.Mode = append(slices.Clone(out.Mode), "targeted")
	}
	if r.Incident.Operation != "" {
		out.Link = r.public(r.Incident.Operation)
	}
	out.Actor, out.Recipient = r.ploverSides()
	for _, c := range r.Claims {
		out.Claims = append(out.Claims, r.public(c.ID))
		if c.Attribute == dateline.AttrAct && c.Exact != "" {
			out.EventText = append(out.EventText, c.Exact)
		}
	}
	for _, report := range r.InOrder() {
		out.Cite = append(out.Cite, ploverCite{report.URL, report.Title, r.Outlet(report.ID), report.Language, "plover-base-2.0"})
	}
	return row{ID: out.ID}, p.enc.Encode(out)
}

// ploverSides are actor and recipient; both sides of a clash are actors.
func (r *Record) ploverSides() (actors, recipients []ploverActor) {
	for _, a := range r.Incident.Actors {
		s := ploverActor{a.Name, sector(a.Kind), a.Country}
		switch {
		case a.Role == dateline.RolePerpetrator || r.Incident.Facets.Act == dateline.Clash && a.Role == dateline.RoleTarget:
			actors = append(actors, s)
		case a.Role == dateline.RoleTarget || a.Role == dateline.RoleVictim:
			recipients = append(recipients, s)
		}
	}
	if len(actors) == 0 {
		actors = []ploverActor{{"unidentified", "UAF", ""}}
	}
	if t := r.target(); t != nil && len(recipients) == 0 {
		recipients = []ploverActor{{targetWords(t.Target), targetSectors[t.Category], firstOf(t.Nationality)}}
	}
	return actors, recipients
}

// codedOn is the day of a revision.
func codedOn(at string) dateline.Day {
	if len(at) < len(time.DateOnly) {
		return ""
	}
	return dateline.Day(at[:len(time.DateOnly)])
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// sector is PLOVER's sector of an actor.
func sector(k dateline.ActorKind) string {
	switch k {
	case dateline.ActorState:
		return "GOV"
	case dateline.ActorStateForce:
		return "MIL"
	case dateline.ActorOrganisedNonstate, dateline.ActorAffiliate:
		return "REB"
	case dateline.ActorParty:
		return "PTY"
	case dateline.ActorCrowd, dateline.ActorCivilians, dateline.ActorIndividual:
		return "CVL"
	case dateline.ActorIntergovernmental:
		return "IGO"
	}
	return "UAF"
}

// targetSectors are PLOVER's sectors of targets; the others are unknown.
var targetSectors = map[dateline.TargetCategory]string{
	dateline.TargetDiplomatic: "GOV", dateline.TargetGovernment: "GOV", dateline.TargetPolice: "COP", dateline.TargetMilitary: "MIL",
	dateline.TargetNonstate: "REB", dateline.TargetCitizens: "CVL", dateline.TargetTourists: "CVL", dateline.TargetBusiness: "BUS",
	dateline.TargetReligious: "REL", dateline.TargetEducation: "EDU", dateline.TargetHealth: "MED", dateline.TargetMedia: "JRN",
	dateline.TargetNGO: "NGO", dateline.TargetIGO: "IGO", dateline.TargetParty: "PTY",
}

// quad is the quadrant: 4 material conflict, 2 material cooperation (RETREAT).
func quad(events []string) int {
	if slices.Contains(events, "ASSAULT") || slices.Contains(events, "COERCE") || slices.Contains(events, "PROTEST") {
		return 4
	}
	return 2
}

func (r *Record) ploverLocation() *ploverLocation {
	p := r.place()
	if r.Incident.Place.Ref == nil {
		return nil
	}
	l := ploverLocation{Extracted: p.Text, Resolved: located(p), Lat: degrees(p.Lat), Lon: degrees(p.Lon), City: p.City, District: p.Admin2,
		Province: p.Admin1, Country: r.country().Name, Code: p.Country, Resolution: placeCodes[p.Precision].plover}
	if known := r.Places[p.Place]; known != nil {
		l.Class, l.Feature = known.FeatureClass, known.FeatureCode
	}
	if p.GeonameID != 0 {
		l.GeonameID = strconv.FormatInt(p.GeonameID, 10)
	}
	return &l
}

func (r *Record) ploverRange(m dateline.Measure) *ploverRange {
	f := r.Incident.Figure(m, dateline.PopAll)
	if f == nil {
		return nil
	}
	return &ploverRange{f.Low, f.Best, f.High, f.HighOpen}
}
