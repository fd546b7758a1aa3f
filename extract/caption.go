package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads the captions of pictures that stand in a text, "Mourners PLACE candles in
// Marvesk for the victims of the attack in Zarmeshk, JUNE 4, 2031": the day is that of the
// picture (DAT-10), and so are the places that do not belong to the violence (PLC-8).

// notePictures marks the days of pictures, and the words that count up to them, "THE DAY AFTER
// a gunman shot nine people".
func (p *pass) notePictures() {
	for s := range p.times {
		if !p.captions(s) {
			continue
		}
		for i, x := range p.times[s] {
			p.times[s][i].Reported = x.Reported || p.trees[s].closes(x) || strings.HasSuffix(lower(x.Text), " after")
		}
	}
}

// captions: a day in full closes the sentence, which tells what a picture shows.
func (p *pass) captions(s int) bool {
	return slices.ContainsFunc(p.times[s], p.trees[s].closes) && p.pictured(p.trees[s])
}

// pictured: the main verb of the sentence is in the present tense and tells of what people
// or things do, neither of violence nor of words or a court.
func (p *pass) pictured(t *tree) bool {
	v := slices.IndexFunc(t.Tokens, func(w dateline.Token) bool { return w.Head < 0 })
	if v < 0 || t.Tokens[v].Tag != "VBZ" && t.Tokens[v].Tag != "VBP" || t.child(v, "nsubj") < 0 {
		return false
	}
	l := t.lemmaAt(v)
	return p.lex.Speech[l] == "" && !t.lex.Is(lexicon.Judges, l) && !t.lex.Is(lexicon.Sits, l) && !p.isTrigger(t, v) && !p.atCourt(t.Index)
}

// closes: the time is a day in full at the end of the sentence but for who took the picture,
// behind a comma, with its weekday or before the taker: "…, on June 4, 2031.", "on Wednesday,
// June 4, 2031.", "on June 4, 2031 (AFP)".
func (t *tree) closes(x Time) bool {
	k := tokenAt(t, x.Start)
	if k < 2 || x.Date.Basis != dateline.BasisExplicit || x.Date.Earliest != x.Date.Latest || !x.Date.Earliest.Known() {
		return false
	}
	if t.lemmaAt(k-1) == "on" {
		k--
	}
	behind := t.Tokens[len(t.Tokens):]
	if n := tokenAt(t, x.End); n > 0 {
		behind = t.Tokens[n:]
	}
	taken := len(behind) > 0 && (behind[0].Text == "(" || strings.HasPrefix(behind[0].Text, "©"))
	ends := !slices.ContainsFunc(behind, func(w dateline.Token) bool { return w.POS == "VERB" || w.POS == "ADP" })
	return ends && (taken || t.Tokens[k-1].Text == "," || strings.Contains(x.Text, "day"))
}

// besidePicture: token k of a caption is no place of the account: it stands before its
// words and not in their phrase, or behind them and what the picture shows of mourning.
func (p *pass) besidePicture(t *tree, k int, a *account) bool {
	if !p.captions(t.Index) {
		return false
	}
	first, last := a.triggers[0].head, a.triggers[len(a.triggers)-1].head
	if k < last {
		return k < first && !t.under(k, first)
	}
	for i := last + 1; i < k; i++ {
		if t.lex.Is(lexicon.Mourning, t.lemmaAt(i)) || t.Tokens[i].Text == "," && t.Tokens[i+1].POS == "ADP" {
			return true
		}
	}
	return false
}

// onlyPictured: the place stands in a caption and no account has it.
func (p *pass) onlyPictured(x Place) bool {
	has := func(a *account) bool {
		return slices.ContainsFunc(a.places, func(y placed) bool { return y.Start == x.Start })
	}
	return p.captions(x.Sentence) && !slices.ContainsFunc(p.accounts, has)
}
