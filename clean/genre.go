package clean

import (
	"regexp"
	"strings"

	dateline "github.com/opendateline/dateline"
)

// genreRule reads a genre from the title, the head or the address.
type genreRule struct {
	genre dateline.Genre
	form  *regexp.Regexp
	words []string // beginnings of words of which each match has one
}

var genreRules = []genreRule{
	{dateline.LiveBlog, regexp.MustCompile(`(?i)\blive (?:updates?|blog|coverage)\b|/live(?:blog)?[/-]|\bas it happened\b`), []string{"live", "happened"}},
	{dateline.Explainer, regexp.MustCompile(`(?i)\bexplainer\b|^explained:|what (?:we know|to know|you need to know)\b|^(?:who|what) (?:is|are) [^?]{3,60}\?`), []string{"explain", "know", "who", "what"}},
	{dateline.Opinion, regexp.MustCompile(`(?im)^(?:opinion|editorial|op-ed|commentary|comment|letters?)\b|/opinion[s]?/|/commentisfree/|/editorials?/`), []string{"opinion", "editorial", "op-ed", "comment", "letter"}},
	{dateline.Analysis, regexp.MustCompile(`(?im)^(?:analysis|news analysis)\b|/analysis/|\banalysis:|/features?/`), []string{"analysis", "news", "feature"}},
	{dateline.PressRelease, regexp.MustCompile(`(?i)for immediate release|\bpress release\b|/press-releases?/`), []string{"immediate", "press"}},
	{dateline.CourtDoc, regexp.MustCompile(`(?i)\b(?:plaintiffs?|appellant) v\.? |in the (?:supreme|high|district) court of|united states district court`), []string{"plaintiff", "appellant", "court"}},
}

// genre guesses the genre; what it cannot tell is unknown. A line of place and
// date, or an agency's credit, means spot news.
func genre(r *dateline.Report) dateline.Genre {
	head := r.Title + "\n" + r.URL + "\n" + headOf(r.Text)
	for _, rule := range genreRules {
		if holds(head, rule.words) && rule.form.MatchString(head) {
			return rule.genre
		}
	}
	if r.DatelineText != "" || len(r.AgencyCredit) > 0 {
		return dateline.SpotNews
	}
	return dateline.GenreUnknown
}

// headOf is the lines before the running text.
func headOf(text string) string {
	var head []string
	for _, l := range cutLines(text[:min(len(text), 2000)]) {
		if l.prose || len(head) >= 6 {
			break
		}
		head = append(head, l.text)
	}
	return strings.Join(head, "\n")
}
