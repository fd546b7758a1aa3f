package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// split cuts the tokens of one paragraph into sentences and gives the number
// of tokens of each. upper says that the text is all capitals, so that a
// capital tells nothing.
func split(text string, tokens []piece, upper bool) []int {
	var sizes []int
	begin := 0
	for i := 0; i < len(tokens); i++ {
		if !endsAt(text, tokens, i, upper) {
			continue
		}
		last := i
		for last+1 < len(tokens) && closes(text, tokens, last+1) {
			last++
		}
		if last+1 < len(tokens) && !begins(text, tokens, i, last+1, upper) {
			continue
		}
		sizes = append(sizes, last+1-begin)
		begin, i = last+1, last
	}
	if begin < len(tokens) {
		sizes = append(sizes, len(tokens)-begin)
	}
	return sizes
}

// endsAt says whether token i may end a sentence.
func endsAt(text string, tokens []piece, i int, upper bool) bool {
	t := tokens[i].of(text)
	switch {
	case t == "." && i > 0 && i+1 < len(tokens):
		return !titleBefore(tokens[i-1].of(text), tokens[i+1].of(text))
	case strings.Trim(t, ".!?…") == "":
		return true
	case strings.HasSuffix(t, ".") && len(t) > 1:
		return abbreviationOf(t[:len(t)-1]) == maybeLast
	}
	return false
}

func (p piece) of(text string) string { return text[p.start:p.end] }

// titleBefore recognises a title whose period stands apart: "Lt . Gen .".
func titleBefore(word, next string) bool {
	switch abbreviationOf(word) {
	case beforeName:
		return utf8.RuneCountInString(word) > 1 && unicode.IsUpper(firstRune(next)) && unicode.IsUpper(firstRune(word))
	case beforeNumber:
		return unicode.IsDigit(firstRune(next))
	}
	return false
}

// closes says whether token i is a closing quote or bracket of the sentence
// before it.
func closes(text string, tokens []piece, i int) bool {
	t := tokens[i].of(text)
	switch t {
	case "”", "’", "»", ")", "]", "''", ".", "!", "?":
		return true
	case "\"", "'":
		// It closes if it hangs on what stands before, or nothing follows it closely.
		touches := tokens[i-1].end == tokens[i].start
		free := i+1 == len(tokens) || tokens[i+1].start > tokens[i].end
		return touches || free && i+1 < len(tokens)
	}
	return false
}

// begins says whether a sentence may begin at token next, when token end was
// its end mark.
func begins(text string, tokens []piece, end, next int, upper bool) bool {
	mark := tokens[end].of(text)
	k := next
	for k < len(tokens)-1 && opens(tokens[k].of(text)) {
		k++
	}
	word := tokens[k].of(text)
	r := firstRune(word)
	switch {
	case len(mark) > 1 && strings.HasSuffix(mark, ".") && strings.Trim(mark, ".") != "":
		return starter(word, upper) || !upper && unicode.IsUpper(r) && clockMarks[mark] && !ofClock[strings.TrimSuffix(strings.ToLower(word), ".")]
	case mark == "…" || strings.HasPrefix(mark, ".."):
		return unicode.IsUpper(r) && !upper
	case unicode.IsLower(r):
		return false
	case tokens[end].end == tokens[next].start && end+1 == next:
		return unicode.IsUpper(r)
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || k > next || strings.ContainsRune("#@$£€-–—*•", r)
}

func opens(t string) bool {
	return len(t) <= 3 && strings.ContainsAny(t, "“‘«([\"'`")
}

// starters are words that begin a sentence far more often than they follow an
// abbreviation inside one.
var starters = set("the a an this that these those he she it they we i you his her its their our in on at by for from with after before since when while as if but and or " +
	"there here no not all some many most two three meanwhile however according also another both one what who why how last earlier later police officials")

// clockMarks end a time of day, and ofClock are the words that go on with it: what
// else begins with a capital behind one begins a sentence.
var (
	clockMarks = set("a.m. p.m.")
	ofClock    = set("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august september october november december " +
		"jan feb mar apr jun jul aug sep sept oct nov dec christmas thanksgiving easter eastern central mountain pacific greenwich moscow local est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst ist")
)

func starter(word string, upper bool) bool {
	return (upper || unicode.IsUpper(firstRune(word))) && starters[strings.ToLower(word)]
}
