// Command templates trains the model that fills MUC-4 templates (package
// eval/muc4/fill) on the development texts. It is not needed to build or run
// the program.
//
//	go run ./train/templates -data ../shared/data/muc34
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/gob"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/muc4"
	"github.com/opendateline/dateline/eval/muc4/fill"
	"github.com/opendateline/dateline/train/artifact"
)

func main() {
	data := flag.String("data", "../shared/data/muc34", "folder of the set; its dev split is learned from")
	out := flag.String("out", "eval/muc4/fill/data", "folder of the parameters; nothing is written if empty")
	seed := flag.Uint64("seed", 1, "seed of the order of lessons")
	cache := flag.String("cache", "", "file to keep the texts as read in between runs")
	memory := flag.String("memory", "", "file to keep what the stages said in between runs; nothing is written when it is used")
	from := flag.String("from", "", "stage from which on to learn again; those before say what the memory holds")
	loss := flag.Bool("loss", false, "print where the score is lost, by slot")
	flag.Parse()
	if err := run(*data, *out, *seed, *cache, past{*memory, *from}, *loss); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(data, out string, seed uint64, cache string, past past, loss bool) error {
	c, err := eval.Open(filepath.Join(data, "dev"))
	if err != nil {
		return err
	}
	lessons, err := lessonsOf(c, cache)
	if err != nil {
		return err
	}
	before, err := past.read()
	if err != nil {
		return err
	}
	trained, err := fill.Train(lessons, seed, before, os.Stdout)
	if err != nil {
		return err
	}
	key, answers := trained.Fill()
	if loss {
		losses(os.Stdout, key, answers)
	}
	result := eval.ScoreTemplates(key, answers)
	for _, m := range result.Metrics {
		fmt.Printf("%-32s %.4f\n", m.Name, m.Value)
	}
	if err := past.write(trained.Memory); err != nil {
		return err
	}
	if out == "" {
		return nil
	}
	if past.from != "" {
		if err := borrow(trained.Model, out); err != nil {
			return err
		}
	}
	return save(trained, c, seed, out, result)
}

// past is what is kept between runs: the file, and the stage to learn again from.
type past struct{ file, from string }

func (p past) read() (*fill.Memory, error) {
	if p.from == "" {
		return nil, nil
	}
	file, err := os.Open(p.file)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return fill.ReadMemory(bufio.NewReader(file), p.from)
}

func (p past) write(m *fill.Memory) error {
	if p.file == "" || p.from != "" {
		return nil
	}
	file, err := os.Create(p.file)
	if err != nil {
		return err
	}
	defer file.Close()
	return m.Write(file)
}

// borrow takes the stages that were not learned from the model that is there.
func borrow(m *fill.Model, folder string) error {
	file, err := os.Open(filepath.Join(folder, "model.gob.gz"))
	if err != nil {
		return err
	}
	defer file.Close()
	before, err := fill.ReadModel(file)
	if err != nil {
		return err
	}
	before.Lend(m)
	return nil
}

// lessonsOf reads the texts and keys of a split.
func lessonsOf(c *eval.Corpus, cache string) ([]fill.Lesson, error) {
	keys, err := c.Templates()
	if err != nil {
		return nil, err
	}
	messages, err := parsed(c, cache)
	if err != nil {
		return nil, err
	}
	of := map[string][]muc4.Template{}
	for _, k := range keys {
		of[k.Message] = append(of[k.Message], k)
	}
	var lessons []fill.Lesson
	for _, m := range messages {
		if key := of[m.ID]; key != nil {
			lessons = append(lessons, fill.Lesson{Message: m, Key: key})
		}
	}
	return lessons, nil
}

func parsed(c *eval.Corpus, cache string) ([]*fill.Message, error) {
	var out []*fill.Message
	if file, err := os.Open(cache); err == nil {
		defer file.Close()
		return out, gob.NewDecoder(file).Decode(&out)
	}
	texts, err := c.Messages()
	if err != nil {
		return nil, err
	}
	reader, err := fill.OpenReader()
	if err != nil {
		return nil, err
	}
	for _, text := range texts {
		m, err := reader.Read(context.Background(), text)
		if err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	if cache == "" {
		return out, nil
	}
	file, err := os.Create(cache)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return out, gob.NewEncoder(file).Encode(out)
}

// manifest says what the parameters are and where they come from.
type manifest struct {
	Name    string             `json:"name"`
	Data    string             `json:"data"`
	Source  string             `json:"source"`
	Licence string             `json:"licence"`
	Corpus  string             `json:"corpus"` // hash of the split
	Command string             `json:"command"`
	Seed    uint64             `json:"seed"`
	Bytes   int                `json:"bytes"`
	SHA256  string             `json:"sha256"`
	Scores  map[string]float64 `json:"five_fold_scores"`
}

func save(t *fill.Trained, c *eval.Corpus, seed uint64, out string, result eval.Result) error {
	var file bytes.Buffer
	if err := t.Model.Save(&file); err != nil {
		return err
	}
	hash, err := c.Hash()
	if err != nil {
		return err
	}
	m := manifest{Name: "model.gob.gz", Data: c.Set + " " + c.Split, Source: c.Source, Licence: c.Licence, Corpus: hash, Seed: seed, Bytes: file.Len(),
		Command: fmt.Sprintf("go run ./train/templates -data ../shared/data/muc34 -seed %d", seed), Scores: artifact.Scores(result)}
	if m.SHA256, err = artifact.File(out, m.Name, file.Bytes()); err != nil {
		return err
	}
	return artifact.Manifest(out, m)
}
