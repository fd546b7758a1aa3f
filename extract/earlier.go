package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// ofEarlierMonth: the account at hand opens a report without a day, as news does, and the
// later one tells how many others were hurt in a month or year gone by: "In July gunmen
// killed 12 people in the town" (LNK-2).
func (p *pass) ofEarlierMonth(later, news *account) bool {
	if p.ofLastWeek(later, news) {
		return true
	}
	if bestDate(news) != nil || news.sentences[0] >= ledeSentences || !p.pastMonth(later) || !p.toldAsNews(news) {
		return false
	}
	return slices.ContainsFunc(later.harms, p.countsNew) && !slices.ContainsFunc(later.harms, news.counts)
}

// ofLastWeek: a report without a day of its own tells, by "last week" or "last month", how many
// others were hurt than in what it tells of by another day or by none: no date keeps the two
// apart.
func (p *pass) ofLastWeek(later, news *account) bool {
	if p.doc.Report.Published.Day().Known() || !p.inLastPeriod(later) || p.inLastPeriod(news) || p.reference(later) > 0 {
		return false
	}
	return slices.ContainsFunc(later.harms, p.countsNew) && !slices.ContainsFunc(later.harms, news.counts)
}

// inLastPeriod: "last week", "last month".
func (p *pass) inLastPeriod(a *account) bool {
	return slices.ContainsFunc(a.times, func(x Time) bool {
		period, last := strings.CutPrefix(lower(x.Text), "last ")
		return last && p.lex.Is(lexicon.LongWhile, period)
	})
}

// pastMonth: the account is dated by a month or year that was over days before the report.
func (p *pass) pastMonth(a *account) bool {
	d, published := bestDate(a), p.doc.Report.Published.Day()
	if d == nil || a.inferredTime || d.Precision != dateline.D4 && d.Precision != dateline.D5 {
		return false
	}
	return !published.Known() || !d.Latest.Known() || d.Latest < published
}

// toldAsNews: some of those hurt are counted for the first time, by a clause that is of no
// court or funeral.
func (p *pass) toldAsNews(a *account) bool {
	return slices.ContainsFunc(a.harms, func(h harm) bool {
		t := p.trees[h.sentence]
		return p.countsNew(h) && h.sentence < ledeSentences && !p.followsUp(t, t.clause(h.anchor))
	})
}

// countsNew: the number is given and stands with no article, "two people", not "the two men".
func (p *pass) countsNew(h harm) bool {
	return h.count.Anchor != nil && !definite(p.trees[h.sentence], h.anchor)
}

// counts: the account gives the number of a measure.
func (a *account) counts(h harm) bool {
	return slices.ContainsFunc(a.harms, func(own harm) bool {
		return own.count.Measure == h.count.Measure && own.count.Anchor != nil && h.count.Anchor != nil && *own.count.Anchor == *h.count.Anchor
	})
}

// recaps: the account looks back from one that the report opens with.
func (p *pass) recaps(a *account) bool {
	return slices.ContainsFunc(p.accounts, func(b *account) bool { return b != a && b.kind == dateline.KindIncident && p.ofEarlierMonth(a, b) })
}
