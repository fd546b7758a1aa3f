package place

import (
	"cmp"
	"embed"
	"slices"
	"strings"

	"github.com/opendateline/dateline/resolve/place/table"
)

//go:embed data/*.tsv
var wordData embed.FS

// Given names and surnames (FakerJS, MIT; stdlib data sets, public domain);
// words that are mostly no names though some place bears them.
var (
	//go:embed data/given.txt
	givenData string
	//go:embed data/surnames.txt
	surnameData string
	//go:embed data/common.txt
	commonData string
)

// lexicon holds the word lists of the package's data folder.
type lexicon struct {
	oneCity  map[string]string   // alpha-2, tab, first-order division -> the city that it is
	disputed map[string][]string // alpha-2, tab, first-order division -> claimants, alpha-3 (PLC-12)

	cityCounty map[string]string   // alpha-2, first- and second-order division, by tabs -> the city that the latter is
	classes    map[string][]string // folded word -> classes of words.tsv
	given      wordList
	surnames   wordList
	common     wordList
	demonyms   map[string]string // folded -> alpha-2
	heads      map[string]string // lower case phrase -> "S.DIP"
	headed     map[string]int    // first word of a phrase of heads -> words of the longest
	short      map[string]bool   // forms that only count as written: "Ind.", "US"
	beats      map[string]beat   // host of an outlet -> where it reports from
	affixes    []string          // of the names of media, longest first

	formerCapitals []formerCapital
	seats          []seat
}

func newLexicon(g *Gazetteer) *lexicon {
	l := &lexicon{classes: map[string][]string{}, demonyms: map[string]string{}, heads: map[string]string{}, headed: map[string]int{}, short: map[string]bool{}, beats: map[string]beat{}, disputed: map[string][]string{}, oneCity: map[string]string{}}
	l.given, l.surnames, l.common = wordList(givenData), wordList(surnameData), wordList(commonData)
	for _, f := range rows("words.tsv") {
		for _, w := range strings.Split(f[1], "|") {
			l.classes[w] = append(l.classes[w], f[0])
			if f[0] == "affix" {
				l.affixes = append(l.affixes, w)
			}
		}
	}
	slices.SortFunc(l.affixes, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	for _, f := range rows("heads.tsv") {
		l.heads[f[0]] = f[1] + "." + f[2]
		first, _, _ := strings.Cut(f[0], " ")
		l.headed[first] = max(l.headed[first], strings.Count(f[0], " ")+1)
	}
	for _, f := range rows("abbreviations.tsv") {
		for _, w := range strings.Split(f[3], "|") {
			if len(w) <= 6 {
				l.short[w] = true
			}
		}
	}
	if err := l.addBeats(rows("outlets.tsv")); err != nil {
		panic("place: embedded outlets.tsv: " + err.Error()) // cannot happen in a built program
	}
	l.readCountries(g)
	for _, f := range rows("onecity.tsv") {
		l.oneCity[f[0]+"\t"+f[1]] = f[2]
	}
	l.cityCounty = map[string]string{}
	for _, f := range rows("citycounties.tsv") {
		l.cityCounty[f[0]+"\t"+f[1]+"\t"+f[2]] = f[3]
	}
	for _, f := range rows("disputed.tsv") {
		l.disputed[f[0]+"\t"+f[1]] = strings.Split(f[2], "|")
	}
	l.formerCapitals, l.seats = formerCapitals(), seats()
	return l
}

func (l *lexicon) readCountries(g *Gazetteer) {
	for _, f := range rows("countries.tsv") {
		i, ok := g.byAlpha[f[0]]
		if !ok {
			continue
		}
		if f[4] != "" {
			g.countries[i].Demonyms = strings.Split(f[4], "|")
			l.addDemonyms(f[0], g.countries[i].Demonyms)
		}
		if f[5] != "" {
			g.countries[i].Claimants = strings.Split(f[5], "|")
		}
		for _, w := range strings.Split(f[3], "|") {
			if len(table.Fold(w)) <= 3 {
				l.short[w] = true
			}
		}
	}
}

// addDemonyms files the words for the people of a country.
func (l *lexicon) addDemonyms(alpha2 string, words []string) {
	for _, d := range words {
		l.demonyms[table.Fold(d)] = alpha2
		l.demonyms[table.Fold(d)+"s"] = alpha2
	}
}

func (l *lexicon) is(class, word string) bool {
	return slices.Contains(l.classes[strings.ToLower(word)], class)
}

// partOfTown: the name is a compass word and an edge, "South Side".
func (l *lexicon) partOfTown(key string) bool {
	first, last, two := strings.Cut(key, " ")
	return two && l.is("cardinal", first) && l.is("edge", last)
}

// stopped says whether a word is an abbreviation only with its full stop.
func (l *lexicon) stopped(word string) bool { return l.short[word+"."] && !l.short[word] }

// generic says whether a word alone is a kind or a direction, no name.
func (l *lexicon) generic(word string) bool {
	for _, class := range l.classes[word] {
		switch class {
		case "cardinal", "nature", "admin1", "admin2", "city", "org", "title", "prefix":
			return true
		}
	}
	return l.heads[word] != ""
}

func file(name string) string {
	b, err := wordData.ReadFile("data/" + name)
	if err != nil {
		panic("place: embedded " + name + " is missing") // cannot happen in a built program
	}
	return string(b)
}

func rows(name string) [][]string { return fields(file(name)) }

// fields cuts a table at its lines and tabs; a line that starts with # is none,
// and cells that are missing are empty.
func fields(text string) [][]string {
	var out [][]string
	for _, line := range strings.Split(text, "\n") {
		if line != "" && line[0] != '#' {
			out = append(out, append(strings.Split(line, "\t"), "", "", "", "", ""))
		}
	}
	return out
}

// wordList is a file of folded words, one a line, in byte order, that is
// searched in place.
type wordList string

func (l wordList) has(word string) bool {
	lo, hi := 0, len(l) // both at starts of lines
	for lo < hi {
		at := lo + strings.LastIndexByte(string(l[lo:(lo+hi)/2]), '\n') + 1
		end := at + strings.IndexByte(string(l[at:]), '\n')
		switch line := string(l[at:end]); {
		case line == word:
			return true
		case line < word:
			lo = end + 1
		default:
			hi = at
		}
	}
	return false
}

// unit says whether a word is the kind of a division or settlement.
func (l *lexicon) unit(w string) bool {
	return l.is("admin1", w) || l.is("admin2", w) || l.is("city", w) || l.is("settlement", w)
}

// oneWord writes the kinds of divisions that are several words as one.
func oneWord(text string) string { return severalWords.Replace(text) }

var severalWords = strings.NewReplacer("Local Government Areas", "LGAs", "Local Government Area", "LGA", "local government areas", "LGAs", "local government area", "LGA", "Local Government", "LGA")

// areaBehind: "Orvane Local Government Area".
func (r *reader) areaBehind(s *span) bool {
	return r.word(s, s.to).fold == "local" && r.word(s, s.to+1).fold == "government"
}

// away: words[i] is the first of "south of", and no part of a place is meant ("the
// south of Orvane").
func (l *lexicon) away(words []string, i int) bool {
	return l.is("cardinal", words[i]) && i+1 < len(words) && words[i+1] == "of" && (i == 0 || words[i-1] != "the")
}
