package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
)

// This file reads lists whose entries open with their own day ("4 May, Marvesk.
// Fighters …") or, in a round-up of several towns, with a mark ("– A drone hit …",
// "• Gunmen …"). Each entry tells of a happening of its own, however little it says.

// fewestItems is how many entries make a list.
const fewestItems = 3

// itemStarts are the sentences that open an entry of such a list, none without a list.
func (p *pass) itemStarts() []int {
	var marked, dated, led, numbered []int
	for s, t := range p.trees {
		switch {
		case s > 0 && p.trees[s-1].Paragraph == t.Paragraph:
		case strings.ContainsAny(t.Tokens[0].Text, "–—-•*·▪●") && len([]rune(t.Tokens[0].Text)) == 1:
			marked = append(marked, s)
		case numberOpens(t):
			numbered = append(numbered, s)
		case p.withinLine(s):
			dated = append(dated, s)
		case p.leadEnd(s) > 0:
			led = append(led, s)
		}
	}
	if len(dated) >= fewestItems {
		return dated
	}
	switch {
	case p.roundUp(marked, p.townsOf):
		return marked
	case p.roundUp(led, p.townsOf):
		return led
	case p.roundUp(numbered, p.townsAndDaysOf):
		return numbered
	}
	return nil
}

// numberOpens: the sentence opens with the number of an entry, "2. On 7 March …", "(3) In …".
func numberOpens(t *tree) bool {
	k := 0
	if t.Tokens[0].Text == "(" {
		k++
	}
	n, last := len(t.Tokens)-1, t.Tokens[min(k+1, len(t.Tokens)-1)].Text
	text := strings.TrimSuffix(t.Tokens[min(k, n)].Text, ".")
	return text != "" && len(text) < 3 && strings.Trim(text, "0123456789") == "" && (last == "." || last == ")" || text != t.Tokens[k].Text)
}

// longestLead is how many tokens the words before such a mark may have.
const longestLead = 20

// leadEnd is how many tokens the name and what is said of it take up that open a
// paragraph before a dash or colon, "Marvesk (Lomvar province), 4 May – Gunmen …"; 0
// without.
func (p *pass) leadEnd(s int) int {
	t := p.trees[s]
	if p.doc.Sentences[s].Role == dateline.RoleHeadline || len(p.openingTown(s)) == 0 && !p.shouted(t.Tokens[0]) {
		return 0
	}
	for i, w := range t.Tokens[:min(longestLead, len(t.Tokens)-1)] {
		switch {
		case w.Text == "–" || w.Text == "—" || w.Text == "--" || w.Text == ":" || w.Text == "-" && w.Start > t.Tokens[max(i-1, 0)].End:
			if t.Tokens[i+1].Start > w.End && !strings.ContainsAny(t.Tokens[i+1].Text[:1], "0123456789") {
				return i
			}
		case i > 0 && (w.POS == "VERB" || w.POS == "AUX"):
			return 0
		}
	}
	return 0
}

// shouted: a word in capitals.
func (p *pass) shouted(w dateline.Token) bool {
	text := p.doc.Report.Text[w.Start:w.End]
	return len(text) > 2 && strings.ToUpper(text) == text && strings.ToLower(text) != text
}

// underLeads gives the accounts of such entries the day and the town before the mark
// where they say none themselves, and what an entry goes on to tell its day (DAT-12).
func (p *pass) underLeads() {
	dated := map[int]*account{}
	for _, a := range p.accounts {
		i := p.itemOf(a.sentences[0])
		if i < 0 {
			continue
		}
		lead := p.items[i]
		if end := p.leadEnd(lead); end > 0 {
			before := p.trees[lead].Tokens[end].Start
			a.complete(slices.DeleteFunc(slices.Clone(p.times[lead]), func(x Time) bool { return x.Start >= before }), p.openingTown(lead))
		}
		if of := dated[i]; of != nil && len(a.times) == 0 && !a.apart && a.kind == dateline.KindIncident {
			a.times, a.inferredTime = datesOf(of.times), true
		} else if of == nil && bestDate(a) != nil {
			dated[i] = a
		}
	}
}

// openingTown is the town that a sentence opens with; none without one.
func (p *pass) openingTown(s int) []Place {
	for i, x := range p.places[s] {
		if x.Ref.City != "" && x.Class != "demonym" && tokenAt(p.trees[s], x.Start) == 0 {
			return p.places[s][i : i+1]
		}
	}
	return nil
}

// roundUp: three entries at least name what no other names.
func (p *pass) roundUp(items []int, keysOf func(sentence int) []string) bool {
	named, own, of := map[string]int{}, 0, make([][]string, len(items))
	for i := range items {
		of[i] = p.keysOfItem(items, i, keysOf)
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
	return p.otherEntry(a, b.sentences[0])
}

// otherEntry: the sentence stands in another entry of a list than the account.
func (p *pass) otherEntry(a *account, s int) bool {
	i, j := p.itemOf(a.sentences[0]), p.itemOf(s)
	return i >= 0 && j >= 0 && i != j
}

// itemOf is the number of the entry that a sentence stands in, -1 outside a list.
func (p *pass) itemOf(sentence int) int {
	return sort.SearchInts(p.items, sentence+1) - 1
}

// keysOfItem are the keys of the sentences of an entry, each once.
func (p *pass) keysOfItem(items []int, i int, keysOf func(sentence int) []string) []string {
	end := len(p.trees)
	if i+1 < len(items) {
		end = items[i+1]
	}
	var out []string
	for s := items[i]; s < end; s++ {
		for _, key := range keysOf(s) {
			if !slices.Contains(out, key) {
				out = append(out, key)
			}
		}
	}
	return out
}

// townsOf are the keys of the towns that a sentence names.
func (p *pass) townsOf(s int) []string {
	var out []string
	for _, x := range p.places[s] {
		if x.Ref.City != "" && x.Class != "demonym" {
			out = append(out, townKey(x.Ref))
		}
	}
	return out
}

// townsAndDaysOf are the keys of the towns and the days that a sentence names.
func (p *pass) townsAndDaysOf(s int) []string {
	out := p.townsOf(s)
	for _, x := range p.times[s] {
		if dayOrHour(x) {
			out = append(out, string(x.Date.Earliest+x.Date.Latest))
		}
	}
	return out
}
