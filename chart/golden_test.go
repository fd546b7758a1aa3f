package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/opendateline/dateline"
)

var update = flag.Bool("update", false, "write the golden files")

var made = Options{Synthetic: "Made up for a test.", AsOf: "2031-05-21T06:00:00Z"}

const measured = "reports,seconds to read,seconds to match\n1000,11,3.9\n100,1.2,0.4\n10000,108,\n"

func with(o Options, change func(*Options)) Options { change(&o); return o }

// pictures are all kinds, each in the widths and themes in which it differs.
func pictures(t testing.TB) map[string]*Picture {
	phone := with(made, func(o *Options) { o.Width = 390; o.Theme = Dark })
	print := with(made, func(o *Options) { o.Theme = Print })
	page := with(made, func(o *Options) { o.Theme, o.Bare, o.Base, o.ID, o.Width = Page, true, "/", "p1", 420 })
	out := map[string]*Picture{}
	add := func(name string, p *Picture, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[name] = p
	}
	p, err := Ladder(market(), dateline.Killed, dateline.PopAll, made)
	add("ladder", p, err)
	p, err = Ladder(market(), dateline.Killed, dateline.PopAll, phone)
	add("ladder-phone", p, err)
	p, err = Ladder(market(), dateline.Wounded, dateline.PopAll, made)
	add("ladder-empty", p, err)
	p, err = Numbers(market(), growing(), dateline.Killed, dateline.PopAll, Published, made)
	add("numbers", p, err)
	p, err = Numbers(market(), growing(), dateline.Killed, dateline.PopAll, Learned, page)
	add("numbers-page", p, err)
	p, err = Origins(market(), dateline.AttrKilled, made)
	add("origins", p, err)
	p, err = Origins(market(), dateline.AttrKilled, phone)
	add("origins-phone", p, err)
	p, err = Origins(market(), dateline.AttrKilled, with(page, func(o *Options) { o.Width = 720 }))
	add("origins-page", p, err)
	p, err = Histogram(year(), Monthly, "country=XVE", made)
	add("histogram", p, err)
	p, err = Toll(year(), dateline.Killed, dateline.PopAll, Monthly, "", print)
	add("toll", p, err)
	p, err = Map(year(), "", made)
	add("map", p, err)
	m, err := ReadMeasured(strings.NewReader(measured))
	if err != nil {
		t.Fatal(err)
	}
	m.Title, m.LogX, m.LogY = "Reading stores of growing size", true, true
	p, err = Growth(m, made)
	add("growth", p, err)
	p, err = Growth(m, phone)
	add("growth-phone", p, err)
	return out
}

func forms(p *Picture) map[string]func(io.Writer) error {
	out := map[string]func(io.Writer) error{"svg": p.SVG, "csv": p.CSV}
	if p.Lines != nil {
		out["txt"] = p.Text
	}
	return out
}

func TestGolden(t *testing.T) {
	for name, p := range pictures(t) {
		for ending, write := range forms(p) {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", name+"."+ending)
			if *update {
				if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), b.String()); d != "" {
				t.Errorf("%s (-update writes it anew):\n%s", file, d)
			}
		}
	}
}

// Every SVG is well formed, says its title and what it shows, and runs left to
// right whatever page it stands on.
func TestSVGIsWellFormed(t *testing.T) {
	for name, p := range pictures(t) {
		var b bytes.Buffer
		if err := p.SVG(&b); err != nil {
			t.Fatal(err)
		}
		s := b.String()
		d := xml.NewDecoder(&b)
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		for _, want := range []string{`direction="ltr"`, "<title ", "<desc ", "Made up for a test.", "As known on"} {
			if !strings.Contains(s, want) {
				t.Errorf("%s has no %s", name, want)
			}
		}
		if strings.Count(s, string(fsi)) != strings.Count(s, string(pdi)) {
			t.Errorf("%s has isolates that are not closed", name)
		}
		if strings.ContainsRune(s, '\u202e') {
			t.Errorf("%s lets an override of the direction through", name)
		}
	}
}

// Two drawings of the same record are the same bytes.
func TestDeterministic(t *testing.T) {
	var out [2]bytes.Buffer
	for i := range out {
		p, err := Origins(market(), dateline.AttrKilled, with(made, func(o *Options) { o.Scale = 1 }))
		if err := errors.Join(err, p.SVG(&out[i]), p.PNG(&out[i]), p.CSV(&out[i])); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out[0].Bytes(), out[1].Bytes()) {
		t.Error("two drawings differ")
	}
}

// Outlined SVG has paths in place of all text, and still its title.
func TestOutline(t *testing.T) {
	p, err := Origins(market(), dateline.AttrKilled, with(made, func(o *Options) { o.Outline = true }))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.SVG(&b); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "<text") || !strings.Contains(b.String(), "<title") || strings.Count(b.String(), "<path") < 20 {
		t.Errorf("text is left, or nothing is drawn")
	}
}
