package link

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestYearlessMonth: "January" in two printings of a story is one January; in two
// stories it may be any.
func TestYearlessMonth(t *testing.T) {
	january := func() *dateline.Date { return &dateline.Date{EDTF: "XXXX-01", Precision: dateline.D4} }
	may := func() *dateline.Date { return &dateline.Date{EDTF: "XXXX-05", Precision: dateline.D4} }
	for _, row := range []struct {
		name     string
		a, b     *dateline.Date
		printing bool
		want     bool
	}{
		{"one story, one month", january(), january(), true, true},
		{"one story, two months", january(), may(), true, false},
		{"two stories, one month", january(), january(), false, false},
	} {
		a, b := acting(mention(row.a, land(), bombing), "act_group"), acting(mention(row.b, land(), bombing), "act_group")
		l := linker()
		if row.printing {
			l.Family = func(dateline.ID) dateline.ID { return "fam_1" }
		}
		if got := l.grounded(a, b); got != row.want {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
}
