package run

import (
	"context"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/roles"
)

// Told-of events: a window with one event of many in it tells which it asks for.
var givesEvents = map[string]bool{"rams": true}

// roles finds events with who and what takes part; fillers are scored for the
// events of the gold as well. Of a corpus that marks one event of many in a
// text, only these.
func (r *Runner) roles(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	reader, err := roles.English()
	if err != nil {
		return eval.Result{}, err
	}
	marked, err := r.Eventful(ctx, c)
	if err != nil {
		return eval.Result{}, err
	}
	return RolesScore(c.Set, marked, func(int) *roles.Reader { return reader }), nil
}

// RolesScore scores the reader that is chosen for each report.
func RolesScore(set string, marked []Eventful, reader func(i int) *roles.Reader) eval.Result {
	var gold, found, given []eval.RolesRow
	for i, m := range marked {
		gold = append(gold, m.Gold)
		given = append(given, m.filled(reader(i), set))
		if !givesEvents[set] {
			found = append(found, m.found(reader(i)))
		}
	}
	result := eval.ScoreFillers(gold, given)
	if !givesEvents[set] {
		result.Metrics = append(eval.ScoreRoles(gold, found).Metrics, result.Metrics...)
	}
	return result
}

// Eventful is a report ready to be read for events, with the events that people
// marked.
type Eventful struct {
	Text   *roles.Text
	Report *dateline.Report
	Gold   eval.RolesRow
}

// Eventful reads a corpus of the task roles.
func (r *Runner) Eventful(ctx context.Context, c *eval.Corpus) ([]Eventful, error) {
	rows, err := eval.Gold[eval.RolesRow](c)
	if err != nil {
		return nil, err
	}
	gold := map[string]eval.RolesRow{}
	for _, row := range rows {
		gold[row.Report] = row
	}
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	return each(ctx, c, func(_ context.Context, in eval.Report) (Eventful, error) {
		doc, err := r.document(in)
		if err != nil {
			return Eventful{}, err
		}
		text := roles.NewText(reader.Mended(doc), append(r.things(doc), named(r.stages.Annotate.Annotate(doc))...))
		return Eventful{text, doc.Report, gold[in.ID]}, nil
	})
}

// things are the nouns of a report that the lexicon knows, by class: weapons,
// people, and what is attacked.
func (r *Runner) things(doc *dateline.Document) []roles.Named {
	var out []roles.Named
	for _, s := range doc.Sentences {
		for _, t := range s.Tokens {
			if class := r.thing(t); class != "" {
				out = append(out, roles.Named{Range: roles.Range{Start: t.Start, End: t.End}, Class: class})
			}
		}
	}
	return out
}

func (r *Runner) thing(t dateline.Token) string {
	if t.POS != "NOUN" {
		return ""
	}
	if _, weapon := r.words.Weapons[t.Lemma]; weapon {
		return "weapon"
	}
	switch n := r.words.Nouns[t.Lemma]; {
	case n.Population == dateline.PopPerpetrators:
		return "attackers"
	case n.Person:
		return "people"
	case n.Category != "":
		return "thing"
	}
	return ""
}

// named are the names of a report by class.
func named(ann extract.Annotations) []roles.Named {
	var out []roles.Named
	for _, p := range ann.Places {
		out = append(out, roles.Named{Range: roles.Range{Start: p.Start, End: p.End}, Class: "place " + p.Class})
	}
	for _, a := range ann.Actors {
		class := string(a.Kind)
		if a.Kind == dateline.ActorExpression {
			class = string(a.Ref.Kind)
		}
		out = append(out, roles.Named{Range: roles.Range{Start: a.Start, End: a.End}, Class: class})
	}
	return out
}

func (m Eventful) found(reader *roles.Reader) eval.RolesRow {
	row := eval.RolesRow{Report: m.Gold.Report}
	for _, e := range reader.Find(m.Text) {
		row.Mentions = append(row.Mentions, eval.EventMention{Type: e.Type, Trigger: m.span(e.Trigger), Args: m.arguments(e.Fillers, false)})
	}
	return row
}

// filled gives the gold's events with the fillers that are found. A set that
// marks whole phrases gets them.
func (m Eventful) filled(reader *roles.Reader, set string) eval.RolesRow {
	row := eval.RolesRow{Report: m.Gold.Report}
	for _, g := range m.Gold.Mentions {
		fillers := reader.Fill(m.Text, g.Type, roles.Range{Start: g.Trigger.Start, End: g.Trigger.End})
		row.Mentions = append(row.Mentions, eval.EventMention{Type: g.Type, Trigger: g.Trigger, Args: m.arguments(fillers, givesEvents[set])})
	}
	return row
}

func (m Eventful) arguments(fillers []roles.Filler, whole bool) []eval.Argument {
	var out []eval.Argument
	for _, f := range fillers {
		at := f.Name
		if whole {
			at = f.Whole
		}
		out = append(out, eval.Argument{Span: m.span(at), Role: f.Role})
	}
	return out
}

func (m Eventful) span(r roles.Range) eval.Span {
	return eval.Span{Start: r.Start, End: r.End, Text: strings.Clone(m.Report.Text[r.Start:r.End])}
}
