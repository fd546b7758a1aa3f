package link

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestToldInPassing: what a report tells beside its own subject is of another report's
// incident only where time and place are the same, or a target, an actor, words or the
// text tie the two.
func TestToldInPassing(t *testing.T) {
	l := linker()
	beside := func(m *dateline.Mention) *dateline.Mention { m.Salience = dateline.Secondary; return m }
	district := func() *dateline.PlaceRef {
		return &dateline.PlaceRef{Place: "plc_vale", Name: "Vale District", Country: "VLM", Admin1: "North", Admin2: "Vale", Precision: dateline.P3}
	}
	shooting := func() *dateline.Mention { return mention(day("2022-09-05"), harvashan(), gunfire) }
	for _, c := range []struct {
		name string
		a, b *dateline.Mention
		want Band
	}{
		{"the homicides of a year", shooting(), beside(mention(year(2022), harvashan(), gunfire)), Separate},
		{"told as the subject of its report", shooting(), mention(year(2022), harvashan(), gunfire), Probable},
		{"another town's district, one night", acting(shooting(), "act_group"), beside(mention(day("2022-09-05"), district(), gunfire)), Separate},
		{"one day and town", shooting(), beside(mention(day("2022-09-05"), harvashan(), gunfire)), Linked},
		{"the attack of that year on the embassy", mention(day("2022-09-05"), harvashan(), bombing, embassy), beside(mention(year(2022), harvashan(), bombing, embassy)), Linked},
		{"the attack of that year by the same group", acting(shooting(), "act_group"), beside(acting(mention(year(2022), harvashan(), gunfire), "act_group")), Linked},
		{"told of in the same rare words", worded(shooting(), "ferry", "harbourmaster", "quay"), beside(worded(mention(year(2022), harvashan(), gunfire), "ferry", "harbourmaster", "quay")), Linked},
	} {
		if p := l.Score(c.a, c.b); p.Band != c.want {
			t.Errorf("%s: %s with %g, want %s; %s", c.name, p.Band, p.Score, c.want, parts(p.Decision()))
		}
	}
}

// TestTwoDaysInOnePassage: "four on Monday, a day after troops killed 80 there" are two,
// though between outlets a day more or less is one (DAT-12).
func TestTwoDaysInOnePassage(t *testing.T) {
	l := linker()
	at := func(d, passage string) *dateline.Mention {
		m := acting(mention(day(d), harvashan(), gunfire), "act_group")
		m.ReportID, m.Passages = "r_one", []dateline.ID{dateline.ID(passage)}
		return m
	}
	for _, c := range []struct {
		days, passage string
		apart         bool
	}{{"2022-09-06", "s1", true}, {"2022-09-05", "s1", false}, {"2022-09-06", "s2", false}} {
		a, b := at("2022-09-05", "s1"), at(c.days, c.passage)
		a.Trigger, b.Trigger = dateline.Span{Start: 1, End: 2}, dateline.Span{Start: 3, End: 4}
		if p := l.Score(a, b); p.Apart != c.apart {
			t.Errorf("%s in %s: apart %v; %s", c.days, c.passage, p.Apart, parts(p.Decision()))
		}
	}
}
