package count

import (
	"bufio"
	_ "embed"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

//go:embed data/numbers.tsv
var numbersTSV string

//go:embed data/vague.tsv
var vagueTSV string

//go:embed data/qualifiers.tsv
var qualifiersTSV string

type wordKind int

const (
	noWord wordKind = iota
	unitWord
	scaleWord
	articleWord
	halfWord
)

type numberWord struct {
	kind  wordKind
	value int
}

type vagueWord struct {
	lo          int
	hi          *int
	vague       bool
	approximate bool
	anchored    bool
}

type qualifierPhrase struct {
	words     []string
	qualifier dateline.Qualifier
	after     bool
}

// Grammar holds the tables of CAS-1 for one language. It is read-only after
// English made it.
type Grammar struct {
	numbers    map[string]numberWord
	vague      map[string]vagueWord
	qualifiers []qualifierPhrase // longest first
	approx     int               // casualty.approx_pct
	opens      map[string]bool   // words that a count phrase in words begins with
}

// English reads the tables that are compiled into the program.
func English() (*Grammar, error) {
	g := &Grammar{numbers: map[string]numberWord{}, vague: map[string]vagueWord{}, approx: 10}
	for _, table := range []struct {
		tsv  string
		load func([]string) error
	}{{numbersTSV, g.loadNumber}, {vagueTSV, g.loadVague}, {qualifiersTSV, g.loadQualifier}} {
		if err := rows(table.tsv, table.load); err != nil {
			return nil, err
		}
	}
	g.opens = g.firstWords()
	return g, nil
}

func (g *Grammar) firstWords() map[string]bool {
	first := map[string]bool{"between": true, "from": true}
	for w := range g.numbers {
		first[w] = true
	}
	for phrase := range g.vague {
		w, _, _ := strings.Cut(phrase, " ")
		first[w] = true
	}
	for _, q := range g.qualifiers {
		first[q.words[0]] = true
	}
	return first
}

// rows calls load with the tab-separated fields of each line that is no comment.
func rows(tsv string, load func([]string) error) error {
	scan := bufio.NewScanner(strings.NewReader(tsv))
	for n := 1; scan.Scan(); n++ {
		line := scan.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := load(strings.Split(line, "\t")); err != nil {
			return dateline.Errorf(dateline.Invalid, "count table, line %d %q: %w", n, line, err)
		}
	}
	return scan.Err()
}

func (g *Grammar) loadNumber(f []string) error {
	kinds := map[string]wordKind{"unit": unitWord, "scale": scaleWord, "article": articleWord, "half": halfWord}
	if len(f) != 3 || kinds[f[1]] == noWord {
		return dateline.Errorf(dateline.Invalid, "want word, kind, value")
	}
	v, err := strconv.Atoi(f[2])
	g.numbers[f[0]] = numberWord{kinds[f[1]], v}
	return err
}

func (g *Grammar) loadVague(f []string) error {
	if len(f) != 4 {
		return dateline.Errorf(dateline.Invalid, "want phrase, lo, hi, flags")
	}
	lo, err := strconv.Atoi(f[1])
	if err != nil {
		return err
	}
	v := vagueWord{lo: lo, vague: strings.Contains(f[3], "vague"),
		approximate: strings.Contains(f[3], "approximate"), anchored: strings.Contains(f[3], "anchor")}
	if f[2] != "-" {
		hi, err := strconv.Atoi(f[2])
		if err != nil {
			return err
		}
		v.hi = &hi
	}
	g.vague[f[0]] = v
	return nil
}

func (g *Grammar) loadQualifier(f []string) error {
	if len(f) != 3 || f[2] != "before" && f[2] != "after" {
		return dateline.Errorf(dateline.Invalid, "want phrase, qualifier, side")
	}
	q := qualifierPhrase{strings.Fields(f[0]), dateline.Qualifier(f[1]), f[2] == "after"}
	at := 0
	for at < len(g.qualifiers) && len(g.qualifiers[at].words) >= len(q.words) {
		at++
	}
	g.qualifiers = append(g.qualifiers[:at], append([]qualifierPhrase{q}, g.qualifiers[at:]...)...)
	return nil
}

// Bounds gives lo, anchor and hi of a number under a qualifier, to the letter
// of CAS-1. The result has no measure and no population.
func (g *Grammar) Bounds(q dateline.Qualifier, n int) dateline.Count {
	c := dateline.Count{Qualifier: q}
	switch q {
	case dateline.AtLeast:
		c.Lo, c.Anchor = ptr(n), ptr(n)
	case dateline.MoreThan:
		c.Lo, c.Anchor = ptr(n+1), ptr(n)
	case dateline.UpTo:
		c.Lo, c.Hi = ptr(0), ptr(n)
	case dateline.FewerThan:
		c.Lo, c.Hi = ptr(0), ptr(max(n-1, 0))
	case dateline.Nearly:
		c.Lo, c.Anchor, c.Hi, c.Approximate = ptr((n*(100-g.approx)+99)/100), ptr(n), ptr(n), true
	case dateline.About:
		c.Lo, c.Anchor, c.Hi, c.Approximate = ptr(n*(100-g.approx)/100), ptr(n), ptr((n*(100+g.approx)+99)/100), true
	default:
		c.Lo, c.Anchor, c.Hi = ptr(n), ptr(n), ptr(n)
	}
	return c
}

func ptr(n int) *int { return &n }
