package extract

import (
	"slices"
	"sort"

	"github.com/opendateline/dateline"
)

// reading writes the accounts down as mentions and claims, with the passages
// that they cite.
func (p *pass) reading() dateline.Reading {
	var out dateline.Reading
	out.Passages = p.passages()
	claims := make([][]dateline.Claim, len(p.accounts))
	for i, a := range p.accounts {
		m := p.mention(a)
		w := &writer{pass: p, account: a, mention: &m}
		w.write()
		w.weighNumbers()
		if m.Kind == dateline.KindIncident && history(m.Date) {
			m.Kind = dateline.KindContext
		}
		out.Mentions = append(out.Mentions, m)
		claims[i] = w.claims
	}
	out.Claims = slices.Concat(claims...)
	out.Unused = p.unused
	return out
}

// firstYear is the first year of the data sets of political violence (GTD). What
// is told of as older is the background of the report, and no incident.
const firstYear = "1970"

func history(d *dateline.Date) bool { return d != nil && d.Latest.Known() && d.Latest < firstYear }

func (p *pass) passages() []dateline.Passage {
	out := make([]dateline.Passage, len(p.doc.Sentences))
	for i, s := range p.doc.Sentences {
		span := p.runes.Span(s.Start, s.End)
		out[i] = dateline.Passage{ID: dateline.PassageID(p.doc.Report.ID, span), ReportID: p.doc.Report.ID, Span: span,
			Exact: span.Of(p.doc.Report.Text), Paragraph: s.Paragraph, Sentence: s.Index, Role: s.Role, Quoted: s.Quotes}
		p.passage = append(p.passage, out[i].ID)
	}
	return out
}

// mention makes the mention of an account without its claims.
func (p *pass) mention(a *account) dateline.Mention {
	trigger := p.triggerSpan(a.triggers[0])
	m := dateline.Mention{
		ID: dateline.MentionID(p.doc.Report.ID, trigger, a.part), ReportID: p.doc.Report.ID,
		Trigger: trigger, TriggerText: trigger.Of(p.doc.Report.Text),
		Kind: a.kind, Temporality: a.temporal, Polarity: dateline.Affirmed, Salience: a.salience,
		Cardinality: dateline.Cardinality{N: a.number}, Hedged: a.hedged, Facets: p.facets(a), SubCount: a.subCount,
		Words: p.words(a),
	}
	for _, x := range a.sites {
		m.Sites = append(m.Sites, x.Ref)
	}
	if a.whole != nil {
		m.PartOf = dateline.MentionID(p.doc.Report.ID, p.triggerSpan(a.whole.triggers[0]), a.whole.part)
		if len(a.whole.sites) == 0 {
			m.Ordinal = a.ordinal
		}
	}
	if a.negated {
		m.Polarity = dateline.Negated
	}
	if !a.plural && a.number == nil {
		one := 1
		m.Cardinality.N = &one
	}
	for _, s := range a.sentences {
		m.Passages = append(m.Passages, p.passage[s])
	}
	return m
}

func (p *pass) facets(a *account) dateline.Facets {
	f := a.facets
	f.Act = acted(f)
	if a.attempted && !f.Flag(dateline.FlagAttempted) {
		f.Flags = append(f.Flags, dateline.FlagAttempted)
	}
	if a.kind == dateline.KindFoiled {
		f.Act = dateline.Disruption
		f.Flags = append(f.Flags, dateline.FlagFoiled)
	}
	if len(f.Means) > 1 && f.Act == dateline.Attack && !f.Flag(dateline.FlagComplex) {
		f.Flags = append(f.Flags, dateline.FlagComplex)
	}
	if f.Act == dateline.Attack && f.Aim == "" {
		f.Aim = aimOf(a)
	}
	return f
}

// aimOf: a named or office-holding victim makes a specific aim (TAX-3).
func aimOf(a *account) dateline.Aim {
	for _, arg := range a.targets {
		if arg.target == nil {
			continue
		}
		if arg.target.Person {
			return dateline.AimPerson
		}
		if arg.target.Category != dateline.TargetUnknown {
			return dateline.AimPersons
		}
	}
	return dateline.AimUnknown
}

// Content says whether a token's lemma tells what a sentence is about.
func Content(t dateline.Token) bool {
	return (t.POS == "NOUN" || t.POS == "PROPN" || t.POS == "VERB" || t.POS == "ADJ") && len(t.Lemma) > 2
}

// words are the content lemmas of the sentences of an account, for linking.
func (p *pass) words(a *account) []string {
	seen := map[string]bool{}
	for _, s := range a.sentences {
		for _, tok := range p.doc.Sentences[s].Tokens {
			if Content(tok) {
				seen[tok.Lemma] = true
			}
		}
	}
	out := make([]string, 0, len(seen))
	for w := range seen {
		out = append(out, w)
	}
	sort.Strings(out)
	return out
}
