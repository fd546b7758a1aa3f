package learn

import (
	"strings"

	dateline "github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/syntax"
)

// Segmentation is how well tokens and sentences of raw text are found.
type Segmentation struct{ TokenF1, SentenceF1 float64 }

// ScoreSegmentation puts the documents of a treebank together again, sentences
// after a space and paragraphs after a blank line, and cuts them anew.
func ScoreSegmentation(sentences []Sentence) Segmentation {
	var tokens, whole tally
	for at := 0; at < len(sentences); {
		end := at + 1
		for end < len(sentences) && sentences[end].Document == sentences[at].Document {
			end++
		}
		text, goldTokens, goldSentences := together(sentences[at:end])
		at = end
		gotTokens, gotSentences := map[[2]int]bool{}, map[[2]int]bool{}
		for _, s := range (&syntax.Parser{}).Segment(&dateline.Report{Text: text}).Sentences {
			gotSentences[[2]int{s.Start, s.End}] = true
			for _, t := range s.Tokens {
				gotTokens[[2]int{t.Start, t.End}] = true
			}
		}
		tokens.add(goldTokens, gotTokens)
		whole.add(goldSentences, gotSentences)
	}
	return Segmentation{tokens.f1(), whole.f1()}
}

func together(sentences []Sentence) (text string, tokens, whole map[[2]int]bool) {
	var b strings.Builder
	tokens, whole = map[[2]int]bool{}, map[[2]int]bool{}
	for i := range sentences {
		s := sentences[i]
		s.joinWhole()
		if i > 0 && s.Paragraph {
			b.WriteString("\n\n")
		} else if i > 0 {
			b.WriteString(" ")
		}
		base := b.Len()
		for k, form := range s.Forms {
			tokens[[2]int{base + s.Start[k], base + s.Start[k] + len(form)}] = true
		}
		whole[[2]int{base, base + len(s.Text)}] = true
		b.WriteString(s.Text)
	}
	return b.String(), tokens, whole
}

type tally struct{ gold, got, both int }

func (t *tally) add(gold, got map[[2]int]bool) {
	t.gold += len(gold)
	t.got += len(got)
	for k := range got {
		if gold[k] {
			t.both++
		}
	}
}

func (t *tally) f1() float64 { return 2 * float64(t.both) / float64(max(t.gold+t.got, 1)) }
