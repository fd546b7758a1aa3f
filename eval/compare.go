package eval

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/opendateline/dateline/resolve/actor"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// fold brings a name to the form in which names are compared: lower case,
// without accents and punctuation, without a leading article.
func fold(name string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), name)
	if err != nil {
		plain = name // not valid UTF-8: compared as it is
	}
	words := strings.FieldsFunc(strings.ToLower(plain), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

func sameName(gold, answer string) bool { return fold(gold) == fold(answer) }

// SamePlace: a place may be given as several names or levels; one of them in
// common is enough. Two romanisations of one name are the same name (ACT-7), and
// so are a name and its short form (St. Louis).
func SamePlace(gold, answer string) bool {
	if gold == answer {
		return true
	}
	names := strings.Split(answer, ",")
	return slices.ContainsFunc(levels(gold), func(g string) bool {
		return slices.ContainsFunc(names, func(a string) bool {
			return fold(g) != "" && (longForm(fold(g)) == longForm(fold(a)) || actor.Skeleton(g) == actor.Skeleton(a))
		})
	})
}

// levels are the names of a filed place: set apart by commas, and a part of a
// town in parentheses behind it ("Chicago (Englewood)"). "Wayne (county)" says
// what kind of place is meant.
func levels(filed string) []string {
	if strings.Contains(filed, "(county)") {
		return strings.Split(filed, ",")
	}
	return strings.FieldsFunc(filed, func(r rune) bool { return r == ',' || r == '(' || r == ')' })
}

// longForm writes out the first word of a folded name of a place.
func longForm(name string) string {
	first, rest, more := strings.Cut(name, " ")
	if long := longWords[first]; long != "" && more {
		return long + " " + rest
	}
	return name
}

var longWords = map[string]string{"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}

var datePattern = regexp.MustCompile(`^(\d{4}|XXXX)(?:-(\d{1,2}|XX))?(?:-(\d{1,2}|XX))?`)

// dateParts are the parts of an EDTF date; "" for a part that is not given.
var dateParts = []struct {
	name string
	of   func(edtf string) string
}{
	{"year", func(edtf string) string { return datePart(edtf, 1) }},
	{"month", func(edtf string) string { return datePart(edtf, 2) }},
	{"day", func(edtf string) string { return datePart(edtf, 3) }},
}

func datePart(edtf string, part int) string {
	parts := datePattern.FindStringSubmatch(edtf)
	if parts == nil {
		return ""
	}
	n, err := strconv.Atoi(parts[part])
	if err != nil {
		return "" // absent, or unspecified ("XX")
	}
	return fmt.Sprintf("%02d", n)
}

// sameDate compares dates as written, but for leading zeros; if the gold is an
// interval, a day in it is right too. Of gold without a year (XXXX-06-09) only
// month and day are asked.
func sameDate(gold, answer string) bool {
	g, a := tidyDate(gold), tidyDate(answer)
	if g == a {
		return true
	}
	if rest, yearless := strings.CutPrefix(g, "XXXX"); yearless {
		return len(a) == len(g) && strings.HasSuffix(a, rest)
	}
	from, to, interval := strings.Cut(g, "/")
	return interval && len(a) == len(from) && from <= a && a <= to
}

func tidyDate(edtf string) string {
	ends := strings.Split(edtf, "/")
	for i, end := range ends {
		parts := strings.Split(end, "-")
		for j, part := range parts {
			if len(part) == 1 {
				parts[j] = "0" + part
			}
		}
		ends[i] = strings.Join(parts, "-")
	}
	return strings.Join(ends, "/")
}

// near161 is the distance within which a place counts as found: 161 km, a
// hundred miles, the usual measure of toponym resolution.
const near161 = 161.0

const earthRadius = 6371.0 // km

// distance is the great-circle distance in km (haversine).
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	rad := math.Pi / 180
	dLat, dLon := (lat2-lat1)*rad/2, (lon2-lon1)*rad/2
	h := math.Pow(math.Sin(dLat), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin(dLon), 2)
	return 2 * earthRadius * math.Asin(math.Min(1, math.Sqrt(h)))
}

// between is the distance of two points, infinite if one is not known.
func between(lat1, lon1, lat2, lon2 *float64) float64 {
	if lat1 == nil || lon1 == nil || lat2 == nil || lon2 == nil {
		return math.Inf(1)
	}
	return distance(*lat1, *lon1, *lat2, *lon2)
}

// within1Day: two days at most one day apart.
func within1Day(gold, answer string) bool {
	g, errGold := time.Parse(time.DateOnly, tidyDate(gold))
	a, errAnswer := time.Parse(time.DateOnly, tidyDate(answer))
	return errGold == nil && errAnswer == nil && g.Sub(a).Abs() <= 24*time.Hour
}
