package export

import (
	"sort"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// says is what a claim says, from its typed value and not from its words; of a
// sealed report that is all there is to read (ETH-4).
func says(c dateline.Claim) string {
	v := c.Value
	switch {
	case v.Count != nil:
		return countWords(*v.Count)
	case v.Date != nil:
		return v.Date.EDTF
	case v.Place != nil:
		return located(*v.Place)
	case v.Actor != nil:
		return v.Actor.Name
	case v.Facets != nil:
		return v.Facets.Words()
	case v.Target != nil:
		return targetWords(*v.Target)
	case v.Stance != nil:
		return string(v.Stance.Stance) + ": " + v.Stance.Actor.Name
	case v.Bool != nil:
		return strconv.FormatBool(*v.Bool)
	}
	return v.Text
}

// countWords are the bounds of a count: "12–14", "12 or more", "up to 9".
func countWords(c dateline.Count) string {
	switch {
	case c.Lo == nil && c.Hi == nil:
		return "number not known"
	case c.Lo == nil:
		return "up to " + num(c.Hi)
	case c.Hi == nil:
		return num(c.Lo) + " or more"
	case *c.Lo == *c.Hi:
		return num(c.Lo)
	}
	return num(c.Lo) + "–" + num(c.Hi)
}

func targetWords(t dateline.Target) string {
	if t.Specific != "" {
		return t.Specific
	}
	return strings.ReplaceAll(string(t.Category), "_", " ")
}

// measureWords are the words of a measure in sentences.
var measureWords = map[dateline.Measure]string{
	dateline.Killed: "killed", dateline.Wounded: "injured", dateline.KilledOrWounded: "killed or injured", dateline.Abducted: "abducted",
	dateline.Missing: "missing", dateline.Arrested: "arrested", dateline.Displaced: "displaced",
}

// summary is the record in one or two neutral sentences (ETH-5), and a note
// where the reports disagree.
func (r *Record) summary() string {
	var s strings.Builder
	s.WriteString(strings.TrimSuffix(r.Incident.Title, "."))
	s.WriteString(".")
	for _, m := range dateline.Measures {
		if f := r.Incident.Figure(m, dateline.PopAll); f != nil && f.Best != nil {
			s.WriteString(" " + capital(measureWords[m]) + ": " + figureWords(*f) + ".")
		}
	}
	if n := r.Incident.Independence; n.Reports > 0 {
		s.WriteString(" " + plural(n.Reports, "report") + ", " + interval(n.OriginsMin, n.OriginsMax) + " independent " + noun(n.OriginsMax, "origin") + ".")
	}
	for _, c := range r.Incident.Disputes() {
		if c.Wording != "" {
			s.WriteString(" Reports disagree: " + strings.TrimSuffix(c.Wording, ".") + ".")
		}
	}
	return s.String()
}

// figureWords is a figure with its range, never a bare best (ETH-8).
func figureWords(f dateline.Figure) string {
	s := num(f.Best)
	if f.Low != nil && f.High != nil && *f.Low != *f.High {
		s += " (" + num(f.Low) + "–" + num(f.High) + ")"
	}
	if f.HighOpen {
		s += " or more"
	}
	if f.InterestedOnly {
		s += ", said only by a party to the incident"
	}
	return s
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func noun(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

func plural(n int, word string) string { return strconv.Itoa(n) + " " + noun(n, word) }

func interval(lo, hi int) string {
	if lo == hi {
		return strconv.Itoa(lo)
	}
	return strconv.Itoa(lo) + "–" + strconv.Itoa(hi)
}

// Outlet is who published a report, in words; of a sealed one only what kind
// of body it is.
func (r *Record) Outlet(id dateline.ID) string {
	switch r.seals.reports[id] {
	case ArmedGroup:
		return "armed-group media"
	case Sexual, LegalHold:
		return "sealed report"
	}
	report := r.Reports[id]
	if report == nil {
		return ""
	}
	if s := r.Sources[report.OutletID]; s != nil {
		return s.Name
	}
	return report.Outlet
}

// outlets are the names of the outlets, one for each story family, in the
// order of the reports' publication; and the scales they cover.
func (r *Record) outlets() (names, scales []string) {
	seen := map[string]bool{}
	for _, report := range r.InOrder() {
		family := string(report.Family)
		if family == "" {
			family = string(report.ID)
		}
		name := r.Outlet(report.ID)
		if seen["family "+family] || name == "" || seen["name "+name] {
			continue
		}
		seen["family "+family], seen["name "+name] = true, true
		names = append(names, name)
		if s := r.Sources[report.OutletID]; s != nil && s.Scale != "" && !seen["scale "+string(s.Scale)] {
			seen["scale "+string(s.Scale)] = true
			scales = append(scales, capital(string(s.Scale)))
		}
	}
	return names, scales
}

// InOrder are the reports of the record by publication, then by id.
func (r *Record) InOrder() []*dateline.Report {
	var out []*dateline.Report
	for _, id := range r.Incident.Reports {
		if report := r.Reports[id]; report != nil {
			out = append(out, report)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i].Published, out[j].Published
		if ka, kb := a.At+string(a.Earliest), b.At+string(b.Earliest); a.Earliest != b.Earliest {
			return a.Earliest < b.Earliest
		} else if ka != kb {
			return ka < kb
		}
		return out[i].ID < out[j].ID
	})
	return out
}

// serial is the number behind a public id: each id has its own, for schemes
// that want digits. Ids with more characters come after the shorter ones.
func serial(id dateline.PublicID) int64 {
	const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	_, body, _ := strings.Cut(string(id), "-")
	if len(body) < 2 {
		return 0
	}
	var n, before int64
	for i, width := 0, int64(1)<<25; i < len(body)-1; i++ {
		n = n<<5 | int64(max(strings.IndexByte(digits, body[i]), 0))
		if i >= 5 {
			before, width = before+width, width<<5
		}
	}
	return before + n
}
