package muc4

import (
	"maps"
	"slices"

	"github.com/opendateline/dateline/eval/assign"
)

// Score is the score of a system on a set of messages. Slots holds the counts
// of each slot over all templates; the other fields are the summary rows of
// the report.
type Score struct {
	Slots                           [slotCount]Counts
	MatchedMissing, MatchedSpurious Counts
	MatchedOnly, AllTemplates       Counts
	SetFillsOnly, StringFillsOnly   Counts
	TextFiltering                   Counts
}

// Pair is one decision of the alignment of templates: Key and Answer are
// template numbers, 0 for none.
type Pair struct{ Key, Answer int }

// Evaluate scores answers against the key. Messages that the key does not name
// do not count.
func Evaluate(key, answers []Template) Score {
	score := Score{}
	for _, m := range Messages(key, answers) {
		score.Add(m.Score())
	}
	return score
}

// MessageTemplates are the templates of one message.
type MessageTemplates struct {
	ID           string
	Key, Answers []*Template
}

// Messages groups the relevant templates by the messages of the key, in order
// of their ids.
func Messages(key, answers []Template) []MessageTemplates {
	byID := map[string]*MessageTemplates{}
	for i := range key {
		m := byID[key[i].Message]
		if m == nil {
			m = &MessageTemplates{ID: key[i].Message}
			byID[m.ID] = m
		}
		if !key[i].Irrelevant {
			m.Key = append(m.Key, &key[i])
		}
	}
	for i := range answers {
		if m := byID[answers[i].Message]; m != nil && !answers[i].Irrelevant {
			m.Answers = append(m.Answers, &answers[i])
		}
	}
	var messages []MessageTemplates
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		messages = append(messages, *byID[id])
	}
	return messages
}

// Align pairs the message's templates so that most slots match.
func (m MessageTemplates) Align() []Pair {
	weights := make([][]float64, len(m.Key))
	for i, key := range m.Key {
		weights[i] = make([]float64, len(m.Answers))
		for j, answer := range m.Answers {
			weights[i][j] = mappingWeight(key, answer)
		}
	}
	var pairs []Pair
	taken := make([]bool, len(m.Answers))
	for i, j := range assign.Max(weights) {
		pair := Pair{Key: i + 1}
		if j >= 0 {
			pair.Answer, taken[j] = j+1, true
		}
		pairs = append(pairs, pair)
	}
	for j := range m.Answers {
		if !taken[j] {
			pairs = append(pairs, Pair{Answer: j + 1})
		}
	}
	return pairs
}

// contentSlots: two templates may be mapped only if their types match at least
// in part, and so do the fills of one of these (guidelines 3.2.1).
var contentSlots = []Slot{PerpIndividual, PerpOrganization, PhysID, PhysType, HumName, HumDescription, HumType}

// mappingWeight is the credit that the pair of templates would earn, or 0 if
// the two may not be mapped.
func mappingWeight(key, answer *Template) float64 {
	if count(IncidentType, key, answer).credit() == 0 || !contentMatches(key, answer) {
		return 0
	}
	weight := 0.0
	for slot := FirstScored; slot < slotCount; slot++ {
		weight += count(slot, key, answer).credit()
	}
	return weight
}

func contentMatches(key, answer *Template) bool {
	for _, slot := range contentSlots {
		if count(slot, key, answer).credit() > 0 {
			return true
		}
	}
	return false
}

// Score counts the message.
func (m MessageTemplates) Score() Score {
	var s Score
	for _, pair := range m.Align() {
		switch {
		case pair.Answer == 0:
			if key := m.Key[pair.Key-1]; !key.Optional {
				s.addPair(key, &Template{})
			}
		case pair.Key == 0:
			s.addPair(&Template{}, m.Answers[pair.Answer-1])
		default:
			s.addPair(m.Key[pair.Key-1], m.Answers[pair.Answer-1])
		}
	}
	s.TextFiltering = m.filtering()
	return s
}

// addPair counts a key template and the answer mapped to it; an empty template
// stands for none.
func (s *Score) addPair(key, answer *Template) {
	matched, missing := key.Message != "" && answer.Message != "", answer.Message == ""
	s.Slots[TemplateNumber].add(presence(matched, missing))
	for slot := FirstScored; slot < slotCount; slot++ {
		counts := count(slot, key, answer)
		s.Slots[slot].add(counts)
		s.AllTemplates.add(counts)
		if matched {
			s.MatchedOnly.add(counts)
		}
		if matched || !missing {
			s.MatchedSpurious.add(counts)
		}
		if matched || missing {
			s.addMatchedMissing(slot, counts)
		}
	}
}

func (s *Score) addMatchedMissing(slot Slot, counts Counts) {
	s.MatchedMissing.add(counts)
	switch slots[slot].kind {
	case setFill:
		s.SetFillsOnly.add(counts)
	case stringFill, describing:
		s.StringFillsOnly.add(counts)
	}
}

// presence is the row of the template as such, or of the text as such.
func presence(matched, missing bool) Counts {
	switch {
	case matched:
		return Counts{Correct: 1}
	case missing:
		return Counts{Missing: 1}
	}
	return Counts{Spurious: 1}
}

// filtering counts whether the message was rightly taken for relevant. A
// message with optional templates only may go either way.
func (m MessageTemplates) filtering() Counts {
	relevant := slices.ContainsFunc(m.Key, func(t *Template) bool { return !t.Optional })
	switch found := len(m.Answers) > 0; {
	case !relevant && !found:
		return Counts{NonCommittal: 1}
	case !relevant && len(m.Key) > 0:
		return Counts{}
	default:
		return presence(relevant && found, relevant)
	}
}

// count pairs the fills of a slot one to one, best judgement first, and judges
// them. What is left over on both sides is paired as incorrect; a fill of the
// key that is optional is never missing.
func count(slot Slot, key, answer *Template) Counts {
	k, a := key.Fills[slot], answer.Fills[slot]
	if len(k) == 0 && len(a) == 0 {
		return Counts{NonCommittal: 1}
	}
	weights := make([][]float64, len(k))
	for i := range k {
		weights[i] = make([]float64, len(a))
		for j := range a {
			weights[i][j] = float64(judge(slot, k[i], a[j]))
		}
	}
	var c Counts
	required, extra := 0, len(a)
	for i, j := range assign.Max(weights) {
		switch {
		case j < 0 && !k[i].Optional:
			required++
		case j >= 0 && weights[i][j] == float64(Correct):
			c.Correct++
			extra--
		case j >= 0:
			c.Partial++
			extra--
		}
	}
	c.Incorrect = min(required, extra)
	c.Missing, c.Spurious = required-c.Incorrect, extra-c.Incorrect
	return c
}

// Add adds the score of other messages.
func (s *Score) Add(o Score) {
	for slot := range s.Slots {
		s.Slots[slot].add(o.Slots[slot])
	}
	s.MatchedMissing.add(o.MatchedMissing)
	s.MatchedSpurious.add(o.MatchedSpurious)
	s.MatchedOnly.add(o.MatchedOnly)
	s.AllTemplates.add(o.AllTemplates)
	s.SetFillsOnly.add(o.SetFillsOnly)
	s.StringFillsOnly.add(o.StringFillsOnly)
	s.TextFiltering.add(o.TextFiltering)
}
