package chart

import (
	"fmt"
	"image/color"

	"github.com/opendateline/dateline"
)

// Ink is a colour by what it means; a theme says how it looks.
type Ink uint8

const (
	NoInk     Ink = iota
	Paper         // background
	Full          // text and best
	Second        // secondary text
	Least         // least text, vague numbers
	Rule          // decorative lines
	Border        // lines that must be seen
	Supported     // fits, or nothing speaks against it
	Contested     // cannot hold together with best
	Band          // low to high
	Land          // on maps; the sea is paper
	CatA          // categories, where a picture must tell them apart
	CatB
	CatC
	CatD
	inks
)

// Theme is a set of colours.
type Theme string

const (
	Light Theme = "light"
	Dark  Theme = "dark"
	Print Theme = "print"
	Page  Theme = "page" // SVG inside a page: the page's own custom properties
)

var hexes = map[Theme][inks]string{
	Light: {"", "#FBFAF7", "#1B1D21", "#4A4F57", "#63686F", "#DAD6CD", "#83807A", "#0B4F8A", "#A63D00", "#E4E9EE", "#F1EFE9", "#332288", "#CC6677", "#117733", "#88CCEE"},
	Dark:  {"", "#14161A", "#ECEAE4", "#B9BBBD", "#96999D", "#33373E", "#74787E", "#8CC4F0", "#F0936B", "#26303A", "#1F242B", "#9C8FE0", "#DD8894", "#57B877", "#88CCEE"},
	Print: {"", "#FFFFFF", "#000000", "#000000", "#000000", "#000000", "#000000", "#000000", "#000000", "#FFFFFF", "#FFFFFF", "#000000", "#000000", "#000000", "#000000"},
	Page: {"", "var(--paper)", "var(--ink)", "var(--ink-2)", "var(--ink-3)", "var(--rule)", "var(--rule-2)", "var(--supported)", "var(--contested)", "var(--band)", "var(--sunken)",
		"#332288", "#CC6677", "#117733", "#88CCEE"},
}

// Check says whether the theme is one.
func (t Theme) Check() error {
	if _, ok := hexes[t]; !ok {
		return dateline.Errorf(dateline.Invalid, "unknown theme %q. Themes: light, dark, print", string(t))
	}
	return nil
}

func (t Theme) hex(i Ink) string { return hexes[t][i] }

// thickness is how wide a line is drawn. In print decorative lines are as black
// as others, so they are thin.
func (t Theme) thickness(s Stroke) float64 {
	if t == Print && s.Ink == Rule {
		return s.Width * 0.4
	}
	return s.Width
}

// rgb is the colour for drawing; a page's custom properties are drawn as light.
func (t Theme) rgb(i Ink) color.RGBA {
	if t == Page {
		t = Light
	}
	c := color.RGBA{A: 255}
	if _, err := fmt.Sscanf(t.hex(i), "#%02X%02X%02X", &c.R, &c.G, &c.B); err != nil {
		return color.RGBA{}
	}
	return c
}
