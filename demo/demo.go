// Package demo holds the synthetic reports of `dateline demo`. Every outlet,
// speaker and incident in them is invented, and so is the year, 2031; only the
// names of towns are real, so that the gazetteer has something to resolve.
//
// The reports are written to show what the program is for: numbers that do not
// agree, a copy that must not count as corroboration, an undated analysis that
// retells older attacks, a claim by an armed group, a threat, a total over a
// period, and a report that only looks like one of violence.
package demo

import (
	"embed"
	"io/fs"
	"iter"
	"strings"

	"github.com/opendateline/dateline"
)

// Banner stands over everything that the demonstration shows.
const Banner = "Synthetic demonstration data. No person, outlet or incident here is real."

//go:embed reports/*.txt
var files embed.FS

// Reports yields the synthetic reports in the order of their names. The first
// lines of a file, up to an empty line, are its metadata, "key: value".
func Reports() iter.Seq2[dateline.Raw, error] {
	return func(yield func(dateline.Raw, error) bool) {
		names, err := fs.Glob(files, "reports/*.txt")
		if err != nil {
			yield(dateline.Raw{}, err)
			return
		}
		for _, name := range names {
			b, err := files.ReadFile(name)
			if !yield(parse(strings.TrimPrefix(name, "reports/"), string(b)), err) {
				return
			}
		}
	}
}

// parse cuts the metadata off a report.
func parse(name, text string) dateline.Raw {
	head, body, _ := strings.Cut(text, "\n\n")
	raw := dateline.Raw{Name: "demo/" + name, MediaType: "text/plain", Language: "en", Bytes: []byte(body)}
	for _, line := range strings.Split(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "outlet":
			raw.Outlet = value
		case "published":
			raw.Published = value
		case "title":
			raw.Title = value
		case "url":
			raw.URL = value
		}
	}
	return raw
}
