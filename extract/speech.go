package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/speech"
)

// frame is one act of speech in a sentence: who speaks, with which verb, and
// the tokens that are said.
type frame struct {
	speaker  dateline.Speaker
	verb     int // token of the verb or other cue
	from, to int // tokens said
	modality dateline.Modality
}

// readFrames finds the acts of speech of a sentence, outermost first: those that
// the finder has learned to see, and verbs of speech that it passes over.
func (p *pass) readFrames(t *tree, sentence int) []frame {
	var out []frame
	for _, act := range p.sayings.Find(t.Sentence) {
		if f, ok := p.frameOf(t, sentence, act); ok {
			out = append(out, f)
		}
	}
	for i := range t.Tokens {
		if slices.ContainsFunc(out, func(f frame) bool { return f.verb == i }) {
			continue
		}
		if f, ok := p.verbFrame(t, sentence, i); ok {
			out = append(out, f)
		} else if f, ok := p.tallyFrame(t, sentence, i); ok {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b frame) int { return (b.to - b.from) - (a.to - a.from) })
	return out
}

// frameOf makes a frame of an act that names who speaks: "police said that …",
// "…, police said", "identified by X as", "according to X".
func (p *pass) frameOf(t *tree, sentence int, act speech.Act) (frame, bool) {
	who := act.SourceHead
	if who >= 0 && (t.lemmaAt(who) == "which" || t.lemmaAt(who) == "who") {
		who = antecedentOf(t, who)
	}
	who = behindLabel(t, who, act.Head)
	if !p.maySpeak(t, sentence, who) || p.isTrigger(t, act.Head) {
		return frame{}, false // "attacked the embassy" is no word of criticism
	}
	f := frame{speaker: p.speaker(t, sentence, who), verb: act.Head, from: act.Content[0], to: act.Content[len(act.Content)-1] + 1, modality: dateline.Attributed}
	f.speaker.Verb = t.Tokens[act.Head].Text
	if t.lemmaAt(act.Head) == "accord" || lower(f.speaker.Verb) == "according" {
		f.speaker.Verb = "according to"
	} else if m, ok := p.lex.Speech[t.lemmaAt(act.Head)]; ok {
		f.modality = m
	}
	return f, true
}

// verbFrame: "police said that …", "…, police said", "identified by X as".
func (p *pass) verbFrame(t *tree, sentence, i int) (frame, bool) {
	m, ok := p.lex.Speech[t.Tokens[i].Lemma]
	if !ok || !t.isVerb(i) {
		return frame{}, false
	}
	who := t.child(i, "nsubj")
	if agent := p.oblique(t, i, "by"); t.child(i, "nsubj:pass") >= 0 || t.Tokens[i].Tag == "VBN" && who < 0 {
		who = agent
	} else if who < 0 && t.rel(i, "conj") {
		who, _ = t.subject(i) // "the ministry named the guards and SAID"
	}
	if who >= 0 && (t.Tokens[who].Lemma == "which" || t.Tokens[who].Lemma == "who") {
		who = antecedentOf(t, who)
	}
	who = behindLabel(t, who, i)
	if !p.maySpeak(t, sentence, who) {
		return frame{}, false
	}
	from, to, ok := p.said(t, i)
	if !ok {
		return frame{}, false
	}
	f := frame{speaker: p.speaker(t, sentence, who), verb: i, from: from, to: to, modality: m}
	f.speaker.Verb = t.Tokens[i].Text
	return f, true
}

// maySpeak: the token is neither what happened nor when: "on 12 OCTOBER a house was hit,
// reportedly killing nine".
func (p *pass) maySpeak(t *tree, sentence, who int) bool {
	return who >= 0 && !p.isTrigger(t, who) && !inTime(p.times[sentence], t.Tokens[who].Start)
}

// said gives the tokens that a verb of speech reports: its complement clause,
// or the clause that it is inserted in.
func (p *pass) said(t *tree, verb int) (from, to int, ok bool) {
	if c := t.child(verb, "ccomp", "xcomp", "obj", "parataxis", "advcl"); c >= 0 {
		from, to = t.subtree(c, nil)
		return from, to, true
	}
	if t.rel(verb, "parataxis", "dep") || t.rel(verb, "conj") && t.Tokens[verb].Head < verb && t.child(verb, "obj") < 0 {
		h := t.Tokens[verb].Head
		if h >= 0 {
			from, to = t.subtree(h, func(c int) bool { return c == verb })
			return from, to, true
		}
	}
	if t.child(verb, "obl") >= 0 || t.child(verb, "nsubj:pass") >= 0 {
		from, to = t.subtree(verb, nil)
		return from, to, true
	}
	return 0, 0, false
}

// behindLabel is who speaks where the words before a colon were taken for the
// speaker: "19.20 Correction: an earlier VERSION said"; -1 if nobody stands there.
func behindLabel(t *tree, who, verb int) int {
	if who < 0 || !t.lex.Is(lexicon.Label, t.lemmaAt(who)) {
		return who
	}
	for k := who + 1; k < verb; k++ {
		if t.isNoun(k) && !t.rel(k, "compound") {
			return k
		}
	}
	return -1
}

// antecedentOf is the noun right before a relative pronoun, or -1.
func antecedentOf(t *tree, relative int) int {
	for k := relative - 1; k >= 0 && k >= relative-3; k-- {
		if t.isNoun(k) {
			return k
		}
	}
	return -1
}

// speaker describes the phrase of head i as a link of a chain of attribution.
func (p *pass) speaker(t *tree, sentence, i int) dateline.Speaker {
	arg := p.argument(t, sentence, i)
	span := arg.span
	s := dateline.Speaker{Role: dateline.SpeakerQuoted, Text: arg.text, Span: &span, Kind: dateline.UnknownSecondary, Issuer: dateline.IssuerUnnamed}
	p.classifySpeaker(t, i, arg, &s)
	for _, x := range arg.actors {
		p.speakerFromActor(x, &s)
	}
	if owner := p.ownerBefore(sentence, span.Start); owner != nil && len(arg.actors) == 0 {
		p.speakerFromActor(*owner, &s)
	}
	p.sameVoice(&s)
	return s
}

// ownerBefore is the group that possesses the phrase beginning at a byte, where a
// parser has cut the two apart: "the FRONT's media organ" (ACT-3).
func (p *pass) ownerBefore(sentence, start int) *Actor {
	for i, x := range p.actors[sentence] {
		if x.End <= start && possesses[strings.TrimSpace(p.doc.Report.Text[x.End:start])] {
			return &p.actors[sentence][i]
		}
	}
	return nil
}

// possesses are the marks of a possessive.
var possesses = map[string]bool{"'": true, "’": true, "'s": true, "’s": true}

// classifySpeaker reads the nouns of the phrase, its head first.
func (p *pass) classifySpeaker(t *tree, i int, arg argument, s *dateline.Speaker) {
	order := []int{i}
	for k := i; k >= 0 && t.Tokens[k].Start >= arg.span.Start; k-- {
		order = append(order, k)
	}
	if t.Tokens[i].Lemma == "group" {
		slices.Reverse(order) // "a rights group": what it does says more
	}
	order = append(order, t.all(i, "appos", "nmod")...)
	for _, k := range order {
		if t.Tokens[k].POS == "PROPN" {
			s.Named = true
		}
		if entry, ok := p.lex.Issuers[t.Tokens[k].Lemma]; ok && s.Issuer == dateline.IssuerUnnamed {
			s.Issuer, s.Kind = entry.Class, entry.Origin
		}
	}
	if s.Issuer == dateline.IssuerUnnamed && s.Named {
		s.Issuer = dateline.IssuerPerson
	}
}

func (p *pass) speakerFromActor(x Actor, s *dateline.Speaker) {
	switch {
	case x.Kind == dateline.SourceExpression:
		s.Source, s.Named = x.Expression.Ref, true
		if s.Issuer == dateline.IssuerUnnamed || s.Issuer == dateline.IssuerPerson {
			s.Issuer, s.Kind = dateline.IssuerOutlet, dateline.NewspaperStory
		}
		if x.Class == "armed_group" {
			s.Issuer, s.Kind = dateline.IssuerArmedGroup, dateline.PropagandaRelease
		}
	case x.Ref.Kind.ArmedGroup():
		s.Actor, s.Issuer, s.Kind, s.Named = x.Ref.Actor, dateline.IssuerArmedGroup, dateline.PropagandaRelease, true
	case x.Ref.Kind.OfState():
		s.Actor = x.Ref.Actor
		if s.Issuer == dateline.IssuerUnnamed {
			s.Issuer, s.Kind = dateline.IssuerGovernment, dateline.StatementOfficial
		}
	}
}

// chain is the attribution of words at token i of a sentence: the outlet, then
// every speaker whose words hold it, outermost first; and how committed the
// innermost is.
func (p *pass) chain(sentence, i int) ([]dateline.Speaker, dateline.Modality) {
	out := []dateline.Speaker{{Role: dateline.SpeakerOutlet, Kind: dateline.OwnReporting, Issuer: dateline.IssuerOutlet, Text: p.doc.Report.Outlet}}
	modality := dateline.Asserted
	t := p.trees[sentence]
	for _, f := range p.framesOf(sentence) {
		if i >= f.from && i < f.to {
			out = append(out, f.speaker)
			modality = f.modality
			if modality == dateline.Asserted {
				modality = dateline.Attributed
			}
		}
	}
	if len(out) == 1 {
		if s, ok := p.carriedSpeaker(sentence, t.Tokens[i].Start); ok {
			return append(out, s), dateline.Attributed
		}
	}
	if n := len(out); n > 2 {
		for k := 1; k < n-1; k++ {
			out[k].Role = dateline.SpeakerRelayed
		}
		out[1].Role, out[n-1].Role = dateline.SpeakerQuoted, dateline.SpeakerPrimary
	}
	return out, modality
}

func (p *pass) framesOf(sentence int) []frame {
	if p.frames == nil {
		p.frames = make([][]frame, len(p.trees))
		p.framed = make([]bool, len(p.trees))
	}
	if !p.framed[sentence] {
		p.frames[sentence], p.framed[sentence] = p.readFrames(p.trees[sentence], sentence), true
	}
	return p.frames[sentence]
}

// carriedSpeaker: inside quotation marks, and in the paragraph that a colon
// opens, the last speaker goes on speaking.
func (p *pass) carriedSpeaker(sentence, at int) (dateline.Speaker, bool) {
	inQuote := inQuotes(p.doc.Sentences[sentence].Quotes, at)
	for back := sentence - 1; back >= max(0, sentence-4); back-- {
		opened := p.doc.Sentences[back].Paragraph == p.doc.Sentences[sentence].Paragraph-1 && p.endsInColon(back)
		if !inQuote && !opened {
			if p.doc.Sentences[back].Paragraph < p.doc.Sentences[sentence].Paragraph-1 {
				return dateline.Speaker{}, false
			}
			continue
		}
		if fs := p.framesOf(back); len(fs) > 0 {
			return fs[len(fs)-1].speaker, true
		}
	}
	return dateline.Speaker{}, false
}

func (p *pass) endsInColon(sentence int) bool {
	tokens := p.doc.Sentences[sentence].Tokens
	return len(tokens) > 0 && tokens[len(tokens)-1].Text == ":"
}
