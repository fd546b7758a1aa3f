package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// page is what is read out of one web page.
type page struct {
	blocks []string // paragraphs of the article, in order
	meta   meta
}

// readPage finds the article of a page. The method, in three steps: cut out
// what names itself as something else (navigation, comments, share buttons);
// find the element that holds the article, by the names that sites give it
// (data/html_body.txt), else by where the paragraphs are densest; write down
// its blocks, without those that are mostly links.
func readPage(source string) (page, error) {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return page{}, err
	}
	p := page{meta: readMeta(root)}
	size := paragraphText
	if size(root) < 400 {
		size = proseText
	}
	prune(root, size, size(root))
	for _, n := range article(root) {
		p.blocks = append(p.blocks, blocksOf(n)...)
	}
	if length(p.blocks) < 200 {
		p.blocks = longer(p.blocks, blocksOf(densest(root)))
	}
	if length(p.blocks) < 200 {
		p.blocks = longer(p.blocks, blocksOf(root))
	}
	return p, nil
}

func longer(a, b []string) []string {
	if length(b) > 2*length(a) {
		return b
	}
	return a
}

func length(blocks []string) int {
	n := 0
	for _, b := range blocks {
		n += len(b)
	}
	return n
}

// prune cuts junk out of the tree. An element that looks like junk and holds
// more than a third of the page's paragraphs is kept: sites give their main
// element odd names.
func prune(n *html.Node, size func(*html.Node) int, whole int) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode, c.Type == html.ElementNode && junkTags[c.Data]:
			n.RemoveChild(c)
		case c.Type == html.ElementNode && c.Data != "body" && c.Data != "html" && isJunk(c) && size(c)*3 <= whole:
			n.RemoveChild(c)
		default:
			prune(c, size, whole)
		}
		c = next
	}
}

func isJunk(n *html.Node) bool {
	if n.Data == "header" {
		return !inside(n, "article")
	}
	return n.Data != "p" && n.Data != "article" && n.Data != "main" && junky(n)
}

func inside(n *html.Node, tag string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == tag {
			return true
		}
	}
	return false
}

// paragraphText is the length of the text of the paragraphs inside n.
func paragraphText(n *html.Node) int {
	if n.Type == html.ElementNode && n.Data == "p" {
		return len(textOf(n))
	}
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += paragraphText(c)
	}
	return sum
}

// proseText is the length of the text outside links, for pages that mark no
// paragraphs.
func proseText(n *html.Node) int {
	if n.Type == html.TextNode {
		return len(strings.TrimSpace(n.Data))
	}
	if n.Type == html.ElementNode && (n.Data == "a" || junkTags[n.Data]) {
		return 0
	}
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += proseText(c)
	}
	return sum
}

// article finds the elements that hold the article: those that a rule of
// html_body.txt names, if most of the page's text stands in them, else the
// densest. A lead that stands before them comes first.
func article(root *html.Node) []*html.Node {
	size := textSize(root)
	whole := size(root)
	for _, rule := range bodies {
		nodes := fitting(root, rule, size)
		sum := 0
		for _, n := range nodes {
			sum += size(n)
		}
		if sum*10 >= whole*4 && sum >= 200 {
			return withLead(root, nodes)
		}
	}
	return withLead(root, []*html.Node{densest(root)})
}

// textSize chooses how to weigh text: by paragraphs, or on pages that mark few
// of them by all text outside links.
func textSize(root *html.Node) func(*html.Node) int {
	if paragraphText(root)*2 < proseText(root) {
		return proseText
	}
	return paragraphText
}

// fitting is the largest element that a rule fits, together with the others of
// exactly its class: some sites cut an article into several.
func fitting(root *html.Node, rule attrRule, size func(*html.Node) int) []*html.Node {
	var found []*html.Node
	top, most := 0, -1
	walk(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || n.Data == "body" || n.Data == "html" || !rule.fits(n) {
			return true
		}
		if s := size(n); s > most {
			top, most = len(found), s
		}
		found = append(found, n)
		return false
	})
	if len(found) < 2 {
		return found
	}
	class := attr(found[top], "class")
	return slices.DeleteFunc(found, func(n *html.Node) bool {
		return n.Data == "article" || attr(n, "class") != class || class == ""
	})
}

// withLead puts the lead of the page before the nodes, if it stands outside.
func withLead(root *html.Node, nodes []*html.Node) []*html.Node {
	if len(nodes) == 0 {
		return nodes
	}
	var lead *html.Node
	walk(root, func(n *html.Node) bool {
		if lead != nil || slices.Contains(nodes, n) {
			return false
		}
		if n.Type == html.ElementNode && leadish(n) {
			if size := len(textOf(n)); size >= 40 && size <= 900 && linkDensity(n) < 0.3 {
				lead = n
			}
			return false
		}
		return true
	})
	if lead == nil || !before(root, lead, nodes[0]) {
		return nodes
	}
	return append([]*html.Node{lead}, nodes...)
}

// before says whether a stands before b in the page.
func before(root, a, b *html.Node) bool {
	var first *html.Node
	walk(root, func(n *html.Node) bool {
		if first == nil && (n == a || n == b) {
			first = n
		}
		return first == nil
	})
	return first == a
}

var leadWords = []string{"lead", "teaser-text", "article-teaser", "intro", "standfirst", "summary", "bajada", "dek", "subtitle", "excerpt", "subhead", "chapeau", "sapo", "abstract"}

func leadish(n *html.Node) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(attr(n, "class")), func(r rune) bool { return r == ' ' || r == '_' }) {
		for _, lead := range leadWords {
			if word == lead || strings.HasSuffix(word, "-"+lead) || strings.HasPrefix(word, lead+"-text") {
				return true
			}
		}
	}
	return false
}

func walk(n *html.Node, visit func(*html.Node) bool) {
	if !visit(n) {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, visit)
	}
}

// densest is the element under which the paragraphs stand: each paragraph
// speaks for its parent, and half as loud for the parent's parent.
func densest(root *html.Node) *html.Node {
	scores := map[*html.Node]float64{}
	top, most := root, 0.0
	walk(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || n.Parent == nil || !paragraphs[n.Data] && ownText(n) < 100 {
			return true
		}
		text := textOf(n)
		if len(text) < 25 {
			return true
		}
		points := (1 + float64(strings.Count(text, ",")) + min(float64(len(text))/100, 3)) * (1 - linkDensity(n))
		if !paragraphs[n.Data] {
			points *= float64(len(text)) / 300
			scores[n] += points
		}
		share := 1.0
		for p, up := n.Parent, 0; p != nil && up < 3; p, up = p.Parent, up+1 {
			scores[p] += points * share
			if scores[p] > most {
				top, most = p, scores[p]
			}
			share /= 2
		}
		return true
	})
	return top
}

// ownText is the length of the text that stands in n outside any block of it.
func ownText(n *html.Node) int {
	size := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			size += len(strings.TrimSpace(c.Data))
		}
	}
	return size
}

var paragraphs = map[string]bool{"p": true, "pre": true, "td": true, "blockquote": true}

// linkDensity is the share of an element's text that stands in links.
func linkDensity(n *html.Node) float64 {
	all := len(textOf(n))
	if all == 0 {
		return 0
	}
	linked := 0
	walk(n, func(c *html.Node) bool {
		if c.Type == html.ElementNode && c.Data == "a" {
			linked += len(textOf(c))
			return false
		}
		return true
	})
	return float64(linked) / float64(all)
}

// textOf is the text of an element with its white space made single.
func textOf(n *html.Node) string {
	var b strings.Builder
	walk(n, func(c *html.Node) bool {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && (c.Data == "br" || blockTags[c.Data]):
			b.WriteByte(' ')
		}
		return true
	})
	return strings.Join(strings.Fields(b.String()), " ")
}
