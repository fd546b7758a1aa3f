package learn

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	dateline "github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/syntax/internal/model"
)

// Options of a training run.
type Options struct {
	Data string // folder of the data sets
	Out  string // folder of the models
}

func (o Options) write(name string, data []byte) error {
	if err := os.WriteFile(filepath.Join(o.Out, name), data, 0o644); err != nil {
		return dateline.Errorf(dateline.Unavailable, "model: %w", err)
	}
	return nil
}

func (o Options) clusters() *model.Clusters {
	data, err := os.ReadFile(filepath.Join(o.Out, "clusters.bin"))
	if err != nil {
		return model.OpenClusters(nil)
	}
	return model.OpenClusters(data)
}

func (o Options) habits() (*model.Habits, error) {
	data, err := os.ReadFile(filepath.Join(o.Out, "habits.bin"))
	if err != nil {
		return nil, dateline.Errorf(dateline.Unreadable, "model: %w", err)
	}
	return model.OpenHabits(data)
}

func (o Options) load(split string) ([]Sentence, error) {
	sentences, err := Treebank(o.Data, split, "ud_ewt", "gum")
	if err != nil {
		return nil, err
	}
	for i := range sentences {
		sentences[i].joinWhole()
	}
	if split == "train" {
		sentences = withHeadlines(withNews(sentences))
	}
	return sentences, nil
}

// withNews repeats the news of the treebanks: reports are news.
func withNews(sentences []Sentence) []Sentence {
	out := sentences
	for _, s := range sentences {
		if strings.HasPrefix(s.Document, "GUM_news") {
			out = append(out, s)
		}
	}
	return out
}

// Tagger trains the tagger and writes tagger.bin.
func Tagger(o Options) error {
	train, err := o.load("train")
	if err != nil {
		return err
	}
	classes := tagClasses(train)
	learner := trainTagger(train, classes, o.clusters(), 8, 99)
	return o.write("tagger.bin", learner.Encode(classes, 3))
}

// Parser trains the moves and the relations and writes moves.bin and
// relations.bin. It needs tagger.bin for the order of its tags only.
func Parser(o Options) error {
	train, err := o.load("train")
	if err != nil {
		return err
	}
	classes, rels := tagClasses(train), frequent(train, relsOf, 5)
	sentences, err := jackknife(train, classes, rels, o.clusters())
	if err != nil {
		return err
	}
	fmt.Println("jackknifed")
	tags := model.NewTagger(nil, classes, nil).Tags
	done := make(chan error)
	go func() {
		done <- o.write("relations.bin", trainLabeller(sentences, rels, tags, 8).Encode(rels, 3))
	}()
	err = o.write("moves.bin", trainParser(sentences, tags, 12).Encode(model.MoveNames, 4))
	if labelled := <-done; err == nil {
		err = labelled
	}
	return err
}
