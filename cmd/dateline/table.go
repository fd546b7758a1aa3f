package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// column is one field of a listing. People read show; pipes, CSV and JSON get
// data where it is given: a number stays a number, a date is EDTF.
type column[T any] struct {
	name  string
	kind  string         // for --fields help: id, text, number, edtf, time, object
	show  func(T) string // in words
	brief func(T) string // the same for a table, where there is little room; nil: show
	data  func(T) any    // nil: the words
	firm  bool           // gives way to the width of the terminal after all others
	wide  bool           // left out of the table for people unless asked for
	more  bool           // left out of every output unless asked for
}

// value is the typed value of a row.
func (c column[T]) value(row T) any {
	if c.data == nil {
		return c.show(row)
	}
	return c.data(row)
}

func (c column[T]) short(row T) string {
	if c.brief == nil {
		return c.show(row)
	}
	return c.brief(row)
}

// plain is a value for pipes and CSV: numbers, EDTF and identifiers as they
// are, whole objects in words.
func (c column[T]) plain(row T) string {
	switch v := c.value(row).(type) {
	case nil:
		return ""
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case *int:
		if v == nil {
			return ""
		}
		return strconv.Itoa(*v)
	case bool:
		return strconv.FormatBool(v)
	case fmt.Stringer:
		return v.String()
	}
	return c.show(row)
}

// listing writes rows as a table to a terminal and as TSV into a pipe, or as
// CSV or JSON when asked (experience §4.3). On a terminal it stops at 50 rows
// and says so.
func listing[T any](a *app, columns []column[T], rows []T) error {
	chosen, err := choose(a, columns)
	if err != nil || chosen == nil {
		return err
	}
	rows = limited(a, rows)
	switch a.format() {
	case "json", "jsonl":
		return a.writeRows(objects(a, chosen, rows))
	case "csv":
		return a.writeCSV(head(chosen), cells(chosen, rows, column[T].plain))
	case "table":
		return a.writeTable(head(chosen), firm(chosen), cells(chosen, rows, column[T].short))
	}
	return a.writeTSV(head(chosen), cells(chosen, rows, column[T].plain))
}

// limited cuts the rows to --limit; without one to 50 on a terminal.
func limited[T any](a *app, rows []T) []T {
	n := 0
	if a.global.Limit != nil {
		n = *a.global.Limit
	} else if a.tty && a.format() == "table" {
		n = 50
	}
	if n <= 0 || n >= len(rows) {
		return rows
	}
	a.talk("Showing %d of %d. All: --limit 0", n, len(rows))
	return rows[:n]
}

// choose applies --fields; it gives nil after printing the list for "help".
func choose[T any](a *app, columns []column[T]) ([]column[T], error) {
	if a.global.Fields == "help" {
		for _, c := range columns {
			kind := c.kind
			if kind == "" {
				kind = "text"
			}
			if _, err := fmt.Fprintf(a.stdout, "%s\t%s\n", c.name, kind); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	var out []column[T]
	if a.global.Fields == "" {
		for _, c := range columns {
			if !c.more && (!c.wide || a.format() != "table") {
				out = append(out, c)
			}
		}
		return out, nil
	}
	for _, name := range strings.Split(a.global.Fields, ",") {
		c, err := byName(columns, strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

func byName[T any](columns []column[T], name string) (column[T], error) {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
		if c.name == name {
			return c, nil
		}
	}
	return column[T]{}, dateline.Errorf(dateline.Invalid, "unknown field %q%s", name, suggestion(name, names, "", "Fields: "+strings.Join(names, ", ")))
}

func head[T any](columns []column[T]) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name
	}
	return out
}

func cells[T any](columns []column[T], rows []T, cell func(column[T], T) string) [][]string {
	out := make([][]string, len(rows))
	for r, row := range rows {
		out[r] = make([]string, len(columns))
		for i, c := range columns {
			out[r][i] = cell(c, row)
		}
	}
	return out
}

// objects are the rows as JSON: whole records, or the chosen fields with their
// types and in their order.
func objects[T any](a *app, chosen []column[T], rows []T) []any {
	out := make([]any, len(rows))
	for i, row := range rows {
		out[i] = whole(row)
		if a.global.Fields != "" {
			var o object
			for _, c := range chosen {
				o = append(o, field{c.name, c.value(row)})
			}
			out[i] = o
		}
	}
	return out
}

// whole is a row as JSON has it: of an incident in a list the incident.
func whole(row any) any {
	if r, ok := row.(store.Row); ok {
		return r.Incident
	}
	return row
}

// object is JSON that keeps the order of its fields.
type object []field

type field struct {
	name  string
	value any
}

func (o object) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i, f := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(f.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(f.value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return []byte(b.String()), nil
}

// writeTable aligns columns for people and cuts lines to the width.
func (a *app) writeTable(head []string, firm []bool, rows [][]string) error {
	if len(rows) == 0 {
		return nil
	}
	all := append([][]string{make([]string, len(head))}, rows...)
	for i, h := range head {
		all[0][i] = strings.ToUpper(h)
	}
	widths := make([]int, len(head))
	for n, row := range all {
		for i, cell := range row {
			if n > 0 {
				row[i] = oneLineOf(cell)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
	}
	fit(widths, firm, a.width)
	for n, row := range all {
		var line strings.Builder
		for i, cell := range row {
			if widths[i] == 0 {
				continue
			}
			cell = cut(cell, widths[i])
			line.WriteString(cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2))
		}
		text := strings.TrimRight(line.String(), " ")
		if n == 0 {
			text = a.bold(text)
		}
		if _, err := fmt.Fprintln(a.stdout, text); err != nil {
			return err
		}
	}
	return nil
}

// narrow is as thin as a column gets before another has to give way.
const narrow = 9

// fit makes the columns of a table fit a width. The last one gives way first,
// and goes where it would be too thin to read; then always the widest of those
// that are not firm, and in the end of all.
func fit(widths []int, firm []bool, width int) {
	if width <= 0 || len(widths) == 0 {
		return
	}
	over := 2*(len(widths)-1) - width
	for _, w := range widths {
		over += w
	}
	last := len(widths) - 1
	if over > 0 && len(widths) > 3 && !firm[last] {
		if left := widths[last] - over; left >= narrow {
			widths[last], over = left, 0
		} else {
			over -= widths[last] + 2
			widths[last] = 0
		}
	}
	over = shrink(widths, over, func(i int) bool { return !firm[i] })
	shrink(widths, over, func(int) bool { return true })
}

// shrink takes from the widest of the columns that may give, and gives back
// what is still over.
func shrink(widths []int, over int, may func(int) bool) int {
	for ; over > 0; over-- {
		widest := -1
		for i, w := range widths {
			if may(i) && w > narrow && (widest < 0 || w > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
	}
	return over
}

func firm[T any](columns []column[T]) []bool {
	out := make([]bool, len(columns))
	for i, c := range columns {
		out[i] = c.firm || c.kind == "id"
	}
	return out
}

func cut(s string, width int) string {
	if width <= 0 || utf8.RuneCountInString(s) <= width {
		return s
	}
	return string([]rune(s)[:width-1]) + "…"
}

// bold is bold and underlined, which every terminal theme shows.
func (a *app) bold(s string) string {
	if !a.colours() {
		return s
	}
	return "\x1b[1;4m" + s + "\x1b[0m"
}

// colours follows --color, then NO_COLOR, CLICOLOR_FORCE and CLICOLOR, then
// whether a terminal reads.
func (a *app) colours() bool {
	force := a.env("CLICOLOR_FORCE")
	switch {
	case a.global.Color == "always":
		return true
	case a.global.Color == "never" || a.plain() || a.env("NO_COLOR") != "":
		return false
	case force != "" && force != "0":
		return true
	}
	return a.tty && a.env("CLICOLOR") != "0"
}
