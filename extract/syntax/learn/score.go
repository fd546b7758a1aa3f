package learn

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	dateline "github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/syntax/internal/model"
)

// Scores on gold sentences and tokens with predicted tags; shares of 1.
type Scores struct {
	Tokens                     int
	XPOS, UPOS, UAS, LAS, Fast float64
}

func (s Scores) String() string {
	return fmt.Sprintf("%d tokens: XPOS %.2f UPOS %.2f UAS %.2f LAS %.2f; %.0f tokens/s",
		s.Tokens, 100*s.XPOS, 100*s.UPOS, 100*s.UAS, 100*s.LAS, s.Fast)
}

// Score measures the models in o.Out on a split of one treebank; only
// documents whose id has the prefix count.
func Score(o Options, treebank, split, prefix string) (Scores, error) {
	sentences, err := Treebank(o.Data, split, treebank)
	if err != nil {
		return Scores{}, err
	}
	m, err := openModels(o)
	if err != nil {
		return Scores{}, err
	}
	return m.score(sentences, prefix), nil
}

type models struct {
	clusters *model.Clusters
	tagger   *model.Tagger
	parser   *model.Parser
	labeller *model.Labeller
}

func openModels(o Options) (*models, error) {
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
	tagger := model.NewTagger(parts[0], parts[0].Classes)
	return &models{o.clusters(), tagger, model.NewParser(parts[1], tagger.Tags),
		model.NewLabeller(parts[2], parts[2].Classes, tagger.Tags)}, nil
}

func (m *models) score(sentences []Sentence, prefix string) Scores {
	var n, xpos, upos, uas, las int
	var tree model.Tree
	var words []model.Word
	var spent time.Duration
	for i := range sentences {
		s := &sentences[i]
		if !strings.HasPrefix(s.Document, prefix) {
			continue
		}
		s.joinWhole()
		begin := time.Now()
		words = m.clusters.Words(words, s.Forms)
		m.tagger.Run(&tree.Buffer, words)
		m.parser.Run(&tree, words)
		m.labeller.Run(&tree, words)
		spent += time.Since(begin)
		for k, w := range words {
			n++
			gold := model.NewTag(s.Tags[k])
			tag := m.tagger.Of(w)
			xpos += count(tag.Penn == gold.Penn)
			upos += count(tag.Universal == gold.Universal)
			uas += count(tree.Head[k] == s.Heads[k])
			las += count(tree.Head[k] == s.Heads[k] && m.labeller.Names[tree.Label[k]] == s.Rels[k])
		}
	}
	share := func(k int) float64 { return float64(k) / float64(max(n, 1)) }
	return Scores{n, share(xpos), share(upos), share(uas), share(las), float64(n) / spent.Seconds()}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
