package reconcile

import (
	"slices"
	"time"

	"github.com/opendateline/dateline"
)

// Step is a figure as it stood once the reports published by then were known.
type Step struct {
	At      time.Time // UTC
	Figure  dateline.Figure
	Reports []dateline.ID // what was published then, sorted
}

// Timeline reconciles one figure again at each time at which a report appeared,
// from what had been published by then: a report counts from its time, one with
// a window only from the end of it (DAT-15). Reports without either never
// count. Moments at which nobody had given a number are left out.
func (r *Reconciler) Timeline(in Input, m dateline.Measure, p dateline.Population) []Step {
	published := map[dateline.ID]time.Time{}
	at := map[time.Time][]dateline.ID{}
	for id, rep := range in.Reports {
		if t, ok := knownFrom(rep); ok {
			published[id] = t
			at[t] = append(at[t], id)
		}
	}
	var out []Step
	for _, t := range sortedTimes(at) {
		inc, _ := r.Incident(until(in, published, t))
		if f := inc.Figure(m, p); f != nil {
			sortIDs(at[t])
			out = append(out, Step{t, *f, at[t]})
		}
	}
	return out
}

// knownFrom is the time from which a report is surely known.
func knownFrom(r *dateline.Report) (time.Time, bool) {
	if t, err := time.Parse(time.RFC3339, r.Published.At); err == nil {
		return t.UTC(), true
	}
	if !r.Published.Latest.Known() {
		return time.Time{}, false
	}
	return r.Published.Latest.Add(1).Time(), true
}

// until leaves of an input what reports had said by a time. Decisions of people
// came later and are left out.
func until(in Input, published map[dateline.ID]time.Time, t time.Time) Input {
	known := func(report dateline.ID) bool {
		from, ok := published[report]
		return ok && !from.After(t)
	}
	out := Input{Incident: in.Incident, Origins: in.Origins, Reports: map[dateline.ID]*dateline.Report{}, Probable: in.Probable}
	for id, r := range in.Reports {
		if known(id) {
			out.Reports[id] = r
		}
	}
	for _, m := range in.Mentions {
		if known(m.ReportID) {
			out.Mentions = append(out.Mentions, m)
		}
	}
	for _, c := range in.Claims {
		if known(c.ReportID) {
			if c.Status == dateline.Superseded {
				c.Status = dateline.Active // what replaced it may not have been said yet
			}
			out.Claims = append(out.Claims, c)
		}
	}
	return out
}

func sortedTimes(at map[time.Time][]dateline.ID) []time.Time {
	out := make([]time.Time, 0, len(at))
	for t := range at {
		out = append(out, t)
	}
	slices.SortFunc(out, time.Time.Compare)
	return out
}
