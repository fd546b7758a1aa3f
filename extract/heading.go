package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
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
		if own || k == 0 || p.withinLine(lines[k-1]) && p.trees[lines[k-1]].Paragraph != p.trees[a.sentences[0]].Paragraph {
			continue
		}
		p.takeFrom(a, lines[k-1], p.headingEnd(lines[k-1]))
	}
}

// underOpenings gives the accounts of a list that tell no day the one that their
// paragraph opens with. A report is such a list if it speaks of several incidents near
// its top, and two paragraphs open with days of their own.
func (p *pass) underOpenings() {
	days := map[int]Time{}
	differ := false
	for s := range p.trees {
		if x, ok := p.openingDay(s); ok {
			for _, y := range days {
				differ = differ || !sameTime(x.Date, y.Date)
			}
			days[p.trees[s].Paragraph] = x
		}
	}
	if !differ || !p.announcesSeveral() {
		return
	}
	for _, a := range p.accounts {
		x, ok := days[p.trees[a.sentences[0]].Paragraph]
		if ok && len(a.times) == 0 && !a.apart && a.kind == dateline.KindIncident && x.Sentence < a.sentences[0] {
			p.takeFrom(a, x.Sentence, x.Sentence+1)
		}
	}
}

// announcesSeveral: one of the first sentences speaks of more than one incident.
func (p *pass) announcesSeveral() bool {
	return slices.ContainsFunc(p.accounts, func(a *account) bool {
		several := a.subCount > 1 || a.number != nil && *a.number > 1 || a.plural && a.apart || a.kind == dateline.KindAggregate && a.plural
		return a.sentences[0] < ledeSentences && several
	})
}

// openingDay is the day that the sentence opens with, if it is the first of its
// paragraph and its verb tells of no statement or court.
func (p *pass) openingDay(s int) (Time, bool) {
	t := p.trees[s]
	if !p.opensParagraph(s) || p.doc.Sentences[s].Role == dateline.RoleHeadline {
		return Time{}, false
	}
	for _, x := range p.times[s] {
		k := tokenAt(t, x.Start)
		first := slices.IndexFunc(t.Tokens, func(w dateline.Token) bool { return w.POS == "VERB" && !t.lex.Is(lexicon.TakesPlace, w.Lemma) })
		if k >= t.Filing && (k < first || first < 0) && dayOrHour(x) && x.Class != "clock" && !x.Reported && !p.datesOther(t, x, k) && !reports(t, k) {
			return x, true
		}
	}
	return Time{}, false
}

// datedLines are the lines above entries that say when, in text order.
func (p *pass) datedLines() []int {
	var lines []int
	for s := range p.trees {
		if (p.aboveEntry(s) || p.withinLine(s)) && slices.ContainsFunc(p.times[s], dayOrHour) {
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

// withinLine: the sentence opens the paragraph of an entry with its day and no verb,
// "4 May, Marvesk. Fighters beat two nurses."
func (p *pass) withinLine(s int) bool {
	t := p.trees[s]
	opens := p.opensParagraph(s) && s+1 < len(p.trees) && p.trees[s+1].Paragraph == t.Paragraph && wordsOf(t) <= longestHeading/2
	return opens && !slices.ContainsFunc(t.Tokens, func(w dateline.Token) bool { return w.POS == "VERB" || w.POS == "AUX" }) &&
		slices.ContainsFunc(p.times[s], func(x Time) bool { return p.opensLine(t, tokenAt(t, x.Start)) && dayOrHour(x) })
}

// wordsOf is how many tokens of a line are no marks.
func wordsOf(t *tree) int {
	n := 0
	for _, w := range t.Tokens {
		if w.POS != "PUNCT" && w.POS != "SYM" {
			n++
		}
	}
	return n
}

// opensLine: the token is the first, or the end of a stretch of days, "11–12 July".
func (p *pass) opensLine(t *tree, k int) bool {
	return k == 0 || k == 2 && t.Tokens[0].POS == "NUM" && strings.ContainsAny(t.Tokens[1].Text, "-–")
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
	a.complete(slices.Concat(p.times[from:to]...), slices.Concat(p.places[from:to]...))
}

// complete gives an account without a day the first of the days that a line says, and one
// without a place its towns.
func (a *account) complete(times []Time, places []Place) {
	dated := slices.ContainsFunc(a.times, func(x Time) bool { return x.Class != "clock" && x.Date.Known() })
	for _, x := range times {
		if !dated && dayOrHour(x) {
			a.times = []Time{x}
			a.inferredTime, a.namedTime, dated = true, x.Class != "clock", true
		}
	}
	if len(a.places) > 0 {
		return
	}
	for _, x := range places {
		if x.Ref.City != "" && x.Class != "demonym" {
			x.Ref.Role = dateline.PlaceSite
			a.places = append(a.places, placed{x, dateline.PlaceSite})
		}
	}
}
