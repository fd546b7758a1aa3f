package date

import (
	"fmt"
	"slices"
	"strconv"
)

// form is one matched expression: its rule and the classes that were filled.
type form struct {
	g        *grammar
	rule     string
	caps     []capture
	atoms    []atom // of the whole sentence
	from, to int    // atoms of the expression
	sentence int
}

// get gives the value of the first atom that filled one of the classes.
func (f *form) get(classes ...string) (int, bool) {
	for _, class := range classes {
		s := f.g.symbols[class]
		for _, c := range f.caps {
			if c.symbol == s {
				return int(c.value), true
			}
		}
	}
	return 0, false
}

// first is the class that was filled first, of those asked for, and its value.
func (f *form) first(classes ...string) (string, int) {
	for _, c := range f.caps {
		if name := f.g.names[c.symbol]; slices.Contains(classes, name) {
			return name, int(c.value)
		}
	}
	return "", 0
}

func (f *form) has(class string) bool { _, ok := f.get(class); return ok }

// word says whether the expression holds the word.
func (f *form) word(w string) bool {
	for _, a := range f.atoms[f.from:f.to] {
		if a.lower == w {
			return true
		}
	}
	return false
}

// before is the n-th atom before the expression, in lower case, or "".
func (f *form) before(n int) string {
	if f.from-n < 0 {
		return ""
	}
	return f.atoms[f.from-n].lower
}

// unit is the unit that the expression counts in.
func (f *form) unit() (unit, bool) {
	if u, ok := f.get("UNIT", "UNITS", "DECADEUNITS", "UNITMONTH", "UNITDAY"); ok {
		return unit(u), true
	}
	switch {
	case f.has("SEASON"):
		return season, true
	case f.has("FORTNIGHT"):
		return week, true
	case f.has("NIGHTS"):
		return day, true
	}
	return 0, false
}

// part is 1 early, 2 middle, 3 late, 0 the whole.
func (f *form) part() int {
	p, _ := f.get("PART", "PARTEND")
	return p
}

// dayPart is the part of the day, 0 if none is named.
func (f *form) dayPart() int {
	if p, ok := f.get("DAYPART", "DAYPARTS", "TONIGHT"); ok {
		return max(p, -p)
	}
	return 0
}

// year is the calendar year, astronomical (1 BC is 0).
func (f *form) year() (int, bool) {
	y, ok := f.get("Y4")
	if !ok {
		y, ok = f.spelledYear()
	}
	if !ok {
		if y, ok = f.get("YY"); ok {
			y += 1900
			if y < 1930 {
				y += 100
			}
		}
	}
	if f.bc() {
		if !ok {
			y, ok = f.get("NUM")
		}
		return 1 - y, ok
	}
	if !ok && f.word("ad") {
		y, ok = f.get("NUM")
	}
	return y, ok
}

// spelledYear reads "nineteen ninety-six" and "two thousand five".
func (f *form) spelledYear() (int, bool) {
	hundreds, ok := f.get("HUNDREDS")
	if !ok {
		if hundreds, ok = f.get("MILLENNIAL"); !ok {
			return 0, false
		}
	}
	tens, _ := f.get("TENS", "TEEN")
	ones, _ := f.get("ONES")
	return hundreds + tens + ones, true
}

// dayOfMonth is a figure or an ordinal.
func (f *form) dayOfMonth() (int, bool) {
	if d, ok := f.get("D1"); ok {
		return d, true
	}
	return f.ordinal()
}

func (f *form) ordinal() (int, bool) {
	tens, _ := f.get("TENS")
	n, ok := f.get("ORDINAL", "D1")
	return tens + n, ok
}

// quantity is how many units: low to high, or an unknown number.
type quantity struct {
	low, high float64
	vague     bool
}

// quantity adds up the number words of the expression.
func (f *form) quantity() (quantity, bool) {
	var numbers []float64
	open, vague, any := false, false, false
	for _, c := range f.caps {
		v := float64(c.value)
		switch f.g.names[c.symbol] {
		case "NUM", "TEEN", "ARTICLE", "TENS":
			any = true
			if n := len(numbers); n > 0 && f.atoms[c.atom-1].lower == "." {
				decimals := f.atoms[c.atom].lower
				frac, err := strconv.ParseFloat("0."+decimals, 64)
				if err == nil {
					numbers[n-1] += frac
				}
				continue
			}
			numbers = f.startNumber(numbers, c, v)
			open = f.g.names[c.symbol] == "TENS"
		case "ONES":
			any = true
			if open {
				numbers[len(numbers)-1] += v
			} else {
				numbers = append(numbers, v)
			}
			open = false
		case "HUNDRED":
			numbers[len(numbers)-1] *= v
			open = true
		case "COUPLE":
			numbers = []float64{v}
		case "FORTNIGHT":
			any, numbers = true, times(numbers, v)
		case "HALF":
			any, numbers = true, addHalf(numbers)
		case "VAGUE":
			vague, any = true, true
		}
	}
	return total(numbers, vague), any
}

// startNumber begins a number; in "2 1/2" and "a dozen" it mends the last one.
func (f *form) startNumber(numbers []float64, c capture, v float64) []float64 {
	n := len(numbers)
	prev := ""
	if c.atom > 0 {
		prev = f.atoms[c.atom-1].lower
	}
	switch {
	case prev == "/" && n > 1:
		numbers[n-2] += numbers[n-1] / v
		return numbers[:n-1]
	case n > 0 && prev == "and" && f.g.names[c.symbol] == "ARTICLE":
		return numbers
	case n == 1 && prev == "a":
		return []float64{v}
	}
	return append(numbers, v)
}

// times multiplies the number that stands before, one if there is none.
func times(numbers []float64, by float64) []float64 {
	if len(numbers) == 0 {
		return []float64{by}
	}
	numbers[len(numbers)-1] *= by
	return numbers
}

func addHalf(numbers []float64) []float64 {
	if len(numbers) == 0 {
		return []float64{0.5}
	}
	numbers[len(numbers)-1] += 0.5
	return numbers
}

func total(numbers []float64, vague bool) quantity {
	switch {
	case vague || len(numbers) == 0:
		return quantity{vague: true}
	case len(numbers) > 1:
		return quantity{low: numbers[0], high: numbers[len(numbers)-1]}
	}
	return quantity{low: numbers[0], high: numbers[0]}
}

var unitLetters = map[unit]string{seconds: "S", minutes: "M", hours: "H", day: "D", week: "W", month: "M",
	quarter: "Q", season: "SU", year: "Y", decade: "E", century: "C", millennium: "L", weekend: "WE"}

// durationTIMEX writes n units; decades are counted in years.
func durationTIMEX(q quantity, u unit) string {
	head := "P"
	if u <= hours {
		head = "PT"
	}
	if q.vague || q.low != q.high {
		return head + "X" + unitLetters[u]
	}
	n := q.low
	switch u {
	case decade:
		n, u = 10*n, year
	case century:
		n, u = 100*n, year
	case millennium:
		n, u = 1000*n, year
	case hours:
		if n == 24 {
			return "P1D"
		}
	}
	return head + splitHalf(n, u)
}

// splitHalf writes half a year as six months, half an hour as thirty minutes.
func splitHalf(n float64, u unit) string {
	whole, rest := int(n), n-float64(int(n))
	smaller := map[unit]string{year: "6M", hours: "30M", minutes: "30S"}[u]
	if rest != 0.5 || smaller == "" {
		return strconv.FormatFloat(n, 'f', -1, 64) + unitLetters[u]
	}
	if whole == 0 {
		return smaller
	}
	return fmt.Sprintf("%d%s%s", whole, unitLetters[u], smaller)
}

// clock is the time of day as hh:mm.
func (f *form) clock() (string, bool) {
	switch class, at := f.first("INSTANT", "HHMM", "HH"); class {
	case "INSTANT":
		return fmt.Sprintf("%02d:00", at), true
	case "HHMM":
		return fmt.Sprintf("%02d:%02d", at/100, at%100), true
	}
	h, ok := f.get("HH")
	if !ok {
		return "", false
	}
	m, _ := f.get("MM")
	if _, pm := f.get("PM", "PMP"); pm && h < 12 {
		h += 12
	} else if am := f.has("AM") || f.word("a"); am && h == 12 {
		h = 0
	} else if part := f.dayPart(); !am && !pm && h < 12 && (part == 3 || part == 4) {
		h += 12
	}
	return fmt.Sprintf("%02d:%02d", h, m), true
}

func (f *form) bc() bool { return f.has("BC") || f.word("b") && f.word("c") }

func (f *form) month() (int, bool) { return f.get("MONTH", "MONTHABBR") }

func (f *form) hasMonth() bool { _, ok := f.month(); return ok }
