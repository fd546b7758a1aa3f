package link

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline"
)

// Text is a report as a whole, as linking looks at it: which telling words,
// names, ages and house numbers stand in it, and when it appeared. Read makes it.
type Text struct {
	published dateline.Day // "" if not known to the day
	outlet    string       // "" if not known
	words     []term       // in order of hash; weights are those of a vector of length 1
	names     []term       // two capitalised words in a row, in order of hash
	ages      []string     // in order
	numbers   []string     // in order
	streets   []string     // in order
	hours     []int        // times of the clock, in minutes, in order
	called    []string     // words that hardly any report uses, written with a capital inside a sentence, in order
}

// term is a word or name of a text. rarity is its weight in terms.tsv, weight its part
// in the text.
type term struct {
	hash           uint64
	word           string
	rarity, weight float64
}

// everyday is the weight up to which a word tells nothing of what a report is about.
const everyday = 2

// Read looks through title and text, without boilerplate.
func Read(r *dateline.Report) *Text {
	s := scanned(r)
	t := &Text{published: r.Published.Day(), outlet: r.OutletKey(), words: terms(s.words), names: terms(s.names), ages: sortedKeys(s.ages), numbers: sortedKeys(s.numbers),
		streets: sortedKeys(s.streets), hours: sortedKeys(s.hours), called: sortedKeys(s.called)}
	norm := 0.0
	for _, w := range t.words {
		norm += w.weight * w.weight
	}
	for i := range t.words {
		t.words[i].weight /= math.Sqrt(norm)
	}
	return t
}

// Count gives how often each word, and each pair of capitalised words, stands in
// a report, in lower case.
func Count(r *dateline.Report) (words, names map[string]int) {
	s := scanned(r)
	return s.words, s.names
}

func scanned(r *dateline.Report) *scanner {
	s := &scanner{words: map[string]int{}, names: map[string]int{}, ages: map[string]bool{}, numbers: map[string]bool{}, streets: map[string]bool{}, hours: map[int]bool{}, called: map[string]bool{}}
	s.scan(r.Title)
	for start, end := range r.Readable() {
		s.scan(r.Text[start:end])
	}
	return s
}

// terms weighs counted words and names; common ones, and names of which a part
// is common ("The Harbour"), are left out.
func terms(counts map[string]int) []term {
	out := make([]term, 0, len(counts))
	for w, n := range counts {
		first, second, name := strings.Cut(w, " ")
		if name && (termWeight(first) <= everyday || termWeight(second) <= everyday) {
			continue
		}
		if x := termWeight(w); x > everyday {
			out = append(out, term{hashOf(w), w, x, x * (1 + math.Log(float64(n)))})
		}
	}
	slices.SortFunc(out, func(a, b term) int { return cmp.Or(cmp.Compare(a.hash, b.hash), strings.Compare(a.word, b.word)) })
	return out
}

func hashOf(word string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(word))
	return h.Sum64()
}

// sortedKeys are the members of a set in order.
func sortedKeys[K cmp.Ordered](set map[K]bool) []K {
	out := make([]K, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// scanner counts what stands in a text.
type scanner struct {
	words, names  map[string]int
	ages, numbers map[string]bool
	streets       map[string]bool
	hours         map[int]bool
	called        map[string]bool
}

// token is a word as written and what stands between it and the one before.
type token struct {
	form, lower, gap string
}

// lastWords is how many words in a row are looked at together.
const lastWords = 5

func (s *scanner) scan(text string) {
	last := make([]token, 0, lastWords)
	for at := 0; at < len(text); {
		start := wordStart(text, at)
		end := wordEnd(text, start)
		if start == end {
			return
		}
		t := token{form: text[start:end], gap: text[at:start]}
		t.lower = strings.ToLower(t.form)
		if len(t.form) > 1 {
			s.words[t.lower]++
		}
		if len(last) == lastWords {
			copy(last, last[1:])
			last = last[:lastWords-1]
		}
		last = append(last, t)
		if len(last) > 1 {
			s.pair(last[len(last)-2], t)
		}
		s.street(last)
		s.hour(last)
		at = end
	}
}

// pair reads what two words in a row say together.
func (s *scanner) pair(a, b token) {
	if capital(b.form) && b.gap == " " && termWeight(b.lower) >= ownWords {
		s.called[b.lower] = true
	}
	switch {
	case capital(a.form) && capital(b.form) && b.gap == " ":
		s.names[a.lower+" "+b.lower]++
	case isAge(a.form) && strings.HasPrefix(b.lower, "year"):
		s.ages[a.form] = true
	case isAge(b.form) && capital(a.form) && b.gap == ", ":
		s.ages[b.form] = true
	case isNumber(a.form) && (b.lower == "block" || capital(b.form) && b.gap == " "):
		s.numbers[a.form] = true
	}
}

func wordStart(text string, at int) int {
	for i, r := range text[at:] {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return at + i
		}
	}
	return len(text)
}

func wordEnd(text string, at int) int {
	for i, r := range text[at:] {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			return at + i
		}
	}
	return len(text)
}

// capital says whether a word is written like a name: a capital, then others.
func capital(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) || size == len(word) {
		return false
	}
	second, _ := utf8.DecodeRuneInString(word[size:])
	return unicode.IsLower(second)
}

func isAge(word string) bool {
	return len(word) > 0 && len(word) <= 2 && digits(word)
}

// isNumber says whether a number may be that of a house or block, and is no year.
func isNumber(word string) bool {
	return len(word) >= 3 && len(word) <= 5 && digits(word) && !(len(word) == 4 && (word[:2] == "19" || word[:2] == "20"))
}

func digits(word string) bool {
	for i := range len(word) {
		if word[i] < '0' || word[i] > '9' {
			return false
		}
	}
	return word != ""
}

// strongest are up to n terms, those with the most weight first.
func strongest(terms []term, n int) []term {
	out := slices.Clone(terms)
	slices.SortFunc(out, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(a.word, b.word)) })
	return out[:min(n, len(out))]
}

// shared calls f for every term that two texts have.
func shared(a, b []term, f func(x, y *term)) {
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch x, y := &a[i], &b[k]; {
		case x.hash < y.hash:
			i++
		case x.hash > y.hash:
			k++
		default:
			f(x, y)
			i, k = i+1, k+1
		}
	}
}
