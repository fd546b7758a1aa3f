package clean

import (
	"strings"
	"unicode/utf8"

	"github.com/opendateline/dateline"
)

// Whole gives what a carrier handed over as one piece: text with the title that
// came beside it at its head. A report is known by the hash of these bytes, so
// that two rows of a feed that hold a site's standing text under two titles are
// two reports. Pages, and text that is not UTF-8, stay as they are.
func Whole(raw dateline.Raw) dateline.Raw {
	if raw.Title == "" || !utf8.Valid(raw.Bytes) {
		return raw
	}
	if text := string(raw.Bytes); !isHTML(raw.MediaType, text) {
		raw.Bytes = []byte(headed(raw.Title, text))
	}
	return raw
}

// headed puts the headline of a title that the carrier gave before a text that
// does not open with it, as a paragraph of its own: feeds deliver the title
// beside the text, and often nothing else of the report says what happened.
func headed(title, text string) string {
	h := headline(title)
	if h == "" || strings.TrimSpace(text) == "" || opensWith(text, h) {
		return text
	}
	return h + "\n\n" + text
}

// headline is the first part of a title between the bars and dashes that set an
// outlet's own words apart, "Two hurt in fire - Action News 5 - Memphis,
// Tennessee", if it has words enough to say something, else the longest.
func headline(title string) string {
	longest := ""
	for _, part := range strings.Split(titleBreaks.Replace(title), "\n") {
		part = strings.TrimSpace(part)
		if len(strings.Fields(part)) >= tellingWords {
			return part
		}
		if len(part) > len(longest) {
			longest = part
		}
	}
	return longest
}

// tellingWords are the fewest words of a headline that tells what happened.
const tellingWords = 4

var titleBreaks = strings.NewReplacer("|", "\n", " - ", "\n", " – ", "\n", " — ", "\n", " :: ", "\n", " » ", "\n", "\r", "\n")

// opensWith says whether the head of a text holds a headline, letter by letter,
// after a stamp or with the stamp as its first words.
func opensWith(text, headline string) bool {
	lines := cutLines(text[:min(len(text), 4096)])
	for _, l := range lines[:min(headLines, len(lines))] {
		for _, start := range []int{0, stampEnd(l.text)} {
			if _, ok := cutStart(l.text[start:], headline); ok {
				return true
			}
		}
	}
	return false
}
