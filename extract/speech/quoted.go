package speech

import "github.com/opendateline/dateline/extract/logit"

var inQuotation = logit.PartOf("in quotation")

// cueQuoted adds that a token stands in a quotation: what people say there of
// others' words is seldom news.
func (t *tree) cueQuoted(i int) {
	if !t.quoted[i] {
		return
	}
	f, tok := &t.sheet, t.part(i)
	f.Add(inQuotation)
	f.Add(inQuotation, tok.pos, tok.lemma)
	f.Add(inQuotation, tok.tag)
	if s := t.speaker(i); s >= 0 {
		f.Add(inQuotation, subject, t.parts[s].lemma)
		f.Add(inQuotation, subject, t.parts[s].pos)
	}
}

// unitQuoted adds how a unit and the cue lie to quotations.
func (t *tree) unitQuoted(cue int, u unit, side logit.Part) {
	f, lies := &t.sheet, t.lies(cue, u)
	f.Add(inQuotation, lies, side)
	f.Add(inQuotation, lies, side, t.parts[u.head].rel)
	f.Add(inQuotation, lies, side, t.parts[cue].pos, t.parts[cue].lemma)
}

// lies says whether a unit has words inside and outside quotations, whether the
// cue is quoted, and whether the quotation goes on before or after the unit.
func (t *tree) lies(cue int, u unit) logit.Part {
	inside, outside := false, false
	for _, i := range u.tokens {
		inside = inside || t.quoted[i]
		outside = outside || !t.quoted[i] && t.tokens[i].POS != "PUNCT"
	}
	first, last := u.tokens[0], u.tokens[len(u.tokens)-1]
	before := first > 0 && t.quoted[first] && t.quoted[first-1]
	after := last+1 < len(t.quoted) && t.quoted[last] && t.quoted[last+1]
	return logit.PartOf(bits(inside, outside, t.quoted[cue], before, after))
}

// bits writes yes and no as ones and zeroes.
func bits(answers ...bool) string {
	out := make([]byte, len(answers))
	for i, yes := range answers {
		out[i] = '0'
		if yes {
			out[i] = '1'
		}
	}
	return string(out)
}

// borders adds what stands at the ends of a unit and whether it hangs on it, and
// the verbs that a unit joins.
func (t *tree) borders(cue int, u unit, side logit.Part) {
	f, first, last := &t.sheet, u.tokens[0], u.tokens[len(u.tokens)-1]
	start, next := t.part(first), t.part(last+1)
	f.Add(after, t.part(last).pos, next.rel, next.lemma)
	f.Add(then, next.rel, t.parts[u.head].rel)
	f.Add(begins, start.pos, start.rel, side, t.part(first-1).pos)
	if last+1 < len(t.tokens) {
		hangs := lacking
		if h := t.tokens[last+1].Head; h >= first && h <= last {
			hangs = holds
		}
		f.Add(hangs, next.rel, side)
	}
	for _, i := range u.tokens {
		if t.tokens[i].Rel == "conj" && t.tokens[i].POS == "VERB" {
			f.Add(holds, t.parts[i].rel, t.parts[i].pos, side)
			f.Add(holds, t.parts[i].rel, t.parts[i].lemma)
		}
	}
	if t.serves(first) {
		f.Add(begins, start.lemma, t.parts[cue].pos, t.parts[cue].lemma)
	}
}
