package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// argument is a noun phrase with its part in an account.
type argument struct {
	sentence int
	head     int // token
	span     dateline.Span
	text     string
	actors   []Actor // annotations inside the phrase
	target   *dateline.Target
	hedged   bool
	inferred bool // no sentence of the account says it
}

// fill finds the arguments of an account in its sentence.
func (p *pass) fill(t *tree, sentence int, a *account, groups []*account) {
	p.fillPerpetrators(t, sentence, a)
	p.fillTargets(t, sentence, a)
	p.fillHarm(t, sentence, a, groups)
	p.fillTimes(t, sentence, a, groups)
	p.dropFeasts(a)
	p.fillPlaces(t, sentence, a, groups)
	p.fillMeans(t, sentence, a, groups)
	p.fillNames(t, sentence, a)
}

func appendArgument(list []argument, arg argument) []argument {
	for _, x := range list {
		if x.span.Overlaps(arg.span) {
			return list
		}
	}
	return append(list, arg)
}

// argument makes the noun phrase of head i with the actors it names.
func (p *pass) argument(t *tree, sentence, i int) argument {
	from, to := t.phrase(i)
	for k := from; k < i; k++ {
		if t.Tokens[k].Text == "," || t.Tokens[k].POS == "SCONJ" || t.Tokens[k].POS == "ADP" && !t.under(t.Tokens[k].Head, i) {
			from = k + 1
		}
	}
	for from < i && (t.Tokens[from].POS == "PUNCT" || t.Tokens[from].POS == "ADV" || t.rel(from, "case", "cc", "punct", "mark")) {
		from++
	}
	for to-1 > i && t.Tokens[to-1].POS == "PUNCT" {
		to--
	}
	for _, k := range []int{i, to - 1} { // "members of the Party (Maoist)"
		x := p.actorAt(t, sentence, k)
		if x == nil {
			continue
		}
		for ; from > 0 && x.Start < t.Tokens[from].Start; from-- {
		}
		for ; to < len(t.Tokens) && x.End > t.Tokens[to-1].End; to++ {
		}
	}
	to = p.overName(t, sentence, i, to)
	arg := argument{sentence: sentence, head: i, span: p.span(t, from, to), text: t.text(p.doc.Report.Text, from, to)}
	for _, x := range p.actors[sentence] {
		if x.Start >= arg.span.Start && x.End <= arg.span.End {
			arg.actors = append(arg.actors, x)
		}
	}
	for h := from; h < to; h++ {
		if class, _, ok := p.lex.Cue(t.Tokens, h); ok && class == lexicon.CueHedge {
			arg.hedged = true
		}
	}
	return arg
}

// overName is the end of a phrase whose head at i says what the name right behind it
// is the name of, that name included: "the jihadist GROUP X".
func (p *pass) overName(t *tree, sentence, i, to int) int {
	if to != i+1 || to >= len(t.Tokens) || !t.lex.Is(lexicon.Doer, t.lemmaAt(i)) {
		return to
	}
	if x := p.actorAt(t, sentence, to); x != nil && x.Ref.Actor != "" && organised(x.Ref.Kind) {
		for ; to < len(t.Tokens) && t.Tokens[to].End <= x.End; to++ {
		}
	}
	return to
}

// actorAt is the actor expression that covers token i.
func (p *pass) actorAt(t *tree, sentence, i int) *Actor {
	for k := range p.actors[sentence] {
		x := &p.actors[sentence][k]
		if x.Start <= t.Tokens[i].Start && t.Tokens[i].End <= x.End {
			return x
		}
	}
	return nil
}

func (p *pass) placeAt(t *tree, sentence, i int) *Place {
	for k := range p.places[sentence] {
		x := &p.places[sentence][k]
		if x.Start <= t.Tokens[i].Start && t.Tokens[i].End <= x.End {
			return x
		}
	}
	return nil
}

func inTime(times []Time, at int) bool {
	return slices.ContainsFunc(times, func(x Time) bool { return x.holds(at) })
}
