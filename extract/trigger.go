package extract

import (
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
	sport := aboutSport(t)
	for i := 0; i < len(t.Tokens); {
		trigger, width, ok := p.lex.Trigger(t.Tokens, i)
		if !ok {
			i++
			continue
		}
		f := found{trigger, i, i + width, triggerHead(t, i, i+width, trigger.POS)}
		if p.isViolence(t, f) && (!sport || f.Role == lexicon.Harm && f.Words[0] == "kill") {
			out = append(out, f)
		}
		i += width
	}
	return out
}

// aboutSport: two words of sport in one sentence make its attacks, shots and
// clashes a game.
func aboutSport(t *tree) bool {
	n := 0
	for _, tok := range t.Tokens {
		if sportWords[tok.Lemma] {
			n++
		}
	}
	return n >= 2
}

var sportWords = set("football", "soccer", "basketball", "baseball", "cricket", "hockey", "tennis", "rugby", "coach", "goal", "match", "team", "league", "season",
	"tournament", "championship", "midfielder", "striker", "defender", "goalkeeper", "playoff", "innings", "touchdown", "quarterback", "halftime", "club", "squad", "cup", "final", "medal", "olympics")

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
	for i := max(f.from-2, 0); i < min(f.to+4, len(t.Tokens)); i++ {
		if i >= f.from && i < f.to {
			continue
		}
		if notViolence[f.Words[len(f.Words)-1]][t.Tokens[i].Lemma] {
			return false
		}
	}
	if f.POS == "N" && t.rel(f.head, "compound") && isOffice(t.lemmaAt(t.Tokens[f.head].Head)) {
		return false
	}
	if f.POS == "N" && t.rel(f.head, "compound") && p.modifiesPerson(t, f) {
		return false
	}
	return f.Role != lexicon.Soft || p.softCounts(t, f)
}

// modifiesPerson: "the attack leader", "a strike partner" speak of a person;
// "the shooting victim" does speak of a shooting.
func (p *pass) modifiesPerson(t *tree, f found) bool {
	lemma := t.lemmaAt(t.Tokens[f.head].Head)
	return p.lex.Nouns[lemma].Person && p.lex.Nouns[lemma].Population != dateline.PopPerpetrators && lemma != "victim" && lemma != "survivor" && lemma != "wound"
}

// isOffice: "bomb squad", "terror attack survivor", "homicide detective" speak
// of the body or person, not of an attack.
func isOffice(lemma string) bool {
	switch lemma {
	case "squad", "detective", "unit", "division", "detail", "charge", "department", "bureau", "suspect", "investigator", "threat", "scare", "plot", "rate", "penalty", "toll", "row", "certificate", "film", "movie", "game", "series", "style", "investigation", "case", "trial", "rifle", "weapon", "helicopter", "dog", "plane", "ground", "station", "front", "squadron", "fighter":
		return true
	}
	return false
}

// notViolence lists, for the last word of a trigger, the neighbours that make
// it something else.
var notViolence = map[string]map[string]bool{
	"attack":        set("heart", "panic", "asthma", "cyber", "verbal", "dog", "shark", "bear", "cyberattack", "ransomware", "anxiety", "personal", "phishing", "hacker", "ideological", "rhetorical", "scathing", "propaganda", "media", "legal"),
	"bomb":          set("box", "film", "movie", "audition", "exam", "album", "joke", "comedy", "musical"),
	"strike":        set("hunger", "labor", "labour", "worker", "union", "general", "teacher", "walkout", "lightning", "deal", "balance", "agreement", "out", "wage", "striker", "accord", "chord", "pay"),
	"shoot":         set("film", "photo", "video", "movie", "scene", "basketball", "goal", "penalty", "hoop", "free-throw", "par", "round", "percent"),
	"shot":          set("goal", "penalty", "basket"),
	"fire":          set("employee", "staff", "coach", "manager", "executive", "forest", "wild", "brush"),
	"kill":          set("bill", "amendment", "proposal", "legislation", "deal", "time", "motion", "measure", "cancer", "disease", "virus", "bacterium", "weed", "mosquito", "project"),
	"die":           set("heart", "cancer", "disease", "illness", "covid-19", "covid", "pneumonia", "stroke", "natural", "overdose", "naturally", "leukemia", "failure", "age", "peacefully"),
	"death":         set("cancer", "covid-19", "disease", "natural", "overdose", "penalty", "row", "threat", "sentence", "crib"),
	"battle":        set("cancer", "legal", "court", "custody", "election", "political", "illness", "disease", "blaze", "ratings", "trademark"),
	"fight":         set("cancer", "disease", "poverty"),
	"raid":          set("dawn", "drug", "tax", "customs"),
	"beat":          set("team", "opponent", "champion", "record", "odds", "score", "rival", "estimate", "expectation", "drum"),
	"explode":       set("population", "popularity", "market"),
	"clash":         set("verbal", "color", "culture", "personality", "court"),
	"storm":         set("tropical", "winter", "snow"),
	"execute":       set("plan", "order", "program", "strategy", "warrant", "contract", "command", "trade", "task", "policy", "work"),
	"execution":     set("plan", "order", "program", "budget", "contract", "project", "sentence", "warrant"),
	"blast":         set("critic", "furnace", "past", "music"),
	"hit":           set("record", "song", "single", "market", "movie", "chart", "road", "film", "target", "snag", "bottom", "jackpot", "goal", "run", "homer", "batter"),
	"target":        set("price", "market", "goal", "audience", "growth"),
	"offensive":     set("charm", "diplomatic", "line", "coordinator", "player", "tackle", "language", "rebound", "peace"),
	"hurt":          set("feeling", "economy", "chance", "sale", "business", "profit", "stock"),
	"damage":        set("reputation", "storm", "hurricane", "credibility", "relation", "economy", "image", "brain"),
	"confrontation": set("diplomatic", "verbal", "political"),
	"siege":         set("mentality"),
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// softCounts: "hit", "struck", "targeted" open an account only with an object
// that can be attacked.
func (p *pass) softCounts(t *tree, f found) bool {
	if f.Act == dateline.Abduction {
		return p.seizesPeople(t, f.head)
	}
	for _, o := range t.all(f.head, "obj", "nsubj:pass", "obl") {
		if noun, ok := p.lex.Nouns[t.Tokens[o].Lemma]; ok && noun.Category != "" {
			return true
		}
	}
	return false
}

// pattern words used in several places
func isPlural(tok dateline.Token) bool { return tok.Tag == "NNS" || tok.Tag == "NNPS" }

// seizesPeople: who or what is seized is a person, in the object, the passive
// subject, or the noun that the participle stands by.
func (p *pass) seizesPeople(t *tree, verb int) bool {
	if t.Tokens[verb].Lemma == "take" {
		return p.takenBy(t, verb)
	}
	taken := t.all(verb, "obj", "nsubj:pass")
	if t.rel(verb, "acl", "acl:relcl") && t.Tokens[verb].Tag == "VBN" {
		taken = append(taken, t.Tokens[verb].Head)
	}
	for _, o := range taken {
		if n := p.lex.Nouns[t.lemmaAt(o)]; o >= 0 && n.Person && !n.Thing {
			return true
		}
	}
	return false
}

// takenBy: "were taken by armed men": only the taker makes a seizure of it.
func (p *pass) takenBy(t *tree, verb int) bool {
	for _, c := range t.all(verb, "obl:agent", "obl") {
		if t.marker(c) == "by" && (p.lex.Nouns[t.Tokens[c].Lemma].Population == dateline.PopPerpetrators || t.child(c, "amod") >= 0 && t.lemmaAt(t.child(c, "amod")) == "armed") {
			return true
		}
	}
	return false
}
