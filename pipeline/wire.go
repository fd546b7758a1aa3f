package pipeline

import (
	"io/fs"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/clean"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/gate"
	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/syntax"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/resolve/actor"
	"github.com/opendateline/dateline/resolve/date"
	"github.com/opendateline/dateline/resolve/place"
	"github.com/opendateline/dateline/store"
)

// Options of a pipeline.
type Options struct {
	Preset  string       // of figures; "" is dateline-1
	Ceiling dateline.Day // the last day that a report can speak of: the day it was first seen. It bounds and never dates (DAT-15)
	Own     fs.FS        // places, actors and sources beside the built-in ones (place.Open, actor.Open); nil if there are none
	Gate    bool         // words decide first whether a report is read; what they refuse is set aside
	Workers int
	Now     func() time.Time
	Notify  func(Progress)
}

// New makes the pipeline of one machine over a store. It loads models and
// registries, so commands that only look at a store should not call it.
func New(s store.Store, o Options) (*Pipeline, error) {
	stages, registries, err := NewStages(o.Ceiling, o.own()...)
	if err != nil {
		return nil, err
	}
	if o.Gate {
		if stages.Gate, err = gate.Default(); err != nil {
			return nil, err
		}
	}
	matcher, err := NewMatcher(registries, o)
	if err != nil {
		return nil, err
	}
	now := o.Now
	if now == nil {
		now = time.Now
	}
	return &Pipeline{Store: s, Read: stages, Match: matcher, Now: now, Workers: o.Workers, Notify: o.Notify}, nil
}

func (o Options) own() []fs.FS {
	if o.Own == nil {
		return nil
	}
	return []fs.FS{o.Own}
}

// NewMatcher makes the stages that join and reconcile.
func NewMatcher(r Registries, o Options) (*Matcher, error) {
	rules, err := reconcile.Preset(preset(o.Preset))
	if err != nil {
		return nil, err
	}
	return &Matcher{
		Linker:    link.New(linkActors{r.Actors}, nil),
		Reconcile: &reconcile.Reconciler{Rules: rules, Relate: reconcileActors{r.Actors}, Names: reconcileActors{r.Actors}},
		Origins:   originActors{r.Actors},
		Catalog:   r,
		Stages:    extract.Version + " " + actor.Version + " " + place.Version,
		memory:    make(chan *link.Memory, 1),
	}, nil
}

func preset(name string) string {
	if name == "" {
		return "dateline-1"
	}
	return name
}

// Registries are the tables of actors, sources and places.
type Registries struct {
	Actors *actor.Registry
	Places *place.Gazetteer
}

// Actor, Source and Place give one entry.
func (r Registries) Actor(id dateline.ID) (dateline.Actor, bool)   { return r.Actors.Actor(id) }
func (r Registries) Source(id dateline.ID) (dateline.Source, bool) { return r.Actors.Source(id) }
func (r Registries) Place(id dateline.ID) (dateline.Place, bool)   { return r.Places.PlaceOf(id) }

// NewStages makes the stages that read one report. ceiling is the last day
// that a report can speak of; "" leaves it open. own are folders of places,
// actors and sources beside the built-in ones.
func NewStages(ceiling dateline.Day, own ...fs.FS) (*Stages, Registries, error) {
	actors, err := actor.Open(own...)
	if err != nil {
		return nil, Registries{}, err
	}
	places, err := place.Open(own...)
	if err != nil {
		return nil, Registries{}, err
	}
	times, err := date.New()
	if err != nil {
		return nil, Registries{}, err
	}
	parser, err := syntax.New()
	if err != nil {
		return nil, Registries{}, err
	}
	reader, err := extract.New()
	if err != nil {
		return nil, Registries{}, err
	}
	summary, err := gist.New()
	if err != nil {
		return nil, Registries{}, err
	}
	annotator := &resolvers{times: times, dates: date.NewResolver(times, date.Options{Ceiling: ceiling}), places: places, actors: actors}
	return &Stages{Clean: &clean.Cleaner{}, Parse: parser, Annotate: annotator, Extract: reader, Gist: summary}, Registries{actors, places}, nil
}

// linkActors, originActors and reconcileActors say how actors relate in the
// words of the stage that asks.
type (
	linkActors      struct{ *actor.Registry }
	originActors    struct{ *actor.Registry }
	reconcileActors struct{ *actor.Registry }
)

func (a linkActors) Relate(x, y dateline.ID) link.Relation {
	switch a.Related(x, y, "") {
	case actor.Same, actor.Predecessor:
		return link.SameActor
	case actor.Unrelated:
		return link.Unrelated
	}
	return link.Affiliated
}

func (a originActors) Affiliated(x, y dateline.ID) bool {
	return a.Related(x, y, "") != actor.Unrelated
}

func (a originActors) SpeaksFor(source dateline.ID) []dateline.ID {
	s, ok := a.Source(source)
	if !ok {
		return nil
	}
	return s.BelligerentOf
}

func (a reconcileActors) Relate(x, y dateline.ID) string {
	switch a.Related(x, y, "") {
	case actor.Same, actor.Predecessor:
		return reconcile.RelationSame
	case actor.Unrelated:
		return reconcile.RelationUnrelated
	}
	return reconcile.RelationAffiliate
}

func (a reconcileActors) CompareNames(x, y string) string {
	switch actor.CompareNames(actor.ParseName(x), actor.ParseName(y)) {
	case actor.SameName, actor.SpellingVariant, actor.PartOfName:
		return reconcile.NamesSame
	case actor.NisbaDiffers:
		return reconcile.NamesVariant
	case actor.KunyaDiffers:
		return reconcile.NamesKunya
	}
	return reconcile.NamesDifferent
}
