package actor

import (
	"fmt"
	"io/fs"
	"sort"
	"strings"

	dateline "github.com/opendateline/dateline"
)

// Registry holds actors and sources and the index of their names. It is not
// changed after Open and may be used from many goroutines.
type Registry struct {
	actors   map[dateline.ID]*dateline.Actor
	states   map[string]*state // by code
	sources  map[dateline.ID]*dateline.Source
	byDomain map[string]dateline.ID
	names    *index
	forces   *forceWords
	unlisted unlisted
	given    map[string]bool               // given names, folded
	parts    map[dateline.ID][]dateline.ID // of each actor, in order
}

// state is one row of states.txt.
type state struct {
	code       string
	actor      *dateline.Actor
	adjectives []string
	article    string // that the name has behind "of": "the" United States
}

// of is the name as it stands behind "of".
func (s *state) of() string { return strings.TrimSpace(s.article + " " + s.actor.Name) }

// Open reads the registry that is built into the program, and adds the entries
// of the given folders: any of states.txt, bodies.txt, groups.txt and
// sources.txt, in the format of the files in data/. An entry of the same name
// takes the place of an earlier one. A folder that cannot be read, or that
// names an actor nobody lists, is an error of code Invalid.
func Open(own ...fs.FS) (*Registry, error) {
	r := &Registry{
		actors: map[dateline.ID]*dateline.Actor{}, states: map[string]*state{},
		sources: map[dateline.ID]*dateline.Source{}, byDomain: map[string]dateline.ID{}, names: newIndex(),
	}
	if err := r.load(builtIn()); err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "actor data: %w", err)
	}
	for _, files := range own {
		if err := r.load(files); err != nil {
			return nil, dateline.Errorf(dateline.Invalid, "actors of your own: %w", err)
		}
	}
	for _, load := range []func(fs.FS) error{r.loadForces, r.loadGiven, r.loadGeneric, r.loadUnlisted} {
		if err := load(builtIn()); err != nil {
			return nil, dateline.Errorf(dateline.Damaged, "actor data: %w", err)
		}
	}
	if err := r.complete(); err != nil {
		return nil, dateline.Errorf(dateline.Invalid, "actors of your own: %w", err)
	}
	r.names.sort()
	r.parts = partsOf(r.actors)
	return r, nil
}

// load adds the actors and sources of one folder.
func (r *Registry) load(files fs.FS) error {
	for _, load := range []func(fs.FS) error{r.loadStates, r.loadBodies, r.loadGroups, r.loadSources} {
		if err := load(files); err != nil {
			return err
		}
	}
	return nil
}

// complete says whether every actor that an entry points at is listed.
func (r *Registry) complete() error {
	for _, a := range r.Actors() {
		for _, p := range a.Parents {
			if r.actors[p.Actor] == nil {
				return fmt.Errorf("%s is %s an actor that is not listed", a.Name, p.Relation)
			}
		}
	}
	for _, s := range r.Sources() {
		for _, id := range s.BelligerentOf {
			if r.actors[id] == nil {
				return fmt.Errorf("%s speaks for an actor that is not listed", s.Name)
			}
		}
	}
	return nil
}

func (r *Registry) loadStates(files fs.FS) error {
	rows, err := readRows(files, "states.txt")
	for _, row := range rows {
		r.addState(row)
	}
	return err
}

func (r *Registry) addState(row row) {
	a := &dateline.Actor{ID: actorID(row.field(1)), Name: row.field(1), Kind: dateline.ActorState, Country: row.field(0)}
	s := &state{code: row.field(0), actor: a, adjectives: row.list(2), article: row.field(6)}
	r.actors[a.ID], r.states[s.code] = a, s
	r.names.add(a.Name, entry{kind: nameState, id: a.ID, country: s.code})
	for _, name := range row.list(4) {
		a.Aliases = append(a.Aliases, dateline.Alias{Text: name, Kind: "official"})
		r.names.add(name, entry{kind: nameState, id: a.ID, country: s.code})
	}
	for _, adjective := range s.adjectives {
		r.names.add(adjective, entry{kind: nameAdjective, id: a.ID, country: s.code})
	}
	if capital := strings.TrimSuffix(row.field(3), "*"); capital != "" && capital == row.field(3) {
		r.names.add(capital, entry{kind: nameCapital, id: a.ID, country: s.code})
	}
	for _, metonym := range row.list(5) {
		kind := nameMetonym
		if oneWord(metonym) && !metonyms[metonym] {
			kind = nameCapital
		}
		a.Aliases = append(a.Aliases, dateline.Alias{Text: metonym, Kind: "metonym"})
		r.names.add(metonym, entry{kind: kind, id: a.ID, country: s.code})
	}
}

func oneWord(s string) bool { return !strings.Contains(s, " ") }

// metonyms of one word that name a government and never a town.
var metonyms = map[string]bool{"Kremlin": true, "Pentagon": true, "Whitehall": true, "Malacañang": true, "Malacanang": true, "Élysée": true, "Zhongnanhai": true, "Planalto": true, "Moncloa": true, "Miraflores": true}

func (r *Registry) loadBodies(files fs.FS) error {
	rows, err := readRows(files, "bodies.txt")
	for _, row := range rows {
		a := dateline.Actor{ID: actorID(row.field(0)), Name: row.field(0), Country: country(row.field(1)), Kind: dateline.ActorKind(row.field(3))}
		for _, alias := range row.list(2) {
			a.Aliases = append(a.Aliases, readAlias(alias))
		}
		if s := r.states[a.Country]; s != nil && a.Kind == dateline.ActorStateForce {
			a.Parents = []dateline.Parent{{Actor: s.actor.ID, Relation: "unit_of"}}
		}
		r.addActor(a)
	}
	return err
}

func (r *Registry) loadGroups(files fs.FS) error {
	names, err := groupFiles(files)
	if err != nil {
		return err
	}
	for _, name := range names {
		rows, err := readRows(files, name)
		if err != nil {
			return err
		}
		for _, row := range rows {
			a, err := readGroup(row)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			r.addActor(a)
		}
	}
	return nil
}

// addActor files an actor under its name and aliases. A name that ends in a
// bracket, "National Liberation Army (Peru)", is a label and not matched.
func (r *Registry) addActor(a dateline.Actor) {
	r.actors[a.ID] = &a
	if !strings.HasSuffix(a.Name, ")") {
		r.names.add(a.Name, entry{kind: nameGroup, id: a.ID, country: a.Country})
	}
	for _, alias := range a.Aliases {
		r.names.add(alias.Text, entry{kind: nameGroup, id: a.ID, country: a.Country, weak: alias.Ambiguous})
	}
}

func (r *Registry) loadGiven(files fs.FS) error {
	rows, err := readRows(files, "given.txt")
	r.given = map[string]bool{}
	for _, row := range rows {
		for _, name := range strings.Fields(row.field(0)) {
			r.given[fold(name)] = true
		}
	}
	return err
}

// Actor gives the entry with that id.
func (r *Registry) Actor(id dateline.ID) (dateline.Actor, bool) {
	a := r.actors[id]
	if a == nil {
		return dateline.Actor{}, false
	}
	return *a, true
}

// Actors lists all entries by name.
func (r *Registry) Actors() []dateline.Actor {
	out := make([]dateline.Actor, 0, len(r.actors))
	for _, a := range r.actors {
		out = append(out, *a)
	}
	sort.Slice(out, func(i, j int) bool {
		return out[i].Name < out[j].Name || out[i].Name == out[j].Name && out[i].ID < out[j].ID
	})
	return out
}

// KindAt is the kind of an actor on a day (ACT-4); with no day, its first.
func (r *Registry) KindAt(id dateline.ID, at dateline.Day) dateline.ActorKind {
	a := r.actors[id]
	if a == nil {
		return dateline.ActorUnidentified
	}
	if len(a.Kinds) == 0 && !a.Kind.ArmedGroup() {
		return a.Kind
	}
	return kindAt(a, at)
}
