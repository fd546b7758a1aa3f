package main

import (
	"context"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

type originsCmd struct {
	ID string `arg:"" help:"An incident."`
}

// Run prints the origins of an incident, each with the reports that carry it.
func (c originsCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		id, _, err := a.incident(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		p, err := a.page(ctx, tx, id)
		if err != nil {
			return err
		}
		branches := p.branches()
		if a.json() {
			return a.writeJSON(branches)
		}
		t := &text{to: a.stdout}
		t.line("%s", wording.CountsLine(p.Incident.Independence))
		for _, b := range branches {
			b.print(t)
		}
		return t.err
	})
}

// branch is one origin with what goes back to it.
type branch struct {
	ID         dateline.PublicID   `json:"id"`
	Kind       dateline.OriginKind `json:"kind"`
	Issuer     string              `json:"issuer,omitempty"`
	Basis      dateline.Basis      `json:"basis"`
	Interested bool                `json:"interested"`
	Reports    []carried           `json:"reports"`
}

// carried is one report with the facts that it has from an origin.
type carried struct {
	ID     dateline.PublicID    `json:"id"`
	Outlet string               `json:"outlet"`
	Facts  []dateline.Attribute `json:"facts"`
}

// branches are the origins of a record: parties to the incident last, the ones
// that most reports carry first.
func (p *page) branches() []branch {
	out := []branch{}
	at := map[dateline.ID]int{}
	for _, c := range p.sorted() {
		o := p.Origins[c.Origin]
		if o == nil {
			continue
		}
		i, seen := at[o.ID]
		if !seen {
			i = len(out)
			at[o.ID] = i
			out = append(out, branch{ID: p.Public[o.ID], Kind: o.Kind, Issuer: wording.Speaker(*c, o), Basis: wording.BasisOf(*c, o), Interested: o.Interested, Reports: []carried{}})
		}
		out[i].carry(p.Public[c.ReportID], p.Outlet(c.ReportID), c.Attribute)
	}
	sort.SliceStable(out, func(i, k int) bool {
		if out[i].Interested != out[k].Interested {
			return out[k].Interested
		}
		return len(out[i].Reports) > len(out[k].Reports)
	})
	return out
}

func (b *branch) carry(report dateline.PublicID, outlet string, fact dateline.Attribute) {
	for i := range b.Reports {
		if b.Reports[i].ID == report {
			for _, f := range b.Reports[i].Facts {
				if f == fact {
					return
				}
			}
			b.Reports[i].Facts = append(b.Reports[i].Facts, fact)
			return
		}
	}
	b.Reports = append(b.Reports, carried{report, outlet, []dateline.Attribute{fact}})
}

func (b branch) print(t *text) {
	head := wording.OriginKind(b.Kind)
	if b.Issuer != "" {
		head += ": " + b.Issuer
	}
	if b.Interested {
		head += "  (a party to the incident)"
	}
	t.line("\n%s  %s", b.ID, head)
	for i, r := range b.Reports {
		mark := "├"
		if i == len(b.Reports)-1 {
			mark = "└"
		}
		facts := make([]string, len(r.Facts))
		for k, f := range r.Facts {
			facts[k] = wording.Code(string(f))
		}
		t.line("  %s %s %s   %s", mark, r.ID, orUnknown(r.Outlet), strings.Join(facts, ", "))
	}
}
