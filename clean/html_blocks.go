package clean

import (
	"strings"

	"golang.org/x/net/html"
)

// blockTags begin and end a block of text.
var blockTags = map[string]bool{"p": true, "div": true, "section": true, "article": true, "main": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "ul": true, "ol": true, "li": true, "dl": true, "dt": true, "dd": true, "blockquote": true, "pre": true, "table": true, "tbody": true, "thead": true, "tr": true, "td": true, "th": true, "figure": true, "header": true, "form": true, "fieldset": true, "hr": true, "center": true, "address": true, "details": true, "summary": true, "body": true}

// block is one run of text that no block tag interrupts.
type block struct {
	text   string
	linked int // bytes of it inside links
	tag    string
}

// blocksOf lists the blocks of an element. Blocks that are mostly links go,
// and so do list items that are nothing but a link.
func blocksOf(n *html.Node) []string {
	w := blockWriter{tag: "div"}
	w.write(n, false)
	w.flush()
	var out []string
	for _, b := range w.blocks {
		if !b.mostlyLinks() && !boilerplateBlock(b.text) {
			out = append(out, b.text)
		}
	}
	return trimHeadings(out, w.blocks)
}

func (b block) mostlyLinks() bool {
	share := float64(b.linked) / float64(len(b.text))
	switch {
	case b.tag == "li" || b.tag == "td" || b.tag == "div" || b.tag == "span":
		return share > 0.6 && len(b.text) < 300
	case len(b.tag) == 2 && b.tag[0] == 'h':
		return share > 0.8
	}
	return share > 0.8 && len(b.text) < 200
}

type blockWriter struct {
	blocks []block
	text   strings.Builder
	linked int
	tag    string
}

func (w *blockWriter) write(n *html.Node, inLink bool) {
	switch n.Type {
	case html.TextNode:
		w.text.WriteString(n.Data)
		if inLink {
			w.linked += len(strings.TrimSpace(n.Data))
		}
		return
	case html.ElementNode:
		if n.Data == "br" {
			w.text.WriteByte('\n')
		}
	}
	isBlock := n.Type == html.ElementNode && blockTags[n.Data]
	outer := w.tag
	if isBlock {
		w.flush()
		w.tag = n.Data
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.write(c, inLink || n.Type == html.ElementNode && n.Data == "a")
	}
	if isBlock {
		w.flush()
		w.tag = outer
	}
}

// flush ends a block. Line breaks inside it (two or more) part it.
func (w *blockWriter) flush() {
	text := w.text.String()
	for _, part := range strings.Split(text, "\n\n") {
		if t := strings.Join(strings.Fields(part), " "); t != "" {
			w.blocks = append(w.blocks, block{t, min(w.linked, len(t)), w.tag})
		}
	}
	w.text.Reset()
	w.linked = 0
}

// trimHeadings drops headings that stand at the end with nothing under them.
func trimHeadings(texts []string, blocks []block) []string {
	headings := map[string]bool{}
	for _, b := range blocks {
		if len(b.tag) == 2 && b.tag[0] == 'h' && b.tag != "hr" {
			headings[b.text] = true
		}
	}
	for len(texts) > 1 && headings[texts[len(texts)-1]] {
		texts = texts[:len(texts)-1]
	}
	return texts
}
