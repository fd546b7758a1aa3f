package extract

import (
	"strings"

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
}

// fill finds the arguments of an account in its sentence.
func (p *pass) fill(t *tree, sentence int, a *account, groups []*account) {
	p.fillPerpetrators(t, sentence, a)
	p.fillTargets(t, sentence, a)
	p.fillHarm(t, sentence, a, groups)
	p.fillTimes(t, sentence, a, groups)
	p.fillPlaces(t, sentence, a, groups)
	p.fillMeans(t, sentence, a, groups)
	p.fillNames(t, sentence, a)
}

// fillPerpetrators takes subjects of active violence, agents of passive, and
// "X's attack", "attack by X", "X suicide bomber".
func (p *pass) fillPerpetrators(t *tree, sentence int, a *account) {
	for _, tr := range a.triggers {
		switch tr.POS {
		case "V":
			p.agentOfVerb(t, sentence, tr, a)
		default:
			p.agentOfNoun(t, sentence, tr, a)
		}
	}
}

func (p *pass) agentOfVerb(t *tree, sentence int, tr located, a *account) {
	for _, c := range t.all(tr.head, "obl:agent", "obl") {
		if t.marker(c) == "by" && p.canAct(t, sentence, c) {
			p.addPerps(t, sentence, c, a)
			return
		}
	}
	if tr.Words[0] == "die" || tr.Words[0] == "explode" || tr.Words[0] == "perish" || tr.Words[0] == "go" {
		return
	}
	subject, passive := t.subject(tr.head)
	if subject < 0 || passive || t.Tokens[tr.head].Tag == "VBN" && t.rel(tr.head, "acl") {
		return
	}
	if p.canAct(t, sentence, subject) {
		p.addPerps(t, sentence, subject, a)
		return
	}
	p.pronounAgent(t, sentence, subject, a)
}

// pronounAgent: "It killed at least nine people in June" speaks of the armed
// group or force that the sentence before speaks of.
func (p *pass) pronounAgent(t *tree, sentence, subject int, a *account) {
	x, ok := p.meantBy(t, sentence, subject)
	if !ok || sentence > 0 && !p.follows(sentence) {
		return
	}
	a.perps = appendArgument(a.perps, argument{sentence: sentence, head: subject, span: p.span(t, subject, subject+1), text: x.Text, actors: []Actor{x}})
}

// meantBy is the organised actor that a subject "it" or "they" stands for: the
// subject of the clause or sentence before, itself or what it stands for.
func (p *pass) meantBy(t *tree, sentence, subject int) (Actor, bool) {
	for steps := 0; steps < 3 && (t.Tokens[subject].Lemma == "it" || t.Tokens[subject].Lemma == "they"); steps++ {
		sentence--
		if sentence < 0 || !p.follows(sentence+1) {
			return Actor{}, false
		}
		t = p.trees[sentence]
		if subject = t.mainSubject(); subject < 0 {
			return Actor{}, false
		}
		if x := p.actorAt(t, sentence, subject); x != nil && organised(x.Ref.Kind) {
			return *x, true
		}
	}
	return Actor{}, false
}

// follows says that a sentence stands in the paragraph of the one before it or
// opens the next.
func (p *pass) follows(sentence int) bool {
	return sentence > 0 && p.trees[sentence].Paragraph-p.trees[sentence-1].Paragraph <= 1
}

func organised(k dateline.ActorKind) bool {
	return k == dateline.ActorOrganisedNonstate || k == dateline.ActorAffiliate || k == dateline.ActorStateForce
}

// mainSubject is the subject of the root, or of what the root says, -1 without
// one.
func (t *tree) mainSubject() int {
	for i := range t.Tokens {
		if t.Tokens[i].Head >= 0 {
			continue
		}
		if c := t.child(i, "ccomp", "parataxis"); c >= 0 && t.child(c, "nsubj") >= 0 && t.rel(c, "parataxis") {
			return t.child(c, "nsubj")
		}
		return t.child(i, "nsubj", "nsubj:pass")
	}
	return -1
}

// agentOfNoun: possessives, modifiers and by-phrases of a trigger noun, and
// the subject of the verb that carries it ("X carried out an attack").
func (p *pass) agentOfNoun(t *tree, sentence int, tr located, a *account) {
	if tr.Role == lexicon.Perpetrator {
		p.addPerps(t, sentence, tr.head, a)
		return
	}
	for _, c := range t.children[tr.head] {
		switch {
		case t.rel(c, "nmod:poss") && p.canAct(t, sentence, c),
			t.rel(c, "compound", "amod") && p.namedGroup(t, sentence, c),
			t.rel(c, "nmod", "obl") && t.marker(c) == "by" && p.canAct(t, sentence, c):
			p.addPerps(t, sentence, c, a)
			return
		}
	}
	verb := t.Tokens[tr.head].Head
	if verb >= 0 && t.isVerb(verb) && t.rel(tr.head, "obj", "nsubj:pass", "obl") && carries[t.lemmaAt(verb)] {
		for _, c := range t.all(verb, "obl", "obl:agent") {
			if t.marker(c) == "by" && p.canAct(t, sentence, c) {
				p.addPerps(t, sentence, c, a)
				return
			}
		}
		if s, passive := t.subject(verb); s >= 0 && !passive && p.canAct(t, sentence, s) {
			p.addPerps(t, sentence, s, a)
		}
	}
}

// namedGroup: a registered actor other than a state: "the Front's", "FARC
// attack"; a label such as "terrorist attack" names nobody (TAX-5).
func (p *pass) namedGroup(t *tree, sentence, i int) bool {
	a := p.actorAt(t, sentence, i)
	return a != nil && a.Ref.Actor != "" && a.Ref.Kind != dateline.ActorState && a.Kind == dateline.ActorExpression
}

// carries are verbs that put a trigger noun into action.
var carries = set("carry", "stage", "launch", "conduct", "commit", "perpetrate", "mount", "execute", "perform", "make", "unleash", "wage", "orchestrate", "do", "claim")

// canAct: persons, groups and forces do violence; bombs, blasts and things
// stand in for somebody.
func (p *pass) canAct(t *tree, sentence, i int) bool {
	for _, k := range t.conjuncts(i) {
		if a := p.actorAt(t, sentence, k); a != nil && a.Kind != dateline.SourceExpression {
			return true
		}
	}
	tok := t.Tokens[i]
	if n, ok := p.lex.Nouns[tok.Lemma]; ok {
		return n.Person
	}
	if _, _, ok := p.lex.Trigger(t.Tokens, i); ok {
		return strings.HasSuffix(tok.Lemma, "er")
	}
	switch tok.Lemma {
	case "group", "gang", "militia", "army", "police", "unit", "squad", "cell", "band", "crowd", "mob", "commando", "column", "faction", "branch", "affiliate", "organization", "organisation", "network", "crew", "element", "delinquent", "criminal", "hitman", "someone", "somebody", "jet", "warplane", "airplane", "drone", "helicopter", "aircraft", "robber", "burglar", "killer", "murderer", "arsonist", "sniper", "thug", "vigilante", "individual", "subject", "stranger", "trafficker", "cartel", "neighbor", "ex-boyfriend", "ex-husband":
		return true
	}
	return tok.POS == "PROPN" && p.placeAt(t, sentence, i) == nil && !inTime(p.times[sentence], tok.Start)
}

// addPerps takes the phrase at i and its conjuncts as perpetrators.
func (p *pass) addPerps(t *tree, sentence, i int, a *account) {
	for _, k := range t.conjuncts(i) {
		arg := p.argument(t, sentence, k)
		if pronoun[lower(arg.text)] {
			continue
		}
		a.perps = appendArgument(a.perps, arg)
	}
}

var pronoun = set("he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "them", "him", "her", "this", "those", "these", "one", "what", "his", "their")

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

// fillTargets takes objects of active violence, subjects of passive, and
// "attack on X", "bombing of X", "X assassination".
func (p *pass) fillTargets(t *tree, sentence int, a *account) {
	for _, tr := range a.triggers {
		for _, c := range p.sufferers(t, tr) {
			if p.lex.Nouns[t.Tokens[partOf(t, c)].Lemma].Population == dateline.PopPerpetrators && (tr.Role != lexicon.Harm || partOf(t, c) != c) {
				continue
			}
			p.placeAttacked(t, sentence, c, tr, a)
			p.addTargets(t, sentence, c, a, tr.Role == lexicon.Harm)
		}
	}
}

// placeAttacked: "attacked the town of X", "raided X" say where as well as
// what: the object is a settlement, or a settlement's name hangs on it.
func (p *pass) placeAttacked(t *tree, sentence, i int, tr located, a *account) {
	if tr.Role != lexicon.Event || tr.POS != "V" {
		return
	}
	for _, k := range append([]int{i}, t.all(i, "nmod", "appos", "flat")...) {
		x := p.placeAt(t, sentence, k)
		if x == nil || x.Ref.City == "" || x.Class == "demonym" || k != i && t.marker(k) != "of" && t.marker(k) != "" {
			continue
		}
		x.Ref.Role = dateline.PlaceSite
		a.places = append(a.places, placed{*x, dateline.PlaceSite})
		return
	}
}

// sufferers are the tokens that stand as what a trigger was done to.
func (p *pass) sufferers(t *tree, tr located) []int {
	var out []int
	if tr.POS == "V" {
		subject, passive := t.subject(tr.head)
		if subject >= 0 && (passive || intransitive[tr.Words[0]] || p.hurtsItself(t, tr.head)) {
			out = append(out, t.behind(subject))
		}
		for _, c := range t.all(tr.head, "obj") {
			if !reflexive[lower(t.Tokens[c].Text)] {
				out = append(out, c)
			}
		}
		for _, c := range t.all(tr.head, "obl") {
			if aimedBy(tr.Words, t.marker(c)) {
				out = append(out, c)
			}
		}
		return out
	}
	for _, c := range t.children[tr.head] {
		switch {
		case t.rel(c, "nmod", "obl") && (t.marker(c) == "on" || t.marker(c) == "against" || t.marker(c) == "of" || t.marker(c) == "upon"):
			out = append(out, c)
		case t.rel(c, "nmod", "obl") && t.marker(c) == "at" && p.lex.Nouns[t.Tokens[c].Lemma].Thing:
			out = append(out, c)
		case t.rel(c, "compound") && c < tr.from && tr.Role == lexicon.Event && p.lex.Nouns[t.Tokens[c].Lemma].Thing:
			out = append(out, c)
		}
	}
	if tr.Role == lexicon.Perpetrator {
		return nil
	}
	if verb := t.Tokens[tr.head].Head; verb >= 0 && t.isVerb(verb) && (carries[t.lemmaAt(verb)] || t.rel(tr.head, "nsubj", "obl")) {
		for _, c := range t.all(verb, "obl") {
			if m := t.marker(c); m == "on" || m == "against" {
				out = append(out, c)
			}
		}
	}
	return out
}

// hurtsItself: "the boy shot himself", "a toddler shoots self".
func (p *pass) hurtsItself(t *tree, verb int) bool {
	for k := verb + 1; k < min(verb+3, len(t.Tokens)); k++ {
		if reflexive[lower(t.Tokens[k].Text)] {
			return true
		}
	}
	return false
}

var reflexive = set("himself", "herself", "themselves", "itself", "self", "themself")

// intransitive verbs of harm suffer in their subject.
var intransitive = set("die", "perish")

// aimedBy: the prepositions that name what a verb was aimed at.
func aimedBy(words []string, marker string) bool {
	switch marker {
	case "at", "on", "upon", "against", "into":
		return words[0] == "send" || words[0] == "fire" || words[0] == "open" || words[0] == "throw" || words[0] == "hurl" || words[0] == "launch" || words[0] == "slam" || words[0] == "ram" || words[0] == "shoot" || words[0] == "plow" || words[0] == "plough"
	}
	return false
}

// addTargets takes the phrase at i and its conjuncts as targets. Those merely
// hurt are victims; they are targets only if they can be told from others.
func (p *pass) addTargets(t *tree, sentence, i int, a *account, hurt bool) {
	for _, k := range t.conjuncts(i) {
		if _, _, ok := p.lex.Trigger(t.Tokens, k); ok && !p.lex.Nouns[t.Tokens[k].Lemma].Person {
			continue
		}
		if inTime(p.times[sentence], t.Tokens[k].Start) {
			continue
		}
		arg := p.argument(t, sentence, k)
		if pronoun[lower(arg.text)] {
			continue
		}
		arg.target = p.target(t, sentence, k, arg)
		if arg.target != nil && (!hurt || p.canBeTold(arg)) {
			a.targets = appendArgument(a.targets, arg)
		}
	}
}

func inTime(times []Time, at int) bool {
	for _, x := range times {
		if x.Start <= at && at < x.End {
			return true
		}
	}
	return false
}

// target describes the phrase of head i as a target: its category from the
// head noun, its nationality from demonyms and possessives, whether it is one
// of its kind (LNK-1).
func (p *pass) target(t *tree, sentence, i int, arg argument) *dateline.Target {
	noun, known := p.lex.Nouns[t.Tokens[i].Lemma]
	target := &dateline.Target{Category: noun.Category, Text: arg.text, Span: arg.span}
	for _, x := range p.withAppositions(t, sentence, i, arg) {
		switch {
		case x.Kind == dateline.PersonExpression:
			target.Name, target.Person = x.Text, true
			if target.Category == "" {
				target.Category = dateline.TargetUnknown
			}
		case x.Ref.Country != "" && x.Ref.Kind == dateline.ActorState:
			target.Nationality = addWord(target.Nationality, x.Ref.Country)
		case x.Ref.Kind == dateline.ActorOrganisedNonstate || x.Ref.Kind == dateline.ActorAffiliate:
			target.Category, target.Name = dateline.TargetNonstate, x.Ref.Name
		case x.Ref.Kind == dateline.ActorStateForce && !known:
			target.Category = dateline.TargetMilitary
		}
	}
	for _, x := range p.places[sentence] {
		if arg.span.Start <= x.Start && x.End <= arg.span.End && x.Ref.Country != "" && (x.Class == "demonym" || x.Class == "country" && p.owns(t, x, i)) {
			target.Nationality = addWord(target.Nationality, x.Ref.Country)
		}
	}
	if c := p.modifierCategory(t, i, arg); c != "" && (vagueCategory[target.Category] || target.Category == dateline.TargetBusiness) {
		target.Category = c
	}
	if target.Category == "" && !known && len(arg.actors) == 0 {
		if t.Tokens[i].POS != "PROPN" || p.placeAt(t, sentence, i) != nil {
			return nil
		}
		target.Category, target.Name = dateline.TargetUnknown, arg.text
	}
	if target.Category == "" {
		target.Category = dateline.TargetUnknown
	}
	target.Unique = target.Category == dateline.TargetDiplomatic && noun.Thing && len(target.Nationality) == 1 || target.Name != "" && target.Person
	if !noun.Person && target.Name == "" {
		target.Name = properName(t, arg, i)
	}
	target.Specific = p.specific(t, sentence, i, arg, target)
	return target
}

// owns: the country at x possesses or modifies the head: "Pakistan's top
// diplomat", "the Turkmenistan embassy".
func (p *pass) owns(t *tree, x Place, head int) bool {
	k := tokenAt(t, x.Start)
	return k >= 0 && t.rel(k, "nmod:poss", "compound", "amod") && t.under(k, head)
}

// specific names a target in neutral words: "embassy of Russia", "hotel",
// "police station", a proper name as it is.
func (p *pass) specific(t *tree, sentence, i int, arg argument, target *dateline.Target) string {
	if target.Name != "" {
		return target.Name
	}
	noun := lower(t.Tokens[i].Text)
	for _, c := range t.all(i, "compound") {
		if c == i-1 && t.Tokens[c].POS == "NOUN" && !inTime(p.times[sentence], t.Tokens[c].Start) {
			noun = lower(t.Tokens[c].Text) + " " + noun
		}
	}
	if country := p.nationOf(sentence, arg); country != "" && len(target.Nationality) == 1 {
		return noun + " of " + country
	}
	return noun
}

// nationOf is the name of the country that a phrase gives by a demonym or a
// possessive.
func (p *pass) nationOf(sentence int, arg argument) string {
	for _, x := range p.places[sentence] {
		if arg.span.Start <= x.Start && x.End <= arg.span.End && x.Ref.Name != "" && (x.Class == "demonym" || x.Class == "country") {
			return x.Ref.Name
		}
	}
	for _, x := range arg.actors {
		if x.Ref.Kind == dateline.ActorState {
			return x.Ref.Name
		}
	}
	return ""
}

// properName is the run of proper nouns of a phrase, "" if there is none.
func properName(t *tree, arg argument, head int) string {
	var words []string
	for i := head; i >= 0 && t.Tokens[i].Start >= arg.span.Start; i-- {
		if t.Tokens[i].POS == "PROPN" && !timeNoun[t.Tokens[i].Lemma] || i == head {
			words = append([]string{t.Tokens[i].Text}, words...)
		}
	}
	if len(words) < 2 {
		return ""
	}
	return strings.Join(words, " ")
}

func addWord(list []string, w string) []string {
	for _, x := range list {
		if x == w {
			return list
		}
	}
	return append(list, w)
}

// withAppositions adds the persons named beside the phrase: "the ambassador,
// Anvar Karimov,".
func (p *pass) withAppositions(t *tree, sentence, i int, arg argument) []Actor {
	out := arg.actors
	for _, c := range t.all(i, "appos", "flat") {
		if a := p.actorAt(t, sentence, c); a != nil && a.Kind == dateline.PersonExpression {
			out = append(out[:len(out):len(out)], *a)
		}
	}
	return out
}

var vagueCategory = map[dateline.TargetCategory]bool{"": true, dateline.TargetUnknown: true, dateline.TargetCitizens: true}

// adjectiveCategory: adjectives that say what kind of person or thing it is.
var adjectiveCategory = map[string]dateline.TargetCategory{
	"diplomatic": dateline.TargetDiplomatic, "consular": dateline.TargetDiplomatic, "military": dateline.TargetMilitary, "religious": dateline.TargetReligious,
	"medical": dateline.TargetHealth, "governmental": dateline.TargetGovernment, "federal": dateline.TargetGovernment, "naval": dateline.TargetMilitary,
	"government": dateline.TargetGovernment, "army": dateline.TargetMilitary, "security": dateline.TargetPolice, "police": dateline.TargetPolice,
	"humanitarian": dateline.TargetNGO, "electric": dateline.TargetUtilities, "electrical": dateline.TargetUtilities, "u.n.": dateline.TargetIGO,
}

// modifierCategory reads the category from the words before the head: "embassy
// staff", "diplomatic personnel", "police station".
func (p *pass) modifierCategory(t *tree, head int, arg argument) dateline.TargetCategory {
	for i := head - 1; i >= 0 && t.Tokens[i].Start >= arg.span.Start; i-- {
		if c := adjectiveCategory[t.Tokens[i].Lemma]; c != "" {
			return c
		}
		if n, ok := p.lex.Nouns[t.Tokens[i].Lemma]; ok && n.Category != dateline.TargetCitizens && n.Category != dateline.TargetUnknown && t.rel(i, "compound", "amod") {
			return n.Category
		}
	}
	return ""
}
