package export

import (
	"github.com/opendateline/dateline"
)

// Record is one incident with everything that an export may cite. Maps are
// keyed by internal id; what is not known may be missing.
type Record struct {
	Incident dateline.Incident
	Claims   []dateline.Claim
	Reports  map[dateline.ID]*dateline.Report
	Passages map[dateline.ID]dateline.Passage
	Origins  map[dateline.ID]*dateline.Origin
	Sources  map[dateline.ID]*dateline.Source
	Actors   map[dateline.ID]*dateline.Actor
	Places   map[dateline.ID]*dateline.Place
	Public   map[dateline.ID]dateline.PublicID
	Mentions []dateline.Mention
	Revised  string // RFC 3339 UTC, time of the last revision; "" if not known

	seals  seals
	own    []dateline.Figure // the record's own figures, where a format counts by another preset
	pieces []piece           // which day or site of the whole record this is; none for a whole one
}

// Figures gives the figures of a record under a named preset (domain §3.2).
// The formats of other datasets count by it.
type Figures interface {
	Under(preset string, r Record) ([]dateline.Figure, error)
}

// Options say what may go out and how.
type Options struct {
	Unreviewed bool    // take unreviewed incidents along in the formats of other datasets, each marked (ETH-14)
	Preset     string  // the rules for numbers, where the format has none of its own; "" keeps the record's
	Figures    Figures // needed with a preset, so by the formats of other datasets
	Gate       Gate
	Notice     string // stands at the head of JSON, GeoJSON and provenance, and on every row of the other formats that has room: what a reader must know of the data
	InterCodes bool   // ACLED: numbers instead of words for kinds of actors
}

// public is the id that people see, or the internal one where none is known.
func (r *Record) public(id dateline.ID) string {
	if p, ok := r.Public[id]; ok {
		return string(p)
	}
	return string(id)
}

// id is the public id of the incident.
func (r *Record) id() string {
	if r.Incident.Public != "" {
		return string(r.Incident.Public)
	}
	return r.public(r.Incident.ID)
}

// place is where it happened; the zero PlaceRef has precision "" for unknown.
func (r *Record) place() dateline.PlaceRef {
	if r.Incident.Place.Ref == nil {
		return dateline.PlaceRef{Precision: dateline.P9}
	}
	return *r.Incident.Place.Ref
}

// actor is the first actor that did or suffered it, by role, or nil.
func (r *Record) actor(roles ...dateline.ActorRole) *dateline.FactActor {
	for i := range r.Incident.Actors {
		for _, role := range roles {
			if r.Incident.Actors[i].Role == role {
				return &r.Incident.Actors[i]
			}
		}
	}
	return nil
}

// target is the first target, or nil.
func (r *Record) target() *dateline.FactTarget {
	if len(r.Incident.Targets) == 0 {
		return nil
	}
	return &r.Incident.Targets[0]
}

// number is the best figure of a measure for everybody, nil if not known.
func (r *Record) number(m dateline.Measure, p dateline.Population) *int {
	if f := r.Incident.Figure(m, p); f != nil {
		return f.Best
	}
	return nil
}

// stated says whether anybody is known to have been killed or wounded.
func (r *Record) stated(measures ...dateline.Measure) bool {
	for _, f := range r.Incident.Figures {
		for _, m := range measures {
			if f.Measure == m && (positive(f.Best) || positive(f.Low) || positive(f.High)) {
				return true
			}
		}
	}
	return false
}

func positive(n *int) bool { return n != nil && *n > 0 }
