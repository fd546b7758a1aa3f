package extract

import (
	"context"
	"math"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/weigh"
)

// This file chooses who did what an account tells of among those that the report names.

// Options are the actors of whom one may have done what an account of a report tells of,
// with what speaks for and against each. They are what package who is taught on.
type Options struct {
	Trigger dateline.Span
	Names   []string
	Signs   [][]weigh.Feature
}

// Suspects are the choices of package who for a report.
func (r *Reader) Suspects(ctx context.Context, doc *dateline.Document, ann Annotations) ([]Options, error) {
	p := newPass(r, doc, ann)
	if err := p.settled(ctx); err != nil {
		return nil, err
	}
	all := p.suspects()
	var out []Options
	for _, a := range onlyIncidents(p.accounts) {
		o := Options{Trigger: p.triggerSpan(a.triggers[0])}
		list := p.suspectsOf(all, a)
		for _, x := range list {
			signs, _ := p.whoSigns(list, x, a)
			o.Names, o.Signs = append(o.Names, x.ref.Name), append(o.Signs, signs)
		}
		out = append(out, o)
	}
	return out, nil
}

// Blaming is a Reader that chooses who did it by other weights.
func (r *Reader) Blaming(weights weigh.Table) *Reader {
	all := *r
	all.who = weights
	return &all
}

// blame gives each account the actor that most likely did it, with the naming that ties
// it. Whom the rules do not name must be likelier than nobody and all others together;
// what the rules say of the sentence that opens the account stands, if nobody is chosen.
func (p *pass) blame() {
	all := p.suspects()
	for _, a := range onlyIncidents(p.accounts) {
		v := p.verdict(p.suspectsOf(all, a), a)
		switch {
		case v.who != nil && (v.chance > likely || ruled(a, *v.who)):
			p.charge(a, *v.who, v.tie)
		case v.nobody > surelyNobody:
			a.perps = slices.DeleteFunc(a.perps, func(arg argument) bool { return arg.registered() && arg.sentence != a.triggers[0].sentence })
		}
	}
}

const (
	likely       = 0.7 // chance from which somebody did it whom the rules do not name
	surelyNobody = 0.6 // chance from which nobody of those named did it
)

// verdict is the likeliest suspect of an account, nil if none is likelier than nobody.
type verdict struct {
	who            *suspect
	tie            naming
	chance, nobody float64
}

func (p *pass) verdict(list []suspect, a *account) verdict {
	v, sum, most := verdict{}, 1.0, 0.0
	for i, x := range list {
		signs, tie := p.whoSigns(list, x, a)
		score := p.who.Sum(signs)
		sum += math.Exp(score)
		if score > most {
			v.who, v.tie, most = &list[i], tie, score
		}
	}
	v.chance, v.nobody = math.Exp(most)/sum, 1/sum
	return v
}

// ruled: the rules say of the suspect that it did what the account tells of.
func ruled(a *account, x suspect) bool {
	return slices.ContainsFunc(a.perps, x.among) || slices.ContainsFunc(a.stances, func(s stance) bool { return s.kind != dateline.StanceDenied && x.among(s.actor) })
}

// charge makes the suspect the one who did it. Others stay where they stand beside
// it, "the army and the militia", or fought it.
func (p *pass) charge(a *account, x suspect, tie naming) {
	if i := slices.IndexFunc(a.perps, x.among); i >= 0 {
		if told := a.perps[i]; a.facets.Act != dateline.Clash {
			a.perps = slices.DeleteFunc(a.perps, func(arg argument) bool {
				return arg.registered() && !x.among(arg) && !p.beside(arg, told)
			})
		}
		return
	}
	if a.facets.Act != dateline.Clash {
		a.perps = slices.DeleteFunc(a.perps, argument.registered)
	}
	arg := p.argument(p.trees[tie.actor.Sentence], tie.actor.Sentence, tie.head)
	arg.span, arg.text, arg.actors = tie.actor.Ref.Span, tie.actor.Text, []Actor{tie.actor}
	arg.actors[0].Ref = x.ref
	arg.inferred = !slices.Contains(a.sentences, tie.actor.Sentence)
	a.perps = append(a.perps, arg)
}

// beside: the two stand in one sentence as equals.
func (p *pass) beside(x, y argument) bool {
	return x.sentence == y.sentence && slices.Contains(p.trees[x.sentence].conjuncts(p.trees[x.sentence].firstConjunct(x.head)), y.head)
}
