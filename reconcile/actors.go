package reconcile

import (
	"slices"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
)

// actors lists who did and who suffered, one entry for each actor and role,
// with the certainty that the claims give (§1.6). Perpetrators come from
// claims, of the act or of responsibility for it (§7.5); other roles from the
// mentions.
func (d *docket) actors() []dateline.FactActor {
	groups := map[string][]*voice{}
	refs := map[string]dateline.ActorRef{}
	for _, v := range d.heard(dateline.AttrPerpetrator) {
		if a := v.claim.Value.Actor; a != nil {
			ref := *a
			if ref.Role == "" {
				ref.Role = dateline.RolePerpetrator
			}
			key := actorKey(ref)
			if _, ok := refs[key]; !ok {
				refs[key] = ref
			}
			groups[key] = append(groups[key], v)
		}
	}
	for _, v := range d.heard(dateline.AttrResponsibility) {
		s := v.claim.Value.Stance
		if s == nil || s.Actor.Actor == "" && s.Actor.Kind != dateline.ActorOrganisedNonstate || s.Stance == dateline.StanceDenied {
			continue
		}
		ref := s.Actor
		ref.Role = dateline.RolePerpetrator
		key := actorKey(ref)
		if _, ok := refs[key]; !ok {
			refs[key] = ref
		}
		groups[key] = append(groups[key], v)
	}
	for _, m := range d.mentions {
		for _, a := range m.Actors {
			if key := actorKey(a); refs[key].Text == "" && refs[key].Name == "" {
				refs[key] = a
			}
		}
	}
	joinNameless(refs, groups)
	out := make([]dateline.FactActor, 0, len(refs))
	for _, key := range sortedStrings(refs) {
		a := dateline.FactActor{ActorRef: calmActor(refs[key]), Claims: claimIDs(groups[key])}
		if a.Role == dateline.RolePerpetrator {
			a.Certainty = d.certainty(a.ActorRef, groups[key])
		}
		out = append(out, a)
	}
	sort.SliceStable(out, func(i, j int) bool { return d.actorRank(out[i], out[j], groups) })
	return out
}

// joinNameless makes one of descriptions of nameless people of which one says
// more than the other: "an officer" and "an Amarillo police officer". Within one
// incident they are the same; across incidents never (ACT-5).
func joinNameless(refs map[string]dateline.ActorRef, groups map[string][]*voice) {
	keys := sortedStrings(refs)
	for i, a := range keys {
		for _, b := range keys[i+1:] {
			x, here := refs[a]
			y, there := refs[b]
			if !here || !there || !sameNameless(x, y) {
				continue
			}
			keep, drop := a, b
			if len(descriptive(y.Name)) > len(descriptive(x.Name)) {
				keep, drop = b, a
			}
			groups[keep] = append(groups[keep], groups[drop]...)
			delete(refs, drop)
			delete(groups, drop)
		}
	}
}

func sameNameless(a, b dateline.ActorRef) bool {
	if a.Actor != "" || b.Actor != "" || a.Kind != dateline.ActorUnidentified || b.Kind != dateline.ActorUnidentified || a.Role != b.Role || a.Linked != b.Linked {
		return false
	}
	x, y := descriptive(a.Name), descriptive(b.Name)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	return !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) }) &&
		!slices.ContainsFunc(y, func(w string) bool { return tellsApart[w] && !slices.Contains(x, w) })
}

// tellsApart are words that set people apart from others of their kind.
var tellsApart = map[string]bool{"another": true, "other": true, "second": true, "third": true, "fourth": true, "separate": true}

// descriptive are the words of a description without its article.
func descriptive(name string) []string {
	return slices.DeleteFunc(strings.Fields(strings.ToLower(name)), func(w string) bool { return w == "a" || w == "an" || w == "the" })
}

// actorRank puts the actor first, within a role, whom the registry knows, of
// whom the reports are surest, the armed group before the force that it fought,
// and who has the best backing.
func (d *docket) actorRank(a, b dateline.FactActor, groups map[string][]*voice) bool {
	if a.Role != b.Role {
		return a.Role < b.Role
	}
	if known := a.Actor != ""; known != (b.Actor != "") {
		return known
	}
	if x, y := sureness[a.Certainty], sureness[b.Certainty]; x != y {
		return x > y
	}
	if x, y := a.Kind.ArmedGroup(), b.Kind.ArmedGroup(); x != y && d.clash() {
		return x
	}
	x, y := backingOf(groups[actorKey(a.ActorRef)]), backingOf(groups[actorKey(b.ActorRef)])
	return x != y && x.beats(y)
}

// clash: some account tells of two sides that fought each other.
func (d *docket) clash() bool {
	return slices.ContainsFunc(d.mentions, func(m dateline.Mention) bool { return m.Facets.Act == dateline.Clash })
}

// sureness orders what claims say of a perpetrator.
var sureness = map[dateline.Certainty]int{dateline.CertainConfirmed: 3, dateline.CertainSelf: 2, dateline.CertainAttributed: 2, dateline.CertainSuspected: 1}

func actorKey(a dateline.ActorRef) string {
	name := string(a.Actor)
	if name == "" {
		name = "~" + strings.ToLower(a.Name)
	}
	if a.Linked {
		name += " linked"
	}
	return string(a.Role) + " " + name
}

func sortedStrings[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// certainty of a perpetrator: found by a court, said by itself, stated or
// attributed by others, only suspected.
func (d *docket) certainty(a dateline.ActorRef, voices []*voice) dateline.Certainty {
	for _, wanted := range []struct {
		stance    dateline.Stance
		certainty dateline.Certainty
	}{{dateline.StanceConvicted, dateline.CertainConfirmed}, {dateline.StanceClaimed, dateline.CertainSelf}} {
		for _, v := range d.heard(dateline.AttrResponsibility) {
			if s := v.claim.Value.Stance; s != nil && s.Stance == wanted.stance && a.Actor != "" && s.Actor.Actor == a.Actor {
				return wanted.certainty
			}
		}
	}
	if len(voices) == 0 {
		return orUnknown(a.Certainty)
	}
	for _, v := range voices {
		if v.claim.Modality == dateline.Asserted || v.claim.Modality == dateline.Attributed {
			return dateline.CertainAttributed
		}
	}
	return dateline.CertainSuspected
}

func orUnknown(c dateline.Certainty) dateline.Certainty {
	if c == "" {
		return dateline.CertainUnknown
	}
	return c
}

// disputeActors marks the perpetrators that an open contradiction is about.
func (d *docket) disputeActors(inc *dateline.Incident) {
	disputed := map[dateline.ID]bool{}
	for _, c := range inc.Contradictions {
		if c.Status == "open" && (c.Type == dateline.ContraActorIdentity || c.Type == dateline.ContraResponsibility) {
			for _, s := range c.Sides {
				for _, id := range s.Claims {
					disputed[id] = true
				}
			}
		}
	}
	actors := map[dateline.ID]bool{}
	for _, v := range d.byAttr[dateline.AttrResponsibility] {
		if s := v.claim.Value.Stance; s != nil && disputed[v.claim.ID] {
			actors[s.Actor.Actor] = true
		}
	}
	for i, a := range inc.Actors {
		touched := a.Actor != "" && actors[a.Actor]
		for _, id := range a.Claims {
			touched = touched || disputed[id]
		}
		if touched && a.Role == dateline.RolePerpetrator {
			inc.Actors[i].Certainty = dateline.CertainDisputed
		}
	}
}

// targets lists what was aimed at, the best backed first.
func (d *docket) targets() []dateline.FactTarget {
	groups := map[string][]*voice{}
	values := map[string]dateline.Target{}
	for _, v := range d.heard(dateline.AttrTarget) {
		if t := v.claim.Value.Target; t != nil {
			key := strings.ToLower(string(t.Category) + " " + targetWords(*t))
			if old, ok := values[key]; !ok || (!old.Unique && t.Unique) {
				values[key] = *t
			}
			groups[key] = append(groups[key], v)
		}
	}
	keys := sortedStrings(values)
	sort.SliceStable(keys, func(i, j int) bool { return targetRank(values, groups, keys[i], keys[j]) })
	out := make([]dateline.FactTarget, 0, len(keys))
	for _, key := range keys {
		claims := claimIDs(groups[key])
		if k := slices.IndexFunc(out, func(o dateline.FactTarget) bool { return sameThing(o.Target, values[key]) }); k >= 0 {
			out[k].Claims = append(out[k].Claims, claims...)
			continue
		}
		out = append(out, dateline.FactTarget{Target: values[key], Claims: claims})
	}
	return out
}

// sameThing: two descriptions of a nameless target of one category, of which one
// says more: "bus" and "passenger bus".
func sameThing(a, b dateline.Target) bool {
	x, y := strings.ToLower(targetWords(a)), strings.ToLower(targetWords(b))
	if a.Name != "" || b.Name != "" || a.Category != b.Category || x == "" || y == "" || head(x) != head(y) {
		return false
	}
	if len(a.Nationality) > 0 && len(b.Nationality) > 0 && !slices.Equal(a.Nationality, b.Nationality) {
		return false
	}
	return strings.Contains(" "+x+" ", " "+y+" ") || strings.Contains(" "+y+" ", " "+x+" ")
}

func targetRank(values map[string]dateline.Target, groups map[string][]*voice, a, b string) bool {
	x, y := backingOf(groups[a]), backingOf(groups[b])
	if x != y {
		return x.beats(y)
	}
	if values[a].Unique != values[b].Unique {
		return values[a].Unique
	}
	return (values[a].Specific != "") && (values[b].Specific == "")
}

// stances are the voices that take a stance on who did it; a claim or denial
// that is attached to the incident is one too.
func (d *docket) stances() []*voice {
	var out []*voice
	for _, v := range d.byAttr[dateline.AttrResponsibility] {
		if v.claim.Value.Stance != nil && v.claim.Status != dateline.Withdrawn {
			out = append(out, v)
		}
	}
	return out
}

// responsibility lists every stance and who took it; who claims for whom is
// kept apart, and a denial removes nothing (§7.5).
func (d *docket) responsibility() []dateline.Responsibility {
	groups := map[string][]*voice{}
	values := map[string]dateline.Responsibility{}
	for _, v := range d.stances() {
		s := v.claim.Value.Stance
		by := v.source()
		key := string(s.Stance) + " " + actorKey(s.Actor) + " " + by
		if _, ok := values[key]; !ok {
			values[key] = dateline.Responsibility{Actor: s.Actor, Stance: s.Stance, By: by}
		}
		groups[key] = append(groups[key], v)
	}
	var out []dateline.Responsibility
	for _, key := range sortedStrings(values) {
		value := values[key]
		value.Claims = claimIDs(groups[key])
		out = append(out, value)
	}
	return out
}

// texts gathers the facts that are kept in words, equal words together.
func (d *docket) texts() []dateline.FactText {
	var out []dateline.FactText
	for _, attribute := range []dateline.Attribute{dateline.AttrAttackerName, dateline.AttrDamage, dateline.AttrVictimIdentity,
		dateline.AttrMotive, dateline.AttrSequence, dateline.AttrSuperlative} {
		groups := map[string][]*voice{}
		for _, v := range d.heard(attribute) {
			if text := v.claim.Value.Text; text != "" {
				groups[text] = append(groups[text], v)
			}
		}
		for _, text := range sortedStrings(groups) {
			out = append(out, dateline.FactText{Attribute: attribute, Text: text, Claims: claimIDs(groups[text])})
		}
	}
	return out
}
