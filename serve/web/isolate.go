package web

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// helpers are the only ways in which templates print values. The first group
// isolates (experience §8.2), or keeps isolates; words are those of a report in a block of their
// own, plain those of the program itself, which are in the language of the
// page; attr, url and asset are for attributes.
func helpers(files *static) template.FuncMap {
	return template.FuncMap{
		"name": name, "named": named, "num": num, "ranged": ranged, "date": ranged, "id": publicID, "caption": caption,
		"words": visible,
		"plain": func(s string) string { return visible(s) },
		"attr":  func(v any) string { return visible(fmt.Sprint(v)) },
		"url":   address,
		"safe":  func(h template.HTML) template.HTML { return h },
		"asset": files.url,
	}
}

// address lets through what leads to a page of this server or to the web; an
// address of any other scheme, as a report may carry, becomes nothing.
func address(s string) template.URL {
	for _, start := range []string{"/", "#", "?", "http://", "https://"} {
		if strings.HasPrefix(s, start) && !strings.HasPrefix(s, "//") {
			return template.URL(s)
		}
	}
	return ""
}

// isolate wraps escaped text in an isolate of its own. dir is auto for names
// and ltr for what must keep its order: numbers, ranges, dates, ids.
func isolate(s, dir, lang, class string) template.HTML {
	var b strings.Builder
	b.WriteString("<bdi")
	for _, attribute := range [][2]string{{"dir", dir}, {"lang", lang}, {"class", class}} {
		if attribute[1] != "" {
			b.WriteString(" " + attribute[0] + `="` + template.HTMLEscapeString(attribute[1]) + `"`)
		}
	}
	b.WriteString(">" + template.HTMLEscapeString(visible(s)) + "</bdi>")
	return template.HTML(b.String())
}

// name isolates a name, a title or words of a report.
func name(s string) template.HTML { return isolate(s, "auto", "", "") }

// named is name in a language.
func named(s, lang string) template.HTML { return isolate(s, "auto", lang, "") }

// ranged isolates a range, a date, a time, or a figure in words.
func ranged(s string) template.HTML { return isolate(s, "ltr", "", "") }

// num isolates a number.
func num(n int) template.HTML { return isolate(wording.Thousands(n), "ltr", "", "") }

// publicID isolates an id.
func publicID(p dateline.PublicID) template.HTML { return isolate(string(p), "ltr", "", "id") }

// marks turns the isolates that pictures write into those of a page.
var marks = strings.NewReplacer("\u2068", "<bdi>", "\u2069", "</bdi>")

// caption is what a picture says of itself: words of the program, in which names
// and numbers are isolated already.
func caption(s string) template.HTML {
	return template.HTML(marks.Replace(template.HTMLEscapeString(s)))
}

// visible makes control characters and direction overrides of untrusted text
// visible, as ⟦U+202E⟧ (ETH-13); line ends and tabs stay.
func visible(s string) string {
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if hidden(r) {
			b.WriteString("⟦U+" + strings.ToUpper(leftPad(strconv.FormatInt(int64(r), 16))) + "⟧")
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func leftPad(hex string) string {
	if len(hex) < 4 {
		return strings.Repeat("0", 4-len(hex)) + hex
	}
	return hex
}

func hidden(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}
