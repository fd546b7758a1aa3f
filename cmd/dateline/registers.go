package main

import (
	"context"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

func list(words []string) string { return strings.Join(words, ", ") }

type actorsCmd struct{}

func (actorsCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		rows, err := rowsOf(ctx, tx, tx.Actors().All(ctx), func(x *dateline.Actor) dateline.ID { return x.ID })
		if err != nil {
			return err
		}
		return listing(a, []column[named[*dateline.Actor]]{idColumn[dateline.Actor](),
			col("name", func(x *dateline.Actor) string { return x.Name }),
			typed("kind", "text", func(x *dateline.Actor) string { return wording.Code(string(x.Kind)) }, func(x *dateline.Actor) any { return string(x.Kind) }),
			col("country", func(x *dateline.Actor) string { return x.Country })}, rows)
	})
}

type placesCmd struct{}

func (placesCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		rows, err := rowsOf(ctx, tx, tx.Places().All(ctx), func(x *dateline.Place) dateline.ID { return x.ID })
		if err != nil {
			return err
		}
		return listing(a, []column[named[*dateline.Place]]{idColumn[dateline.Place](),
			col("name", func(x *dateline.Place) string { return x.Name }),
			col("country", func(x *dateline.Place) string { return x.Country }),
			col("admin1", func(x *dateline.Place) string { return x.Admin1 }),
			typed("precision", "text", func(x *dateline.Place) string { return wording.PlacePrecision(x.Precision) }, func(x *dateline.Place) any { return string(x.Precision) })}, rows)
	})
}

type sourcesCmd struct{}

func (sourcesCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		rows, err := rowsOf(ctx, tx, tx.Sources().All(ctx), func(x *dateline.Source) dateline.ID { return x.ID })
		if err != nil {
			return err
		}
		return listing(a, []column[named[*dateline.Source]]{idColumn[dateline.Source](),
			col("name", func(x *dateline.Source) string { return x.Name }),
			typed("kind", "text", func(x *dateline.Source) string { return wording.Code(string(x.Kind)) }, func(x *dateline.Source) any { return string(x.Kind) }),
			typed("reliability", "text", func(x *dateline.Source) string { return wording.Reliability(x.Reliability) + " (default)" }, func(x *dateline.Source) any { return x.Reliability }),
			col("country", func(x *dateline.Source) string { return x.Country })}, rows)
	})
}

type findCmd struct {
	Words []string `arg:"" help:"Words, \"phrases\", -not."`
}

// found is how many hits a search gives where --limit does not say.
const found = 50

func (c findCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		most := found
		if a.global.Limit != nil {
			most = *a.global.Limit
		}
		hits, err := tx.Search(ctx, strings.Join(c.Words, " "), most)
		if err != nil {
			return err
		}
		for i := range hits {
			if hits[i].Title, err = a.hitTitle(ctx, tx, hits[i]); err != nil {
				return err
			}
		}
		if len(hits) == 0 {
			a.talk("Nothing found.")
			if a.global.ExitStatus {
				a.exit = exitNo
			}
		}
		return listing(a, []column[store.Hit]{
			{name: "id", kind: "id", show: func(h store.Hit) string { return string(h.Public) }},
			{name: "title", show: func(h store.Hit) string { return h.Title }},
		}, hits)
	})
}

// hitTitle is the title of a hit as it may be read.
func (a *app) hitTitle(ctx context.Context, tx store.Tx, h store.Hit) (string, error) {
	if h.ID.Prefix() == dateline.PrefixReport {
		r, err := a.releasedReport(ctx, tx, h.ID)
		if err != nil {
			return "", err
		}
		return titleOf(r.Reports[h.ID]), nil
	}
	p, err := a.page(ctx, tx, h.ID)
	if err != nil {
		return "", err
	}
	return p.Incident.Title, nil
}
