// Package told holds short reports that were written to learn from: look-alikes, and
// reports of violence that are told in other words than those of the day's news, as
// features, obituaries, trials, memoirs and letters.
package told

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/opendateline/dateline/eval"
)

//go:embed told.txt
var toldTXT string

// Report is one of them.
type Report struct {
	eval.Report
	Serious bool // whether it tells of violence
}

// Reports are all of them. In told.txt "## no" heads one that tells of no violence and
// "## yes" one that tells of some; a title and paragraphs of one line follow.
func Reports() []Report {
	var out []Report
	for i, text := range strings.Split(toldTXT, "## ")[1:] {
		verdict, body, _ := strings.Cut(text, "\n")
		title, rest, _ := strings.Cut(body, "\n")
		in := eval.Report{ID: fmt.Sprintf("told %d", i), Text: title + "\n\n" + strings.ReplaceAll(rest, "\n", "\n\n")}
		out = append(out, Report{in, verdict == "yes"})
	}
	return out
}
