package extract

import "slices"

// This file reads lists in which a line above each incident gives its dead: "Florida
// club: 49 killed", "Texas restaurant: 22 dead". Such a line is of what stands under it,
// and not of what went before.

// longestSubhead is how many tokens such a line may have.
const longestSubhead = 12

// underSubheads gives the numbers of lines above entries to the accounts that open the
// entries. One such line is no list.
func (p *pass) underSubheads() {
	var heads []*account
	for _, a := range p.accounts {
		if at := a.sentences[0]; len(a.harms) > 0 && len(p.trees[at].Tokens) <= longestSubhead && p.aboveEntry(at) {
			heads = append(heads, a)
		}
	}
	if len(heads) < 2 {
		return
	}
	p.accounts = slices.DeleteFunc(p.accounts, func(a *account) bool {
		return slices.Contains(heads, a) && p.giveToNext(a)
	})
}

// giveToNext adds the numbers of a line to the first account of the sentence under it;
// false if none opens there.
func (p *pass) giveToNext(head *account) bool {
	under := slices.IndexFunc(p.accounts, func(a *account) bool { return a.sentences[0] == head.sentences[0]+1 })
	if under < 0 {
		return false
	}
	if a := p.accounts[under]; !p.sameToll(head, a) {
		a.harms = append(a.harms, head.harms...)
	}
	return true
}
