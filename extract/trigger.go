package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// found is a trigger in a sentence: tokens [from,to), with the token that
// carries its arcs.
type found struct {
	lexicon.Trigger
	from, to int
	head     int
}

// triggers finds all triggers of a sentence, longest first at each place,
// leaving out the uses of their words that are no violence.
func (p *pass) triggers(t *tree) []found {
	var out []found
	for i := 0; i < len(t.Tokens); {
		trigger, width, ok := p.lex.Trigger(t.Tokens, i)
		if !ok && t.drivenAt(i) {
			trigger, ok = p.lex.VerbTrigger("ram")
			width = 1
		}
		if !ok {
			i++
			continue
		}
		f := found{trigger, i, i + width, triggerHead(t, i, i+width, trigger.POS)}
		if p.gunGoesOff(t, f) {
			f.Means = []dateline.Means{dateline.Firearms}
		}
		if p.isViolence(t, f) {
			out = append(out, f)
		}
		i += width
	}
	return out
}

// drivenAt: who steers a vehicle at people rams them, "DROVE a van into a crowd".
func (t *tree) drivenAt(i int) bool {
	if !t.isVerb(i) || !t.lex.Is(lexicon.Steers, t.lemmaAt(i)) {
		return false
	}
	vehicle := slices.ContainsFunc(t.all(i, "obj"), func(k int) bool { return t.lex.Is(lexicon.RunsOver, t.lemmaAt(k)) })
	return vehicle && slices.ContainsFunc(t.all(i, "obl"), func(k int) bool { return t.marker(k) == "into" && t.lex.Is(lexicon.RunOver, t.lemmaAt(k)) })
}

// gunGoesOff: a gun that goes off is no explosion.
func (p *pass) gunGoesOff(t *tree, f found) bool {
	if f.POS != "V" || !slices.Contains(f.Means, dateline.ExplosiveUnspecific) {
		return false
	}
	who, _ := t.subject(f.head)
	return who >= 0 && (t.lex.Is(lexicon.Fired, t.lemmaAt(t.behind(who))) || t.isGun(who))
}

// isGun: "it" behind a gun in the same sentence is the gun, and nobody who shoots:
// "he was playing with a rifle when IT went off".
func (t *tree) isGun(i int) bool {
	if t.lemmaAt(i) != "it" {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		if t.isNoun(k) && t.lex.Is(lexicon.Fired, t.lemmaAt(k)) {
			return true
		}
	}
	return false
}

// triggerHead is the token of the trigger that the rest of the sentence hangs
// on: the verb of a verb, else the token whose head lies outside.
func triggerHead(t *tree, from, to int, pos string) int {
	if pos == "V" {
		return from
	}
	for i := to - 1; i >= from; i-- {
		if h := t.Tokens[i].Head; h < from || h >= to {
			return i
		}
	}
	return to - 1
}

// isViolence refuses uses of trigger words that mean something else: a
// "heart attack", a hunger "strike", a film that "bombed", "killed the bill".
func (p *pass) isViolence(t *tree, f found) bool {
	sent := f.POS == "V" && p.sentAt(t, f.head)
	if !sent && p.idiomatic(t, f.Words[len(f.Words)-1], f.from, f.to) {
		return false
	}
	if f.POS == "N" && t.rel(f.head, "obl") && p.lex.Idiom(f.Words[len(f.Words)-1], t.lemmaAt(t.Tokens[f.head].Head)) {
		return false // "sentenced three men to death"
	}
	if f.POS == "V" && !sent && p.lentTo(t, f) {
		return false
	}
	if f.POS == "N" && t.rel(f.head, "compound") && p.lex.Is(lexicon.Office, t.lemmaAt(t.Tokens[f.head].Head)) {
		return false
	}
	if f.POS == "N" && t.rel(f.head, "compound") && p.modifiesPerson(t, f) {
		return false
	}
	if o := t.child(f.head, "obj", "nsubj:pass"); f.POS == "V" && o >= 0 && p.lex.Is(lexicon.Beast, t.lemmaAt(o)) {
		return false
	}
	if f.POS == "V" && p.byBeast(t, f.head) {
		return false
	}
	if f.Role == lexicon.Device && t.foundUnused(f.head) {
		return false
	}
	if f.POS == "N" && f.Words[0] == "strike" && p.walkout(t, f.head) {
		return false
	}
	return !p.shotDown(t, f) && !p.searches(t, f) && !p.misfortune(t, f) && (f.Role != lexicon.Soft || p.softCounts(t, f))
}

// sentAt: a shell or drone does what the verb says, and means it: "SHELLS hit a market".
func (p *pass) sentAt(t *tree, verb int) bool {
	s, passive := t.subject(verb)
	return s >= 0 && !passive && t.isNoun(s) && t.lex.Is(lexicon.Projectile, t.lemmaAt(s))
}

// walkout: the strike at i is one by people of a trade and none of arms, "a STRIKE by
// nurses".
func (p *pass) walkout(t *tree, i int) bool {
	return t.lemmaAt(i) == "strike" && slices.ContainsFunc(t.all(i, "nmod", "obl"), func(c int) bool {
		n := p.lex.Nouns[t.lemmaAt(c)]
		return (t.marker(c) == "by" || t.marker(c) == "of") && n.Person && n.Population == dateline.PopCivilians && p.actorAt(t, t.Index, c) == nil
	})
}

// searches: a raid in which people are taken and nobody is hurt is a search by police
// and no attack: "the three were detained in RAIDS on nine addresses".
func (p *pass) searches(t *tree, f found) bool {
	if f.POS != "N" || f.Words[len(f.Words)-1] != "raid" || len(f.Means) > 0 {
		return false
	}
	taken := false
	for i := range t.Tokens {
		switch m := p.lex.HarmVerb[t.lemmaAt(i)]; {
		case m == dateline.Arrested && (t.isVerb(i) || t.isNoun(i)):
			taken = taken || t.clause(f.head) == t.clause(i)
		case t.isVerb(i) && m != "":
			return false
		}
	}
	return taken || slices.ContainsFunc(t.all(f.head, "compound", "nmod:poss"), func(c int) bool { return t.lemmaAt(c) == "police" })
}

// byBeast: an animal did it, "was stabbed by a STINGRAY", "a BEAR killed a jogger".
func (p *pass) byBeast(t *tree, verb int) bool {
	who := p.strikerOf(t, verb)
	return who >= 0 && t.isNoun(who) && t.lex.Is(lexicon.Beast, t.lemmaAt(who)) && p.actorAt(t, t.Index, who) == nil
}

// idiomatic: a word beside tokens [from,to), whose last word is given, makes them
// something else.
func (p *pass) idiomatic(t *tree, word string, from, to int) bool {
	for i := max(from-2, 0); i < min(to+4, len(t.Tokens)); i++ {
		inside := i >= from && i < to
		elsewhere := t.rel(i, "compound:prt") && (t.Tokens[i].Head < from || t.Tokens[i].Head >= to) // "carried OUT a strike"
		if !inside && !elsewhere && p.lex.Idiom(word, t.Tokens[i].Lemma) {
			return true
		}
	}
	return false
}

// lentTo: subject or object of the verb say that it is no violence, however far
// they stand: "the photographer from the village shot …".
func (p *pass) lentTo(t *tree, f found) bool {
	subject, _ := t.subject(f.head)
	for _, i := range append(t.objects(f.head), subject) {
		if i >= 0 && p.lex.Idiom(f.Words[len(f.Words)-1], t.lemmaAt(i)) {
			return true
		}
	}
	return false
}

// shotDown: "shot down 41 of 56 drones", "several rockets were hit": who brings
// down what was fired attacks nobody.
func (p *pass) shotDown(t *tree, f found) bool {
	if f.POS != "V" || t.lex.Is(lexicon.Enacts, f.Words[0]) {
		return false
	}
	for _, o := range t.all(f.head, "obj", "nsubj:pass") {
		for k := o; k < min(o+5, len(t.Tokens)) && (k == o || t.Tokens[o].POS == "NUM") && t.Tokens[k].POS != "PUNCT"; k++ {
			if isPlural(t.Tokens[k]) && t.lex.Is(lexicon.Projectile, t.lemmaAt(k)) {
				return true
			}
		}
	}
	return false
}

// modifiesPerson: "the attack leader", "a strike partner" speak of a person;
// "the shooting victim" does speak of a shooting.
func (p *pass) modifiesPerson(t *tree, f found) bool {
	lemma := t.lemmaAt(t.Tokens[f.head].Head)
	return p.lex.Nouns[lemma].Person && p.lex.Nouns[lemma].Population != dateline.PopPerpetrators && lemma != "victim" && lemma != "survivor" && lemma != "wound"
}

// softCounts: "hit", "struck", "targeted", and words for a seizure, a fight or damage,
// open an account only where those who do it or those it is done to make it violence.
func (p *pass) softCounts(t *tree, f found) bool {
	if _, weapon := p.lex.Weapons[f.Words[0]]; weapon {
		return true // "gunfire erupted"
	}
	switch f.Act {
	case dateline.Abduction:
		return p.seizesPeople(t, f.head)
	case dateline.Clash:
		return p.fightersFight(t, f.head)
	case dateline.PropertyDamage:
		return p.byForce(t, f.head)
	}
	return p.strikesTown(t, f.head) || p.hitsTarget(t, f.head)
}

// hitsTarget: the verb has an object that can be attacked, or its subject is an attacker or
// what is fired.
func (p *pass) hitsTarget(t *tree, verb int) bool {
	s, passive := t.subject(verb)
	acts := s >= 0 && !passive
	switch l := t.lemmaAt(verb); {
	case acts && p.walkout(t, s):
		return false // "a strike by nurses hit hospitals"
	case acts && p.flying(t, t.behind(s)):
		return true // "a drone hit a refinery", "a missile slammed into it"
	case t.lex.Is(lexicon.Recovers, l):
		return p.markedBody(t, verb) // "officers recovered a rifle" is no attack
	case acts && bearsArms(p.lex.Nouns[t.lemmaAt(t.behind(s))].Population) && len(t.all(verb, "obj", "obl")) > 0:
		return true // "gunmen hit a checkpoint"
	case t.lex.Is(lexicon.Lands, l):
		return false
	}
	return slices.ContainsFunc(t.all(verb, "obj", "nsubj:pass", "obl"), func(o int) bool {
		return p.lex.Nouns[t.Tokens[o].Lemma].Category != ""
	})
}

// pattern words used in several places
func isPlural(tok dateline.Token) bool { return tok.Tag == "NNS" || tok.Tag == "NNPS" }

// seizesPeople: who or what is seized is a person, in the object, the passive
// subject, or the noun that the participle stands by.
func (p *pass) seizesPeople(t *tree, verb int) bool {
	switch t.Tokens[verb].Lemma {
	case "take":
		return p.takenBy(t, verb) || p.takesAway(t, verb)
	case "round": // the police round up people too
		return p.takesAway(t, verb)
	}
	taken := t.all(verb, "obj", "nsubj:pass")
	if t.rel(verb, "acl", "acl:relcl") && t.Tokens[verb].Tag == "VBN" && t.lemmaAt(verb) != "march" { // "activists marched" of themselves
		taken = append(taken, t.Tokens[verb].Head)
	}
	for _, o := range taken {
		n := p.lex.Nouns[t.lemmaAt(o)]
		if o >= 0 && (n.Person && !n.Thing || carriers[n.Category] && p.seizedByArmed(t, verb)) {
			return true
		}
	}
	return false
}

// carriers are the categories of what is hijacked with those on board.
var carriers = map[dateline.TargetCategory]bool{dateline.TargetAviation: true, dateline.TargetTransport: true, dateline.TargetMaritime: true}

// seizedByArmed: "PIRATES seized a tanker".
func (p *pass) seizedByArmed(t *tree, verb int) bool {
	who := p.strikerOf(t, verb)
	return who >= 0 && p.armed(t, who)
}

// byForce: a force, a group or armed people do it, "SOLDIERS demolished seven houses";
// others pull down what they own.
func (p *pass) byForce(t *tree, verb int) bool {
	who := p.strikerOf(t, verb)
	if who < 0 {
		return false
	}
	x := p.actorAt(t, t.Index, who)
	return p.armed(t, who) || bearsArms(p.lex.Nouns[t.lemmaAt(who)].Population) || x != nil && x.Ref.Kind == dateline.ActorStateForce
}

// takenBy: "were taken by armed men": only the taker makes a seizure of it. Fighters take
// towns too.
func (p *pass) takenBy(t *tree, verb int) bool {
	who := p.lex.Nouns[t.lemmaAt(t.child(verb, "nsubj:pass"))]
	for _, c := range t.all(verb, "obl:agent", "obl") {
		taker := p.lex.Nouns[t.Tokens[c].Lemma].Population
		if t.marker(c) == "by" && (taker == dateline.PopPerpetrators || taker == dateline.PopCombatants && who.Person || t.saidArmed(c) || t.takenFromHome(verb, c)) {
			return true
		}
	}
	return false
}

// takenFromHome: "was taken FROM her home by three MEN".
func (t *tree) takenFromHome(verb, taker int) bool {
	return t.lemmaAt(taker) == "man" && slices.ContainsFunc(t.all(verb, "obl"), func(c int) bool { return t.marker(c) == "from" && t.lex.Is(lexicon.Home, t.lemmaAt(c)) })
}

// takesAway: armed people take others along, "FIGHTERS TOOK 14 passengers".
func (p *pass) takesAway(t *tree, verb int) bool {
	taker, passive := t.subject(verb)
	if taker < 0 || passive || !p.armed(t, taker) {
		return false
	}
	return slices.ContainsFunc(t.all(verb, "obj"), func(o int) bool {
		n := p.lex.Nouns[t.lemmaAt(o)]
		return n.Person && !n.Thing
	})
}

// armed: the noun at i is of attackers, or stands for an armed group.
func (p *pass) armed(t *tree, i int) bool {
	x := p.actorAt(t, t.Index, i)
	return p.lex.Nouns[t.lemmaAt(i)].Population == dateline.PopPerpetrators || t.saidArmed(i) || x != nil && x.Ref.Kind.ArmedGroup()
}

// saidArmed: "armed men".
func (t *tree) saidArmed(noun int) bool {
	return slices.ContainsFunc(t.all(noun, "amod"), func(c int) bool { return t.lemmaAt(c) == "armed" })
}

// strikesTown: attackers or a weapon hit a thing that is only named: "a drone hit PORT
// SUDAN", "gunmen descended on YELWATA".
func (p *pass) strikesTown(t *tree, verb int) bool {
	s, passive := t.subject(verb)
	if s < 0 || passive {
		return false
	}
	_, weapon := p.lex.Weapons[t.lemmaAt(s)]
	attackers := p.lex.Nouns[t.lemmaAt(s)].Population == dateline.PopPerpetrators
	return (weapon || attackers) && slices.ContainsFunc(t.all(verb, "obj", "obl"), func(o int) bool {
		return t.Tokens[o].POS == "PROPN" && (t.rel(o, "obj") || t.marker(o) == "on" || t.marker(o) == "upon" || t.marker(o) == "into") && !inTime(p.times[t.Index], t.Tokens[o].Start)
	})
}

// fightersFight: those who fight bear arms, "rival factions FOUGHT near the border".
func (p *pass) fightersFight(t *tree, verb int) bool {
	s, passive := t.subject(verb)
	if s < 0 || passive || t.Tokens[verb].Tag == "VB" || t.Tokens[verb].Tag == "VBG" {
		return false
	}
	return isPlural(t.Tokens[s]) && (bearsArms(p.lex.Nouns[t.lemmaAt(s)].Population) || p.armed(t, s) || t.lex.Is(lexicon.Doer, t.lemmaAt(s)))
}

// flying: the noun at i is of what is sent at somebody, a shell, a bomb or a drone.
func (p *pass) flying(t *tree, i int) bool {
	device, _, ok := p.lex.Trigger(t.Tokens, i)
	return ok && device.Role == lexicon.Device || t.lex.Is(lexicon.Projectile, t.lemmaAt(i))
}

// markedBody: whoever is found or left at the verb bears the marks of violence, "was
// found DISMEMBERED", "bodies with BULLET wounds were left on a road"; a body alone
// may have died of anything.
func (p *pass) markedBody(t *tree, verb int) bool {
	mangled := t.mangledAfter(verb, len(t.Tokens))
	marked := t.mangledAfter(0, len(t.Tokens)) || slices.ContainsFunc(t.Tokens, func(w dateline.Token) bool { return t.lex.Is(lexicon.Marks, w.Lemma) })
	return slices.ContainsFunc(t.all(verb, "obj", "nsubj:pass"), func(i int) bool {
		return marked && t.lex.Is(lexicon.Remains, t.lemmaAt(i)) || (mangled || t.markedWound(verb)) && p.lex.Nouns[t.lemmaAt(i)].Person
	})
}

// markedWound: a wound named behind the verb is of a weapon, "found a man with GUNSHOT
// WOUNDS".
func (t *tree) markedWound(verb int) bool {
	for k := verb + 1; k < len(t.Tokens); k++ {
		if t.lex.Is(lexicon.Wounds, t.lemmaAt(k)) && t.lex.Is(lexicon.Marks, t.lemmaAt(k-1)) {
			return true
		}
	}
	return false
}

// mangledAfter: one of the next words behind token i says that nobody can live so.
func (t *tree) mangledAfter(i, words int) bool {
	return slices.ContainsFunc(t.Tokens[i:min(i+words, len(t.Tokens))], func(w dateline.Token) bool { return t.lex.Is(lexicon.Mangled, lower(w.Text)) })
}
