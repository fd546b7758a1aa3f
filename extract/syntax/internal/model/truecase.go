package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Truecaser restores the case of words in texts that are all capitals. It
// decides from the words alone, never from their case.
type Truecaser struct {
	scorer   Scorer
	clusters *Clusters
}

// CaseNames are the classes of the truecaser.
var CaseNames = []string{"lower", "title", "upper"}

const (
	lowerCase = iota
	titleCase
	upperCase
	cases
)

// NewTruecaser makes a truecaser of a scorer over CaseNames.
func NewTruecaser(s Scorer, c *Clusters) *Truecaser { return &Truecaser{s, c} }

// Run replaces the forms of one sentence by their restored forms.
func (t *Truecaser) Run(b *Buffer, words []Word, forms []string) []Word {
	for i := range forms {
		forms[i] = strings.ToLower(forms[i])
	}
	words = t.clusters.Words(words, forms)
	scores := b.of(cases)
	for i := range words {
		b.features = caseFeatures(b.features[:0], words, i)
		t.scorer.Score(b.features, scores)
		class := best(scores)
		if i == 0 && class == lowerCase {
			class = titleCase
		}
		words[i].tag = class
		forms[i] = restore(forms[i], class)
	}
	return words
}

func restore(lower string, class int) string {
	switch class {
	case titleCase:
		return titled(lower)
	case upperCase:
		return strings.ToUpper(lower)
	}
	return lower
}

// titled gives each part of a hyphenated word a capital, but no article or
// linker before or between parts: "al-Zawahiri", "Lashkar-e-Taiba".
func titled(lower string) string {
	parts := strings.Split(lower, "-")
	for i, part := range parts {
		if len(parts) == 1 || len(part) > 2 {
			r, size := utf8.DecodeRuneInString(part)
			if r != utf8.RuneError {
				parts[i] = string(unicode.ToUpper(r)) + part[size:]
			}
		}
	}
	return strings.Join(parts, "-")
}

// Learn visits one sentence written in mixed case. Its first word, whose
// capital tells nothing, and marks and numbers are passed over. It returns the
// number of words looked at and of right guesses.
func (t *Truecaser) Learn(l *Learner, b *Buffer, words []Word, forms []string, update bool) (seen, right int) {
	lowers := make([]string, len(forms))
	for i := range forms {
		lowers[i] = strings.ToLower(forms[i])
	}
	words = t.clusters.Words(words, lowers)
	scores := b.of(cases)
	for i := range words {
		gold, ok := caseOf(forms[i])
		if words[i].tag = gold; i == 0 || !ok {
			continue
		}
		b.features = caseFeatures(b.features[:0], words, i)
		t.scorer.Score(b.features, scores)
		guess := best(scores)
		if update {
			l.Update(b.features, gold, guess)
		}
		words[i].tag = guess
		seen++
		if guess == gold {
			right++
		}
	}
	return seen, right
}

// caseOf is the class of a form; a form without letters has none.
func caseOf(form string) (int, bool) {
	upper, lower := 0, 0
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	switch {
	case upper == 0:
		return lowerCase, lower > 0
	case lower == 0 && (upper > 1 || strings.Contains(form, ".")):
		return upperCase, true
	}
	return titleCase, true
}

func caseFeatures(f []key, words []Word, i int) []key {
	w, l, ll, r, rr := at(words, i), at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	last := uint32(l.tag)
	if i == 0 {
		last = cases
	}
	return append(f, one(300, w.lower), one(301, w.suf3), one(302, w.suf4), one(303, w.pre3), two(304, w.lower, l.lower),
		two(305, w.lower, r.lower), two(306, w.lower, last), two(307, w.cluster, last), two(308, l.cluster, last),
		two(309, l.lower, last), one(310, r.lower), two(311, l.cluster, w.cluster), two(312, w.cluster, r.cluster),
		three(313, l.lower, last, r.cluster), two(314, l.cluster, r.cluster), two(315, w.suf2, last), one(316, w.cluster),
		three(317, ll.lower, l.lower, last), two(318, r.cluster, last), two(319, r.lower, rr.lower), one(320, w.shape))
}
