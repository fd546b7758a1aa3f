package run

import (
	"context"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
)

// coref groups the marked mentions of a corpus: two are of one event or thing if
// their reports tell one story, or of a thing also if they lie in one topic, and
// their head words have one lemma. A pronoun stands for itself in its report.
func (r *Runner) coref(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	gold, err := eval.Gold[eval.CorefRow](c)
	if err != nil {
		return eval.Result{}, err
	}
	topics := map[string]string{}
	docs, err := each(ctx, c, func(_ context.Context, in eval.Report) (*dateline.Document, error) {
		doc, err := r.document(in)
		if err == nil {
			doc.Report.ExternalID = in.ID
		}
		return doc, err
	})
	if err != nil {
		return eval.Result{}, err
	}
	for in, err := range c.Reports() {
		if err != nil {
			return eval.Result{}, err
		}
		topics[in.ID] = in.Topic
	}
	predicted := clusters(gold, docs, topics)
	result := eval.ScoreCoref("event", gold, predicted)
	result.Metrics = append(result.Metrics, eval.ScoreCoref("entity", gold, predicted).Metrics...)
	return result, nil
}

func clusters(gold []eval.CorefRow, docs []*dateline.Document, topics map[string]string) []eval.CorefRow {
	byID := map[string]*dateline.Document{}
	reports := make([]*dateline.Report, len(docs))
	for i, doc := range docs {
		byID[doc.Report.ExternalID], reports[i] = doc, doc.Report
	}
	stories := storiesOf(reports)
	var out []eval.CorefRow
	for _, row := range gold {
		answer := eval.CorefRow{Report: row.Report}
		for _, m := range row.Mentions {
			head := headOf(byID[row.Report], m.Span)
			setting := topics[row.Report]
			if m.Kind == "event" {
				setting += " " + stories[row.Report]
			}
			if head.POS == "PRON" {
				setting += " " + row.Report
			}
			answer.Mentions = append(answer.Mentions, eval.Coreferent{Span: m.Span, ID: m.ID, Kind: m.Kind, Cluster: m.Kind + " " + setting + " " + head.Lemma})
		}
		out = append(out, answer)
	}
	return out
}

// headOf is the word of a span that hangs by one outside it, the last of
// several; without any, a word of the span's own text.
func headOf(doc *dateline.Document, s eval.Span) dateline.Token {
	head := dateline.Token{Lemma: strings.ToLower(s.Text)}
	at := doc.SentenceAt(s.Start)
	if at < 0 {
		return head
	}
	tokens := doc.Sentences[at].Tokens
	inside := func(i int) bool { return i >= 0 && tokens[i].Start < s.End && s.Start < tokens[i].End }
	for i, tok := range tokens {
		if inside(i) && !inside(tok.Head) && tok.POS != "PUNCT" {
			head = tok
		}
	}
	return head
}
