package clean

import (
	"fmt"
	"strings"
	"unicode/utf8"

	dateline "github.com/opendateline/dateline"
)

// Cleaner turns raw bytes into reports. The zero value is ready and may be
// used from many goroutines.
type Cleaner struct{}

// Clean makes a report of the [Whole] of what a carrier handed over. An error has
// code Unreadable: the bytes hold no text.
func (c *Cleaner) Clean(raw dateline.Raw) (*dateline.Report, error) {
	raw = Whole(raw)
	text, _ := decodeText(raw.Bytes, raw.MediaType)
	if err := checkText(raw.Name, text); err != nil {
		return nil, err
	}
	r := &dateline.Report{
		ExternalID: raw.ExternalID, SHA256Raw: dateline.Hash(raw.Bytes), Name: raw.Name, URL: raw.URL,
		Outlet: raw.Outlet, Title: raw.Title, Language: raw.Language, CleanVersion: Version, Genre: dateline.GenreUnknown,
	}
	r.ID = dateline.ReportID(r.SHA256Raw)
	var m meta
	if isHTML(raw.MediaType, text) {
		p, err := readPage(text)
		if err != nil {
			return nil, dateline.Errorf(dateline.Unreadable, "%s is no web page that can be read: %w", raw.Name, err)
		}
		m = p.meta
		text = pageText(r, p)
	} else {
		text = headed(r.Title, text)
	}
	if strings.TrimSpace(text) == "" {
		return nil, &dateline.Error{Code: dateline.Unreadable, What: raw.Name + " holds no text", Next: "If its text is drawn by a script, save the page as text"}
	}
	r.Text, r.SHA256Text = text, dateline.Hash([]byte(text))
	newReader(r).read()
	r.Published = published(raw, m, r)
	r.Language = language(firstOf(r.Language, m.language), text)
	r.Genre = genre(r)
	mask(r)
	return r, nil
}

// checkText refuses bytes that decode to something that is no text.
func checkText(name, text string) error {
	odd, all := 0, 0
	for _, c := range text[:min(len(text), 1<<20)] {
		all++
		if c == utf8.RuneError || c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			odd++
		}
	}
	if all > 0 && odd*10 > all {
		return &dateline.Error{Code: dateline.Unreadable, What: fmt.Sprintf("%s is no text: %d of its first %d characters cannot be read", name, odd, all),
			Kept: "Nothing was stored from it", Next: "Save its text as a .txt or .html file"}
	}
	return nil
}

// isHTML decides by the media type, else by the first tag.
func isHTML(mediaType, text string) bool {
	switch {
	case strings.Contains(mediaType, "html"):
		return true
	case mediaType != "":
		return false
	}
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 1024)]))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") || strings.HasPrefix(head, "<?xml") && strings.Contains(head, "<html")
}

// pageText writes down a page as text and fills what the page says of itself.
func pageText(r *dateline.Report, p page) string {
	r.Title = firstOf(r.Title, p.meta.title)
	r.Outlet = firstOf(r.Outlet, p.meta.outlet)
	r.CanonicalURL = p.meta.canonical
	if p.meta.author != "" {
		r.Byline = []string{p.meta.author}
	}
	blocks := p.blocks
	if r.Title != "" && len(blocks) > 0 && !sameLine(blocks[0], r.Title) {
		blocks = append([]string{r.Title}, blocks...)
	}
	return strings.Join(blocks, "\n\n")
}

// Controls lists the bidirectional control characters of a text. They are
// kept in it; a page that shows the text must isolate them (ETH-13).
func Controls(text string) []dateline.Span {
	var out []dateline.Span
	runes := dateline.NewRunes(text)
	for i, c := range text {
		if c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' || c == '\u200e' || c == '\u200f' || c == '\u061c' {
			out = append(out, runes.Span(i, i+utf8.RuneLen(c)))
		}
	}
	return out
}
