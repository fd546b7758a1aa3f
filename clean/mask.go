package clean

import (
	"regexp"
	"slices"
	"sort"

	dateline "github.com/opendateline/dateline"
)

// identifier is a form of number or address that is masked before indexing
// and export (ETH-10). Group 1, if there is one, is what is masked.
type identifier struct {
	form      *regexp.Regexp
	financial bool
	anywhere  bool // also in running text; else in boilerplate only
	possible  func(signs) bool
	words     []string // beginnings of words of which one leads up to the digits of each match
}

var identifiers = []identifier{
	{regexp.MustCompile(`\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b`), true, true, func(s signs) bool { return s.code }, nil},
	{regexp.MustCompile(`(?i)\b(?:clabe|cuenta|account(?: number| no\.?)?|a/c(?: no\.?)?|acct\.?|iban|card(?: number)?|konto(?:nummer)?|cbu|cvu|sort code|routing(?: number)?|swift|bic)\s*(?:is)?\s*[:#]?\s*([A-Z]{0,4}\d[\d \-]{4,40}\d)`), true, true, number(6),
		[]string{"clabe", "cuenta", "account", "a/c", "acct", "iban", "card", "konto", "cbu", "cvu", "sort", "routing", "swift", "bic"}},
	{regexp.MustCompile(`\b(?:\d{4}[ -]){3}\d{4}\b`), true, true, number(19), nil},
	{regexp.MustCompile(`\b(?:bc1[a-z0-9]{25,60}|[13][a-km-zA-HJ-NP-Z1-9]{26,34}|0x[0-9a-fA-F]{40})\b`), true, true, func(s signs) bool { return s.word }, nil},
	{regexp.MustCompile(`\b\d[\d \-]{12,30}\d\b`), true, false, number(14), nil},
	{regexp.MustCompile(`[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+`), false, true, func(s signs) bool { return s.at }, nil},
	{regexp.MustCompile(`(?i)\b(?:tel(?:ephone)?|phone|mobile|cell|whatsapp|fax|call|hotline)\b\.?\s*(?:us at|at|on|number)?\s*:?\s*(\+?\(?\d[\d ()\-./]{5,20}\d)`), false, true, number(7),
		[]string{"tel", "phone", "mobile", "cell", "whatsapp", "fax", "call", "hotline"}},
	{regexp.MustCompile(`\+\d{1,3}[ \-.]?\(?\d{1,4}\)?(?:[ \-.]?\d{2,4}){2,4}\b`), false, true, func(s signs) bool { return s.plus }, nil},
	{regexp.MustCompile(`\(\d{3}\) ?\d{3}-\d{4}\b`), false, true, func(s signs) bool { return s.paren }, nil},
	{regexp.MustCompile(`\b\d{1,5}\s+(?:\p{Lu}[\p{L}.]+\s+){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane|Drive|Boulevard|Blvd\.|Court|Square)\b`), false, false, func(s signs) bool { return s.house }, nil},
}

// mask notes the identifiers of a report. The text keeps them; views, indexes
// and exports hide what Masked covers.
func mask(r *dateline.Report) {
	var found [][2]int
	financial := false
	signs := signsOf(r.Text)
	for _, id := range identifiers {
		if !id.possible(signs) || !id.anywhere && len(r.Boilerplate) == 0 {
			continue
		}
		if id.words != nil && !leads(r.Text, id.words) {
			continue
		}
		for _, m := range id.form.FindAllStringSubmatchIndex(r.Text, 200) {
			if len(m) > 2 && m[2] >= 0 {
				m = m[2:]
			}
			if !id.anywhere && !r.InBoilerplate(dateline.Span{Start: m[0], End: m[1]}) {
				continue
			}
			found = append(found, [2]int{m[0], m[1]})
			financial = financial || id.financial
		}
	}
	sort.Slice(found, func(i, j int) bool {
		return found[i][0] < found[j][0] || found[i][0] == found[j][0] && found[i][1] > found[j][1]
	})
	runes := dateline.NewRunes(r.Text)
	end := -1
	for _, f := range found {
		if f[0] >= end {
			r.Masked = append(r.Masked, runes.Span(f[0], f[1]))
			end = f[1]
		}
	}
	if financial && !slices.Contains(r.Handling, dateline.HandleFinancial) {
		r.Handling = append(r.Handling, dateline.HandleFinancial)
	}
}
