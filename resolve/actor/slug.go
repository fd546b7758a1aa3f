package actor

import (
	"strings"
	"unicode"

	dateline "github.com/opendateline/dateline"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// fold lowers s and strips its diacritics. Apostrophes and the signs for ʿayn
// and hamza vanish, so that "Jama'at" and "Jamaat" are one word.
func fold(s string) string {
	if ascii(s) {
		return strings.ReplaceAll(strings.ToLower(s), "'", "")
	}
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(t, s)
	if err != nil {
		out = s
	}
	return strings.ToLower(quoteMarks.Replace(out))
}

var quoteMarks = strings.NewReplacer("'", "", "’", "", "‘", "", "ʿ", "", "ʾ", "", "ʼ", "", "`", "", "´", "", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "ı", "i")

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// slug is the canonical key of a name: its folded words joined by hyphens.
func slug(name string) string {
	words := splitWords(name)
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.fold
	}
	return strings.Join(parts, "-")
}

func actorID(name string) dateline.ID { return dateline.NewID(dateline.PrefixActor, slug(name)) }

func sourceID(name string) dateline.ID { return dateline.NewID(dateline.PrefixSource, slug(name)) }
