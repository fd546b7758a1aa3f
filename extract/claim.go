package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// writer writes the claims of one account.
type writer struct {
	*pass
	account *account
	mention *dateline.Mention
	claims  []dateline.Claim
	parts   map[string]int
}

func (w *writer) write() {
	a := w.account
	w.occurred()
	for _, x := range a.times {
		w.date(x)
	}
	for _, x := range a.whereabouts() {
		w.place(x)
	}
	w.container()
	for _, arg := range a.targets {
		if w.canBeTold(arg) || !w.toldBetter(arg) {
			w.target(arg)
		}
	}
	for _, s := range a.stances {
		w.stance(s)
	}
	if a.kind == dateline.KindDenial {
		return // who denies a happening says nothing of how it went
	}
	w.act()
	for _, arg := range a.perps {
		if arg.registered() || !arg.saysNoMore(a.perps) {
			w.perpetrator(arg)
		}
	}
	for _, h := range a.harms {
		w.harm(h)
	}
	for _, n := range a.names {
		w.add(dateline.AttrAttackerName, dateline.Value{Text: n.text}, n.sentence, n.head, n.span, "ACT-6/named")
	}
	w.superlatives()
}

// add writes one claim with the chain of attribution at its head token.
func (w *writer) add(attribute dateline.Attribute, v dateline.Value, sentence, head int, span dateline.Span, rule string) *dateline.Claim {
	chain, modality := w.voice(sentence, head)
	chain, status := w.corrected(chain, v)
	w.claims = append(w.claims, dateline.Claim{
		ID: w.claimID(attribute, span), ReportID: w.doc.Report.ID, MentionID: w.mention.ID,
		Attribute: attribute, Value: v, Modality: modality, Polarity: dateline.Affirmed, Attribution: chain,
		Passages: []dateline.ID{w.passage[sentence]}, Span: span, Exact: span.Of(w.doc.Report.Text),
		Status: status, Rule: rule + "@1", Confidence: confidence(modality),
	})
	return &w.claims[len(w.claims)-1]
}

// claimID is the id of the next claim of an attribute with those words.
func (w *writer) claimID(attribute dateline.Attribute, span dateline.Span) dateline.ID {
	key := string(attribute) + strconv.Itoa(span.Start) + "-" + strconv.Itoa(span.End)
	if w.parts == nil {
		w.parts = map[string]int{}
	}
	part := w.parts[key]
	w.parts[key]++
	return dateline.ClaimID(w.mention.ID, attribute, span, part)
}

// corrected: the number that "an earlier version" of the report gave is taken
// back by the outlet itself; that version is no speaker of its own (CAS-7).
func (w *writer) corrected(chain []dateline.Speaker, v dateline.Value) ([]dateline.Speaker, dateline.ClaimStatus) {
	for i, s := range chain[1:] {
		earlier, version := false, false
		for _, word := range strings.Fields(lower(s.Text)) {
			earlier = earlier || w.lex.Is(lexicon.Earlier, word)
			version = version || w.lex.Is(lexicon.Version, word)
		}
		switch {
		case !earlier || !version:
		case v.Count != nil:
			return chain[: i+1 : i+1], dateline.Withdrawn
		default:
			return chain[: i+1 : i+1], dateline.Active
		}
	}
	return chain, dateline.Active
}

// voice is who says what stands at a token, and how surely.
func (w *writer) voice(sentence, head int) ([]dateline.Speaker, dateline.Modality) {
	chain, modality := w.chain(sentence, head)
	if w.account.hedged && modality == dateline.Asserted {
		modality = dateline.Hedged
	}
	return chain, modality
}

func confidence(m dateline.Modality) float64 {
	switch m {
	case dateline.Asserted, dateline.Attributed:
		return 0.8
	case dateline.Inferred:
		return 0.5
	}
	return 0.6
}

func (w *writer) occurred() {
	if w.account.partDenied {
		return // whether it happened is not what is denied
	}
	for _, tr := range w.account.denials {
		no := false
		w.add(dateline.AttrOccurred, dateline.Value{Bool: &no}, tr.sentence, tr.head, w.triggerSpan(tr), "§7.5/denied")
	}
	for _, tr := range w.account.triggers {
		yes := w.account.kind != dateline.KindDenial
		w.add(dateline.AttrOccurred, dateline.Value{Bool: &yes}, tr.sentence, tr.head, w.triggerSpan(tr), "trigger/"+strings.Join(tr.Words, "_"))
		if tr.Role == lexicon.Event {
			return
		}
	}
}

func (w *writer) date(x Time) {
	t := w.trees[x.Sentence]
	d := x.Date
	c := w.add(dateline.AttrDate, dateline.Value{Date: &d}, x.Sentence, tokenAt(t, x.Start), w.runes.Span(x.Start, x.End), "date/"+string(d.Basis))
	if w.account.inferredTime {
		c.Modality = dateline.Inferred
	}
	if !d.Known() && d.Constraint == nil || d.Precision == dateline.D9 {
		return
	}
	if w.mention.Date == nil || !w.mention.Date.Known() || d.Precision < w.mention.Date.Precision {
		w.mention.Date = &d
	}
}

func (w *writer) place(x placed) {
	ref, rule := x.Ref, "PLC-5/locative"
	switch {
	case x.Class == "capital":
		rule = "PLC-10/capital"
	case ref.Inferred:
		rule = "PLC-11/inferred"
	}
	c := w.add(dateline.AttrPlace, dateline.Value{Place: &ref}, x.Sentence, tokenAt(w.trees[x.Sentence], x.Start), w.runes.Span(x.Start, x.End), rule)
	if ref.Inferred {
		c.Modality = dateline.Inferred
	}
	switch {
	case x.role == dateline.PlaceStart:
		if w.mention.Start == nil {
			w.mention.Start = &ref
		}
	case w.mention.Place == nil || w.mention.Place.Precision == "" || ref.Precision != "" && ref.Precision < w.mention.Place.Precision && compatible(*w.mention.Place, ref):
		w.mention.Place = &ref
	}
}

func compatible(a, b dateline.PlaceRef) bool {
	return a.Country == "" || b.Country == "" || a.Country == b.Country
}

// namedVictim: a name that no list has, of somebody who is killed, hurt or taken,
// is that of a person (ETH-2): "Brannock was shot dead".
func (w *writer) namedVictim(arg argument) bool {
	t := w.trees[arg.sentence]
	tok := t.Tokens[arg.head]
	if tok.POS != "PROPN" || arg.target.Category != dateline.TargetUnknown || len(arg.actors) > 0 || t.child(arg.head, "det") >= 0 ||
		w.commonNoun(tok.Lemma) || w.placeAt(t, arg.sentence, arg.head) != nil || strings.ContainsAny(tok.Text, "0123456789@") {
		return false
	}
	return slices.ContainsFunc(w.account.triggers, func(tr located) bool {
		return tr.sentence == arg.sentence && (w.lex.HarmVerb[tr.Words[0]] != "" || t.lex.Is(lexicon.Undergone, tr.Words[len(tr.Words)-1])) &&
			slices.Contains(w.sufferers(t, tr), t.firstConjunct(arg.head))
	})
}

// act writes what was done and how, at the trigger that says most.
func (w *writer) act() {
	best := w.account.triggers[0]
	for _, tr := range w.account.triggers {
		if tr.Role == lexicon.Event && (best.Role != lexicon.Event || len(tr.Means) > len(best.Means)) {
			best = tr
		}
	}
	f := w.mention.Facets
	w.add(dateline.AttrAct, dateline.Value{Facets: &dateline.Facets{Act: f.Act, Aim: f.Aim, Flags: f.Flags}}, best.sentence, best.head, w.triggerSpan(best), "TAX/act")
	if len(f.Means) > 0 {
		w.add(dateline.AttrMeans, dateline.Value{Facets: &dateline.Facets{Act: f.Act, Means: f.Means}}, best.sentence, best.head, w.triggerSpan(best), "TAX/means")
	}
}

func (w *writer) perpetrator(arg argument) {
	ref := w.actorRef(arg, dateline.RolePerpetrator)
	c := w.add(dateline.AttrPerpetrator, dateline.Value{Actor: &ref}, arg.sentence, arg.head, arg.span, "ACT/perpetrator")
	if arg.hedged {
		c.Modality = dateline.Hedged
	}
	if arg.inferred && c.Modality != dateline.Hedged {
		c.Modality, c.Confidence = dateline.Inferred, confidence(dateline.Inferred)
	}
	ref.Certainty = certaintyOf(*c)
	w.mention.Actors = appendActor(w.mention.Actors, ref)
}

// actorRef is the most particular actor that a phrase names, else its words.
func (w *writer) actorRef(arg argument, role dateline.ActorRole) dateline.ActorRef {
	ref := dateline.ActorRef{Name: arg.text, Text: arg.text, Span: arg.span, Kind: dateline.ActorUnidentified}
	if x := mostParticular(arg.actors); x != nil {
		ref = x.Ref
		ref.Text, ref.Span = arg.text, arg.span
		if x.Kind == dateline.PersonExpression {
			ref.Kind = dateline.ActorIndividual
			if ref.Name == "" {
				ref.Name = x.Text
			}
		}
	}
	if t := w.trees[arg.sentence]; ref.Kind == dateline.ActorUnidentified && ref.Name == arg.text {
		ref.Name = w.bareName(t, arg)
		if w.surname(t, arg.sentence, arg.head) {
			ref.Kind = dateline.ActorIndividual
		}
	}
	ref.Role = role
	return ref
}

// bareName is a phrase without what its tail tells of place and time: "two men"
// of "two men on a motorcycle in Veracruz", but "a group of men".
func (p *pass) bareName(t *tree, arg argument) string {
	from := tokenAt(t, arg.span.Start)
	if from < 0 || from > arg.head {
		return arg.text
	}
	end := arg.head + 1
	for end < len(t.Tokens) && t.Tokens[end].End < arg.span.End {
		end++
	}
	to := t.nameEnd(arg.head, end)
	for to < end && t.Tokens[to].Lemma == "of" {
		for to++; to < end && !t.isNoun(to) && t.Tokens[to].POS != "ADP"; {
			to++
		}
		to = t.nameEnd(to, end)
	}
	return t.text(p.doc.Report.Text, from, min(to, end))
}

// nameEnd is the end of the nouns that run on from i, in a name also over a
// preposition: "Association for Political Prisoners".
func (t *tree) nameEnd(i, end int) int {
	for i++; i < end; i++ {
		switch {
		case t.Tokens[i].POS == "PROPN" && t.Tokens[i-1].POS != "NOUN", t.isNoun(i) && t.rel(i, "flat", "compound"):
		case i+1 < end && t.Tokens[i-1].POS == "PROPN" && t.Tokens[i+1].POS == "PROPN" && (t.lemmaAt(i) == "for" || t.lemmaAt(i) == "and"):
		default:
			return i
		}
	}
	return i
}

// mostParticular is the actor that says most of who is meant: one of the
// registry that is no state ("fighters of the Front"), else the first named.
func mostParticular(list []Actor) *Actor {
	var best *Actor
	for i := range list {
		x := &list[i]
		if x.Kind == dateline.SourceExpression || x.guessed() && slices.ContainsFunc(list, namedForce) {
			continue
		}
		if (x.Ref.Actor != "" || named(*x)) && x.Ref.Kind != dateline.ActorState && x.Kind != dateline.PersonExpression {
			return x
		}
		if best == nil || best.Ref.Kind == dateline.ActorState {
			best = x
		}
	}
	return best
}

// guessed: a force without its state ("a warplane", "soldiers"), taken for that of
// the country the report speaks of.
func (x Actor) guessed() bool {
	return x.Kind == dateline.ActorExpression && x.Expression.Ref == "" && x.Ref.Actor != "" && x.Ref.Kind == dateline.ActorStateForce
}

// namedForce: who is named by the words themselves and can fight: "a warplane of
// the coalition" is the coalition's.
func namedForce(x Actor) bool {
	return x.Expression.Ref != "" && x.Kind == dateline.ActorExpression && (organised(x.Ref.Kind) || x.Ref.Kind == dateline.ActorIntergovernmental)
}

func certaintyOf(c dateline.Claim) dateline.Certainty {
	switch c.Modality {
	case dateline.Hedged, dateline.Alleged:
		return dateline.CertainSuspected
	case dateline.Denied:
		return dateline.CertainDisputed
	}
	if c.Innermost().Issuer == dateline.IssuerArmedGroup {
		return dateline.CertainSelf
	}
	return dateline.CertainAttributed
}

func appendActor(list []dateline.ActorRef, ref dateline.ActorRef) []dateline.ActorRef {
	for _, x := range list {
		if x.Role == ref.Role && (x.Actor != "" && x.Actor == ref.Actor || x.Text == ref.Text) {
			return list
		}
	}
	return append(list, ref)
}

// registered says that the phrase names an actor of the registry, a group or a person;
// where one does, "the militants" beside it says nothing more (ACT-2).
func (a argument) registered() bool {
	for _, x := range a.actors {
		if x.Ref.Actor != "" && x.Ref.Kind != dateline.ActorUnidentified || x.Kind == dateline.PersonExpression || named(x) {
			return true
		}
	}
	return false
}

// named: an armed group that the report names and the registry lacks.
func named(x Actor) bool { return x.Class == "unlisted" }

// saysNoMore: others are named, and the phrase may mean them. "The gunmen" may be
// the Front; they are not the soldiers who came after them.
func (a argument) saysNoMore(list []argument) bool {
	irregular := slices.ContainsFunc(a.actors, func(x Actor) bool { return x.Ref.Kind.ArmedGroup() || x.Ref.Kind == dateline.ActorUnidentified })
	return slices.ContainsFunc(list, func(o argument) bool { return o.registered() && !(irregular && o.force()) })
}

// force says that the phrase names no one but a force of a state.
func (a argument) force() bool {
	return !slices.ContainsFunc(a.actors, func(x Actor) bool {
		return x.Kind == dateline.PersonExpression || x.Ref.Actor != "" && x.Ref.Kind != dateline.ActorStateForce || named(x)
	})
}

func anyRegistered(list []argument) bool {
	for _, a := range list {
		if a.registered() {
			return true
		}
	}
	return false
}

// toldBetter: another target of the account is of the same category and can be
// told from others, so that "the embassy" is the one named before.
func (w *writer) toldBetter(arg argument) bool {
	for _, other := range w.account.targets {
		if other.target != nil && arg.target != nil && other.target.Category == arg.target.Category && w.canBeTold(other) && other.span != arg.span {
			return true
		}
	}
	return false
}

func (w *writer) target(arg argument) {
	if arg.target == nil {
		return
	}
	t := *arg.target
	t.Victim = w.namedVictim(arg)
	w.add(dateline.AttrTarget, dateline.Value{Target: &t}, arg.sentence, arg.head, arg.span, "ACT-10/target")
	w.mention.Targets = append(w.mention.Targets, t)
}

var harmAttributes = map[dateline.Measure]dateline.Attribute{
	dateline.Killed: dateline.AttrKilled, dateline.Wounded: dateline.AttrWounded, dateline.KilledOrWounded: dateline.AttrKilledOrWounded,
	dateline.Abducted: dateline.AttrAbducted, dateline.Missing: dateline.AttrMissing, dateline.Arrested: dateline.AttrArrested, dateline.Displaced: dateline.AttrDisplaced,
}

func (w *writer) harm(h harm) {
	count := h.count
	c := w.add(harmAttributes[count.Measure], dateline.Value{Count: &count}, h.sentence, h.anchor, h.span, h.rule)
	c.Population = count.Population
	w.voiceOfHeadline(c, h)
	if count.Qualifier == dateline.None {
		c.Polarity = dateline.Negated
	}
	if h.bettered && c.Status == dateline.Active {
		c.Status = dateline.Superseded
	}
	if h.inferred {
		c.Modality, c.Confidence = dateline.Inferred, confidence(dateline.Inferred)
	}
	if count.Measure == dateline.Killed || count.Measure == dateline.Wounded {
		w.mention.Victims = append(w.mention.Victims, h.names...)
	}
}

func (w *writer) stance(s stance) {
	t := w.trees[s.sentence]
	ref := w.actorRef(s.actor, dateline.RolePerpetrator)
	c := w.add(dateline.AttrResponsibility, dateline.Value{Stance: &dateline.Responsible{Stance: s.kind, Actor: ref}}, s.sentence, s.cue, w.span(t, s.cue, s.cue+s.width), "§7.5/"+string(s.kind))
	if s.kind == dateline.StanceDenied {
		c.Polarity = dateline.Negated
	}
	if t.lemmaAt(s.cue) == "suspect" && (c.Modality == dateline.Asserted || c.Modality == dateline.Attributed) {
		c.Modality = dateline.Hedged
	}
	if chain, _ := w.chain(s.sentence, s.actor.head); s.kind == dateline.StanceAttributed && len(chain) > len(c.Attribution) {
		c.Attribution = chain // the cue "accused" is the speaker's, whom it accuses is said
	}
}

// superlatives keep "first", "deadliest" and their like as words (Annex C).
func (w *writer) superlatives() {
	for _, s := range w.account.sentences {
		t := w.trees[s]
		for i, tok := range t.Tokens {
			if tok.POS != "ADJ" || !t.lex.Is(lexicon.Superlative, lower(tok.Text)) {
				continue
			}
			for _, tr := range w.account.triggers {
				if tr.sentence == s && (t.Tokens[i].Head == tr.head || t.lemmaAt(t.Tokens[i].Head) == "time") {
					from, to := t.phrase(t.Tokens[i].Head)
					from, to = min(from, i), max(to, i+1)
					w.add(dateline.AttrSuperlative, dateline.Value{Text: t.text(w.doc.Report.Text, from, to)}, s, i, w.span(t, from, to), "scope")
					break
				}
			}
		}
	}
}
