package extract

import "github.com/opendateline/dateline"

// voiceOfHeadline gives a count in a headline that names no speaker to whoever
// the report has it from: a headline sums up its text and is no origin of its
// own beside it. It is the speaker of the same number, else of the first count
// of the measure.
func (w *writer) voiceOfHeadline(c *dateline.Claim, h harm) {
	if w.doc.Sentences[h.sentence].Role != dateline.RoleHeadline || len(c.Attribution) > 1 {
		return
	}
	var told *harm
	for i := range w.account.harms {
		x := &w.account.harms[i]
		if x.count.Measure != h.count.Measure || w.doc.Sentences[x.sentence].Role == dateline.RoleHeadline {
			continue
		}
		if told == nil || sameNumber(x.count, h.count) && !sameNumber(told.count, h.count) {
			told = x
		}
	}
	if told != nil {
		c.Attribution, c.Modality = w.voice(told.sentence, told.anchor)
	}
}

func sameNumber(a, b dateline.Count) bool {
	return a.Anchor != nil && b.Anchor != nil && *a.Anchor == *b.Anchor
}
