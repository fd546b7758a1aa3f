package web

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// citeView is how an incident, or one number of it, is cited.
type citeView struct {
	ID    dateline.PublicID
	Title string
	Forms []citeForm
}

// citeForm is one way of writing it.
type citeForm struct{ ID, Name, Text string }

// citeIncident gives citations to copy; ?fact=killed is about one number.
func (s *Site) citeIncident(r *request) (*answer, error) {
	if err := r.only("fact"); err != nil {
		return nil, err
	}
	i, a, err := r.open()
	if err != nil || a != nil {
		return a, err
	}
	b, err := r.bundle(i)
	if err != nil {
		return nil, err
	}
	about := b.Title
	if fact := r.URL.Query().Get("fact"); fact != "" {
		f := i.Figure(dateline.Measure(fact), dateline.PopAll)
		if f == nil {
			return nil, dateline.Errorf(dateline.NotFound, "%s has no number for %q", i.Public, fact)
		}
		about += ": " + wording.Measure(f.Measure) + " " + wording.Figure(*f) + " (rule " + f.Rule + ")"
	}
	v := &citeView{ID: i.Public, Title: b.Title, Forms: b.forms(about, s.options.Now().UTC().Format("2006-01-02"))}
	return &answer{page: "cite", title: "Cite " + string(i.Public), nav: "incidents", body: v}, nil
}

func (b *bundle) forms(about, today string) []citeForm {
	note := fmt.Sprintf("%s, revision %d, %s; %s", b.Public, b.Revision, wording.Status(b.Incident), wording.CountsLine(b.Independence))
	text := fmt.Sprintf("Dateline, %s, revision %d (%s): %s. %s. As known on %s.\n", b.Public, b.Revision, wording.Status(b.Incident), about, wording.CountsLine(b.Independence), wording.Day(dateline.Day(today)))
	for _, s := range b.ordered() {
		text += fmt.Sprintf("  %s, %s: %s. sha256 %s\n", s.outlet(), s.when(), s.headline(), s.SHA256Raw)
	}
	key := strings.ReplaceAll(string(b.Public), "-", "")
	return []citeForm{
		{"text", "Text", text},
		{"bibtex", "BibTeX", fmt.Sprintf("@misc{%s,\n  title = {%s},\n  author = {{Dateline}},\n  note = {%s},\n  urldate = {%s}\n}\n", key, unbraced(about), unbraced(note), today)},
		{"ris", "RIS", fmt.Sprintf("TY  - DATA\nTI  - %s\nAU  - Dateline\nAN  - %s\nN1  - %s\nY2  - %s\nER  - \n", oneLine(about), b.Public, oneLine(note), strings.ReplaceAll(today, "-", "/"))},
		{"csl", "CSL-JSON", csl(b.Public, about, note, today)},
	}
}

// unbraced keeps a title from ending a BibTeX field.
func unbraced(s string) string {
	return strings.NewReplacer("{", "(", "}", ")", `\`, "/", "\n", " ").Replace(s)
}

func oneLine(s string) string { return strings.NewReplacer("\r", " ", "\n", " ").Replace(s) }

func csl(id dateline.PublicID, about, note, today string) string {
	type name struct {
		Literal string `json:"literal"`
	}
	type item struct {
		ID       string `json:"id"`
		Type     string `json:"type"`
		Title    string `json:"title"`
		Author   []name `json:"author"`
		Note     string `json:"note"`
		Accessed struct {
			Raw string `json:"raw"`
		} `json:"accessed"`
	}
	x := item{ID: string(id), Type: "dataset", Title: about, Author: []name{{"Dateline"}}, Note: note}
	x.Accessed.Raw = today
	b, err := json.MarshalIndent([]item{x}, "", "  ")
	if err != nil {
		return "" // strings always have a JSON form
	}
	return string(b) + "\n"
}
