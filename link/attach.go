package link

import (
	"sort"

	"github.com/opendateline/dateline"
)

// Attachment says that a mention which is not itself an account of an incident
// speaks of one, and how well it fits.
type Attachment struct {
	Cluster  dateline.ID
	Score    float64
	Decision dateline.Decision // the best comparison with a member
}

// singular are the kinds that speak of one incident; the others (aggregates,
// series, threats) may take in many (LNK-9).
var singular = map[dateline.MentionKind]bool{
	dateline.KindClaimResponsibility: true, dateline.KindDenial: true, dateline.KindAttribution: true,
	dateline.KindStatement: true, dateline.KindAllegation: true, dateline.KindFoiled: true,
}

var plural = map[dateline.MentionKind]bool{
	dateline.KindAggregate: true, dateline.KindSeries: true, dateline.KindThreat: true, dateline.KindPlot: true,
}

// Attachable says whether a mention is no account of an incident and may speak
// of one (§7.3–§7.5).
func Attachable(m *dateline.Mention) bool {
	return !Clusterable(m) && (singular[m.Kind] || plural[m.Kind])
}

// Singular says whether a mention that is attached belongs to one incident, so
// that what it says is said of that incident.
func Singular(m *dateline.Mention) bool { return singular[m.Kind] }

// Attach finds the incidents that a mention which is not Clusterable speaks of,
// the best first. A claim of responsibility and its like get one, or none if
// two fit equally.
func (l *Linker) Attach(m *dateline.Mention, clusters []Cluster, members map[dateline.ID]*dateline.Mention) []Attachment {
	var out []Attachment
	for _, c := range clusters {
		if a, ok := l.attach(m, c, members); ok {
			out = append(out, a)
		}
	}
	sort.Slice(out, func(i, k int) bool {
		return out[i].Score > out[k].Score || out[i].Score == out[k].Score && out[i].Cluster < out[k].Cluster
	})
	if singular[m.Kind] && len(out) > 1 {
		if out[0].Score-out[1].Score < ambiguous {
			return nil
		}
		return out[:1]
	}
	return out
}

// attach compares a mention with the members of a cluster; one conflict among
// them rules the cluster out.
func (l *Linker) attach(m *dateline.Mention, c Cluster, members map[dateline.ID]*dateline.Mention) (Attachment, bool) {
	best := Attachment{Cluster: c.ID}
	found := false
	for _, id := range c.Mentions {
		if members[id] == nil {
			continue
		}
		p := l.Score(m, members[id])
		if p.Apart && m.ReportID != members[id].ReportID {
			return Attachment{}, false
		}
		if p.Band != Separate && (!found || p.Score > best.Score) {
			best.Score, best.Decision, found = p.Score, p.Decision(), true
		}
	}
	return best, found
}
