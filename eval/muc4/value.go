package muc4

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// dateRange is a date slot's fill. A day has from == to; a default fill
// ("- 11 MAY 85", on or before) has no from.
type dateRange struct{ from, to time.Time }

func (d dateRange) byDefault() bool { return d.from.IsZero() }
func (d dateRange) day() bool       { return d.from.Equal(d.to) }

var dayPattern = regexp.MustCompile(`(\d{1,2}) ([A-Z]{3})[A-Z]*(?: (?:19)?(\d{2}))?`)

// defaultReach is how long before the report a day may lie and still count as
// part of a default fill: recent means within two months (task documentation 1.0).
const defaultReach = 61 * 24 * time.Hour

func parseDate(text string) (dateRange, bool) {
	var days []time.Time
	for _, parts := range dayPattern.FindAllStringSubmatch(strings.ToUpper(text), 2) {
		month := parts[2][:1] + strings.ToLower(parts[2][1:3])
		day, err := time.Parse("2 Jan 06", strings.TrimSpace(parts[1]+" "+month+" "+parts[3]))
		if err != nil {
			return dateRange{}, false
		}
		days = append(days, day)
	}
	switch {
	case len(days) == 2:
		return dateRange{days[0], days[1]}, true
	case len(days) == 1 && strings.HasPrefix(text, "-"):
		return dateRange{to: days[0]}, true
	case len(days) == 1:
		return dateRange{days[0], days[0]}, true
	}
	return dateRange{}, false
}

// judgeDate follows guidelines 3.2.2: the same date is correct; a day within
// the key's range is partial, and so is a default fill that ends on the key's
// last day.
func judgeDate(key, answer string) Judgement {
	k, okKey := parseDate(key)
	a, okAnswer := parseDate(answer)
	switch {
	case !okKey || !okAnswer:
		if key == answer {
			return Correct
		}
		return Incorrect
	case k == a:
		return Correct
	case a.to.Equal(k.to), a.day() && k.holds(a.to), !a.byDefault() && !a.day() && a.holds(k.to):
		return Partial
	}
	return Incorrect
}

func (d dateRange) holds(day time.Time) bool {
	from := d.from
	if d.byDefault() {
		from = d.to.Add(-defaultReach)
	}
	return !day.Before(from) && !day.After(d.to)
}

// judgePlace follows guidelines 3.2.3: the same names are correct; the right
// country with something else, or the right places in the wrong country, are
// partial.
func judgePlace(key, answer string) Judgement {
	keyCountry, keyPlaces := parsePlace(key)
	country, places := parsePlace(answer)
	switch {
	case country == keyCountry && slices.Equal(places, keyPlaces):
		return Correct
	case country == keyCountry, len(places) > 0 && slices.Equal(places, keyPlaces):
		return Partial
	}
	return Incorrect
}

// parsePlace cuts "PERU: EL ALTO (TOWN): TRES RIOS (SUBURB)" at its colons.
func parsePlace(text string) (country string, places []string) {
	parts := strings.Split(text, ":")
	for i, part := range parts {
		parts[i] = strings.Join(strings.Fields(part), " ")
	}
	return parts[0], parts[1:]
}

// judgeNumber follows guidelines 3.2.14: equal is correct; an anchor of the
// key's range, or the number after the key's tilde, is partial.
func judgeNumber(key, answer string) Judgement {
	key, answer = strings.ReplaceAll(key, " ", ""), strings.ReplaceAll(answer, " ", "")
	if key == answer {
		return Correct
	}
	if _, err := strconv.Atoi(answer); err == nil && slices.Contains(strings.FieldsFunc(key, isRangeSign), answer) {
		return Partial
	}
	return Incorrect
}

func isRangeSign(r rune) bool { return r == '-' || r == '~' }
