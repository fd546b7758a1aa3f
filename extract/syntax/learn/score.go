package learn

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	dateline "github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/syntax/internal/model"
)

// Scores on gold sentences and tokens with predicted tags; shares of 1.
type Scores struct {
	Tokens                      int
	XPOS, UPOS, Lemma, UAS, LAS float64
	Segmentation
	Speed float64 // tokens a second, tagged and parsed
}

// String leaves the speed out: it is not a property of the models.
func (s Scores) String() string {
	return fmt.Sprintf("%d tokens: XPOS %.2f UPOS %.2f lemma %.2f UAS %.2f LAS %.2f; from raw text: token F1 %.2f sentence F1 %.2f",
		s.Tokens, 100*s.XPOS, 100*s.UPOS, 100*s.Lemma, 100*s.UAS, 100*s.LAS, 100*s.TokenF1, 100*s.SentenceF1)
}

// Report gives a line of scores for each treebank and for news alone.
func Report(o Options, split string) ([]string, error) {
	habits, err := o.habits()
	if err != nil {
		return nil, err
	}
	m, err := openModels(o, habits)
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, set := range []struct{ name, bank, prefix string }{{"ud_ewt", "ud_ewt", ""}, {"gum", "gum", ""}, {"gum news", "gum", "GUM_news"}} {
		sentences, err := Treebank(o.Data, split, set.bank)
		if err != nil {
			return nil, err
		}
		sentences = slices.DeleteFunc(sentences, func(s Sentence) bool { return !strings.HasPrefix(s.Document, set.prefix) })
		lines = append(lines, fmt.Sprintf("%s %s, %s", set.name, split, m.score(sentences)))
	}
	return lines, nil
}

type models struct {
	clusters *model.Clusters
	tagger   *model.Tagger
	parser   *model.Parser
	labeller *model.Labeller
	lemmas   *model.Lemmatiser
}

func openModels(o Options, habits *model.Habits) (*models, error) {
	var parts [3]*model.Linear
	for i, name := range []string{"tagger.bin", "moves.bin", "relations.bin"} {
		data, err := os.ReadFile(filepath.Join(o.Out, name))
		if err != nil {
			return nil, dateline.Errorf(dateline.Unreadable, "model: %w", err)
		}
		if parts[i], err = model.OpenLinear(data); err != nil {
			return nil, err
		}
	}
	rules, err := os.ReadFile(filepath.Join(o.Out, "lemmas.tsv"))
	if err != nil {
		return nil, dateline.Errorf(dateline.Unreadable, "model: %w", err)
	}
	lemmas, err := model.ReadLemmatiser(string(rules))
	if err != nil {
		return nil, err
	}
	tagger := model.NewTagger(parts[0], parts[0].Classes, habits)
	return &models{o.clusters(), tagger, model.NewParser(parts[1], tagger.Tags, habits),
		model.NewLabeller(parts[2], parts[2].Classes, tagger.Tags, habits), lemmas}, nil
}

func (m *models) score(sentences []Sentence) Scores {
	var n, xpos, upos, lemma, uas, las int
	var tree model.Tree
	var words []model.Word
	var spent time.Duration
	out := Scores{Segmentation: ScoreSegmentation(sentences)}
	for i := range sentences {
		s := &sentences[i]
		s.joinWhole()
		begin := time.Now()
		words = m.analyse(&tree, words, s.Forms)
		spent += time.Since(begin)
		for k, w := range words {
			n++
			gold, tag := model.NewTag(s.Tags[k]), m.tagger.Of(w)
			xpos += count(tag.Penn == gold.Penn)
			upos += count(tag.Universal == gold.Universal)
			lemma += count(m.lemmas.Lemma(w.Form, tag.Penn) == s.Lemmas[k])
			uas += count(tree.Head[k] == s.Heads[k])
			las += count(tree.Head[k] == s.Heads[k] && m.labeller.Names[tree.Label[k]] == s.Rels[k])
		}
	}
	share := func(k int) float64 { return float64(k) / float64(max(n, 1)) }
	out.Tokens, out.XPOS, out.UPOS, out.Lemma = n, share(xpos), share(upos), share(lemma)
	out.UAS, out.LAS, out.Speed = share(uas), share(las), float64(n)/spent.Seconds()
	return out
}

// analyse tags and parses the words of a sentence; their heads and relations stand
// in tree.
func (m *models) analyse(tree *model.Tree, words []model.Word, forms []string) []model.Word {
	words = m.clusters.Words(words, forms)
	m.tagger.Run(&tree.Buffer, words)
	m.parser.Run(tree, words)
	m.labeller.Run(tree, words)
	return words
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
