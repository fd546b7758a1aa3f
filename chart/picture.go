package chart

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/opendateline/dateline"
)

// Picture is one drawing in all its forms.
type Picture struct {
	Title      string // what is drawn
	Conclusion string // what it shows, in one or two sentences
	Notes      []string
	Width      float64 // CSS pixels
	Height     float64
	Nodes      []Node
	Lines      []string // the text form; nil where there is none
	Table      Table    // the twin

	options Options
}

// Table is what a picture shows, as rows. Cells hold plain values: days as
// ISO 8601, numbers as digits, "" for nothing.
type Table struct {
	Head []string
	Rows [][]string
}

// Options say how a picture is drawn; the zero value is a light one of 720 px.
type Options struct {
	Width   float64 // CSS pixels; 0 is 720
	Scale   float64 // pixels of a PNG for each of them; 0 is 2
	Theme   Theme   // "" is Light
	Outline bool    // text as paths, for print shops
	ID      string  // prefix of the ids inside, where several pictures share a page
	Base    string  // links to records begin with it: "/" in pages; "" draws no links
	Bare    bool    // no title, notes or margin around it: the page says them

	Synthetic string // what to say of data that are made up; "" for real ones
	AsOf      string // RFC 3339 UTC: the state of the records that are drawn; "" is not said
	Preset    string // the rules for numbers, where they are not the default ones
}

const (
	small  = 13.0
	normal = 14.5
	large  = 19.0
	margin = 16.0
)

func (o Options) filled() Options {
	if o.Width == 0 {
		o.Width = 720
	}
	if o.Scale == 0 {
		o.Scale = 2
	}
	if o.Theme == "" {
		o.Theme = Light
	}
	return o
}

// Check says whether a picture can be drawn that way.
func (o Options) Check() error {
	o = o.filled()
	switch {
	case o.Width < 280 || o.Width > 4000:
		return dateline.Errorf(dateline.Invalid, "a picture is 280 to 4000 pixels wide, not %g", o.Width)
	case o.Scale < 0.5 || o.Scale > 8:
		return dateline.Errorf(dateline.Invalid, "the scale is 0.5 to 8, not %g", o.Scale)
	}
	return o.Theme.Check()
}

func (p *Picture) description() string {
	return strings.Join(append([]string{p.Conclusion}, p.Notes...), " ")
}

// Text writes the picture for a terminal: Unsupported where it has no such form.
func (p *Picture) Text(w io.Writer) error {
	if p.Lines == nil {
		return dateline.Errorf(dateline.Unsupported, "this picture has no text form; take svg, png or csv")
	}
	lines := append([]string{}, p.Lines...)
	lines = append(lines, p.Notes...)
	_, err := io.WriteString(w, bare(strings.Join(lines, "\n"))+"\n")
	return err
}

// CSV writes the twin table. Text that a spreadsheet would run as a formula
// begins with an apostrophe (ETH-13).
func (p *Picture) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(p.Table.Head); err != nil {
		return err
	}
	for _, row := range p.Table.Rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = unformula(visible(cell))
		}
		if err := out.Write(safe); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func unformula(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@", rune(cell[0])) || strings.Trim(cell[1:], "0123456789.") == "" && cell[0] != '=' && cell[0] != '@' {
		return cell
	}
	return "'" + cell
}

// sheet is a picture being laid out: a pen that moves down the page.
type sheet struct {
	*setter
	Picture
	y float64 // how far the page is filled
}

// begin starts a picture: its title and, below it, what it shows.
func begin(o Options, title, under, conclusion string) (*sheet, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	set, err := newSetter()
	if err != nil {
		return nil, err
	}
	o = o.filled()
	s := &sheet{setter: set, Picture: Picture{Title: title, Conclusion: conclusion, Width: o.Width, options: o, Notes: o.notes()}}
	if o.Bare {
		s.y = 4
		return s, nil
	}
	s.y = margin
	s.para(title, large, true, Full)
	if under != "" {
		s.para(under, normal, false, Second)
	}
	s.para(conclusion, normal, false, Full)
	s.y += 8
	return s, nil
}

// notes are the lines that no picture goes without.
func (o Options) notes() []string {
	var out []string
	if o.Synthetic != "" {
		out = append(out, o.Synthetic)
	}
	if o.Preset != "" {
		out = append(out, "Numbers by the rules of "+o.Preset+".")
	}
	if at := asOfWords(o.AsOf); at != "" {
		out = append(out, at)
	}
	return out
}

func (s *sheet) left() float64 {
	if s.options.Bare {
		return 1
	}
	return margin
}

func (s *sheet) right() float64 { return s.Width - s.left() }
func (s *sheet) inner() float64 { return s.right() - s.left() }
func (s *sheet) narrow() bool   { return s.Width < 480 }

func (s *sheet) add(n ...Node) { s.Nodes = append(s.Nodes, n...) }

// para sets a paragraph over the whole width and moves the pen below it.
func (s *sheet) para(text string, size float64, bold bool, ink Ink) {
	for _, l := range s.wrap(text, size, bold, s.inner()) {
		s.y += size * 1.3
		s.add(Text{X: s.left(), Y: s.y - size*0.3, S: l, Size: size, Bold: bold, Ink: ink})
	}
}

// beside sets what is said under a picture because it cannot be drawn in it.
func (s *sheet) beside(lines ...string) {
	for _, l := range lines {
		if l != "" {
			s.Lines = append(s.Lines, l)
			s.para(l, small, false, Second)
		}
	}
}

// end sets the notes and closes the sheet.
func (s *sheet) end() *Picture {
	if !s.options.Bare {
		s.y += 6
		for _, n := range s.Notes {
			s.para(n, small, false, Least)
		}
		s.y += margin - 6
	}
	s.Height = s.y + 2
	return &s.Picture
}
