// Package jsonl reads reports from JSON Lines: one object a line with id,
// text, and where known title, language, published, outlet and url.
package jsonl

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	dateline "github.com/opendateline/dateline"
)

// line is one object of a file. Fields it does not know are left alone.
type line struct {
	ID        string  `json:"id"`
	Text      *string `json:"text"`
	Title     string  `json:"title"`
	Language  string  `json:"language"`
	Published string  `json:"published"`
	Outlet    string  `json:"outlet"`
	URL       string  `json:"url"`
}

// Read yields the reports of r in order. A line that cannot be read, that has
// no text or that is longer than limit bytes gives an error that names it, and
// reading goes on with the next line.
func Read(r io.Reader, name string, limit int64) iter.Seq2[dateline.Raw, error] {
	return func(yield func(dateline.Raw, error) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		for n := 1; ; n++ {
			text, tooLong, err := readLine(in, limit)
			at := fmt.Sprintf("%s:%d", name, n)
			if len(text) > 0 || tooLong {
				raw, bad := parse(text, at, limit, tooLong)
				if !yield(raw, bad) {
					return
				}
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					yield(dateline.Raw{Name: at}, dateline.Errorf(dateline.Unreadable, "%s cannot be read further: %w", at, err))
				}
				return
			}
		}
	}
}

// readLine reads one line without its end. Of a line longer than limit it
// keeps nothing.
func readLine(in *bufio.Reader, limit int64) (text []byte, tooLong bool, err error) {
	for {
		part, more, err := in.ReadLine()
		if !tooLong {
			text = append(text, part...)
		}
		if int64(len(text)) > limit {
			text, tooLong = nil, true
		}
		if err != nil || !more {
			return text, tooLong, err
		}
	}
}

func parse(text []byte, at string, limit int64, tooLong bool) (dateline.Raw, error) {
	raw := dateline.Raw{Name: at}
	if tooLong {
		return raw, &dateline.Error{Code: dateline.Unreadable, What: fmt.Sprintf("%s is longer than %d bytes", at, limit),
			Kept: "The other lines are read", Next: "Raise the size limit to read it"}
	}
	var l line
	if err := json.Unmarshal(text, &l); err != nil {
		return raw, dateline.Errorf(dateline.Unreadable, "%s is not a JSON object: %w", at, err)
	}
	if l.Text == nil {
		return raw, dateline.Errorf(dateline.Unreadable, "%s has no field \"text\"", at)
	}
	raw.Bytes, raw.MediaType, raw.ExternalID, raw.URL = []byte(*l.Text), "text/plain", l.ID, l.URL
	raw.Outlet, raw.Title, raw.Published, raw.Language = l.Outlet, l.Title, l.Published, l.Language
	return raw, nil
}
