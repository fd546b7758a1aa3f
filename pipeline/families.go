package pipeline

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link/family"
)

// similarLimit bounds how many reports one new report is compared with.
const similarLimit = 24

// families compares the new reports with stored ones that share rare runs, and
// regroups the families they touch. It gives the reports whose family changed.
func (n *neighbourhood) families(ctx context.Context, fresh []dateline.ID) ([]dateline.ID, error) {
	pairs, err := n.sharedText(ctx, fresh)
	if err != nil || len(pairs) == 0 {
		return nil, err
	}
	touched, err := n.oldPairs(ctx, &pairs)
	if err != nil {
		return nil, err
	}
	groups := family.Group(pairs)
	if err := n.tx.Families().Delete(ctx, touched...); err != nil {
		return nil, err
	}
	if err := n.tx.Families().Put(ctx, groups...); err != nil {
		return nil, err
	}
	return n.assignFamilies(ctx, groups)
}

// sharedText compares each new report with its candidates and keeps the pairs
// that are one family.
func (n *neighbourhood) sharedText(ctx context.Context, fresh []dateline.ID) ([]dateline.Shared, error) {
	var pairs []dateline.Shared
	seen := map[[2]dateline.ID]bool{}
	for _, id := range fresh {
		a, err := n.report(ctx, id)
		if err != nil {
			return nil, err
		}
		sign := n.sign(a)
		similar, err := n.tx.Similar(ctx, sign.Keys(), similarLimit)
		if err != nil {
			return nil, err
		}
		for _, s := range similar {
			key := [2]dateline.ID{min(id, s.Report), max(id, s.Report)}
			if s.Report == id || seen[key] {
				continue
			}
			seen[key] = true
			b, err := n.report(ctx, s.Report)
			if err != nil {
				return nil, err
			}
			shared := family.Compare(n.signOf(key[0], a, b), n.signOf(key[1], a, b))
			if family.Same(shared) {
				pairs = append(pairs, shared)
			}
		}
	}
	return pairs, nil
}

func (n *neighbourhood) signOf(id dateline.ID, a, b *dateline.Report) *family.Signature {
	if a.ID == id {
		return n.sign(a)
	}
	return n.sign(b)
}

func (n *neighbourhood) sign(r *dateline.Report) *family.Signature {
	s, ok := n.signatures[r.ID]
	if !ok {
		s = family.Sign(r)
		n.signatures[r.ID] = s
	}
	return s
}

// oldPairs adds the evidence of the stored families that the pairs touch.
func (n *neighbourhood) oldPairs(ctx context.Context, pairs *[]dateline.Shared) ([]dateline.ID, error) {
	var touched []dateline.ID
	seen := map[dateline.ID]bool{}
	for _, p := range *pairs {
		for _, id := range []dateline.ID{p.A, p.B} {
			r, err := n.report(ctx, id)
			if err != nil {
				return nil, err
			}
			if r.Family == "" || seen[r.Family] {
				continue
			}
			seen[r.Family] = true
			touched = append(touched, r.Family)
			f, err := n.tx.Families().Get(ctx, r.Family)
			if err != nil {
				return nil, err
			}
			*pairs = append(*pairs, f.Pairs...)
		}
	}
	return touched, nil
}

func (n *neighbourhood) assignFamilies(ctx context.Context, groups []dateline.Family) ([]dateline.ID, error) {
	var changed []dateline.ID
	for _, g := range groups {
		for _, id := range g.Reports {
			r, err := n.report(ctx, id)
			if err != nil {
				return nil, err
			}
			if r.Family == g.ID {
				continue
			}
			regrouped := *r
			regrouped.Family = g.ID
			n.reports[id] = &regrouped
			changed = append(changed, id)
			if err := n.tx.PutFamily(ctx, id, g.ID); err != nil {
				return nil, err
			}
		}
	}
	return changed, nil
}

// report reads a stored report once.
func (n *neighbourhood) report(ctx context.Context, id dateline.ID) (*dateline.Report, error) {
	if r, ok := n.reports[id]; ok {
		return r, nil
	}
	r, err := n.tx.Report(ctx, id)
	if err != nil {
		return nil, err
	}
	n.reports[id] = r
	return r, nil
}
