package eval

import (
	"bufio"
	"os"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Word is a token of a parsed text: where it stands, its universal part of
// speech, and the index of its head among the words of the text, -1 for a root.
type Word struct {
	Span
	POS  string
	Head int
	Rel  string
}

// ParsedRow is a text with its words in order.
type ParsedRow struct {
	Report string
	Text   string
	Words  []Word
}

// Treebank reads the documents of a CoNLL-U file. A text is the document's
// sentences, a space between them; words that do not stand in the text as they
// are written are left out with what hangs on them.
func Treebank(path string) ([]ParsedRow, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, dateline.Errorf(dateline.NotFound, "treebank: %w", err)
	}
	defer f.Close()
	var rows []ParsedRow
	var sentence treebankSentence
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			rows = append(rows, ParsedRow{Report: "doc-" + strconv.Itoa(len(rows)+1)})
		case strings.HasPrefix(line, "# text = "):
			sentence.text = strings.TrimPrefix(line, "# text = ")
		case line == "" && len(rows) > 0:
			sentence.addTo(&rows[len(rows)-1])
			sentence = treebankSentence{}
		case line != "" && line[0] != '#':
			sentence.lines = append(sentence.lines, strings.Split(line, "\t"))
		}
	}
	return rows, lines.Err()
}

type treebankSentence struct {
	text  string
	lines [][]string
}

// addTo puts the words behind those of the row.
func (s treebankSentence) addTo(row *ParsedRow) {
	if row.Text != "" {
		row.Text += " "
	}
	base, at, first := len(row.Text), 0, len(row.Words)
	index := map[string]int{} // by the number of the word in its sentence
	for _, c := range s.lines {
		if len(c) < 8 || strings.ContainsAny(c[0], "-.") {
			continue
		}
		found := strings.Index(s.text[at:], c[1])
		if found < 0 {
			continue
		}
		start := at + found
		at = start + len(c[1])
		index[c[0]] = len(row.Words)
		row.Words = append(row.Words, Word{Span: Span{Start: base + start, End: base + at, Text: c[6]}, POS: c[3], Rel: c[7]})
	}
	for i := first; i < len(row.Words); i++ {
		w := &row.Words[i]
		head, ok := index[w.Text]
		if w.Head = head; !ok {
			w.Head = -1
		}
		w.Text = ""
	}
	row.Text += s.text
}
