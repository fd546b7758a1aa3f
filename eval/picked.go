package eval

import (
	"path/filepath"
	"regexp"
	"strings"

	"github.com/opendateline/dateline"
)

// This file reads corpora that hold only answers: the texts are other people's and stay
// in the sets that they come from (Corpus.From).

// picked are the reports of the sets that a corpus is drawn from which it has an answer
// for, in the order of the answers.
func (c *Corpus) picked(yield func(Report, error) bool) {
	type answer struct {
		Report string `json:"report"`
	}
	answers, err := Gold[answer](c)
	texts := map[string]Report{}
	for _, dir := range c.From {
		for r, fault := range Rows[Report](&Corpus{Dir: filepath.Join(c.Dir, dir), Set: c.Set}, "reports.jsonl") {
			if err == nil && fault != nil {
				err = dateline.Errorf(dateline.NotFound, "%s %s holds answers only, and the texts that they are to are not there: %w", c.Set, c.Split, fault)
			}
			texts[r.ID] = r
		}
	}
	if err != nil {
		yield(Report{}, err)
		return
	}
	for _, a := range answers {
		r, known := texts[a.Report]
		if !known {
			err = dateline.Errorf(dateline.NotFound, "%s %s: no set that it is drawn from has report %s", c.Set, c.Split, a.Report)
		}
		r.Text = joined(r.Text)
		if !yield(r, err) || err != nil {
			return
		}
	}
}

// joined undoes the spaces that a set of tokens leaves around marks, "U . S . troops ,":
// a text without " ," and " ." stays as it is.
func joined(text string) string {
	if strings.Count(text, " ,")+strings.Count(text, " .") < fewestLoose {
		return text
	}
	for _, gap := range gaps {
		text = gap.find.ReplaceAllString(text, gap.by)
	}
	return text
}

// fewestLoose marks stand loose in a text of tokens.
const fewestLoose = 4

var gaps = []struct {
	find *regexp.Regexp
	by   string
}{
	{regexp.MustCompile(` ([,.;:!?%)\]])`), "$1"},
	{regexp.MustCompile(`([(\[$]) `), "$1"},
	{regexp.MustCompile(` (’|') ?(s|t|re|ve|ll|d|m)\b`), "$1$2"},
	{regexp.MustCompile(`(\w) - (\w)`), "$1-$2"},
	{regexp.MustCompile(`“ `), "“"},
	{regexp.MustCompile(` ”`), "”"},
	{regexp.MustCompile(`(\d), (\d{3})\b`), "$1,$2"},
	{regexp.MustCompile(`(\d)\. (\d)`), "$1.$2"},
	{regexp.MustCompile(`\b([A-Z])\. ?([A-Z])\. ?([A-Z])\.`), "$1.$2.$3."},
	{regexp.MustCompile(`\b([A-Z])\. ([A-Z])\.`), "$1.$2."},
	{regexp.MustCompile(`(\d) ?: ?(\d\d)`), "$1:$2"},
	{regexp.MustCompile(`' ([^']*?) '`), "'$1'"},
	{regexp.MustCompile(`" ([^"]*?) "`), `"$1"`},
}
