package chart

import (
	"bytes"
	"image/color"
	"image/png"
	"math"
	"testing"

	"github.com/opendateline/dateline"
)

// A PNG has the size that was asked for, and every mark of the scene has the
// colour of its ink where it stands.
func TestPNG(t *testing.T) {
	for name, p := range pictures(t) {
		if p.options.Theme == Page || name == "origins-phone" {
			continue
		}
		var b bytes.Buffer
		if err := p.PNG(&b); err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		if w, h := img.Bounds().Dx(), img.Bounds().Dy(); w != int(p.Width*2) || h != int(math.Ceil(p.Height*2)) {
			t.Errorf("%s is %d × %d, the scene %g × %g", name, w, h, p.Width, p.Height)
		}
		if got := img.At(2, 2); color.RGBAModel.Convert(got) != p.options.Theme.rgb(Paper) {
			t.Errorf("%s: the corner is %v", name, got)
		}
		checked := 0
		walk(p.Nodes, func(n Node) {
			c, ok := n.(Circle)
			if !ok || c.Fill == NoInk {
				return
			}
			checked++
			want := p.options.Theme.rgb(c.Fill)
			y := c.Y
			if c.R > 8 {
				y -= 0.75 * c.R // its number stands in the middle
			}
			if got := color.RGBAModel.Convert(img.At(int(c.X*2), int(y*2))).(color.RGBA); got != want {
				t.Errorf("%s: the mark at %g,%g is %v, not %v", name, c.X, c.Y, got, want)
			}
		})
		if name == "ladder" && checked < 4 {
			t.Errorf("only %d marks in the ladder", checked)
		}
	}
}

func walk(nodes []Node, visit func(Node)) {
	for _, n := range nodes {
		visit(n)
		if g, ok := n.(Group); ok {
			walk(g.Nodes, visit)
		}
	}
}

// No line of text leaves the sheet or runs into another on the same baseline.
func TestTextFits(t *testing.T) {
	set, err := newSetter()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pictures(t) {
		fits(t, set, p)
	}
}

// Arabic script is shaped and runs right to left; a number beside it stays.
func TestVisualOrder(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"11–23", "11–23"},
		{name("رادیو") + " " + iso("12:05"), "<رادیو> 12:05"},
		{name("رادیو 12 شهر"), "< شهر>12<رادیو >"},
		{"abc " + name("شهر نو") + " def", "abc <شهر نو> def"},
	} {
		got := ""
		for _, r := range visual(c.in) {
			if r.rtl {
				got += "<" + string(r.text) + ">"
			} else {
				got += string(r.text)
			}
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
	set, err := newSetter()
	if err != nil {
		t.Fatal(err)
	}
	joined, apart := set.width("شهر", 20, false), set.width("ش", 20, false)+set.width("ه", 20, false)+set.width("ر", 20, false)
	if joined >= apart {
		t.Errorf("letters are not joined: %g against %g", joined, apart)
	}
}

// An outlier stands behind a break, and the break is in the text too.
func TestLadderBreak(t *testing.T) {
	r := market()
	teller{&r}.report("FAR", "Far Post", "2031-05-04T10:00:00Z", "")
	teller{&r}.says("FAR", voice{"FAR", dateline.UnknownSecondary, "", "", false}, exactly(500))
	r.Incident.Figures[0].High = whole(500)
	p, err := Ladder(r, dateline.Killed, dateline.PopAll, made)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.Text(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b.Bytes(), []byte("//")) || !bytes.Contains(b.Bytes(), []byte("■ 500")) {
		t.Errorf("no break in:\n%s", b.String())
	}
}

func TestOptions(t *testing.T) {
	for _, o := range []Options{{Width: 100}, {Scale: 20}, {Theme: "pink"}} {
		if err := o.Check(); dateline.CodeOf(err) != dateline.Invalid {
			t.Errorf("%+v: %v", o, err)
		}
	}
}
