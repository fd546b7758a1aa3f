package reconcile

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// scenario is an input written as a table of claims; see testdata/examples.txt.
type scenario struct {
	name   string
	claims []string
	expect []string
}

func readScenarios(t testing.TB, path string) []scenario {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []scenario
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "case "):
			out = append(out, scenario{name: line[5:]})
		case strings.HasPrefix(line, "=> "):
			out[len(out)-1].expect = append(out[len(out)-1].expect, line[3:])
		default:
			out[len(out)-1].claims = append(out[len(out)-1].claims, line)
		}
	}
	return out
}

func build(t testing.TB, lines []string) Input {
	in := Input{Origins: map[dateline.ID]dateline.Origin{}, Reports: map[dateline.ID]*dateline.Report{}}
	seen := map[dateline.ID]bool{}
	for i, line := range lines {
		c, o, m, r := claimOf(t, line, i)
		in.Origins[o.ID], in.Reports[r.ID] = o, r
		if !seen[m.ID] {
			seen[m.ID] = true
			in.Mentions = append(in.Mentions, m)
		}
		in.Claims = append(in.Claims, c)
	}
	return in
}

func claimOf(t testing.TB, line string, i int) (dateline.Claim, dateline.Origin, dateline.Mention, *dateline.Report) {
	f := strings.Fields(line)
	if len(f) < 5 {
		t.Fatalf("claim %q has too few fields", line)
	}
	kind := dateline.OriginKind(f[1])
	if kind == "u" {
		kind = dateline.UnknownSecondary
	}
	n := parseCount(t, f[4])
	n.Measure, n.Population = dateline.Measure(f[2]), dateline.Population(f[3])
	report := f[0]
	c := dateline.Claim{Attribute: dateline.Attribute(f[2]), Population: n.Population, Value: dateline.Value{Count: &n},
		Modality: dateline.Asserted, Status: dateline.Active, Attribution: []dateline.Speaker{{Role: dateline.SpeakerOutlet}}}
	m := dateline.Mention{Kind: dateline.KindIncident, Facets: dateline.Facets{Act: dateline.Attack}}
	for _, option := range f[5:] {
		key, value, _ := strings.Cut(option, "=")
		switch key {
		case "inferred":
			c.Modality = dateline.Inferred
		case "quoted":
			c.Attribution = append(c.Attribution, dateline.Speaker{Role: dateline.SpeakerQuoted})
		case "interested":
			c.Interested = true
		case "report":
			report = value
		case "kind":
			m.Kind = dateline.MentionKind(value)
		case "sure":
			c.Confidence = float64(number(t, value)) / 100
		case "as_of":
			c.AsOf = parseAsOf(value)
		default:
			t.Fatalf("unknown option %q in %q", option, line)
		}
	}
	r := &dateline.Report{ID: dateline.ReportID(report), Outlet: "Outlet " + report}
	m.ID, m.ReportID = dateline.NewID(dateline.PrefixMention, report), r.ID
	o := dateline.Origin{ID: dateline.NewID(dateline.PrefixOrigin, f[0]), Kind: kind}
	c.ID = dateline.NewID(dateline.PrefixClaim, strconv.Itoa(i), line)
	c.ReportID, c.MentionID, c.Origin = r.ID, m.ID, o.ID
	return c, o, m, r
}

func parseAsOf(s string) *dateline.Date {
	day, clock, ok := strings.Cut(s, "T")
	d := &dateline.Date{EDTF: day, Earliest: dateline.Day(day), Latest: dateline.Day(day), Precision: dateline.D1}
	if ok {
		d.LocalTime = &dateline.LocalTime{HHMM: clock}
	}
	return d
}

func number(t testing.TB, s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("%q is not a number", s)
	}
	return n
}

// parseCount reads the small notation of the tables.
func parseCount(t testing.TB, s string) dateline.Count {
	if head, parts, ok := strings.Cut(s, "="); ok && !strings.ContainsAny(head, "<>") {
		c := parseCount(t, head)
		c.Parts, c.Breakdown = parseParts(t, parts), dateline.Exhaustive
		return c
	}
	if strings.Contains(s, "+") {
		return sumOf(parseParts(t, s))
	}
	if head, perps, ok := strings.Cut(strings.TrimSuffix(s, ")"), "("); ok {
		c := parseCount(t, head)
		p := parseCount(t, perps)
		p.Population = dateline.PopPerpetrators
		c.Parts, c.Breakdown = []dateline.Count{p}, dateline.Partial
		return c
	}
	return parsePlain(t, s)
}

func parseParts(t testing.TB, s string) []dateline.Count {
	var out []dateline.Count
	for _, p := range strings.Split(s, "+") {
		c := parsePlain(t, strings.TrimSuffix(p, "p"))
		c.Population = dateline.PopUnknown
		if strings.HasSuffix(p, "p") {
			c.Population = dateline.PopPerpetrators
		}
		out = append(out, c)
	}
	return out
}

func sumOf(parts []dateline.Count) dateline.Count {
	sum := parts[0]
	for _, p := range parts[1:] {
		sum = add(sum, p)
	}
	sum.Parts = parts
	return sum
}

func parsePlain(t testing.TB, s string) dateline.Count {
	rest := func(prefix string) int { return number(t, strings.TrimPrefix(s, prefix)) }
	switch {
	case s == "dozens":
		return dateline.Count{Lo: ptr(24), Qualifier: dateline.VagueWord, Word: s, Vague: true}
	case s == "several":
		return dateline.Count{Lo: ptr(3), Qualifier: dateline.VagueWord, Word: s, Vague: true}
	case s == "scores":
		return dateline.Count{Lo: ptr(40), Qualifier: dateline.VagueWord, Word: s, Vague: true}
	case s == "plural":
		return dateline.Count{Lo: ptr(2), Qualifier: dateline.BarePlural, PluralOnly: true}
	case s == "named":
		return dateline.Count{Lo: ptr(1), Anchor: ptr(1), Qualifier: dateline.NamedPerson}
	case s == "none":
		return dateline.Count{Lo: ptr(0), Anchor: ptr(0), Hi: ptr(0), Qualifier: dateline.None}
	case strings.HasPrefix(s, ">="):
		return dateline.Count{Lo: ptr(rest(">=")), Anchor: ptr(rest(">=")), Qualifier: dateline.AtLeast}
	case strings.HasPrefix(s, ">"):
		return dateline.Count{Lo: ptr(rest(">") + 1), Anchor: ptr(rest(">")), Qualifier: dateline.MoreThan}
	case strings.HasPrefix(s, "<="):
		return dateline.Count{Lo: ptr(0), Hi: ptr(rest("<=")), Qualifier: dateline.UpTo}
	case strings.HasPrefix(s, "~"):
		n := rest("~")
		return dateline.Count{Lo: ptr(n * 9 / 10), Anchor: &n, Hi: ptr((n*11 + 9) / 10), Qualifier: dateline.About, Approximate: true}
	case strings.HasPrefix(s, "nearly"):
		n := rest("nearly")
		return dateline.Count{Lo: ptr((n*9 + 9) / 10), Anchor: &n, Hi: &n, Qualifier: dateline.Nearly, Approximate: true}
	}
	if a, b, ok := strings.Cut(s, ".."); ok {
		return dateline.Count{Lo: ptr(number(t, a)), Hi: ptr(number(t, b)), Qualifier: dateline.Between}
	}
	n := number(t, s)
	return dateline.Count{Lo: &n, Anchor: &n, Hi: &n, Qualifier: dateline.Exactly}
}
