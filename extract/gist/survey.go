package gist

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract"
)

// Parts of a report, from the top: what stands higher says more.
const (
	partTitle = iota
	partLede
	partEarly
	partRest
	parts
)

var partNames = [parts]string{"title", "lede", "early", "rest"}

// ledeSentences and earlySentences are where the parts end.
const (
	ledeSentences  = 4
	earlySentences = 16
)

// Survey is what was seen in one report, ready to be asked about.
type Survey struct {
	doc     *dateline.Document
	ann     extract.Annotations
	reading *dateline.Reading
	runes   *dateline.Runes
	part    []int    // of each sentence
	violent []string // class of violence in each sentence, "" for none
	words   []Feature
	main    *dateline.Mention
	asks    *Model // if set, words that it does not weigh are left out
}

// violence are the classes that a violation is told with.
var violence = map[string]bool{"kill": true, "shoot": true, "bomb": true, "arrest": true, "abduct": true, "vanish": true, "torture": true, "beat": true, "rape": true, "threat": true, "dead": true, "jail": true}

// Survey looks through a report once.
func (r *Reader) Survey(doc *dateline.Document, ann extract.Annotations, reading *dateline.Reading) *Survey {
	return r.survey(doc, ann, reading, nil)
}

func (r *Reader) survey(doc *dateline.Document, ann extract.Annotations, reading *dateline.Reading, asks *Model) *Survey {
	s := &Survey{doc: doc, ann: ann, reading: reading, asks: asks, runes: dateline.NewRunes(doc.Report.Text),
		part: make([]int, len(doc.Sentences)), violent: make([]string, len(doc.Sentences))}
	body := 0
	for i := range doc.Sentences {
		s.part[i] = partOf(doc.Sentences[i].Role, body)
		if s.part[i] != partTitle {
			body++
		}
	}
	for i := range reading.Mentions {
		if m := &reading.Mentions[i]; m.Salience == dateline.Main && s.main == nil {
			s.main = m
		}
	}
	s.words = r.wordFeatures(s)
	if asks != nil {
		s.words = asks.known(s.words)
	}
	return s
}

func partOf(role dateline.PassageRole, body int) int {
	switch {
	case role == dateline.RoleHeadline:
		return partTitle
	case body < ledeSentences:
		return partLede
	case body < earlySentences:
		return partEarly
	}
	return partRest
}

// seen counts a feature and keeps where it was first seen, nowhere for one that
// stands in no place of the text.
type seen struct {
	n       int
	at      dateline.Span
	nowhere bool
}

// tallies of features by name.
type tallies map[string]*seen

func (t tallies) add(name string, at dateline.Span) {
	x := t[name]
	if x == nil {
		x = &seen{at: at}
		t[name] = x
	}
	x.n++
}

// features are the tallies in the order of their names.
func (t tallies) features(value func(n int) float64) []Feature {
	names := make([]string, 0, len(t))
	for name := range t {
		names = append(names, name)
	}
	sort.Strings(names)
	out, spans := make([]Feature, len(names)), make([]dateline.Span, len(names))
	for i, name := range names {
		x := t[name]
		if out[i] = (Feature{Name: name, Value: value(x.n)}); !x.nowhere {
			spans[i] = x.at
			out[i].At = spans[i : i+1 : i+1]
		}
	}
	return out
}

// wordFeatures are the content words of a report, pairs of them that follow each
// other, its word classes by part and by share, and what its accounts of
// violence are.
func (r *Reader) wordFeatures(s *Survey) []Feature {
	words, pairs, classes := tallies{}, tallies{}, tallies{}
	var name []byte
	for i := range s.doc.Sentences {
		sentence := &s.doc.Sentences[i]
		part := partNames[s.part[i]]
		before := -1
		for k := range sentence.Tokens {
			tok := &sentence.Tokens[k]
			if class := r.classes.at(sentence.Tokens, k); class != "" {
				at := s.runes.Span(tok.Start, tok.End)
				classes.add(class+"/"+part, at)
				if role := roleOf(sentence.Tokens, k, r.classes); role != "" {
					classes.add(class+role, at)
				}
				if violence[class] && s.violent[i] == "" {
					s.violent[i] = class
				}
			}
			switch {
			case content(tok):
				name = append(append(name[:0], "word "...), tok.Lemma...)
				s.count(words, name, tok)
				if before >= 0 {
					name = append(append(name[:0], "pair "...), sentence.Tokens[before].Lemma...)
					name = append(append(name, ' '), tok.Lemma...)
					s.count(pairs, name, tok)
				}
				before = k
			case tok.POS == "PUNCT":
				before = -1
			}
		}
	}
	var title []Feature
	if r.classes.titled(s) {
		title = r.classes.title(s)
	}
	half := func(n int) float64 { return logOf(n) / 2 }
	return slices.Concat([]Feature{{Name: "always", Value: 1}}, classes.features(logOf), words.features(half), pairs.features(half),
		classes.shares(), title, s.accounts())
}

// count counts a word or pair of words, if it is asked for.
func (s *Survey) count(t tallies, name []byte, tok *dateline.Token) {
	if s.asks != nil && s.asks.weights[string(name)] == nil {
		return
	}
	if x := t[string(name)]; x != nil {
		x.n++
		return
	}
	t.add(string(name), s.runes.Span(tok.Start, tok.End))
}

// shares say how much of a report's talk of all classes each class takes.
func (t tallies) shares() []Feature {
	sums, all := tallies{}, 0
	for name, x := range t {
		class, _, ok := strings.Cut(name, "/")
		if !ok {
			continue // who does it to whom: counted with the class
		}
		if sums[class] == nil {
			sums[class] = &seen{nowhere: true}
		}
		sums[class].n += x.n
		all += x.n
	}
	out := sums.features(func(n int) float64 { return shareWeight * float64(n) / float64(all) })
	for i := range out {
		out[i].Name = "share of " + out[i].Name
	}
	return out
}

// shareWeight brings shares to the size of the other features, so that the
// penalty of the training bears on all alike.
const shareWeight = 5

func logOf(n int) float64 { return math.Log2(1 + float64(n)) }

func content(tok *dateline.Token) bool {
	switch tok.POS {
	case "NOUN", "VERB", "ADJ":
		return len(tok.Lemma) > 2
	}
	return false
}

// roleOf says by what or to whom a verb of a class was done: "<police" for its
// agent, ">journalist" for who suffered it.
func roleOf(tokens []dateline.Token, k int, c *classes) string {
	tok := &tokens[k]
	if tok.Head < 0 || tok.Head >= len(tokens) {
		return ""
	}
	class := c.at(tokens, tok.Head)
	if !violence[class] {
		return ""
	}
	switch tok.Rel {
	case "nsubj", "obl:agent", "obl":
		return "<" + class
	case "obj", "nsubj:pass", "nmod", "nmod:poss", "compound":
		return ">" + class
	}
	return ""
}

// titled says whether the title is given but does not stand in the text.
func (c *classes) titled(s *Survey) bool {
	return s.doc.Report.Title != "" && (len(s.part) == 0 || s.part[0] != partTitle)
}

// title reads the words of a title that came with the report, by their forms.
func (c *classes) title(s *Survey) []Feature {
	t := tallies{}
	for _, w := range strings.Fields(strings.ToLower(s.doc.Report.Title)) {
		w = strings.Trim(w, ".,:;!?'’‘“”\"()")
		for _, form := range []string{w, strings.TrimSuffix(w, "s"), strings.TrimSuffix(w, "d"), strings.TrimSuffix(w, "ed"), strings.TrimSuffix(w, "ing")} {
			if class := c.one[form]; class != "" {
				t.add(class+"/title", dateline.Span{})
				break
			}
		}
	}
	out := t.features(logOf)
	for i := range out {
		out[i].At = nil
	}
	return out
}

// accounts are the kinds of what extract read: acts, means, actors.
func (s *Survey) accounts() []Feature {
	t := tallies{}
	for i := range s.reading.Mentions {
		m := &s.reading.Mentions[i]
		t.add("account "+string(m.Facets.Act), m.Trigger)
		if m.Salience == dateline.Main {
			t.add("main "+string(m.Facets.Act), m.Trigger)
		}
		for _, a := range m.Actors {
			if a.Role == dateline.RolePerpetrator {
				t.add("by "+string(a.Kind), a.Span)
			}
		}
	}
	for _, a := range s.ann.Actors {
		if a.Kind == dateline.ActorExpression {
			t.add("actor "+string(a.Ref.Kind), a.Ref.Span)
		}
	}
	return t.features(logOf)
}

// Violation asks whether a report tells of the violation.
func (s *Survey) Violation(kind string) Question {
	return Question{Name: "violation " + kind, Options: []Option{{Value: ""}, {Value: kind, Table: "violation " + kind, Features: s.words}}}
}

// Perpetrator asks for the kind of perpetrator.
func (s *Survey) Perpetrator() Question {
	q := Question{Name: "perpetrator"}
	for _, p := range Perpetrators {
		q.Options = append(q.Options, Option{Value: p, Table: "perpetrator " + p, Features: s.words})
	}
	return q
}
