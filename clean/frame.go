package clean

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

//go:embed data/common.txt
var commonWords string

var common = readCommon(commonWords)

func readCommon(text string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			set[w] = true
		}
	}
	return set
}

// A headline of so many telling words is repeated in part by the text under it.
const tiedWords, stem = 3, 4

// markFrame marks all that stands under the headline a carrier gave if it is the
// frame of a page and not the report: a plea to log in, a list of films, the
// weather. The headline tells of violence, and none of its words comes back.
func (rd *reader) markFrame() {
	if rd.title != 0 || rd.r.Title == "" || !violence.MatchString(rd.lines[0].text) {
		return
	}
	head := stems(rd.lines[0].text)
	if len(head) < tiedWords {
		return
	}
	for _, l := range rd.lines[1:] {
		for w := range stems(l.text) {
			if head[w] {
				return
			}
		}
	}
	for i := range rd.lines[1:] {
		rd.lines[i+1].kind = "frame"
	}
}

// stems are the first letters of the telling words of a text.
func stems(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range lowerWords(text) {
		if utf8.RuneCountInString(w) >= stem && !common[w] {
			out[string([]rune(w)[:stem])] = true
		}
	}
	return out
}

// film is a line of a list of films: how long one runs, and its title.
var film = regexp.MustCompile(`^\d{1,2}:\d{2}\s+\S`)

// markFilms marks the films that a page offers beside its report. A list of them
// has a line with the word of its button; a live blog, whose lines begin with the
// time of day, has none.
func (rd *reader) markFilms() {
	button := func(l line) bool { return film.MatchString(l.text) && strings.HasSuffix(l.text, " Pause") }
	if !slices.ContainsFunc(rd.lines, button) {
		return
	}
	for i := range rd.lines {
		if l := &rd.lines[i]; i != rd.title && film.MatchString(l.text) {
			l.kind = "navigation"
		}
	}
}
