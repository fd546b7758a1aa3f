package main

import (
	"context"
	_ "embed"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/muc4"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract"
)

//go:embed judged.tsv
var judgedTSV string

type source struct {
	ctx    context.Context
	runner *run.Runner
	reader *extract.Reader
	data   string
}

// pairs are all pairs to learn from.
func (s source) pairs() ([]judged, error) {
	byEye, err := s.byEye()
	if err != nil {
		return nil, err
	}
	byKey, err := s.byKey()
	return append(byEye, byKey...), err
}

// verdict is what is known of two accounts: nothing, or whether they are one.
type verdict func(doc *dateline.Document, r extract.Retelling) (one, known bool)

// read gives the pairs of a report on which there is a verdict.
func (s source) read(set string, in eval.Report, verdict verdict) ([]judged, error) {
	doc, ann := s.runner.Annotated(in)
	list, err := s.reader.Retellings(s.ctx, doc, ann)
	if err != nil {
		return nil, err
	}
	var out []judged
	for _, r := range list {
		if one, known := verdict(doc, r); known {
			out = append(out, judged{set, in.ID, r.Signs, one})
		}
	}
	return out, nil
}

// byEye are the pairs of judged.tsv.
func (s source) byEye() ([]judged, error) {
	const set = "gva_violent_corpus/train"
	verdicts, seen := map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(judgedTSV) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); f[0] == set {
			verdicts[strings.Join(f[1:4], " ")], seen[f[1]] = f[4] == "same", true
		}
	}
	c, err := eval.Open(filepath.Join(s.data, set))
	if err != nil {
		return nil, err
	}
	var out []judged
	for in, err := range c.Reports() {
		if err != nil {
			return nil, err
		}
		if !seen[in.ID] {
			continue
		}
		some, err := s.read("by eye", in, func(_ *dateline.Document, r extract.Retelling) (one, known bool) {
			one, known = verdicts[in.ID+" "+strconv.Itoa(r.Earlier.Start)+" "+strconv.Itoa(r.Later.Start)]
			return one, known
		})
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// byKey are the pairs of messages whose sentences each name somebody or something
// that only one template of the message has.
func (s source) byKey() ([]judged, error) {
	c, err := eval.Open(filepath.Join(s.data, "muc34", "dev"))
	if err != nil {
		return nil, err
	}
	key, err := c.Templates()
	if err != nil {
		return nil, err
	}
	messages, err := c.Messages()
	if err != nil {
		return nil, err
	}
	var out []judged
	for _, m := range messages {
		own := ownStrings(key, m.ID)
		some, err := s.read("by key", eval.Report{ID: m.ID, Text: m.Text}, func(doc *dateline.Document, r extract.Retelling) (one, known bool) {
			x, y := told(doc, r.Earlier, own), told(doc, r.Later, own)
			return x == y, x >= 0 && y >= 0
		})
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// ownStrings are, by template of a message, the victims, targets and attackers that
// no other template of it has.
func ownStrings(key []muc4.Template, message string) [][]string {
	var all [][]string
	for _, t := range key {
		if t.Message == message && !t.Irrelevant {
			all = append(all, stringsOf(t))
		}
	}
	own := make([][]string, len(all))
	for i, list := range all {
		for _, s := range list {
			if !slices.ContainsFunc(all[:i], holds(s)) && !slices.ContainsFunc(all[i+1:], holds(s)) {
				own[i] = append(own[i], s)
			}
		}
	}
	return own
}

func holds(s string) func([]string) bool {
	return func(list []string) bool { return slices.Contains(list, s) }
}

func stringsOf(t muc4.Template) []string {
	var out []string
	for _, role := range []muc4.Role{muc4.Target, muc4.Victim, muc4.PerpInd} {
		for _, e := range t.Entities(role) {
			for _, s := range e {
				out = append(out, strings.ToUpper(s))
			}
		}
	}
	return out
}

// told is the template that alone has a string in the sentence of a trigger, -1 if
// none or several do.
func told(doc *dateline.Document, trigger dateline.Span, own [][]string) int {
	at := -1
	sentence := sentenceOf(doc, trigger)
	for i, list := range own {
		if !slices.ContainsFunc(list, func(s string) bool { return strings.Contains(sentence, s) }) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// sentenceOf is the sentence of a trigger in capitals, as the keys are.
func sentenceOf(doc *dateline.Document, trigger dateline.Span) string {
	for _, s := range doc.Sentences {
		if s.Start <= trigger.Start && trigger.Start < s.End {
			return strings.ToUpper(strings.Join(strings.Fields(doc.Report.Text[s.Start:s.End]), " "))
		}
	}
	return ""
}
