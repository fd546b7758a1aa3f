package origin

import (
	"reflect"
	"testing"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

type registry struct{}

func (registry) Affiliated(a, b dateline.ID) bool { return a == "act_branch" && b == "act_group" }
func (registry) SpeaksFor(s dateline.ID) []dateline.ID {
	if s == "src_weekly" {
		return []dateline.ID{"act_branch"}
	}
	return nil
}

func says(class dateline.IssuerClass, text string) dateline.Speaker {
	return dateline.Speaker{Role: dateline.SpeakerQuoted, Issuer: class, Text: text}
}

var bare = dateline.Speaker{Role: dateline.SpeakerOutlet}

func news(id, family string) *dateline.Report {
	return &dateline.Report{ID: dateline.ID(id), Family: dateline.ID(family), Genre: dateline.SpotNews, Outlet: "paper " + id}
}

func genre(r *dateline.Report, g dateline.Genre) *dateline.Report { r.Genre = g; return r }

func credited(r *dateline.Report, credit string) *dateline.Report {
	r.AgencyCredit = []string{credit}
	return r
}

func trace(r *dateline.Report, s dateline.Speaker) dateline.Origin {
	c := &dateline.Claim{ReportID: r.ID, Attribution: []dateline.Speaker{bare, s}}
	return Trace(c, Context{Report: r, Incident: "inc_1", Parties: []dateline.ID{"act_group"}}, registry{})
}

func TestOneOriginOrTwo(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b dateline.Origin
		same bool
	}{
		{"police quoted by two papers", trace(news("1", ""), says("police", "police")), trace(news("2", ""), says("police", "a police spokesman")), true},
		{"two ministries", trace(news("1", ""), says("government", "the Interior Ministry")), trace(news("1", ""), says("government", "the Health Ministry")), false},
		{"one ministry under two names", trace(news("1", ""), says("government", "the Interior Ministry")), trace(news("2", ""), says("government", "Ministry of Interior spokesman Aru Dal")), true},
		{"witnesses of two stories", trace(news("1", ""), says("witness", "a witness")), trace(news("2", ""), says("witness", "witnesses")), false},
		{"witnesses of two printings of one story", trace(news("1", "fam_1"), says("witness", "a witness")), trace(news("2", "fam_1"), says("witness", "a witness")), true},
		{"officials without a name", trace(news("1", ""), says("government", "officials")), trace(news("2", ""), says("government", "senior officials")), true},
		{"own voice of two printings (IND-4)", trace(news("1", "fam_1"), bare), trace(news("2", "fam_1"), bare), true},
		{"own voice of two papers", trace(news("1", ""), bare), trace(news("2", ""), bare), false},
		{"one agency under two bylines", trace(credited(news("1", "fam_1"), "Velmara Wire"), bare), trace(credited(news("2", ""), "VELMARA  WIRE"), bare), true},
		{"different speakers inside one family", trace(news("1", "fam_1"), says("police", "police")), trace(news("2", "fam_1"), says("hospital", "Sirvaz hospital")), false},
	} {
		if got := c.a.ID == c.b.ID; got != c.same {
			t.Errorf("%s: one origin is %v", c.name, got)
		}
	}
}

func TestKindsAndBasis(t *testing.T) {
	withDateline := news("1", "")
	withDateline.DatelineText = "HARVASHAN, March 12"
	for _, c := range []struct {
		name  string
		o     dateline.Origin
		kind  dateline.OriginKind
		basis dateline.Basis
	}{
		{"spot news filed from the place", trace(withDateline, bare), dateline.OwnReporting, dateline.BasisOwnReporter},
		{"spot news", trace(news("1", ""), bare), dateline.NewspaperStory, dateline.BasisOtherOutlet},
		{"agency copy", trace(credited(news("1", ""), "Velmara Wire"), bare), dateline.WireStory, dateline.BasisOtherOutlet},
		{"analysis", trace(genre(news("1", ""), dateline.Analysis), bare), dateline.UnknownSecondary, dateline.BasisNoneStated},
		{"genre not known", trace(genre(news("1", ""), dateline.GenreUnknown), bare), dateline.UnknownSecondary, dateline.BasisNoneStated},
		{"police", trace(news("1", ""), says("police", "police")), dateline.StatementOfficial, dateline.BasisOfficial},
		{"hospital", trace(news("1", ""), says("hospital", "Sirvaz hospital")), dateline.StatementOfficial, dateline.BasisMedical},
		{"officials", trace(news("1", ""), says("government", "officials")), dateline.StatementOfficial, dateline.BasisUnnamed},
		{"armed group", trace(news("1", ""), says("armed_group", "the Northern Front")), dateline.PropagandaRelease, dateline.BasisPerpetrator},
		{"witness", trace(news("1", ""), says("witness", "a witness")), dateline.Eyewitness, dateline.BasisWitness},
	} {
		if c.o.Kind != c.kind || BasisOf(c.o) != c.basis {
			t.Errorf("%s: %s, %s", c.name, c.o.Kind, BasisOf(c.o))
		}
	}
}

// The two examples of IND-5.
func TestIND5Examples(t *testing.T) {
	weekly := dateline.Speaker{Role: dateline.SpeakerPrimary, Source: "src_weekly", Issuer: dateline.IssuerArmedGroup, Text: "the group's weekly"}
	var channel []dateline.Origin
	for _, id := range []string{"1", "2", "3"} {
		channel = append(channel, trace(news(id, "fam_"+id), weekly))
	}
	if got, want := Count(channel), (Tally{Min: 1, Max: 1, Interested: 1}); got != want {
		t.Errorf("three papers citing one channel: %+v", got)
	}
	var evidence []Evidence
	for _, r := range []*dateline.Report{
		credited(news("1", "fam_a"), "Velmara Wire"), credited(news("2", "fam_a"), "Velmara Wire"), credited(news("3", "fam_a"), "Velmara Wire"),
		genre(news("4", ""), dateline.Analysis), genre(news("5", ""), dateline.Analysis), genre(news("6", ""), dateline.Opinion), genre(news("7", ""), dateline.Analysis),
	} {
		evidence = append(evidence, Evidence{r, trace(r, bare)})
	}
	want := dateline.Independence{Reports: 7, Outlets: 7, Families: 5, OriginsMin: 1, OriginsMax: 5, UnknownSecondary: 4}
	if got := Independence(evidence); got != want {
		t.Errorf("agency family and four analyses: %+v", got)
	}
}

func TestIND6InterestedApart(t *testing.T) {
	group := says("armed_group", "the branch")
	group.Actor = "act_branch"
	got := Count([]dateline.Origin{
		trace(news("1", ""), group), trace(news("1", ""), says("police", "police")), trace(news("2", ""), says("hospital", "hospital officials")),
	})
	if want := (Tally{Min: 2, Max: 2, Interested: 1}); got != want {
		t.Errorf("%+v", got)
	}
	if got := Count(nil); got != (Tally{}) {
		t.Errorf("no claim: %+v", got)
	}
}

func TestMergeDoesNotDependOnOrder(t *testing.T) {
	origins := []dateline.Origin{
		trace(news("1", ""), says("police", "police")), trace(news("2", ""), says("police", "a police spokesman")),
		trace(news("3", ""), bare), trace(news("2", ""), bare), trace(news("1", ""), says("witness", "a witness")),
	}
	want := Merge(origins)
	rapid.Check(t, func(t *rapid.T) {
		if got := Merge(rapid.Permutation(origins).Draw(t, "origins")); !reflect.DeepEqual(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}
