package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// address says whether a chunk begins with a web or mail address.
func address(chunk string) bool {
	if len(chunk) < 5 {
		return false
	}
	head := strings.ToLower(chunk[:min(len(chunk), 12)])
	for _, p := range []string{"http://", "https://", "www.", "ftp://", "mailto:"} {
		if strings.HasPrefix(head, p) {
			return true
		}
	}
	at := strings.IndexByte(chunk, '@')
	return at > 0 && inWord(firstRune(chunk)) && strings.IndexByte(chunk[at:], '.') > 1
}

// addressLen is the length of the address without the punctuation behind it.
func addressLen(chunk string) int {
	n := strings.IndexAny(chunk, "<>\"“”")
	if n <= 0 {
		n = len(chunk)
	}
	for n > 1 {
		r, size := utf8.DecodeLastRuneInString(chunk[:n])
		if !strings.ContainsRune(".,;:!?)]}'’", r) {
			break
		}
		n -= size
	}
	return n
}

var (
	// wordPrefixes stay with the word behind their hyphen, as in the treebank.
	wordPrefixes = set("anti pro non post pre co ex mid re semi neo multi counter cross pan socio e sub inter intra ultra quasi mini trans un")
	// articles of Arabic names, joined to the name behind them.
	articles = set("al el ul ad as ash an ar at az adh bin ben abu ould")
	// linkers join the parts of names such as Lashkar-e-Taiba.
	linkers = set("e i ul al ud ur us el o de la y")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// prefixed says whether the part before a hyphen belongs to what follows it.
func prefixed(part string) bool {
	lower := strings.ToLower(part)
	return wordPrefixes[lower] || lower == "al" || lower == "el"
}

// keepWhole says whether a word with hyphens is one token: names with an
// Arabic article or a linker, designators (AK-47, ISIS-K), dates and numbers
// of three groups.
func keepWhole(word string) bool {
	parts := strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '‑' })
	if len(parts) < 2 {
		return true
	}
	first, last := parts[0], parts[len(parts)-1]
	switch {
	case len(parts) >= 3 && allDigits(strings.Join(parts, "")):
		return true
	case len(parts) == 3 && linkers[strings.ToLower(parts[1])] && unicode.IsUpper(firstRune(first)) && unicode.IsUpper(firstRune(last)):
		return true
	case len(parts) == 2 && articles[strings.ToLower(first)] && unicode.IsUpper(firstRune(last)):
		return true
	}
	return len(parts) == 2 && designator(first, last)
}

func allDigits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// designator recognises AK-47, Mi-8, M-16s, ISIS-K, FARC-EP: a short name with
// capital, then digits or one or two capitals.
func designator(first, last string) bool {
	if len(first) > 5 || !unicode.IsUpper(firstRune(first)) {
		return false
	}
	if unicode.IsDigit(firstRune(last)) && len(last) <= 4 {
		return true
	}
	return len(first) > 1 && len(last) <= 2 && first == strings.ToUpper(first) && last == strings.ToUpper(last) &&
		!smallWords[strings.ToLower(last)]
}

var smallWords = set("up in on of to by at or no so an as if is it off out")

var clitics = []string{"n't", "n’t", "'s", "’s", "'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d", "'m", "’m"}

// joined words that the treebank cuts, with the length of the first part.
var joined = map[string]int{"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}

// cliticAt is where the clitic at the end of a word begins, 0 if there is none.
func cliticAt(word string) int {
	lower := strings.ToLower(word)
	if len(lower) != len(word) {
		lower = word
	}
	if strings.IndexByte(lower, '\'') < 0 && !strings.Contains(lower, "’") {
		return joined[lower]
	}
	for _, c := range clitics {
		if strings.HasSuffix(lower, c) {
			return len(word) - len(c)
		}
	}
	return 0
}
