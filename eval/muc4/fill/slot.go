package fill

import (
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline/eval/muc4"
)

const none = "none"

// closed is a slot whose fills are items of a closed set: of the whole incident,
// or (roles) of its entities. The first item is the usual one.
type closed struct {
	slot  muc4.Slot
	roles []int
	items []string
	trust float64 // in a lesson: less where few lessons tell many words apart
}

// closedSlots are the closed slots that are decided by a stage each. An
// instrument's type stands twice: inferred without an instrument, and of one.
var closedSlots = []closed{
	{muc4.IncidentType, nil, types, 40},
	{muc4.Stage, nil, []string{"ACCOMPLISHED", "ATTEMPTED", "THREATENED"}, 40},
	{muc4.Category, nil, []string{"TERRORIST ACT", "STATE-SPONSORED VIOLENCE", none}, 4},
	{muc4.InstrumentType, nil, []string{none, "GUN", "BOMB", "MACHINE GUN", "EXPLOSIVE", "DYNAMITE", "VEHICLE BOMB"}, 40},
	{muc4.HumType, []int{name, described}, []string{"CIVILIAN", "POLITICAL FIGURE", "GOVERNMENT OFFICIAL", "LAW ENFORCEMENT", "LEGAL OR JUDICIAL", "ACTIVE MILITARY", "SECURITY GUARD", "FORMER GOVERNMENT OFFICIAL", "FORMER ACTIVE MILITARY", "DIPLOMAT"}, 10},
	{muc4.HumEffect, []int{name, described}, []string{none, "DEATH", "INJURY", "NO INJURY OR DEATH", "NO INJURY", "REGAINED FREEDOM", "NO DEATH"}, 40},
	{muc4.PhysType, []int{thing}, []string{"COMMERCIAL", "OTHER", "TRANSPORT VEHICLE", "ENERGY", "GOVERNMENT OFFICE OR RESIDENCE", "COMMUNICATIONS", "ORGANIZATION OFFICE", "FINANCIAL", "CIVILIAN RESIDENCE", "DIPLOMAT OFFICE OR RESIDENCE", "TRANSPORTATION ROUTE", "POLITICAL FIGURE OFFICE OR RESIDENCE", "LAW ENFORCEMENT FACILITY", "WATER"}, 40},
	{muc4.PhysEffect, []int{thing}, []string{none, "SOME DAMAGE", "DESTROYED", "NO DAMAGE"}, 4},
	{muc4.InstrumentType, []int{weapon}, []string{none, "BOMB", "GUN", "DYNAMITE", "EXPLOSIVE", "MACHINE GUN", "VEHICLE BOMB", "MORTAR", "GRENADE", "AERIAL BOMB", "RIFLE", "CUTTING DEVICE", "MOLOTOV COCKTAIL", "ROCKET", "FIRE", "MINE"}, 40},
	{muc4.OrganizationConfidence, []int{organization}, []string{"REPORTED AS FACT", "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "CLAIMED OR ADMITTED", "POSSIBLE"}, 4},
}

// leastAsked is the probability of a role from which on an entity's items are
// decided.
const leastAsked = .05

// questions lists what a closed slot asks of a message.
func (r *reading) questions(c closed) []question {
	var out []question
	for _, g := range r.groups {
		if c.roles == nil {
			out = append(out, question{c.slot, g, nil})
		}
		for _, role := range c.roles {
			for i, e := range r.entities[role] {
				if g.roles[role][i] >= leastAsked {
					out = append(out, question{c.slot, g, e})
				}
			}
		}
	}
	return out
}

func (r *reading) questionBag(q question) bag {
	if q.entity == nil {
		return r.groupBag(q.group, q.slot)
	}
	return r.entityBag(q.group, q.entity, q.slot)
}

// groupBag are the features of an incident for one of its closed slots. The type
// looks at its own sentences only.
func (r *reading) groupBag(g *group, slot muc4.Slot) bag {
	var b bag
	for _, s := range g.sentences {
		last := "#"
		for _, w := range r.Sentences[s].Words {
			if w.POS == "PUNCT" {
				continue
			}
			b.add("w", w.Lemma)
			b.add("ww", last, w.Lemma)
			last = w.Lemma
		}
		for role := range roleCount {
			for _, lemma := range r.strong(s, role) {
				b.add("role", strconv.Itoa(role), lemma)
			}
		}
	}
	for t, p := range g.kinds {
		b.add("kind", types[t], level(p))
		b.add("dk", types[t], level(r.document[t+1]))
	}
	b.add("k", types[g.kind])
	if slot == muc4.IncidentType {
		for _, w := range r.Sentences[r.top(g)].Words {
			b.add("tw", w.Lemma)
		}
		return b
	}
	for i := range r.Sentences {
		for _, w := range r.contents[i] {
			b.add("d", w)
		}
	}
	b.add("genre", r.Genre)
	b.add("city", r.City)
	r.perpetratorFeatures(&b, g)
	return b
}

func (r *reading) perpetratorFeatures(b *bag, g *group) {
	for _, role := range []int{attacker, organization} {
		best, text := .2, ""
		for i, e := range r.entities[role] {
			if g.roles[role][i] > best {
				best, text = g.roles[role][i], e.longest()
			}
		}
		b.add("top", strconv.Itoa(role), text)
		for _, w := range strings.Fields(text) {
			b.add("topw", strconv.Itoa(role), w)
		}
	}
}

// kindSlots ask what an entity is.
var kindSlots = []muc4.Slot{muc4.HumType, muc4.PhysType, muc4.InstrumentType}

// entityBag are the features of an entity for one of its closed slots: its words
// and what is linked to it; for what it is, the groups of its words; for what
// happened to it or is known of it, what the group says. Each would drown the
// other. What an instrument is depends on what was done with it.
func (r *reading) entityBag(g *group, e *entity, slot muc4.Slot) bag {
	var b bag
	kind := types[g.kind]
	b.add("k", kind)
	for t := range e.texts {
		b.add("text", t)
	}
	inside := slices.ContainsFunc(e.heads, func(i int) bool { return g.has(r.heads[i].sentence) })
	ofKind := slices.Contains(kindSlots, slot)
	for _, i := range e.heads {
		r.nominalFeatures(&b, i)
		here := !inside || g.has(r.heads[i].sentence)
		if ofKind {
			r.kindFeatures(&b, i)
		} else {
			r.partFeatures(&b, i, kind)
		}
		if here && (!ofKind || slot == muc4.InstrumentType) {
			r.contextFeatures(&b, i, kind)
		}
		if here && !ofKind {
			r.verbFeatures(&b, i, kind)
		}
		if e.role == name {
			r.linkedFeatures(&b, i)
		}
	}
	if e.role == organization {
		r.blameFeatures(&b, g, e)
	}
	if !ofKind {
		r.accountFeatures(&b, g)
	}
	return b
}

// partFeatures are what the reading of reports makes of a mention.
func (r *reading) partFeatures(b *bag, i int, kind string) {
	for _, x := range r.word(r.heads[i]).Found {
		b.add("told", x)
		b.add("toldk", x, kind)
	}
}

// accountFeatures are the words of a group.
func (r *reading) accountFeatures(b *bag, g *group) {
	for _, s := range g.sentences {
		for _, x := range r.contents[s] {
			b.add("c", x)
		}
	}
}

// nominalFeatures are the words of a mention.
func (r *reading) nominalFeatures(b *bag, i int) {
	h := r.heads[i]
	s := r.sentence(h)
	r.titleFeatures(b, i)
	b.add("p", s.at(h.first()-1).Form)
	b.add("hc", s.Words[h.word].Narrow)
	top := r.tops[h.sentence][h.word]
	if top != h.word {
		b.add("top", s.Words[top].Lemma)
	}
	for _, x := range r.children[h.sentence][top] {
		switch w := &s.Words[x]; w.relation() {
		case "appos", "compound", "flat", "nmod":
			b.add("ch", w.Rel, w.Lemma)
		}
	}
}

// titleFeatures are a head with what stands before and after it.
func (r *reading) titleFeatures(b *bag, i int) {
	h := r.heads[i]
	s := r.sentence(h)
	lemma := s.Words[h.word].Lemma
	b.add("h", lemma)
	for j := h.first(); j < h.word; j++ {
		b.add("m", s.Words[j].Lemma)
		b.add("mh", s.Words[j].Lemma, lemma)
	}
	for j := h.word + 1; j < h.ends[len(h.ends)-1]; j++ {
		b.add("pp", s.Words[j].Lemma)
	}
}

// linkedFeatures are the titles linked to a name.
func (r *reading) linkedFeatures(b *bag, i int) {
	for _, j := range r.of[r.heads[i].sentence] {
		if r.linked[[2]int{j, i}] > .3 {
			r.titleFeatures(b, j)
		}
	}
}

func (r *reading) contextFeatures(b *bag, i int, kind string) {
	h := r.heads[i]
	s := r.sentence(h)
	for _, g := range r.paths[i] {
		b.add("g", g)
		b.add("gk", g, kind)
	}
	for _, x := range r.contents[h.sentence] {
		b.add("s", x)
		b.add("sk", x, kind)
	}
	for j := 1; j <= 3; j++ {
		b.add("b", s.at(h.first()-j).Form)
	}
	for j := 1; j <= 4; j++ {
		b.add("a", s.at(h.word+j).Form)
	}
}

// kindFeatures are the groups that the words of a mention belong to, and their
// senses.
func (r *reading) kindFeatures(b *bag, i int) {
	h := r.heads[i]
	s := r.sentence(h)
	for j := h.first(); j < h.ends[len(h.ends)-1]; j++ {
		for _, sense := range r.senses[h.sentence][j] {
			b.add("kind", sense, yes(j == h.word), yes(j > h.word))
		}
	}
	b.add("hf", s.Words[h.word].Form)
	b.add("hw", s.Words[h.word].Wide)
	for j := h.first(); j < h.word; j++ {
		b.add("mc", s.Words[j].Narrow)
		b.add("mw", s.Words[j].Wide)
	}
	for j := h.word + 1; j < h.ends[len(h.ends)-1]; j++ {
		b.add("ppc", s.Words[j].Narrow)
	}
}

// verbFeatures are the nearest verbs of a mention, what governs it, and what else
// hangs there or on the mention.
func (r *reading) verbFeatures(b *bag, i int, kind string) {
	h := r.heads[i]
	s := r.sentence(h)
	for _, direction := range []int{-1, 1} {
		if v := s.nearestVerb(h.word, direction); v != nil {
			d := strconv.Itoa(direction)
			b.add("v", d, v.Lemma)
			b.add("vk", d, v.Lemma, kind)
			b.add("vc", d, v.Narrow)
		}
	}
	top := r.tops[h.sentence][h.word]
	for _, c := range r.children[h.sentence][top] {
		b.add("tc", s.Words[c].Rel, s.Words[c].Lemma)
	}
	_, up := r.step(h.sentence, top)
	if up < 0 {
		return
	}
	b.add("up", s.Words[up].Lemma)
	b.add("upr", s.Words[top].Rel, s.Words[up].Lemma)
	for _, c := range r.children[h.sentence][up] {
		b.add("uc", s.Words[c].Rel, s.Words[c].Lemma)
	}
}
