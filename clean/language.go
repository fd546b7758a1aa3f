package clean

import (
	"strings"

	"github.com/abadojack/whatlanggo"
)

// language is the tag that was given, else a guess from the words where there
// are enough of them to be sure, else nothing.
func language(given, text string) string {
	if tag, _, _ := strings.Cut(strings.TrimSpace(given), ","); tag != "" && len(tag) <= 12 {
		return strings.ReplaceAll(tag, "_", "-")
	}
	if plainEnglish(text) {
		return "en"
	}
	info := whatlanggo.Detect(text[:min(len(text), 4096)])
	if len(text) < 80 || !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}

// plainEnglish recognises a text of some length in which every tenth word is
// one of the commonest that English alone has. It spares most reports the
// comparison with all languages.
func plainEnglish(text string) bool {
	if len(text) < 800 {
		return false
	}
	words, english := 0, 0
	for word := range strings.FieldsSeq(text[:min(len(text), 4096)]) {
		words++
		if onlyEnglish[word] {
			english++
		}
	}
	return words >= 100 && english*10 >= words
}

var onlyEnglish = map[string]bool{"the": true, "The": true, "of": true, "and": true, "was": true, "were": true, "that": true, "with": true, "by": true, "from": true, "said": true}
