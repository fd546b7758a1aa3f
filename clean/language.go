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
	info := whatlanggo.Detect(text[:min(len(text), 4096)])
	if len(text) < 80 || !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}
