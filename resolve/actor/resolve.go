package actor

import (
	"cmp"
	"slices"
	"sort"

	dateline "github.com/opendateline/dateline"
)

// Resolved is an expression with what it refers to. For persons and sources
// Ref.Actor is empty; Source is set for known sources. Antecedent is the index
// of the expression that a word such as "the group" points back to, or -1.
type Resolved struct {
	Expression dateline.Expression
	Ref        dateline.ActorRef
	Source     dateline.ID
	Person     *dateline.PersonName
	Antecedent int
}

// Resolve gives every expression its entry, in the same order. Kinds are those
// of the day of publication, if that is known. near is how many places of each
// country the report names: a name that several groups share means the one at
// home there.
func (r *Registry) Resolve(doc *dateline.Document, exprs []dateline.Expression, near map[string]int) []Resolved {
	c := resolver{r: r, doc: doc, near: near, at: doc.Report.Published.Day(), runes: dateline.NewRunes(doc.Text())}
	c.survey(exprs)
	c.out = make([]Resolved, 0, len(exprs))
	for _, e := range exprs {
		c.out = append(c.out, c.one(e))
	}
	return c.out
}

type resolver struct {
	r         *Registry
	doc       *dateline.Document
	at        dateline.Day
	runes     *dateline.Runes
	countries map[string]int       // how often the report speaks of a country
	near      map[string]int       // how many places of a country it names
	main      string               // the one it speaks of most
	certain   map[dateline.ID]bool // groups named beyond doubt
	out       []Resolved
}

// survey counts the countries a report speaks of and the groups it surely
// names.
func (c *resolver) survey(exprs []dateline.Expression) {
	c.countries, c.certain = map[string]int{}, map[dateline.ID]bool{}
	var words []word
	for i := range c.doc.Sentences {
		words = sentenceWords(words, c.doc, &c.doc.Sentences[i])
		for j := range words {
			if n := c.r.names.match(words, j); n != nil {
				c.count(n)
			}
		}
	}
	for _, e := range exprs {
		if a := c.r.actors[e.Ref]; a != nil && a.Kind != dateline.ActorState {
			c.certain[e.Ref] = true
		}
	}
	c.main = mostNamed(c.countries)
}

func (c *resolver) count(n *name) {
	for _, e := range n.entries {
		if e.kind == nameState || e.kind == nameAdjective || e.kind == nameCapital {
			c.countries[e.country]++
			return
		}
	}
	if len(n.entries) == 1 && n.entries[0].kind == nameGroup && !n.entries[0].weak && n.entries[0].country != "" {
		c.countries[n.entries[0].country]++
	}
}

// mostNamed is the country with the highest count, if no other shares it.
func mostNamed(counts map[string]int) string {
	codes := make([]string, 0, len(counts))
	for code := range counts {
		codes = append(codes, code)
	}
	sort.Slice(codes, func(i, j int) bool {
		return counts[codes[i]] > counts[codes[j]] || counts[codes[i]] == counts[codes[j]] && codes[i] < codes[j]
	})
	if len(codes) == 0 || len(codes) > 1 && counts[codes[0]] == counts[codes[1]] {
		return ""
	}
	return codes[0]
}

func (c *resolver) one(e dateline.Expression) Resolved {
	out := Resolved{Expression: e, Antecedent: -1}
	out.Ref.Text, out.Ref.Name, out.Ref.Span = e.Text, e.Text, c.runes.Span(e.Start, e.End)
	switch {
	case e.Kind == dateline.PersonExpression:
		p := ParseName(e.Text)
		out.Person, out.Ref.Kind = &p, dateline.ActorIndividual
	case e.Kind == dateline.SourceExpression:
		c.source(&out)
	case e.Kind == dateline.ActorExpression:
		c.actor(&out)
	}
	return out
}

// source resolves an outlet, or the state that an official speaks for.
func (c *resolver) source(out *Resolved) {
	e := out.Expression
	if e.Ref.Prefix() == dateline.PrefixActor {
		c.fill(out, e.Ref)
		return
	}
	if out.Source = e.Ref; out.Source == "" {
		if s, ok := c.r.SourceByName(e.Text); ok {
			out.Source = s.ID
		}
	}
	if s := c.r.sources[out.Source]; s != nil {
		out.Ref.Name, out.Ref.Country = s.Name, s.Country
	}
}

func (c *resolver) actor(out *Resolved) {
	switch class := out.Expression.Class; class {
	case string(dateline.ActorUnidentified):
		out.Ref.Kind, out.Ref.Country = dateline.ActorUnidentified, c.main
	case ClassUnlisted:
		out.Ref.Kind, out.Ref.Name = dateline.ActorOrganisedNonstate, nameOf(out.Expression.Text)
	case ClassMilitants:
		out.Ref.Kind = dateline.ActorOrganisedNonstate
	case ClassCrowd:
		out.Ref.Kind = dateline.ActorCrowd
	case ClassGroup:
		out.Ref.Kind = dateline.ActorOrganisedNonstate
		c.lookBack(out)
	case ClassArmy, ClassPolice, ClassSecurity, ClassGov:
		c.ownForces(out, class)
	case ClassDeed:
		if out.Expression.Ref == "" {
			c.ownForces(out, ClassArmy)
			return
		}
		c.named(out)
	default:
		c.named(out)
	}
}

// bodies are the state bodies that the classes of forces stand for.
var bodies = map[string]string{ClassArmy: "military", ClassPolice: "police", ClassSecurity: "security", ClassGov: "government"}

// ownForces takes "soldiers" to be of the force of their kind that the report
// named last, else "the army" to be that of the country it speaks of most, or else
// names most places of; where two are named equally often it stays open. A
// government may be that of a province, so that places say nothing of it.
func (c *resolver) ownForces(out *Resolved, class string) {
	out.Ref.Kind = dateline.ActorStateForce
	if class == ClassGov {
		out.Ref.Kind = dateline.ActorState
	}
	home := c.main
	if ruling[splitWords(out.Expression.Text)[0].fold] && class != ClassGov {
		home = cmp.Or(c.namedState(), mostNamed(c.near), home) // "the regime's jets" are of where it rules
	} else if named := c.namedForce(bodies[class]); named != "" && class != ClassGov {
		c.fill(out, named)
		return
	}
	if class != ClassGov {
		home = cmp.Or(home, mostNamed(c.near))
	}
	if home != "" {
		c.fill(out, c.r.bodyID(home, bodies[class]))
	}
}

// ruling are the words for those who rule where it happens.
var ruling = setOf("regime government junta loyalist pro")

// namedState is the country whose government was last named with its state: "the Syrian
// regime".
func (c *resolver) namedState() string {
	for i := len(c.out) - 1; i >= 0; i-- {
		x := c.out[i]
		words := splitWords(x.Expression.Text)
		if x.Expression.Ref != "" && x.Ref.Country != "" && x.Ref.Kind.OfState() && slices.ContainsFunc(words, func(w word) bool { return ruling[w.fold] }) {
			return x.Ref.Country
		}
	}
	return ""
}

// namedForce is the force of a kind that was last named with its state.
func (c *resolver) namedForce(body string) dateline.ID {
	for i := len(c.out) - 1; i >= 0; i-- {
		x := c.out[i]
		if x.Expression.Ref != "" && x.Ref.Kind == dateline.ActorStateForce && x.Ref.Country != "" && x.Ref.Actor == c.r.bodyID(x.Ref.Country, body) {
			return x.Ref.Actor
		}
	}
	return ""
}

// named resolves a group's name: the candidates are ranked by what the report
// says, and the ones not chosen are kept.
func (c *resolver) named(out *Resolved) {
	e := out.Expression
	out.Ref.Linked = e.Class == ClassLinked
	ids := c.candidates(e)
	if len(ids) == 0 {
		// An alias that is a common word too, and nothing speaks for the group.
		if n := c.r.names.match(splitWords(e.Text), 0); n != nil && n.first(nameGeneric) != nil {
			out.Ref.Kind = dateline.ActorOrganisedNonstate
		}
		return
	}
	out.Ref.RunnersUp = ids[1:]
	if c.elsewhere(ids[0]) {
		out.Ref.Kind = dateline.ActorOrganisedNonstate
		return
	}
	c.fill(out, ids[0])
	c.affiliates(out, ids[0])
	if out.Ref.Linked {
		out.Ref.Kind = dateline.ActorOrganisedNonstate
	}
}

// elsewhere: "Kurdish forces" are those of Iraqi Kurdistan only where the report names a
// place in Iraq: a body of a region that people of its name live around.
func (c *resolver) elsewhere(id dateline.ID) bool {
	a := c.r.actors[id]
	return a.Country == kurdistan && c.near[kurdistan]+c.near["IRQ"]+c.countries["IRQ"] == 0 && len(c.near) > 0
}

// kurdistan is the code of the Kurdistan Region of Iraq.
const kurdistan = "XKU"

// affiliates: where the report may speak of an affiliate, the bare name of the
// parent is ambiguous (ACT-1), and "Islamic State affiliate" means that
// affiliate, or else one that the report leaves unnamed (ACT-2).
func (c *resolver) affiliates(out *Resolved, parent dateline.ID) {
	branch, affiliate := out.Expression.Class == ClassBranch, c.affiliateHere(parent)
	switch {
	case branch && affiliate != "":
		c.fill(out, affiliate)
	case branch:
		out.Ref.Linked = true
	case affiliate != "" && !out.Ref.Linked:
		out.Ref.Ambiguous = true
		out.Ref.RunnersUp = append([]dateline.ID{affiliate}, out.Ref.RunnersUp...)
	}
}

// Military is the reference to the military of the state that is referred to; false
// of what is no state.
func (r *Registry) Military(of dateline.ActorRef) (dateline.ActorRef, bool) {
	a := r.actors[r.bodyID(of.Country, bodies[ClassArmy])]
	if of.Kind != dateline.ActorState || a == nil {
		return dateline.ActorRef{}, false
	}
	of.Actor, of.Name, of.Kind = a.ID, a.Name, a.Kind
	return of, true
}

// fill copies an entry of the registry into the reference.
func (c *resolver) fill(out *Resolved, id dateline.ID) {
	a := c.r.actors[id]
	if a == nil {
		return
	}
	out.Ref.Actor, out.Ref.Name, out.Ref.Country = a.ID, a.Name, a.Country
	out.Ref.Kind = c.r.KindAt(id, c.at)
}

// candidates lists what a name may mean, best first. A weak alias counts only
// with support: its group named in full or its country spoken of.
func (c *resolver) candidates(e dateline.Expression) []dateline.ID {
	if e.Ref != "" && !c.weakOnly(e) {
		return []dateline.ID{e.Ref}
	}
	words := splitWords(e.Text)
	if len(words) == 0 {
		return nil
	}
	for i := range words {
		words[i].caps, words[i].title = true, true
	}
	n := c.r.names.match(words, 0)
	if n == nil {
		return nil
	}
	var ids []dateline.ID
	for _, x := range n.entries {
		if x.kind == nameGroup && (!x.weak || c.supported(x)) && !slices.Contains(ids, x.id) {
			ids = append(ids, x.id)
		}
	}
	sort.SliceStable(ids, func(i, j int) bool {
		if x, y := c.weight(ids[i]), c.weight(ids[j]); x != y {
			return x > y
		}
		return len(c.r.actors[ids[i]].Xref) > len(c.r.actors[ids[j]].Xref) // in more data sets
	})
	return ids
}

func (c *resolver) weakOnly(e dateline.Expression) bool {
	a := c.r.actors[e.Ref]
	if a == nil {
		return false
	}
	return slices.ContainsFunc(a.Aliases, func(x dateline.Alias) bool { return x.Ambiguous && x.Text == e.Text })
}

func (c *resolver) supported(x entry) bool { return c.countries[x.country]+c.near[x.country] > 0 }

// weight of a candidate: named in full elsewhere, then how often its country
// or a place there is.
func (c *resolver) weight(id dateline.ID) int {
	home := c.r.actors[id].Country
	w := c.countries[home] + c.near[home]
	if c.certain[id] {
		w += 100
	}
	return w
}

// affiliateHere finds an affiliate of a parent without a country of its own
// whose country the report speaks of most, or which it names: then the bare
// name of the parent is ambiguous (ACT-1).
func (c *resolver) affiliateHere(id dateline.ID) dateline.ID {
	if c.r.actors[id].Country != "" {
		return ""
	}
	for _, a := range c.r.Affiliates(id) {
		if c.at.Known() && c.r.Related(a, id, c.at) != Affiliate {
			continue // none yet, or no longer
		}
		if c.certain[a] || c.main != "" && c.r.actors[a].Country == c.main {
			return a
		}
	}
	return ""
}

// lookBack finds the group that "the group" points to: the one named last
// before it, at most six sentences back, or the one that an earlier sentence has
// as its subject; else none.
func (c *resolver) lookBack(out *Resolved) {
	found := -1
	for i := len(c.out) - 1; i >= 0; i-- {
		x := c.out[i]
		if out.Expression.Sentence-x.Expression.Sentence > 6 || found >= 0 && c.out[found].Expression.Sentence != x.Expression.Sentence {
			break
		}
		if (x.Ref.Actor == "" && x.Expression.Class != ClassUnlisted) || !armed(x) || x.Ref.Linked || c.speaksOf(x, out) {
			continue
		}
		if found < 0 || x.Expression.Sentence != out.Expression.Sentence && c.subject(x) {
			found = i
		}
	}
	if found < 0 {
		return
	}
	span, text := out.Ref.Span, out.Ref.Text
	out.Ref, out.Antecedent = c.out[found].Ref, found
	out.Ref.Span, out.Ref.Text = span, text
}

// subject says that an expression stands in the subject of its sentence: a token
// of it is one, or hangs on one ("gunmen from the Front").
func (c *resolver) subject(x Resolved) bool {
	tokens := c.doc.Sentences[x.Expression.Sentence].Tokens
	for _, t := range tokens {
		if t.Start < x.Expression.Start || t.End > x.Expression.End {
			continue
		}
		for steps := 0; steps < 4; steps++ {
			if t.Rel == "nsubj" && t.Head >= 0 && t.Head < len(tokens) {
				return tokens[t.Head].Head < 0 || tokens[t.Head].Rel == "ccomp"
			}
			if t.Head < 0 || t.Head >= len(tokens) {
				break
			}
			t = tokens[t.Head]
		}
	}
	return false
}

// speaksOf says whether x stands so shortly before the reference, in one
// sentence, that it is the subject whose object the reference is: in "the
// Taliban blamed the group" the group is another. "Its" points at the subject.
func (c *resolver) speaksOf(x Resolved, out *Resolved) bool {
	gap := out.Expression.Start - x.Expression.End
	if x.Expression.Sentence != out.Expression.Sentence || gap > 24 || out.Expression.Text == "" {
		return false
	}
	between := splitWords(c.doc.Text()[x.Expression.End:out.Expression.Start])
	return len(between) > 0 && len(between) <= 3 && blaming[between[len(between)-1].fold] && fold(out.Expression.Text[:3]) != "its"
}

var blaming = setOf("blamed blames blame accused accuses accuse fought fights fight attacked attacks attack condemned condemns denounced defeated opposes opposed joined expelled supports supported targeted targets battled called")

// armed says whether the reference is to an armed group.
func armed(x Resolved) bool {
	return x.Expression.Kind == dateline.ActorExpression && x.Ref.Kind.ArmedGroup()
}
