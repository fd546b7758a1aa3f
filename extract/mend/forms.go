package mend

import (
	"strings"

	"github.com/opendateline/dateline/extract/lexicon"
)

// forms knows the inflected forms of the words of violence, so that a form that
// the tagger took for something else ("died" for an adjective, "bombings" for a
// singular) is still read as its word.
type forms map[string]form

type form struct {
	lemma, pos, tag string
	same            bool // only where the tagger saw the part of speech: "bombs" may be a verb
}

// irregular pasts of trigger verbs that are no form of another word.
var irregular = map[string]string{"struck": "strike", "blew": "blow", "slew": "slay", "slain": "slay", "burnt": "burn", "shot": "", "beaten": "beat", "fought": "fight",
	"mown": "mow", "hung": "hang", "overran": "overrun"}

func newForms(l *lexicon.Lexicon) forms {
	f := forms{}
	for verb := range l.HarmVerb {
		f.verb(verb)
	}
	l.EachTrigger(func(t lexicon.Trigger) {
		switch word := t.Words[len(t.Words)-1]; t.POS {
		case "V":
			f.verb(t.Words[0])
		case "N":
			nominal := strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ion") || strings.HasSuffix(word, "er")
			if nominal || t.Role == lexicon.Device {
				f[word+"s"] = form{word, "NOUN", "NNS", !nominal}
			}
		}
	})
	for past, verb := range irregular {
		if verb == "" {
			delete(f, past)
			continue
		}
		f[past] = form{verb, "VERB", "VBD", false}
	}
	return f
}

// verb files the regular past of a verb.
func (f forms) verb(v string) {
	past := v + "ed"
	switch n := len(v); {
	case strings.HasSuffix(v, "e"):
		past = v + "d"
	case n > 2 && v[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(v[n-2])):
		past = v[:n-1] + "ied"
	}
	f[past] = form{v, "VERB", "VBD", false}
	if _, known := f[v]; !known {
		f[v] = form{v, "VERB", "", false}
	}
	if doubles(v) {
		f[v+v[len(v)-1:]+"ed"] = form{v, "VERB", "VBD", false} // "stabbed"
	}
}

// doubles: a short verb that ends in a consonant behind one vowel.
func doubles(v string) bool {
	vowel := func(i int) bool { return strings.ContainsRune("aeiou", rune(v[i])) }
	n := len(v)
	return n > 2 && n < 6 && !vowel(n-1) && vowel(n-2) && !vowel(n-3) && !strings.ContainsRune("wxy", rune(v[n-1]))
}

// mend gives a token the word that its form is of. An adjective or participle
// before its noun stays one: "the wounded men".
func (f forms) mend(s Sentence, i int) {
	tok := &s[i]
	word := lower(tok.Text)
	if base := lexicon.Participle(word); base != "" && tok.POS == "VERB" && (tok.Tag == "VBD" || tok.Tag == "VBN" && (s.has(i, "aux") || s.has(i, "aux:pass") || i+1 < len(s) && (s[i+1].Lemma == "to" || s[i+1].Lemma == "by"))) {
		tok.Lemma = base
		return
	}
	x, ok := f[word]
	if !ok || tok.Lemma == x.lemma && tok.POS == x.pos || x.same && tok.POS != x.pos {
		return
	}
	if x.pos == "VERB" && tok.POS != "VERB" && (x.tag == "" || tok.Rel == "amod" || tok.Rel == "compound" || tok.POS == "NOUN" || tok.POS == "PROPN") {
		return
	}
	if x.pos == "VERB" && tok.POS == "VERB" && (x.tag == "" || tok.Tag == "VBD" || tok.Tag == "VBN") {
		tok.Lemma = x.lemma
		return
	}
	tok.Lemma, tok.POS, tok.Tag = x.lemma, x.pos, x.tag
	if tok.Rel == "conj" && tok.Head >= 0 && s[tok.Head].Tag == "VBN" {
		tok.Tag = "VBN"
	}
}
