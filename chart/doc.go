// Package chart draws what the records say: the casualty ladder, the number
// over time, who got it from whom, incidents and people killed per period, and
// the map (experience §6).
//
// # One scene, four forms
//
// A kind of picture is a function from stored records to a [Picture]: a small
// scene of boxes, lines, text and groups, lines of plain text, a table that
// holds the same rows, and a conclusion in words. SVG, PNG, text and CSV are
// written from that one value, so that they cannot differ. Layout happens once,
// at the width asked for; below 480 px a picture is laid out anew for a phone
// instead of being scaled down until nobody can read it.
//
// # What a picture may not do
//
// It never computes a figure. Low, best and high, the rule that chose them and
// the sentence that explains them come from the record; words come from package
// wording. Sums over incidents are named as sums, and incidents that cannot take
// part are counted beside the picture and never drawn where they do not belong:
// a date coarser than a bar, a place coarser than a district, a number that is
// not known.
//
// Shape says where a number comes from, colour and a sign whether it fits.
// There are three colours: blue for what is supported, vermilion for what is
// contested, grey for the rest. Nothing depends on colour alone, and the theme
// for print has none.
//
// # Text
//
// SVG holds real text unless outlines are asked for; PNG is drawn from embedded
// fonts without any other program. Names, numbers and dates are isolates
// (U+2068 … U+2069), or "11–23" beside an Arabic name would read "23–11"; the
// root says direction="ltr", or every anchor would flip on a right-to-left page.
// The same input gives the same bytes.
package chart
