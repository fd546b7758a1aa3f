package pipeline

import (
	"net/url"
	"slices"

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
	r.outlet(doc.Report)
	places, setting := r.placesOf(doc)
	actors := slices.DeleteFunc(r.actorsOf(doc, countriesOf(places)), func(a extract.Actor) bool { return standsAsPlace(a, places) })
	times := slices.DeleteFunc(r.timesOf(doc), func(x extract.Time) bool { return partOfPlace(x, places) })
	return extract.Annotations{Times: times, Places: places, Actors: actors, Setting: setting}
}

// standsAsPlace: "in Deir al-Balah" names no person, though persons are named so.
func standsAsPlace(a extract.Actor, places []extract.Place) bool {
	return a.Kind == dateline.PersonExpression && slices.ContainsFunc(places, func(x extract.Place) bool {
		return x.Locative && x.Start == a.Start && x.End == a.End && x.Class != place.ClassUnlisted
	})
}

// partOfPlace: "Winter Haven" and "14 July Bridge" name no time.
func partOfPlace(x extract.Time, places []extract.Place) bool {
	return slices.ContainsFunc(places, func(p extract.Place) bool {
		return p.Start <= x.Start && x.End <= p.End && p.End-p.Start > x.End-x.Start
	})
}

// outlet finds the source that a report comes from, by its name or the host of
// its address. What a party or an organisation puts out is of its genre, in
// whatever form it comes.
func (r *resolvers) outlet(report *dateline.Report) {
	source, ok := r.actors.SourceByName(report.Outlet)
	if !ok {
		for _, address := range []string{report.CanonicalURL, report.URL} {
			if u, err := url.Parse(address); err == nil && !ok && u.Host != "" {
				source, ok = r.actors.SourceByDomain(u.Hostname())
			}
		}
	}
	if !ok {
		return
	}
	report.OutletID = source.ID
	if genre, fixed := genreOf[source.Kind]; fixed {
		report.Genre = genre
	}
}

var genreOf = map[dateline.IssuerClass]dateline.Genre{
	dateline.IssuerArmedGroup: dateline.Propaganda, dateline.IssuerGovernment: dateline.OfficialStatement, dateline.IssuerMilitary: dateline.OfficialStatement,
	dateline.IssuerPolice: dateline.OfficialStatement, dateline.IssuerHospital: dateline.OfficialStatement,
	dateline.IssuerNGO: dateline.NGOReport, dateline.IssuerIGO: dateline.NGOReport,
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

// placesOf resolves the places that the text names, and those of its title and
// its outlet.
func (r *resolvers) placesOf(doc *dateline.Document) ([]extract.Place, extract.Setting) {
	resolved, around := r.places.ResolveAll(doc, r.places.FindAll(doc))
	setting := extract.Setting{Title: r.asPlaces(around.Title), Doubtful: r.asPlaces(around.Doubtful), Undecided: r.asPlaces(around.Undecided), Namesakes: r.asPlaces(around.Namesakes)}
	if ref, ok := r.places.HomeRef(around.Home); ok {
		setting.Home = extract.Home{Place: extract.Place{Ref: ref}, Town: around.Home.Town, Division: around.Home.Division}
	}
	return r.asPlaces(resolved), setting
}

func (r *resolvers) asPlaces(list []place.Resolved) []extract.Place {
	out := make([]extract.Place, len(list))
	for i, x := range list {
		out[i] = extract.Place{Expression: x.Expression, Ref: r.places.Ref(x, dateline.PlaceSite), Filing: x.Filing}
		if x.Filing {
			out[i].Locative = false
		}
	}
	return out
}

// countriesOf counts the places of each country.
func countriesOf(places []extract.Place) map[string]int {
	out := map[string]int{}
	for _, x := range places {
		if x.Ref.Country != "" {
			out[x.Ref.Country]++
		}
	}
	return out
}

func (r *resolvers) actorsOf(doc *dateline.Document, near map[string]int) []extract.Actor {
	resolved := r.actors.Resolve(doc, r.actors.Find(doc), near)
	out := make([]extract.Actor, 0, len(resolved))
	for _, x := range resolved {
		if x.Expression.Kind == dateline.ActorExpression && x.Ref.Kind == "" {
			continue // the words name nobody here
		}
		a := extract.Actor{Expression: x.Expression, Ref: x.Ref}
		if x.Source != "" {
			a.Expression.Ref = x.Source
		}
		if army, ok := r.actors.Military(x.Ref); ok && x.Expression.Kind == dateline.ActorExpression {
			a.Army = &army
		}
		out = append(out, a)
	}
	return out
}
