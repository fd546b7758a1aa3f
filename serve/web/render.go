package web

import (
	"bytes"
	"embed"
	"html/template"
	"io/fs"
	"path"
	"strings"
)

//go:embed templates/*.html
var templateFiles embed.FS

// pages are the templates, one set a page, each with the frame around it.
type pages struct{ sets map[string]*template.Template }

// frame is what stands around every page.
type frame struct {
	Title  string
	Nav    string
	Banner string // over everything: synthetic data
	Query  string // of the search field
	Keys   []key  // that work on this page
	Now    string // name of the page, for the style sheet
	Body   any
}

// newPages parses _*.html as shared parts and every other file as a page.
func newPages(files *static) (*pages, error) {
	shared, err := template.New("").Funcs(helpers(files)).ParseFS(templateFiles, "templates/_*.html")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(templateFiles, "templates/[a-z]*.html")
	if err != nil {
		return nil, err
	}
	p := &pages{map[string]*template.Template{}}
	for _, name := range names {
		set, err := shared.Clone()
		if err == nil {
			set, err = set.ParseFS(templateFiles, name)
		}
		if err != nil {
			return nil, err
		}
		p.sets[strings.TrimSuffix(path.Base(name), ".html")] = set
	}
	return p, nil
}

func (p *pages) render(a *answer, f frame) ([]byte, error) {
	f.Body = a.body
	var b bytes.Buffer
	if err := p.sets[a.page].ExecuteTemplate(&b, "frame", f); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
