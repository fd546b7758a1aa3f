package eval

import (
	"bufio"
	"os"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Names reads a file of tokens with BIO tags, a token a line and an empty line
// between texts. A text is its tokens with a space between them.
func Names(path string) ([]Report, []EntitiesRow, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, dateline.Errorf(dateline.NotFound, "names: %w", err)
	}
	defer f.Close()
	var reports []Report
	var rows []EntitiesRow
	var text strings.Builder
	var row EntitiesRow
	end := func() {
		if text.Len() == 0 {
			return
		}
		row.Report = "text-" + strconv.Itoa(len(rows)+1)
		reports, rows = append(reports, Report{ID: row.Report, Text: text.String(), Language: "en"}), append(rows, row)
		text.Reset()
		row = EntitiesRow{}
	}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		token, tag, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			end()
			continue
		}
		if text.Len() > 0 {
			text.WriteByte(' ')
		}
		row.tag(Span{Start: text.Len(), End: text.Len() + len(token)}, strings.TrimSpace(tag))
		text.WriteString(token)
	}
	end()
	return reports, rows, lines.Err()
}

// tag takes in one token: B- begins a name, I- goes on with it.
func (r *EntitiesRow) tag(s Span, tag string) {
	switch place, kind, _ := strings.Cut(tag, "-"); {
	case place == "B":
		r.Entities = append(r.Entities, Entity{s, kind, 1})
	case place == "I" && len(r.Entities) > 0:
		r.Entities[len(r.Entities)-1].End = s.End
	}
}
