package place

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place/table"
)

// Classes of place expressions.
const (
	ClassCountry  = "country"
	ClassCity     = "city"
	ClassAdmin    = "admin"
	ClassRegion   = "region"
	ClassSite     = "site"
	ClassDemonym  = "demonym"
	ClassWater    = "water"
	ClassUnlisted = "unlisted" // a settlement that the gazetteer does not know
	ClassCapital  = "capital"  // PLC-10: told by what it is, "the Kenyan capital"
)

// Find gives the place expressions of doc in text order. A site holds the
// expressions of the names inside it ("Kabul" in "Kabul airport"), and so does a
// capital told by its country ("the Kenyan capital"); otherwise none overlap.
// Demonyms are found too; they are never locative (PLC-5).
func (g *Gazetteer) Find(doc *dateline.Document) []dateline.Expression { return g.FindAll(doc).Places }

// FindAll is Find with the names that are doubtful.
func (g *Gazetteer) FindAll(doc *dateline.Document) Found {
	r := g.read(doc)
	return Found{r.places(), r.doubtful()}
}

func (r *reader) places() []dateline.Expression {
	out := r.unlisted() // first, for they take back names that are parts of theirs
	for i, s := range r.spans {
		if s.accepted {
			r.partOfCity(i)
		}
	}
	for _, s := range r.spans {
		if s.accepted {
			out = append(out, r.expression(s))
		}
	}
	out = append(append(out, r.sites()...), r.capitals()...)
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Start != out[j].Start {
			return out[i].Start < out[j].Start
		}
		return out[i].End > out[j].End
	})
	return out
}

// reader holds what is known of one document while places are found in it.
type reader struct {
	g       *Gazetteer
	doc     *dateline.Document
	words   [][]word
	spans   []*span
	persons map[string]bool // folded last names of persons of this report
	upper   []bool          // sentences without lower-case letters
	home    Home
	sure    map[string]bool // folded names that are places somewhere in the report
	headed  int             // lines that begin with a name and a mark
}

type word struct {
	start, end int
	text       string // as written or truecased, without "'s"
	fold       string
	pos        string
	capital    bool
}

// span is a run of words that bears a name of the gazetteer.
type span struct {
	sentence, from, to int // words [from, to)
	start, end         int
	key                string
	names              []namesake
	class              string
	score              float64
	accepted, locative bool
}

func (g *Gazetteer) read(doc *dateline.Document) *reader {
	r := &reader{g: g, doc: doc, persons: map[string]bool{}, home: g.homeOf(doc.Report), sure: map[string]bool{}}
	r.run()
	return r
}

func (r *reader) run() {
	doc := r.doc
	for i := range doc.Sentences {
		words := r.split(&doc.Sentences[i])
		r.words = append(r.words, words)
		r.upper = append(r.upper, r.g.words.shouted(words))
		r.notePersons(words)
		if r.headEnd(i) > 0 {
			r.headed++
		}
	}
	cache := map[string][]namesake{}
	for i := range doc.Sentences {
		r.scan(i, cache)
	}
	r.judge()
}

func (r *reader) split(s *dateline.Sentence) []word {
	text := r.doc.Text()
	words := make([]word, 0, len(s.Tokens))
	for _, t := range s.Tokens {
		w := word{start: t.Start, end: t.End, text: t.Text, pos: t.POS}
		if w.text == "" {
			w.text = text[t.Start:t.End]
		}
		for _, suffix := range []string{"'s", "’s", "'", "’"} {
			if len(w.text) > len(suffix) && strings.HasSuffix(w.text, suffix) && len(w.text) == t.End-t.Start {
				w.text, w.end = strings.TrimSuffix(w.text, suffix), w.end-len(suffix)
				break
			}
		}
		first, _ := utf8.DecodeRuneInString(w.text)
		w.capital = unicode.IsUpper(first)
		if cut := r.seam(w); cut > 0 {
			left, right := w, w
			left.text, left.end = w.text[:cut], w.start+cut
			right.text, right.start = w.text[cut+1:], w.start+cut+1
			left.fold, right.fold = table.Fold(left.text), table.Fold(right.text)
			first, _ := utf8.DecodeRuneInString(right.text)
			right.capital = unicode.IsUpper(first)
			words = append(words, left, word{start: left.end, end: right.start, text: "-"}, right)
			continue
		}
		w.fold = table.Fold(w.text)
		if n := len(words); n > 0 && r.g.countyShort(words[n-1], w, r.stopAt(w)) {
			w.fold = "county"
		}
		words = append(words, w)
	}
	return words
}

// countyShort: "Burke Co.", where a county is called so; the stop may be missing in
// capitals ("BRANCH CO, MI").
func (g *Gazetteer) countyShort(before, w word, stop bool) bool {
	return w.fold == "co" && before.capital && (stop || w.text == "CO") && g.table.HasName(table.Hash(before.fold+" county"))
}

// keyOf is the key of a name as the text has it, that of the city for a part of one
// ("West Philadelphia").
func (g *Gazetteer) keyOf(text string) string {
	key := nameKey(text)
	first, rest, two := strings.Cut(key, " ")
	if two && g.words.is("compass", first) && !g.table.HasName(table.Hash(key)) {
		return rest
	}
	return key
}

// nameKey is the key of a name as the text has it, "burke county" of "Burke Co.".
func nameKey(text string) string {
	key := table.Fold(text)
	if at := strings.LastIndexByte(key, ' '); at > 0 && key[at:] == " co" {
		return key[:at] + " county"
	}
	return key
}

// seam is where a word of two parts is cut, 0 for nowhere: "London-based",
// "Arab-Israeli", "R-Elbow Lake".
func (r *reader) seam(w word) int {
	cut := strings.IndexByte(w.text, '-')
	if !w.capital || cut < 1 || cut+2 >= len(w.text) || len(w.text) != w.end-w.start || r.g.table.HasName(table.Hash(table.Fold(w.text))) {
		return 0
	}
	if joined.MatchString(w.text[cut:]) {
		return 0 // "Gulshan-i-Iqbal" is one name
	}
	return cut
}

// joined matches what follows the first part of a name whose parts a small word joins.
var joined = regexp.MustCompile(`^-\p{Ll}{1,3}-\p{Lu}`)

// shouted says whether a sentence has no lower-case word or, as headlines do,
// none but the small ones, so that capitals tell nothing.
func (l *lexicon) shouted(words []word) bool {
	upper, lower, titled, small := 0, 0, 0, 0
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w.text)
		switch {
		case w.capital && len(w.fold) > 4:
			titled++
		case unicode.IsLower(first) && !l.is("small", w.fold):
			small++
		}
		if strings.ContainsFunc(w.text, notCapital) {
			lower++
		} else if w.capital && len(w.text) > 1 {
			upper++
		}
	}
	return upper > 3 && lower*4 < upper || titled > 3 && small == 0
}

// notCapital: a letter that has a capital, and is none.
func notCapital(r rune) bool { return unicode.ToUpper(r) != r }

// notePersons keeps the last names that follow a given name or a title.
func (r *reader) notePersons(words []word) {
	lex := r.g.words
	r.noteFamilies(words)
	for i := 1; i < len(words); i++ {
		w, before := words[i], words[i-1]
		if !w.capital || !before.capital || len(w.fold) < 3 || lex.is("admin2", w.fold) || lex.is("admin1", w.fold) {
			continue
		}
		given := lex.given.has(before.fold) && !r.prominent(before.fold) && lex.surnames.has(w.fold)
		title := lex.is("title", before.fold)
		initial := i > 1 && len(before.fold) == 1 && words[i-2].capital && lex.given.has(words[i-2].fold)
		if given || title || initial {
			r.persons[w.fold] = true
		}
		if title && i+1 < len(words) && words[i+1].capital && len(words[i+1].fold) > 2 && lex.surnames.has(words[i+1].fold) {
			r.persons[words[i+1].fold] = true
		}
	}
}

// noteFamilies keeps the names of families: "the Halawa family home", "members of
// the Safi and Kaloub families", "the Salem residence". A family may be called by its town ("the Garner
// family") where the town is large or of the outlet's own parts.
func (r *reader) noteFamilies(words []word) {
	for i := 2; i < len(words); i++ {
		if w := words[i]; w.capital || w.fold != "family" && w.fold != "families" && w.fold != "residence" {
			continue
		}
		from := i
		for from > 0 && (words[from-1].capital || words[from-1].fold == "and" || words[from-1].fold == "" && words[from-1].text != ".") {
			from--
		}
		if from == 0 || words[from-1].fold != "the" {
			continue
		}
		for _, w := range words[from:i] {
			if len(w.fold) > 2 && w.capital && !r.townOf(w.fold) {
				r.persons[w.fold] = true
			}
		}
	}
}

// townOf: a large place bears the name, or one of the outlet's own parts.
func (r *reader) townOf(fold string) bool {
	return slices.ContainsFunc(r.g.named(table.Hash(fold)), func(n namesake) bool { return fame(n) >= 1.8 || r.local(n) > 0 })
}

// prominent says whether the word alone is the name of a country, a large
// first-order division or a city of a million.
func (r *reader) prominent(fold string) bool {
	found := false
	r.g.table.Name(table.Hash(fold), func(row int, alternate bool) bool {
		e := r.g.table.Entry(row)
		code := r.g.code(e)
		found = !alternate && (code == "A.PCLI" || code == "A.ADM1" && e.Population >= 400_000 || e.Population >= 1_000_000)
		return !found
	})
	return found
}

const longestName = 6 // words

// scan finds the longest names of one sentence.
func (r *reader) scan(sentence int, cache map[string][]namesake) {
	words := r.words[sentence]
	for i := 0; i < len(words); i++ {
		if !starts(words, i) || r.dayBeforeDate(words, i) {
			continue
		}
		if s := r.longest(sentence, i, cache); s != nil {
			r.spans = append(r.spans, s)
			i = s.to - 1
		}
	}
}

// dayBeforeDate: the word is a day of the week, cut short, before a number: "Mon 21 May".
func (r *reader) dayBeforeDate(words []word, i int) bool {
	next := i + 1
	if next < len(words) && words[next].text == "," {
		next++
	}
	return r.g.words.is("day-short", words[i].fold) && next < len(words) && strings.ContainsAny(words[next].text[:1], "0123456789")
}

// starts says whether a name can start at word i: a capital, or the "al-" of
// an Arabic name.
func starts(words []word, i int) bool {
	w := words[i]
	if w.capital {
		return true
	}
	return article(w) || partedArticle(words, i)
}

// partedArticle: the article is a word of its own before a hyphen, "ez-Zor".
func partedArticle(words []word, i int) bool {
	return articles[words[i].fold] && i+2 < len(words) && words[i+1].text == "-" && words[i+1].start == words[i].end && words[i+2].capital
}

// article says whether a word is an Arabic name with its article in small
// letters: "al-Balah", "es-Sur".
func article(w word) bool {
	at := strings.IndexByte(w.text, '-')
	if at < 2 || at > 3 || at+1 >= len(w.text) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(w.text[at+1:])
	return unicode.IsUpper(first) && (w.text[0] == 'a' || w.text[0] == 'e')
}

func (r *reader) longest(sentence, from int, cache map[string][]namesake) *span {
	words := r.words[sentence]
	var best *span
	key := make([]byte, 0, 48)
	for n, to := 0, from; to < len(words) && n < longestName; to++ {
		w := words[to]
		if to > from && !joins(words, to) {
			break
		}
		if w.fold != "" {
			if len(key) > 0 && !possessive(words, to) {
				key = append(key, ' ')
			}
			key = append(key, w.fold...)
			n++
		}
		if !w.capital && !article(w) && to > from || w.fold == "" {
			continue
		}
		if s := r.match(sentence, from, to+1, string(key), cache); s != nil {
			best = s
		}
	}
	return best
}

// possessive: "'s" between two words of a name ("Lee's Summit").
func possessive(words []word, i int) bool {
	return i > 0 && words[i].fold == "s" && words[i].start == words[i-1].end && i+1 < len(words) && words[i+1].capital
}

// joins says whether the word can stand inside a name.
func joins(words []word, i int) bool {
	w := words[i]
	if w.fold == "" {
		return w.text == "-" || w.text == "." || w.text == "'" || w.text == "’"
	}
	prev := words[i-1]
	if prev.end < w.start-1 && prev.fold == "" {
		return false // a full stop and a space: the next sentence, or an initial
	}
	switch w.fold {
	case "of", "and", "the", "de", "la", "el", "al", "del", "do", "da", "dos", "das", "le", "les", "du", "des", "au", "aux", "los", "las", "sur", "upon", "on", "am", "an", "der", "e", "i", "d", "es", "en", "y":
		return true
	}
	return w.capital || article(w) || partedArticle(words, i) || possessive(words, i)
}

func (r *reader) match(sentence, from, to int, key string, cache map[string][]namesake) *span {
	words := r.words[sentence]
	first, last := words[from], words[to-1]
	s := &span{sentence: sentence, from: from, to: to, start: first.start, end: last.end, key: key}
	if _, ok := r.g.words.demonyms[key]; ok && !r.g.table.HasName(table.Hash(key)) {
		s.class = ClassDemonym
		return s
	}
	if to == from+1 && !r.plausibleForm(first, key, r.upper[sentence]) && !r.calledUnit(words, from) {
		return nil
	}
	if r.wordLike(words, from, to) || r.opensLonger(words, from, to) {
		return nil
	}
	names, ok := cache[key]
	if !ok {
		names = r.g.bearers(key, r.doc.Text()[s.start:s.end])
		cache[key] = names
	}
	if len(names) == 0 {
		return nil
	}
	if _, ok := r.g.words.demonyms[key]; ok && (names[0].entry.Population < 500_000 || classOf(names) == ClassAdmin && !r.unitFollows(words, to)) {
		s.class = ClassDemonym
		return s
	}
	s.names, s.class = names, classOf(names)
	r.abbreviation(s)
	return s
}

// unitFollows: a word for a division stands behind a name, "Somali REGION", "Somali regional
// STATE"; without it the people of a country are meant.
func (r *reader) unitFollows(words []word, to int) bool {
	if to < len(words) && words[to].fold == "regional" {
		to++
	}
	return to < len(words) && (r.g.words.is("admin1", words[to].fold) || r.g.words.is("admin2", words[to].fold))
}

// plausibleForm keeps short forms to the spelling they are listed in, so that
// "us" and "In" are no places.
func (r *reader) plausibleForm(w word, key string, upper bool) bool {
	if r.g.words.stopped(w.text) && !r.stopAt(w) {
		return false // "Wash" without its stop
	}
	if len(key) > 3 {
		return true
	}
	if r.g.words.short[w.text] || r.g.words.short[w.text+"."] && strings.HasSuffix(w.text, ".") {
		return !upper || strings.Contains(w.text, ".")
	}
	return len(key) == 3 && !r.g.words.common.has(key) && strings.ToUpper(w.text) != w.text
}

// calledUnit: "the province of Van", "Van province" name a short word a place.
func (r *reader) calledUnit(words []word, i int) bool {
	kind := func(w word) bool { return !w.capital && r.g.words.unit(w.fold) }
	return i > 1 && words[i-1].fold == "of" && kind(words[i-2]) || i > 0 && i+1 < len(words) && kind(words[i+1])
}

// wordLike: two capitals that abbreviate a division are more often a body or a
// word ("the VA", "an AR-15"), unless a name stands before them ("Augusta, GA").
func (r *reader) wordLike(words []word, from, to int) bool {
	w := words[from]
	if to != from+1 || len(w.text) > 3 || strings.ToUpper(w.text) != w.text || !r.g.words.is("word-like", w.fold) {
		return false
	}
	if from == 0 {
		return true
	}
	before := words[from-1]
	named := before.text == "," || before.capital && before.fold != "the" && before.fold != "a" && before.fold != "an"
	return !named || to+1 < len(words) && words[to].text == "-" && words[to].start == w.end
}

// stopAt says whether a word has a full stop or one follows it.
func (r *reader) stopAt(w word) bool {
	text := r.doc.Text()
	return strings.HasSuffix(w.text, ".") || w.end < len(text) && text[w.end] == '.'
}

// abbreviation takes the full stop of "Calif." into the span.
func (r *reader) abbreviation(s *span) {
	text := r.doc.Text()
	if s.end < len(text) && text[s.end] == '.' && r.g.words.short[text[s.start:s.end]+"."] {
		s.end++
	}
}

func classOf(names []namesake) string {
	best, rank := "", -1.0
	for _, n := range names {
		if p := prior(n); p > rank {
			best, rank = kindOf(n.code), p
		}
	}
	return best
}

func kindOf(code string) string {
	switch {
	case code == "A.PCLI":
		return ClassCountry
	case strings.HasPrefix(code, "A."):
		return ClassAdmin
	case strings.HasPrefix(code, "P."):
		return ClassCity
	case strings.HasPrefix(code, "H."):
		return ClassWater
	}
	return ClassRegion
}

// partOfCity takes the compass word before the name of a city into its span: "West
// Philadelphia" is a part of a city.
func (r *reader) partOfCity(i int) {
	s := r.spans[i]
	before := r.word(s, s.from-1)
	if s.class != ClassCity || !before.capital || before.end != s.start-1 || !r.g.words.is("compass", before.fold) || !slices.ContainsFunc(s.names, func(n namesake) bool { return n.entry.Population >= cityPeople }) {
		return
	}
	s.from, s.start = s.from-1, before.start
	if i > 0 && r.spans[i-1].sentence == s.sentence && r.spans[i-1].to > s.from {
		r.spans[i-1].accepted = false // a division called "South"
	}
}

func (r *reader) expression(s *span) dateline.Expression {
	e := dateline.Expression{
		Kind: dateline.PlaceExpression, Start: s.start, End: s.end, Sentence: s.sentence,
		Text: r.doc.Text()[s.start:s.end], Class: s.class, Locative: s.locative,
	}
	if s.class == ClassCountry && len(s.names) == 1 {
		e.Ref = r.g.id(s.names[0].entry)
	}
	return e
}
