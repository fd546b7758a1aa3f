package fill

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval/muc4"
	"github.com/opendateline/dateline/extract/count"
)

// limits are the probabilities from which on something is taken.
type limits struct {
	Valid float64            // of a group
	Roles [roleCount]float64 // of a group times an entity's role
	Same  float64            // of two entities being one fill
	Link  float64            // of a description being a name's
	Alone float64            // of a role where a template would have no content
}

// templates assembles the templates of a message.
func (r *reading) templates(l limits) []muc4.Template {
	var out []muc4.Template
	for _, g := range r.groups {
		if g.valid < l.Valid {
			continue
		}
		t := r.template(g, l)
		if !hasContent(&t) {
			low := l
			for _, role := range []int{attacker, organization, thing, name, described} {
				low.Roles[role] = l.Alone
			}
			if t = r.template(g, low); !hasContent(&t) {
				continue
			}
		}
		t.Number = len(out) + 1
		out = append(out, t)
	}
	return out
}

// hasContent: a template without perpetrator or target can be mapped to none of
// a key (guidelines 3.2.1).
func hasContent(t *muc4.Template) bool {
	for _, slot := range []muc4.Slot{muc4.PerpIndividual, muc4.PerpOrganization, muc4.PhysID, muc4.HumName, muc4.HumDescription} {
		if len(t.Fills[slot]) > 0 {
			return true
		}
	}
	return false
}

func (r *reading) template(g *group, l limits) muc4.Template {
	t := muc4.Template{Message: r.ID}
	kind := r.set[question{muc4.IncidentType, g, nil}]
	add(&t, muc4.IncidentType, kind, "")
	add(&t, muc4.Stage, r.set[question{muc4.Stage, g, nil}], "")
	add(&t, muc4.Date, r.set[question{muc4.Date, g, nil}], "")
	add(&t, muc4.Location, r.set[question{muc4.Location, g, nil}], "")
	add(&t, muc4.Category, r.set[question{muc4.Category, g, nil}], "")
	r.perpetrators(&t, g, l)
	if kind != "KIDNAPPING" && kind != "ARSON" {
		r.instruments(&t, g, l)
	}
	if kind != "KIDNAPPING" {
		r.things(&t, g, l)
	}
	r.people(&t, g, l)
	return t
}

// add adds a fill unless there is none.
func add(t *muc4.Template, slot muc4.Slot, value, ref string) {
	if value != "" && value != none {
		t.Add(slot, value, ref)
	}
}

// pick takes the entities of a role, the surest first, and of those that are one
// fill the surest.
func (r *reading) pick(g *group, role int, l limits) []*entity {
	chance := map[*entity]float64{}
	var all, out []*entity
	for i, e := range r.entities[role] {
		if p := g.roles[role][i] * g.valid; p >= l.Roles[role] {
			chance[e] = p
			all = append(all, e)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return chance[all[i]] > chance[all[j]] })
	for _, e := range all {
		if !slices.ContainsFunc(out, func(o *entity) bool { return r.sameFill(e, o) > l.Same }) {
			out = append(out, e)
		}
	}
	return out
}

func (r *reading) sameFill(a, b *entity) float64 {
	return max(r.same[couple{a, b}], r.same[couple{b, a}])
}

func (r *reading) perpetrators(t *muc4.Template, g *group, l limits) {
	for _, e := range r.pick(g, attacker, l) {
		add(t, muc4.PerpIndividual, e.text(), "")
	}
	for _, e := range r.pick(g, organization, l) {
		add(t, muc4.PerpOrganization, e.text(), "")
		add(t, muc4.OrganizationConfidence, r.set[question{muc4.OrganizationConfidence, g, e}], e.text())
	}
}

func (r *reading) instruments(t *muc4.Template, g *group, l limits) {
	for _, e := range r.pick(g, weapon, l) {
		add(t, muc4.InstrumentID, e.text(), "")
		add(t, muc4.InstrumentType, r.set[question{muc4.InstrumentType, g, e}], e.text())
	}
	if len(t.Fills[muc4.InstrumentType]) == 0 {
		add(t, muc4.InstrumentType, r.set[question{muc4.InstrumentType, g, nil}], "-")
	}
}

func (r *reading) things(t *muc4.Template, g *group, l limits) {
	for _, e := range r.pick(g, thing, l) {
		text := e.text()
		add(t, muc4.PhysID, text, "")
		add(t, muc4.PhysType, r.set[question{muc4.PhysType, g, e}], text)
		add(t, muc4.PhysNumber, r.number(e), text)
		add(t, muc4.PhysNation, r.nation(e, country(t)), text)
		add(t, muc4.PhysEffect, r.set[question{muc4.PhysEffect, g, e}], text)
	}
}

func country(t *muc4.Template) string {
	if len(t.Fills[muc4.Location]) == 0 {
		return ""
	}
	name, _, _ := strings.Cut(t.Fills[muc4.Location][0].Values[0], ":")
	return name
}

// people fills the slots of human targets. A description linked to a name that
// is taken refers to it; the other slots then refer to the name.
func (r *reading) people(t *muc4.Template, g *group, l limits) {
	names := r.pick(g, name, l)
	nations := map[*entity]string{}
	for _, e := range names {
		nations[e] = r.nation(e, country(t))
	}
	var alone []*entity
	for _, e := range r.pick(g, described, l) {
		called := r.calledBy(e, names, l.Link)
		if called == nil {
			alone = append(alone, e)
			continue
		}
		add(t, muc4.HumDescription, e.text(), called.text())
		if n := r.nation(e, country(t)); n != "" {
			nations[called] = n
		}
	}
	for _, e := range names {
		add(t, muc4.HumName, e.text(), "")
		r.person(t, g, e, "1", nations[e])
	}
	for _, e := range alone {
		add(t, muc4.HumDescription, e.text(), "")
		r.person(t, g, e, r.number(e), r.nation(e, country(t)))
	}
}

func (r *reading) calledBy(e *entity, names []*entity, least float64) *entity {
	var best *entity
	for _, n := range names {
		if p := r.linkOf(e, n); p > least {
			best, least = n, p
		}
	}
	return best
}

func (r *reading) person(t *muc4.Template, g *group, e *entity, number, nation string) {
	add(t, muc4.HumType, r.set[question{muc4.HumType, g, e}], e.text())
	add(t, muc4.HumNumber, number, e.text())
	add(t, muc4.HumNation, nation, e.text())
	add(t, muc4.HumEffect, r.set[question{muc4.HumEffect, g, e}], e.text())
}

var grammar = sync.OnceValues(count.English)

// number is how many an entity is: a number, a range, "~N", PLURAL.
func (r *reading) number(e *entity) string {
	many := false
	for _, i := range e.heads {
		h := r.heads[i]
		w := r.word(h)
		many = many || w.Tag == "NNS" || w.Tag == "NNPS" || w.Lemma == "people"
		if n := r.counted(h); n != "" {
			return n
		}
	}
	if many {
		return "PLURAL"
	}
	return "1"
}

// counted reads the number before a head, "" if none stands there.
func (r *reading) counted(h head) string {
	counts, err := grammar()
	if err != nil {
		return "" // the tables are in the program; package count tests them
	}
	s := r.sentence(h)
	var tokens []dateline.Token
	for _, w := range s.Words {
		tokens = append(tokens, dateline.Token{Start: w.From, End: w.To, Text: strings.ToLower(w.Form), Lemma: w.Lemma, Tag: w.Tag, POS: w.POS})
	}
	for j := max(h.first()-3, 0); j <= h.word; j++ {
		if w := &s.Words[j]; j < h.first() && w.POS != "NUM" && w.POS != "ADV" && w.POS != "ADJ" {
			continue
		}
		if found, ok := counts.Read(tokens, j); ok && found.End <= h.word+1 && !found.Count.Vague {
			if n := printed(found.Count); n != "" {
				return n
			}
		}
	}
	return ""
}

func printed(c dateline.Count) string {
	switch {
	case c.Approximate && c.Anchor != nil:
		return fmt.Sprint("~", *c.Anchor)
	case c.Anchor != nil && (c.Qualifier == dateline.AtLeast || c.Qualifier == dateline.MoreThan):
		return fmt.Sprint(*c.Anchor, " -")
	case c.Lo != nil && c.Hi != nil && *c.Lo != *c.Hi:
		return fmt.Sprint(*c.Lo, " - ", *c.Hi)
	case c.Anchor != nil:
		return fmt.Sprint(*c.Anchor)
	}
	return ""
}

// nation is the country of a nationality in the phrases of an entity, if it is
// not the one where the incident happened.
func (r *reading) nation(e *entity, home string) string {
	for _, i := range e.heads {
		h := r.heads[i]
		for _, w := range r.sentence(h).Words[h.first():h.ends[len(h.ends)-1]] {
			if country, ok := nationalities[w.Form]; ok && country != home {
				return country
			}
		}
	}
	return ""
}
