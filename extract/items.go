package extract

import (
	"slices"
	"sort"
	"strings"
)

// This file reads lists whose entries open with their own day ("4 May, Marvesk.
// Fighters …") or, in a round-up of several towns, with a mark ("– A drone hit …",
// "• Gunmen …"). Each entry tells of a happening of its own, however little it says.

// fewestItems is how many entries make a list.
const fewestItems = 3

// itemStarts are the sentences that open an entry of such a list, none without a list.
func (p *pass) itemStarts() []int {
	var marked, dated []int
	for s, t := range p.trees {
		switch {
		case s > 0 && p.trees[s-1].Paragraph == t.Paragraph:
		case strings.ContainsAny(t.Tokens[0].Text, "–—-•*·▪●") && len([]rune(t.Tokens[0].Text)) == 1:
			marked = append(marked, s)
		case p.withinLine(s):
			dated = append(dated, s)
		}
	}
	if len(dated) >= fewestItems {
		return dated
	}
	if p.roundUp(marked) {
		return marked
	}
	return nil
}

// roundUp: three entries at least name towns that no other names.
func (p *pass) roundUp(items []int) bool {
	named, own, of := map[string]int{}, 0, make([][]string, len(items))
	for i := range items {
		of[i] = p.townsOfItem(items, i)
		for _, town := range of[i] {
			named[town]++
		}
	}
	for _, towns := range of {
		if len(towns) > 0 && !slices.ContainsFunc(towns, func(town string) bool { return named[town] > 1 }) {
			own++
		}
	}
	return own >= fewestItems
}

// otherItem: the accounts begin in two entries of a list.
func (p *pass) otherItem(a, b *account) bool {
	i, j := p.itemOf(a.sentences[0]), p.itemOf(b.sentences[0])
	return i >= 0 && j >= 0 && i != j
}

// itemOf is the number of the entry that a sentence stands in, -1 outside a list.
func (p *pass) itemOf(sentence int) int {
	return sort.SearchInts(p.items, sentence+1) - 1
}

// townsOfItem are the keys of the towns that an entry names, each once.
func (p *pass) townsOfItem(items []int, i int) []string {
	end := len(p.trees)
	if i+1 < len(items) {
		end = items[i+1]
	}
	var out []string
	for s := items[i]; s < end; s++ {
		for _, x := range p.places[s] {
			if key := townKey(x.Ref); x.Ref.City != "" && x.Class != "demonym" && !slices.Contains(out, key) {
				out = append(out, key)
			}
		}
	}
	return out
}
