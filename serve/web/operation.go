package web

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// relatives are what the record is a part of and its parts (LNK-6, LNK-7).
func (r *request) relatives(v *incidentView, i *dateline.Incident) (err error) {
	v.Sites, v.PartsHead = wording.Sites(i), wording.PartsHeading(i)
	if v.Parts, err = r.rowsOf(i.Children...); err == nil && i.Operation != "" {
		v.Whole, err = r.rowsOf(i.Operation)
	}
	return err
}

// NotAdded says that numbers of a whole and of its parts are not added.
func (v *incidentView) NotAdded() string { return wording.NotAdded }

// rowsOf reads records by id; suppressed ones are left out.
func (r *request) rowsOf(ids ...dateline.ID) ([]row, error) {
	var found []*dateline.Incident
	for _, id := range ids {
		if r.site.options.Gate.Hidden.IDs[id] {
			continue
		}
		i, err := r.tx.Incident(r.ctx, id)
		if err != nil {
			return nil, err
		}
		found = append(found, i)
	}
	slices.SortStableFunc(found, wording.PartOrder)
	var out []row
	for _, i := range found {
		line, err := r.rowOf(store.Row{Incident: i})
		if err != nil {
			return nil, err
		}
		out = append(out, line)
	}
	return out, nil
}
