package extract

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

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
		case x.Ref.Kind.ArmedGroup():
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
		_, number := p.counts.Read(t.Tokens, i) // "Six" of a headline, tagged as a name
		if t.Tokens[i].POS != "PROPN" || number || t.lex.Is(lexicon.Idea, lower(t.Tokens[i].Text)) || p.placeAt(t, sentence, i) != nil {
			return nil
		}
		target.Category, target.Name = dateline.TargetUnknown, strings.TrimSuffix(strings.TrimSuffix(arg.text, "'s"), "’s")
		target.Person = p.bearsSurname(t, i)
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
// "police station", a person with an office by it ("ambassador of Russia"),
// another proper name as it is.
func (p *pass) specific(t *tree, sentence, i int, arg argument, target *dateline.Target) string {
	if target.Name != "" && !(target.Person && office[p.lex.Nouns[t.Tokens[i].Lemma].Category]) {
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

// office are the categories of those who are attacked for what they are.
var office = map[dateline.TargetCategory]bool{dateline.TargetDiplomatic: true, dateline.TargetGovernment: true, dateline.TargetPolice: true,
	dateline.TargetMilitary: true, dateline.TargetMedia: true, dateline.TargetReligious: true, dateline.TargetParty: true, dateline.TargetNGO: true,
	dateline.TargetIGO: true, dateline.TargetHealth: true, dateline.TargetEducation: true}

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
		if t.Tokens[i].POS == "PROPN" && !t.lex.Is(lexicon.BareTime, t.Tokens[i].Lemma) || i == head {
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
