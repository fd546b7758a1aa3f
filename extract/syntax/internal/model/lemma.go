package model

import (
	"strconv"
	"strings"

	dateline "github.com/opendateline/dateline"
)

// Lemmatiser maps a form and its Penn tag to the lemma by the rule of the
// longest ending that is known; a whole word counts as its longest ending.
//
// A rule file has lines "tag ending cut add", separated by tabs: under this
// tag, from a form with this ending take cut bytes and add add. An ending that
// begins with ^ is a whole word.
type Lemmatiser struct{ rules map[string]lemmaRule }

type lemmaRule struct {
	cut int
	add string
}

// LongestEnding is the greatest length in bytes of an ending that is not a
// whole word.
const LongestEnding = 5

// ReadLemmatiser reads a rule file.
func ReadLemmatiser(lines string) (*Lemmatiser, error) {
	l := &Lemmatiser{rules: make(map[string]lemmaRule, strings.Count(lines, "\n"))}
	for line := range strings.Lines(lines) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 4 {
			return nil, dateline.Errorf(dateline.Damaged, "lemma rule %q has %d fields, not 4", line, len(f))
		}
		cut, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, dateline.Errorf(dateline.Damaged, "lemma rule %q: %w", line, err)
		}
		l.rules[f[0]+" "+f[1]] = lemmaRule{cut, f[3]}
	}
	return l, nil
}

// Lemma is the lemma of a form, in lower case.
func (l *Lemmatiser) Lemma(form, penn string) string {
	lower := strings.ReplaceAll(strings.ToLower(form), "’", "'")
	if !inflected[penn] {
		return lower
	}
	var room [64]byte
	if rule, ok := l.rule(room[:0], penn, "^", lower); ok {
		return rule.of(lower)
	}
	for n := min(LongestEnding, len(lower)); n >= 0; n-- {
		if rule, ok := l.rule(room[:0], penn, "", lower[len(lower)-n:]); ok && rule.cut < len(lower)+len(rule.add) {
			return rule.of(lower)
		}
	}
	return lower
}

func (l *Lemmatiser) rule(room []byte, penn, mark, ending string) (lemmaRule, bool) {
	room = append(append(append(append(room, penn...), ' '), mark...), ending...)
	rule, ok := l.rules[string(room)]
	return rule, ok
}

func (r lemmaRule) of(lower string) string {
	if r.cut > len(lower) {
		return lower
	}
	if r.cut == 0 && r.add == "" {
		return lower
	}
	return lower[:len(lower)-r.cut] + r.add
}

// inflected tags have rules; forms with other tags are their own lemma.
var inflected = map[string]bool{
	"NNS": true, "NNPS": true, "VB": true, "VBD": true, "VBG": true, "VBN": true, "VBP": true, "VBZ": true,
	"JJR": true, "JJS": true, "RBR": true, "RBS": true, "MD": true, "RB": true, "DT": true, "PRP": true, "PRP$": true, "WP": true,
}

// Inflected says whether a Penn tag has lemma rules.
func Inflected(penn string) bool { return inflected[penn] }
