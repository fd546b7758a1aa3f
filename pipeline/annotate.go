package pipeline

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/resolve/actor"
	"github.com/opendateline/dateline/resolve/date"
	"github.com/opendateline/dateline/resolve/place"
)

// resolvers finds and resolves what a report names.
type resolvers struct {
	times  *date.Finder
	dates  *date.Resolver
	places *place.Gazetteer
	actors *actor.Registry
}

// Annotate finds the expressions of a report and resolves them. A report whose
// publication date is not known gets its window (DAT-16).
func (r *resolvers) Annotate(doc *dateline.Document) extract.Annotations {
	return extract.Annotations{Times: r.timesOf(doc), Places: r.placesOf(doc), Actors: r.actorsOf(doc)}
}

func (r *resolvers) timesOf(doc *dateline.Document) []extract.Time {
	exprs := r.times.Find(doc)
	resolved := r.dates.Resolve(doc, exprs)
	if p := &doc.Report.Published; !p.Earliest.Known() && !p.Latest.Known() {
		window := r.dates.PublishedWindow(doc, resolved)
		p.Earliest, p.Latest = window.Earliest, window.Latest
		resolved = r.dates.Resolve(doc, exprs)
	}
	out := make([]extract.Time, len(resolved))
	for i, x := range resolved {
		out[i] = extract.Time{Expression: x.Expression, Date: x.Date,
			Background: x.Governs == date.GovernsBackground, Reported: x.Governs == date.GovernsReported}
	}
	return out
}

func (r *resolvers) placesOf(doc *dateline.Document) []extract.Place {
	resolved := r.places.Resolve(doc, r.places.Find(doc))
	out := make([]extract.Place, len(resolved))
	for i, x := range resolved {
		out[i] = extract.Place{Expression: x.Expression, Ref: r.places.Ref(x, dateline.PlaceSite)}
		if x.Filing {
			out[i].Locative = false
		}
	}
	return out
}

func (r *resolvers) actorsOf(doc *dateline.Document) []extract.Actor {
	resolved := r.actors.Resolve(doc, r.actors.Find(doc))
	out := make([]extract.Actor, len(resolved))
	for i, x := range resolved {
		out[i] = extract.Actor{Expression: x.Expression, Ref: x.Ref}
		if x.Source != "" {
			out[i].Expression.Ref = x.Source
		}
	}
	return out
}
