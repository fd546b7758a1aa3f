package export

import (
	"strings"

	"github.com/opendateline/dateline"
)

// The sample records of the tests: five incidents in Velmara, which does not
// exist, each with what one rule needs.

const (
	wire    = "Eleven people were killed at Sirvaz Bazaar on Tuesday, police said. Call 0700 112 233 with information."
	radio   = "Doctors at the hospital counted 14 bodies. Darvan Ilst, a shopkeeper, was among the dead."
	release = "Glad tidings: the soldiers of the Lantern Front struck the bus, a sweet victory. 30 were killed."
)

func report(id dateline.ID, outlet, text, at string, change ...func(*dateline.Report)) *dateline.Report {
	r := &dateline.Report{ID: id, Outlet: outlet, OutletID: "src_" + dateline.ID(strings.ToLower(strings.Fields(outlet)[0])), Text: text, Title: "News from " + outlet,
		URL: "https://" + strings.ToLower(strings.Fields(outlet)[0]) + ".example/1", Genre: dateline.SpotNews, Language: "en",
		Published: dateline.Published{EDTF: at, Earliest: dateline.Day(at), Latest: dateline.Day(at), Basis: dateline.PublishedMetadata}}
	for _, f := range change {
		f(r)
	}
	return r
}

func claim(id dateline.ID, r *dateline.Report, attribute dateline.Attribute, exact string, v dateline.Value) dateline.Claim {
	at := strings.Index(r.Text, exact)
	return dateline.Claim{ID: id, ReportID: r.ID, MentionID: "mnt_" + r.ID, IncidentID: "inc_bus", Attribute: attribute, Value: v,
		Modality: dateline.Attributed, Polarity: dateline.Affirmed, Attribution: []dateline.Speaker{{Role: dateline.SpeakerOutlet}},
		Passages: []dateline.ID{"psg_" + r.ID}, Span: dateline.NewSpan(r.Text, at, at+len(exact)), Exact: exact, Status: dateline.Active, Rule: "test@1", Confidence: 1}
}

func people(m dateline.Measure, n int) dateline.Value {
	return dateline.Value{Count: &dateline.Count{Measure: m, Population: dateline.PopAll, Lo: &n, Anchor: &n, Hi: &n, Qualifier: dateline.Exactly}}
}

func figure(m dateline.Measure, p dateline.Population, low, best, high int, claims ...dateline.ID) dateline.Figure {
	return dateline.Figure{ID: "fig_x", Measure: m, Population: p, Low: &low, Best: &best, High: &high, Status: dateline.FigureStated, Rule: "dateline-1/2@1",
		LowClaims: claims[:1], BestClaims: claims[1:2], HighClaims: claims[len(claims)-1:], OriginsMin: 2, OriginsMax: 3, Anchors: []int{low, best, high}}
}

func velmara(name string, p dateline.PlacePrecision, lat, lon float64) *dateline.PlaceRef {
	return &dateline.PlaceRef{Place: "plc_" + dateline.ID(strings.ToLower(name)), Name: name, Text: name, Precision: p, Country: "XVE", Admin1: "Harvashan", City: name, Lat: &lat, Lon: &lon, Role: dateline.PlaceSite}
}

func day(d dateline.Day) dateline.FactDate {
	return dateline.FactDate{Date: dateline.Date{EDTF: string(d), Earliest: d, Latest: d, Precision: dateline.D1, Basis: dateline.BasisExplicit}}
}

func group(certainty dateline.Certainty) dateline.FactActor {
	return dateline.FactActor{ActorRef: dateline.ActorRef{Actor: "act_lantern", Name: "Lantern Front", Kind: dateline.ActorOrganisedNonstate, Text: "the Lantern\nFront", Role: dateline.RolePerpetrator, Certainty: certainty}}
}

// sample are the records: a bus attacked, a protest dated to a month, a strike
// on a hospital, an attack known only to the country, a retracted record.
func sample() []Record { return []Record{bus(), march(), hospital(), somewhere(), retracted()} }

func bus() Record {
	police := report("rep_wire", "Velmara Wire", wire, "2024-03-12", func(r *dateline.Report) {
		at := strings.Index(wire, "0700")
		r.Masked = []dateline.Span{dateline.NewSpan(wire, at, at+len("0700 112 233"))}
	})
	doctors := report("rep_radio", "Coast Radio", radio, "2024-03-13")
	party := report("rep_release", "Lantern Front channel", release, "2024-03-13", func(r *dateline.Report) {
		r.Genre, r.Handling, r.URL = dateline.Propaganda, []dateline.Handling{dateline.HandlePropaganda}, "https://channel.example/7"
		r.Title = "Glad tidings"
	})
	r := Record{
		Incident: dateline.Incident{ID: "inc_bus", Public: "INC-7K3M9Q", Revision: 6, Status: dateline.Reviewed,
			Title:  "Armed attack on a passenger bus at Sirvaz Bazaar, Harvashan district, Velmara, 12 March 2024",
			Facets: dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.Firearms}, Aim: dateline.AimPersons}, Type: dateline.TypeAttack,
			Date: day("2024-03-12"), Place: dateline.FactPlace{Ref: velmara("Sirvaz", dateline.P1, -38.21234, 61.4), Claims: []dateline.ID{"clm_place"}},
			Actors:   []dateline.FactActor{group(dateline.CertainSelf)},
			Targets:  []dateline.FactTarget{{Target: dateline.Target{Category: dateline.TargetTransport, Specific: "passenger bus", Text: "the bus"}}},
			Figures:  []dateline.Figure{figure(dateline.Killed, dateline.PopAll, 11, 14, 30, "clm_killed11", "clm_killed14", "clm_killed30")},
			Mentions: []dateline.ID{"mnt_rep_wire"}, Reports: []dateline.ID{"rep_radio", "rep_release", "rep_wire"},
			Independence:   dateline.Independence{Reports: 3, Outlets: 3, Families: 3, OriginsMin: 2, OriginsMax: 3, Interested: 1},
			Contradictions: []dateline.Contradiction{{ID: "con_1", Type: dateline.ContraCount, Attribute: dateline.AttrKilled, Severity: dateline.Major, Status: "open", Wording: "Killed: 11, 14 or 30"}},
			SubCount:       1, Clarity: 1, DisplayGrade: "fair"},
		Reports: map[dateline.ID]*dateline.Report{police.ID: police, doctors.ID: doctors, party.ID: party},
		Sources: map[dateline.ID]*dateline.Source{"src_velmara": {ID: "src_velmara", Name: "Velmara Wire", Scale: dateline.ScaleNational}},
		Actors: map[dateline.ID]*dateline.Actor{"act_lantern": {ID: "act_lantern", Name: "Lantern Front", Kind: dateline.ActorOrganisedNonstate,
			Xref: map[string]string{"ucdp_actor": "Lantern Front", "gtd_gname": "Lantern Front (LF)"}}},
		Public:  map[dateline.ID]dateline.PublicID{"clm_killed11": "C-1GQ5M9", "rep_wire": "R-1GQ5M9"},
		Revised: "2024-03-14T06:12:00Z",
	}
	r.Claims = []dateline.Claim{
		claim("clm_place", police, dateline.AttrPlace, "Sirvaz Bazaar", dateline.Value{Place: velmara("Sirvaz", dateline.P1, -38.21234, 61.4)}),
		claim("clm_killed11", police, dateline.AttrKilled, "Eleven people were killed", people(dateline.Killed, 11)),
		claim("clm_phone", police, dateline.AttrMotive, "Call 0700 112 233 with information", dateline.Value{Text: "not known"}),
		claim("clm_killed14", doctors, dateline.AttrKilled, "counted 14 bodies", people(dateline.Killed, 14)),
		claim("clm_name", doctors, dateline.AttrVictimIdentity, "Darvan Ilst, a shopkeeper", dateline.Value{Text: "Darvan Ilst"}),
		claim("clm_killed30", party, dateline.AttrKilled, "30 were killed", people(dateline.Killed, 30)),
		claim("clm_boast", party, dateline.AttrMotive, "a sweet victory", dateline.Value{Text: "a sweet victory"}),
	}
	r.Claims[1].Attribution = append(r.Claims[1].Attribution, dateline.Speaker{Role: dateline.SpeakerPrimary, Text: "police", Issuer: dateline.IssuerPolice})
	return r
}

func march() Record {
	r := Record{Incident: dateline.Incident{ID: "inc_march", Public: "INC-2M8X0T", Revision: 1, Status: dateline.Reviewed, Title: "Protest put down in Marvesk, March 2024",
		Facets: dateline.Facets{Act: dateline.ProtestRepressed}, Type: dateline.TypeRiotProtest, Place: dateline.FactPlace{Ref: velmara("Marvesk", dateline.P1, -38.25, 61.5)}, Clarity: 2}}
	r.Incident.Date.Date = dateline.Date{EDTF: "2024-03", Earliest: "2024-03-01", Latest: "2024-03-31", Precision: dateline.D4, Basis: dateline.BasisExplicit}
	return r
}

func hospital() Record {
	site := velmara("Marvesk", dateline.P0, -38.24567, 61.51234)
	site.Name, site.Text, site.Place = "Marvesk hospital", "the hospital in Marvesk", "plc_hospital"
	town := &dateline.Place{ID: "plc_marvesk", Name: "Marvesk", Lat: ptr(-38.25), Lon: ptr(61.5), Precision: dateline.P1}
	return Record{Incident: dateline.Incident{ID: "inc_hospital", Public: "INC-5HD1VF", Revision: 2, Status: dateline.Reviewed, Title: "Drone strike on a hospital in Marvesk, 2 April 2024",
		Facets: dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.AirDrone}, Aim: dateline.AimUnknown}, Type: dateline.TypeAirStrike,
		Date: day("2024-04-02"), Place: dateline.FactPlace{Ref: site}, Clarity: 1,
		Actors:  []dateline.FactActor{{ActorRef: dateline.ActorRef{Actor: "act_army", Name: "Velmara army", Kind: dateline.ActorStateForce, Role: dateline.RolePerpetrator, Country: "XVE"}}},
		Targets: []dateline.FactTarget{{Target: dateline.Target{Category: dateline.TargetHealth, Specific: "hospital"}}},
		Figures: []dateline.Figure{figure(dateline.Killed, dateline.PopAll, 2, 2, 3, "clm_a", "clm_a", "clm_b"), figure(dateline.Killed, dateline.PopCivilians, 2, 2, 2, "clm_a", "clm_a", "clm_a")}},
		Places: map[dateline.ID]*dateline.Place{"plc_hospital": {ID: "plc_hospital", FeatureCode: "HSP", Parent: "plc_marvesk"}, "plc_marvesk": town}}
}

func somewhere() Record {
	p := velmara("Velmara", dateline.P6, -38, 61)
	p.City, p.Admin1 = "", ""
	return Record{Incident: dateline.Incident{ID: "inc_somewhere", Public: "INC-0A1B2C", Status: dateline.Candidate, Title: "=Attack in Velmara, 2023",
		Facets: dateline.Facets{Act: dateline.Attack}, Type: dateline.TypeAttack, Place: dateline.FactPlace{Ref: p}, Clarity: 2,
		Date: dateline.FactDate{Date: dateline.Date{EDTF: "2023", Earliest: "2023-01-01", Latest: "2023-12-31", Precision: dateline.D5, Basis: dateline.BasisExplicit}}}}
}

func retracted() Record {
	r := march()
	r.Incident.ID, r.Incident.Public, r.Incident.Status = "inc_gone", "INC-3C4D5E", dateline.Retracted
	return r
}
