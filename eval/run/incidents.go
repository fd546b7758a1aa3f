package run

import (
	"context"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/clean"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
)

// incidents reads all reports of a corpus into a store of its own and gives
// every incident that came out with its reports. A report that tells of no
// incident, or of several, is put with the one it tells of first; one with none
// stands alone.
func (r *Runner) incidents(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	gold, err := eval.Gold[eval.IncidentRow](c)
	if err != nil {
		return eval.Result{}, err
	}
	dir, err := os.MkdirTemp("", "dateline-eval-")
	if err != nil {
		return eval.Result{}, err
	}
	defer os.RemoveAll(dir)
	s, err := sqlite.Create(ctx, dir, sqlite.Options{})
	if err != nil {
		return eval.Result{}, err
	}
	defer s.Close()
	p, err := pipeline.New(s, pipeline.Options{Now: func() time.Time { return time.Unix(0, 0) }})
	if err != nil {
		return eval.Result{}, err
	}
	if _, err := p.Run(ctx, raws(c)); err != nil {
		return eval.Result{}, err
	}
	filed, err := copies(c)
	if err != nil {
		return eval.Result{}, err
	}
	predicted, err := rows(ctx, s, filed)
	if err != nil {
		return eval.Result{}, err
	}
	scored := eval.ScoreIncidents(gold, predicted)
	days, err := published(c)
	if err != nil {
		return eval.Result{}, err
	}
	scored.Metrics = append(scored.Metrics, eval.ScoreFarPairs(gold, predicted, days).Metrics...)
	texts, err := dups(ctx, c, s, filed)
	scored.Metrics = append(scored.Metrics, texts.Metrics...)
	return scored, err
}

// published gives the day on which each report of a corpus appeared, for those
// of which it is known.
func published(c *eval.Corpus) (map[string]dateline.Day, error) {
	out := map[string]dateline.Day{}
	for r, err := range c.Reports() {
		if err != nil {
			return nil, err
		}
		if day := dateline.Day(r.Published); day.Known() {
			out[r.ID] = day
		}
	}
	return out, nil
}

// copies gives the ids that the corpus has for each stored report: reports of
// the same bytes are stored once.
func copies(c *eval.Corpus) (map[dateline.ID][]string, error) {
	out := map[dateline.ID][]string{}
	for r, err := range raws(c) {
		if err != nil {
			return nil, err
		}
		id := dateline.ReportID(dateline.Hash(clean.Whole(r).Bytes))
		out[id] = append(out[id], r.ExternalID)
	}
	return out, nil
}

// Told is a report as it was read, with the incidents that it was filed under.
type Told struct {
	Report    *dateline.Report
	Mentions  []dateline.Mention
	Incidents []string
}

// Told reads a corpus of the task incidents to learn from. Reports that cannot
// be read are left out.
func (r *Runner) Told(ctx context.Context, dir string) ([]Told, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	gold, err := eval.Gold[eval.IncidentRow](c)
	if err != nil {
		return nil, err
	}
	filed := map[string][]string{}
	for _, row := range gold {
		for _, id := range row.Reports {
			filed[id] = append(filed[id], row.Incident)
		}
	}
	read, err := each(ctx, c, func(ctx context.Context, in eval.Report) (Told, error) {
		account, err := r.stages.Read(ctx, raw(in))
		if err != nil {
			return Told{}, ctx.Err()
		}
		return Told{account.Report, account.Reading.Mentions, filed[in.ID]}, nil
	})
	return slices.DeleteFunc(read, func(t Told) bool { return t.Report == nil }), err
}

func raws(c *eval.Corpus) func(func(dateline.Raw, error) bool) {
	return func(yield func(dateline.Raw, error) bool) {
		for in, err := range c.Reports() {
			if !yield(raw(in), err) {
				return
			}
		}
	}
}

// rows reads the incidents of a store, each report, by its ids in the corpus,
// under the incident that it mainly tells of.
func rows(ctx context.Context, s store.Store, external map[dateline.ID][]string) ([]eval.IncidentRow, error) {
	var out []eval.IncidentRow
	err := s.View(ctx, func(tx store.Tx) error {
		home, err := homes(ctx, tx)
		if err != nil {
			return err
		}
		for row, err := range tx.ListIncidents(ctx, store.Filter{Sort: store.SortID}) {
			if err != nil {
				return err
			}
			e := incidentRow(row.Incident)
			for _, id := range row.Reports {
				if home[id] == row.Incident.ID {
					e.Reports = append(e.Reports, external[id]...)
				}
			}
			if len(e.Reports) > 0 {
				out = append(out, e)
			}
		}
		for id, names := range external {
			if home[id] == "" {
				out = append(out, eval.IncidentRow{Incident: names[0], Reports: names})
			}
		}
		return nil
	})
	return out, err
}

// homes gives for each report the incident of its main mention.
func homes(ctx context.Context, tx store.Tx) (map[dateline.ID]dateline.ID, error) {
	home := map[dateline.ID]dateline.ID{}
	for m, err := range tx.ListMentions(ctx, store.MentionFilter{}) {
		if err != nil {
			return nil, err
		}
		incident, err := tx.IncidentOf(ctx, m.ID)
		if err != nil {
			return nil, err
		}
		if incident != "" && (home[m.ReportID] == "" || m.Salience == dateline.Main) {
			home[m.ReportID] = incident
		}
	}
	return home, nil
}

func incidentRow(i *dateline.Incident) eval.IncidentRow {
	e := eval.IncidentRow{Incident: string(i.ID), Date: i.Date.EDTF}
	if p := i.Place.Ref; p != nil {
		e.Country, e.Admin1, e.Place, e.Lat, e.Lon = p.Country, p.Admin1, placeName(p), p.Lat, p.Lon
	}
	e.Killed, e.Wounded = best(i, dateline.Killed), best(i, dateline.Wounded)
	return e
}

// placeName names a place at the levels that it is known at, as gold that is
// coarser or finer does: the place itself, as it is called and as the report
// writes it, and the town that it lies in or, where no town is told, the district.
func placeName(p *dateline.PlaceRef) string {
	levels := []string{p.City, p.Name, p.Text}
	if p.City == "" && p.Precision == dateline.P3 {
		levels = append(levels, p.Admin2)
	}
	var names []string
	for _, name := range levels {
		if name = strings.ReplaceAll(name, ",", ""); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ",")
}

// best is the best number of a measure for everybody. A record with a date and
// no claim of a measure says that nobody is reported hurt in that way.
func best(i *dateline.Incident, m dateline.Measure) *int {
	f := i.Figure(m, dateline.PopAll)
	if f == nil {
		zero := 0
		return &zero
	}
	if f.Best == nil {
		return f.Low
	}
	return f.Best
}
