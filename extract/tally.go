package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// tallyFrame reads who counts where no verb of speech stands: "state television
// PUT the toll at nine", "the ministry COUNTED 12 dead", "residents SPOKE of 20
// dead". Rival figures are rivals by their speakers (CAS-13).
func (p *pass) tallyFrame(t *tree, sentence, i int) (frame, bool) {
	if !t.isVerb(i) || !t.lex.Is(lexicon.Tallies, t.lemmaAt(i)) {
		return frame{}, false
	}
	who, passive := t.subject(i)
	if who < 0 || who > i || passive || p.isTrigger(t, who) || !p.canTally(t, sentence, who) {
		return frame{}, false
	}
	to := p.tallyEnd(t, i)
	if to < 0 {
		return frame{}, false
	}
	f := frame{speaker: p.speaker(t, sentence, who), verb: i, from: i + 1, to: to, modality: dateline.Attributed}
	f.speaker.Verb = t.Tokens[i].Text
	return f, true
}

// canTally: the subject is one who can speak: named, or an issuer of statements.
func (p *pass) canTally(t *tree, sentence, who int) bool {
	_, issues := p.lex.Issuers[t.lemmaAt(who)]
	return issues || p.actorAt(t, sentence, who) != nil
}

// tallyEnd is the end of the clause of the verb at i, if it counts people: a toll,
// or a word for what befell them; else -1.
func (p *pass) tallyEnd(t *tree, i int) int {
	counts := false
	for k := i + 1; k < len(t.Tokens); k++ {
		if text := t.Tokens[k].Text; text == ";" || text == "." || t.Tokens[k].Tag == "VBD" && t.Tokens[k-1].POS == "CCONJ" {
			return endIf(counts, k)
		}
		_, harmed := p.lex.State[lower(t.Tokens[k].Text)]
		_, noun := p.lex.HarmNoun[t.lemmaAt(k)]
		counts = counts || harmed || noun || t.lemmaAt(k) == "toll"
	}
	return endIf(counts, len(t.Tokens))
}

func endIf(counts bool, k int) int {
	if counts {
		return k
	}
	return -1
}
