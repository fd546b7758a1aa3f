package velmara

import (
	"strings"

	"github.com/opendateline/dateline"
)

// Place is an entry for the gazetteer with the other names it bears.
type Place struct {
	dateline.Place
	Names []string
}

// Gazetteer lists the places of Velmara and of its neighbour Ostramir, those
// that hold others first.
func Gazetteer() ([]Place, error) {
	t := open("places.tsv", 15)
	list := make([]Place, 0, len(t.rows))
	for _, r := range t.rows {
		list = append(list, r.place())
	}
	return list, t.bad
}

func (r row) place() Place {
	c := r.cells
	p := Place{Names: r.list(14), Place: dateline.Place{
		ID: placeID(c[0]), Name: c[1], ASCII: c[1], FeatureClass: c[2], FeatureCode: c[3], Country: c[4], Country2: c[5],
		Admin1: c[6], Admin2: c[7], Lat: r.degrees(8), Lon: r.degrees(9), RadiusM: r.number(10), Precision: dateline.PlacePrecision(c[11]),
	}}
	if c[12] != "" {
		p.Parent = placeID(c[12])
	}
	if n := r.number(13); n != nil {
		p.Population = *n
	}
	return p
}

func placeID(key string) dateline.ID { return dateline.NewID(dateline.PrefixPlace, "velmara", key) }

// Actors lists the states, forces and armed groups. A name that ends in "*" in
// the table is ambiguous: it is theirs only where the report speaks of them.
func Actors() ([]dateline.Actor, error) {
	t := open("actors.tsv", 5)
	list := make([]dateline.Actor, 0, len(t.rows))
	for _, r := range t.rows {
		a := dateline.Actor{ID: actorID(r.cells[0]), Name: r.cells[0], Kind: dateline.ActorKind(r.cells[1]), Country: r.cells[2]}
		for _, p := range r.list(3) {
			relation, name, _ := strings.Cut(p, " ")
			a.Parents = append(a.Parents, dateline.Parent{Actor: actorID(name), Relation: relation})
		}
		for _, name := range r.list(4) {
			text, ambiguous := strings.CutSuffix(name, "*")
			a.Aliases = append(a.Aliases, dateline.Alias{Text: text, Ambiguous: ambiguous})
		}
		list = append(list, a)
	}
	return list, t.bad
}

// Sources lists those who speak in the reports.
func Sources() ([]dateline.Source, error) {
	t := open("sources.tsv", 8)
	list := make([]dateline.Source, 0, len(t.rows))
	for _, r := range t.rows {
		c := r.cells
		s := dateline.Source{ID: dateline.NewID(dateline.PrefixSource, slug(c[0])), Name: c[0], Kind: dateline.IssuerClass(c[1]), Country: c[2],
			Scale: dateline.Scale(c[3]), Reliability: c[4], Domain: c[5], Aliases: r.list(7)}
		for _, name := range r.list(6) {
			s.BelligerentOf = append(s.BelligerentOf, actorID(name))
		}
		list = append(list, s)
	}
	return list, t.bad
}

func actorID(name string) dateline.ID { return dateline.NewID(dateline.PrefixActor, slug(name)) }

// slug is the key from which the registry makes ids of actors and sources. The
// names of Velmara need no folding beyond this.
func slug(name string) string { return strings.ReplaceAll(strings.ToLower(name), " ", "-") }
