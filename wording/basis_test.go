package wording

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestBasisOf: who speaks says how it is known; an outlet that only gives its
// word states no basis, whatever the program thinks of its genre.
func TestBasisOf(t *testing.T) {
	outlet := dateline.Speaker{Role: dateline.SpeakerOutlet, Kind: dateline.OwnReporting}
	hospital := dateline.Speaker{Role: dateline.SpeakerQuoted, Issuer: dateline.IssuerHospital}
	for _, row := range []struct {
		name    string
		speaker dateline.Speaker
		origin  *dateline.Origin
		want    dateline.Basis
	}{
		{"hospital", hospital, &dateline.Origin{Kind: dateline.StatementOfficial}, dateline.BasisMedical},
		{"hospital in a report of unknown origin", hospital, &dateline.Origin{Kind: dateline.UnknownSecondary}, dateline.BasisMedical},
		{"outlet that was there", outlet, &dateline.Origin{Kind: dateline.OwnReporting}, dateline.BasisOwnReporter},
		{"outlet that does not say", outlet, &dateline.Origin{Kind: dateline.UnknownSecondary}, dateline.BasisNoneStated},
		{"outlet without a trace", outlet, nil, dateline.BasisOwnReporter},
		{"nothing known", dateline.Speaker{Role: dateline.SpeakerOutlet}, nil, dateline.BasisNoneStated},
	} {
		c := dateline.Claim{Attribution: []dateline.Speaker{row.speaker}}
		if got := BasisOf(c, row.origin); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}
