package web

import (
	"html/template"
	"sort"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
)

// render writes the text of a report sentence by sentence, with numbers, and
// with a mark of its own around the words of every claim. Boilerplate is left
// out; the page shows it folded. Words of sealed claims are not in the page at
// all: their sentence says why.
func (b *bundle) render(s *source, dim map[dateline.ID]bool) template.HTML {
	w := &textWriter{source: s, bundle: b}
	w.spans()
	at, paragraph := 0, -1
	for _, p := range s.sentences() {
		w.between(at, p.Span.Start)
		w.sentence(p, p.Paragraph != paragraph, dim[p.ID])
		at, paragraph = max(at, p.Span.End), p.Paragraph
	}
	w.between(at, len(s.text))
	return template.HTML(w.out.String())
}

// sentences are the passages that are part of the text, in its order.
func (s *source) sentences() []dateline.Passage {
	var out []dateline.Passage
	for _, p := range s.reading.Passages {
		if p.Role != dateline.RoleBoilerplate {
			out = append(out, p)
		}
	}
	sort.Slice(out, func(i, k int) bool { return out[i].Span.Start < out[k].Span.Start })
	return out
}

// textWriter writes one report.
type textWriter struct {
	*source
	bundle *bundle
	out    strings.Builder
	marks  []marked
	at     int // first mark that is not yet written
}

// marked is one stretch of words that claims cite.
type marked struct {
	dateline.Span
	letters string // kinds of facts, in the order of kinds
}

// spans gathers the spans of claims, each once, outer ones before inner ones.
func (w *textWriter) spans() {
	byKey := map[[2]int]int{}
	for i := range w.reading.Claims {
		c := &w.reading.Claims[i]
		if w.bundle.lost[c.ID] || c.Span.Len() == 0 || c.Span.End > len(w.text) {
			continue
		}
		key := [2]int{c.Span.Start, c.Span.End}
		n, seen := byKey[key]
		if !seen {
			n = len(w.marks)
			byKey[key] = n
			w.marks = append(w.marks, marked{Span: c.Span})
		}
		w.marks[n].add(c.Attribute)
	}
	sort.Slice(w.marks, func(i, k int) bool {
		a, b := w.marks[i], w.marks[k]
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
}

func (m *marked) add(a dateline.Attribute) {
	if letter := letters[a]; letter != "" && !strings.Contains(m.letters, letter) {
		m.letters += letter
	}
}

// between writes text that is in no sentence and no boilerplate, should there
// be any: nothing of a report is dropped in silence.
func (w *textWriter) between(start, end int) {
	for at := start; at < end; {
		next := end
		for _, b := range w.Boilerplate {
			if b.Span.Start <= at && at < b.Span.End {
				at = min(b.Span.End, end)
			} else if b.Span.Start > at {
				next = min(next, b.Span.Start)
			}
		}
		if at >= next {
			continue
		}
		if words := strings.TrimSpace(w.text[at:next]); words != "" {
			w.out.WriteString(`<p class="loose" dir="auto">` + template.HTMLEscapeString(visible(words)) + "</p>")
		}
		at = next
	}
}

func (w *textWriter) sentence(p dateline.Passage, starts, dim bool) {
	n := strconv.Itoa(p.Sentence + 1)
	class := "s"
	if starts {
		class += " par"
	}
	if dim {
		class += " dim"
	}
	if p.Role == dateline.RoleHeadline {
		class += " head"
	}
	w.out.WriteString(`<p class="` + class + `" id="s` + n + `"><a class="no" href="#s` + n + `" aria-label="Sentence ` + n + `">` + n + `</a><span class="words" dir="auto"`)
	if w.Language != "" {
		w.out.WriteString(` lang="` + template.HTMLEscapeString(w.Language) + `"`)
	}
	w.out.WriteString(">")
	if seal := w.sealedIn(p); seal != export.Open {
		w.sealedSentence(p, seal)
	} else {
		w.words(p.Span.Start, p.Span.End)
	}
	w.out.WriteString("</span>")
	if dim {
		w.out.WriteString(`<span class="vh"> (about another incident)</span>`)
	}
	w.out.WriteString("</p>\n")
}

// sealedIn says why a sentence is not shown: it holds a claim in an armed
// group's own words (ETH-4), or one that is sealed for another reason.
func (w *textWriter) sealedIn(p dateline.Passage) export.Seal {
	for _, c := range w.bundle.sorted {
		if p.Span.Contains(c.Span) {
			if seal := w.bundle.sealed(c); seal != export.Open {
				return seal
			}
		}
	}
	return export.Open
}

// sealedSentence stands where a sentence is sealed. The spans of its claims
// keep their places in the page, so that links to them arrive.
func (w *textWriter) sealedSentence(p dateline.Passage, seal export.Seal) {
	w.out.WriteString(`<span class="sealed">`)
	for ; w.at < len(w.marks) && w.marks[w.at].Start < p.Span.End; w.at++ {
		w.out.WriteString(`<span id="` + spanID(w.marks[w.at].Span) + `"></span>`)
	}
	w.out.WriteString(template.HTMLEscapeString(seal.Words()) + " What it says stands in the list, in other words.</span>")
}

// words writes [start,end) with the marks that begin in it. A mark that
// crosses the end of the one around it is cut there.
func (w *textWriter) words(start, end int) {
	at := start
	for w.at < len(w.marks) && w.marks[w.at].Start < end {
		m := w.marks[w.at]
		w.at++
		stop := min(m.End, end)
		w.plain(at, max(at, m.Start))
		w.openMark(m)
		w.words(max(at, m.Start), stop)
		w.out.WriteString("</mark>")
		at = max(at, stop)
	}
	w.plain(at, end)
}

func (w *textWriter) openMark(m marked) {
	w.out.WriteString(`<mark id="` + spanID(m.Span) + `" tabindex="-1"`)
	if m.letters == "" {
		w.out.WriteString(` class="quiet">`)
		return
	}
	w.out.WriteString(` class="k-` + strings.ToLower(m.letters[:1]) + `" data-k="` + m.letters + `">`)
}

func (w *textWriter) plain(start, end int) {
	if start < end {
		w.out.WriteString(template.HTMLEscapeString(visible(w.text[start:end])))
	}
}
