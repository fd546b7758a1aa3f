package main

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/store"
)

// relatedWords head what speaks of an incident and is none itself (§7.3, §7.4).
var relatedWords = map[dateline.MentionKind]string{
	dateline.KindAggregate: "Told together with others", dateline.KindSeries: "Part of a series",
	dateline.KindThreat: "Threatened", dateline.KindPlot: "Planned",
}

// related prints the totals that the incident is part of, and the threats and
// plots that speak of it. None of them adds to its numbers.
func (a *app) related(ctx context.Context, tx store.Tx, p *page, t *text) error {
	for i, r := range p.Incident.Related {
		if i == 0 {
			t.line("Also said, and not counted here")
		}
		words, err := a.relatedWords(ctx, tx, r)
		if err != nil {
			return err
		}
		t.line("%s", wrapped(relatedWords[r.Kind]+": "+words, 2, a.room()))
	}
	if len(p.Incident.Related) > 0 {
		t.line("")
	}
	return nil
}

// relatedWords is the sentence that says it and who printed it; what is sealed
// stays sealed (ETH-4).
func (a *app) relatedWords(ctx context.Context, tx store.Tx, r dateline.Related) (string, error) {
	record, err := a.releasedReport(ctx, tx, r.Report)
	if err != nil {
		return "", err
	}
	by := " — " + (&page{Record: record}).from(r.Report)
	for _, c := range record.Claims {
		if s := record.Sealed(c); c.MentionID == r.Mention && s != export.Open {
			return s.Words() + by, nil
		}
	}
	readable, err := a.readable(ctx, tx, r.Report)
	if err != nil {
		return "", err
	}
	reading, _, err := tx.Reading(ctx, r.Report)
	if err != nil {
		return "", err
	}
	for _, s := range reading.Passages {
		if s.ID == r.Passage {
			return "“" + clip(oneLineOf(s.Span.Of(readable.Text)), 160) + "”" + by, nil
		}
	}
	return by, nil
}
