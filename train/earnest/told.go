package main

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
)

//go:embed told.txt
var toldTXT string

// told are the short reports that were written to learn from: "## no" heads one that
// tells of no violence, "## yes" one that tells of some in other words.
func told(r *run.Runner) []judged {
	var out []judged
	for i, text := range strings.Split(toldTXT, "## ")[1:] {
		verdict, body, _ := strings.Cut(text, "\n")
		title, rest, _ := strings.Cut(body, "\n")
		in := eval.Report{ID: fmt.Sprintf("told %d", i), Text: title + "\n\n" + strings.ReplaceAll(rest, "\n", "\n\n")}
		doc, ann := r.Annotated(in)
		out = append(out, judged{"told", in.ID, verdict == "yes", doc, ann})
	}
	return out
}
