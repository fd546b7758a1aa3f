package export

import (
	"strings"

	"github.com/opendateline/dateline"
)

// Seal is why the words of a claim or report stay inside.
type Seal string

const (
	Open       Seal = ""
	ArmedGroup Seal = "armed_group"     // an armed group's own words (ETH-4)
	Sexual     Seal = "sexual_violence" // an account of sexual violence (ETH-3)
	LegalHold  Seal = "legal_hold"
)

// Words say why something is sealed, to stand where it was.
func (s Seal) Words() string {
	switch s {
	case ArmedGroup:
		return "[sealed: an armed group's own words]"
	case Sexual:
		return "[sealed: an account of sexual violence]"
	case LegalHold:
		return "[sealed: legal hold]"
	}
	return ""
}

// seals are the reports and mentions of a record whose words stay inside.
type seals struct {
	reports  map[dateline.ID]Seal
	mentions map[dateline.ID]Seal
}

// Sealed says whether the words of a claim stay inside, and why: its report is
// sealed, it tells of sexual violence, or an armed group is the speaker.
func (r *Record) Sealed(c dateline.Claim) Seal {
	if s := r.seals.reports[c.ReportID]; s != Open {
		return s
	}
	if s := r.seals.mentions[c.MentionID]; s != Open || r.Incident.Facets.Act == dateline.SexualViolence {
		return Sexual
	}
	if speaker := c.Innermost(); speaker.Kind == dateline.PropagandaRelease || speaker.Issuer == dateline.IssuerArmedGroup {
		return ArmedGroup
	}
	return Open
}

// SealedReport says whether a report stays inside as a whole.
func (r *Record) SealedReport(id dateline.ID) Seal { return r.seals.reports[id] }

// with are the seals of two records together.
func (s seals) with(o seals) seals {
	return seals{joinedMaps(s.reports, o.reports), joinedMaps(s.mentions, o.mentions)}
}

func sealed(r *Record) seals {
	out := seals{map[dateline.ID]Seal{}, map[dateline.ID]Seal{}}
	for id, report := range r.Reports {
		if s := r.sealOf(report); s != Open {
			out.reports[id] = s
			report.URL, report.CanonicalURL, report.Title, report.Name, report.Byline = "", "", "", "", nil
		}
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		m.Words = nil // for linking, not for reading
		if m.Facets.Act == dateline.SexualViolence {
			out.mentions[m.ID] = Sexual
		}
		if out.reports[m.ReportID] != Open || out.mentions[m.ID] != Open {
			m.TriggerText, m.Victims = "", nil
		}
	}
	return out
}

func (r *Record) sealOf(report *dateline.Report) Seal {
	if report.Genre == dateline.Propaganda {
		return ArmedGroup
	}
	if outlet := r.Sources[report.OutletID]; outlet != nil && outlet.Kind == dateline.IssuerArmedGroup {
		return ArmedGroup
	}
	for _, h := range report.Handling {
		switch h {
		case dateline.HandlePropaganda:
			return ArmedGroup
		case dateline.HandleSexual:
			return Sexual
		case dateline.HandleLegalHold:
			return LegalHold
		}
	}
	return Open
}

// sealFacts takes words that only sealed claims say out of the facts. A name
// that an attacker is given is a fact and stays; what a group says of its
// motives is its words.
func (r *Record) sealFacts() {
	closed := map[dateline.ID]bool{}
	for _, c := range r.Claims {
		closed[c.ID] = r.Sealed(c) != Open
	}
	all := func(claims []dateline.ID) bool {
		for _, id := range claims {
			if !closed[id] {
				return false
			}
		}
		return len(claims) > 0
	}
	i := &r.Incident
	i.Texts = supported(i.Texts, func(t *dateline.FactText) bool {
		return t.Attribute == dateline.AttrAttackerName || !all(t.Claims)
	})
	for k := range i.Targets {
		if all(i.Targets[k].Claims) {
			i.Targets[k].Text = ""
		}
	}
	for k := range i.Actors {
		if all(i.Actors[k].Claims) {
			i.Actors[k].Text = ""
		}
	}
}

// seal leaves of a claim its typed value and takes its words: a paraphrase is
// all that goes out (ETH-4).
func seal(c *dateline.Claim) {
	c.Exact = ""
	if c.Attribute != dateline.AttrAttackerName {
		c.Value.Text = ""
	}
	if strings.HasPrefix(string(c.Population), dateline.PrefixNamedGroup) {
		c.Population = dateline.PopUnknown
	}
	for i := range c.Attribution {
		if s := &c.Attribution[i]; s.Role != dateline.SpeakerOutlet && !s.Named {
			s.Text = ""
		}
		c.Attribution[i].Verb, c.Attribution[i].Hedge = "", ""
	}
	if c.Value.Target != nil {
		c.Value.Target.Text = ""
	}
	if c.Value.Actor != nil {
		c.Value.Actor.Text = ""
	}
	if c.Value.Stance != nil {
		c.Value.Stance.Actor.Text = ""
	}
	if c.Value.Date != nil {
		c.Value.Date.Expr = ""
	}
	if c.Value.Place != nil {
		c.Value.Place.Text = ""
	}
	if c.Value.Count != nil {
		wordless(c.Value.Count)
	}
}

// wordless takes the words out of a count and of its parts.
func wordless(c *dateline.Count) {
	c.Word, c.Noun = "", ""
	if strings.HasPrefix(string(c.Population), dateline.PrefixNamedGroup) {
		c.Population = dateline.PopUnknown
	}
	for i := range c.Parts {
		wordless(&c.Parts[i])
	}
}
