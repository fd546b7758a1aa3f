package clean

import (
	_ "embed"
	"strings"

	"golang.org/x/net/html"
)

//go:embed data/html_body.txt
var bodyRules string

//go:embed data/html_junk.txt
var junkRules string

// attrRule is one line of html_body.txt.
type attrRule struct {
	attr, value string
	part        bool
}

var (
	bodies = readBodyRules(bodyRules)
	junk   = readPatterns(junkRules)
)

func readBodyRules(text string) []attrRule {
	var out []attrRule
	for _, line := range strings.Split(text, "\n") {
		attr, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if ok && !strings.HasPrefix(line, "#") {
			bare := strings.Trim(value, "*")
			out = append(out, attrRule{attr, strings.ToLower(bare), bare != value})
		}
	}
	return out
}

func (r attrRule) fits(n *html.Node) bool {
	if r.attr == "tag" {
		return n.Data == r.value
	}
	got := strings.ToLower(attr(n, r.attr))
	if got == "" {
		return false
	}
	if r.part {
		return strings.Contains(got, r.value)
	}
	for _, word := range strings.Fields(got) {
		if word == r.value {
			return true
		}
	}
	return false
}

// patterns are words matched whole, at an end, or inside.
type patterns struct {
	whole    map[string]bool
	prefixes []string
	suffixes []string
	parts    []string
}

func readPatterns(text string) patterns {
	p := patterns{whole: map[string]bool{}}
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			p.add(w)
		}
	}
	return p
}

func (p *patterns) add(w string) {
	bare := strings.Trim(w, "*")
	switch {
	case strings.HasPrefix(w, "*") && strings.HasSuffix(w, "*"):
		p.parts = append(p.parts, bare)
	case strings.HasPrefix(w, "*"):
		p.suffixes = append(p.suffixes, bare)
	case strings.HasSuffix(w, "*"):
		p.prefixes = append(p.prefixes, bare)
	default:
		p.whole[w] = true
	}
}

func (p *patterns) fits(word string) bool {
	if p.whole[word] {
		return true
	}
	for _, x := range p.parts {
		if strings.Contains(word, x) {
			return true
		}
	}
	for _, x := range p.prefixes {
		if strings.HasPrefix(word, x) {
			return true
		}
	}
	for _, x := range p.suffixes {
		if strings.HasSuffix(word, x) {
			return true
		}
	}
	return false
}

// junky says whether class or id of an element say that it is no article.
func junky(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id":
			for _, word := range strings.Fields(strings.ToLower(a.Val)) {
				if junk.fits(word) {
					return true
				}
			}
		case "aria-hidden", "hidden":
			if a.Val == "true" || a.Key == "hidden" {
				return true
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
				return true
			}
		case "role":
			if junkRoles[a.Val] {
				return true
			}
		}
	}
	return false
}

var junkRoles = map[string]bool{"navigation": true, "banner": true, "contentinfo": true, "search": true, "complementary": true, "dialog": true}

// junkTags never hold article text. A form is not among them: some sites wrap
// the whole page in one.
var junkTags = map[string]bool{"script": true, "style": true, "noscript": true, "template": true, "iframe": true, "svg": true, "button": true, "select": true, "input": true, "textarea": true, "nav": true, "aside": true, "footer": true, "object": true, "canvas": true, "audio": true, "video": true, "figcaption": true, "dialog": true, "label": true, "head": true, "math": true, "menu": true}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
