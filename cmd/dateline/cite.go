package main

import (
	"context"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

type citeCmd struct {
	ID string `arg:"" help:"INC-…, INC-…#killed, or R-…"`
}

// citation is what is cited, put together once for all styles.
type citation struct {
	id, title, note, day string
	year                 string
	sources              []string
	report               bool
}

// Run prints a citation: the record, its revision and its sources.
func (c citeCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		typed, fact, _ := strings.Cut(c.ID, "#")
		id, public, err := a.find(ctx, tx, typed)
		if err != nil {
			return err
		}
		var cited citation
		switch id.Prefix() {
		case dateline.PrefixIncident:
			cited, err = a.citeIncident(ctx, tx, id, fact)
		case dateline.PrefixReport:
			cited, err = a.citeReport(ctx, tx, id, public)
		default:
			return dateline.Errorf(dateline.Unsupported, "only incidents and reports can be cited; %s is neither", public)
		}
		if err != nil {
			return err
		}
		return a.cite(cited)
	})
}

func (a *app) citeIncident(ctx context.Context, tx store.Tx, id dateline.ID, fact string) (citation, error) {
	p, err := a.page(ctx, tx, id)
	if err != nil {
		return citation{}, err
	}
	i := &p.Incident
	about := i.Title
	if fact != "" {
		if _, err := attribute(fact); err != nil {
			return citation{}, err
		}
		value := p.value(dateline.Attribute(fact))
		if value == "" {
			return citation{}, dateline.Errorf(dateline.NotFound, "%s says nothing of %q", i.Public, fact)
		}
		about += ": " + wording.Fact(dateline.Attribute(fact)) + " " + value
	}
	note := string(i.Public) + ", revision " + itoa(i.Revision) + ", " + wording.Status(i) + "; " + wording.CountsLine(i.Independence)
	out := citation{id: string(i.Public), title: about, note: note, day: a.now().UTC().Format("2006-01-02"), year: year(p.Revised)}
	for _, r := range p.InOrder() {
		out.sources = append(out.sources, p.from(r.ID)+": "+titleOf(r)+", "+wording.Published(r.Published)+". sha256 "+r.SHA256Raw)
	}
	return out, nil
}

func year(at string) string {
	if len(at) < 4 {
		return ""
	}
	return at[:4]
}

func (a *app) citeReport(ctx context.Context, tx store.Tx, id dateline.ID, public dateline.PublicID) (citation, error) {
	r, err := a.releasedReport(ctx, tx, id)
	if err != nil {
		return citation{}, err
	}
	report := r.Reports[id]
	note := strings.Join(filled(orUnknown(r.Outlet(id)), wording.Published(report.Published), report.URL, "sha256 "+report.SHA256Raw), ", ")
	return citation{id: string(public), title: titleOf(report), note: note, day: a.now().UTC().Format("2006-01-02"), year: year(published(report.Published)), report: true}, nil
}

func (a *app) cite(c citation) error {
	t := &text{to: a.stdout}
	switch a.global.Output {
	case "bibtex":
		t.line("@misc{%s,\n  title = {%s},\n  author = {{Dateline}},\n  note = {%s},\n  urldate = {%s}\n}", strings.ReplaceAll(c.id, "-", ""), braced(c.title), braced(c.note), c.day)
	case "ris":
		t.line("TY  - DATA\nTI  - %s\nAU  - Dateline\nAN  - %s\nN1  - %s\nY2  - %s\nER  - \n", c.title, c.id, c.note, c.day)
	case "csl":
		return a.writeJSON([]object{{{"id", c.id}, {"type", "dataset"}, {"title", c.title}, {"author", []object{{{"literal", "Dateline"}}}}, {"note", c.note},
			{"accessed", object{{"raw", c.day}}}}})
	case "json":
		return a.writeJSON(object{{"id", c.id}, {"title", c.title}, {"note", c.note}, {"accessed", c.day}, {"sources", c.sources}})
	case "md":
		t.line("Dateline: *%s*. %s. As known on %s.", c.title, c.note, c.day)
		for _, s := range c.sources {
			t.line("- %s", s)
		}
	default:
		if a.json() {
			return a.writeJSON(object{{"id", c.id}, {"title", c.title}, {"note", c.note}, {"accessed", c.day}, {"sources", c.sources}})
		}
		t.line("Dateline: %s. %s. As known on %s.", c.title, c.note, c.day)
		for _, s := range c.sources {
			t.line("  %s", s)
		}
	}
	return t.err
}

// braced keeps BibTeX from reading a text as commands.
func braced(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "#", `\#`, "&", `\&`, "_", `\_`, "$", `\$`).Replace(s)
}
