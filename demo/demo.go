// Package demo holds a country that does not exist, and the reports that its
// outlets wrote in the first three months of 2024.
//
// # What it is for
//
// Everything that the program is made for can be seen here: a number that
// reports do not agree on, copies that must not count as corroboration, a toll
// that went down, three towns of one name, an attacker with three names, a
// claim by a group and by its parent, a denial that confirms, an undated
// report, a threat, a total over a period, and reports that only look like
// violence. testdata/ says what the reports were written to tell, and the tests
// hold what is read from them against it.
//
// # Data
//
// One file of reports is one report. Lines between "---" at its head are what a
// carrier would have given along with it; a file without them, or a page, comes
// with nothing. own/ has the places, states, groups and sources of the country.
// No name of a place, group or outlet is a real one, codes are of the range
// that ISO 3166 leaves to its users, and no private person is named.
package demo

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

//go:embed reports own
var files embed.FS

// Ceiling is the last day that the reports can speak of.
const Ceiling = dateline.Day("2024-04-01")

// Own is the folder of the country's places, states, groups and sources, for
// the gazetteer and the registry.
func Own() fs.FS {
	own, err := fs.Sub(files, "own")
	if err != nil {
		panic(err) // "own" is a valid path
	}
	return own
}

// Reports yields the reports in the order of their file names, which begin with
// month and day. A report whose head cannot be read comes with an error of code
// Damaged; that happens only if the program was built with a broken file.
func Reports() iter.Seq2[dateline.Raw, error] {
	return func(yield func(dateline.Raw, error) bool) {
		entries, err := fs.ReadDir(files, "reports")
		if err != nil {
			yield(dateline.Raw{}, dateline.Errorf(dateline.Damaged, "listing the reports of the demonstration: %w", err))
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
	raw := dateline.Raw{Name: "demo/" + name, MediaType: "text/plain"}
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
