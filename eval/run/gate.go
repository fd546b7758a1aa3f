package run

import (
	"context"
	_ "embed"
	"iter"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract/gate"
)

//go:embed relevance.tsv
var relevanceTSV string

// judged says for the topics and stories of each set, or for all of it ("*"),
// whether their reports tell of violence.
type judged map[string]map[string]bool

func relevanceTable() (judged, error) {
	table := judged{}
	for line := range strings.Lines(relevanceTSV) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) != 3 {
			return nil, dateline.Errorf(dateline.Invalid, "relevance: %q has %d columns, want 3", line, len(cells))
		}
		if table[cells[0]] == nil {
			table[cells[0]] = map[string]bool{}
		}
		table[cells[0]][cells[1]] = cells[2] == "yes"
	}
	return table, nil
}

// Sifted is a report with whether people hold it to tell of violence.
type Sifted struct {
	Report   *dateline.Report
	Relevant bool
}

// Sift reads the reports of a corpus of which it is known whether they tell of
// violence: by the table, by its records, its violent events or its templates.
// A text without templates is not asked: the messages were chosen by words of
// violence.
func (r *Runner) Sift(ctx context.Context, c *eval.Corpus) ([]Sifted, error) {
	known, err := relevance(c)
	if err != nil || known == nil {
		return nil, err
	}
	reports := c.Reports()
	if c.Task == "templates" {
		reports = messages(c)
	}
	all, err := eachOf(ctx, reports, func(_ context.Context, in eval.Report) (Sifted, error) {
		relevant, ok := known(in)
		if !ok {
			return Sifted{}, nil
		}
		report, err := r.stages.Clean.Clean(raw(in))
		if err != nil {
			return Sifted{}, nil // never comes to the gate
		}
		return Sifted{report, relevant}, nil
	})
	return asked(all), err
}

func asked(all []Sifted) []Sifted {
	var out []Sifted
	for _, s := range all {
		if s.Report != nil {
			out = append(out, s)
		}
	}
	return out
}

// relevance gives a function that says whether a report tells of violence, and
// whether that is known; nil for a corpus of which it is known of none.
func relevance(c *eval.Corpus) (func(eval.Report) (relevant, known bool), error) {
	table, err := relevanceTable()
	if err != nil {
		return nil, err
	}
	set := table[c.Set]
	if all, ok := set["*"]; ok {
		return func(eval.Report) (bool, bool) { return all, true }, nil
	}
	byReport, err := relevantRows(c, set)
	if len(set)+len(byReport) == 0 {
		return nil, err
	}
	return func(in eval.Report) (bool, bool) {
		if relevant, ok := set[in.Topic]; ok {
			return relevant, true
		}
		relevant, ok := byReport[in.ID]
		return relevant, ok
	}, err
}

// relevantRows reads from the gold which reports tell of violence.
func relevantRows(c *eval.Corpus, set map[string]bool) (map[string]bool, error) {
	switch c.Task {
	case "stories":
		return fromGold(c, func(row eval.StoryRow) (string, bool, bool) {
			relevant, ok := set[row.Story]
			return row.Report, relevant, ok
		})
	case "records":
		return fromGold(c, func(row eval.RecordsRow) (string, bool, bool) { return row.Report, len(row.Records) > 0, true })
	case "roles":
		if givesEvents[c.Set] {
			return nil, nil
		}
		return fromGold(c, func(row eval.RolesRow) (string, bool, bool) { return row.Report, true, row.Attacks() })
	case "templates":
		return fromKeys(c)
	}
	return nil, nil
}

func fromGold[Row any](c *eval.Corpus, read func(Row) (report string, relevant, known bool)) (map[string]bool, error) {
	rows, err := eval.Gold[Row](c)
	out := map[string]bool{}
	for _, row := range rows {
		if report, relevant, ok := read(row); ok {
			out[report] = relevant
		}
	}
	return out, err
}

func fromKeys(c *eval.Corpus) (map[string]bool, error) {
	key, err := c.Templates()
	out := map[string]bool{}
	for _, t := range key {
		if !t.Irrelevant && !t.Optional {
			out[t.Message] = true
		}
	}
	return out, err
}

// gated scores the gate on the reports of a corpus.
func (r *Runner) gated(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	sifted, err := r.Sift(ctx, c)
	if err != nil {
		return eval.Result{}, err
	}
	g, err := gate.Default()
	if err != nil {
		return eval.Result{}, err
	}
	return eval.ScoreGate(GateRows(g, sifted)), nil
}

// GateRows puts reports to a gate.
func GateRows(g *gate.Gate, sifted []Sifted) []eval.GateRow {
	rows := make([]eval.GateRow, len(sifted))
	for i, s := range sifted {
		rows[i] = eval.GateRow{Report: s.Report.ExternalID, Relevant: s.Relevant, LetsPass: g.Passes(s.Report)}
	}
	return rows
}

// Tells says of reports whether the whole reading finds an incident in them: what
// a gate is to foresee.
func (r *Runner) Tells(ctx context.Context, reports iter.Seq2[eval.Report, error]) ([]Sifted, error) {
	all, err := eachOf(ctx, reports, func(ctx context.Context, in eval.Report) (Sifted, error) {
		return r.tells(ctx, raw(in))
	})
	return asked(all), err
}

func (r *Runner) tells(ctx context.Context, in dateline.Raw) (Sifted, error) {
	read, err := r.stages.Read(ctx, in)
	if err != nil {
		return Sifted{}, ctx.Err()
	}
	for i := range read.Reading.Mentions {
		if read.Reading.Mentions[i].Kind == dateline.KindIncident {
			return Sifted{read.Report, true}, nil
		}
	}
	return Sifted{Report: read.Report}, nil
}

// Cleaned gives the reports of a corpus as if each told of violence; the error is that of
// the first that cannot be read.
func (r *Runner) Cleaned(c *eval.Corpus) ([]Sifted, error) {
	var out []Sifted
	for in, err := range c.Reports() {
		if err != nil {
			return nil, err
		}
		report, err := r.stages.Clean.Clean(raw(in))
		if err != nil {
			return nil, err
		}
		out = append(out, Sifted{report, true})
	}
	return out, nil
}
