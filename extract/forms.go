package extract

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// forms knows the inflected forms of the words of violence, so that a form that
// the tagger took for something else ("died" for an adjective, "bombings" for a
// singular) is still read as its word.
type forms map[string]form

type form struct {
	lemma, pos, tag string
}

// irregular pasts of trigger verbs that are no form of another word.
var irregular = map[string]string{"struck": "strike", "blew": "blow", "slew": "slay", "slain": "slay", "burnt": "burn", "shot": ""}

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
			if strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ion") || strings.HasSuffix(word, "er") {
				f[word+"s"] = form{word, "NOUN", "NNS"}
			}
		}
	})
	for past, verb := range irregular {
		if verb == "" {
			delete(f, past)
			continue
		}
		f[past] = form{verb, "VERB", "VBD"}
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
	f[past] = form{v, "VERB", "VBD"}
	if _, known := f[v]; !known {
		f[v] = form{v, "VERB", ""}
	}
}

// mend gives a token the word that its form is of. An adjective or participle
// before its noun stays one: "the wounded men".
func (f forms) mend(tokens []dateline.Token, i int) {
	tok := &tokens[i]
	if base := participles[lower(tok.Text)]; base != "" && tok.POS == "VERB" && (tok.Tag == "VBD" || tok.Tag == "VBN" && (has(tokens, i, "aux") || has(tokens, i, "aux:pass") || i+1 < len(tokens) && (tokens[i+1].Lemma == "to" || tokens[i+1].Lemma == "by"))) {
		tok.Lemma = base
		return
	}
	x, ok := f[strings.ToLower(tok.Text)]
	if !ok || tok.Lemma == x.lemma && tok.POS == x.pos {
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
	if tok.Rel == "conj" && tok.Head >= 0 && tokens[tok.Head].Tag == "VBN" {
		tok.Tag = "VBN"
	}
}
