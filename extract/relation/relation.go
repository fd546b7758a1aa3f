// Package relation says what one actor does to another in a sentence, in the
// root codes of PLOVER: it agrees, consults, threatens, assaults.
//
// A linear model reads the words of the sentence: those between the two actors
// by themselves, those near the source, and those anywhere, each as written and
// by its beginning, so that "condemns" and "condemned" are alike.
package relation

import (
	_ "embed"
	"strings"
	"unicode"

	"github.com/opendateline/dateline/extract/logit"
)

//go:embed data/weights.tsv
var weights string

// Model is read-only and serves many goroutines.
type Model struct{ logit *logit.Model }

// English reads the model that is compiled into the program.
func English() (*Model, error) {
	m, err := logit.Read(strings.NewReader(weights))
	return &Model{m}, err
}

// With makes a model of other weights.
func With(m *logit.Model) *Model { return &Model{m} }

// Code is the likeliest root code and its probability. The actors are words of
// the text; "" or words that do not stand in it tell nothing.
func (m *Model) Code(text, source, target string) (code string, probability float64) {
	p := m.logit.Probabilities(Features(text, source, target))
	best := 0
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
	}
	return m.logit.Labels()[best], p[best]
}

// near is how many words after the source stand near it.
const near = 4

// Features describe what a sentence says between two actors.
func Features(text, source, target string) []string {
	seen, out := map[string]bool{}, []string{"bias"}
	add := func(f string) {
		if !seen[f] {
			seen[f] = true
			out = append(out, f)
		}
	}
	each := func(where, part string) {
		list := words(part)
		for i, w := range list {
			add(where + w)
			add(where + stem(w) + "-")
			if i > 0 {
				add(where + stem(list[i-1]) + " " + stem(w))
			}
		}
	}
	each("", text)
	middle, forward := between(text, source, target)
	each("between ", middle)
	if after := words(middle); forward {
		each("after ", strings.Join(after[:min(near, len(after))], " "))
	} else if middle != "" {
		add("target first")
	}
	return out
}

// between is what stands between the actors, and whether the source comes
// first; without one of them it is "".
func between(text, source, target string) (middle string, forward bool) {
	s, t := strings.Index(text, source), strings.Index(text, target)
	switch {
	case source == "" || target == "" || s < 0 || t < 0:
		return "", false
	case s+len(source) <= t:
		return text[s+len(source) : t], true
	case t+len(target) <= s:
		return text[t+len(target) : s], false
	}
	return "", false
}

func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
}

// stem is the beginning of a word, the same for most of its forms.
func stem(word string) string {
	runes := []rune(word)
	return string(runes[:min(5, len(runes))])
}
