package export

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestNobodyIsCountedTwiceCAS9: the formats of other datasets have one row for
// what a whole and its parts tell of together; Dateline's own have all records
// and say how they hang together.
func TestNobodyIsCountedTwiceCAS9(t *testing.T) {
	whole, part, blast := bus(), bus(), bus()
	whole.Incident.Sites = []dateline.PlaceRef{*velmara("Sirvaz", dateline.P1, -38.2, 61.4), *velmara("Ghornavi", dateline.P1, -37.66, 61.36)}
	whole.Incident.ID, whole.Incident.Children = "inc_whole", []dateline.ID{part.Incident.ID}
	part.Incident.Operation = "inc_whole"
	blast.Incident.Operation, blast.Incident.Ordinal = "inc_both", 2
	for _, format := range []string{"acled", "ucdp-ged", "gtd", "plover"} {
		_, _, rejected, s := run(t, format, Options{Unreviewed: true}, whole, part, blast)
		if s.Rows != 1 || !strings.Contains(rejected, ",operation,") || !strings.Contains(rejected, ",part_at_one_place,") {
			t.Errorf("%s: %+v\n%s", format, s, rejected)
		}
	}
	data, _, _, _ := run(t, "csv", Options{}, whole, part, blast)
	rows := rowsOf(t, data)
	if len(rows) != 3 || rows[0]["parts"] != "1" || rows[0]["sites"] != "Sirvaz; Ghornavi" || rows[1]["part_of"] != "inc_whole" {
		t.Errorf("csv: %v", rows)
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
