package origin

import (
	_ "embed"
	"strings"

	"github.com/opendateline/dateline"
)

//go:embed bodies.tsv
var bodiesText string

//go:embed generic.txt
var genericText string

// bodyRow is one row of bodies.tsv.
type bodyRow struct {
	class       dateline.IssuerClass
	phrase, key string
}

var (
	bodies  = readBodies(bodiesText)
	generic = readWords(genericText)
)

func readBodies(text string) []bodyRow {
	var out []bodyRow
	for _, line := range rows(text) {
		f := strings.Split(line, "\t")
		out = append(out, bodyRow{dateline.IssuerClass(f[0]), f[1], f[2]})
	}
	return out
}

func readWords(text string) map[string]bool {
	out := map[string]bool{}
	for _, line := range rows(text) {
		out[line] = true
	}
	return out
}

func rows(text string) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}
