package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// stance is what somebody says about who did it (domain §7.5).
type stance struct {
	kind     dateline.Stance
	actor    argument
	sentence int
	cue      int // token
	width    int
}

var stances = map[lexicon.Cue]dateline.Stance{
	lexicon.CueClaim: dateline.StanceClaimed, lexicon.CueDenial: dateline.StanceDenied,
	lexicon.CueAttribution: dateline.StanceAttributed, lexicon.CueCharged: dateline.StanceCharged, lexicon.CueConvicted: dateline.StanceConvicted,
}

// responsibility finds stances in a sentence and gives them to its accounts, or
// opens a bare one that is joined to the happening it speaks of.
func (p *pass) responsibility(t *tree, sentence int, groups []*account) {
	var bare *account
	if len(groups) == 0 {
		bare = p.bareNames(t, sentence)
	}
	for i := range t.Tokens {
		s, found := p.stanceFrom(t, sentence, i)
		switch {
		case !found:
			continue
		case len(groups) > 0:
			p.takeStance(t, s, nearest(t, i, groups), groups)
			continue
		case bare == nil:
			bare = p.bareStance(t, sentence, i)
		}
		bare.stances = append(bare.stances, s)
	}
	if bare != nil {
		p.accounts = append(p.accounts, bare)
	}
	for _, a := range groups {
		p.ownWord(t, sentence, a)
	}
}

// takeStance gives a stance to the account that it suits best; what is claimed, to those
// joined to that one too.
func (p *pass) takeStance(t *tree, s stance, best *account, groups []*account) {
	for _, g := range groups {
		if g == best || s.kind == dateline.StanceClaimed && t.joinedTo(g, best) {
			g.stances = append(g.stances, s)
			p.turnBare(g, s)
		}
	}
}

// joinedTo: an "and" joins the acts of two accounts, so that both are claimed: "claimed a
// bombing in Tarn AND the KILLING of a judge".
func (t *tree) joinedTo(a, b *account) bool {
	return slices.ContainsFunc(a.triggers, func(x located) bool {
		return x.POS == "N" && slices.ContainsFunc(b.triggers, func(y located) bool {
			return y.POS == "N" && x.sentence == t.Index && y.sentence == t.Index && t.firstConjunct(x.head) == t.firstConjunct(y.head)
		})
	})
}

// stanceFrom is the stance that token i opens, a cue or a leaflet.
func (p *pass) stanceFrom(t *tree, sentence, i int) (stance, bool) {
	class, width, ok := p.lex.Cue(t.Tokens, i)
	kind, wanted := stances[class]
	switch {
	case !ok || !wanted:
		if s, ok := p.ownDoing(t, sentence, i); ok {
			return s, true
		}
		return p.signed(t, sentence, i)
	case t.isVerb(i) && t.denied(i), kind == dateline.StanceAttributed && (p.saidUntrue(sentence, i) || t.calledWrong(i)):
		return stance{}, false
	}
	return p.stanceAt(t, sentence, i, width, kind)
}

// signed: what attackers left to be read says whose deed it is, "a MESSAGE signed by
// the cartel", "a PAMPHLET left by the party".
func (p *pass) signed(t *tree, sentence, i int) (stance, bool) {
	if !t.isNoun(i) || !t.lex.Is(lexicon.Leaflet, t.lemmaAt(i)) {
		return stance{}, false
	}
	of := t.lemmaAt(i+1) == "of" || t.lemmaAt(i+1) == "from"
	if of && slices.ContainsFunc(t.Tokens, func(w dateline.Token) bool { return t.lex.Is(lexicon.LeftThere, w.Lemma) }) {
		return p.signedBy(t, sentence, i, i+2) // "a LEAFLET of the party found beside the body"
	}
	for v := i + 1; v < min(i+8, len(t.Tokens)) && t.Tokens[v].POS != "PUNCT"; v++ {
		if t.lex.Is(lexicon.Signs, t.lemmaAt(v)) && t.lemmaAt(v+1) == "by" {
			return p.signedBy(t, sentence, v, v+2)
		}
	}
	return stance{}, false
}

// signedBy gives the deed to the armed group that the words from token k on name first.
func (p *pass) signedBy(t *tree, sentence, cue, k int) (stance, bool) {
	for ; k < len(t.Tokens) && (t.Tokens[k].POS != "PUNCT" || t.Tokens[k].Text == "(") && !t.isVerb(k); k++ {
		if x := p.actorAt(t, sentence, k); x != nil && x.Ref.Kind.ArmedGroup() {
			return stance{kind: dateline.StanceAttributed, sentence: sentence, cue: cue, width: 1, actor: p.argument(t, sentence, k)}, true
		}
	}
	return stance{}, false
}

// ownDoing: a group says that it or its people laid the bomb or hold the captives: "the
// Front said ITS FIGHTERS had PLACED it", "said it was HOLDING two engineers" (§7.5).
func (p *pass) ownDoing(t *tree, sentence, i int) (stance, bool) {
	if !t.isVerb(i) || !t.lex.Is(lexicon.Does, t.lemmaAt(i)) || t.sayerOf(i) < 0 || !p.deedDone(t, i) {
		return stance{}, false
	}
	who, passive := t.subject(i)
	if who < 0 || passive {
		return stance{}, false
	}
	its := t.itself(who)
	if its < 0 {
		return stance{}, false
	}
	if x, ok := p.speakerOf(t, sentence, its); !ok || !x.Ref.Kind.ArmedGroup() {
		return stance{}, false
	}
	return p.ofItself(t, stance{kind: dateline.StanceAttributed, sentence: sentence, cue: i, width: 1}, its)
}

// deedDone: the object of the verb is somebody, a weapon, an act or a pronoun for one.
func (p *pass) deedDone(t *tree, verb int) bool {
	o := t.child(verb, "obj")
	if o < 0 {
		return false
	}
	_, _, violent := p.lex.Trigger(t.Tokens, o)
	return violent || p.lex.Nouns[t.lemmaAt(o)].Person || t.Tokens[o].POS == "PRON"
}

// ownWord: who says of themselves that they did it claim it: "the Front said it had
// fired the rockets" (§7.5).
func (p *pass) ownWord(t *tree, sentence int, a *account) {
	for _, arg := range a.perps {
		if arg.sentence != sentence || !pointsBack(t, arg.head) || len(a.stances) > 0 {
			continue
		}
		said := t.sayerOf(arg.head)
		if x, ok := p.speakerOf(t, sentence, arg.head); said >= 0 && ok && x.Ref.Kind.ArmedGroup() {
			a.stances = append(a.stances, stance{kind: dateline.StanceClaimed, sentence: sentence, cue: said, width: 1, actor: arg})
		}
	}
}

// sayerOf is the verb whose clause token i stands in as what is said, -1 without one.
func (t *tree) sayerOf(i int) int {
	for ; i >= 0 && !t.rel(i, "ccomp"); i = t.Tokens[i].Head {
	}
	if i < 0 {
		return -1
	}
	return t.Tokens[i].Head
}

// saidUntrue: the token stands in what somebody denies: "denied that it was
// BEHIND the attack" attributes nothing.
func (p *pass) saidUntrue(sentence, i int) bool {
	if !p.trees[sentence].denies() {
		return false // and nobody need ask who speaks
	}
	_, modality := p.chain(sentence, i)
	return modality == dateline.Denied
}

// denies: a verb of denial stands in the sentence.
func (t *tree) denies() bool {
	for i := range t.Tokens {
		if t.lex.Speech[t.Tokens[i].Lemma] == dateline.Denied {
			return true
		}
	}
	return false
}

// calledWrong: "it is absurd to BLAME the Front", "was falsely ACCUSED" give it
// to nobody.
func (t *tree) calledWrong(i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		if t.lex.Is(lexicon.Unjust, lower(t.Tokens[k].Text)) {
			return true
		}
	}
	return false
}

// turnBare: an account whose only trigger is what the cue speaks about ("X
// claimed the attack") keeps its kind; the stance is a claim about it.
func (p *pass) turnBare(a *account, s stance) {
	if s.kind == dateline.StanceClaimed || s.kind == dateline.StanceAttributed {
		a.perps = appendArgument(a.perps, s.actor)
	}
}

func (p *pass) bareStance(t *tree, sentence, i int) *account {
	return &account{bare: true, sentences: []int{sentence}, kind: dateline.KindIncident, temporal: dateline.Past, facets: dateline.Facets{Act: dateline.ActUnknown},
		triggers: []located{{found{Trigger: lexicon.Trigger{Words: []string{t.Tokens[i].Lemma}, Role: lexicon.Harm, Act: dateline.ActUnknown, POS: "N"}, from: i, to: i + 1, head: i}, sentence}}}
}

// stanceAt reads who takes or is given the responsibility at a cue.
func (p *pass) stanceAt(t *tree, sentence, i, width int, kind dateline.Stance) (stance, bool) {
	s := stance{kind: kind, sentence: sentence, cue: i, width: width}
	var who int
	switch kind {
	case dateline.StanceClaimed, dateline.StanceDenied:
		if kind == dateline.StanceDenied && !p.speaksOfBlame(t, i) || p.claimsNoAct(t, sentence, i, width) {
			return s, false
		}
		who = p.taker(t, i)
	default:
		who = p.accused(t, sentence, i)
	}
	if who < 0 || p.negatedPhrase(t, who) {
		return s, false // "no group has claimed responsibility"
	}
	if its := t.itself(who); its >= 0 {
		return p.ofItself(t, s, its)
	}
	s.actor = p.argument(t, sentence, who)
	s.actor.hedged = s.actor.hedged || t.lemmaAt(i) == "suspect" // "investigators suspect the Front"
	if t.lex.Is(lexicon.Carries, t.lemmaAt(i)) && t.lemmaAt(i) != "claim" && !slices.ContainsFunc(s.actor.actors, namedForce) {
		return s, false // "the men who carried out the attack"
	}
	if len(s.actor.actors) == 0 && !p.canAct(t, sentence, who) || t.lex.Is(lexicon.Pronoun, lower(s.actor.text)) {
		return s, false
	}
	return s, true
}

// itself is the pronoun that stands at who or says whose they are, "IT", "one of ITS
// men"; -1 without one.
func (t *tree) itself(who int) int {
	if t.Tokens[who].POS == "PRON" {
		return who
	}
	for _, k := range append([]int{who}, t.all(who, "nmod")...) {
		if its := t.child(k, "nmod:poss"); its >= 0 && pointsBack(t, its) {
			return its
		}
	}
	return -1
}

// ofItself: "the Front said it was behind the attack" is a claim, whatever the
// verb; elsewhere a pronoun stands for the group spoken of before.
func (p *pass) ofItself(t *tree, s stance, who int) (stance, bool) {
	x, ok := p.meantBy(t, s.sentence, who)
	if !ok {
		return s, false
	}
	if _, same := p.speakerOf(t, s.sentence, who); same && s.kind == dateline.StanceAttributed {
		s.kind = dateline.StanceClaimed
	}
	s.actor = argument{sentence: s.sentence, head: who, span: p.span(t, who, who+1), text: x.Text, actors: []Actor{x}}
	return s, true
}

// claimsNoAct: what is claimed, owned or admitted is no act of violence, or it is no armed
// group that admits it.
func (p *pass) claimsNoAct(t *tree, sentence, i, width int) bool {
	switch t.lemmaAt(i) {
	case "claim", "own":
		return width == 1 && !p.claimsAct(t, sentence, i)
	case "admit":
		return width == 1 && (!p.claimsAct(t, sentence, i) || !p.groupSpeaks(t, sentence, i))
	}
	return false
}

// claimsAct: "the attack, which the Front claimed", "claimed the attack": what
// is claimed is an act of violence.
func (p *pass) claimsAct(t *tree, sentence, i int) bool {
	o := t.child(i, "obj", "nsubj:pass")
	if o >= 0 && t.Tokens[o].Tag == "WDT" || o < 0 && t.rel(i, "acl", "acl:relcl") {
		o = t.Tokens[i].Head
	}
	if o < 0 {
		return false
	}
	if t.lemmaAt(o) == "it" || t.lemmaAt(o) == "they" {
		return p.groupSpeaks(t, sentence, i) // "the Front claimed it"
	}
	_, _, violent := p.lex.Trigger(t.Tokens, o)
	return violent
}

// speaksOfBlame: a denial counts only when what is denied is a part in violence.
func (p *pass) speaksOfBlame(t *tree, i int) bool {
	for k := i; k < min(i+12, len(t.Tokens)); k++ {
		if p.lex.Is(lexicon.Blame, t.Tokens[k].Lemma) || t.lemmaAt(k) == "to" && t.lemmaAt(k+1) == "do" && t.lemmaAt(k+2) == "with" || p.ownDeed(t, k) {
			return true
		}
	}
	return false
}

// ownDeed: what is denied is a deed of those who deny, "denied FIRING the rockets",
// "denied that it had BOMBED the school".
func (p *pass) ownDeed(t *tree, i int) bool {
	tr, _, ok := p.lex.Trigger(t.Tokens, i)
	if !ok || tr.POS != "V" || tr.Role == lexicon.Harm {
		return false
	}
	subject, passive := t.subject(i)
	return !passive && (t.Tokens[i].Tag == "VBG" && t.rel(i, "xcomp", "advcl") || subject >= 0 && pointsBack(t, subject))
}

// taker is the subject of a claim or denial, or the agent of a passive one.
func (p *pass) taker(t *tree, i int) int {
	v := i
	if !t.isVerb(v) {
		v = t.clause(i)
	}
	for _, c := range t.all(v, "obl", "obl:agent") {
		if t.marker(c) == "by" {
			return c
		}
	}
	s, passive := t.subject(v)
	if passive {
		return -1
	}
	return s
}

// accused is the object of blame: "blamed X", "attributed to X", "X is
// suspected", "X was behind", "X was charged".
func (p *pass) accused(t *tree, sentence, i int) int {
	v := i
	if !t.isVerb(v) {
		v = t.clause(i)
	}
	if t.lemmaAt(i) == "suspect" && v != i && t.Tokens[i].POS == "NOUN" {
		return p.namedAfter(t, sentence, i) // "the suspect shot a bystander" blames no bystander
	}
	switch t.lemmaAt(i) {
	case "blame", "accuse", "suspect", "charge", "indict", "convict", "sentence", "arraign":
		if t.lemmaAt(i) == "charge" && t.lemmaAt(i+1) == "that" {
			return -1 // "a leader charged that the party had read his letters"
		}
		if o := t.child(v, "obj", "nsubj:pass"); o >= 0 {
			if on := p.oblique(t, v, "on"); on >= 0 && t.lemmaAt(i) == "blame" && t.child(v, "obj") >= 0 {
				return on
			}
			return o
		}
		if on := p.oblique(t, v, "on"); on >= 0 {
			return on
		}
		return p.namedAfter(t, sentence, i)
	case "link", "tie":
		if !p.claimsAct(t, sentence, i) {
			return -1 // "the men linked to the Front"
		}
		return p.oblique(t, v, "to")
	case "attribute":
		return p.oblique(t, v, "to")
	case "pin", "point":
		return max(p.oblique(t, v, "on"), p.oblique(t, v, "at"))
	case "hallmark":
		return t.child(i, "nmod")
	case "be", "behind":
		for _, k := range []int{t.Tokens[i].Head, v} {
			if k >= 0 && t.nearestSubject(k) >= 0 {
				return t.nearestSubject(k)
			}
		}
	default:
		if t.rel(i, "amod") {
			return -1 // "those responsible"
		}
		if s, _ := t.subject(i); s >= 0 {
			return s
		}
		if s, _ := t.subject(v); s >= 0 {
			return s
		}
	}
	return -1
}

// namedAfter is the armed group or force named straight after a verb whose
// object the parse has not found, -1 without one.
func (p *pass) namedAfter(t *tree, sentence, i int) int {
	for k := i + 1; k < min(i+4, len(t.Tokens)) && t.Tokens[k].POS != "PUNCT"; k++ {
		if x := p.actorAt(t, sentence, k); x != nil && organised(x.Ref.Kind) {
			return k
		}
	}
	return -1
}

// oblique is the phrase with a preposition that belongs to a verb, or hangs on
// its object where the parse has it so.
func (p *pass) oblique(t *tree, v int, marker string) int {
	heads := []int{v}
	if o := t.child(v, "obj"); o >= 0 {
		heads = append(heads, o)
	}
	for _, h := range heads {
		for _, c := range t.all(h, "obl", "nmod") {
			if t.marker(c) == marker {
				return c
			}
		}
	}
	return -1
}

// groupSpeaks: the subject of the verb at i is an armed group: what it claims is an
// attack.
func (p *pass) groupSpeaks(t *tree, sentence, i int) bool {
	s, passive := t.subject(i)
	if s < 0 || passive {
		return false
	}
	x := p.actorAt(t, sentence, s)
	return x != nil && x.Ref.Kind.ArmedGroup()
}
