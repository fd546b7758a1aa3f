package eval

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval/muc4"
)

// Corpus is a folder with the reports and the gold of one split of a set.
type Corpus struct {
	Dir     string         `json:"-"`
	Set     string         `json:"name"`
	Split   string         `json:"split"`
	Task    string         `json:"task"`
	Licence string         `json:"licence"`
	Source  string         `json:"source"`
	Counts  map[string]int `json:"counts"`
	Notes   string         `json:"notes"`
	From    []string       `json:"from"` // of a corpus of answers: the folders, seen from Dir, of the sets that its reports stand in
}

// Open reads what the folder's corpus.json, or its parent's, says about it. A
// split that is not named there is named by the folder.
func Open(dir string) (*Corpus, error) {
	about, err := os.ReadFile(filepath.Join(dir, "corpus.json"))
	if errors.Is(err, fs.ErrNotExist) {
		about, err = os.ReadFile(filepath.Join(dir, "..", "corpus.json"))
	}
	if err != nil {
		return nil, dateline.Errorf(dateline.NotFound, "no corpus at %s: %w", dir, err)
	}
	c := &Corpus{Dir: dir}
	if err := json.Unmarshal(about, c); err != nil {
		return nil, dateline.Errorf(dateline.Unreadable, "corpus.json of %s: %w", dir, err)
	}
	if c.Split == "" {
		c.Split = filepath.Base(dir)
	}
	return c, nil
}

// Result names a scorer's result after the corpus and its [Corpus.Hash].
func (c *Corpus) Result(r Result) (Result, error) {
	hash, err := c.Hash()
	r.Set, r.Split, r.Corpus = c.Set, c.Split, hash
	return r, err
}

// Reports reads the reports one by one: the rows of reports.jsonl, or, in a
// folder without it, its text files, each under its name without ".txt"; of a corpus that
// is drawn from other sets those of theirs that it has an answer for.
func (c *Corpus) Reports() iter.Seq2[Report, error] {
	if len(c.From) > 0 {
		return c.picked
	}
	if _, err := os.Stat(filepath.Join(c.Dir, "reports.jsonl")); errors.Is(err, fs.ErrNotExist) {
		return c.texts
	}
	return Rows[Report](c, "reports.jsonl")
}

func (c *Corpus) texts(yield func(Report, error) bool) {
	paths, err := filepath.Glob(filepath.Join(c.Dir, "*.txt"))
	if err == nil && len(paths) == 0 {
		err = dateline.Errorf(dateline.NotFound, "%s %s has neither reports.jsonl nor text files", c.Set, c.Split)
	}
	if err != nil {
		yield(Report{}, err)
		return
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if !yield(Report{ID: strings.TrimSuffix(filepath.Base(path), ".txt"), Text: string(text)}, err) {
			return
		}
	}
}

// Gold reads all gold rows of the corpus; Row is the type of its task.
func Gold[Row any](c *Corpus) ([]Row, error) {
	var rows []Row
	for row, err := range Rows[Row](c, "gold.jsonl") {
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// Rows reads a file of the corpus line by line. It ends at the first error.
func Rows[Row any](c *Corpus, name string) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		var none Row
		file, err := os.Open(filepath.Join(c.Dir, name))
		if err != nil {
			yield(none, dateline.Errorf(dateline.NotFound, "%s of %s: %w", name, c.Set, err))
			return
		}
		defer file.Close()
		rows := json.NewDecoder(bufio.NewReaderSize(file, 1<<20))
		for line := 1; ; line++ {
			var row Row
			err := rows.Decode(&row)
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(none, dateline.Errorf(dateline.Unreadable, "%s of %s, row %d: %w", name, c.Set, line, err))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// Templates reads the answer keys of a folder of templates.
func (c *Corpus) Templates() ([]muc4.Template, error) {
	return readAll(c, "key-*", muc4.ParseTemplates)
}

// Messages reads the texts of a folder of templates.
func (c *Corpus) Messages() ([]muc4.Message, error) {
	return readAll(c, "*-muc[34]*", muc4.ParseMessages)
}

func readAll[T any](c *Corpus, pattern string, parse func(io.Reader) ([]T, error)) ([]T, error) {
	paths, err := filepath.Glob(filepath.Join(c.Dir, pattern))
	if err != nil {
		return nil, err
	}
	var all []T
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		part, err := parse(strings.NewReader(string(text)))
		if err != nil {
			return nil, dateline.Errorf(dateline.Unreadable, "%s: %w", filepath.Base(path), err)
		}
		all = append(all, part...)
	}
	if len(all) == 0 {
		return nil, dateline.Errorf(dateline.NotFound, "%s %s has no %s", c.Set, c.Split, pattern)
	}
	return all, nil
}

// Hash is the SHA-256 over names and bytes of the files that are measured on:
// reports and gold, texts and keys, or the development split of a treebank.
func (c *Corpus) Hash() (string, error) {
	var paths []string
	for _, pattern := range []string{"*.jsonl", "*.txt", "key-*", "*-muc[34]*", "dev.conll*"} {
		found, err := filepath.Glob(filepath.Join(c.Dir, pattern))
		if err != nil {
			return "", err
		}
		paths = append(paths, found...)
	}
	slices.Sort(paths)
	sum := sha256.New()
	for _, path := range slices.Compact(paths) {
		text, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		sum.Write([]byte(filepath.Base(path) + "\x00"))
		sum.Write(text)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
