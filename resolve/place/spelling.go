package place

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline/resolve/actor"
	"github.com/opendateline/dateline/resolve/place/table"
)

// Spelling is what all romanisations of an Arabic name share (ACT-7), as the
// gazetteer files it beside the names themselves: "Bani Suhaila" is Bani Suheila.
func Spelling(name string) string { return "~" + actor.Skeleton(strings.ToLower(name)) }

// bearers are the places that a name of the text may mean: those that bear it
// or, of an Arabic name that none bears as it is written, those that bear it in
// another romanisation.
func (g *Gazetteer) bearers(key, text string) []namesake {
	if list := g.named(table.Hash(key)); len(list) > 0 || !g.words.arabicForm(text) {
		return list
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == '-' })
	if articles[words[len(words)-1]] || len(words) < 2 {
		return nil // "Tal al" of a longer name
	}
	list := g.named(table.Hash(Spelling(text)))
	for i := range list {
		list[i].spelled = true
	}
	return list
}

// opensLonger: the word alone opens a longer Arabic name ("Tal al-Hawa").
func (r *reader) opensLonger(words []word, from, to int) bool {
	if to != from+1 || !r.g.words.is("arabic", words[from].fold) || to >= len(words) || words[to].start > words[from].end+1 {
		return false
	}
	next := words[to]
	return article(next) || articles[next.fold] || next.capital && next.fold != ""
}

// arabicForm: the name has its article before it ("al-Shati", "Ash-Shajara"), or
// begins with a word that Arabic names of places begin with ("Deir Balah").
func (l *lexicon) arabicForm(text string) bool {
	first, rest, _ := strings.Cut(text, " ")
	if rest != "" && l.is("arabic", table.Fold(first)) {
		return true
	}
	at := strings.IndexByte(first, '-')
	return at > 0 && articles[strings.ToLower(first[:at])]
}

// articles are the forms of the Arabic article before the letters it takes after.
var articles = map[string]bool{
	"al": true, "an": true, "ar": true, "as": true, "ash": true, "at": true, "ad": true, "az": true,
	"el": true, "en": true, "er": true, "es": true, "esh": true, "et": true, "ed": true, "ez": true,
}

// spelled: the places of the name bear it in another romanisation.
func (n *name) spelled() bool { return len(n.namesakes) > 0 && n.namesakes[0].spelled }

// farSpelling: another romanisation is no evidence that a report speaks of a
// country which it does not name otherwise.
func (r *resolver) farSpelling(n *name) bool {
	if !n.spelled() {
		return false
	}
	country := n.scored[0].country(r.g)
	return !slices.ContainsFunc(r.order, func(o *name) bool {
		return o != n && !o.spelled() && len(o.scored) > 0 && o.scored[0].country(r.g) == country
	})
}

// country is the line of the country that a candidate lies in.
func (c Candidate) country(g *Gazetteer) int { return g.table.Entry(c.row).Country }
