// Package learn trains the models of package syntax from Universal
// Dependencies treebanks in CoNLL-U and from plain news text, and measures
// them. Training is not needed to build or run the program; command train
// calls this package.
package learn

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	dateline "github.com/opendateline/dateline"
)

// Sentence is one sentence of a treebank.
type Sentence struct {
	Text      string // the line "# text"
	Document  string
	Paragraph bool // begins a paragraph
	Forms     []string
	Start     []int // byte offsets of the tokens in Text
	Lemmas    []string
	Tags      []string // "VBZ|AUX"
	Heads     []int    // -1 for the root
	Rels      []string
}

// Treebank reads one split of the treebanks under data.
func Treebank(data, split string, names ...string) ([]Sentence, error) {
	var all []Sentence
	for _, name := range names {
		file := filepath.Join(data, name, split+".conllu")
		sentences, err := readConllu(file)
		if err != nil {
			return nil, err
		}
		all = append(all, sentences...)
	}
	return all, nil
}

func readConllu(file string) ([]Sentence, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, dateline.Errorf(dateline.Unreadable, "treebank: %w", err)
	}
	defer f.Close()
	var all []Sentence
	var s Sentence
	document := ""
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case line == "":
			if len(s.Forms) > 0 {
				s.Document = document
				s.align()
				all = append(all, s)
			}
			s = Sentence{}
		case strings.HasPrefix(line, "# newdoc id = "):
			document = line[len("# newdoc id = "):]
			s.Paragraph = true
		case strings.HasPrefix(line, "# newpar"):
			s.Paragraph = true
		case strings.HasPrefix(line, "# text = "):
			s.Text = line[len("# text = "):]
		case line[0] != '#':
			if err := s.addRow(strings.Split(line, "\t")); err != nil {
				return nil, dateline.Errorf(dateline.Unreadable, "%s: %w", filepath.Base(file), err)
			}
		}
	}
	if err := lines.Err(); err != nil {
		return nil, dateline.Errorf(dateline.Unreadable, "%s: %w", filepath.Base(file), err)
	}
	return all, nil
}

func (s *Sentence) addRow(row []string) error {
	if len(row) != 10 {
		return dateline.Errorf(dateline.Unreadable, "row with %d columns", len(row))
	}
	if strings.ContainsAny(row[0], "-.") {
		return nil
	}
	head, err := strconv.Atoi(row[6])
	if err != nil {
		return dateline.Errorf(dateline.Unreadable, "head %q: %w", row[6], err)
	}
	s.Forms = append(s.Forms, row[1])
	s.Lemmas = append(s.Lemmas, strings.ToLower(row[2]))
	s.Tags = append(s.Tags, row[4]+"|"+row[3])
	s.Heads = append(s.Heads, head-1)
	s.Rels = append(s.Rels, row[7])
	return nil
}

// align finds the tokens in the text. A token that is not there verbatim gets
// the place where it would begin.
func (s *Sentence) align() {
	at := 0
	for _, form := range s.Forms {
		if i := strings.Index(s.Text[at:], form); i >= 0 {
			at += i
		}
		s.Start = append(s.Start, at)
		at = min(at+len(form), len(s.Text))
	}
}
