package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// repair mends arcs that a greedy parser gets wrong in news: adjectives that
// took the place of their noun, bare nominals hung as obliques, and headlines
// and clipped clauses whose verb was taken for a participle. It works on a copy
// of the tokens; the document stays as parsed.
func (r *Reader) repair(tokens []dateline.Token) []dateline.Token {
	tokens = slices.Clone(tokens)
	r.openingNoun(tokens)
	for i := range tokens {
		peopleNoun(tokens, i)
		capitalWord(tokens, i)
		personWord(tokens, i)
		r.menNoun(tokens, i)
		compoundSubject(tokens, i)
		r.noDative(tokens, i)
		bothNouns(tokens, i)
		inLaw(tokens, i)
		shotVerb(tokens, i)
		hitMen(tokens, i)
		whoShotDead(tokens, i)
	}
	for i := range tokens {
		r.forms.mend(tokens, i)
		label(tokens, i)
		r.actNoun(tokens, i)
		passersBy(tokens, i)
		numberOverName(tokens, i)
		r.pluralPersons(tokens, i)
		r.headlineVerb(tokens, i)
		r.numberWord(tokens, i)
		r.suspected(tokens, i)
		mineNoun(tokens, i)
		ageNoun(tokens, i)
		r.headlineNoun(tokens, i)
		r.ofAge(tokens, i)
		ages(tokens, i)
		manner(tokens, i)
		shotDead(tokens, i)
		shotAt(tokens, i)
		passive(tokens, i)
		r.copular(tokens, i)
		r.struck(tokens, i)
		r.sustained(tokens, i)
		hadHarmed(tokens, i)
		r.foundSo(tokens, i)
		r.shotTimes(tokens, i)
		r.elided(tokens, i)
		r.secondHarm(tokens, i)
		r.bareNumber(tokens, i)
		r.looseNumber(tokens, i)
	}
	r.ranges(tokens)
	for i := range tokens {
		befellNoun(tokens, i)
		describedSubject(tokens, i)
		fewerThan(tokens, i)
		r.heldToBe(tokens, i)
		r.deedTime(tokens, i)
		r.districtNoun(tokens, i)
		r.dayBetween(tokens, i)
		r.bareSubject(tokens, i)
		twoVerbs(tokens, i)
		r.ownObject(tokens, i)
		afterSemicolon(tokens, i)
		r.died(tokens, i)
		saidToBe(tokens, i)
		r.clauseSubject(tokens, i)
		r.listBefore(tokens, i)
		r.headlinePassive(tokens, i)
		r.countedSubject(tokens, i)
	}
	twoSubjects(tokens)
	for i := range tokens {
		overAside(tokens, i)
		r.diedAside(tokens, i)
		overRelative(tokens, i)
		overAppended(tokens, i)
		overParticiple(tokens, i)
		afterAside(tokens, i)
		r.harmBeforeNumber(tokens, i)
		relativeClause(tokens, i)
		reduced(tokens, i)
	}
	lateSubjects(tokens)
	for i := range tokens {
		someOfThem(tokens, i)
		ofWhom(tokens, i)
		setOff(tokens, i)
	}
	for i := range tokens {
		r.saidBetween(tokens, i)
		relativeObject(tokens, i)
		hadDone(tokens, i)
		r.didTo(tokens, i)
		foundShot(tokens, i)
		ofObject(tokens, i)
	}
	trailingSpeech(tokens, r.lex.Speech)
	for i := range tokens {
		liftNoun(tokens, i)
		r.lastOfPhrase(tokens, i)
	}
	slugSubject(tokens)
	promoteVerb(tokens)
	for i := range tokens {
		joinsSubject(tokens, i)
		r.bareOblique(tokens, i)
	}
	rooted(tokens)
	return tokens
}

// ageNoun makes a noun of the "old" of "a 2-year-old": with no noun after it,
// it is the person.
func ageNoun(tokens []dateline.Token, i int) {
	if i < 3 || lower(tokens[i].Text) != "old" || !ageUnit[tokens[i-1].Lemma] && !(tokens[i-1].POS == "PUNCT" && ageUnit[tokens[i-2].Lemma]) {
		return
	}
	if i+1 < len(tokens) && !bareHarm(tokens, i+1) && (nounish(tokens[i+1]) || i+2 < len(tokens) && tokens[i+1].POS == "ADJ" && nounish(tokens[i+2])) {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "NOUN", "NN", "year-old"
	h := tokens[i].Head
	if h < 0 || tokens[i].Rel != "amod" && tokens[i].Rel != "dep" && tokens[i].Rel != "advmod" && tokens[i].Rel != "obl" {
		return
	}
	switch {
	case h > i && (tokens[h].POS == "VERB" || participles[lower(tokens[h].Text)] != "" && has(tokens, h, "cop")):
		tokens[i].Rel = "nsubj"
		for _, t := range tokens {
			if t.Head == h && (t.Rel == "aux:pass" || t.Rel == "cop") {
				tokens[i].Rel = "nsubj:pass"
			}
		}
	case h < i && tokens[h].POS == "VERB" && !hasCase(tokens, i):
		tokens[i].Rel = "obj"
	}
	for k := range tokens {
		if k < i-3 && tokens[k].POS == "DET" && tokens[k].Head == h && i-k <= 5 {
			tokens[k].Head, tokens[k].Rel = i, "det"
		}
	}
}

// foundSo: who is found dead or shot is said to be so by the verb, whatever stands
// between: "found the teen dead inside", "was found fatally shot".
func (r *Reader) foundSo(tokens []dateline.Token, i int) {
	so := participles[lower(tokens[i].Text)] != "" && tokens[i].Tag == "VBN" || r.lex.Is(lexicon.Gone, tokens[i].Lemma) && tokens[i].POS == "ADJ"
	k := i - 1
	for k > 0 && tokens[k].POS == "ADV" {
		k--
	}
	if !so || k < 0 {
		return
	}
	if nounish(tokens[k]) {
		k = findingOf(tokens, k)
	}
	if k < 0 || tokens[k].POS != "VERB" || !r.lex.Is(lexicon.Finds, tokens[k].Lemma) || above(tokens, i, k) || tokens[i].Rel == "xcomp" {
		return
	}
	tokens[i].Head, tokens[i].Rel = k, "xcomp"
	if has(tokens, k, "aux:pass") {
		suffers(tokens, k)
	}
}

// findingOf is the verb whose object the noun at k is, by itself or as the last of
// several; -1 if it is none.
func findingOf(tokens []dateline.Token, k int) int {
	for tokens[k].Rel == "conj" && tokens[k].Head >= 0 && tokens[k].Head < k {
		k = tokens[k].Head
	}
	if tokens[k].Rel != "obj" || tokens[k].Head > k {
		return -1
	}
	return tokens[k].Head
}

// shotTimes: who was "shot multiple times" was shot, and the times were not.
func (r *Reader) shotTimes(tokens []dateline.Token, i int) {
	if h := tokens[i].Head; tokens[i].Lemma == "time" && tokens[i].Rel == "obj" && h >= 0 && h < i && participles[lower(tokens[h].Text)] != "" {
		tokens[i].Rel = "obl:unmarked"
	}
}

// peopleNoun: an adjective of a people behind an article or an age, with no noun
// after it, is somebody: "shot dead a 15-year-old Palestinian".
func peopleNoun(tokens []dateline.Token, i int) {
	if i == 0 || tokens[i].POS != "ADJ" && tokens[i].POS != "PROPN" || !ofPeople(tokens[i].Text) || !unicode.IsUpper(rune(tokens[i].Text[0])) {
		return
	}
	old := lower(tokens[i-1].Text) == "old" && tokens[i-1].POS != "VERB"
	alone := tokens[i].POS == "ADJ" && lower(tokens[i-1].Text) != "the" && tokens[i-1].POS == "DET" && slices.Contains([]string{"nsubj", "nsubj:pass", "obj"}, tokens[i].Rel)
	if !old && !alone || i+1 < len(tokens) && (nounish(tokens[i+1]) || tokens[i+1].POS == "ADJ") {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "NOUN", "NN", "person"
}

// ofPeople: the word ends like one for a people that may stand for a person, and not
// like "Turkish".
func ofPeople(s string) bool {
	return slices.ContainsFunc([]string{"ian", "ani", "eli", "aqi", "eni", "udi", "ese", "can"}, func(end string) bool { return strings.HasSuffix(s, end) })
}

// overAside: a passive hung on the last noun of an aside that "including" opens is
// said of the noun before the aside: "three people INCLUDING A WOMAN were killed".
func overAside(tokens []dateline.Token, i int) {
	aside := tokens[i].Head
	if tokens[i].Rel != "acl:relcl" || aside < 1 || aside > i || tokens[aside].Rel != "nmod" || tokens[i-1].POS != "AUX" {
		return
	}
	who := tokens[aside].Head
	if who < 0 || who+1 >= len(tokens) || lower(tokens[who+1].Text) != "including" || !nounish(tokens[who]) ||
		slices.ContainsFunc(tokens[aside+1:i], func(t dateline.Token) bool { return t.POS == "PRON" }) {
		return
	}
	tokens[i].Head, tokens[i].Rel, tokens[i].POS, tokens[i].Tag = tokens[who].Head, tokens[who].Rel, "VERB", "VBN"
	tokens[who].Head, tokens[who].Rel = i, "nsubj:pass"
	tokens[i-1].Head, tokens[i-1].Rel = i, "aux:pass"
}

// overRelative: behind a relative clause whose verb was taken for that of the
// sentence, a passive without a subject has the noun before the clause for one:
// "two gunmen WHO ATTACKED A POST were shot dead".
func overRelative(tokens []dateline.Token, i int) {
	v := tokens[i].Head
	if tokens[i].Tag != "VBN" && tokens[i].Tag != "VBD" || v < 2 || v > i || !slices.Contains([]string{"parataxis", "ccomp", "advcl"}, tokens[i].Rel) || has(tokens, i, "mark") || !has(tokens, i, "aux:pass") || has(tokens, i, "nsubj") || has(tokens, i, "nsubj:pass") {
		return
	}
	who := v - 2
	if lower(tokens[v-1].Text) != "who" || tokens[who].Head != v || !nounish(tokens[who]) {
		return
	}
	tokens[i].Head, tokens[i].Rel, tokens[i].Tag = tokens[v].Head, tokens[v].Rel, "VBN"
	tokens[who].Head, tokens[who].Rel = i, "nsubj:pass"
	tokens[v].Head, tokens[v].Rel = who, "acl:relcl"
}

// overAppended: behind a relative clause between commas whose verb was taken for that
// of the sentence, the verb that follows has the noun before the clause for a subject:
// "the ministry, WHICH OVERSEES THE FORCES, gave the toll as two".
func overAppended(tokens []dateline.Token, i int) {
	v := tokens[i].Head
	if v < 2 || v > i || tokens[i].Tag != "VBD" && tokens[i].Tag != "VBZ" && tokens[i].Tag != "VBP" || tokens[i-1].Text != "," || tokens[i].Rel != "conj" && tokens[i].Rel != "parataxis" || has(tokens, i, "nsubj") || has(tokens, i, "nsubj:pass") {
		return
	}
	which := slices.IndexFunc(tokens, func(t dateline.Token) bool { return t.Head == v && (t.Tag == "WDT" || t.Tag == "WP") })
	who := slices.IndexFunc(tokens, func(t dateline.Token) bool { return t.Head == v && t.Rel == "nsubj" && nounish(t) })
	if which < 1 || who < 0 || who > which || tokens[which-1].Text != "," || which > v {
		return
	}
	tokens[i].Head, tokens[i].Rel = tokens[v].Head, tokens[v].Rel
	tokens[who].Head = i
	tokens[v].Head, tokens[v].Rel = who, "acl:relcl"
}

// headlineNoun: the "Shooting" that opens a headline and has an adjunct right
// after it is an act and not what somebody does: "Shooting in Tarn leaves two
// dead", "Stabbing outside a school".
func (r *Reader) headlineNoun(tokens []dateline.Token, i int) {
	if i > 0 || len(tokens) < 2 || tokens[i].POS != "VERB" && tokens[i].POS != "AUX" || tokens[1].POS != "ADP" && tokens[1].POS != "ADV" || !r.lex.NamesAct(lower(tokens[i].Text)) {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "NOUN", "NN", lower(tokens[i].Text)
	if tokens[i].Rel == "csubj" {
		tokens[i].Rel = "nsubj"
	}
}

// mineNoun: behind an article or an adjective a "mine" is a thing.
func mineNoun(tokens []dateline.Token, i int) {
	if i == 0 || lower(tokens[i].Text) != "mine" || tokens[i].POS != "PRON" {
		return
	}
	switch tokens[i-1].POS {
	case "DET", "ADJ", "NOUN", "NUM":
		tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "NOUN", "NN", "mine"
	case "VERB":
		if tokens[i-1].Tag == "VBN" {
			tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "NOUN", "NN", "mine"
		}
	}
}

// manner: in "the shooting death" the first noun only says how; the second
// stands where it stood.
func manner(tokens []dateline.Token, i int) {
	if i == 0 || tokens[i].Lemma != "death" || !nounish(tokens[i]) || !nounish(tokens[i-1]) || tokens[i-1].Head == i || !strings.HasSuffix(tokens[i-1].Lemma, "ing") {
		return
	}
	if h := tokens[i-1].Head; h != i {
		tokens[i].Head, tokens[i].Rel = h, tokens[i-1].Rel
	}
	for k := range tokens {
		if tokens[k].Head == i-1 {
			tokens[k].Head = i
		}
	}
	tokens[i-1].Head, tokens[i-1].Rel = i, "compound"
}

func nounish(t dateline.Token) bool { return t.POS == "NOUN" || t.POS == "PROPN" }

// twoSubjects: of two subjects of one verb with "and" between them the second
// is coordinated with the first: "Eleven fighters and four soldiers were killed".
func twoSubjects(tokens []dateline.Token) {
	first := -1
	for i, t := range tokens {
		if t.Rel != "nsubj" && t.Rel != "nsubj:pass" {
			continue
		}
		if first >= 0 && tokens[first].Head == t.Head && i < t.Head && joinedByAnd(tokens, first, i) {
			tokens[i].Head, tokens[i].Rel = first, "conj"
			continue
		}
		first = i
	}
}

// lateSubjects: of two subjects of an active verb without an object the one behind
// it is its object: "the Front also claimed a grenade ATTACK".
func lateSubjects(tokens []dateline.Token) {
	for i, t := range tokens {
		v := t.Head
		if t.Rel != "nsubj" || v < 0 || v > i || tokens[v].POS != "VERB" || has(tokens, v, "obj") || has(tokens, v, "aux:pass") || hasCase(tokens, i) {
			continue
		}
		if slices.ContainsFunc(tokens[:v], func(o dateline.Token) bool { return o.Head == v && o.Rel == "nsubj" }) {
			tokens[i].Rel = "obj"
		}
	}
}

// saidBetween: of two subjects of a verb of saying the first is that of what is
// said: "the group officials say was behind the attack".
func (r *Reader) saidBetween(tokens []dateline.Token, i int) {
	verb := tokens[i].Head
	if tokens[i].Rel != "nsubj" || tokens[i].Tag == "WDT" || verb < i || r.lex.Speech[tokens[verb].Lemma] == "" {
		return
	}
	said := slices.IndexFunc(tokens, func(t dateline.Token) bool { return t.Head == verb && t.Rel == "ccomp" })
	closer := slices.ContainsFunc(tokens[i+1:verb], func(t dateline.Token) bool { return t.Head == verb && t.Rel == "nsubj" })
	if said < verb || !closer || has(tokens, said, "nsubj") || has(tokens, said, "nsubj:pass") {
		return
	}
	tokens[i].Head = said
	if has(tokens, said, "aux:pass") {
		tokens[i].Rel = "nsubj:pass"
	}
}

// relativeObject: of two subjects of one verb, a "which" or "that" is its
// object: "the ambush, which the Front claimed".
func relativeObject(tokens []dateline.Token, i int) {
	verb := tokens[i].Head
	if tokens[i].Tag != "WDT" || tokens[i].Rel != "nsubj" || verb <= i {
		return
	}
	for k := i + 1; k < verb; k++ {
		if tokens[k].Head == verb && tokens[k].Rel == "nsubj" {
			tokens[i].Rel = "obj"
			if tokens[verb].Rel == "parataxis" {
				tokens[verb].Rel = "acl:relcl"
			}
			return
		}
	}
}

// hadDone: with a form of "have" and none of "be" a verb is active.
func hadDone(tokens []dateline.Token, i int) {
	if v := tokens[i].Head; tokens[i].Rel == "nsubj:pass" && v > i && !has(tokens, v, "aux:pass") &&
		slices.ContainsFunc(tokens[i:v], func(t dateline.Token) bool { return t.Head == v && t.Rel == "aux" && t.Lemma == "have" }) {
		tokens[i].Rel = "nsubj"
	}
}

// hadHarmed: behind a form of "have" a participle of harm is its verb and no
// adjective of its object: "a bomb had KILLED four officers".
func hadHarmed(tokens []dateline.Token, i int) {
	have := i - 1
	for have > 0 && tokens[have].POS == "ADV" {
		have--
	}
	if have < 1 || tokens[have].Lemma != "have" || participles[lower(tokens[i].Text)] == "" || tokens[i].Rel != "amod" {
		return
	}
	object := tokens[i].Head
	if object <= i || tokens[object].Head != have || !nounish(tokens[object]) {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "VERB", "VBN", participles[lower(tokens[i].Text)]
	tokens[i].Head, tokens[i].Rel = tokens[have].Head, tokens[have].Rel
	handOver(tokens, have, i)
	tokens[have].POS, tokens[have].Head, tokens[have].Rel = "AUX", i, "aux"
	tokens[object].Rel = "obj"
}

// didTo: a verb without a form of "be" and with an object is active: "a man killed
// four of his children".
func (r *Reader) didTo(tokens []dateline.Token, i int) {
	v := tokens[i].Head
	if tokens[i].Rel != "nsubj:pass" || v <= i || v+1 >= len(tokens) || tokens[v+1].POS == "ADP" || has(tokens, v, "aux:pass") || auxiliary(tokens, v) >= 0 {
		return
	}
	if o := r.doneTo(tokens, v); o >= 0 {
		tokens[i].Rel, tokens[o].Rel = "nsubj", "obj"
	}
}

// doneTo is the object behind the verb at v, or the noun that hangs on it without a
// preposition and is no time; -1 without one.
func (r *Reader) doneTo(tokens []dateline.Token, v int) int {
	for k := v + 1; k < len(tokens); k++ {
		if tokens[k].Head == v && (tokens[k].Rel == "obj" || tokens[k].Rel == "obl" && nounish(tokens[k]) && !hasCase(tokens, k) && !r.lex.Is(lexicon.BareTime, tokens[k].Lemma)) {
			return k
		}
	}
	return -1
}

// foundShot: in "found two people shot" it is the people who were shot, not
// the ones who found them.
func foundShot(tokens []dateline.Token, i int) {
	verb := tokens[i].Head
	if tokens[i].Rel != "xcomp" && !(tokens[i].Rel == "advcl" && i > 0 && tokens[i-1].Head == verb && tokens[i-1].Rel == "obj" && !has(tokens, i, "obj") && !has(tokens, i, "mark")) || tokens[i].Tag != "VBN" && tokens[i].Tag != "VBD" || verb < 0 || verb > i {
		return
	}
	for k := verb + 1; k < i; k++ {
		if tokens[k].Head == verb && tokens[k].Rel == "obj" {
			tokens[i].Head, tokens[i].Rel, tokens[i].Tag = k, "acl", "VBN"
			return
		}
	}
}

// joinedByAnd: nothing but one "and" and words of the second phrase stand
// between two nouns.
func joinedByAnd(tokens []dateline.Token, a, b int) bool {
	and := 0
	for k, t := range tokens[a+1 : b] {
		switch {
		case t.Lemma == "and":
			and++
		case t.POS == "ADP" && and == 0:
		case and == 0 && (above(tokens, a, a+1+k) || t.Text == "–" || t.Text == "—"): // "the wife of X – the spokesman – and"
		case t.POS == "VERB" || t.POS == "AUX" || t.POS == "PUNCT" || t.POS == "ADP":
			return false
		}
	}
	return and == 1
}

// trailingSpeech cuts ", police said" and ", the ministry said on Monday" from
// the end of a sentence: the speaker is the subject of the verb of speech, and
// all that stands before the comma is what was said.
func trailingSpeech(tokens []dateline.Token, speech map[string]dateline.Modality) {
	verb := lastSpeech(tokens, speech)
	if verb < 0 {
		return
	}
	comma := verb - 1
	for comma >= 0 && tokens[comma].Text != "," && tokens[comma].POS != "VERB" && tokens[comma].POS != "AUX" {
		comma--
	}
	if comma < 3 || tokens[comma].Text != "," || verb-comma < 2 || verb-comma > 15 {
		return
	}
	root, speaker := firstFinite(tokens[:comma]), phraseHead(tokens, comma+1, verb)
	if root < 0 || speaker < 0 {
		return
	}
	for i := range tokens {
		inside := i > comma && i <= verb
		head := tokens[i].Head
		switch {
		case i == verb || i == speaker || i == root:
		case inside && (head < comma || head > verb):
			tokens[i].Head = speaker
		case !inside && i < comma && head > comma && head <= verb:
			tokens[i].Head = root
		}
	}
	unhook(tokens, root)
	tokens[root].Head, tokens[root].Rel = -1, "root"
	tokens[verb].Head, tokens[verb].Rel = root, "parataxis"
	tokens[speaker].Head, tokens[speaker].Rel = verb, "nsubj"
}

// lastSpeech is a verb of speech near the end of the sentence with nothing but
// an adjunct after it, or -1.
func lastSpeech(tokens []dateline.Token, speech map[string]dateline.Modality) int {
	for i := len(tokens) - 1; i >= max(0, len(tokens)-10); i-- {
		if tokens[i].POS == "VERB" {
			if _, ok := speech[tokens[i].Lemma]; ok && (tokens[i].Tag == "VBD" || tokens[i].Tag == "VBZ" || tokens[i].Tag == "VBP" || tokens[i].Tag == "VBN") {
				return i
			}
			return -1
		}
	}
	return -1
}

// firstFinite is the root if it lies in the tokens, else their first finite verb.
func firstFinite(tokens []dateline.Token) int {
	for i, t := range tokens {
		if t.Head < 0 && t.POS == "VERB" {
			return i
		}
	}
	return slices.IndexFunc(tokens, func(t dateline.Token) bool {
		return t.POS == "VERB" && (t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "VBN")
	})
}

// phraseHead is the last noun of tokens [from,to) before a preposition.
func phraseHead(tokens []dateline.Token, from, to int) int {
	head := -1
	for i := from; i < to && tokens[i].POS != "ADP" && (tokens[i].Rel != "case" || tokens[i].Tag == "POS"); i++ {
		if tokens[i].POS == "NOUN" || tokens[i].POS == "PROPN" || tokens[i].POS == "PRON" {
			head = i
		}
	}
	return head
}

// unhook hangs every token above the new root on it.
func unhook(tokens []dateline.Token, root int) {
	for i, steps := tokens[root].Head, 0; i >= 0 && i != root && steps < len(tokens); steps++ {
		next := tokens[i].Head
		tokens[i].Head = root
		i = next
	}
}

// ofObject: what follows an object with "of" belongs to it: "killing a family of
// six members".
func ofObject(tokens []dateline.Token, i int) {
	h := tokens[i].Head
	if tokens[i].Rel != "obj" || h < 0 {
		return
	}
	for k := i - 1; k > h; k-- {
		if tokens[k].Head == h && tokens[k].Rel == "obj" && tokens[k+1].Lemma == "of" && tokens[k+1].Head == i {
			tokens[i].Head, tokens[i].Rel = k, "nmod"
			return
		}
	}
}

// liftNoun: in "on the Russian and Pakistani embassies" the noun, not its first
// adjective, is what the preposition takes.
func liftNoun(tokens []dateline.Token, i int) {
	adj := tokens[i]
	if adj.POS != "ADJ" || !nominal(adj.Rel) || adj.Rel == "conj" && adj.Head >= 0 && tokens[adj.Head].POS == "ADJ" {
		return
	}
	j := i + 1
	for j < len(tokens) && (tokens[j].POS == "ADJ" || tokens[j].POS == "CCONJ" || tokens[j].Text == ",") {
		j++
	}
	if j == i+1 && (j >= len(tokens) || tokens[j].Head == i) || j >= len(tokens) || tokens[j].POS != "NOUN" && tokens[j].POS != "PROPN" || adj.Head == j {
		return
	}
	tokens[j].Head, tokens[j].Rel = adj.Head, adj.Rel
	tokens[i].Head, tokens[i].Rel = j, "amod"
	for k := range tokens {
		if tokens[k].Head == i && (tokens[k].Rel == "case" || tokens[k].Rel == "det") {
			tokens[k].Head = j
		}
	}
}

func nominal(rel string) bool {
	switch rel {
	case "obl", "nmod", "obj", "nsubj", "nsubj:pass", "conj":
		return true
	}
	return false
}

// has says whether token i has a child by a relation.
func has(tokens []dateline.Token, i int, rel string) bool {
	return slices.ContainsFunc(tokens, func(t dateline.Token) bool { return t.Head == i && t.Rel == rel })
}

func hasCase(tokens []dateline.Token, i int) bool {
	for _, t := range tokens {
		if t.Head == i && (t.Rel == "case" || t.Rel == "mark") {
			return true
		}
	}
	return false
}

// bareOblique: a nominal of a verb without a preposition is its subject before
// the verb, its object after it.
func (r *Reader) bareOblique(tokens []dateline.Token, i int) {
	t := tokens[i]
	if t.Rel != "obl" && !((t.Rel == "obl:unmarked" || t.Rel == "nmod:unmarked") && r.lex.Nouns[t.Lemma].Person) || t.Head < 0 || tokens[t.Head].POS != "VERB" || t.POS != "NOUN" && t.POS != "PROPN" && t.POS != "PRON" || hasCase(tokens, i) || r.lex.Is(lexicon.BareTime, t.Lemma) {
		return
	}
	has := func(rels ...string) bool {
		return slices.ContainsFunc(tokens, func(o dateline.Token) bool { return o.Head == t.Head && slices.Contains(rels, o.Rel) })
	}
	switch {
	case i < t.Head && !has("nsubj", "nsubj:pass", "csubj"):
		tokens[i].Rel = "nsubj"
	case i > t.Head && !has("obj", "nsubj:pass"):
		tokens[i].Rel = "obj"
	}
}
