package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/mend"
)

// stateHarm counts "12 dead", "30 others wounded", "left three men dead".
func (p *pass) stateHarm(t *tree, sentence, i int, m dateline.Measure) []harm {
	if t.lemmaAt(i-1) == "the" && t.lemmaAt(i-2) == "of" {
		return nil // "one of the dead" tells of one of them
	}
	combined := p.combinedState(t, i, m)
	if combined {
		m = dateline.KilledOrWounded
	}
	end := t.beforeIncluding(i)
	for from := max(end-9, 0); from < end; from++ {
		c, ok := p.counts.Read(t.Tokens, from)
		if !ok || c.End > end || theNumber(t, from) || p.ageBehind(t, from) || !p.onlyPeopleBetween(t, c.End, end) || inTime(p.times[sentence], t.Tokens[c.End-1].Start) {
			continue
		}
		if noun := lastNoun(t, c.End, i); noun >= 0 && mend.Sentence(t.Tokens).Conjoined(noun) && !p.stateBetween(t, t.firstConjunct(noun), noun) {
			if h, ok := p.counted(t, sentence, t.firstConjunct(noun), m); ok {
				h.anchor, h.rule = i, "CAS-2/state"
				return []harm{h}
			}
		}
		h := p.newHarm(t, sentence, from, i+1, c.Count, m)
		h.anchor, h.rule = i, "CAS-2/state"
		if combined {
			h.rule = ruleCombined
		} else if m == dateline.KilledOrWounded {
			h.rule = ruleShot
		}
		if c.End < i {
			h.count.Noun = t.text(p.doc.Report.Text, c.End, i)
			h.count.Population = p.populationOf(t, i-1)
			h.count = headOf(h.count)
		}
		return []harm{h}
	}
	return nil
}

// combinedState: another fate follows the one at i with "and" and no number of its own:
// "61 DEAD and wounded" (CAS-2).
func (p *pass) combinedState(t *tree, i int, m dateline.Measure) bool {
	of, ok := p.lex.State[lower(t.wordAt(i+2))]
	return ok && of == dateline.Wounded && m == dateline.Killed && t.lemmaAt(i+1) == "and" && t.lex.Is(lexicon.EndsClause, t.lemmaAt(i+3)) && (i == 0 || t.Tokens[i-1].POS != "AUX")
}

// wordAt is the text of token i, "" outside the sentence.
func (t *tree) wordAt(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.Tokens[i].Text
}

// beforeIncluding is where the aside of some of them begins which ends before token i, "ten
// persons, INCLUDING SIX POLICEMEN, injured", else i.
func (t *tree) beforeIncluding(i int) int {
	comma := t.lemmaAt(i-1) == ","
	for k := i - 2; k > max(0, i-9) && t.Tokens[k].Text != "," && t.lex.State[lower(t.Tokens[k].Text)] == ""; k-- {
		if lower(t.Tokens[k].Text) == "including" && comma == (t.lemmaAt(k-1) == ",") {
			if comma {
				k--
			}
			return k
		}
	}
	return i
}

// gunshot: the shots counted right before token i are of a gun: "fired one SHOT at a
// car", "one SHOT was fired".
func (p *pass) gunshot(t *tree, i int) bool {
	if lower(t.Tokens[i].Text) != "shot" || !p.bareNumberBefore(t, i) {
		return false
	}
	for k := max(0, i-4); k < min(i+4, len(t.Tokens)); k++ {
		if l := t.lemmaAt(k); l == "fire" || l == "hear" {
			return true
		}
	}
	return false
}

// stateBetween: a word for what befell the first stands between two members of
// a list: "one woman dead and three men injured".
func (p *pass) stateBetween(t *tree, a, b int) bool {
	for k := a + 1; k < b; k++ {
		if _, ok := p.lex.State[lower(t.Tokens[k].Text)]; ok {
			return true
		}
	}
	return false
}

// lastNoun is the last noun of tokens [from,to), or -1.
func lastNoun(t *tree, from, to int) int {
	for k := to - 1; k >= from; k-- {
		if t.isNoun(k) {
			return k
		}
	}
	return -1
}

// onlyPeopleBetween: between the number and the state stand only the people
// and forms of "be": "12 people were killed", "30 others wounded".
func (p *pass) onlyPeopleBetween(t *tree, from, to int) bool {
	ages := 0
	for k := from; k < to; k++ {
		if end := t.agesEnd(k); end > k {
			ages += end - k
			k = end - 1
			continue
		}
		tok := t.Tokens[k]
		people := p.lex.Nouns[tok.Lemma].Person || tok.Lemma == "other" || tok.Lemma == "more"
		be := tok.Lemma == "be" || tok.Lemma == "have" || tok.Lemma == "get"
		if t.lex.Is(lexicon.Beast, tok.Lemma) || !people && !be && tok.POS != "ADJ" && tok.POS != "ADV" && tok.Lemma != "of" && tok.Lemma != "the" && tok.Lemma != "them" && tok.POS != "NOUN" {
			return false
		}
	}
	return to-from-ages <= 6
}

// agesEnd is the end of the ages that open at token k, "AGED BETWEEN 20 AND 37", else k.
func (t *tree) agesEnd(k int) int {
	if text := lower(t.Tokens[k].Text); text != "aged" && text != "ages" {
		return k
	}
	end := k + 1
	for i := k + 1; i < min(k+6, len(t.Tokens)) && (t.Tokens[i].POS == "NUM" || slices.Contains([]string{"between", "from", "and", "to", "-", "–"}, t.lemmaAt(i))); i++ {
		if t.Tokens[i].POS == "NUM" {
			end = i + 1
		}
	}
	return end
}

func (p *pass) bareNumberBefore(t *tree, i int) bool {
	if t.lemmaAt(i-1) == ")" && t.lemmaAt(i-3) == "(" {
		i -= 3 // "fifteen (15) wounded"
	}
	if t.lemmaAt(i-1) == "+" || t.lemmaAt(i-1) == "more" || i > 0 && t.Tokens[i-1].POS == "ADV" {
		i-- // "two more wounded", "two critically wounded", "30+ injured"
	}
	return i > 0 && (t.Tokens[i-1].POS == "NUM" || t.Tokens[i-1].Lemma == "other" || t.lemmaAt(i-1) == "dozen")
}

// besideNumbered: a numbered noun that is not its subject stands right before
// the verb, and nothing is its object: "resulted in nine civilians killed".
func (p *pass) besideNumbered(t *tree, i int) bool {
	return i > 0 && t.Tokens[i-1].Head != i && t.child(i-1, "nummod") >= 0 && p.lex.Nouns[t.lemmaAt(i-1)].Person && t.child(i, "obj", "aux:pass") < 0
}

// nounHarm counts "three deaths", "no casualties", "claimed 12 lives".
func (p *pass) nounHarm(t *tree, sentence, i int, m dateline.Measure) []harm {
	switch t.Tokens[i].Lemma {
	case "life":
		return p.lives(t, sentence, i)
	case "body", "corpse", "remains":
		return p.bodies(t, sentence, i)
	case "martyrdom", "shahadat":
		return p.martyrs(t, sentence, i)
	case "martyr":
		if t.child(i, "nummod") < 0 {
			return p.martyrs(t, sentence, i) // else of a brigade, a square, a day
		}
	}
	if p.borne(t, sentence, i) {
		return nil
	}
	if hs := p.dealt(t, sentence, i, m); len(hs) > 0 {
		return hs
	}
	if t.Tokens[i].Lemma == "arrest" || t.Tokens[i].Lemma == "kidnapping" || t.Tokens[i].Lemma == "killing" || t.lemmaAt(i) == "death" && t.lemmaAt(i-1) == "to" {
		return nil
	}
	if p.negatedPhrase(t, i) && t.hasChild(i, lexicon.Degree, "amod") || p.unreported(t, i) {
		return nil // "no serious injuries", "no further casualties", "no reports of other injuries"
	}
	if hs := p.deathsOf(t, sentence, i, m); len(hs) > 0 {
		return hs
	}
	if p.endsPersons(t, sentence, i, m) {
		return p.endOf(t, sentence, i)
	}
	h, ok := p.counted(t, sentence, i, m)
	if !ok || h.count.Qualifier == dateline.NamedPerson || h.count.PluralOnly && t.child(i, "det", "amod") < 0 && m != dateline.Killed {
		return nil
	}
	if !isPlural(t.Tokens[i]) && h.count.Qualifier == dateline.Exactly && t.child(i, "nummod") < 0 && h.count.Anchor != nil && *h.count.Anchor == 1 {
		return nil // "the death", "a death" names no count
	}
	h.anchor, h.rule = i, "CAS-2/noun"
	return []harm{h}
}

// dealt: the wounds at i are told of with whom they were dealt to: "caused INJURIES to
// three people".
func (p *pass) dealt(t *tree, sentence, i int, m dateline.Measure) []harm {
	if !t.lex.Is(lexicon.Wounds, t.lemmaAt(i)) || p.negatedPhrase(t, i) {
		return nil
	}
	if verb := t.Tokens[i].Head; verb >= 0 && t.lemmaAt(verb) == "inflict" {
		if c := p.oblique(t, verb, "on"); c >= 0 {
			return p.sufferer(t, sentence, c, i, m, "CAS-2/noun") // "inflicting INJURIES on 12 others"
		}
	}
	if t.lemmaAt(i+1) != "to" {
		return nil
	}
	if c, ok := p.counts.Read(t.Tokens, min(i+2, len(t.Tokens)-1)); ok {
		return p.dealtTo(t, sentence, i, c, m)
	}
	for _, c := range t.all(i, "nmod") {
		if p.patient(t, sentence, c) {
			return p.sufferer(t, sentence, c, i, m, "CAS-2/noun")
		}
	}
	return nil
}

// dealtTo counts those whose number c stands right behind the wounds at i.
func (p *pass) dealtTo(t *tree, sentence, i int, c phrase, m dateline.Measure) []harm {
	if who := p.nextPerson(t, sentence, c.End, min(c.End+4, len(t.Tokens))); who >= 0 {
		return p.sufferer(t, sentence, who, i, m, "CAS-2/noun")
	}
	if c.End < len(t.Tokens) && !t.lex.Is(lexicon.EndsClause, t.lemmaAt(c.End)) && t.Tokens[c.End].POS != "ADP" {
		return nil
	}
	h := p.newHarm(t, sentence, i+2, c.End, c.Count, m)
	h.anchor, h.rule = i, "CAS-2/noun"
	return []harm{h}
}

// endsPersons: the deaths are told of one by one, "the shooting deaths of a mother,
// son and little girl".
func (p *pass) endsPersons(t *tree, sentence, i int, m dateline.Measure) bool {
	if m != dateline.Killed || !isPlural(t.Tokens[i]) {
		return false
	}
	for _, c := range t.all(i, "nmod") {
		if t.marker(c) == "of" {
			return !isPlural(t.Tokens[c]) && t.child(c, "conj") >= 0 && p.patient(t, sentence, c)
		}
	}
	return false
}

// unreported: "no reports of injuries" neither counts them nor says that there
// were none.
func (p *pass) unreported(t *tree, i int) bool {
	h := t.Tokens[i].Head
	return h >= 0 && t.rel(i, "nmod") && t.lex.Is(lexicon.Reported, t.lemmaAt(h)) && p.negatedPhrase(t, h)
}

// deathsOf counts "the deaths of at least 12 people", "the loss of three soldiers", "the
// death of between three and six members of the family": the number stands right behind
// the "of".
func (p *pass) deathsOf(t *tree, sentence, i int, m dateline.Measure) []harm {
	if l := t.lemmaAt(i); l != "death" && l != "loss" || t.lemmaAt(i+1) != "of" || i+2 >= len(t.Tokens) {
		return nil
	}
	c, ok := p.counts.Read(t.Tokens, i+2)
	if !ok || c.End >= len(t.Tokens) || isAge(t, c.End) || inTime(p.times[sentence], t.Tokens[c.End-1].Start) {
		return nil
	}
	who := p.nextPerson(t, sentence, c.End, min(c.End+4, len(t.Tokens)))
	if who < 0 {
		return nil
	}
	if h, ok := p.counted(t, sentence, who, m); ok && h.count.Derived {
		h.anchor, h.rule = i, "CAS-2/noun" // "the deaths of eleven pupils and two adults"
		return []harm{h}
	}
	h := p.newHarm(t, sentence, i+2, who+1, c.Count, m)
	h.count.Noun, h.anchor, h.rule = t.text(p.doc.Report.Text, c.End, who+1), i, "CAS-2/noun"
	p.included(t, sentence, who, &h)
	return []harm{h}
}

// lives: "claimed the lives of 12 people", "12 lives were lost".
func (p *pass) lives(t *tree, sentence, i int) []harm {
	verb := t.Tokens[i].Head
	if verb < 0 || !t.rel(i, "obj", "nsubj", "nsubj:pass") || !t.lex.Is(lexicon.TakesLives, t.lemmaAt(verb)) || t.isVerb(verb) && p.irrealis(t, verb) {
		return nil
	}
	if s, passive := t.subject(verb); s >= 0 && !passive && (t.lemmaAt(verb) == "lose" || t.lemmaAt(verb) == "lay") && t.child(i, "nmod:poss") >= 0 {
		return p.sufferer(t, sentence, t.behind(s), i, dateline.Killed, "CAS-2/lives") // "12 people lost their lives"
	}
	at := i
	if of := t.child(i, "nmod"); of >= 0 {
		at = of
	}
	h, ok := p.counted(t, sentence, at, dateline.Killed)
	if !ok {
		return nil
	}
	h.anchor, h.rule = i, "CAS-2/lives"
	return []harm{h}
}

// martyrs: "six policemen embraced martyrdom", "five citizens rose as martyrs".
func (p *pass) martyrs(t *tree, sentence, i int) []harm {
	verb := t.Tokens[i].Head
	if verb < 0 || !(t.rel(i, "obj") && t.lex.Is(lexicon.Martyred, t.lemmaAt(verb))) && !(t.rel(i, "obl") && t.marker(i) == "as" && t.lex.Is(lexicon.Ascends, t.lemmaAt(verb))) {
		return nil
	}
	s, passive := t.subject(verb)
	if s < 0 || passive {
		return nil
	}
	return p.sufferer(t, sentence, t.behind(s), i, dateline.Killed, "CAS-2/lives")
}

// bodies: "the body of one of the five was found", "the bodies of three men have
// been recovered", "12 bodies were pulled from the rubble".
func (p *pass) bodies(t *tree, sentence, i int) []harm {
	verb := t.Tokens[i].Head
	if verb < 0 || !t.lex.Is(lexicon.Recovers, t.lemmaAt(verb)) && !t.lex.Is(lexicon.Conveys, t.lemmaAt(verb)) || !t.rel(i, "nsubj", "nsubj:pass", "obj") {
		return nil
	}
	from, to := t.phrase(i)
	h := harm{sentence: sentence, span: p.span(t, from, to), anchor: i, rule: "CAS-2/body"}
	of := t.child(i, "nmod")
	switch c, _, _, ok := p.phraseCount(t, sentence, i); {
	case !isPlural(t.Tokens[i]):
		one := 1
		h.count = dateline.Count{Qualifier: dateline.Exactly, Lo: &one, Anchor: &one, Hi: &one, Population: dateline.PopUnknown}
	case ok && !c.PluralOnly:
		h.count = c
	case of >= 0 && t.marker(of) == "of":
		who, ok := p.counted(t, sentence, of, dateline.Killed)
		if !ok {
			return nil
		}
		h.count = who.count
	default:
		return nil
	}
	h.count.Measure = dateline.Killed
	return []harm{h}
}

// ruleToll reads numbers that are of everybody by their own words.
const ruleToll = "CAS-2/toll"

// tolled says that the noun at token i stands for a count of people, and of
// which: "the death toll", "the toll", "the number of people killed", "the
// number of dead".
func (p *pass) tolled(t *tree, i int) (dateline.Measure, bool) {
	switch t.Tokens[i].Lemma {
	case "toll":
		if t.lemmaAt(i-1) == "casualty" {
			return dateline.KilledOrWounded, true
		}
		return dateline.Killed, i == 0 || t.Tokens[i-1].POS != "NOUN" || t.lemmaAt(i-1) == "death"
	case "loss":
		return dateline.Killed, t.rel(i, "obj") && isPlural(t.Tokens[i]) && p.putAt(t, i) // "put its losses at nine"
	case "dead", "wounded", "injured", "wound", "injure":
		return p.lex.State[lower(t.Tokens[i].Text)], t.lemmaAt(i-1) == "the" && p.putAt(t, i) // "put the dead at 31"
	case "number", "figure", "count":
		for k := i + 2; t.lemmaAt(i+1) == "of" && k < min(i+6, len(t.Tokens)) && t.Tokens[k].Text != ","; k++ {
			if m, ok := p.lex.State[lower(t.Tokens[k].Text)]; ok {
				return m, true
			}
			if m, ok := p.lex.HarmNoun[t.Tokens[k].Lemma]; ok {
				return m, true
			}
		}
		if t.lex.Is(lexicon.Earlier, t.lemmaAt(i-1)) && t.lemmaAt(i+1) == "of" {
			return p.fateBefore(t, i) // "raising an EARLIER COUNT of six"
		}
		if verb := t.Tokens[i].Head; verb > i && t.rel(i, "nsubj") && t.lex.Is(lexicon.Rises, t.lemmaAt(verb)) {
			return p.fateBefore(t, i)
		}
	}
	return "", false
}

// putAt: somebody puts what token i counts at the number behind it.
func (p *pass) putAt(t *tree, i int) bool {
	if t.lemmaAt(i+1) != "at" || i+2 >= len(t.Tokens) {
		return false
	}
	verb := i - 1
	for verb >= 0 && !t.isVerb(verb) {
		verb--
	}
	_, ok := p.counts.Read(t.Tokens, i+2)
	return ok && verb >= 0 && t.lex.Is(lexicon.Tallies, t.lemmaAt(verb))
}

// raisedTo: the number stands before the toll, behind the verb that raises it:
// "raising TO FIVE the death toll", "bringing to at least 12 the number of dead".
func (p *pass) raisedTo(t *tree, sentence, i int, m dateline.Measure) (harm, bool) {
	verb := t.Tokens[i].Head
	if verb < 0 || verb > i || !t.rel(i, "obj") || t.lemmaAt(verb+1) != "to" {
		return harm{}, false
	}
	c, ok := p.counts.Read(t.Tokens, verb+2)
	if !ok || c.End > i || inTime(p.times[sentence], t.Tokens[c.End-1].Start) {
		return harm{}, false
	}
	h := p.newHarm(t, sentence, verb+2, c.End, c.Count, m)
	h.anchor, h.rule = i, ruleToll
	return h, true
}

// fateBefore is what the last word of harm before token i says of people: "four
// were KILLED, though that number later rose to six".
func (p *pass) fateBefore(t *tree, i int) (dateline.Measure, bool) {
	for k := i - 1; k >= 0; k-- {
		if m, ok := p.lex.State[lower(t.Tokens[k].Text)]; ok {
			return m, true
		}
	}
	return "", false
}

// toll: "the death toll rose to 12", "revised from 18 to 13", "a toll of at
// least 40", "put the number of dead at 11".
func (p *pass) toll(t *tree, sentence, i int, m dateline.Measure) []harm {
	if h, ok := p.raisedTo(t, sentence, i, m); ok {
		return []harm{h}
	}
	for k := i + 1; k < min(i+30, len(t.Tokens)); k++ {
		if opensList(t, k) {
			return nil // "a number of deaths were reported, INCLUDING several women"
		}
		c, ok := p.counts.Read(t.Tokens, k)
		if !ok {
			continue
		}
		before := t.lemmaAt(k - 1)
		if before == "from" || inTime(p.times[sentence], t.Tokens[k].Start) || k > i+13 && before != "to" && before != "at" {
			k = max(k, c.End-1)
			continue
		}
		h := p.newHarm(t, sentence, k, c.End, c.Count, m)
		h.anchor, h.rule = i, ruleToll
		return []harm{h}
	}
	return nil
}

// borne: the wounds at i are those of the people who are the subject of a verb of
// suffering, and count nobody by themselves: "seven others sustained INJURIES".
func (p *pass) borne(t *tree, sentence, i int) bool {
	verb := t.Tokens[i].Head
	if !t.lex.Is(lexicon.Wounds, t.lemmaAt(i)) || verb < 0 || !t.rel(i, "obj") || !t.lex.Is(lexicon.Suffering, t.lemmaAt(verb)) || p.negatedPhrase(t, i) || t.child(i, "nummod") >= 0 {
		return false
	}
	who, passive := t.subject(verb)
	return who >= 0 && !passive && p.patient(t, sentence, t.behind(who))
}
