package reconcile

import (
	"sort"

	"github.com/opendateline/dateline"
)

// voice is one claim with everything that decides its weight.
type voice struct {
	claim      dateline.Claim
	origin     dateline.Origin
	mention    *dateline.Mention // nil if the input lacks it
	report     *dateline.Report  // nil if the input lacks it
	asOf       moment
	interested bool
}

// docket is one incident's claims, indexed, with the decisions made so far.
type docket struct {
	*Reconciler
	in        Input
	voices    []*voice // in the order of claim ids
	byAttr    map[dateline.Attribute][]*voice
	mentions  []dateline.Mention // in the order of ids
	people    []dateline.Decision
	decisions []dateline.Decision
}

func (r *Reconciler) open(in Input) *docket {
	d := &docket{Reconciler: r, in: in, byAttr: map[dateline.Attribute][]*voice{}, people: standing(in.Decisions)}
	d.mentions = append(d.mentions, in.Mentions...)
	sort.Slice(d.mentions, func(i, j int) bool { return d.mentions[i].ID < d.mentions[j].ID })
	d.hear()
	d.markInterested()
	for _, attribute := range dateline.Attributes {
		supersede(d.byAttr[attribute])
	}
	return d
}

// hear makes a voice of every claim, in the order of ids, repeats left out.
func (d *docket) hear() {
	mentions := map[dateline.ID]*dateline.Mention{}
	for i := range d.mentions {
		mentions[d.mentions[i].ID] = &d.mentions[i]
	}
	for i := range d.in.Attached {
		mentions[d.in.Attached[i].ID] = &d.in.Attached[i]
	}
	claims := append([]dateline.Claim(nil), d.in.Claims...)
	sort.Slice(claims, func(i, j int) bool { return claims[i].ID < claims[j].ID })
	for i, c := range claims {
		if i > 0 && c.ID == claims[i-1].ID {
			continue
		}
		v := &voice{claim: c, mention: mentions[c.MentionID], report: d.in.Reports[c.ReportID]}
		v.origin = d.originOf(v)
		v.asOf = asOf(v)
		if d.withdrawn(c.ID) {
			v.claim.Status = dateline.Withdrawn
		}
		d.voices = append(d.voices, v)
		d.byAttr[c.Attribute] = append(d.byAttr[c.Attribute], v)
	}
}

// originOf gives the origin that link traced, or one of unknown origin for the
// whole story family when it traced none (§8.3).
func (d *docket) originOf(v *voice) dateline.Origin {
	if o, ok := d.in.Origins[v.claim.Origin]; ok && v.claim.Origin != "" {
		return o
	}
	if v.claim.Origin != "" {
		return dateline.Origin{ID: v.claim.Origin, Kind: dateline.UnknownSecondary}
	}
	key := v.claim.ReportID
	if v.report != nil && v.report.Family != "" {
		key = v.report.Family
	}
	return dateline.Origin{ID: dateline.NewID(dateline.PrefixOrigin, "untraced", string(key)), Kind: dateline.UnknownSecondary}
}

// markInterested flags voices whose innermost speaker is a party (CAS-8).
func (d *docket) markInterested() {
	parties := d.parties()
	for _, v := range d.voices {
		speaker := v.claim.Innermost()
		v.interested = v.claim.Interested || v.origin.Interested ||
			v.origin.Kind == dateline.PropagandaRelease || speaker.Kind == dateline.PropagandaRelease ||
			parties[v.origin.Actor] || parties[speaker.Actor]
	}
}

// parties are the actors who fought: perpetrators, and in a clash both sides.
func (d *docket) parties() map[dateline.ID]bool {
	parties := map[dateline.ID]bool{}
	for _, m := range d.mentions {
		for _, a := range m.Actors {
			if a.Role == dateline.RolePerpetrator || (m.Facets.Act == dateline.Clash && a.Role == dateline.RoleTarget) {
				parties[a.Actor] = true
			}
		}
	}
	delete(parties, "")
	return parties
}

// counts says whether the voice may speak for the incident at all: its mention
// is an account of a single incident (CAS-9) and the claim is neither withdrawn, denied
// nor superseded.
func (v *voice) counts() bool {
	if v.mention != nil && v.mention.Kind != dateline.KindIncident && v.mention.Kind != dateline.KindFoiled {
		return false
	}
	return (v.claim.Status == dateline.Active || v.claim.Status == "") && v.claim.Modality != dateline.Denied
}

// heard gives the voices on an attribute that count.
func (d *docket) heard(attribute dateline.Attribute) []*voice {
	var out []*voice
	for _, v := range d.byAttr[attribute] {
		if v.counts() {
			out = append(out, v)
		}
	}
	return out
}

func (d *docket) mentionIDs() []dateline.ID {
	set := map[dateline.ID]bool{}
	for _, m := range d.mentions {
		set[m.ID] = true
	}
	for _, m := range d.in.Attached {
		set[m.ID] = true
	}
	return sortedKeys(set)
}

func (d *docket) reportIDs() []dateline.ID {
	set := map[dateline.ID]bool{}
	for _, m := range d.mentions {
		set[m.ReportID] = true
	}
	for _, v := range d.voices {
		set[v.claim.ReportID] = true
	}
	delete(set, "")
	return sortedKeys(set)
}

func claimIDs(voices []*voice) []dateline.ID {
	ids := make([]dateline.ID, 0, len(voices))
	for _, v := range voices {
		ids = append(ids, v.claim.ID)
	}
	return union(ids)
}
