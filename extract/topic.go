package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// What the words of a topic must sum to, three different ones among them; those
// of a played topic must also outweigh what follows real violence and be a
// twelfth of the content words.
const (
	accidentWeight = 4
	playedWeight   = 6
	playedShare    = 12
)

// aboutTopic finds the other matter that a report is about: a game whose
// players attack and shoot, a book with a bomb in it, a crash that killed nine.
// nil if there is none, or if what it tells outweighs the words of the matter.
func (p *pass) aboutTopic() *lexicon.Topic {
	found, content := p.weighTopics()
	for i := range p.lex.Topics {
		topic, f := &p.lex.Topics[i], found[i]
		switch {
		case len(f.words) < 3:
		case topic.Outweigh > 0 && f.sum >= playedWeight && f.sum >= topic.Outweigh*p.aftermath() && f.sum*playedShare >= content:
			return topic
		case topic.Outweigh == 0 && f.sum >= accidentWeight && !p.armed(topic):
			return topic
		}
	}
	return nil
}

// topicWords are the words of one topic that a report has.
type topicWords struct {
	sum   int
	words map[string]bool
}

// weighTopics sums the words of each topic, those of the title and the first
// sentence twice, and counts all content words.
func (p *pass) weighTopics() (found []topicWords, content int) {
	found = make([]topicWords, len(p.lex.Topics))
	for s, t := range p.trees {
		for _, tok := range t.Tokens {
			if Content(tok) {
				content++
			}
			for _, w := range p.lex.TopicWords[tok.Lemma] {
				f := &found[w.Topic]
				if f.words == nil {
					f.words = map[string]bool{}
				}
				f.words[tok.Lemma] = true
				f.sum += w.Weight
				if s < 2 {
					f.sum += w.Weight
				}
			}
		}
	}
	return found, content
}

// aftermath counts the words of those who do violence for a cause or a living
// and of those who come afterwards.
func (p *pass) aftermath() int {
	n := 0
	for _, t := range p.trees {
		for _, tok := range t.Tokens {
			switch p.lex.Nouns[tok.Lemma].Population {
			case dateline.PopPerpetrators, dateline.PopStateForces, dateline.PopCombatants:
				n++
			default:
				if p.lex.Is(lexicon.Aftermath, tok.Lemma) {
					n++
				}
			}
		}
	}
	return n
}

// armed says whether the report names anything that only people do or use to
// hurt others; the topic's own words are not it.
func (p *pass) armed(topic *lexicon.Topic) bool {
	for _, t := range p.trees {
		for i := 0; i < len(t.Tokens); i++ {
			if p.lex.Nouns[t.Tokens[i].Lemma].Population == dateline.PopPerpetrators {
				return true
			}
			trigger, width, ok := p.lex.Trigger(t.Tokens, i)
			if !ok || trigger.Role == lexicon.Soft || trigger.Role == lexicon.Harm && !p.lex.Is(lexicon.Murderous, trigger.Words[0]) || p.lex.IsOf(topic, trigger.Words[0]) {
				continue
			}
			if p.isViolence(t, found{trigger, i, i + width, triggerHead(t, i, i+width, trigger.POS)}) {
				return true
			}
		}
	}
	return false
}
