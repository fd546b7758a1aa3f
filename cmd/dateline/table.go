package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/itchyny/gojq"
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store/query"
)

// column is one field of a listing: its name, and how a row shows it.
type column[T any] struct {
	name string
	show func(T) string
	wide bool // left out of the table for people unless asked for
}

// listing writes rows as a table to a terminal and as TSV into a pipe, or as
// CSV or JSON when asked (experience §4.3).
func listing[T any](a *app, columns []column[T], rows []T) error {
	chosen, err := choose(a, columns)
	if err != nil || chosen == nil {
		return err
	}
	switch a.format() {
	case "json", "jsonl":
		return a.writeRowsJSON(rowMaps(chosen, rows), rows2any(rows))
	case "csv":
		return a.writeCSV(head(chosen), cells(chosen, rows))
	case "table":
		a.writeTable(head(chosen), cells(chosen, rows))
		return nil
	}
	return a.writeTSV(head(chosen), cells(chosen, rows))
}

func (a *app) format() string {
	switch {
	case a.global.JSON || a.global.JQ != "":
		return "json"
	case a.global.Output == "json" || a.global.Output == "jsonl" || a.global.Output == "csv" || a.global.Output == "tsv" || a.global.Output == "table":
		return a.global.Output
	case a.tty:
		return "table"
	}
	return "tsv"
}

// choose applies --fields; it gives nil after printing the list for "help".
func choose[T any](a *app, columns []column[T]) ([]column[T], error) {
	if a.global.Fields == "help" {
		for _, c := range columns {
			fmt.Fprintln(a.stdout, c.name)
		}
		return nil, nil
	}
	if a.global.Fields == "" {
		var out []column[T]
		for _, c := range columns {
			if !c.wide || a.format() != "table" {
				out = append(out, c)
			}
		}
		return out, nil
	}
	var out []column[T]
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
	return column[T]{}, dateline.Errorf(dateline.Invalid, "unknown field %q%s", name, suggestionOf(name, names))
}

func suggestionOf(name string, names []string) string {
	if near := query.Nearest(name, names); near != "" {
		return fmt.Sprintf(". Did you mean %q?", near)
	}
	return ". Fields: " + strings.Join(names, ", ")
}

func head[T any](columns []column[T]) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name
	}
	return out
}

func cells[T any](columns []column[T], rows []T) [][]string {
	out := make([][]string, len(rows))
	for r, row := range rows {
		out[r] = make([]string, len(columns))
		for i, c := range columns {
			out[r][i] = c.show(row)
		}
	}
	return out
}

// field is one named value of a row, in the order of the columns.
type field struct{ name, value string }

func rowMaps[T any](columns []column[T], rows []T) [][]field {
	out := make([][]field, len(rows))
	for r, row := range rows {
		for _, c := range columns {
			out[r] = append(out[r], field{c.name, c.show(row)})
		}
	}
	return out
}

func rows2any[T any](rows []T) []json.Marshaler {
	out := make([]json.Marshaler, len(rows))
	for i := range rows {
		out[i] = whole{rows[i]}
	}
	return out
}

// whole marshals any record as it is.
type whole struct{ v any }

func (w whole) MarshalJSON() ([]byte, error) { return json.Marshal(w.v) }

// writeRowsJSON writes whole records, or the chosen fields with --fields.
func (a *app) writeRowsJSON(chosen [][]field, rows []json.Marshaler) error {
	if a.global.Fields == "" {
		if a.global.Output == "jsonl" {
			for _, r := range rows {
				if err := a.writeJSONLine(r); err != nil {
					return err
				}
			}
			return nil
		}
		return a.writeJSON(rows)
	}
	objects := make([]json.RawMessage, len(chosen))
	for i, row := range chosen {
		objects[i] = object(row)
	}
	return a.writeJSON(objects)
}

// object keeps the order of its fields.
func object(row []field) json.RawMessage {
	var b strings.Builder
	b.WriteByte('{')
	for i, f := range row {
		if i > 0 {
			b.WriteByte(',')
		}
		key, _ := json.Marshal(f.name)
		value, _ := json.Marshal(f.value)
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return json.RawMessage(b.String())
}

// writeJSON prints a value, through --jq if given.
func (a *app) writeJSON(v any) error {
	if a.global.JQ != "" {
		return a.filterJSON(v)
	}
	e := json.NewEncoder(a.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func (a *app) writeJSONLine(v any) error {
	e := json.NewEncoder(a.stdout)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func (a *app) filterJSON(v any) error {
	program, err := gojq.Parse(a.global.JQ)
	if err != nil {
		return dateline.Errorf(dateline.Invalid, "--jq: %w", err)
	}
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	var plain any
	if err := json.Unmarshal(b, &plain); err != nil {
		return err
	}
	for results := program.Run(plain); ; {
		r, ok := results.Next()
		if !ok {
			return nil
		}
		if err, bad := r.(error); bad {
			return dateline.Errorf(dateline.Invalid, "--jq: %w", err)
		}
		if err := a.writeJSONLine(r); err != nil {
			return err
		}
	}
}

func (a *app) writeCSV(head []string, rows [][]string) error {
	if a.global.Excel {
		io.WriteString(a.stdout, "\ufeff")
	}
	w := csv.NewWriter(a.stdout)
	if err := w.Write(head); err != nil {
		return err
	}
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = unformula(cell)
		}
		if err := w.Write(safe); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// unformula puts an apostrophe before text that a spreadsheet would run (ETH-13).
func unformula(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && !isNumber(cell) {
		return "'" + cell
	}
	return cell
}

func isNumber(s string) bool {
	s = strings.TrimLeft(s, "+-")
	return s != "" && strings.Trim(s, "0123456789.") == ""
}

func (a *app) writeTSV(head []string, rows [][]string) error {
	for _, row := range append([][]string{head}, rows...) {
		clean := make([]string, len(row))
		for i, cell := range row {
			clean[i] = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(printable(cell))
		}
		if _, err := fmt.Fprintln(a.stdout, strings.Join(clean, "\t")); err != nil {
			return err
		}
	}
	return nil
}

// writeTable aligns columns for people and cuts the last to the width.
func (a *app) writeTable(head []string, rows [][]string) {
	widths := make([]int, len(head))
	all := append([][]string{upperAll(head)}, rows...)
	for _, row := range all {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for n, row := range all {
		var line strings.Builder
		for i, cell := range row {
			if i > 0 {
				line.WriteString("  ")
			}
			line.WriteString(printable(cell))
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)))
			}
		}
		text := cut(line.String(), a.width)
		if n == 0 && a.colours() {
			text = "\x1b[1;4m" + text + "\x1b[0m"
		}
		fmt.Fprintln(a.stdout, text)
	}
}

func upperAll(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strings.ToUpper(s)
	}
	return out
}

func cut(s string, width int) string {
	if width <= 0 || utf8.RuneCountInString(s) <= width {
		return s
	}
	return string([]rune(s)[:width-1]) + "…"
}

func (a *app) colours() bool {
	switch {
	case a.global.Color == "always":
		return true
	case a.global.Color == "never" || a.global.Plain || a.env("NO_COLOR") != "" || a.env("ACCESSIBLE") == "1":
		return false
	}
	return a.tty
}

// printable makes text from reports safe for a terminal: control characters
// and bidi overrides become visible marks (experience §4.3).
func printable(s string) string {
	if strings.IndexFunc(s, unsafeRune) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if unsafeRune(r) {
			fmt.Fprintf(&b, "⟦%X⟧", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unsafeRune(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}
