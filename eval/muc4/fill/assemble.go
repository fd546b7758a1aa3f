package fill

import (
	"slices"
	"sort"
	"strings"

	"github.com/opendateline/dateline/eval/muc4"
)

// limits are the probabilities from which on something is taken.
type limits struct {
	Valid float64                    // of a group
	Roles [roleCount]float64         // of a group times an entity's role
	Same  float64                    // of two entities being one fill
	Link  float64                    // of a description being a name's
	Alone float64                    // of a role where a template would have no content
	Items [muc4.HumTotal + 1]float64 // by slot: of a group times an entity's role times a value
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
	d := &draft{Template: muc4.Template{Message: r.ID}, reading: r, group: g, limits: l}
	kind := r.kindFor(g)
	d.add(muc4.IncidentType, kind, "")
	for _, slot := range []muc4.Slot{muc4.Stage, muc4.Date, muc4.Location, muc4.Category} {
		d.ask(slot, picked{nil, g.valid}, "")
	}
	d.perpetrators()
	if kind != "KIDNAPPING" && kind != "ARSON" {
		d.instruments()
	}
	if kind != "KIDNAPPING" {
		d.things()
	}
	d.people()
	return d.Template
}

// leastNarrow is how sure a type narrower than ATTACK must be: a wrong one costs
// all fills of the template, the wider one half a fill.
const leastNarrow = .75

// kindFor is the type of a group: an ATTACK, which stands for all types
// (guidelines 3.2.4), where no narrower one is sure enough.
func (r *reading) kindFor(g *group) string {
	if best := r.set[question{muc4.IncidentType, g, nil}]; best.p >= leastNarrow {
		return best.value
	}
	return types[0]
}

// draft is a template that is being filled.
type draft struct {
	muc4.Template
	*reading
	group  *group
	limits limits
}

// picked is an entity that fills a role, nil for the incident, and how surely.
type picked struct {
	*entity
	p float64
}

// add adds a fill unless there is none.
func (d *draft) add(slot muc4.Slot, value, ref string) {
	if value != "" {
		d.Template.Add(slot, value, ref)
	}
}

// ask adds the best item of a slot if it is sure enough.
func (d *draft) ask(slot muc4.Slot, about picked, ref string) {
	if best := d.set[question{slot, d.group, about.entity}]; best.p*about.p >= d.limits.Items[slot] {
		d.add(slot, best.value, ref)
	}
}

// pick takes the entities of a role, the surest first, and of those that are one
// fill the surest.
func (d *draft) pick(role int) []picked {
	var all, out []picked
	for i, e := range d.entities[role] {
		if p := d.group.roles[role][i] * d.group.valid; p >= d.limits.Roles[role] {
			all = append(all, picked{e, p})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].p > all[j].p })
	for _, e := range all {
		if !slices.ContainsFunc(out, func(o picked) bool { return d.sameFill(e.entity, o.entity) > d.limits.Same }) {
			out = append(out, e)
		}
	}
	return out
}

func (r *reading) sameFill(a, b *entity) float64 {
	return max(r.same[couple{a, b}], r.same[couple{b, a}])
}

func (d *draft) perpetrators() {
	for _, e := range d.pick(attacker) {
		d.add(muc4.PerpIndividual, e.text(), "")
	}
	for _, e := range d.pick(organization) {
		d.add(muc4.PerpOrganization, e.text(), "")
		d.ask(muc4.OrganizationConfidence, e, e.text())
	}
}

func (d *draft) instruments() {
	for _, e := range d.pick(weapon) {
		d.add(muc4.InstrumentID, e.text(), "")
		d.ask(muc4.InstrumentType, e, e.text())
	}
	if len(d.Fills[muc4.InstrumentType]) == 0 {
		d.ask(muc4.InstrumentType, picked{nil, d.group.valid}, "-")
	}
}

func (d *draft) things() {
	for _, e := range d.pick(thing) {
		text := e.text()
		d.add(muc4.PhysID, text, "")
		d.ask(muc4.PhysType, e, text)
		d.ask(muc4.PhysNumber, e, text)
		d.add(muc4.PhysNation, d.nation(e.entity, d.country()), text)
		d.ask(muc4.PhysEffect, e, text)
	}
}

func (d *draft) country() string {
	if len(d.Fills[muc4.Location]) == 0 {
		return ""
	}
	name, _ := countryOf(d.Fills[muc4.Location][0].Values[0])
	return name
}

func countryOf(place string) (country string, more bool) {
	country, _, more = strings.Cut(place, ":")
	return country, more
}

// people fills the slots of human targets. A description linked to a name that
// is taken refers to it; the other slots then refer to the name.
func (d *draft) people() {
	names := d.pick(name)
	nations := map[*entity]string{}
	for _, e := range names {
		nations[e.entity] = d.nation(e.entity, d.country())
	}
	var alone []picked
	for _, e := range d.pick(described) {
		called := d.calledBy(e.entity, names)
		if called == nil {
			alone = append(alone, e)
			continue
		}
		d.add(muc4.HumDescription, e.text(), called.text())
		if n := d.nation(e.entity, d.country()); n != "" {
			nations[called] = n
		}
	}
	for _, e := range names {
		d.add(muc4.HumName, e.text(), "")
		d.add(muc4.HumNumber, "1", e.text())
		d.person(e, nations[e.entity])
	}
	for _, e := range alone {
		d.add(muc4.HumDescription, e.text(), "")
		d.ask(muc4.HumNumber, e, e.text())
		d.person(e, d.nation(e.entity, d.country()))
	}
}

func (d *draft) calledBy(e *entity, names []picked) *entity {
	var best *entity
	least := d.limits.Link
	for _, n := range names {
		if p := d.linkOf(e, n.entity); p > least {
			best, least = n.entity, p
		}
	}
	return best
}

func (d *draft) person(e picked, nation string) {
	d.ask(muc4.HumType, e, e.text())
	d.add(muc4.HumNation, nation, e.text())
	d.ask(muc4.HumEffect, e, e.text())
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
