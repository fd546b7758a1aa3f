package clean

import (
	"encoding/json"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// meta is what a page says about itself.
type meta struct {
	headings []string // every h1, in order

	title, window, published, outlet, author, language, canonical string
}

// metaNames says which field a name or property of a meta tag fills; earlier
// pages of a name do not overwrite later ones, the first found stays.
var metaNames = map[string]func(*meta) *string{
	"og:title": func(m *meta) *string { return &m.title }, "twitter:title": func(m *meta) *string { return &m.title },
	"article:published_time": func(m *meta) *string { return &m.published }, "datepublished": func(m *meta) *string { return &m.published },
	"date": func(m *meta) *string { return &m.published }, "dc.date": func(m *meta) *string { return &m.published },
	"dc.date.issued": func(m *meta) *string { return &m.published }, "dcterms.date": func(m *meta) *string { return &m.published },
	"pubdate": func(m *meta) *string { return &m.published }, "publish-date": func(m *meta) *string { return &m.published },
	"parsely-pub-date": func(m *meta) *string { return &m.published }, "sailthru.date": func(m *meta) *string { return &m.published },
	"og:site_name": func(m *meta) *string { return &m.outlet }, "author": func(m *meta) *string { return &m.author },
	"article:author": func(m *meta) *string { return &m.author }, "parsely-author": func(m *meta) *string { return &m.author },
}

func readMeta(root *html.Node) meta {
	var m meta
	walk(root, func(n *html.Node) bool {
		if n.Type == html.ElementNode {
			m.element(n)
		}
		return true
	})
	m.title = m.headline()
	if strings.HasPrefix(m.author, "http") {
		m.author = ""
	}
	return m
}

// headline is the title of the article: the first heading that says what the page
// declares itself to be, for sites set their name or a section as headings too;
// else the title that is declared for sharing; else the longest of the window's,
// without the outlet's own words, and the headings.
func (m *meta) headline() string {
	declared := firstOf(m.title, m.window)
	for _, h := range m.headings {
		if h != "" && mostlyIn(h, declared) {
			return h
		}
	}
	longest := headline(m.window)
	for _, h := range m.headings {
		if len(h) > len(longest) {
			longest = h
		}
	}
	return firstOf(m.title, longest)
}

// mostlyIn says whether half of the words of a heading, or more, stand in a title;
// one of few words, which may be the outlet's name, must open it.
func mostlyIn(heading, title string) bool {
	words, found := lowerWords(heading), 0
	if len(words) < tellingWords {
		_, opens := cutStart(title, heading)
		return opens && len(words) > 0
	}
	has := map[string]bool{}
	for _, w := range lowerWords(title) {
		has[w] = true
	}
	for _, w := range words {
		if has[w] {
			found++
		}
	}
	return 2*found >= len(words)
}

// lowerWords are the runs of letters and digits of a text, in small letters.
func lowerWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func (m *meta) element(n *html.Node) {
	switch n.Data {
	case "html":
		m.language = attr(n, "lang")
	case "title":
		m.window = firstOf(m.window, textOf(n))
	case "h1":
		m.headings = append(m.headings, textOf(n))
	case "link":
		if attr(n, "rel") == "canonical" {
			m.canonical = attr(n, "href")
		}
	case "meta":
		name := strings.ToLower(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
		if field := metaNames[name]; field != nil {
			*field(m) = firstOf(*field(m), strings.TrimSpace(attr(n, "content")))
		}
	case "time":
		if attr(n, "itemprop") == "datePublished" || attr(n, "pubdate") != "" || strings.Contains(attr(n, "class"), "published") {
			m.published = firstOf(m.published, attr(n, "datetime"))
		}
	case "script":
		if attr(n, "type") == "application/ld+json" && n.FirstChild != nil {
			m.linked(n.FirstChild.Data)
		}
	}
}

// linkedData is the part of schema.org that articles carry.
type linkedData struct {
	Type      json.RawMessage `json:"@type"`
	Headline  string          `json:"headline"`
	Published string          `json:"datePublished"`
	Graph     []linkedData    `json:"@graph"`
}

// linked reads JSON-LD. Pages carry broken JSON; it is passed over, since the
// meta tags say the same.
func (m *meta) linked(text string) {
	var one linkedData
	var many []linkedData
	if json.Unmarshal([]byte(text), &one) == nil {
		many = append(one.Graph, one)
	} else if json.Unmarshal([]byte(text), &many) != nil {
		return
	}
	for _, d := range many {
		m.published = firstOf(m.published, d.Published)
		m.title = firstOf(m.title, d.Headline)
	}
}

func firstOf(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return strings.TrimSpace(v)
		}
	}
	return ""
}
