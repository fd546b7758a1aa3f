package extract

import (
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/weigh"
)

// This file says in names what package who weighs: what speaks for and against an actor's
// having done what an account tells of.

// suspect is an actor that the report names, with where it does.
type suspect struct {
	ref   dateline.ActorRef
	named []naming
}

// naming is an expression that names a suspect, and what was seen of it.
type naming struct {
	actor Actor
	head  int // token of the sentence that stands for it
}

// suspects are the armed groups, forces, states and their alliances that the report
// names, in text order.
func (p *pass) suspects() []suspect {
	var out []suspect
	for s := range p.actors {
		for _, x := range p.actors[s] {
			if !canBeSuspect(x) {
				continue
			}
			i := slices.IndexFunc(out, func(o suspect) bool { return sameActor(o.ref, x.Ref) })
			if i < 0 {
				i, out = len(out), append(out, suspect{ref: x.Ref})
			}
			out[i].named = append(out[i].named, naming{x, p.headOf(x)})
		}
	}
	return out
}

// canBeSuspect: the words name an actor that uses force, or a state.
func canBeSuspect(x Actor) bool {
	if x.Kind != dateline.ActorExpression || x.Ref.Linked || x.Ref.Actor == "" && !named(x) {
		return false
	}
	return organised(x.Ref.Kind) || x.Ref.Kind == dateline.ActorState || x.Ref.Kind == dateline.ActorIntergovernmental
}

func sameActor(a, b dateline.ActorRef) bool {
	return a.Actor == b.Actor && (a.Actor != "" || lower(a.Name) == lower(b.Name))
}

// headOf is the token that stands for an expression: the one that hangs on what is
// outside it.
func (p *pass) headOf(x Actor) int {
	t := p.trees[x.Sentence]
	for i := range t.Tokens {
		if tok := t.Tokens[i]; tok.Start >= x.Start && tok.End <= x.End && (tok.Head < 0 || t.Tokens[tok.Head].Start < x.Start || t.Tokens[tok.Head].End > x.End) {
			return i
		}
	}
	return max(0, tokenAt(t, x.Start))
}

// asArmy turns states into their militaries where only a military does what is told, "the
// regime's air raids", and joins them to those that are named.
func asArmy(list []suspect) []suspect {
	var out []suspect
	for _, s := range list {
		if army := s.named[0].actor.Army; army != nil {
			s.ref = *army
		}
		if i := slices.IndexFunc(out, func(o suspect) bool { return sameActor(o.ref, s.ref) }); i >= 0 {
			out[i].named = slices.Concat(out[i].named, s.named)
			continue
		}
		out = append(out, s)
	}
	return out
}

// byArmy: only a military does it.
func byArmy(f dateline.Facets) bool {
	switch f.Type() {
	case dateline.TypeAirStrike, dateline.TypeShelling, dateline.TypeBombing, dateline.TypeArmedClash:
		return true
	}
	return false
}

// suspectsOf are the suspects of one account, without those who only deny it.
func (p *pass) suspectsOf(list []suspect, a *account) []suspect {
	if byArmy(p.facets(a)) {
		list = asArmy(list)
	}
	return slices.DeleteFunc(slices.Clone(list), func(x suspect) bool {
		saysOf := func(denied bool) bool {
			return slices.ContainsFunc(a.stances, func(st stance) bool { return (st.kind == dateline.StanceDenied) == denied && x.among(st.actor) })
		}
		return saysOf(true) && !saysOf(false) && !slices.ContainsFunc(a.perps, x.among)
	})
}

// whoSigns is what speaks for and against a suspect, and the naming that ties it most
// closely to the account by the weights.
func (p *pass) whoSigns(list []suspect, x suspect, a *account) ([]weigh.Feature, naming) {
	s := pairSigns{"always": 1}
	p.ruleSigns(s, x, a)
	p.castSigns(s, list, x)
	f := p.facets(a)
	homeSigns(s, x, a, f)
	s[classOf(x.ref)] = 1
	s[classOf(x.ref)+", "+string(f.Type())] = 1
	s.note(a.salience == dateline.Main, "main account")
	s.note(f.Flag(dateline.FlagSuicide), classOf(x.ref)+", suicide")
	best, most := naming{}, math.Inf(-1)
	for _, n := range p.closest(x, a) {
		own := pairSigns{}
		p.namingSigns(own, n, a)
		if sum := p.who.Sum(weigh.Features(own)); sum > most {
			best, most = n, sum
		}
		for name := range own {
			s[name] = 1
		}
	}
	for _, n := range x.named {
		p.cueSigns(s, n)
	}
	return weigh.Features(s), best
}

// closest are the namings in the sentences of an account, else those in the sentence
// nearest to them.
func (p *pass) closest(x suspect, a *account) []naming {
	away := func(n naming) int {
		least := math.MaxInt
		for _, s := range a.sentences {
			least = min(least, abs(n.actor.Sentence-s))
		}
		return least
	}
	least := math.MaxInt
	for _, n := range x.named {
		least = min(least, away(n))
	}
	return slices.DeleteFunc(slices.Clone(x.named), func(n naming) bool { return away(n) > least })
}

// cueSigns: somewhere in the report the suspect claims or denies a deed, or is blamed for
// one.
func (p *pass) cueSigns(s pairSigns, n naming) {
	t := p.trees[n.actor.Sentence]
	role, governor := p.roleIn(t, n.head)
	if governor < 0 {
		return
	}
	if class, _, ok := p.lex.Cue(t.Tokens, governor); ok && stances[class] != "" {
		s["somewhere "+role+" of "+string(class)+" cue"] = 1
	}
}

// classOf says in a word what sort of actor it is.
func classOf(x dateline.ActorRef) string {
	if x.Kind == dateline.ActorStateForce {
		for _, force := range []string{"Police", "Security"} {
			if len(x.Name) > len(force) && x.Name[:len(force)] == force {
				return lower(force)
			}
		}
		return "military"
	}
	if x.Kind.ArmedGroup() {
		return "group"
	}
	return string(x.Kind)
}

// ruleSigns: what the rules say of the suspect, and of others.
func (p *pass) ruleSigns(s pairSigns, x suspect, a *account) {
	is := func(arg argument) bool { return x.among(arg) }
	s.note(slices.ContainsFunc(a.perps, is), "rules: did it")
	s.note(slices.ContainsFunc(a.perps, func(arg argument) bool { return is(arg) && arg.sentence == a.triggers[0].sentence }), "rules: did it, as told first")
	s.note(slices.ContainsFunc(a.perps, func(arg argument) bool { return is(arg) && !slices.ContainsFunc(arg.actors, namedForce) }), "rules: did it, not by name")
	s.note(slices.ContainsFunc(a.perps, func(arg argument) bool { return is(arg) && arg.hedged }), "rules: suspected")
	s.note(len(a.perps) > 0 && is(a.perps[0]), "rules: first of those who did it")
	s.note(slices.ContainsFunc(a.targets, is), "rules: target")
	s.note(slices.ContainsFunc(a.harms, func(h harm) bool { return x.within(h.span) }), "rules: among those hurt")
	for _, st := range a.stances {
		if x.among(st.actor) {
			s["rules: "+string(st.kind)] = 1
		} else if st.actor.registered() && st.kind != dateline.StanceDenied {
			s["rules: another "+string(st.kind)] = 1
		}
	}
	s.note(slices.ContainsFunc(a.perps, func(arg argument) bool { return arg.registered() && !is(arg) }), "rules: another did it")
	s.note(slices.ContainsFunc(a.perps, func(arg argument) bool { return !arg.registered() }), "rules: somebody nameless did it")
	s.note(len(a.perps) == 0 && len(a.stances) == 0, "rules: nobody did it")
	for _, b := range p.accounts {
		if b == a {
			continue
		}
		s.note(slices.ContainsFunc(b.perps, is), "rules: did something else")
		s.note(slices.ContainsFunc(b.perps, is) && b.kind == dateline.KindIncident && b.facets.Act == a.facets.Act, "rules: did something of that kind")
		s.note(slices.ContainsFunc(b.targets, is), "rules: target of something else")
		s.note(slices.ContainsFunc(b.stances, func(st stance) bool { return x.among(st.actor) && st.kind != dateline.StanceDenied }), "rules: said to have done something else")
	}
}

// among: the argument names the suspect.
func (x suspect) among(arg argument) bool {
	best := mostParticular(arg.actors)
	return best != nil && x.is(*best)
}

// is: the expression names the suspect, or the state whose military it is.
func (x suspect) is(y Actor) bool {
	return canBeSuspect(y) && (sameActor(x.ref, y.Ref) || y.Army != nil && sameActor(x.ref, *y.Army))
}

// within: one of the namings stands in the span.
func (x suspect) within(span dateline.Span) bool {
	return slices.ContainsFunc(x.named, func(n naming) bool { return n.actor.Ref.Span.Overlaps(span) })
}

// castSigns: how the suspect stands among all that the report names.
func (p *pass) castSigns(s pairSigns, list []suspect, x suspect) {
	most, like := true, 0
	for _, o := range list {
		most = most && len(o.named) <= len(x.named)
		if classOf(o.ref) == classOf(x.ref) {
			like++
		}
	}
	s.note(len(list) == 1, "the only one named")
	s.note(len(list) > 4, "one of many named")
	s.note(like == 1, "the only "+classOf(x.ref))
	s.note(most, "named most")
	s.note(len(x.named) == 1, "named once")
	s.note(len(x.named) > 3, "named often")
	s.note(x.named[0].actor.Sentence <= 1, "named at the start")
	s.note(sameActor(x.ref, list[0].ref), "named first")
	s.note(!slices.ContainsFunc(x.named, func(n naming) bool { return n.actor.Expression.Ref != "" || named(n.actor) }), "never by a name of its own")
	s.note(!slices.ContainsFunc(x.named, func(n naming) bool { return !p.speaks(n) }), "only speaks")
}

// speaks: it is named as one who says something.
func (p *pass) speaks(n naming) bool {
	t := p.trees[n.actor.Sentence]
	h := t.Tokens[n.head].Head
	return t.rel(n.head, "nsubj") && h >= 0 && t.lex.Speech[t.lemmaAt(h)] != ""
}

// homeSigns: whether the suspect is of the country where it happened.
func homeSigns(s pairSigns, x suspect, a *account, f dateline.Facets) {
	at := bestPlace(a)
	if at == nil || at.Ref.Country == "" || len(x.ref.Country) != 3 || x.ref.Country == "XXX" {
		return
	}
	where := "abroad"
	if at.Ref.Country == x.ref.Country {
		where = "at home"
	}
	s[classOf(x.ref)+" "+where] = 1
	if byArmy(f) {
		s[classOf(x.ref)+" "+where+", "+string(f.Type())] = 1
	}
}

// namingSigns: how one naming stands to the account.
func (p *pass) namingSigns(s pairSigns, n naming, a *account) {
	t := p.trees[n.actor.Sentence]
	role, governor := p.roleIn(t, n.head)
	of := p.governs(t, governor, a)
	near := p.nearestOf(n, a)
	s[role+" of "+of] = 1
	s["stands "+near] = 1
	if strings.Contains(near, "sentence") || !strings.Contains(near, "far") {
		s[role+", "+near] = 1
	}
	if n.actor.Class == "deed" {
		s["names the deed, "+near] = 1
	}
	s.note(slices.Contains(a.sentences, n.actor.Sentence), "in a sentence of the account")
	s.note(a.triggers[0].sentence == n.actor.Sentence, "in the sentence that opens the account")
	for i := range t.Tokens {
		if class, _, ok := p.lex.Cue(t.Tokens, i); ok && (stances[class] != "" || class == lexicon.CueHedge) {
			s[string(class)+" in its sentence, "+near] = 1
			s.note(governor == i, role+" of "+string(class)+" cue")
		}
	}
}

// nearestOf says how far a naming stands from the words of violence of the account.
func (p *pass) nearestOf(n naming, a *account) string {
	sentences, tokens, behind := 1000, 1000, false
	for _, tr := range a.triggers {
		d := n.actor.Sentence - tr.sentence
		if abs(d) < sentences {
			sentences, behind = abs(d), d > 0
		}
		if k := n.head - tr.head; d == 0 && abs(k) < tokens {
			tokens = abs(k)
			behind = k > 0
		}
	}
	side := "before"
	if behind {
		side = "behind"
	}
	switch {
	case sentences == 0 && tokens <= 4:
		return "beside, " + side
	case sentences == 0 && tokens <= 12:
		return "near, " + side
	case sentences == 0:
		return "in the sentence, " + side
	case sentences == 1:
		return "a sentence " + side
	case sentences <= 3:
		return "sentences " + side
	}
	return "far " + side
}

// roleIn says how the token hangs in its sentence and on what; what people or arms are
// of stands for them: "fighters of the Front", "the army's jets".
func (p *pass) roleIn(t *tree, i int) (role string, governor int) {
	i = t.firstConjunct(i)
	for steps := 0; steps < 2; steps++ {
		h := t.Tokens[i].Head
		if h < 0 || !t.rel(i, "nmod", "nmod:poss", "compound", "amod", "appos") || !t.isNoun(h) {
			break
		}
		if _, _, deed := p.lex.Trigger(t.Tokens, h); deed {
			break
		}
		if !p.lex.Nouns[t.lemmaAt(h)].Person && !p.armament(t, h) {
			break
		}
		i = t.firstConjunct(h)
	}
	governor = t.Tokens[i].Head
	switch {
	case governor < 0:
		return "root", -1
	case t.rel(i, "obl", "nmod", "obl:agent"):
		return t.marker(i), governor
	case t.rel(i, "nsubj") && t.isPassive(governor):
		return "nsubj:pass", governor
	}
	return t.Tokens[i].Rel, governor
}

// governs says what a token is that a naming hangs on: a word of violence of the account
// or of another, or one of speech, of doing or of blame.
func (p *pass) governs(t *tree, i int, a *account) string {
	if i < 0 {
		return "nothing"
	}
	if slices.ContainsFunc(a.triggers, func(tr located) bool {
		return tr.sentence == t.Index && (tr.head == i || tr.from <= i && i < tr.to)
	}) {
		return "the deed"
	}
	lemma := t.lemmaAt(i)
	tr, _, deed := p.lex.Trigger(t.Tokens, i)
	carries := t.lex.Is(lexicon.Carries, lemma)
	switch {
	case carries && slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.sentence == t.Index && t.Tokens[tr.head].Head == i }):
		return "carrying out the deed"
	case deed && p.toldElsewhere(t, i, a):
		return "another deed"
	case deed && tr.Role == lexicon.Harm:
		return "harm"
	case deed:
		return "a deed"
	case t.lex.Speech[lemma] != "":
		return "speech"
	case carries:
		return "carrying out"
	case t.isVerb(i):
		return "a verb"
	}
	return "a noun"
}

// toldElsewhere: the word at i is one of violence of another account.
func (p *pass) toldElsewhere(t *tree, i int, a *account) bool {
	return slices.ContainsFunc(p.accounts, func(b *account) bool {
		return b != a && slices.ContainsFunc(b.triggers, func(tr located) bool { return tr.sentence == t.Index && tr.from <= i && i < tr.to })
	})
}

func abs(n int) int { return max(n, -n) }
