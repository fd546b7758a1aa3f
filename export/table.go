package export

import (
	"embed"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
)

//go:embed data
var data embed.FS

// readData gives an embedded file of data; that it is there is known at build
// time, so a missing one is a mistake of the program.
func readData(name string) string {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// columnsOf are the columns of a foreign format in official order.
func columnsOf(format string) []string { return strings.Fields(readData(format + ".columns")) }

// cells are the filled cells of one row by column; the others stay blank.
type cells map[string]string

// table writes CSV as RFC 4180 has it, with LF line ends.
type table struct {
	columns []string
	out     *csv.Writer
}

func newTable(w io.Writer, columns []string) *table {
	t := &table{columns, csv.NewWriter(w)}
	_ = t.out.Write(columns) // the error comes back from close
	return t
}

func (t *table) put(c cells) error {
	line := make([]string, len(t.columns))
	filled := 0
	for i, column := range t.columns {
		cell, ok := c[column]
		if ok {
			filled++
		}
		line[i] = guard(cell)
	}
	if filled != len(c) {
		return dateline.Errorf(dateline.Invalid, "a row fills a column that its format does not have")
	}
	return t.out.Write(line)
}

func (t *table) close() error {
	t.out.Flush()
	return t.out.Error()
}

// guard makes a cell safe to open in a spreadsheet: a cell that would be read
// as a formula gets an apostrophe in front, control and direction characters
// go out (ETH-13). Numbers stay numbers.
func guard(cell string) string {
	cell = strings.Map(printable, cell)
	first := strings.TrimLeft(cell, " ")
	if first == "" || !strings.ContainsRune("=+-@＝＋－＠", []rune(first)[0]) || plainNumber(cell) {
		return cell
	}
	return "'" + cell
}

// plainNumber says whether a cell is a negative number in digits.
func plainNumber(cell string) bool {
	_, err := strconv.ParseFloat(cell, 64)
	return err == nil && cell[0] == '-' && strings.Trim(cell, "-0123456789.") == ""
}

// printable turns white space into blanks and drops what is not seen but
// works: controls, marks that turn the direction of what follows.
func printable(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF:
		return -1
	}
	return r
}

// num is a number that may be unknown; unknown is blank.
func num(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// degrees is a coordinate with the four decimals that may go out.
func degrees(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', 4, 64)
}

func yes(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// Cell makes a text safe for one cell of CSV: nothing that a spreadsheet would
// run, nothing that works without being seen (ETH-13).
func Cell(text string) string { return guard(text) }

// Columns are the columns of a format in their order; nil for one that is no
// table.
func (f Format) Columns() []string {
	switch f.Name {
	case "csv":
		return flatColumns
	case "acled", "gtd":
		return columnsOf(f.Name)
	case "ucdp-ged":
		return columnsOf("ucdp")
	}
	return nil
}
