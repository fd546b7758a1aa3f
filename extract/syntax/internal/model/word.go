package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is one token as the models see it: hashes of its form and parts.
type Word struct {
	Form, Lower string

	lower, shape           uint32
	suf1, suf2, suf3, suf4 uint32
	pre1, pre2, pre3       uint32
	cluster, coarse        uint32
	tag                    int // index in Tagger.Classes
}

// Words fills dst, reusing its memory, with the words of the given forms.
func (c *Clusters) Words(dst []Word, forms []string) []Word {
	dst = dst[:0]
	for _, form := range forms {
		dst = append(dst, c.word(form))
	}
	return dst
}

func (c *Clusters) word(form string) Word {
	lower := Normal(form)
	w := Word{Form: form, Lower: lower, lower: hash(lower), shape: shape(form)}
	w.suf1, w.suf2, w.suf3, w.suf4 = suffix(lower, 1), suffix(lower, 2), suffix(lower, 3), suffix(lower, 4)
	w.pre1, w.pre2, w.pre3 = prefix(form, 1), prefix(lower, 2), prefix(lower, 3)
	group := c.of(w.lower)
	w.cluster, w.coarse = group&1023, group>>10
	return w
}

// Normal is the lower-case form with digits made equal and typographic
// apostrophes and quotes made plain: what features and clusters know a word by.
func Normal(form string) string {
	plain := true
	for i := 0; i < len(form); i++ {
		if b := form[i]; b < 'a' || b > 'z' {
			plain = false
			break
		}
	}
	if plain {
		return form
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return '0'
		case r == '’' || r == '‘' || r == '`':
			return '\''
		case r == '“' || r == '”' || r == '«' || r == '»':
			return '"'
		case r == '—':
			return '–'
		}
		return unicode.ToLower(r)
	}, form)
}

func suffix(s string, n int) uint32 {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return hash(s[at:])
}

func prefix(s string, n int) uint32 {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return hash(s[:at])
}

// shape maps letters to their kind and collapses runs: "McVeigh" gives XxXx,
// "AK-47" gives X-d.
func shape(form string) uint32 {
	h := uint32(2166136261)
	var last rune
	run := 0
	for _, r := range form {
		kind := kindOf(r)
		if kind == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = kind, 1
		}
		h = (h ^ uint32(kind)) * 16777619
	}
	return h
}

func kindOf(r rune) rune {
	switch {
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return 'd'
	}
	return r
}
