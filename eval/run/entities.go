package run

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/count"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/resolve/place"
)

// entities gives what the stages find in every report before they look for
// accounts: places, actors, persons, times, numbers and weapons. Of the types of
// the corpus, vehicles, documents, money and addresses have no finder.
func (r *Runner) entities(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	gold, err := eval.Gold[eval.EntitiesRow](c)
	if err != nil {
		return eval.Result{}, err
	}
	numbers, err := count.English()
	if err != nil {
		return eval.Result{}, err
	}
	predicted, err := each(ctx, c, func(_ context.Context, in eval.Report) (eval.EntitiesRow, error) {
		doc, err := r.document(in)
		if err != nil {
			return eval.EntitiesRow{}, err
		}
		row := eval.EntitiesRow{Report: in.ID, Entities: annotated(r.stages.Annotate.Annotate(doc))}
		for _, s := range doc.Sentences {
			row.Entities = append(row.Entities, counted(numbers, s.Tokens)...)
			row.Entities = append(row.Entities, weapons(r.words, s.Tokens)...)
		}
		return row, nil
	})
	if err != nil {
		return eval.Result{}, err
	}
	return eval.ScoreEntities(gold, predicted), nil
}

// annotated are the named things of a report, in the words of the corpus.
func annotated(ann extract.Annotations) []eval.Entity {
	var out []eval.Entity
	add := func(e dateline.Expression, kind string) {
		out = append(out, eval.Entity{Span: eval.Span{Start: e.Start, End: e.End, Text: e.Text}, Type: kind})
	}
	for _, p := range ann.Places {
		if p.Class == place.ClassDemonym {
			add(p.Expression, "Nationality")
			continue
		}
		add(p.Expression, "Location")
	}
	for _, a := range ann.Actors {
		if a.Kind == dateline.PersonExpression {
			add(a.Expression, "Person")
			continue
		}
		add(a.Expression, "Organisation")
	}
	for _, t := range ann.Times {
		add(t.Expression, "Temporal")
	}
	return out
}

func counted(numbers *count.Grammar, tokens []dateline.Token) []eval.Entity {
	var out []eval.Entity
	for i := 0; i < len(tokens); i++ {
		phrase, ok := numbers.Read(tokens, i)
		if !ok {
			continue
		}
		out = append(out, eval.Entity{Span: eval.Span{Start: tokens[phrase.Start].Start, End: tokens[phrase.End-1].End}, Type: "Quantity"})
		i = phrase.End - 1
	}
	return out
}

func weapons(words *lexicon.Lexicon, tokens []dateline.Token) []eval.Entity {
	var out []eval.Entity
	for _, t := range tokens {
		if _, ok := words.Weapons[t.Lemma]; ok && t.POS == "NOUN" {
			out = append(out, eval.Entity{Span: eval.Span{Start: t.Start, End: t.End, Text: t.Text}, Type: "Weapon"})
		}
	}
	return out
}
