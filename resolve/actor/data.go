package actor

import (
	"bufio"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	dateline "github.com/opendateline/dateline"
)

//go:embed data
var dataFiles embed.FS

// builtIn holds the files of data/ under their own names.
func builtIn() fs.FS {
	files, err := fs.Sub(dataFiles, "data")
	if err != nil {
		panic(err) // "data" is a valid path
	}
	return files
}

// row is one line of a data file, cut at its bars.
type row []string

func (r row) field(i int) string {
	if i < len(r) {
		return strings.TrimSpace(r[i])
	}
	return ""
}

// list is a field cut at its semicolons.
func (r row) list(i int) []string {
	var out []string
	for _, part := range strings.Split(r.field(i), ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// readRows reads a data file: one row a line, # begins a comment line. A
// folder need not have every file.
func readRows(files fs.FS, name string) ([]row, error) {
	f, err := files.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rows []row
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		rows = append(rows, strings.Split(line, "|"))
	}
	return rows, lines.Err()
}

// groupFiles lists the files of armed groups in a fixed order.
func groupFiles(files fs.FS) ([]string, error) {
	names, err := fs.Glob(files, "groups/*.txt")
	sort.Strings(names)
	return append(names, "groups.txt"), err
}

// readGroup makes an actor of one row of a groups file.
func readGroup(r row) (dateline.Actor, error) {
	a := dateline.Actor{
		ID: actorID(r.field(0)), Name: r.field(0), Country: country(r.field(1)),
		Kind: dateline.ActorOrganisedNonstate, Xref: map[string]string{},
	}
	for _, alias := range r.list(2) {
		a.Aliases = append(a.Aliases, readAlias(alias))
	}
	for _, fact := range r.list(3) {
		if err := addFact(&a, fact); err != nil {
			return a, err
		}
	}
	a.Kind = kindAt(&a, "")
	return a, nil
}

// country turns the code for "no one country" into nothing.
func country(code string) string {
	if code == "XXX" {
		return ""
	}
	return code
}

func readAlias(text string) dateline.Alias {
	a := dateline.Alias{Text: text}
	if bare, ok := strings.CutSuffix(text, "*"); ok {
		a.Text, a.Ambiguous = bare, true
	}
	if isAcronym(a.Text) {
		a.Kind = "acronym"
	}
	return a
}

// isAcronym says whether an alias is matched in capitals only.
func isAcronym(s string) bool {
	letters, lower := 0, 0
	for _, c := range s {
		switch {
		case c == ' ':
			return false
		case c >= 'A' && c <= 'Z':
			letters++
		case c >= 'a' && c <= 'z':
			lower++
		}
	}
	return letters >= 1 && lower <= 1 && letters > lower
}

// addFact reads one fact of a groups file, such as
// "affiliate_of Islamic State 2015-01-26..".
func addFact(a *dateline.Actor, fact string) error {
	if key, value, ok := strings.Cut(fact, "="); ok {
		a.Xref[xrefKeys[key]] = value
		return nil
	}
	verb, rest, _ := strings.Cut(fact, " ")
	name, from, to := cutPeriod(rest)
	switch verb {
	case "kind":
		a.Kinds = append(a.Kinds, dateline.DatedKind{Kind: dateline.ActorKind(name), From: from, To: to})
	case "affiliate_of", "faction_of", "unit_of", "predecessor_of", "alias_umbrella":
		a.Parents = append(a.Parents, dateline.Parent{Actor: actorID(name), Relation: verb, From: from, To: to})
	default:
		return fmt.Errorf("fact %q of %s is of no known kind", fact, a.Name)
	}
	return nil
}

var xrefKeys = map[string]string{"gtd": "gtd_gname", "ucdp": "ucdp_actor", "acled": "acled_name"}

// cutPeriod parts "NAME FROM..TO".
func cutPeriod(s string) (name string, from, to dateline.Day) {
	i := strings.LastIndex(s, " ")
	a, b, ok := strings.Cut(s[i+1:], "..")
	if !ok {
		return s, "", ""
	}
	if i < 0 {
		i = 0
	}
	return strings.TrimSpace(s[:i]), dateline.Day(a), dateline.Day(b)
}

// kindAt is the kind of an actor on a day; on the empty day, its first kind.
func kindAt(a *dateline.Actor, at dateline.Day) dateline.ActorKind {
	for _, k := range a.Kinds {
		if within(at, k.From, k.To) {
			return k.Kind
		}
	}
	if len(a.Kinds) > 0 && !at.Known() {
		return a.Kinds[0].Kind
	}
	for _, p := range a.Parents {
		if p.Relation == "affiliate_of" && (!at.Known() || within(at, p.From, p.To)) {
			return dateline.ActorAffiliate
		}
	}
	return dateline.ActorOrganisedNonstate
}

// within says whether day lies in a period whose ends may be open. The empty
// day lies in no bounded period.
func within(day, from, to dateline.Day) bool {
	if !day.Known() {
		return !from.Known() && !to.Known()
	}
	return (!from.Known() || from <= day) && (!to.Known() || day <= to)
}
