package learn

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	dateline "github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/syntax"
	"github.com/opendateline/dateline/extract/syntax/internal/model"
)

// Texts reads the texts of all reports.jsonl files under data, in the order of
// their paths.
func Texts(data string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(data, "*", "*", "reports.jsonl"))
	if err != nil {
		return nil, dateline.Errorf(dateline.Invalid, "data folder: %w", err)
	}
	slices.Sort(files)
	var texts []string
	for _, file := range files {
		if texts, err = appendTexts(texts, file); err != nil {
			return nil, err
		}
	}
	return texts, nil
}

func appendTexts(texts []string, file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, dateline.Errorf(dateline.Unreadable, "texts: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<25)
	for lines.Scan() {
		var row struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, dateline.Errorf(dateline.Unreadable, "%s: %w", file, err)
		}
		texts = append(texts, row.Text)
	}
	if err := lines.Err(); err != nil {
		return nil, dateline.Errorf(dateline.Unreadable, "%s: %w", file, err)
	}
	return texts, nil
}

// corpus gives the sentences of the texts and of the treebanks' training
// splits as lists of normalised forms.
func corpus(o Options) ([][]string, error) {
	texts, err := Texts(o.Data)
	if err != nil {
		return nil, err
	}
	var all [][]string
	for _, text := range texts {
		all = append(all, syntax.Tokens(text)...)
	}
	train, err := Treebank(o.Data, "train", "ud_ewt", "gum")
	if err != nil {
		return nil, err
	}
	for _, s := range train {
		all = append(all, s.Forms)
	}
	return all, nil
}

// Clusters groups the words of the corpus twice, finely and coarsely, and
// writes clusters.bin.
func Clusters(o Options) error {
	sentences, err := corpus(o)
	if err != nil {
		return err
	}
	b := newBigrams(sentences, 40000, 4)
	fine, coarse := b.exchange(512, 12), b.exchange(60, 12)
	groups := map[string]uint16{}
	for i, w := range b.words {
		if i > 0 {
			groups[w] = uint16(coarse[i]+1)<<10 | uint16(fine[i]+1)
		}
	}
	return o.write("clusters.bin", model.EncodeClusters(groups))
}

// bigrams counts which frequent words follow which. Word 0 stands for all
// others and for the border of a sentence.
type bigrams struct {
	words []string
	count []float64
	pairs [][]pairCount // the neighbours of each word
}

type pairCount struct {
	context int32 // v left of w, or vocabulary+v right of w
	n       float64
}

func newBigrams(sentences [][]string, most, least int) *bigrams {
	counts := map[string]int{}
	for _, s := range sentences {
		for _, form := range s {
			counts[model.Normal(form)]++
		}
	}
	var words []string
	for w, n := range counts {
		if n >= least {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int {
		if c := counts[b] - counts[a]; c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	b := &bigrams{words: append([]string{""}, words[:min(len(words), most)]...)}
	index := make(map[string]int32, len(b.words))
	for i, w := range b.words[1:] {
		index[w] = int32(i + 1)
	}
	b.fill(sentences, index)
	return b
}

func (b *bigrams) fill(sentences [][]string, index map[string]int32) {
	n := int32(len(b.words))
	b.count = make([]float64, n)
	seen := make([]map[int32]float64, n)
	for i := range seen {
		seen[i] = map[int32]float64{}
	}
	for _, s := range sentences {
		last := int32(0)
		for i := 0; i <= len(s); i++ {
			w := int32(0)
			if i < len(s) {
				w = index[model.Normal(s[i])]
			}
			b.count[w]++
			seen[w][last]++
			seen[last][n+w]++
			last = w
		}
	}
	b.pairs = make([][]pairCount, n)
	for w := range seen {
		for v, k := range seen[w] {
			b.pairs[w] = append(b.pairs[w], pairCount{v, k})
		}
		slices.SortFunc(b.pairs[w], func(x, y pairCount) int { return int(x.context - y.context) })
	}
}

// exchange assigns words to classes so that the class of a word is told best
// by the words beside it (the exchange algorithm with one-sided class bigrams,
// Uszkoreit and Brants 2008, here over both sides). It starts from the order
// of frequency and moves each word to its best class in turn.
func (b *bigrams) exchange(classes, rounds int) []int {
	n := len(b.words)
	class := make([]int, n)
	size := make([]float64, classes)
	with := make([]float32, 2*n*classes) // with[context*classes+class]
	for w := range n {
		class[w] = w % classes
		b.move(with, size, w, class[w], classes, 1)
	}
	gain := make([]float64, classes)
	for range rounds {
		moved := 0
		for w := 1; w < n; w++ {
			b.move(with, size, w, class[w], classes, -1)
			for c := range gain {
				gain[c] = -2 * (xlogx(size[c]+b.count[w]) - xlogx(size[c]))
			}
			for _, p := range b.pairs[w] {
				row := with[int(p.context)*classes : (int(p.context)+1)*classes]
				for c, k := range row {
					if k > 0 {
						gain[c] += xlogx(float64(k)+p.n) - xlogx(float64(k)) - xlogx(p.n)
					}
				}
			}
			to := class[w]
			for c := range gain {
				if gain[c] > gain[to]+1e-9 {
					to = c
				}
			}
			if to != class[w] {
				moved++
			}
			class[w] = to
			b.move(with, size, w, to, classes, 1)
		}
		if moved*200 < n {
			break
		}
	}
	return class
}

func (b *bigrams) move(with []float32, size []float64, w, class, classes int, sign float64) {
	size[class] += sign * b.count[w]
	for _, p := range b.pairs[w] {
		with[int(p.context)*classes+class] += float32(sign * p.n)
	}
}

var logs = func() []float64 {
	t := make([]float64, 1<<16)
	for i := 1; i < len(t); i++ {
		t[i] = float64(i) * math.Log(float64(i))
	}
	return t
}()

func xlogx(x float64) float64 {
	if i := int(x); i < len(logs) {
		return logs[max(i, 0)]
	}
	return x * math.Log(x)
}
