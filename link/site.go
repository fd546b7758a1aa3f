package link

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
)

//go:embed sites.tsv
var sitesText string

// site is a kind of place. One that many kinds of places are called by ("bus
// station", "radio station") is told apart by the word before it.
type site struct {
	kind     string
	modified bool
}

var siteKinds = readSites(sitesText)

func readSites(text string) map[string]site {
	out := map[string]site{}
	for line := range strings.Lines(text) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) == 3 && !strings.HasPrefix(line, "#") {
			out[f[0]] = site{f[1], f[2] == "yes"}
		}
	}
	return out
}

// sitesOf are the kinds of places among the targets of a mention.
func sitesOf(m *dateline.Mention) []string {
	var out []string
	for i := range m.Targets {
		if kind := kindOfSite(m.Targets[i].Specific); kind != "" && !m.Targets[i].Person {
			out = append(out, kind)
		}
	}
	return out
}

// kindOfSite names the kind of place that some words name, "" for none.
func kindOfSite(words string) string {
	list := strings.Fields(strings.ToLower(words))
	for i := len(list) - 1; i >= 0; i-- {
		s, ok := siteKinds[list[i]]
		switch {
		case !ok:
			continue
		case !s.modified:
			return s.kind
		case i > 0 && len(list[i-1]) > 1: // not "a station"
			return list[i-1] + " " + s.kind
		}
		return ""
	}
	return ""
}

// elsewhere says that two mentions are each of an attack on a place of some
// kind, and not of the same kind: a market and a bus station of one town.
func (l *Linker) elsewhere(a, b *dateline.Mention) bool {
	x, y := l.look(a).sites, l.look(b).sites
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(s string) bool { return slices.Contains(y, s) })
}

// otherStreets: the reports that two accounts lead both name streets, and none in
// common.
func (l *Linker) otherStreets(a, b *dateline.Mention) bool {
	x, y := l.look(a).text, l.look(b).text
	return x != nil && y != nil && inCommon(partStreets, x.streets, y.streets).Step == 1
}

// neighbours: each names a town, and not the same one.
func neighbours(p, q *dateline.PlaceRef) bool {
	return town(p) && town(q) && p.Place != q.Place && !sameCity(p, q)
}

func town(p *dateline.PlaceRef) bool {
	return p != nil && p.Precision == dateline.P1 && p.Place != "" && !p.Inferred
}

// otherDays: each gives a day written out, and not the same one.
func otherDays(a, b *dateline.Mention) bool {
	p, q := a.Date, b.Date
	return oneDay(p) && oneDay(q) && p.Basis == dateline.BasisExplicit && q.Basis == dateline.BasisExplicit && p.Earliest != q.Earliest
}

// ownWords is how much the rare words of each of two accounts must weigh for their
// having none in common to tell them apart: one that hardly any report uses, or two
// others.
const ownWords = 6

// severalWords is what rare words weigh that tell of a happening at some length.
const severalWords = 2 * ownWords

// otherWeapons: each says with what it was done, and not the same, though one report
// may call so what another calls otherwise: a mine and a bomb.
func otherWeapons(a, b *dateline.Mention) bool {
	return len(a.Facets.Means) > 0 && len(b.Facets.Means) > 0 && gradeActs(a.Facets, b.Facets) == Compatible
}

// otherScene: each tells at some length, without a rare word in common, of weapons
// that are called as narrowly as can be, and not the same: a grenade and an ambush.
func (l *Linker) otherScene(a, b *dateline.Mention) bool {
	return otherWeapons(a, b) && !widelyCalled(a) && !widelyCalled(b) && l.otherWords(a, b) && min(l.look(a).weight, l.look(b).weight) >= severalWords
}

// widelyCalled: a bomb or an aircraft of any kind.
func widelyCalled(m *dateline.Mention) bool {
	return m.Facets.Has(dateline.ExplosiveUnspecific, dateline.AirUnspecified)
}

// otherWords: both have rare words, and at most one in common, which many reports use.
func (l *Linker) otherWords(a, b *dateline.Mention) bool {
	if !l.enoughWords(a, b) {
		return false
	}
	_, weight := l.look(a).inCommon(l.look(b))
	return weight < ownWords
}

// allOtherWords: both have several rare words, and none in common.
func (l *Linker) allOtherWords(a, b *dateline.Mention) bool {
	return min(len(l.look(a).words), len(l.look(b).words)) > 1 && l.wordsInCommon(a, b) == 0
}

// oneWordInCommon: both have rare words, and at most one in common.
func (l *Linker) oneWordInCommon(a, b *dateline.Mention) bool {
	return l.enoughWords(a, b) && l.wordsInCommon(a, b) <= 1
}

func (l *Linker) enoughWords(a, b *dateline.Mention) bool {
	return min(l.look(a).weight, l.look(b).weight) >= ownWords
}

// wordsInCommon counts the rare words of both, those of the place left out.
func (l *Linker) wordsInCommon(a, b *dateline.Mention) int {
	n, _ := l.look(a).inCommon(l.look(b))
	return n
}

// inCommon is how many rare words two looks share and how much these weigh.
func (k *look) inCommon(other *look) (n int, weight float64) {
	n, weight, _ = sharedWords(k.words, other.words)
	return n, weight
}

// sharedWords counts the words of two lists in order that stand in both, and gives what they
// weigh and what the rarest of them does.
func sharedWords(a, b []rareWord) (n int, weight, most float64) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch p, q := &a[i], &b[j]; {
		case p.word < q.word:
			i++
		case p.word > q.word:
			j++
		default:
			n, weight, most, i, j = n+1, weight+p.weight, max(most, p.weight), i+1, j+1
		}
	}
	return n, weight, most
}
