package eval

import (
	"strings"
	"unicode"
)

// ScoreClean scores articles taken out of web pages. pieces_p, _r and _f are
// over the pieces of the gold: of those that must be in the text how many are
// (recall), and of all pieces found how many must be (precision). text_f1 is the
// F1 of the words of each page's text, averaged over the pages. title_exact and
// published_exact are shares of the pages whose gold has them.
func ScoreClean(gold, predicted []CleanRow) Result {
	answers := byKey(predicted, func(r CleanRow) string { return r.Report })
	var pieces, words, titles, dates []tally
	for _, g := range gold {
		a := answers[g.Report]
		pieces = append(pieces, pieceTally(g, a.Text))
		words = append(words, wordTally(g.Text, a.Text))
		titles = append(titles, sameText(g.Title, a.Title))
		dates = append(dates, sameText(g.Published, a.Published))
	}
	return result(len(gold), append(prf("pieces", pieces),
		summed("text_f1", words, recall), summed("title_exact", titles, recall), summed("published_exact", dates, recall)))
}

func pieceTally(gold CleanRow, text string) tally {
	text = spaced(text)
	found, wrong := 0.0, 0.0
	for _, piece := range gold.Must {
		found += given(strings.Contains(text, spaced(piece)))
	}
	for _, piece := range gold.MustNot {
		wrong += given(strings.Contains(text, spaced(piece)))
	}
	return hit(found, found+wrong, float64(len(gold.Must)))
}

func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

// wordTally is the F1 of the words of one page as a share of one page.
func wordTally(gold, answer string) tally {
	if gold == "" {
		return tally{}
	}
	g, a := wordsOf(gold), wordsOf(answer)
	left := map[string]int{}
	for _, word := range g {
		left[word]++
	}
	right := 0.0
	for _, word := range a {
		if left[word] > 0 {
			left[word]--
			right++
		}
	}
	return hit(f1(hit(right, float64(len(a)), float64(len(g)))), 1, 1)
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func sameText(gold, answer string) tally {
	if gold == "" {
		return tally{}
	}
	return asked(spaced(gold) == spaced(answer))
}
