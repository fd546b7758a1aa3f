package web

import (
	"math"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// ladder is who says which number of one measure, for one population, with the
// figure that the rules gave (experience S2).
type ladder struct {
	Measure    dateline.Measure
	Heading    string // "People killed"
	Figure     *dateline.Figure
	Best       string
	Range      string
	Words      string // the figure in words
	Support    chip
	Rule       string // of the preset, "dateline-1/2"
	RuleLink   string
	Reason     string // why this number
	Caption    string
	Axis       axis
	Rungs      []rung
	Population dateline.Population
	Tabs       []tab
}

// tab leads to the same page for another population.
type tab struct {
	Words   string
	Link    string
	Current bool
}

// rung is one claim of a ladder.
type rung struct {
	Who        string // is said to have counted
	Citation   *citation
	Copy       string // of which text it is a copy
	Said       string
	Against    bool   // it and best cannot both hold
	Struck     bool   // replaced by another number of the same origin
	Role       string // what it did for the figure, as stored
	Population string // who is counted, where it is not the population in view
	Track      track
}

var headings = map[dateline.Measure]string{dateline.Killed: "People killed", dateline.Wounded: "People injured", dateline.KilledOrWounded: "People killed or injured",
	dateline.Abducted: "People abducted", dateline.Missing: "People missing", dateline.Arrested: "People arrested", dateline.Displaced: "People displaced"}

// ladders are those of every measure that a claim speaks of, killed first.
func (b *bundle) ladders(population dateline.Population) []*ladder {
	var out []*ladder
	for _, m := range dateline.Measures {
		if l := b.ladder(m, population); len(l.Rungs) > 0 {
			out = append(out, l)
		}
	}
	return out
}

func (b *bundle) ladder(m dateline.Measure, p dateline.Population) *ladder {
	f := b.Figure(m, p)
	if f == nil && p != dateline.PopAll {
		if f = b.Figure(m, dateline.PopAll); f != nil {
			p = dateline.PopAll
		}
	}
	l := &ladder{Measure: m, Heading: headings[m], Population: p, Words: wording.Toll(b.Incident, m)}
	l.figure(f)
	least, most := b.originsOf(b.about(dateline.Attribute(m)))
	if f != nil {
		least, most = f.OriginsMin, f.OriginsMax
	}
	l.Support = supportChip(b.Support[dateline.Attribute(m)], least, most)
	claims := b.counting(m)
	l.Axis = newAxis(f, claims)
	firsts := map[dateline.ID]*dateline.Claim{}
	for _, c := range claims {
		l.Rungs = append(l.Rungs, b.rung(c, firsts[c.Origin], l))
		if firsts[c.Origin] == nil {
			firsts[c.Origin] = c
		}
	}
	l.Tabs = b.tabs(m, p)
	return l
}

// figure puts in what the rules gave; there may be none.
func (l *ladder) figure(f *dateline.Figure) {
	if l.Figure = f; f == nil {
		return
	}
	l.Words, l.Range, l.Reason = wording.Figure(*f), wording.Range(*f), f.Explanation
	if f.Best != nil {
		l.Best = wording.Thousands(*f.Best)
	}
	l.Rule, _, _ = strings.Cut(f.Rule, "@")
	l.RuleLink = "/help/rules#" + strings.ReplaceAll(l.Rule, "/", ".")
	l.Caption = "Reported number " + wording.Measure(l.Measure) + ", by source: " + wording.Figure(*f) + "."
}

// counting are the claims with a number of a measure: those with a stated basis
// by time, then the others.
func (b *bundle) counting(m dateline.Measure) []*dateline.Claim {
	var stated, none []*dateline.Claim
	for _, c := range b.sorted {
		switch {
		case c.Value.Count == nil || c.Value.Count.Measure != m:
		case wording.BasisOf(*c, b.origins[c.Origin]) == dateline.BasisNoneStated:
			none = append(none, c)
		default:
			stated = append(stated, c)
		}
	}
	return append(stated, none...)
}

// rung shows one claim; first is the earlier claim of the same origin, if any.
func (b *bundle) rung(c, first *dateline.Claim, l *ladder) rung {
	q := b.cite(c.ID)
	r := rung{Who: q.Speaker, Citation: q, Said: wording.Said(*c.Value.Count), Population: b.counted(c, l.Population)}
	if r.Who == "" {
		r.Who = sentenceCase(q.Basis)
	}
	m := mark{count: *c.Value.Count, noBasis: wording.BasisOf(*c, b.origins[c.Origin]) == dateline.BasisNoneStated}
	if first != nil {
		m.copied, r.Copy = true, b.copied(c, first)
	}
	r.Struck = b.replaced(c)
	m.struck = r.Struck
	r.Against = !r.Struck && r.Population == "" && against(*c.Value.Count, l.Figure)
	m.against = r.Against
	r.Track = l.Axis.track(l.Figure, m)
	return r
}

// counted says who a claim counts, where that is not who the ladder is about.
// While all claims leave it open, nothing is said.
func (b *bundle) counted(c *dateline.Claim, p dateline.Population) string {
	switch {
	case c.Population == p:
		return ""
	case c.Population == dateline.PopUnknown || c.Population == "" || c.Population == dateline.PopAll:
		return ""
	}
	return "counts: " + wording.Population(c.Population)
}

// copied says whose words a claim repeats.
func (b *bundle) copied(c, first *dateline.Claim) string {
	from := b.reports[first.ReportID]
	if c.ReportID == first.ReportID {
		return "same report, same origin"
	}
	if share := b.shared(c.ReportID, first.ReportID); share != "" {
		return "copied text: " + share + " is in " + from.outlet() + ", " + from.when()
	}
	return "same origin as " + from.outlet() + ", " + from.when()
}

// shared is how much of the smaller of two reports the larger one holds, "92 %
// of its text"; "" if they are no copies (IND-2).
func (b *bundle) shared(x, y dateline.ID) string {
	for _, f := range b.families {
		if f == nil {
			continue
		}
		for _, pair := range f.Pairs {
			if pair.A == x && pair.B == y || pair.A == y && pair.B == x {
				return strconv.Itoa(int(math.Round(pair.Containment*100))) + " % of its text"
			}
		}
	}
	return ""
}

// replaced says that the same origin has said another number since.
func (b *bundle) replaced(c *dateline.Claim) bool {
	newer := b.claims[c.SupersededBy]
	if c.Status != dateline.Superseded || newer == nil || newer.Value.Count == nil {
		return c.Status == dateline.Withdrawn
	}
	return wording.Said(*newer.Value.Count) != wording.Said(*c.Value.Count)
}

// against says that a number and the best number cannot both hold. Vague words
// and plurals are against nothing.
func against(c dateline.Count, f *dateline.Figure) bool {
	if f == nil || f.Best == nil || c.Vague || c.PluralOnly || c.Qualifier == dateline.BarePlural || c.Qualifier == dateline.NamedPerson {
		return false
	}
	return c.Lo != nil && *f.Best < *c.Lo && !(c.Qualifier == dateline.MoreThan && c.Anchor != nil && *f.Best > *c.Anchor) || c.Hi != nil && *f.Best > *c.Hi
}

// tabs lead to the populations that have figures of their own.
func (b *bundle) tabs(m dateline.Measure, current dateline.Population) []tab {
	var out []tab
	for _, f := range b.Figures {
		if f.Measure != m {
			continue
		}
		out = append(out, tab{wording.Population(f.Population), "?population=" + string(f.Population) + "#" + string(m), f.Population == current})
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

func sentenceCase(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
