package fill

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval/muc4"
)

// How many an entity is: a number, a range, "~N", PLURAL. What the counts before
// its mentions say is offered beside 1 and PLURAL, and the stage number chooses.

const plural = "PLURAL"

// numberSlot gives the slot of the number of a role that has one; a name is one.
var numberSlot = map[int]muc4.Slot{thing: muc4.PhysNumber, described: muc4.HumNumber}

func numberStage() stage {
	return stage{
		name: "number", classes: 1,
		bags: func(r *reading) (out []bag) {
			for _, q := range r.numberQuestions() {
				for _, o := range r.numberOptions(q.entity) {
					out = append(out, o.bag)
				}
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for _, q := range r.numberQuestions() {
				options := r.numberOptions(q.entity)
				r.set[q] = choose(q.slot, values(options), firsts(p[:len(options)]))
				p = p[len(options):]
			}
		},
		answer: (*taught).ofNumber,
		more:   (*taught).idealNumbers,
		how:    learning{passes: 12, trust: 10, least: 2, rarity: .5},
	}
}

func (r *reading) numberQuestions() []question {
	var out []question
	for _, g := range r.groups {
		for _, role := range []int{thing, described} {
			for i, e := range r.entities[role] {
				if g.roles[role][i] >= leastAsked {
					out = append(out, question{numberSlot[role], g, e})
				}
			}
		}
	}
	return out
}

// numberOptions are the numbers that an entity may have.
func (r *reading) numberOptions(e *entity) []option {
	if r.numbers[e] == nil {
		r.numbers[e] = r.findNumbers(e)
	}
	return r.numbers[e]
}

func (r *reading) findNumbers(e *entity) []option {
	var out []option
	read := map[string]bool{}
	for _, i := range e.heads {
		for _, n := range r.counted(r.heads[i]) {
			read[n.value] = true
			out = offer(out, n.value, 0, r.countBag(r.heads[i], n))
		}
	}
	for _, value := range []string{"1", plural} {
		out = offer(out, value, 0, nil)
	}
	for k := range out {
		form := numberForm(out[k].value)
		out[k].bag.add("form", form, small(len(read)))
		for _, i := range e.heads {
			r.numberFeatures(&out[k].bag, form, i, read[out[k].value])
		}
	}
	return out
}

// numberForm is the kind of a number.
func numberForm(value string) string {
	switch {
	case value == "1" || value == plural:
		return value
	case strings.HasPrefix(value, "~"):
		return "~"
	case strings.Contains(value, "-"):
		return "-"
	}
	return "N"
}

// numberFeatures say of a mention what tells one from many.
func (r *reading) numberFeatures(b *bag, form string, i int, read bool) {
	h := r.heads[i]
	s, w := r.sentence(h), r.word(h)
	f := form + yes(read)
	b.add("t", f, w.Tag, yes(strings.HasSuffix(w.Form, "S")))
	b.add("h", f, w.Form)
	b.add("c", f, w.Narrow)
	b.add("here", f, yes(len(r.counted(h)) > 0))
	b.add("p", f, s.at(h.first()-1).Form)
	b.add("pt", f, s.at(h.first()-1).Form, w.Tag)
	for j := h.first(); j < h.word; j++ {
		b.add("m", f, s.Words[j].Form)
	}
	if h.first() < h.word {
		b.add("m1", f, s.Words[h.first()].Form)
	}
	r.agreementFeatures(b, f, h)
}

// agreementFeatures are what counts or joins the phrase of a head, and the
// auxiliaries of what governs it: "was", "were".
func (r *reading) agreementFeatures(b *bag, form string, h head) {
	s, at := r.sentence(h), r.tops[h.sentence][h.word]
	for _, c := range r.children[h.sentence][at] {
		switch x := &s.Words[c]; x.relation() {
		case "det", "nummod", "conj":
			b.add("ch", form, x.Rel, x.Form)
		}
	}
	_, up := r.step(h.sentence, at)
	if up < 0 {
		return
	}
	for _, c := range r.children[h.sentence][up] {
		if x := &s.Words[c]; x.relation() == "aux" {
			b.add("aux", form, s.Words[at].Rel, x.Form)
		}
	}
}

// counting is a number that is read before a head.
type counting struct {
	value string
	word  int
}

// countBag says where a number stands.
func (r *reading) countBag(h head, n counting) bag {
	var b bag
	s := r.sentence(h)
	b.add("at", small(h.word-n.word), yes(n.word >= h.first()))
	b.add("next", s.at(n.word+1).Form)
	b.add("nextt", s.at(n.word+1).Tag, small(h.word-n.word))
	b.add("before", s.at(n.word-1).Form)
	b.add("word", s.at(n.word).Form)
	b.add("up", yes(s.at(n.word).Head == h.word), s.at(n.word).Rel)
	return b
}

// counted reads the numbers before a head.
func (r *reading) counted(h head) []counting {
	s := r.sentence(h)
	var tokens []dateline.Token
	for _, w := range s.Words {
		tokens = append(tokens, dateline.Token{Start: w.From, End: w.To, Text: strings.ToLower(w.Form), Lemma: w.Lemma, Tag: w.Tag, POS: w.POS})
	}
	var out []counting
	for j := max(h.first()-3, 0); j <= h.word; j++ {
		if w := &s.Words[j]; j < h.first() && w.POS != "NUM" && w.POS != "ADV" && w.POS != "ADJ" {
			continue
		}
		found, ok := r.tables.counts.Read(tokens, j)
		if !ok || found.End > h.word+1 || found.Count.Vague {
			continue
		}
		if n := printed(found.Count); n != "" && !slices.ContainsFunc(out, func(o counting) bool { return o.value == n }) {
			out = append(out, counting{n, j})
		}
	}
	return out
}

func printed(c dateline.Count) string {
	switch {
	case c.Approximate && c.Anchor != nil:
		return fmt.Sprint("~", *c.Anchor)
	case c.Anchor != nil && (c.Qualifier == dateline.AtLeast || c.Qualifier == dateline.MoreThan):
		return fmt.Sprint(*c.Anchor, " -")
	case c.Lo != nil && c.Hi != nil && *c.Lo != *c.Hi:
		return fmt.Sprint(*c.Lo, " - ", *c.Hi)
	case c.Anchor != nil:
		return strconv.Itoa(*c.Anchor)
	}
	return ""
}

// numberAnswers are the answers about the options of a question, if it is about
// a template of the key.
func (t *taught) numberAnswers(q question, template int) []answer {
	options := t.numberOptions(q.entity)
	out := make([]answer, len(options))
	if template < 0 {
		return out
	}
	items, ok := t.entityItems(t.keys[template], template, q)
	if !ok || items[0] == none {
		return out
	}
	for i, o := range options {
		out[i] = graded(slices.ContainsFunc(items, func(v string) bool { return tight(v) == tight(o.value) }))
	}
	return out
}

func (t *taught) ofNumber(i int) answer {
	for _, q := range t.numberQuestions() {
		answers := t.numberAnswers(q, t.gold[q.group])
		if i < len(answers) {
			return answers[i]
		}
		i -= len(answers)
	}
	return answer{}
}

// idealNumbers are the lessons that the key gives.
func (t *taught) idealNumbers() []item {
	var out []item
	for _, g := range t.findIdeals() {
		for _, role := range []int{thing, described} {
			for _, e := range t.idealEntities(g.template, role) {
				q := question{numberSlot[role], g.group, e}
				answers := t.numberAnswers(q, g.template)
				for k, o := range t.numberOptions(e) {
					if answers[k].weight > 0 {
						out = append(out, item{bag: o.bag.distinct(), answer: answers[k]})
					}
				}
			}
		}
	}
	return out
}
