package velmara

import (
	"embed"
	"io/fs"
	"iter"
	"path"
	"strings"

	"github.com/opendateline/dateline"
)

// Banner stands over everything that shows these reports.
const Banner = "Synthetic demonstration data. Velmara does not exist; no person or incident here is real."

//go:embed reports data
var files embed.FS

// Reports yields the reports in the order of their file names, which begin with
// month and day. A report whose head cannot be read comes with an error of code
// Damaged; that happens only if the program was built with a broken file.
func Reports() iter.Seq2[dateline.Raw, error] {
	return func(yield func(dateline.Raw, error) bool) {
		entries, err := fs.ReadDir(files, "reports")
		if err != nil {
			yield(dateline.Raw{}, dateline.Errorf(dateline.Damaged, "listing the reports of Velmara: %w", err))
			return
		}
		for _, e := range entries {
			if !yield(read(e.Name())) {
				return
			}
		}
	}
}

func read(name string) (dateline.Raw, error) {
	raw := dateline.Raw{Name: "velmara/" + name, MediaType: "text/plain"}
	b, err := files.ReadFile("reports/" + name)
	if err != nil {
		return raw, dateline.Errorf(dateline.Damaged, "reading %s: %w", raw.Name, err)
	}
	if path.Ext(name) == ".html" {
		raw.MediaType = "text/html"
	}
	text, headed := strings.CutPrefix(string(b), headMark)
	if !headed {
		raw.Bytes = b
		return raw, nil
	}
	head, body, ended := strings.Cut(text, "\n"+headMark)
	if !ended {
		return raw, dateline.Errorf(dateline.Damaged, "the head of %s has no end", raw.Name)
	}
	raw.Bytes = []byte(body)
	return raw, fill(&raw, head)
}

const headMark = "---\n"

// fill takes over the lines "key: value" of a head.
func fill(raw *dateline.Raw, head string) error {
	for _, line := range strings.Split(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		field := map[string]*string{"id": &raw.ExternalID, "outlet": &raw.Outlet, "published": &raw.Published,
			"title": &raw.Title, "url": &raw.URL, "language": &raw.Language}[key]
		if field == nil || value == "" {
			return dateline.Errorf(dateline.Damaged, "the head of %s has a line that says nothing: %q", raw.Name, line)
		}
		*field = value
	}
	return nil
}

// key is the name of a report in the tables: its file name without ending.
func key(raw dateline.Raw) string {
	base := path.Base(raw.Name)
	return strings.TrimSuffix(base, path.Ext(base))
}
