package web

import (
	"fmt"
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// story is a family of reports that are copies or versions of one text, or one
// report that is none.
type story struct{ Reports []carried }

// carried is one report in the list of an incident.
type carried struct {
	ID       dateline.PublicID
	Link     string
	When     string
	Outlet   string
	Headline string
	Lang     string
	Shares   string // how much of its text it has from which report
	Original string // address at the outlet
	SHA256   string
	Basis    []string // how it knows
	Probable bool     // below the threshold of linking
}

// stories are the reports by family, in the order in which they appeared.
func (b *bundle) stories() []story {
	var out []story
	at := map[dateline.ID]int{}
	for _, s := range b.ordered() {
		row := b.carried(s)
		i, known := at[s.Family]
		if s.Family == "" || !known {
			at[s.Family] = len(out)
			out = append(out, story{})
			i = len(out) - 1
		}
		for _, earlier := range out[i].Reports {
			if share := b.shared(s.ID, b.byPublic(earlier.ID)); share != "" && row.Shares == "" {
				row.Shares = share + " is in " + earlier.Outlet + ", " + earlier.When
			}
		}
		out[i].Reports = append(out[i].Reports, row)
	}
	return out
}

func (b *bundle) byPublic(p dateline.PublicID) dateline.ID {
	for id, s := range b.reports {
		if s.public == p {
			return id
		}
	}
	return ""
}

func (b *bundle) carried(s *source) carried {
	c := carried{ID: s.public, Link: "/r/" + string(s.public) + "?for=" + string(b.Public), When: s.when(), Outlet: s.outlet(), Headline: s.headline(),
		Lang: s.Language, Original: s.URL, SHA256: s.SHA256Raw}
	bases := map[string]bool{}
	for _, claim := range b.sorted {
		if claim.ReportID == s.ID {
			bases[wording.Basis(wording.BasisOf(*claim, b.origins[claim.Origin]))] = true
		}
	}
	for basis := range bases {
		c.Basis = append(c.Basis, basis)
	}
	sort.Strings(c.Basis)
	for _, id := range b.Probable {
		for _, m := range s.reading.Mentions {
			c.Probable = c.Probable || m.ID == id
		}
	}
	return c
}

// step is one revision of a record.
type step struct {
	N       int
	When    string
	Cause   string
	By      string
	Link    string
	Changes []change
}

// change is one value before and after.
type change struct{ What, Before, After string }

// steps are the revisions of a record, newest first.
func (r *request) steps(id dateline.ID, public dateline.PublicID, over func(string) string) ([]step, error) {
	var out []step
	for rev, err := range r.tx.Revisions(r.ctx, store.RevisionFilter{Record: id}) {
		if err != nil {
			return nil, err
		}
		out = append([]step{stepOf(rev, public, over)}, out...)
	}
	return out, nil
}

var causes = map[string]string{"new_report": "new reports", "decision": "a person’s decision", "rule_change": "a change of the rules", "import": "an import"}

func stepOf(rev dateline.Revision, public dateline.PublicID, over func(string) string) step {
	s := step{N: rev.N, When: wording.Time(rev.At), Cause: rev.Reason, By: rev.By, Link: fmt.Sprintf("/i/%s/r/%d", public, rev.N)}
	if s.Cause == "" {
		s.Cause = causes[rev.Cause]
	}
	for _, c := range rev.Changes {
		s.Changes = append(s.Changes, change{changed(c.Attribute), over(c.Before), over(c.After)})
	}
	return s
}

// changed is the label of an attribute in a revision.
func changed(attribute string) string {
	if label := wording.Fact(dateline.Attribute(attribute)); label != "" {
		return label
	}
	return sentenceCase(wording.Code(attribute))
}

// choice is one decision with its reasons, as it was stored.
type choice struct {
	About  string
	After  string
	Rule   string
	By     string
	Person bool
	When   string
	Note   string
	Score  string
	Parts  []part
	Others string // what was not chosen
}

// part is one addition to a decision.
type part struct {
	What, Values, Points string
	Citations            []*citation
}

// choices are what the program and people decided about a record: the newest
// choice on each matter, every decision of a person, and the comparisons by
// which its accounts were joined.
func (r *request) choices(b *bundle) (facts, people, joins []*choice, err error) {
	at := map[string]int{}
	for d, err := range r.tx.ListDecisions(r.ctx, store.DecisionFilter{Target: b.ID}) {
		switch {
		case err != nil:
			return nil, nil, nil, err
		case d.Person:
			people = append(people, b.choice(d, sentenceCase(wording.Code(string(d.Action)))))
		case d.Action != dateline.ActChoose:
		default:
			c := b.choice(d, matter(d.Note))
			if i, seen := at[d.Note]; seen {
				facts[i] = c
				continue
			}
			at[d.Note] = len(facts)
			facts = append(facts, c)
		}
	}
	joins, err = r.joins(b)
	return facts, people, joins, err
}

// matter is what a choice is about: "killed victims_excl_perp" is
// "Killed, without the attackers".
func matter(note string) string {
	for _, a := range dateline.Attributes {
		switch rest, ok := cutPrefix(note, string(a)); {
		case ok && rest == "":
			return wording.Fact(a)
		case ok:
			return wording.Fact(a) + ", " + wording.Population(dateline.Population(rest))
		}
	}
	return sentenceCase(wording.Code(note))
}

func cutPrefix(s, word string) (rest string, ok bool) {
	if s == word {
		return "", true
	}
	if len(s) > len(word) && s[:len(word)+1] == word+" " {
		return s[len(word)+1:], true
	}
	return "", false
}

func (b *bundle) choice(d dateline.Decision, about string) *choice {
	c := &choice{About: about, After: b.shown.Words(d.After), Rule: d.Rule, By: d.By, Person: d.Person, When: wording.Time(d.At)}
	if d.Person {
		c.Note, c.After = b.shown.Words(d.Note), ""
	}
	for _, p := range d.Parts {
		c.Parts = append(c.Parts, b.part(p))
	}
	for i, other := range d.RunnersUp {
		if i > 0 {
			c.Others += ", "
		}
		c.Others += b.shown.Words(other)
	}
	return c
}

func (b *bundle) part(p dateline.Part) part {
	out := part{What: b.shown.Words(p.What)}
	for i, v := range p.Values {
		if i > 0 {
			out.Values += " · "
		}
		out.Values += b.shown.Words(v)
	}
	if p.Points != nil {
		out.Points = fmt.Sprintf("%+.4g", *p.Points)
	}
	for _, id := range p.Claims {
		if q := b.cite(id); q != nil {
			out.Citations = append(out.Citations, q)
		}
	}
	return out
}

// joins are the comparisons between accounts of this record.
func (r *request) joins(b *bundle) ([]*choice, error) {
	mine := map[dateline.ID]dateline.ID{} // mention → report
	for id, s := range b.reports {
		for _, m := range s.reading.Mentions {
			mine[m.ID] = id
		}
	}
	var out []*choice
	seen := map[dateline.ID]bool{}
	for _, m := range b.Mentions {
		for d, err := range r.tx.ListDecisions(r.ctx, store.DecisionFilter{Target: m, Actions: []dateline.Action{dateline.ActLink}}) {
			if err != nil {
				return nil, err
			}
			if seen[d.ID] || !inside(d.Targets, b.Mentions) {
				continue
			}
			seen[d.ID] = true
			c := b.choice(d, b.pair(d, mine))
			c.Score = fmt.Sprintf("%.4g", d.Score())
			out = append(out, c)
		}
	}
	return out, nil
}

// pair names the reports whose accounts were compared.
func (b *bundle) pair(d dateline.Decision, reportOf map[dateline.ID]dateline.ID) string {
	var names []string
	for _, t := range d.Targets {
		if s := b.reports[reportOf[t]]; s != nil {
			names = append(names, s.outlet()+" "+string(s.public))
		}
	}
	return wording.List(names)
}

func inside(ids, all []dateline.ID) bool {
	for _, id := range ids {
		found := id.Prefix() != dateline.PrefixMention
		for _, x := range all {
			found = found || x == id
		}
		if !found {
			return false
		}
	}
	return true
}
