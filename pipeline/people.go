package pipeline

import (
	"context"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/store"
)

// Parts of people's decisions about which mentions are one incident. Their
// values are mention ids, so that the decision outlives every re-linking.
const (
	partTogether = "together"
	partApart    = "apart"
)

// ruling are people's decisions about which mentions are one incident.
var ruling = []dateline.Action{dateline.ActMerge, dateline.ActSplit, dateline.ActLink, dateline.ActSeparate}

// rulings reads those that stand about the mentions of the neighbourhood.
func (n *neighbourhood) rulings(ctx context.Context) (link.Ruling, error) {
	var r link.Ruling
	filter := store.DecisionFilter{About: slices.Sorted(maps.Keys(n.mentions)), Persons: true, Standing: true, Actions: ruling}
	if len(filter.About) == 0 {
		return r, nil
	}
	for d, err := range n.tx.ListDecisions(ctx, filter) {
		if err != nil {
			return r, err
		}
		sides := map[string][][]string{}
		for _, p := range d.Parts {
			sides[p.What] = append(sides[p.What], p.Values)
		}
		for _, group := range sides[partTogether] {
			for i := 1; i < len(group); i++ {
				r.Together = append(r.Together, [2]dateline.ID{dateline.ID(group[0]), dateline.ID(group[i])})
			}
		}
		for i := 0; i+1 < len(sides[partApart]); i += 2 {
			for _, a := range sides[partApart][i] {
				for _, b := range sides[partApart][i+1] {
					r.Apart = append(r.Apart, [2]dateline.ID{dateline.ID(a), dateline.ID(b)})
				}
			}
		}
	}
	return r, nil
}

// decided gives people's standing decisions about one incident.
func (n *neighbourhood) decided(ctx context.Context, id dateline.ID) ([]dateline.Decision, error) {
	var out []dateline.Decision
	for d, err := range n.tx.ListDecisions(ctx, store.DecisionFilter{Target: id, Persons: true, Standing: true}) {
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}

// MergeIncidents records a person's decision that two incidents are one, and
// rebuilds what it touches.
func (p *Pipeline) MergeIncidents(ctx context.Context, a, b dateline.ID, by, note string) (*dateline.Job, error) {
	return p.rule(ctx, dateline.ActMerge, []dateline.ID{a, b}, by, note, func(tx store.Tx) ([]dateline.Part, error) {
		first, err := mentionsOf(ctx, tx, a)
		if err != nil {
			return nil, err
		}
		second, err := mentionsOf(ctx, tx, b)
		return []dateline.Part{{What: partTogether, Values: append(first, second...)}}, err
	})
}

// SplitIncident records a person's decision that the mentions of some reports
// are another incident than the rest.
func (p *Pipeline) SplitIncident(ctx context.Context, id dateline.ID, reports []dateline.ID, by, note string) (*dateline.Job, error) {
	return p.rule(ctx, dateline.ActSplit, []dateline.ID{id}, by, note, func(tx store.Tx) ([]dateline.Part, error) {
		out, rest, err := divide(ctx, tx, id, reports)
		if err != nil {
			return nil, err
		}
		if len(out) == 0 || len(rest) == 0 {
			return nil, dateline.Errorf(dateline.Invalid, "a split needs mentions on both sides: %d would leave, %d would stay", len(out), len(rest))
		}
		return []dateline.Part{{What: partApart, Values: out}, {What: partApart, Values: rest}, {What: partTogether, Values: out}, {What: partTogether, Values: rest}}, nil
	})
}

func divide(ctx context.Context, tx store.Tx, id dateline.ID, reports []dateline.ID) (out, rest []string, err error) {
	leaving := map[dateline.ID]bool{}
	for _, r := range reports {
		leaving[r] = true
	}
	for m, err := range tx.ListMentions(ctx, store.MentionFilter{Incident: id}) {
		if err != nil {
			return nil, nil, err
		}
		if leaving[m.ReportID] {
			out = append(out, string(m.ID))
		} else {
			rest = append(rest, string(m.ID))
		}
	}
	return out, rest, nil
}

func mentionsOf(ctx context.Context, tx store.Tx, id dateline.ID) ([]string, error) {
	var out []string
	for m, err := range tx.ListMentions(ctx, store.MentionFilter{Incident: id}) {
		if err != nil {
			return nil, err
		}
		out = append(out, string(m.ID))
	}
	return out, nil
}

// rule appends a person's decision, marks the reports it touches, and matches.
func (p *Pipeline) rule(ctx context.Context, action dateline.Action, targets []dateline.ID, by, note string, parts func(store.Tx) ([]dateline.Part, error)) (*dateline.Job, error) {
	var ruled dateline.Decision
	err := p.Store.Update(ctx, func(tx store.Tx) error {
		content, err := parts(tx)
		if err != nil {
			return err
		}
		if ruled, err = p.decide(ctx, tx, dateline.Decision{By: by, Action: action, Targets: targets, Parts: content, Note: note}); err != nil {
			return err
		}
		return touch(ctx, tx, content)
	})
	if err != nil {
		return nil, err
	}
	return p.rematch(ctx, ruled)
}

// decide appends a person's decision and gives it a public id.
func (p *Pipeline) decide(ctx context.Context, tx store.Tx, d dateline.Decision) (dateline.Decision, error) {
	d.Person, d.Rule, d.Version, d.At = true, "person", "1", p.stamp()
	d.ID = dateline.NewID(dateline.PrefixDecision, string(d.Action), d.At, join(d.Targets), d.After, d.Note)
	if err := tx.Decide(ctx, d); err != nil {
		return d, err
	}
	return d, tx.Mint(ctx, d.ID)
}

// UndoDecision takes a person's decision back and rebuilds what it touched.
func (p *Pipeline) UndoDecision(ctx context.Context, id dateline.ID, by, note string) (*dateline.Job, error) {
	var undo dateline.Decision
	err := p.Store.Update(ctx, func(tx store.Tx) error {
		d, err := tx.Decision(ctx, id)
		if err != nil {
			return err
		}
		switch {
		case !d.Person:
			return dateline.Errorf(dateline.Invalid, "only decisions of people can be undone; the program's follow from the reports")
		case d.UndoneBy != "":
			return dateline.Errorf(dateline.Conflict, "that decision was undone already")
		}
		undo, err = p.decide(ctx, tx, dateline.Decision{By: by, Action: dateline.ActUndo, Targets: []dateline.ID{id}, Note: note})
		if err != nil {
			return err
		}
		if d.Action == dateline.ActReview {
			return unaccept(ctx, tx, d.Targets[0], undo)
		}
		return touch(ctx, tx, d.Parts)
	})
	if err != nil {
		return nil, err
	}
	return p.rematch(ctx, undo)
}

// touch marks the reports of the mentions named in a decision for matching.
func touch(ctx context.Context, tx store.Tx, parts []dateline.Part) error {
	for _, part := range parts {
		for _, v := range part.Values {
			m, err := tx.Mention(ctx, dateline.ID(v))
			if err != nil {
				return err
			}
			if err := markPending(ctx, tx, m.ReportID); err != nil {
				return err
			}
		}
	}
	return nil
}

func join(ids []dateline.ID) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return strings.Join(out, " ")
}

// changes lists what a revision changed, in words.
func changes(before, after *dateline.Incident) []dateline.Change {
	was, is := summary(before), summary(after)
	keys := make([]string, 0, len(is))
	for k := range is {
		keys = append(keys, k)
	}
	for k := range was {
		if _, ok := is[k]; !ok {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	var out []dateline.Change
	for _, k := range keys {
		if was[k] != is[k] {
			out = append(out, dateline.Change{Attribute: k, Before: was[k], After: is[k]})
		}
	}
	return out
}

// summary is the state of a record in words, by attribute.
func summary(i *dateline.Incident) map[string]string {
	out := map[string]string{}
	if i == nil {
		return out
	}
	out["title"], out["type"], out["date"], out["status"] = i.Title, string(i.Type), i.Date.EDTF, string(i.Status)
	if i.Place.Ref != nil {
		out["place"] = i.Place.Ref.Name
	}
	if i.Operation != "" {
		out["operation"] = string(i.Operation)
	}
	if len(i.Children) > 0 {
		out["parts"] = strconv.Itoa(len(i.Children))
	}
	out["reports"] = strconv.Itoa(len(i.Reports))
	out["contradictions"] = strconv.Itoa(len(i.Contradictions))
	for _, a := range i.Actors {
		if a.Role == dateline.RolePerpetrator {
			out["perpetrator"] = strings.TrimPrefix(out["perpetrator"]+"; "+a.Name, "; ")
		}
	}
	for _, f := range i.Figures {
		out[string(f.Measure)+" "+string(f.Population)] = figure(f)
	}
	return out
}

func figure(f dateline.Figure) string {
	n := func(p *int) string {
		if p == nil {
			return "?"
		}
		return strconv.Itoa(*p)
	}
	s := n(f.Best) + " (" + n(f.Low) + "–" + n(f.High) + ")"
	if f.HighOpen {
		s += " or more"
	}
	return s
}

func sorted(ids map[dateline.ID]bool) []dateline.ID {
	out := make([]dateline.ID, 0, len(ids))
	for id := range ids {
		out = append(out, id)
	}
	sort.Slice(out, func(i, k int) bool { return out[i] < out[k] })
	return out
}
