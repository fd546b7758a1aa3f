package chart

import (
	"sort"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// tie says how it is known that a report has it from somebody: the line of an
// edge.
type tie uint8

const (
	named    tie = iota // the text says so: solid
	textTie             // it shares text: dashed
	unclearT            // neither: dotted
)

var tieWords = []string{named: "named in the text", textTie: "shares text", unclearT: "not clear"}

// source is one origin, and the reports that carry what it says, first ones
// first.
type source struct {
	id       dateline.ID
	words    string // who knows
	basis    dateline.Basis
	unknown  bool // nobody says how it is known
	party    bool // a party to the incident
	carriers []carrier
}

// carrier is one report that carries an origin. From is the report it took it
// from, nil for one that has it from the origin itself.
type carrier struct {
	report dateline.ID
	from   *dateline.Report
	tie    tie
	shared float64
	said   []string
}

// sources groups what reports say about a fact by who it goes back to, in the
// order in which they were published.
func (r *Record) sources(a dateline.Attribute) []source {
	var out []source
	at := map[dateline.ID]int{}
	for _, e := range r.entries(a) {
		if e.claim.Origin == "" {
			continue
		}
		i, ok := at[e.claim.Origin]
		if !ok {
			i = len(out)
			at[e.claim.Origin] = i
			out = append(out, source{id: e.claim.Origin, words: e.who(), basis: e.basis(), unknown: e.basis() == dateline.BasisNoneStated,
				party: e.origin != nil && e.origin.Interested})
		}
		out[i].carry(r, e)
	}
	return out
}

// carry adds a report to its origin, or what it says to the report.
func (s *source) carry(r *Record, e entry) {
	said := wording.Claimed(*e.claim)
	if e.basis() == dateline.BasisPerpetrator && e.claim.Value.Count == nil {
		said = "" // sealed (ETH-4)
	}
	for i := range s.carriers {
		if s.carriers[i].report == e.claim.ReportID {
			s.carriers[i].said = append(s.carriers[i].said, said)
			return
		}
	}
	c := carrier{report: e.claim.ReportID, said: []string{said}}
	c.from, c.shared = s.taken(r, e.report)
	switch {
	case c.from != nil:
		c.tie = textTie
	case s.quoted(e):
		c.tie = named
	case len(s.carriers) > 0:
		c.from, c.tie = r.Reports[s.carriers[0].report], unclearT
	default:
		c.tie = unclearT
	}
	s.carriers = append(s.carriers, c)
}

// quoted says that the text itself says who knows.
func (s *source) quoted(e entry) bool {
	switch s.basis {
	case dateline.BasisNoneStated:
		return false
	case dateline.BasisOtherOutlet:
		return e.origin != nil && e.origin.Kind == dateline.WireStory
	}
	return true
}

// taken is the earlier carrier whose text the report shares, if there is one.
func (s *source) taken(r *Record, report *dateline.Report) (*dateline.Report, float64) {
	if report == nil || report.Family == "" {
		return nil, 0
	}
	var same *dateline.Report
	for _, c := range s.carriers {
		earlier := r.Reports[c.report]
		if share := r.overlap(earlier, report); share > 0 {
			return earlier, share
		}
		if same == nil && earlier != nil && earlier.Family == report.Family {
			same = earlier
		}
	}
	return same, 0
}

func (c carrier) words() string {
	var out []string
	for _, s := range c.said {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}

// how says in words where a carrier has it from.
func (c carrier) how() string {
	switch {
	case c.from == nil:
		return tieWords[c.tie]
	case c.shared > 0:
		return iso(percent(c.shared)) + " of its text"
	}
	return tieWords[c.tie]
}

// firstCarriers are the reports that have something from an origin itself.
func firstCarriers(all []source) map[dateline.ID]bool {
	out := map[dateline.ID]bool{}
	for _, s := range all {
		for _, c := range s.carriers {
			if c.from == nil {
				out[c.report] = true
			}
		}
	}
	return out
}

// inOrder lists the reports of all sources as they were published.
func (r *Record) inOrder(all []source) []dateline.ID {
	var out []dateline.ID
	seen := map[dateline.ID]bool{}
	for _, s := range all {
		for _, c := range s.carriers {
			if !seen[c.report] {
				seen[c.report] = true
				out = append(out, c.report)
			}
		}
	}
	sort.SliceStable(out, func(i, k int) bool {
		a, b := r.window(out[i]), r.window(out[k])
		if a.known != b.known {
			return a.known
		}
		return a.to.Before(b.to)
	})
	return out
}
