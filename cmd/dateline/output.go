package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/template"
	"unicode"

	"github.com/itchyny/gojq"
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
)

// format is how the output is written: as asked, else a table for a terminal
// and TSV for a pipe.
func (a *app) format() string {
	switch {
	case a.global.Output == "jsonl":
		return "jsonl"
	case a.global.JSON || a.global.JQ != "" || a.global.Template != "":
		return "json"
	case a.global.Output != "":
		return a.global.Output
	case a.tty:
		return "table"
	}
	return "tsv"
}

// json says that the output is JSON, whatever becomes of it then.
func (a *app) json() bool { f := a.format(); return f == "json" || f == "jsonl" }

// writeRows writes JSON values as one list, or as lines of their own.
func (a *app) writeRows(rows []any) error {
	if a.format() == "json" && a.global.Template == "" {
		return a.writeJSON(rows)
	}
	for _, r := range rows {
		if err := a.writeJSON(r); err != nil {
			return err
		}
	}
	return nil
}

// writeJSON prints a value, through --jq or --template if given.
func (a *app) writeJSON(v any) error {
	switch {
	case a.global.JQ != "":
		return a.filterJSON(v)
	case a.global.Template != "":
		return a.fill(v)
	case a.format() == "jsonl":
		return a.writeJSONLine(v)
	}
	return a.encode(v, "  ")
}

func (a *app) writeJSONLine(v any) error { return a.encode(v, "") }

// encode writes JSON with characters that a terminal would obey as escapes.
func (a *app) encode(v any, indent string) error {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		return err
	}
	text := out.String()
	if strings.IndexFunc(text, unsafeRune) >= 0 {
		var b strings.Builder
		for _, r := range text {
			if unsafeRune(r) {
				fmt.Fprintf(&b, "\\u%04x", r)
			} else {
				b.WriteRune(r)
			}
		}
		text = b.String()
	}
	_, err := io.WriteString(a.stdout, text)
	return err
}

// loosen turns a value into what its JSON says, for jq and templates.
func loosen(v any) (any, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var plain any
	return plain, json.Unmarshal(b, &plain)
}

func (a *app) filterJSON(v any) error {
	program, err := gojq.Parse(a.global.JQ)
	if err != nil {
		return dateline.Errorf(dateline.Invalid, "--jq: %w", err)
	}
	plain, err := loosen(v)
	if err != nil {
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

// template reads --template; nil if it is not given.
func (a *app) template() (*template.Template, error) {
	if a.global.Template == "" {
		return nil, nil
	}
	funcs := template.FuncMap{"json": func(v any) (string, error) {
		b, err := json.Marshal(v)
		return string(b), err
	}, "join": func(sep string, list []any) string {
		words := make([]string, len(list))
		for i, x := range list {
			words[i] = fmt.Sprint(x)
		}
		return strings.Join(words, sep)
	}}
	t, err := template.New("--template").Funcs(funcs).Option("missingkey=error").Parse(a.global.Template)
	if err != nil {
		return nil, dateline.Errorf(dateline.Invalid, "%w", err)
	}
	return t, nil
}

// fill writes one record by the template, on a line of its own.
func (a *app) fill(v any) error {
	t, err := a.template()
	if err != nil {
		return err
	}
	plain, err := loosen(v)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := t.Execute(&out, plain); err != nil {
		return dateline.Errorf(dateline.Invalid, "%w", err)
	}
	_, err = fmt.Fprintln(a.stdout, printable(strings.TrimSuffix(out.String(), "\n")))
	return err
}

func (a *app) writeCSV(head []string, rows [][]string) error {
	if a.global.Excel {
		if _, err := io.WriteString(a.stdout, "\ufeff"); err != nil {
			return err
		}
	}
	w := csv.NewWriter(a.stdout)
	for _, row := range append([][]string{head}, rows...) {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = export.Cell(cell)
		}
		if err := w.Write(safe); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

func (a *app) writeTSV(head []string, rows [][]string) error {
	for _, row := range append([][]string{head}, rows...) {
		clean := make([]string, len(row))
		for i, cell := range row {
			clean[i] = oneLineOf(cell)
		}
		if _, err := fmt.Fprintln(a.stdout, strings.Join(clean, "\t")); err != nil {
			return err
		}
	}
	return nil
}

// oneLineOf makes a text safe for a terminal and for one cell of a line.
func oneLineOf(s string) string {
	return strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(printable(s))
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
			fmt.Fprintf(&b, "⟦%02X⟧", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unsafeRune(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// text writes lines for people and keeps the first error, so that a page can
// be put together without looking after each line.
type text struct {
	to  io.Writer
	err error
}

func (t *text) line(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintln(t.to, strings.TrimRight(printable(fmt.Sprintf(format, args...)), " "))
	}
}
