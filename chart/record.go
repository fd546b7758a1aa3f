package chart

import (
	"sort"
	"strconv"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// Record is one incident with what its pictures show of it. Maps are keyed by
// internal id and may lack entries: a claim whose report is missing is drawn
// without outlet and time.
type Record struct {
	Incident *dateline.Incident
	Claims   []*dateline.Claim
	Reports  map[dateline.ID]*dateline.Report
	Origins  map[dateline.ID]*dateline.Origin
	Families map[dateline.ID]*dateline.Family // how much of their text reports share
	Public   map[dateline.ID]dateline.PublicID
}

// from says where a number comes from: the shape of its mark.
type from uint8

const (
	ownOrigin  from = iota // ●
	copied                 // ○ the same origin in another report
	noBasis                // ■
	superseded             // × the same origin says another number later (CAS-7)
)

// fit says how a number stands to the best one: the colour of its mark.
type fit uint8

const (
	holds     fit = iota // both can hold
	against              // they cannot
	uncounted            // vague, superseded, of other people, or there is no best number
)

// entry is what one report says about one fact, once.
type entry struct {
	claim  *dateline.Claim
	origin *dateline.Origin
	report *dateline.Report
	from   from
	source *dateline.Report // for a copy: whose
	shared float64          // for a copy: the share of its text, 0 if not known
	folded int              // copies that are not drawn but counted in this one
}

// entries lists what reports say about an attribute, in the order in which they
// were published. A claim that its report repeats is one entry; withdrawn
// claims have none.
func (r *Record) entries(a dateline.Attribute) []entry {
	var out []entry
	seen := map[[4]string]bool{}
	first := map[[2]string]*dateline.Report{}
	for _, c := range r.sorted(a) {
		said := wording.Claimed(*c)
		key := [4]string{string(c.ReportID), string(c.Origin), said, string(c.Population)}
		if seen[key] {
			continue
		}
		seen[key] = true
		e := entry{claim: c, origin: r.Origins[c.Origin], report: r.Reports[c.ReportID]}
		voice := [2]string{string(c.Origin), said}
		switch earlier := first[voice]; {
		case c.Status == dateline.Superseded:
			e.from = superseded
		case earlier != nil && earlier.ID != c.ReportID && c.Origin != "":
			e.from, e.source, e.shared = copied, earlier, r.overlap(earlier, e.report)
		case e.origin == nil || e.origin.Kind == dateline.UnknownSecondary:
			e.from = noBasis
		}
		if first[voice] == nil {
			first[voice] = e.report
		}
		out = append(out, e)
	}
	return out
}

func (r *Record) sorted(a dateline.Attribute) []*dateline.Claim {
	var out []*dateline.Claim
	for _, c := range r.Claims {
		if c.Attribute == a && c.Status != dateline.Withdrawn && c.Status != dateline.Duplicate {
			out = append(out, c)
		}
	}
	sort.SliceStable(out, func(i, k int) bool { return r.before(out[i], out[k]) })
	return out
}

func (r *Record) before(a, b *dateline.Claim) bool {
	x, y := r.window(a.ReportID), r.window(b.ReportID)
	switch {
	case x.known != y.known:
		return x.known
	case !x.to.Equal(y.to):
		return x.to.Before(y.to)
	case a.ReportID != b.ReportID:
		return a.ReportID < b.ReportID
	case a.Span.Start != b.Span.Start:
		return a.Span.Start < b.Span.Start
	}
	return a.ID < b.ID
}

// window is when a report appeared: an instant, or from the start of its first
// possible day to the end of the last (DAT-15). Where the first is not known
// only the end is.
type window struct {
	from, to time.Time
	known    bool
	open     bool
}

func (r *Record) window(report dateline.ID) window {
	rep := r.Reports[report]
	if rep == nil {
		return window{}
	}
	p := rep.Published
	if at, err := time.Parse(time.RFC3339, p.At); err == nil {
		return window{at.UTC(), at.UTC(), true, false}
	}
	end := p.Latest.Add(1).Time()
	switch {
	case !p.Latest.Known():
		return window{}
	case !p.Earliest.Known():
		return window{end, end, true, true}
	}
	return window{p.Earliest.Time(), end, true, false}
}

// overlap is the share of the smaller of two reports that the other holds too;
// 0 if they are not of one family.
func (r *Record) overlap(a, b *dateline.Report) float64 {
	if a == nil || b == nil || a.Family == "" || a.Family != b.Family || r.Families[a.Family] == nil {
		return 0
	}
	for _, p := range r.Families[a.Family].Pairs {
		if p.A == a.ID && p.B == b.ID || p.A == b.ID && p.B == a.ID {
			return p.Containment
		}
	}
	return 0
}

// who is who is said to know: a speaker, private people by role, or how the
// outlet knows. An armed group's own media are not named (ETH-4).
func (e entry) who() string {
	if s := wording.Speaker(*e.claim, e.origin); s != "" && e.basis() != dateline.BasisPerpetrator {
		return name(s)
	}
	return wording.Basis(e.basis())
}

// basis is how the speaker knows; an outlet's own voice that goes back to
// nothing known states none.
func (e entry) basis() dateline.Basis {
	if e.origin != nil && e.origin.Kind == dateline.UnknownSecondary {
		return dateline.BasisNoneStated
	}
	return wording.BasisOf(*e.claim, e.origin)
}

func (e entry) outlet() string { return outlet(e.report) }

func outlet(r *dateline.Report) string {
	if r == nil || r.Outlet == "" {
		return "outlet not known"
	}
	return name(r.Outlet)
}

// when is the time of a report, short, and as coarse as it is known.
func (r *Record) when(report dateline.ID) string {
	w := r.window(report)
	switch {
	case !w.known:
		return "time not known"
	case w.open:
		return "by " + iso(w.to.AddDate(0, 0, -1).Format("2 Jan 2006"))
	case w.from.Equal(w.to):
		return iso(w.from.UTC().Format("2 Jan 15:04"))
	}
	return iso(shortDays(w.from, w.to.AddDate(0, 0, -1)))
}

func shortDays(a, b time.Time) string {
	switch {
	case a.Equal(b):
		return a.Format("2 Jan 2006")
	case a.Year() == b.Year():
		return a.Format("2 Jan") + " – " + b.Format("2 Jan 2006")
	}
	return a.Format("2 Jan 2006") + " – " + b.Format("2 Jan 2006")
}

// copyNote says where a copy comes from.
func (e entry) copyNote() string {
	switch {
	case e.from == superseded:
		return "replaced by a newer one"
	case e.from != copied:
		return ""
	case e.shared > 0:
		return "copied, " + iso(percent(e.shared)) + " of its text"
	case e.source.Family != "" && e.report != nil && e.source.Family == e.report.Family:
		return "copied from " + outlet(e.source)
	}
	return "same origin as " + outlet(e.source)
}

func percent(share float64) string { return strconv.Itoa(int(share*100+0.5)) + " %" }

func (r *Record) public(id dateline.ID) string { return string(r.Public[id]) }

// heading is the line under a title: which record, and that nobody has
// accepted it yet (ETH-14).
func (r *Record) heading() string {
	return iso(string(r.Incident.Public)) + " · " + wording.Status(r.Incident) + " · revision " + iso(strconv.Itoa(r.Incident.Revision)) + " · " + name(r.Incident.Title)
}

func itoa(n int) string { return strconv.Itoa(n) }

func digits(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}
