package wording

import (
	"testing"

	"github.com/opendateline/dateline"
)

func n(v int) *int { return &v }

// ETH-8: no best without its range; nothing is said in different words for
// "none", "not known" and "not reported".
func TestFiguresETH8(t *testing.T) {
	for _, row := range []struct {
		figure dateline.Figure
		want   string
	}{
		{dateline.Figure{Low: n(11), Best: n(14), High: n(23)}, "14 (11–23)"},
		{dateline.Figure{Low: n(7), Best: n(7), High: n(8), HighOpen: true}, "7 (7–8 or more)"},
		{dateline.Figure{Low: n(11), Best: n(11), High: n(11), HighOpen: true}, "11 or more"},
		{dateline.Figure{Low: n(3), Best: n(3), High: n(3)}, "3"},
		{dateline.Figure{Low: n(24)}, "24 or more"},
		{dateline.Figure{Low: n(0), Best: n(0), High: n(0)}, "reported as none"},
		{dateline.Figure{Low: n(0), Best: n(0), High: n(0), Status: dateline.FigureImplied}, "inferred: none"},
		{dateline.Figure{}, "number not known"},
		{dateline.Figure{Low: n(5), Best: n(5), High: n(5), InterestedOnly: true}, "5, said only by a party to the incident"},
	} {
		if got := Figure(row.figure); got != row.want {
			t.Errorf("%+v: %q, want %q", row.figure, got, row.want)
		}
	}
}

// CAS-6: both populations are written where they differ, else one.
func TestTollCAS6(t *testing.T) {
	i := &dateline.Incident{Figures: []dateline.Figure{
		{Measure: dateline.Killed, Population: dateline.PopAll, Low: n(8), Best: n(8), High: n(9), HighOpen: true},
		{Measure: dateline.Killed, Population: dateline.PopVictims, Low: n(7), Best: n(7), High: n(8), HighOpen: true},
	}}
	if got, want := Toll(i, dateline.Killed), "8 (8–9 or more), without the attackers 7 (7–8 or more)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := Toll(i, dateline.Wounded); got != "not reported" {
		t.Errorf("wounded: %q", got)
	}
}

func TestDays(t *testing.T) {
	for _, row := range []struct {
		first, last dateline.Day
		want        string
	}{
		{"2024-03-12", "2024-03-12", "12 March 2024"},
		{"2024-03-01", "2024-03-31", "March 2024"},
		{"2024-01-01", "2024-12-31", "2024"},
		{"2024-03-01", "2024-03-05", "between 1 and 5 March 2024"},
		{"2024-02-28", "2024-03-05", "between 28 February and 5 March 2024"},
		{"2023-12-30", "2024-01-02", "between 30 December 2023 and 2 January 2024"},
		{"", "2024-03-05", "on or before 5 March 2024"},
		{"", "", ""},
	} {
		if got := Days(row.first, row.last); got != row.want {
			t.Errorf("%s/%s: %q, want %q", row.first, row.last, got, row.want)
		}
	}
}

// IND-5, IND-6: reports, outlets and origins stand beside one another, with
// interested origins and origins without a basis apart.
func TestAppearedDAT15(t *testing.T) {
	window := dateline.Published{Basis: dateline.PublishedUnknown, Earliest: "2024-03-01", Latest: "2024-03-31"}
	for want, p := range map[string]dateline.Published{
		"undated, March 2024":     window,
		"undated":                 {Basis: dateline.PublishedUnknown},
		"12 March 2024 15:10 UTC": {At: "2024-03-12T15:10:00Z", Basis: dateline.PublishedMetadata},
	} {
		if got := Appeared(p); got != want {
			t.Errorf("%+v: %q, want %q", p, got, want)
		}
	}
}

func TestCountsIND5(t *testing.T) {
	got := CountsLine(dateline.Independence{Reports: 7, Outlets: 6, OriginsMin: 4, OriginsMax: 6, Interested: 1, UnknownSecondary: 2})
	if want := "7 reports · 6 outlets · 4–6 independent origins + 1 interested · 2 without a stated basis"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// ETH-2: private victims and witnesses are called by role.
func TestRolesETH2(t *testing.T) {
	c := dateline.Claim{Attribute: dateline.AttrVictimIdentity, Value: dateline.Value{Text: "Marta Kelso"},
		Attribution: []dateline.Speaker{{Role: dateline.SpeakerOutlet}, {Role: dateline.SpeakerQuoted, Issuer: dateline.IssuerWitness, Text: "Oren Talle"}}}
	if got := Claimed(c); got != Victim {
		t.Errorf("victim: %q", got)
	}
	if got := Speaker(c, nil); got != "a witness" {
		t.Errorf("witness: %q", got)
	}
}

// CAS-1: a number stays as it was said, open ends too.
func TestSaidCAS1(t *testing.T) {
	for _, row := range []struct {
		count dateline.Count
		want  string
	}{
		{dateline.Count{Qualifier: dateline.UpTo, Lo: n(0), Hi: n(20)}, "up to 20"},
		{dateline.Count{Qualifier: dateline.FewerThan, Lo: n(0), Hi: n(19)}, "fewer than 20"},
		{dateline.Count{Qualifier: dateline.MoreThan, Lo: n(21), Anchor: n(20)}, "more than 20"},
		{dateline.Count{Qualifier: dateline.Between, Lo: n(12), Hi: n(15)}, "12 to 15"},
		{dateline.Count{Qualifier: dateline.VagueWord, Lo: n(24), Word: "Dozens", Vague: true}, "“dozens”"},
		{dateline.Count{Qualifier: dateline.Exactly, Lo: n(1400), Anchor: n(1400), Hi: n(1400)}, "1,400"},
	} {
		if got := Said(row.count); got != row.want {
			t.Errorf("%+v: %q, want %q", row.count, got, row.want)
		}
	}
}

func TestDisputedPLC12(t *testing.T) {
	p := &dateline.PlaceRef{Name: "Marvesk"}
	if got := Disputed(p) + Disputed(nil); got != "" {
		t.Errorf("%q of a place that one state claims", got)
	}
	p.Disputed = []dateline.Claimant{{Country: "XVE", Name: "Velmara"}, {Country: "XVM", Name: "Vandor"}}
	if got, want := Disputed(p), "disputed territory, claimed by Velmara and Vandor"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
