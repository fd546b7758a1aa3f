package edtf

import (
	"strings"
	"time"

	"github.com/opendateline/dateline"
)

// Parse reads one EDTF string. The error is coded dateline.Invalid and names
// what could not be read.
func Parse(s string) (Value, error) {
	if strings.HasPrefix(s, "[") {
		return parseSet(s)
	}
	if a, b, ok := strings.Cut(s, "/"); ok {
		return parseInterval(s, a, b)
	}
	d, err := parseDate(s)
	if err != nil {
		return Value{}, err
	}
	return Of(d), nil
}

func parseSet(s string) (Value, error) {
	inner, ok := strings.CutSuffix(s[1:], "]")
	if !ok {
		return Value{}, bad(s, "a set must end with ]")
	}
	v := Value{Form: Set}
	for _, part := range strings.Split(inner, ",") {
		d, err := parseDate(part)
		if err != nil {
			return Value{}, err
		}
		v.Ends = append(v.Ends, End{Date: d})
	}
	return v, nil
}

func parseInterval(s, a, b string) (Value, error) {
	start, err := parseEnd(a)
	if err != nil {
		return Value{}, err
	}
	end, err := parseEnd(b)
	if err != nil {
		return Value{}, err
	}
	if start.Year == "" && end.Year == "" {
		return Value{}, bad(s, "an interval needs one known end")
	}
	first, _ := start.Bounds()
	_, last := end.Bounds()
	if first.Known() && last.Known() && first > last {
		return Value{}, bad(s, "it ends before it starts")
	}
	return Value{Interval, []End{start, end}}, nil
}

func parseEnd(s string) (End, error) {
	switch s {
	case "":
		return End{}, nil
	case "..":
		return End{Open: true}, nil
	}
	d, err := parseDate(s)
	return End{Date: d}, err
}

func parseDate(s string) (Date, error) {
	body, clock, timed := strings.Cut(s, "T")
	if strings.HasPrefix(s, "T") {
		return Date{}, bad(s, "it has no year")
	}
	var d Date
	var rest string
	var ok bool
	if d.Year, d.YearQ, rest, ok = yearPart(body); !ok {
		return Date{}, bad(s, "the year cannot be read")
	}
	if d.Month, d.MonthQ, rest, ok = nextPart(rest); !ok {
		return Date{}, bad(s, "the month cannot be read")
	}
	if d.Day, d.DayQ, rest, ok = nextPart(rest); !ok || rest != "" {
		return Date{}, bad(s, "the day cannot be read")
	}
	if why := d.check(); why != "" {
		return Date{}, bad(s, why)
	}
	if timed {
		if !validClock(clock) || d.Day == "" || !digits(d.Day) || !digits(d.Year) {
			return Date{}, bad(s, "the time of day cannot be read")
		}
		d.Time = clock
	}
	return d, nil
}

func bad(s, why string) error { return dateline.Errorf(dateline.Invalid, "EDTF %q: %s", s, why) }

// yearPart takes the year and its qualifier off the front of s.
func yearPart(s string) (year string, q Qualifier, rest string, ok bool) {
	n := 4
	switch {
	case strings.HasPrefix(s, "Y"):
		n = 1
		for n < len(s) && (isDigit(s[n]) || n == 1 && s[n] == '-') {
			n++
		}
	case strings.HasPrefix(s, "-"):
		n = 5
	}
	if len(s) < n || !validYear(s[:n]) {
		return "", 0, s, false
	}
	q, rest = qualifier(s[n:])
	return s[:n], q, rest, true
}

func validYear(y string) bool {
	if long, ok := strings.CutPrefix(y, "Y"); ok {
		long = strings.TrimPrefix(long, "-")
		return len(long) > 4 && len(long) < 12 && long[0] != '0' && digits(long)
	}
	y = strings.TrimPrefix(y, "-")
	return digits(strings.TrimRight(y, "X"))
}

// nextPart takes "-dd" or "-XX" and its qualifier off the front of s; an empty
// s gives an empty part.
func nextPart(s string) (part string, q Qualifier, rest string, ok bool) {
	if s == "" {
		return "", 0, "", true
	}
	if len(s) < 3 || s[0] != '-' || !(digits(s[1:3]) || s[1:3] == "XX") {
		return "", 0, s, false
	}
	q, rest = qualifier(s[3:])
	return s[1:3], q, rest, true
}

func qualifier(s string) (Qualifier, string) {
	if s != "" && strings.IndexByte("?~%", s[0]) >= 0 {
		return Qualifier(s[0]), s[1:]
	}
	return Plain, s
}

// check says what is wrong with the parts together, or "".
func (d Date) check() string {
	switch {
	case d.Month == "":
		return ""
	case strings.HasPrefix(d.Year, "Y"):
		return "a long year takes no month"
	case d.Month >= "21" && d.Month <= "24":
		if d.Day != "" {
			return "a season takes no day"
		}
		return ""
	case d.Month != "XX" && (d.Month < "01" || d.Month > "12"):
		return "there is no such month"
	}
	masked := strings.HasSuffix(d.Year, "X")
	if masked && d.Month != "XX" && !strings.HasSuffix(d.Year, "XXXX") {
		return "a month after a partly masked year"
	}
	return d.checkDay()
}

func (d Date) checkDay() string {
	switch {
	case d.Day == "" || d.Day == "XX":
		return ""
	case d.Month == "XX":
		return "a day in a masked month"
	case d.Day < "01" || d.Day > "31" || number(d.Day) > d.monthLength():
		return "there is no such day"
	}
	return ""
}

func (d Date) monthLength() int {
	year := 2000 // a masked year may be a leap year
	if digits(strings.TrimPrefix(d.Year, "-")) {
		year = number(d.Year)
	}
	return time.Date(year, time.Month(number(d.Month))+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func validClock(s string) bool {
	if len(s) < 8 || !(s[:2] <= "24" && s[2] == ':' && s[3:5] <= "59" && s[5] == ':' && s[6:8] <= "60") {
		return false
	}
	if !digits(s[:2]) || !digits(s[3:5]) || !digits(s[6:8]) {
		return false
	}
	zone := s[8:]
	if zone == "" || zone == "Z" {
		return true
	}
	return (zone[0] == '+' || zone[0] == '-') && validOffset(zone[1:])
}

func validOffset(s string) bool {
	switch len(s) {
	case 2:
		return digits(s) && s <= "14"
	case 5:
		return digits(s[:2]) && s[2] == ':' && digits(s[3:]) && s[:2] <= "14" && s[3:] <= "59"
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// digits says whether s is digits only; "" is.
func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// number reads digits with an optional minus sign.
func number(s string) int {
	n, sign := 0, 1
	for i := 0; i < len(s); i++ {
		if s[i] == '-' {
			sign = -1
			continue
		}
		n = n*10 + int(s[i]-'0')
	}
	return sign * n
}
