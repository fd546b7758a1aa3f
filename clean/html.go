package clean

import (
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
	whole := paragraphText(root)
	prune(root, whole)
	p.blocks = blocksOf(article(root))
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
func prune(n *html.Node, whole int) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode, c.Type == html.ElementNode && junkTags[c.Data]:
			n.RemoveChild(c)
		case c.Type == html.ElementNode && c.Data != "body" && c.Data != "html" && isJunk(c) && paragraphText(c)*3 <= whole:
			n.RemoveChild(c)
		default:
			prune(c, whole)
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

// article finds the element that holds the article.
func article(root *html.Node) *html.Node {
	whole := paragraphText(root)
	for _, rule := range bodies {
		if n := best(root, rule); n != nil && paragraphText(n)*10 >= whole*4 && len(textOf(n)) >= 200 {
			return n
		}
	}
	return densest(root)
}

// best is the element with the most paragraph text that a rule fits.
func best(root *html.Node, rule attrRule) *html.Node {
	var found *html.Node
	most := -1
	walk(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || n.Data == "body" || n.Data == "html" || !rule.fits(n) {
			return true
		}
		if size := paragraphText(n); size > most {
			found, most = n, size
		}
		return false
	})
	return found
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
		if n.Type != html.ElementNode || !paragraphs[n.Data] || n.Parent == nil {
			return true
		}
		text := textOf(n)
		if len(text) < 25 {
			return true
		}
		points := (1 + float64(strings.Count(text, ",")) + min(float64(len(text))/100, 3)) * (1 - linkDensity(n))
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
