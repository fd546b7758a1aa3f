package actor

import (
	"sort"

	dateline "github.com/opendateline/dateline"
)

// Classes of actor expressions beside the actor kinds.
const (
	ClassLinked    = "linked"    // "<group>-linked militants" (ACT-9)
	ClassBranch    = "branch"    // "<group> affiliate": one that follows it (ACT-2)
	ClassMilitants = "militants" // an armed group without a name
	ClassGroup     = "group"     // "the group": points back
	ClassArmy      = "army"      // a state's military without the state's name
	ClassPolice    = "police"
	ClassSecurity  = "security"
	ClassGov       = "government"
	ClassCrowd     = "crowd"
	ClassDeed      = "deed" // "Israeli air strike": names the military by what it does
)

// Find lists the expressions of a report that name actors, sources and
// persons, in text order; none overlaps another. Ref is set only where the
// words alone decide it.
func (r *Registry) Find(doc *dateline.Document) []dateline.Expression {
	var out []dateline.Expression
	known := map[string]bool{}
	var words []word
	for i := range doc.Sentences {
		words = sentenceWords(words, doc, &doc.Sentences[i])
		f := finder{r: r, doc: doc, sentence: i, words: words, known: known}
		f.run()
		out = append(out, f.found...)
	}
	return out
}

// finder walks over the words of one sentence.
type finder struct {
	r        *Registry
	doc      *dateline.Document
	sentence int
	words    []word
	found    []dateline.Expression
	known    map[string]bool // names of groups that the registry lacks, found so far
}

func (f *finder) run() {
	for i := 0; i < len(f.words); {
		i += max(1, f.at(i))
	}
}

// at tries each kind of expression at word i and gives the words it used.
func (f *finder) at(i int) int {
	n := f.r.names.match(f.words, i)
	if n == nil || n.first(nameGroup) == nil {
		if used := f.unlisted(i); used > 0 {
			return used
		}
	}
	if n == nil {
		return f.person(i)
	}
	if e := n.first(nameGroup); e != nil {
		return f.group(i, n)
	}
	if n.first(nameSource) != nil {
		return f.source(i, n)
	}
	if n.first(nameGeneric) != nil {
		return f.generic(i, n)
	}
	return f.state(i, n)
}

func (n *name) first(kind nameKind) *entry {
	for i := range n.entries {
		if n.entries[i].kind == kind {
			return &n.entries[i]
		}
	}
	return nil
}

// add files the words [i,j) as an expression.
func (f *finder) add(kind dateline.ExpressionKind, i, j int, ref dateline.ID, class string) int {
	start, end := f.words[i].start, f.words[j-1].end
	f.found = append(f.found, dateline.Expression{
		Kind: kind, Start: start, End: end, Sentence: f.sentence, Text: f.doc.Text()[start:end], Ref: ref, Class: class,
	})
	return j - i
}

func (f *finder) fold(i int) string {
	if i < 0 || i >= len(f.words) {
		return ""
	}
	return f.words[i].fold
}

// group files the name of a group, with "-linked" read as ACT-9 has it and a
// noun such as "militants" after it taken in.
func (f *finder) group(i int, n *name) int {
	end := i + len(n.words)
	class, ref := string(dateline.ActorOrganisedNonstate), dateline.ID("")
	if len(n.entries) == 1 {
		ref = n.entries[0].id
		class = string(f.r.actors[ref].Kind)
	}
	if linkWords[f.fold(end)] {
		class, end = ClassLinked, end+1
	}
	if branchWords[f.fold(end)] && !f.words[end].stop && class != ClassLinked && class != string(dateline.ActorAffiliate) {
		class, end = ClassBranch, end+1
	}
	if linkWords[f.fold(i-2)] && (f.fold(i-1) == "to" || f.fold(i-1) == "with") {
		class = ClassLinked
	}
	for end < len(f.words) && !f.words[end].stop && memberWords[f.fold(end)] && !f.gap(end) {
		end++
	}
	return f.add(dateline.ActorExpression, i, end, ref, class)
}

var (
	branchWords = setOf("affiliate branch offshoot franchise chapter")
	linkWords   = setOf("linked affiliated aligned inspired allied connected tied")
	memberWords = setOf("militant militants fighter fighters rebel rebels guerrilla guerrillas insurgent insurgents gunmen gunman terrorists terrorist jihadists jihadist members operatives commandos militia militiamen extremists group cell cells forces troops soldiers suicide bomber bombers")
)

func (f *finder) source(i int, n *name) int {
	e := n.first(nameSource)
	ref := dateline.ID("")
	if len(n.entries) == 1 {
		ref = e.id
	}
	return f.add(dateline.SourceExpression, i, i+len(n.words), ref, string(f.r.sources[e.id].Kind))
}

// generic files a word for actors without a name. "the group" must have its
// article; the index drops articles, so it is looked for here.
func (f *finder) generic(i int, n *name) int {
	class := n.first(nameGeneric).class
	if used := f.ownArmy(i, n, class); used > 0 {
		return used
	}
	if used := f.armyFrom(i, n, class); used > 0 {
		return used
	}
	if f.modifies(i + len(n.words) - 1) {
		return len(n.words)
	}
	definite := backWords[f.fold(i-1)] || f.fold(i-1) == "same"
	for _, e := range n.entries {
		if e.class == ClassGroup && definite {
			class = ClassGroup
		}
	}
	if class == ClassGroup && !definite {
		class = ""
		for _, e := range n.entries {
			if e.class != ClassGroup {
				class = e.class
			}
		}
	}
	if class == "" {
		return 1
	}
	if class == ClassGroup {
		return f.add(dateline.ActorExpression, i-1, i+len(n.words), "", class) - 1
	}
	return f.add(dateline.ActorExpression, i, i+len(n.words), "", class)
}

// ownArmy files the military that a government without a name has, and what it did:
// "the junta's jets", "regime troops", "government air strikes".
func (f *finder) ownArmy(i int, n *name, class string) int {
	end := i + len(n.words)
	if class != ClassGov || end >= len(f.words) || f.words[end].stop {
		return 0
	}
	force := f.r.forces.names.match(f.words, end)
	if force == nil {
		return 0
	}
	switch force.entries[0].class {
	case ClassDeed:
		return f.add(dateline.ActorExpression, i, end+len(force.words), "", ClassDeed)
	case bodies[ClassArmy]:
		return f.add(dateline.ActorExpression, i, end+len(force.words), "", ClassArmy)
	}
	return 0
}

// armyFrom files the force of a state named after it: "troops from Mali".
func (f *finder) armyFrom(i int, n *name, class string) int {
	end := i + len(n.words)
	if body := bodies[class]; body == "" || class == ClassGov || f.fold(end) != "from" || f.words[end].stop || end+1 == len(f.words) {
		return 0
	}
	state := f.r.names.match(f.words, end+1)
	if state == nil || state.first(nameState) == nil {
		return 0
	}
	ref := f.r.bodyID(state.first(nameState).country, bodies[class])
	return f.add(dateline.ActorExpression, i, end+1+len(state.words), ref, string(dateline.ActorStateForce))
}

// modifies says whether the word only describes the noun after it: "terrorist
// attack", "military base", "rebel-held". The parse decides where there is
// one, else the noun.
func (f *finder) modifies(i int) bool {
	if t := f.token(i); t != nil && t.POS != "" {
		if t.POS == "ADJ" || t.Rel == "compound" || t.Rel == "amod" {
			return true
		}
	}
	return i+1 < len(f.words) && !f.words[i+1].stop && !f.gap(i+1) && describedNouns[f.fold(i+1)]
}

// token is the token that word i begins.
func (f *finder) token(i int) *dateline.Token {
	tokens := f.doc.Sentences[f.sentence].Tokens
	at := sort.Search(len(tokens), func(k int) bool { return tokens[k].Start >= f.words[i].start })
	if at < len(tokens) && tokens[at].Start == f.words[i].start {
		return &tokens[at]
	}
	return nil
}

var describedNouns = setOf("attack attacks group groups organization organization organisation movement threat threats activity activities campaign base bases camp camps operation operations operative aircraft helicopter helicopters vehicle vehicles convoy convoys post posts outpost checkpoint checkpoints station stations headquarters barracks hospital court courts prison officials official officer officers spokesman spokeswoman spokesperson chief commander commanders leader leaders government regime ruled held controlled backed led violence war warfare insurgency rebellion propaganda network networks cell cells plot plots bombing bombings act acts action actions incident incidents forces force soldiers buildings building offices office aid rule policy policies statement statements sources source council service academy training stronghold strongholds territory area areas hideout hideouts hideaway financing funding infiltration ideology ideologues factions faction capabilities capability intervention intelligence presence coup uniform uniforms equipment hardware bases installation installations facility facilities district town village")

var backWords = setOf("the this that these those its")

// state files a state, its government or one of its bodies, where the words
// speak of it as an actor and not as a place (PLC-5).
func (f *finder) state(i int, n *name) int {
	if code := adjectiveOf(n); code != "" {
		if class, first, used := f.r.body(f.words, i, n); used > 0 && !f.division(i+used, first) && (class != ClassDeed || ofState(n)) {
			return f.body(i, used, code, class, first)
		}
	}
	if ref, class := f.sharedBody(i, n); ref != "" {
		return f.add(dateline.ActorExpression, i, i+len(n.words), ref, class)
	}
	if used := f.r.governmentOf(f.words, i, n); used > 0 {
		return f.add(dateline.ActorExpression, i, i+used, n.entries[0].id, string(dateline.ActorState))
	}
	if n.first(nameState) != nil && f.strikes(i, n) {
		return f.add(dateline.ActorExpression, i, i+len(n.words), f.r.bodyID(adjectiveOf(n), "military"), ClassDeed)
	}
	if f.acts(i, n) {
		return f.add(dateline.ActorExpression, i, i+len(n.words), n.entries[0].id, string(dateline.ActorState))
	}
	if p := f.person(i); p > 0 {
		return p
	}
	return len(n.words)
}

// sharedBody is the force of the first of two states that share its word: "ARMENIAN and
// Azerbaijani troops".
func (f *finder) sharedBody(i int, n *name) (ref dateline.ID, class string) {
	next := i + len(n.words) + 1
	if n.first(nameAdjective) == nil || f.fold(next-1) != "and" || next >= len(f.words) || f.words[next].stop {
		return "", ""
	}
	other := f.r.names.match(f.words, next)
	if other == nil || other.first(nameAdjective) == nil {
		return "", ""
	}
	body, _, used := f.r.body(f.words, next, other)
	if used == 0 || body == ClassDeed || body == ClassGov {
		return "", ""
	}
	return f.r.bodyID(adjectiveOf(n), body), string(dateline.ActorStateForce)
}

// division: "the Mexican state of Veracruz" is a part of the country.
func (f *finder) division(next int, last string) bool {
	return last == "state" && f.fold(next) == "of"
}

// body files "<adjective> <force>". Officials are a class of source (ACT-4).
func (f *finder) body(i, used int, code, class, first string) int {
	if class == ClassDeed {
		return f.add(dateline.ActorExpression, i, i+used, f.r.bodyID(code, "military"), ClassDeed)
	}
	ref := f.r.bodyID(code, class)
	if class == ClassGov && speakers[first] {
		return f.add(dateline.SourceExpression, i, i+used, ref, string(dateline.IssuerGovernment))
	}
	kind := dateline.ActorStateForce
	if class == ClassGov {
		kind = dateline.ActorState
	}
	return f.add(dateline.ActorExpression, i, i+used, ref, string(kind))
}

// strikes: what the state named at i does is what its military does, "RUSSIA bombed".
func (f *finder) strikes(i int, n *name) bool {
	next := i + len(n.words)
	if adverbs[f.fold(next)] {
		next++
	}
	return !locative[f.fold(i-1)] && next < len(f.words) && !f.words[next].stop && striking[f.fold(next)]
}

// acts says whether the name at i stands for a government: a metonym always, a
// state's name before a verb of acting or after "by", a capital only before a
// verb of speaking.
func (f *finder) acts(i int, n *name) bool {
	if n.first(nameMetonym) != nil {
		return true
	}
	if locative[f.fold(i-1)] {
		return false
	}
	next := i + len(n.words)
	if accusing[f.fold(i-1)] && n.first(nameState) != nil {
		return next == len(f.words) || f.words[next].stop || f.fold(next) == "of" || f.fold(next) == "for" // "blamed Turkey for the strike"
	}
	if next < len(f.words) && f.words[next].stop {
		return agentPrepositions[f.fold(i-1)] && n.first(nameState) != nil
	}
	if adverbs[f.fold(next)] {
		next++
	}
	if n.first(nameState) != nil {
		return speaking[f.fold(next)] || acting[f.fold(next)] || agentPrepositions[f.fold(i-1)]
	}
	return n.first(nameCapital) != nil && speaking[f.fold(next)]
}

var (
	locative          = setOf("in at near into across from inside outside through throughout toward towards around within of to over northern southern eastern western north south east west central capital city outside")
	agentPrepositions = setOf("by against")
	adverbs           = setOf("also has have had later then again repeatedly officially")
	accusing          = setOf("accuse accused accuses accusing blame blamed blames blaming")
	speaking          = setOf("said says accused accuses denied denies condemned condemns warned warns announced announces blamed blames insisted insists claims claimed vowed vows rejected rejects confirmed confirms described describes called demanded demands maintains maintained considers acknowledged responded protested summoned recalled")
	striking          = setOf("struck bombed fired shelled bombarded pounded raided")
	acting            = setOf("launched launches carried conducted conducts struck strikes bombed bombs fired fires shelled shells invaded invades attacked attacks killed killing retaliated retaliates deployed deploys sent backed backs supports supported arrested withdrew targeted targets intervened responded annexed occupied occupies seized executed hanged beheaded")
)
