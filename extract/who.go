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

// blame gives each account the actor that most likely did it, if one is likelier than none
// of those named, with the sentence that ties it.
func (p *pass) blame() {
	all := p.suspects()
	for _, a := range onlyIncidents(p.accounts) {
		list := p.suspectsOf(all, a)
		sum, most := 1.0, 0.0
		var chosen *suspect
		var tie naming
		for i, x := range list {
			signs, n := p.whoSigns(list, x, a)
			score := p.who.Sum(signs)
			sum += math.Exp(score)
			if score > most {
				chosen, tie, most = &list[i], n, score
			}
		}
		if chosen != nil {
			p.charge(a, *chosen, tie)
		} else if 1/sum > surelyNobody {
			a.perps = slices.DeleteFunc(a.perps, func(arg argument) bool { return arg.registered() && arg.sentence != a.triggers[0].sentence })
		}
	}
}

// surelyNobody is the chance above which nobody of those named did it, whatever the rules
// say of other sentences than the one that opens the account.
const surelyNobody = 0.6

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
