package export

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestNobodyIsCountedTwiceCAS9: the formats of other datasets have one row for
// what a whole and its parts tell of together; Dateline's own have all records
// and say how they hang together.
func TestNobodyIsCountedTwiceCAS9(t *testing.T) {
	whole, part, other, blast := bus(), bus(), bus(), bus()
	whole.Incident.Sites = []dateline.PlaceRef{*velmara("Sirvaz", dateline.P1, -38.2, 61.4), *velmara("Ghornavi", dateline.P1, -37.66, 61.36)}
	whole.Incident.ID, whole.Incident.Children = "inc_whole", []dateline.ID{part.Incident.ID}
	part.Incident.Operation, other.Incident.Operation = "inc_whole", "inc_whole"
	other.Incident.Place.Ref = velmara("Ghornavi", dateline.P1, -37.66, 61.36)
	blast.Incident.Operation, blast.Incident.Ordinal = "inc_both", 2
	for _, format := range []string{"acled", "ucdp-ged", "gtd", "plover"} {
		_, _, rejected, s := run(t, format, Options{Unreviewed: true}, whole, part, other, blast)
		if s.Rows != 2 || !strings.Contains(rejected, ",operation,") || !strings.Contains(rejected, ",part_at_one_place,") {
			t.Errorf("%s: %+v\n%s", format, s, rejected)
		}
	}
	data, _, _, _ := run(t, "csv", Options{}, whole, part, blast)
	rows := rowsOf(t, data)
	if len(rows) != 3 || rows[0]["parts"] != "1" || rows[0]["sites"] != "Sirvaz; Ghornavi" || rows[1]["part_of"] != "inc_whole" {
		t.Errorf("csv: %v", rows)
	}
}

// lasting is the bus record as fighting from 12 March to the day.
func lasting(to dateline.Day) Record {
	r := bus()
	d := &r.Incident.Date.Date
	d.Latest, d.Precision, d.Lasting, d.EDTF = to, dateline.D2, true, string(d.Earliest)+"/"+string(to)
	return r
}

// TestARowADayDAT13: twelve killed in three days of fighting are four a day, and
// what is left over falls on the first (domain §3.3 no. 12).
func TestARowADayDAT13(t *testing.T) {
	for _, c := range []struct {
		to     dateline.Day
		killed int
		days   string
		shares string
	}{
		{"2024-03-14", 12, "2024-03-12 2024-03-13 2024-03-14", "4 4 4"},
		{"2024-03-14", 14, "2024-03-12 2024-03-13 2024-03-14", "6 4 4"},
		{"2024-03-13", 1, "2024-03-12 2024-03-13", "1 0"},
		{"2024-03-17", 12, "2024-03-12 2024-03-13 2024-03-14 2024-03-15 2024-03-16 2024-03-17", "2 2 2 2 2 2"},
		{"2024-03-18", 12, "2024-03-15", "12"}, // of a week not every day is taken for one of fighting
	} {
		r := lasting(c.to)
		r.Incident.Figures = []dateline.Figure{figure(dateline.Killed, dateline.PopAll, c.killed, c.killed, c.killed, "clm_killed11", "clm_killed14")}
		data, provenance, _, s := run(t, "acled", Options{}, r)
		var days, shares, ids []string
		for _, row := range rowsOf(t, data) {
			days, shares, ids = append(days, row["event_date"]), append(shares, row["fatalities"]), append(ids, row["event_id_cnty"])
		}
		if got := strings.Join(days, " "); got != c.days || strings.Join(shares, " ") != c.shares || s.Rows != len(days) {
			t.Errorf("until %s, %d killed: %s: %v", c.to, c.killed, got, shares)
		}
		slices.Sort(ids)
		if len(slices.Compact(ids)) != len(days) || len(days) > 1 && !strings.Contains(provenance, "divided evenly over "+strconv.Itoa(len(days))+" days") {
			t.Errorf("rows %v\n%s", ids, provenance)
		}
		if len(days) > 1 && strings.Contains(data, "dl:high=") {
			t.Error("the range of the whole stands on a row of one day")
		}
	}
	unknown := lasting("2024-03-14")
	unknown.Incident.Figures = nil
	data, provenance, _, _ := run(t, "acled", Options{}, unknown)
	if rows := rowsOf(t, data); len(rows) != 3 || rows[1]["fatalities"] != "0" || strings.Count(provenance, `"fatalities_unknown":"1"`) != 3 {
		t.Errorf("nobody gives a number: %v\n%s", rows, provenance)
	}
}

// TestJointNumberIsDividedCAS9: what is counted for all sites together goes to
// those whose own number nobody gives, and to sites that no part tells of.
func TestJointNumberIsDividedCAS9(t *testing.T) {
	at := func(id dateline.ID, town string, killed ...int) Record {
		r := bus()
		r.Incident.ID, r.Incident.Public, r.Incident.Title = id, "", "Attack in "+town
		r.Incident.Operation, r.Incident.Place.Ref, r.Incident.Figures = "inc_whole", velmara(town, dateline.P1, -38.2, 61.4), nil
		if len(killed) > 0 {
			r.Incident.Figures = []dateline.Figure{figure(dateline.Killed, dateline.PopAll, killed[0], killed[0], killed[0], "clm_killed11", "clm_killed14")}
		}
		return r
	}
	whole := func(killed int, towns ...string) Record {
		r := at("inc_whole", towns[0], killed)
		r.Incident.Operation = ""
		for _, town := range towns {
			r.Incident.Sites = append(r.Incident.Sites, *velmara(town, dateline.P1, -38.2, 61.4))
			r.Incident.Children = append(r.Incident.Children, dateline.ID("inc_"+town))
		}
		return r
	}
	for _, c := range []struct {
		what    string
		records []Record
		want    string
		out     int
	}{
		{"all open", []Record{whole(19, "Arn", "Bel"), at("inc_b", "Bel"), at("inc_a", "Arn")}, "Arn 10, Bel 9", 1},
		{"one is known", []Record{at("inc_a", "Arn", 7), whole(19, "Arn", "Bel"), at("inc_b", "Bel")}, "Arn 7, Bel 12", 1},
		{"all are known", []Record{at("inc_a", "Arn", 7), whole(19, "Arn", "Bel"), at("inc_b", "Bel", 3)}, "Arn 7, Bel 3", 1},
		{"a site without a part", []Record{whole(9, "Arn", "Bel"), at("inc_a", "Arn", 6)}, "Arn 6, Bel 3", 0},
		{"more than the whole", []Record{whole(5, "Arn", "Bel"), at("inc_a", "Arn", 6), at("inc_b", "Bel")}, "Arn 6, Bel 0", 1},
		{"the whole is not exported", []Record{at("inc_a", "Arn"), at("inc_b", "Bel", 2)}, "Arn 0, Bel 2", 0},
	} {
		data, provenance, rejected, s := run(t, "acled", Options{}, c.records...)
		var got []string
		for _, row := range rowsOf(t, data) {
			got = append(got, row["location"]+" "+row["fatalities"])
		}
		if strings.Join(got, ", ") != c.want || s.Rejected != c.out || strings.Count(rejected, ",operation,") != c.out {
			t.Errorf("%s: %v, left out %d\n%s", c.what, got, s.Rejected, rejected)
		}
		for line := range strings.Lines(provenance) {
			if strings.Contains(line, "divided evenly") && !strings.Contains(line, "(inc_whole)") {
				t.Errorf("%s: the row does not say whose number it shares: %s", c.what, line)
			}
		}
	}
}

// TestImpliedZeroCAS10: ACLED and GTD have the 0, and say that it is inferred.
func TestImpliedZeroCAS10(t *testing.T) {
	r := bus()
	f := figure(dateline.Killed, dateline.PopAll, 0, 0, 0, "clm_killed11", "clm_killed11")
	f.Status = dateline.FigureImplied
	r.Incident.Figures = []dateline.Figure{f}
	for format, columns := range map[string][2]string{"acled": {"fatalities", "notes"}, "gtd": {"nkill", "addnotes"}} {
		data, provenance, _, _ := run(t, format, Options{}, r)
		row := rowsOf(t, data)[0]
		if row[columns[0]] != "0" || !strings.Contains(row[columns[1]], "inferred from a contrast") {
			t.Errorf("%s: %q, %q", format, row[columns[0]], row[columns[1]])
		}
		if format == "acled" && (!strings.Contains(provenance, `"fatalities_implied":"1"`) || strings.Contains(provenance, "fatalities_unknown")) {
			t.Errorf("provenance: %s", provenance)
		}
	}
}

// TestHiddenRelativesETH1: what is suppressed is not named by its relatives.
func TestHiddenRelativesETH1(t *testing.T) {
	r := bus()
	r.Incident.Operation, r.Incident.Children = "inc_hidden", []dateline.ID{"inc_hidden", "inc_open"}
	out, err := Gate{Hidden: Hidden{IDs: map[dateline.ID]bool{"inc_hidden": true}}}.Release(r)
	if err != nil {
		t.Fatal(err)
	}
	if out.Incident.Operation != "" || len(out.Incident.Children) != 1 {
		t.Errorf("part of %q with parts %v", out.Incident.Operation, out.Incident.Children)
	}
}

// TestClaimantsPLC12: every format that has room says who claims the territory.
func TestClaimantsPLC12(t *testing.T) {
	r := bus()
	r.Incident.Place.Ref.Disputed = []dateline.Claimant{{Country: "XVE", Name: "Velmara"}, {Country: "XVM", Name: "Vandor"}}
	for format, want := range map[string]string{"csv": "XVE; XVM", "acled": "dl:claimed_by=XVE/XVM", "plover": `"dl_claimed_by":"XVE/XVM"`, "geojson": `"name":"Vandor"`, "json": `"name":"Vandor"`} {
		if data, _, _, _ := run(t, format, Options{}, r); !strings.Contains(data, want) {
			t.Errorf("%s: no %s in\n%s", format, want, data)
		}
	}
}
