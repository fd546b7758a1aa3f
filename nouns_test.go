package dateline_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

func TestNewIDSeparatesParts(t *testing.T) {
	a, b := dateline.NewID("rep", "a", "bc"), dateline.NewID("rep", "ab", "c")
	if a == b {
		t.Error("parts run together")
	}
	if len(a) != len("rep_")+26 || a.Prefix() != "rep" {
		t.Errorf("id %q has not the form of domain §1.1", a)
	}
}

// TestPublicIDs: every minted id is read back, in any case, with or without
// its hyphen, and any one wrong character is told as mistyped or as no id.
func TestPublicIDs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.String().Draw(t, "key")
		prefix := rapid.SampledFrom([]string{"inc", "rep", "clm", "src", "act", "plc", "org", "rvw", "brf", "job", "dec"}).Draw(t, "prefix")
		id, err := dateline.MintPublic(dateline.NewID(prefix, key), func(dateline.PublicID) bool { return false })
		if err != nil {
			t.Fatal(err)
		}
		for _, typed := range []string{string(id), strings.ToLower(string(id)), strings.Replace(string(id), "-", "", 1)} {
			got, err := dateline.ParsePublic(typed)
			if err != nil || got != id {
				t.Fatalf("typed %q: got %q, %v", typed, got, err)
			}
		}
		at := strings.Index(string(id), "-") + 1 + rapid.IntRange(0, 5).Draw(t, "at")
		c := rapid.SampledFrom([]byte("0123456789ABCDEFGHJKMNPQRSTVWXYZ")).Draw(t, "char")
		if id[at] == c {
			return
		}
		wrong := string(id[:at]) + string(c) + string(id[at+1:])
		if _, err := dateline.ParsePublic(wrong); dateline.CodeOf(err) != dateline.Mistyped {
			t.Fatalf("%q for %q: %v, want mistyped", wrong, id, err)
		}
	})
}

func TestPublicIDsOfTheDesign(t *testing.T) {
	for _, id := range []string{"INC-7K3M9Q", "R-1GQ5M9", "O-Z7M4HG", "J-5T2WDM", "INC-2M8X0T", "P-4TQ2MM"} {
		if got, err := dateline.ParsePublic(id); err != nil || string(got) != id {
			t.Errorf("%s: %q, %v", id, got, err)
		}
	}
	if _, err := dateline.ParsePublic("INC-7K3M9R"); dateline.CodeOf(err) != dateline.Mistyped {
		t.Errorf("INC-7K3M9R: %v, want mistyped", err)
	}
	if got, err := dateline.ParsePublic("inc-2m8xot"); err != nil || got != "INC-2M8X0T" {
		t.Errorf("letter O for zero: %q, %v", got, err)
	}
}

func TestMintPublicMovesOnWhenTaken(t *testing.T) {
	taken := map[dateline.PublicID]bool{}
	id := dateline.NewID("inc", "x")
	for range 10 {
		public, err := dateline.MintPublic(id, func(p dateline.PublicID) bool { return taken[p] })
		if err != nil || taken[public] {
			t.Fatalf("%q, %v", public, err)
		}
		taken[public] = true
	}
}

// TestSpans: spans made from a text check against it, through either way of
// making them, and cutting one changed byte off does not.
func TestSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(0, 600, -1).Draw(t, "text")
		start, end := boundary(t, text, "start"), boundary(t, text, "end")
		if end < start {
			start, end = end, start
		}
		s := dateline.NewSpan(text, start, end)
		if err := s.Check(text); err != nil {
			t.Fatal(err)
		}
		if got := dateline.NewRunes(text).Span(start, end); got != s {
			t.Fatalf("Runes.Span %v, NewSpan %v", got, s)
		}
		if s.RuneEnd-s.RuneStart != utf8.RuneCountInString(s.Of(text)) {
			t.Fatal("rune length")
		}
		s.RuneEnd++
		if s.Check(text) == nil {
			t.Fatal("wrong rune offset passed")
		}
	})
}

func boundary(t *rapid.T, text, label string) int {
	i := rapid.IntRange(0, len(text)).Draw(t, label)
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}

// TestTAX6 is the table of derived labels: the first row that fits wins, and
// the title takes the narrower word that the facets support.
func TestTAX6(t *testing.T) {
	for _, row := range []struct {
		facets dateline.Facets
		kind   dateline.Type
		words  string
	}{
		{dateline.Facets{Act: dateline.Clash, Means: []dateline.Means{dateline.Firearms}}, "armed_clash", "armed clash"},
		{dateline.Facets{Act: dateline.HostageSiege}, "abduction", "hostage siege"},
		{dateline.Facets{Act: dateline.SexualViolence}, "ill_treatment", "sexual violence"},
		{dateline.Facets{Act: dateline.ProtestRepressed}, "riot_protest", "protest put down"},
		{dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.Missile, dateline.AirDrone}}, "air_strike", "drone strike"},
		{dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.IndirectFire}}, "shelling", "shelling"},
		{dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.SuicideBody}}, "bombing", "suicide bombing"},
		{dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.MineUXO}}, "bombing", "mine blast"},
		{dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.Firearms}}, "attack", "armed attack"},
		{dateline.Facets{Act: dateline.Attack}, "attack", "attack"},
		{dateline.Facets{Act: dateline.Arrest}, "other", "arrest"},
	} {
		if got := row.facets.Type(); got != row.kind {
			t.Errorf("%v: type %s, want %s", row.facets, got, row.kind)
		}
		if got := row.facets.Words(); got != row.words {
			t.Errorf("%v: %q, want %q", row.facets, got, row.words)
		}
	}
}

// TestFigureCheck holds the invariants of domain §1.7 for one figure.
func TestFigureCheck(t *testing.T) {
	n := func(i int) *int { return &i }
	one := []dateline.ID{"clm_a"}
	for _, row := range []struct {
		name string
		f    dateline.Figure
		ok   bool
	}{
		{"in order", dateline.Figure{Low: n(7), Best: n(7), High: n(8), LowClaims: one, BestClaims: one, HighClaims: one}, true},
		{"best above high", dateline.Figure{Low: n(7), Best: n(9), High: n(8), LowClaims: one, BestClaims: one, HighClaims: one}, false},
		{"low above best", dateline.Figure{Low: n(8), Best: n(7), LowClaims: one, BestClaims: one}, false},
		{"number without a sentence", dateline.Figure{Best: n(7)}, false},
		{"sum of parts", dateline.Figure{Best: n(7), Parts: []dateline.Count{{Lo: n(7)}}}, true},
		{"nothing known", dateline.Figure{}, true},
	} {
		if err := row.f.Check(); (err == nil) != row.ok {
			t.Errorf("%s: %v", row.name, err)
		}
	}
}

func TestDateOverlaps(t *testing.T) {
	day := func(d dateline.Day) dateline.Date { return dateline.Date{Earliest: d, Latest: d} }
	for _, row := range []struct {
		a, b dateline.Date
		pad  int
		want bool
	}{
		{day("2022-09-05"), day("2022-09-05"), 0, true},
		{day("2022-09-05"), day("2022-09-06"), 0, false},
		{day("2022-09-05"), day("2022-09-06"), 1, true},
		{dateline.Date{Earliest: "2022-01-01", Latest: "2022-12-31"}, day("2022-09-05"), 0, true},
		{dateline.Date{Latest: "2022-01-01"}, day("2022-09-05"), 0, false},
		{dateline.Date{Earliest: "2022-01-01"}, day("2022-09-05"), 0, true},
	} {
		if row.a.Overlaps(row.b, row.pad) != row.want || row.b.Overlaps(row.a, row.pad) != row.want {
			t.Errorf("%v and %v padded %d: want %v", row.a, row.b, row.pad, row.want)
		}
	}
}

func TestErrorfKeepsTheCause(t *testing.T) {
	cause := dateline.Errorf(dateline.NotFound, "no such report")
	err := dateline.Errorf(dateline.Unavailable, "reading the store: %w", cause)
	if dateline.CodeOf(err) != dateline.Unavailable || !strings.Contains(err.Error(), "no such report") {
		t.Errorf("%v, code %s", err, dateline.CodeOf(err))
	}
}

// A day is what time.Parse says of the same text, and text that is no day is none.
func TestDayIsTheCalendars(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.StringMatching(`[0-9]{4}-[01][0-9]-[0-3][0-9]`), rapid.StringMatching(`[-0-9]{10}`), rapid.String()).Draw(t, "day")
		want, err := time.Parse(time.DateOnly, text)
		if err != nil {
			want = time.Time{}
		}
		if got := dateline.Day(text).Time(); !got.Equal(want) {
			t.Fatalf("Day(%q).Time() = %v, want %v", text, got, want)
		}
	})
}

func TestOverlapsWithoutAYear(t *testing.T) {
	may, june, ninth := time.May, time.June, 9
	month := func(m *time.Month, day *int) dateline.Date {
		return dateline.Date{EDTF: "XXXX", Precision: dateline.D4, Constraint: &dateline.Constraint{Anchor: dateline.AnchorNone, Month: m, Day: day}}
	}
	span := func(from, to dateline.Day) dateline.Date {
		return dateline.Date{EDTF: string(from), Earliest: from, Latest: to}
	}
	for _, c := range []struct {
		what string
		a, b dateline.Date
		pad  int
		want bool
	}{
		{"the month", month(&may, nil), span("2022-05-01", "2022-05-31"), 0, true},
		{"the month before", month(&may, nil), span("2022-04-01", "2022-04-30"), 0, false},
		{"the day before, padded", month(&may, nil), span("2022-04-30", "2022-04-30"), 1, true},
		{"a year", month(&may, nil), span("2022-01-01", "2022-12-31"), 0, true},
		{"two months", month(&may, nil), month(&june, nil), 0, false},
		{"one month twice", month(&may, nil), month(&may, &ninth), 0, true},
		{"the day", month(&june, &ninth), span("2022-06-09", "2022-06-09"), 0, true},
		{"another day", month(&june, &ninth), span("2022-06-12", "2022-06-12"), 0, false},
		{"no end", month(&may, nil), span("2022-06-12", ""), 0, true},
	} {
		if got := c.a.Overlaps(c.b, c.pad); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
		if got := c.b.Overlaps(c.a, c.pad); got != c.want {
			t.Errorf("%s, the other way round: %v", c.what, got)
		}
	}
}
