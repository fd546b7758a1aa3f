package run

import (
	"testing"

	"github.com/opendateline/dateline/eval"
)

func TestComparableDays(t *testing.T) {
	reports := []eval.Report{{ID: "written", Text: "Two people were shot on Tuesday, Jan. 27, in Marvesk."}, {ID: "slash", Text: "Patrol report 1/27"},
		{ID: "address", Text: "Shots were fired on Saturday.", URL: "http://ledger.example/2016/01/28/shots/"}, {ID: "neither", Text: "Shots were fired on Saturday. He may 2 years ago have left."}}
	gold := []eval.FieldsRow{{Report: "written", Date: "2016-01-27"}, {Report: "slash", Date: "2016-1-27"}, {Report: "address", Date: "2016-01-23"}, {Report: "neither", Date: "2016-01-23"}}
	comparableDays(gold, reports)
	for i, want := range []string{"XXXX-01-27", "XXXX-1-27", "XXXX-01-23", ""} {
		if gold[i].Date != want {
			t.Errorf("%s: %q, want %q", gold[i].Report, gold[i].Date, want)
		}
	}
}
