package pipeline

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// publish keeps the registry entries that the new reports use and gives public
// ids to everything that the job made, in the order of internal ids.
func (n *neighbourhood) publish(ctx context.Context, fresh []dateline.ID) error {
	used := usage{actors: map[dateline.ID]bool{}, places: map[dateline.ID]bool{}, sources: map[dateline.ID]bool{}}
	for _, id := range fresh {
		n.made = append(n.made, id)
		r, err := n.report(ctx, id)
		if err != nil {
			return err
		}
		used.sources[r.OutletID] = true
		mentions, err := n.accountsOf(ctx, id)
		if err != nil {
			return err
		}
		for _, m := range mentions {
			claims, err := n.claimsOf(ctx, m)
			if err != nil {
				return err
			}
			used.add(n.read[m], claims)
			for _, c := range claims {
				n.made = append(n.made, c.ID)
			}
		}
	}
	if err := n.snapshot(ctx, used); err != nil {
		return err
	}
	return n.tx.Mint(ctx, n.made...)
}

// usage is the registry entries that readings point at.
type usage struct{ actors, places, sources map[dateline.ID]bool }

func (u usage) add(m *dateline.Mention, claims []*dateline.Claim) {
	for _, a := range m.Actors {
		u.actors[a.Actor] = true
	}
	for _, p := range []*dateline.PlaceRef{m.Place, m.Start} {
		if p != nil {
			u.places[p.Place] = true
		}
	}
	for _, c := range claims {
		for _, s := range c.Attribution {
			u.sources[s.Source] = true
			u.actors[s.Actor] = true
		}
		if c.Value.Stance != nil {
			u.actors[c.Value.Stance.Actor.Actor] = true
		}
	}
}

func (n *neighbourhood) snapshot(ctx context.Context, u usage) error {
	if err := snapshot(ctx, n, n.tx.Actors(), u.actors, n.Catalog.Actor); err != nil {
		return err
	}
	if err := snapshot(ctx, n, n.tx.Places(), u.places, n.Catalog.Place); err != nil {
		return err
	}
	return snapshot(ctx, n, n.tx.Sources(), u.sources, n.Catalog.Source)
}

func snapshot[T any](ctx context.Context, n *neighbourhood, registry store.Registry[T], ids map[dateline.ID]bool, entry func(dateline.ID) (T, bool)) error {
	for _, id := range sorted(ids) {
		e, ok := entry(id)
		if id == "" || !ok {
			continue
		}
		if err := registry.Put(ctx, e); err != nil {
			return err
		}
		n.made = append(n.made, id)
	}
	return nil
}
