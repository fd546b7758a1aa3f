package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
)

// This file reads lists in which each incident has a line of its own above it:
// "Marvesk, 8 December", "3:30pm", "2. Road to Lomvar, night of 5 to 6 May". What
// such a line says of day and place holds for what stands under it.

// longestHeading is how many tokens a line above an entry may have.
const longestHeading = 20

// underHeadings gives the accounts of a list the day and the place of the line
// above them where they say none themselves. One line with a day is no list: it
// may be the stamp of the page.
func (p *pass) underHeadings() {
	lines := p.datedLines()
	if len(lines) < 2 {
		return
	}
	for _, a := range p.accounts {
		k, own := slices.BinarySearch(lines, a.sentences[0])
		if own || k == 0 {
			continue
		}
		p.takeFrom(a, lines[k-1], p.headingEnd(lines[k-1]))
	}
}

// datedLines are the lines above entries that say when, in text order.
func (p *pass) datedLines() []int {
	var lines []int
	for s := range p.trees {
		if p.aboveEntry(s) && slices.ContainsFunc(p.times[s], dayOrHour) {
			lines = append(lines, s)
		}
	}
	return lines
}

func dayOrHour(x Time) bool {
	return x.Date.Known() && x.Date.Precision <= dateline.D2 && !x.Background
}

// aboveEntry: the sentence is a short line by itself that does not end as a
// sentence does, and is not the headline.
func (p *pass) aboveEntry(s int) bool {
	t := p.trees[s]
	alone := p.opensParagraph(s) && s+1 < len(p.trees) && p.trees[s+1].Paragraph != t.Paragraph
	if !alone || p.doc.Sentences[s].Role == dateline.RoleHeadline || len(t.Tokens) > longestHeading {
		return false
	}
	switch t.Tokens[len(t.Tokens)-1].Text {
	case ".", "!", "?", ":":
		return false
	}
	return true
}

// opensParagraph: nothing but the number of an entry stands in the paragraph before
// the sentence.
func (p *pass) opensParagraph(s int) bool {
	if s == 0 || p.trees[s-1].Paragraph != p.trees[s].Paragraph {
		return s > 0
	}
	before := p.trees[s-1].Tokens
	return len(before) <= 2 && before[0].POS != "VERB" && strings.ContainsAny(before[0].Text[:1], "0123456789") && p.opensParagraph(s-1)
}

// headingEnd is the sentence behind the lines that stand together above an entry.
func (p *pass) headingEnd(line int) int {
	end := line + 1
	for end < len(p.trees) && p.aboveEntry(end) {
		end++
	}
	return end
}

// takeFrom completes an account by lines [from,to).
func (p *pass) takeFrom(a *account, from, to int) {
	dated := slices.ContainsFunc(a.times, func(x Time) bool { return x.Class != "clock" && x.Date.Known() })
	for s := from; s < to; s++ {
		for _, x := range p.times[s] {
			if !dated && dayOrHour(x) {
				a.times = []Time{x}
				a.inferredTime, a.namedTime, dated = true, x.Class != "clock", true
			}
		}
	}
	if len(a.places) > 0 {
		return
	}
	for s := from; s < to; s++ {
		for _, x := range p.places[s] {
			if x.Ref.City != "" && x.Class != "demonym" {
				x.Ref.Role = dateline.PlaceSite
				a.places = append(a.places, placed{x, dateline.PlaceSite})
			}
		}
	}
}
