package reconcile

import (
	"sort"

	"github.com/opendateline/dateline"
)

// Version names this stage in decisions.
const Version = "1"

// Input is all that is known about one incident.
type Input struct {
	Incident  dateline.ID // its id if it is minted already; it goes into the ids of figures and decisions
	Mentions  []dateline.Mention
	Attached  []dateline.Mention // that speak of it without being accounts of it: denials, claims of responsibility
	Claims    []dateline.Claim
	Origins   map[dateline.ID]dateline.Origin
	Reports   map[dateline.ID]*dateline.Report
	Probable  map[dateline.ID]bool // mentions below the link threshold
	Decisions []dateline.Decision  // those of people, replayed over the result
}

// Relater tells how two registered actors stand to each other: one of the
// Relation words.
type Relater interface {
	Relate(a, b dateline.ID) string
}

// Relation words (ACT-2).
const (
	RelationSame      = "same"
	RelationAffiliate = "affiliate" // parent, affiliate, faction, unit: a difference of granularity
	RelationUnrelated = "unrelated"
	RelationUnknown   = "unknown"
)

// NameComparer compares two personal names: one of the Names words (ACT-6).
type NameComparer interface {
	CompareNames(a, b string) string
}

// Words of a comparison of names (ACT-6, ACT-7).
const (
	NamesSame      = "same"
	NamesVariant   = "variant" // the byname differs
	NamesKunya     = "kunya"   // the given name agrees, the kunya differs
	NamesDifferent = "different"
)

// Reconciler makes records under one preset. Relate and Names may be nil: then
// different ids are of unknown relation, and names compare by their letters.
type Reconciler struct {
	Rules  Rules
	Relate Relater
	Names  NameComparer
}

// Incident reconciles the claims into one record, and gives one decision for
// each value it chose. ID, Public, Revision and the fields of merging and
// splitting are left to the caller.
func (r *Reconciler) Incident(in Input) (dateline.Incident, []dateline.Decision) {
	d := r.open(in)
	inc := dateline.Incident{ID: in.Incident, Probable: sortedKeys(in.Probable)}
	inc.Mentions, inc.Reports = d.mentionIDs(), d.reportIDs()
	inc.Facets, inc.SubCount, inc.Clarity = d.facets(), d.subCount(), d.clarity()
	inc.Sites, inc.Ordinal = d.sites(), d.ordinal()
	inc.SubCount = max(inc.SubCount, len(inc.Sites))
	inc.Type = inc.Facets.Type()
	inc.Date, inc.Place, inc.Start = d.date(), d.place(), d.start()
	inc.Actors, inc.Targets = d.actors(), d.targets()
	inc.Responsibility, inc.Texts = d.responsibility(), d.texts()
	inc.Figures = d.figures()
	inc.Contradictions = d.contradictions(&inc)
	d.settleContradictions(&inc)
	d.disputeActors(&inc)
	inc.Independence = d.independence()
	inc.Title = title(&inc)
	inc.Status = d.status()
	inc.Support = d.support(&inc)
	inc.DisplayGrade = d.displayGrade(&inc)
	return inc, d.decisions
}

// Claims gives the claims of the input with their status after supersession
// (CAS-7), whether their speaker is a party (CAS-8), and their grades (§8.5),
// in the order of their ids.
func (r *Reconciler) Claims(in Input) []dateline.Claim {
	d := r.open(in)
	grades := d.grades()
	claims := make([]dateline.Claim, 0, len(d.voices))
	for _, v := range d.voices {
		c := v.claim
		c.Interested, c.Grade = v.interested, grades[c.ID]
		claims = append(claims, c)
	}
	return claims
}

// Grades gives the grade of every claim (§8.5): default, or as a person set it.
func (r *Reconciler) Grades(in Input) map[dateline.ID]dateline.Grade { return r.open(in).grades() }

func sortedKeys(set map[dateline.ID]bool) []dateline.ID {
	var ids []dateline.ID
	for id, in := range set {
		if in {
			ids = append(ids, id)
		}
	}
	sortIDs(ids)
	return ids
}

func sortIDs(ids []dateline.ID) { sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] }) }

// union joins sets of ids into one sorted list without repeats.
func union(lists ...[]dateline.ID) []dateline.ID {
	set := map[dateline.ID]bool{}
	for _, list := range lists {
		for _, id := range list {
			set[id] = true
		}
	}
	delete(set, "")
	return sortedKeys(set)
}
