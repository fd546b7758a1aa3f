package link

import (
	"cmp"
	"slices"

	"github.com/opendateline/dateline"
)

// This file is about two happenings that agree in all that the axes of §7.2 see: two shellings of
// one kind of house in one town on one day. That two accounts have no name in common says little,
// for each may have looked at another corner. But where several stories tell of one
// happening they come back to its names, and an account that has names of its own and none of theirs
// is of another.

// vocabulary is what the accounts of a group tell with: their rare words, those of their
// places left out, in order.
type vocabulary struct {
	words  []rareWord
	weight float64
	names  int  // of the words, those that stand in a report as names
	shared bool // two stories of the group have a name in common
}

func (g *groups) vocabulary(x int) (v vocabulary) {
	first := map[string]dateline.ID{} // by word: the story that has it
	for _, i := range g.members[x] {
		m := g.mentions[g.comp[i]]
		story, k := g.story(m.ReportID), g.look(m)
		for _, w := range k.words {
			if s, seen := first[w.word]; !seen {
				first[w.word] = story
				v.add(w, k.calls(w.word))
			} else if s != story && k.calls(w.word) {
				v.shared = true
			}
		}
	}
	slices.SortFunc(v.words, func(a, b rareWord) int { return cmp.Compare(a.word, b.word) })
	return v
}

func (v *vocabulary) add(w rareWord, name bool) {
	v.words, v.weight = append(v.words, w), v.weight+w.weight
	if name {
		v.names++
	}
}

// bound: the stories of a group come back to what they call by name, and call more so than one
// report would.
func (v vocabulary) bound() bool { return v.shared && v.names > 2 }

// calls says that a word stands in the mention's report as a name.
func (k *look) calls(word string) bool {
	if k.text == nil {
		return false
	}
	_, ok := slices.BinarySearch(k.text.called, word)
	return ok
}

// story is the family of a report, or the report by itself.
func (l *Linker) story(report dateline.ID) dateline.ID {
	if l.Family != nil {
		if f := l.Family(report); f != "" {
			return f
		}
	}
	return report
}

// strangers says that two groups are of two happenings though their scores are those of one
// (LNK-4): both tell at some length and call several things by name, those of one come
// back to names, and of their words the two groups have few in common, each of which many
// reports use. Where whole reports say enough, these decide.
func (g *groups) strangers(x, y int) bool {
	a, b := g.vocabulary(x), g.vocabulary(y)
	if !a.bound() && !b.bound() || min(a.names, b.names) < 2 {
		return false
	}
	_, sum, most := sharedWords(a.words, b.words)
	return most < ownWords && sum < fewInCommon*min(a.weight, b.weight) && !g.wholesTell(x, y)
}

// fewInCommon is the part of the poorer group's words below which those in common are few.
const fewInCommon = 1. / 3

// wholesTell: a report of either say enough as wholes to be weighed against each other.
func (g *groups) wholesTell(x, y int) bool {
	for _, i := range g.members[x] {
		for _, k := range g.members[y] {
			if bins, ok := g.Evidence(g.mentions[g.comp[i]], g.mentions[g.comp[k]]); ok && telling(bins) {
				return true
			}
		}
	}
	return false
}
