package chart

import (
	"time"

	"github.com/opendateline/dateline"
)

func whole(n int) *int { return &n }

func exactly(n int) dateline.Count {
	return dateline.Count{Measure: dateline.Killed, Lo: &n, Anchor: &n, Hi: &n, Qualifier: dateline.Exactly}
}

func atLeast(n int) dateline.Count {
	return dateline.Count{Measure: dateline.Killed, Lo: &n, Anchor: &n, Qualifier: dateline.AtLeast}
}

// teller adds what one report says to a record.
type teller struct{ *Record }

type voice struct {
	origin string
	kind   dateline.OriginKind
	class  dateline.IssuerClass
	text   string
	party  bool
}

func (t teller) report(name, outlet, at, family string) {
	id := dateline.ID("rep_" + name)
	r := &dateline.Report{ID: id, Outlet: outlet, Family: dateline.ID(family)}
	if len(at) > len(time.DateOnly) {
		r.Published.At = at
	} else if at != "" {
		r.Published.EDTF, r.Published.Earliest, r.Published.Latest = at, dateline.Day(at), dateline.Day(at)
	}
	t.Reports[id] = r
	t.Public[id] = dateline.PublicID("R-" + name)
	t.Incident.Reports = append(t.Incident.Reports, id)
}

func (t teller) says(report string, v voice, c dateline.Count) *dateline.Claim {
	origin := dateline.ID("org_" + v.origin)
	t.Origins[origin] = &dateline.Origin{ID: origin, Kind: v.kind, Class: v.class, Interested: v.party}
	t.Public[origin] = dateline.PublicID("O-" + v.origin)
	speaker := dateline.Speaker{Role: dateline.SpeakerOutlet}
	if v.text != "" {
		speaker = dateline.Speaker{Role: dateline.SpeakerQuoted, Issuer: v.class, Text: v.text, Named: true}
	}
	n := c
	claim := &dateline.Claim{ID: dateline.ID("clm_" + report + v.origin), ReportID: dateline.ID("rep_" + report), Attribute: dateline.AttrKilled,
		Value: dateline.Value{Count: &n}, Population: c.Population, Origin: origin, Status: dateline.Active, Attribution: []dateline.Speaker{speaker}, Interested: v.party}
	t.Claims = append(t.Claims, claim)
	return claim
}

var (
	police    = voice{"POLICE", dateline.StatementOfficial, dateline.IssuerPolice, "police", false}
	residents = voice{"RESID", dateline.Eyewitness, dateline.IssuerResident, "Somebody With A Name", false}
	clinic    = voice{"CLINIC", dateline.StatementOfficial, dateline.IssuerHospital, "the clinic at Oberak", false}
	nobody    = voice{"NONE", dateline.UnknownSecondary, "", "", false}
	rumour    = voice{"RUMOUR", dateline.UnknownSecondary, "", "", false}
	hearsay   = voice{"HEARSAY", dateline.UnknownSecondary, "", "", false}
	group     = voice{"GROUP", dateline.PropagandaRelease, dateline.IssuerArmedGroup, "the group's channel", true}
)

// market is an invented incident that eight reports tell.
func market() Record {
	r := Record{Incident: &dateline.Incident{Public: "INC-TEST01", Revision: 3, Status: dateline.Linked, Title: "Bombing of a market, Oberak, 3 May 2031"},
		Reports: map[dateline.ID]*dateline.Report{}, Origins: map[dateline.ID]*dateline.Origin{}, Public: map[dateline.ID]dateline.PublicID{},
		Families: map[dateline.ID]*dateline.Family{"fam_1": {ID: "fam_1", Pairs: []dateline.Shared{{A: "rep_WIRE2", B: "rep_COPY", Containment: 0.92}}}}}
	t := teller{&r}
	t.report("WIRE1", "Oberak Wire", "2031-05-03T08:40:00Z", "")
	t.report("TODAY", "Daily <Sun> & Moon", "2031-05-03", "")
	t.report("RADIO", "صدای کوهسار", "2031-05-03T12:05:00Z", "")
	t.report("WIRE2", "Oberak Wire", "2031-05-03T15:10:00Z", "fam_1")
	t.report("COPY", "Evening Ledger\u202e", "2031-05-03T18:20:00Z", "fam_1")
	t.report("POST", "Harbour Post", "2031-05-20T20:15:00Z", "")
	t.report("BLOG", "", "", "")
	old := t.says("WIRE1", clinic, exactly(9))
	old.Status = dateline.Superseded
	t.says("WIRE1", police, exactly(11))
	t.says("TODAY", rumour, dateline.Count{Measure: dateline.Killed, Lo: whole(24), Qualifier: dateline.VagueWord, Word: "dozens", Vague: true})
	t.says("RADIO", residents, atLeast(12))
	t.says("WIRE2", clinic, exactly(14))
	t.says("COPY", clinic, exactly(14))
	t.says("POST", nobody, exactly(23))
	t.says("POST", group, dateline.Count{Measure: dateline.Killed, Lo: whole(0), Hi: whole(20), Qualifier: dateline.UpTo})
	attackers := exactly(1)
	attackers.Population = dateline.PopPerpetrators
	t.says("BLOG", hearsay, attackers)
	r.Incident.Figures = []dateline.Figure{{Measure: dateline.Killed, Population: dateline.PopAll, Low: whole(11), Best: whole(14), High: whole(23), Rule: "test-1/2@1",
		OriginsMin: 3, OriginsMax: 5, Explanation: "Best 14: stated by the clinic."}}
	return r
}

// growing is the same figure as it was known from time to time.
func growing() []Step {
	at := func(s string) time.Time { t, _ := time.Parse(time.RFC3339, s); return t }
	f := func(low, best, high int, open bool) dateline.Figure {
		return dateline.Figure{Measure: dateline.Killed, Population: dateline.PopAll, Low: &low, Best: &best, High: &high, HighOpen: open, Rule: "test-1/5@1"}
	}
	return []Step{
		{at("2031-05-03T08:40:00Z"), f(11, 11, 11, false), "Oberak Wire"},
		{at("2031-05-03T12:05:00Z"), f(11, 11, 12, true), name("صدای کوهسار")},
		{at("2031-05-03T15:10:00Z"), f(11, 14, 14, false), "Oberak Wire"},
		{at("2031-05-20T20:15:00Z"), f(11, 14, 23, false), "Harbour Post"},
	}
}

// year is a list of invented incidents.
func year() []*dateline.Incident {
	lat, lon := 12.5, 41.25
	incident := func(id, first, last string, figures ...dateline.Figure) *dateline.Incident {
		i := &dateline.Incident{Public: dateline.PublicID("INC-" + id), Status: dateline.Candidate, Title: "Attack, Oberak", Figures: figures}
		i.Date.Date = dateline.Date{EDTF: first, Earliest: dateline.Day(first), Latest: dateline.Day(last)}
		i.Place.Ref = &dateline.PlaceRef{Place: "plc_1", Name: "Oberak", Precision: dateline.P1, Lat: &lat, Lon: &lon}
		return i
	}
	killed := func(low, best, high int, open bool) dateline.Figure {
		return dateline.Figure{Measure: dateline.Killed, Population: dateline.PopAll, Low: &low, Best: &best, High: &high, HighOpen: open}
	}
	all := []*dateline.Incident{
		incident("A00001", "2031-01-05", "2031-01-05", killed(2, 3, 5, false)),
		incident("A00002", "2031-01-20", "2031-01-22", killed(1, 1, 1, true)),
		incident("A00003", "2031-01-30", "2031-02-02", killed(7, 7, 7, false)),
		incident("A00004", "2031-03-01", "2031-03-31", killed(4, 6, 6, false)),
		incident("A00005", "2031-03-09", "2031-03-09"),
		incident("A00006", "", ""),
		incident("A00007", "2031-01-01", "2031-12-31", killed(40, 40, 40, false)),
	}
	all[0].Status = dateline.Reviewed
	return all
}
