package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends arcs between clauses: a number that opens a sentence, two verbs
// of one subject, what follows a semicolon, and verbs of suffering that a tagger
// took for adjectives.

// numberWord: a word of number before a plural counts it, whatever the tagger took
// it for: "EIGHT soldiers were killed".
func (r *Reader) numberWord(tokens []dateline.Token, i int) {
	if slices.Contains([]string{"NUM", "DET", "ADJ"}, tokens[i].POS) {
		return
	}
	c, ok := r.counts.Read(tokens, i)
	if !ok || c.End != i+1 || c.Count.Anchor == nil {
		return
	}
	head, _ := nominalFrom(tokens, i+1)
	if head < 0 || !isPlural(tokens[head]) || above(tokens, i, head) {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Head, tokens[i].Rel = "NUM", "CD", head, "nummod"
}

// nominalFrom is the head of the noun phrase that begins at a token, -1 without one,
// and the token behind it.
func nominalFrom(tokens []dateline.Token, from int) (head, end int) {
	end = from
	for end < len(tokens) && inNominal(tokens[end]) {
		end++
	}
	return phraseHead(tokens, from, end), end
}

// twoVerbs: of two finite verbs that one subject has, an object before the second
// is that of the first, and the second is joined to it: "rebels TOOK six people and
// SHOT two others".
func twoVerbs(tokens []dateline.Token, object int) {
	second := tokens[object].Head
	if tokens[object].Rel != "obj" || second < object || tokens[second].Tag != "VBD" || !slices.ContainsFunc(tokens[object:second], func(t dateline.Token) bool { return t.Lemma == "and" }) {
		return
	}
	first := object - 1
	for first > 0 && tokens[first].POS != "VERB" {
		first--
	}
	if first < 1 || tokens[first].Tag != "VBD" || tokens[first].Head != second {
		return
	}
	tokens[object].Head = first
	tokens[first].Head, tokens[first].Rel = tokens[second].Head, tokens[second].Rel
	tokens[second].Head, tokens[second].Rel = first, "conj"
	for k := range tokens[:first] {
		if tokens[k].Head == second {
			tokens[k].Head = first
		}
	}
}

// afterSemicolon: a noun phrase that opens what stands behind a semicolon is the
// subject of the verb there, and nothing of the clause before: "…; his BROTHER,
// who ran to help, also DIED".
func afterSemicolon(tokens []dateline.Token, i int) {
	if tokens[i].Text != ";" {
		return
	}
	who, _ := nominalFrom(tokens, i+1)
	if who < 0 || tokens[who].Head >= i || tokens[who].Head < 0 {
		return
	}
	verb := mainVerb(tokens, who+1)
	if verb < 0 || has(tokens, verb, "nsubj") || has(tokens, verb, "nsubj:pass") {
		return
	}
	before := tokens[who].Head
	for tokens[before].Head >= 0 && tokens[before].Head < i {
		before = tokens[before].Head
	}
	subjectOf(tokens, who, verb)
	if tokens[verb].Head >= 0 {
		tokens[verb].Head, tokens[verb].Rel = before, "parataxis"
	}
}

// mainVerb is the first verb from token k on, up to a semicolon, that no relative
// pronoun stands right before; -1 without one.
func mainVerb(tokens []dateline.Token, k int) int {
	for ; k < len(tokens) && tokens[k].Text != ";"; k++ {
		finite := tokens[k].Tag == "VBD" || tokens[k].Tag == "VBZ" || tokens[k].Tag == "VBP" || tokens[k].Tag == "VBN" && (has(tokens, k, "aux:pass") || has(tokens, k, "obj"))
		if tokens[k].POS == "VERB" && finite && tokens[k-1].Tag != "WP" && tokens[k-1].Tag != "WDT" && tokens[k].Rel != "acl" {
			return k
		}
	}
	return -1
}

// sustained makes a verb of the "sustained" of "seven others sustained injuries",
// with those before it as subject and the injuries as object.
func (r *Reader) sustained(tokens []dateline.Token, i int) {
	if tokens[i].POS == "VERB" || i == 0 || !slices.Contains([]string{"sustained", "suffered", "received"}, lower(tokens[i].Text)) {
		return
	}
	who := r.whoBefore(tokens, i)
	what, _ := nominalFrom(tokens, i+1)
	if who < 0 || what < 0 || !r.lex.Is(lexicon.Wounds, tokens[what].Lemma) {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "VERB", "VBD", map[string]string{"sustained": "sustain", "suffered": "suffer", "received": "receive"}[lower(tokens[i].Text)]
	if above(tokens, what, i) {
		tokens[i].Head, tokens[i].Rel = tokens[what].Head, tokens[what].Rel
	}
	raise(tokens, i, who)
	tokens[who].Rel = "nsubj"
	if !above(tokens, what, i) {
		tokens[what].Head, tokens[what].Rel = i, "obj"
	}
}

// ownObject: the noun phrase right behind a verb is its object, though it was joined
// to a noun before the verb: "abducted six people and shot dead FOUR OTHERS".
func (r *Reader) ownObject(tokens []dateline.Token, verb int) {
	from := verb + 1
	if tokens[verb].POS != "VERB" || tokens[verb].Tag != "VBD" || r.lex.HarmVerb[tokens[verb].Lemma] == "" {
		return
	}
	if from < len(tokens) && tokens[from].Lemma == "dead" {
		from++
	}
	object, _ := nominalFrom(tokens, from)
	if object < 0 || tokens[object].Head >= verb || tokens[object].Head < 0 || hasCase(tokens, object) || tokens[object].Lemma == "other" && !has(tokens, object, "nummod") || above(tokens, object, verb) {
		return
	}
	tokens[object].Head, tokens[object].Rel = verb, "obj"
	if n := object - 1; n > verb && tokens[n].POS == "NUM" && tokens[n].Head != object {
		if tokens[verb].Head == n {
			tokens[verb].Head, tokens[verb].Rel = tokens[n].Head, "conj"
		}
		tokens[n].Head, tokens[n].Rel = object, "nummod"
	}
}

// suspected: a participle that opens a sentence right before a noun describes it:
// "SUSPECTED militants ambushed a lorry".
func (r *Reader) suspected(tokens []dateline.Token, i int) {
	word := lower(tokens[i].Text)
	if word != "suspected" && word != "alleged" || tokens[i].POS != "VERB" || i > 0 && tokens[i-1].POS == "AUX" {
		return
	}
	who, end := nominalFrom(tokens, i+1)
	if who < 0 || !r.lex.Nouns[tokens[who].Lemma].Person || i > 0 && nounish(tokens[i-1]) {
		return
	}
	if tokens[who].Head == i && !lifted(tokens, i, who, end) {
		return
	}
	handOver(tokens, i, who)
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma, tokens[i].Head, tokens[i].Rel = "ADJ", "JJ", word, who, "amod"
}

// lifted gives the noun at who, which hangs on the participle at i, its place: that of
// an agent behind "by", else of the subject of the verb behind it. It says whether
// there is one.
func lifted(tokens []dateline.Token, i, who, end int) bool {
	verb := mainVerb(tokens, end)
	switch {
	case verb < 0 && i > 0 && tokens[i-1].Lemma == "by":
		tokens[who].Head, tokens[who].Rel, tokens[i-1].Rel = tokens[i].Head, "obl:agent", "case"
		return true
	case verb < 0 || has(tokens, verb, "nsubj") || has(tokens, verb, "nsubj:pass"):
		return false
	case above(tokens, i, verb):
		tokens[verb].Head, tokens[verb].Rel = tokens[i].Head, tokens[i].Rel
	}
	subjectOf(tokens, who, verb)
	return true
}

// capitalWord: a word with a capital that is no word of its own is a name: the
// "al-Shabaab" before "militants", which taggers take for a preposition.
func capitalWord(tokens []dateline.Token, i int) {
	if tokens[i].POS != "SCONJ" && tokens[i].POS != "ADP" && tokens[i].POS != "ADV" || i+1 >= len(tokens) || !nounish(tokens[i+1]) {
		return
	}
	if _, rest, ok := strings.Cut(tokens[i].Text, "-"); !ok || rest == "" || !unicode.IsUpper(rune(rest[0])) {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Head, tokens[i].Rel = "PROPN", "NNP", i+1, "compound"
}

// menNoun: "Gunmen" at the head of a sentence is no name.
func (r *Reader) menNoun(tokens []dateline.Token, i int) {
	stem, ok := strings.CutSuffix(lower(tokens[i].Text), "men")
	if !ok || tokens[i].POS != "PROPN" || !r.lex.Nouns[stem+"man"].Person {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "NOUN", "NNS", stem+"man"
}

// heldToBe: a participle behind a noun that says who the noun is held to be was
// taken for the verb of the sentence; the verb behind it is: "gunmen BELIEVED to be
// herders KILLED nine farmers".
func (r *Reader) heldToBe(tokens []dateline.Token, i int) {
	if i == 0 || i+2 >= len(tokens) || tokens[i].POS != "VERB" || tokens[i-1].Head != i || !isPlural(tokens[i-1]) && tokens[i-1].Tag != "NN" || has(tokens, i, "aux") || has(tokens, i, "aux:pass") {
		return
	}
	m, verb := tokens[i+1].Lemma, mainVerb(tokens, i+2)
	held := r.lex.Is(lexicon.HeldToBe, tokens[i].Lemma) && (m == "to" || m == "of" || m == "as")
	if !held && (verb < 0 || r.clauseBetween(tokens, i, verb) || !has(tokens, verb, "aux:pass") || has(tokens, verb, "mark")) {
		return
	}
	if verb < 0 || has(tokens, verb, "nsubj") || has(tokens, verb, "nsubj:pass") || tokens[verb].Rel == "conj" || slices.ContainsFunc(tokens[i:verb], func(t dateline.Token) bool {
		return t.Tag == "WP" || t.Tag == "WDT" || t.Text == "," || t.POS == "SCONJ" || t.POS == "CCONJ"
	}) {
		return
	}
	tokens[verb].Head, tokens[verb].Rel = tokens[i].Head, tokens[i].Rel
	subjectOf(tokens, i-1, verb)
	tokens[i].Head, tokens[i].Rel, tokens[i].Tag = i-1, "acl", "VBN"
}

// clauseBetween: a word that opens a clause stands between two tokens.
func (r *Reader) clauseBetween(tokens []dateline.Token, from, to int) bool {
	return slices.ContainsFunc(tokens[from:to], func(t dateline.Token) bool { return r.lex.Is(lexicon.OpensClause, t.Lemma) })
}

// deedTime: what stands behind the deed that somebody is tried for is of the deed:
// "sentenced two men for the killing of a pupil IN 2019".
func (r *Reader) deedTime(tokens []dateline.Token, i int) {
	verb := tokens[i].Head
	if !r.coarse(tokens, i) || verb < 0 || verb > i || !r.lex.Is(lexicon.Prosecution, tokens[verb].Lemma) {
		return
	}
	for k := i - 1; k > verb; k-- {
		if tokens[k].Head == verb && tokens[k].Rel == "obl" && r.lex.NamesAct(tokens[k].Lemma) {
			tokens[i].Head, tokens[i].Rel = k, "nmod"
			return
		}
	}
}

// coarse: the token is a year or month, or a stretch of time as long as a week that hangs without a
// preposition: "IN 2019", "last YEAR".
func (r *Reader) coarse(tokens []dateline.Token, i int) bool {
	switch tokens[i].Rel {
	case "obl":
		return tokens[i].POS == "NUM" && len(tokens[i].Text) == 4 || r.lex.Is(lexicon.Month, tokens[i].Lemma)
	case "obl:unmarked":
		return r.lex.Is(lexicon.LongWhile, tokens[i].Lemma) && tokens[i].Lemma != "day"
	}
	return false
}

// label hangs the name before a colon that opens a sentence apart, so that it is
// neither subject nor part of one: "QUETTA: nine people were hurt".
func label(tokens []dateline.Token, i int) {
	if tokens[i].Text != ":" || i == 0 || i > 3 || slices.ContainsFunc(tokens[:i], func(t dateline.Token) bool { return t.POS != "PROPN" }) {
		return
	}
	for k := range i {
		if tokens[k].Head > i {
			hangOn(tokens, k, i)
			tokens[k].Rel = "dep"
		}
	}
}

// actNoun: a gerund behind a preposition that names an act and has no object is a
// noun: "were killed in FIGHTING near the border".
func (r *Reader) actNoun(tokens []dateline.Token, i int) {
	if i == 0 || tokens[i].Tag != "VBG" || tokens[i-1].POS != "ADP" || tokens[i-1].Head != i || !r.lex.NamesAct(lower(tokens[i].Text)) || has(tokens, i, "obj") || has(tokens, i, "nsubj") {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma, tokens[i].Rel = "NOUN", "NN", lower(tokens[i].Text), "obl"
	tokens[i-1].Rel = "case"
}

// personWord: "Man" and "Woman" are nouns wherever a headline puts them.
func personWord(tokens []dateline.Token, i int) {
	if word := lower(tokens[i].Text); tokens[i].POS == "ADJ" && sexes[word] != 0 {
		tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "NOUN", "NN", word
	}
}

// befellNoun: a participle of harm behind a noun, with no subject, pronoun or object of
// its own, tells what befell the noun: "two brothers INJURED in a clash".
func befellNoun(tokens []dateline.Token, i int) {
	if tokens[i].Rel == "acl:relcl" && tokens[i].Tag == "VBN" && tokens[i].Head == i-1 && participles[lower(tokens[i].Text)] != "" && !has(tokens, i, "obj") && !has(tokens, i, "nsubj") && !has(tokens, i, "aux") {
		tokens[i].Rel = "acl"
	}
}

// describedSubject: of a noun and the adjective or participle behind it that a parser took for
// the subject the noun is the subject: "MEN accused of theft were lynched".
func describedSubject(tokens []dateline.Token, i int) {
	if i == 0 || !strings.HasSuffix(tokens[i].Text, "ed") && tokens[i].POS != "ADJ" || nounish(tokens[i]) || !nounish(tokens[i-1]) || tokens[i-1].Head != i || tokens[i].Rel != "nsubj" && tokens[i].Rel != "nsubj:pass" {
		return
	}
	tokens[i-1].Head, tokens[i-1].Rel = tokens[i].Head, tokens[i].Rel
	tokens[i].Head, tokens[i].Rel = i-1, "amod"
	if strings.HasSuffix(tokens[i].Text, "ed") {
		tokens[i].Rel, tokens[i].POS, tokens[i].Tag = "acl", "VERB", "VBN"
		return
	}
	for k := range tokens {
		if tokens[k].Head == i && tokens[k].Rel == "obl" {
			tokens[k].Head, tokens[k].Rel = i-1, "nmod" // "fighters loyal to the FRONT"
		}
	}
}

// hangOn gives what stands behind the colon at i and hangs on the label k to what
// the label hangs on: "SUKKUR: TWO people lost their lives".
func hangOn(tokens []dateline.Token, k, i int) {
	above := tokens[k].Head
	for c := i + 1; c < len(tokens); c++ {
		if tokens[c].Head == k && c != above {
			tokens[c].Head = above
			if tokens[c].POS == "NUM" {
				tokens[c].Rel = "nummod"
			}
		}
	}
}

// districtNoun hangs "district" on the name before it, whatever the parser made of
// it: "in Odisha's Ganjam DISTRICT".
func (r *Reader) districtNoun(tokens []dateline.Token, i int) {
	if i < 1 || tokens[i].POS != "NOUN" || tokens[i-1].POS != "PROPN" || !r.lex.Is(lexicon.Terrain, tokens[i].Lemma) || tokens[i].Head == i-1 || tokens[i-1].Head < 0 {
		return
	}
	if tokens[i-1].Head == i {
		for k := range tokens[:i-1] {
			if tokens[k].Head == i-1 && (tokens[k].Rel == "case" || tokens[k].Rel == "nmod:poss") {
				tokens[k].Head = i
			}
		}
		return
	}
	if above(tokens, i, i-1) || slices.ContainsFunc(tokens, func(t dateline.Token) bool { return t.Head == i }) {
		return
	}
	tokens[i].Head, tokens[i].Rel = i-1, "flat"
}

// diedAside: a verb of dying hung on the noun of an aside is said of the noun before
// the aside: "four villagers, INCLUDING A CHILD, died".
func (r *Reader) diedAside(tokens []dateline.Token, i int) {
	aside := tokens[i].Head
	if !r.lex.Is(lexicon.PassesAway, tokens[i].Lemma) || tokens[i].POS != "VERB" || aside < 1 || aside >= i || tokens[aside].Head < 0 || tokens[aside].Head >= aside || tokens[i].Rel == "acl:relcl" && tokens[i-1].Tag == "WP" {
		return
	}
	who := tokens[aside].Head
	if !nounish(tokens[who]) || !slices.ContainsFunc(tokens[who+1:aside], func(t dateline.Token) bool { return r.lex.Is(lexicon.OpensAside, lower(t.Text)) }) || has(tokens, i, "nsubj") {
		return
	}
	tokens[i].Head, tokens[i].Rel, tokens[i].Tag = tokens[who].Head, tokens[who].Rel, "VBD"
	tokens[who].Head, tokens[who].Rel = i, "nsubj"
}

// subjectOf makes the noun at who the subject of a verb, of a passive where it is one.
func subjectOf(tokens []dateline.Token, who, verb int) {
	tokens[who].Head, tokens[who].Rel = verb, "nsubj"
	if has(tokens, verb, "aux:pass") {
		tokens[who].Rel = "nsubj:pass"
	}
}

// headlineVerb makes a verb of the "kill" of "Bandits kill six vigilantes" and the
// "wounds" of "kills two, wounds five", which taggers take for nouns or auxiliaries:
// a number or an article follows, and a noun or a verb of harm with a comma stands
// before.
func (r *Reader) headlineVerb(tokens []dateline.Token, i int) {
	from := i + 1
	if from < len(tokens) && tokens[from].Lemma == "away" {
		from++
	}
	base := strings.TrimSuffix(lower(tokens[i].Text), "s")
	if i == 0 || i+1 >= len(tokens) || tokens[i].POS == "VERB" || r.lex.HarmVerb[base] == "" || !slices.Contains([]string{"NUM", "DET"}, tokens[i+1].POS) && tokens[i+1].Tag != "PRP$" && from == i+1 {
		return
	}
	object, _ := nominalFrom(tokens, from)
	if object < 0 {
		object = i + 1 // "wounds five in Gao"
	}
	harm := -1
	if tokens[i-1].Text == "," || tokens[i-1].Lemma == "and" {
		harm = r.harmBefore(tokens, i)
	}
	who := i - 1
	if harm < 0 && (!nounish(tokens[who]) || lower(tokens[i].Text) == base && !isPlural(tokens[who])) {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "VERB", "VBZ", base
	if harm >= 0 {
		tokens[i].Head, tokens[i].Rel = harm, "conj"
	} else {
		unhook(tokens, i)
		tokens[i].Head, tokens[i].Rel = -1, "root"
		tokens[who].Head, tokens[who].Rel = i, "nsubj"
	}
	tokens[object].Head, tokens[object].Rel = i, "obj"
	if tokens[i+1].POS == "NUM" && i+1 != object {
		tokens[i+1].Head, tokens[i+1].Rel = object, "nummod"
	}
}

// pluralPersons: a plural of people that a tagger took for an auxiliary is a noun:
// "after BANDITS ambushed them".
func (r *Reader) pluralPersons(tokens []dateline.Token, i int) {
	one, ok := strings.CutSuffix(lower(tokens[i].Text), "s")
	if !ok || tokens[i].POS != "AUX" || !r.lex.Nouns[one].Person {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma, tokens[i].Rel = "NOUN", "NNS", one, "nsubj"
}

// fewerThan gives the noun behind "no fewer than six" the place of its adverb: "NO
// FEWER THAN SIX members lost their lives".
func fewerThan(tokens []dateline.Token, i int) {
	if i == 0 || i+3 >= len(tokens) || tokens[i-1].Lemma != "no" || lower(tokens[i].Text) != "fewer" && lower(tokens[i].Text) != "less" {
		return
	}
	who, _ := nominalFrom(tokens, i+2)
	verb := tokens[i].Head
	if who < 0 || tokens[who].Head != i || verb < 0 {
		return
	}
	switch {
	case verb > who && !has(tokens, verb, "nsubj") && !has(tokens, verb, "nsubj:pass"):
		subjectOf(tokens, who, verb)
	case verb < i && !has(tokens, verb, "obj"):
		tokens[who].Head, tokens[who].Rel = verb, "obj"
	default:
		return
	}
	tokens[i].Head, tokens[i].Rel = who, "advmod"
	for k := range tokens {
		if tokens[k].Head == who && tokens[k].Rel == "case" {
			tokens[k].Head, tokens[k].Rel = i, "fixed"
		}
	}
}

// numberOverName gives a number before a name and a plural to the plural: "TWELVE
// Rohingya villagers".
func numberOverName(tokens []dateline.Token, i int) {
	if i+2 >= len(tokens) || tokens[i].POS != "NUM" || tokens[i].Head != i+1 || tokens[i+1].POS != "PROPN" || tokens[i+2].Tag != "NNS" || tokens[i+2].Head == i || tokens[i+2].Head == i+1 {
		return
	}
	tokens[i].Head, tokens[i].Rel = i+2, "nummod"
	tokens[i+1].Head, tokens[i+1].Rel = i+2, "compound"
}

// passersBy makes one noun of the "passers-by" that a tokeniser cuts.
func passersBy(tokens []dateline.Token, i int) {
	word := lower(tokens[i].Text)
	if word != "passers" && word != "passer" || i+2 >= len(tokens) || lower(tokens[i+2].Text) != "by" || tokens[i+2].Head == i {
		return
	}
	by := i + 2
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "NOUN", "NN", "passer-by"
	if word == "passers" {
		tokens[i].Tag = "NNS"
	}
	tokens[i].Head, tokens[i].Rel = tokens[by].Head, tokens[by].Rel
	if h := tokens[by].Head; h >= 0 && h < i && tokens[h].POS == "VERB" {
		tokens[i].Rel = "obj"
	}
	for k := range tokens {
		if tokens[k].Head == by && k != i {
			tokens[k].Head = i
		}
	}
	tokens[by].Head, tokens[by].Rel, tokens[by].POS = i, "compound", "NOUN"
}

// dayBetween mends a passive with its day in the middle, "was ON SATURDAY killed by
// gunmen", as papers of West Africa write it.
func (r *Reader) dayBetween(tokens []dateline.Token, i int) {
	base := participles[lower(tokens[i].Text)]
	if base == "" || i < 4 || tokens[i-2].POS != "ADP" || !r.lex.Is(lexicon.BareTime, tokens[i-1].Lemma) || tokens[i-3].Lemma != "be" {
		return
	}
	aux := i - 3
	who := phraseHead(tokens, lastBreak(tokens, aux), aux)
	if who < 0 {
		return
	}
	top := tokens[aux].Head
	for top >= 0 && tokens[top].Head > aux {
		top = tokens[top].Head
	}
	if top < 0 {
		return
	}
	if top != i {
		tokens[i].Head, tokens[i].Rel = tokens[top].Head, tokens[top].Rel
		tokens[top].Head, tokens[top].Rel = i, "obl"
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "VERB", "VBN", base
	for _, arc := range []struct {
		at  int
		rel string
	}{{who, "nsubj:pass"}, {aux, "aux:pass"}, {i - 1, "obl"}} {
		tokens[arc.at].Head, tokens[arc.at].Rel = i, arc.rel
	}
	tokens[i-2].Head, tokens[i-2].Rel = i-1, "case"
	if i+1 < len(tokens) && tokens[i+1].Lemma == "by" {
		tokens[i+1].Rel = "case"
	}
}

// lastBreak is the token behind the last comma, conjunction or verb before token k.
func lastBreak(tokens []dateline.Token, k int) int {
	for k > 0 && tokens[k-1].Text != "," && tokens[k-1].POS != "SCONJ" && tokens[k-1].POS != "VERB" {
		k--
	}
	return k
}

// bareSubject: people right before a participle of harm on which they hang like a
// clause suffer it: "five FARMERS hacked to death".
func (r *Reader) bareSubject(tokens []dateline.Token, i int) {
	v := i + 1
	if v >= len(tokens) || tokens[i].Rel != "advcl" || tokens[i].Head != v || !nounish(tokens[i]) || !r.lex.Nouns[tokens[i].Lemma].Person || participles[lower(tokens[v].Text)] == "" || has(tokens, v, "obj") || has(tokens, v, "nsubj") {
		return
	}
	tokens[i].Rel, tokens[v].Tag = "nsubj:pass", "VBN"
}
