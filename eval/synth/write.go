package synth

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/opendateline/dateline"
)

// marks say which words of a text say what. Spans are bytes of the text.
type marks struct {
	of        *happening
	counts    [2]int // killed, wounded as this report has them
	spans     map[string][2]int
	sentences [][2]int
	said      string // class of who is quoted
}

// notes keep the marks of reports that are written and not yet read, by the hash
// of their bytes.
type notes struct {
	sync.Mutex
	m map[string]marks
}

func (n *notes) keep(hash string, m marks) {
	n.Lock()
	defer n.Unlock()
	n.m[hash] = m
}

func (n *notes) take(hash string) (marks, bool) {
	n.Lock()
	defer n.Unlock()
	m, ok := n.m[hash]
	delete(n.m, hash)
	return m, ok
}

// page is a report as it is written.
type page struct {
	text strings.Builder
	marks
	values map[string]string
}

// written is a text that others may reprint; it is empty until it is written.
type written struct {
	text string
	marks
}

// copied are marks of their own: those of the first text may just be read.
func (w *written) copied() marks {
	m := w.marks
	m.spans, m.sentences = maps.Clone(m.spans), slices.Clone(m.sentences)
	return m
}

// write makes the text of a draft.
func (w *World) write(d draft) (dateline.Raw, Truth) {
	w.written++
	p := &page{marks: marks{of: d.of, spans: map[string][2]int{}}}
	outlet := pick(w, w.outlets)
	w.fill(p, outlet)
	if d.kind == reprint && d.first.text != "" {
		p.marks = d.first.copied()
		p.text.WriteString(d.first.text)
		p.say(pick(w, w.templates["credit"]))
	} else {
		w.compose(p, d.kind)
	}
	if d.kind == account && d.first.text == "" {
		*d.first = written{p.text.String(), p.marks}
	}
	raw := dateline.Raw{Bytes: []byte(p.text.String()), Name: fmt.Sprintf("synthetic-%d", w.written), Outlet: outlet,
		MediaType: "text/plain", Published: string(w.day), Language: "en"}
	hash := dateline.Hash(raw.Bytes)
	w.notes.keep(hash, p.marks)
	truth := Truth{Report: dateline.ReportID(hash)}
	if d.kind != noise {
		truth.Happening = d.of.n
	}
	return raw, truth
}

// fill chooses what stands for the names in braces.
func (w *World) fill(p *page, outlet string) {
	h := p.of
	speaker := pick(w, w.speakers)
	p.said, p.counts = speaker[1], [2]int{h.killed, h.wounded}
	if w.rand.IntN(3) == 0 {
		p.counts = [2]int{max(1, h.killed+w.rand.IntN(3)-1), max(1, h.wounded+w.rand.IntN(5)-2)}
	}
	p.values = map[string]string{"place": h.place.Name, "speaker": speaker[0], "outlet": outlet, "official": h.official,
		"day": h.day.Time().Format("2 January 2006"), "month": h.day.Time().Format("January 2006"),
		"killed": spell(p.counts[0]), "wounded": spell(p.counts[1])}
	if h.n > 0 {
		p.values["noun"], p.values["clause"], p.values["site"] = h.act.noun, h.act.clause, h.site[0]
	}
}

// compose writes the sentences of a report: what happened, what it looked like,
// what came after.
func (w *World) compose(p *page, k kind) {
	opening := map[kind]string{account: "lead", reprint: "lead", undated: "undated", correction: "correction", followup: "followup", noise: "noise"}[k]
	if p.of.official != "" && opening == "lead" {
		opening = "official"
	}
	p.setting(w)
	p.say(pick(w, w.templates[opening]))
	for range 2 + w.rand.IntN(2) {
		p.setting(w)
		p.say(pick(w, w.templates["scene"]))
	}
	p.say(pick(w, w.templates["after"]))
}

// setting chooses a street and two things of the scene for one sentence.
func (p *page) setting(w *World) {
	p.values["name"], p.values["a"], p.values["b"] = pick(w, p.of.names), pick(w, p.of.things), pick(w, p.of.things)
}

// say writes one line by a template; the first time that a value is named is
// marked.
func (p *page) say(template string) {
	if p.text.Len() > 0 && !strings.HasSuffix(p.text.String(), "\n") {
		p.text.WriteByte('\n')
	}
	begin := p.text.Len()
	for template != "" {
		before, rest, found := strings.Cut(template, "{")
		p.text.WriteString(before)
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, "}")
		p.name(name)
		template = after
	}
	p.sentences = append(p.sentences, [2]int{begin, p.text.Len()})
}

// name writes a value; a name with a capital begins with one.
func (p *page) name(name string) {
	key := strings.ToLower(name)
	value := p.values[key]
	if name != key {
		value = capital(value)
	}
	begin := p.text.Len()
	p.text.WriteString(value)
	if _, marked := p.spans[key]; !marked {
		p.spans[key] = [2]int{begin, p.text.Len()}
	}
}

func capital(s string) string {
	if s == "" {
		return s
	}
	r := []rune(s)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}
