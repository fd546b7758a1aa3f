package actor

import (
	"slices"
	"sort"
	"strings"

	dateline "github.com/opendateline/dateline"
)

type nameKind int

const (
	nameGroup     nameKind = iota
	nameState              // "Russia"
	nameAdjective          // "Russian"
	nameCapital            // "Moscow": a place, and by metonymy a government
	nameMetonym            // "the Kremlin"
	nameSource
	nameGeneric // "gunmen", "the group"
)

// entry is what one name may mean.
type entry struct {
	kind    nameKind
	id      dateline.ID
	country string
	weak    bool   // needs support from elsewhere in the report
	class   string // nameGeneric: class of generic.txt
}

// name is one phrase of the index with all it may mean.
type name struct {
	words   []string
	title   []bool // word must begin with a capital
	broken  []bool // a bracket or another break may stand before the word
	acronym bool
	entries []entry
}

// index finds names by their first word, longest first.
type index struct {
	byFirst map[string][]*name
	byText  map[string]*name // acronyms and words apart: "IS" is not "is"
}

func newIndex() *index { return &index{byFirst: map[string][]*name{}, byText: map[string]*name{}} }

func (x *index) add(text string, e entry) {
	n := newName(strings.TrimPrefix(text, "the "))
	if len(n.words) == 0 {
		return
	}
	key := strings.Join(n.words, " ")
	if n.acronym {
		key = strings.ToUpper(key)
	}
	if known := x.byText[key]; known != nil {
		for i, broken := range n.broken {
			known.broken[i] = known.broken[i] || broken // "CPI-Maoist" is also "CPI (Maoist)"
		}
		if !slices.Contains(known.entries, e) {
			known.entries = append(known.entries, e)
		}
		return
	}
	n.entries = []entry{e}
	x.byText[key] = n
	x.byFirst[n.words[0]] = append(x.byFirst[n.words[0]], n)
}

// plainNouns may be written small inside a name: "Medellin cartel".
var plainNouns = setOf("al el ad ash as an the cartel group gang brigade brigades movement party front militia army clan network faction council command battalion of in and for de la del province organization")

func newName(text string) *name {
	n := &name{acronym: isAcronym(text)}
	for i, w := range splitWords(text) {
		n.words, n.broken = append(n.words, w.fold), append(n.broken, w.stop)
		n.title = append(n.title, w.title && (i == 0 && !plainNouns[w.fold] || !plainNouns[w.fold]))
	}
	return n
}

func (x *index) sort() {
	for _, names := range x.byFirst {
		sort.Slice(names, func(i, j int) bool {
			a, b := names[i], names[j]
			if len(a.words) != len(b.words) {
				return len(a.words) > len(b.words)
			}
			if a.acronym != b.acronym {
				return a.acronym
			}
			return strings.Join(a.words, " ") < strings.Join(b.words, " ")
		})
	}
}

// match finds the longest name that begins at words[i], or nil.
func (x *index) match(words []word, i int) *name {
	for _, n := range x.byFirst[words[i].fold] {
		if n.fits(words[i:]) {
			return n
		}
	}
	return nil
}

// fits says whether the words go on as the name does, given that they begin so.
func (n *name) fits(words []word) bool {
	if len(words) < len(n.words) {
		return false
	}
	for i, w := range n.words {
		if i > 0 && (words[i].fold != w || words[i].stop && !n.broken[i]) {
			return false
		}
		if n.acronym && !capsOrDigits(words[i]) || n.title[i] && !words[i].title {
			return false
		}
	}
	return true
}

// capsOrDigits holds for the words of an acronym: "M-19", "ISIS-K".
func capsOrDigits(w word) bool { return w.caps || w.fold[0] >= '0' && w.fold[0] <= '9' }
