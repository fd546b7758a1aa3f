package clean

import (
	"bytes"
	"testing"

	dateline "github.com/opendateline/dateline"
)

func TestCutOpening(t *testing.T) {
	for _, row := range []struct {
		name, title, text string
		heading, body     string // of the title, and how the rest begins
	}{
		{"a title that runs on into the text", "Four hurt in mill fire", "Four hurt in mill fireMARVESK — Four people were hurt.", "Four hurt in mill fire", "MARVESK — Four people"},
		{"with the outlet's name", "Four hurt in mill fire | Town Record", "Four hurt in mill fire | Town RecordMARVESK — Four people were hurt.", "Four hurt in mill fire", "MARVESK — Four people"},
		{"after a day", "Four hurt in mill fire", "Fri Apr 29 2033 Four hurt in mill fire. Four people were hurt on Thursday.", "Four hurt in mill fire.", "Four people were hurt on Thursday."},
		{"before an agency and a day", "Four hurt in mill fire", "Four hurt in mill fire AFP Sunday 5 Jun 2033 Four people were hurt.", "Four hurt in mill fire", "Four people were hurt."},
		{"a sentence that opens as the title does", "Four hurt in mill fire", "Four hurt in mill fire were still in hospital.", "", "Four hurt in mill fire were"},
		{"a title of one word", "Marvesk", "Marvesk Four people were hurt there.", "", "Marvesk Four people"},
	} {
		r, err := new(Cleaner).Clean(dateline.Raw{Name: "a.txt", MediaType: "text/plain", Bytes: []byte(row.text), Title: row.title})
		if err != nil {
			t.Fatal(err)
		}
		heading := ""
		if r.TitleSpan != nil {
			heading = r.TitleSpan.Of(r.Text)
		}
		if heading != row.heading {
			t.Errorf("%s: title %q, want %q", row.name, heading, row.heading)
		}
		if rest := unmarked(r); len(rest) < len(row.body) || rest[:len(row.body)] != row.body {
			t.Errorf("%s: text %q, want %q first", row.name, rest, row.body)
		}
	}
}

// unmarked is the text without title and boilerplate.
func unmarked(r *dateline.Report) string {
	text := []byte(r.Text)
	blank := func(s dateline.Span) {
		for i := s.Start; i < s.End; i++ {
			text[i] = ' '
		}
	}
	if r.TitleSpan != nil {
		blank(*r.TitleSpan)
	}
	for _, b := range r.Boilerplate {
		blank(b.Span)
	}
	return string(bytes.TrimSpace(text))
}
