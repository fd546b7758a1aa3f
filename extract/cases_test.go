package extract_test

import (
	"context"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
)

// TestCases reads the texts of testdata/cases.txt with the real stages.
func TestCases(t *testing.T) {
	eachCase(t, "testdata/cases.txt", func(t *testing.T, block string, read readText) {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		sameLines(t, lines[0], describe(read(t, lines[0])), lines[1:])
	})
}

// readText reads a text that appeared on 20 May 2031 with the real stages, and
// holds its claims to what they quote.
type readText func(t *testing.T, text string) dateline.Reading

func newReader(t *testing.T) readText {
	t.Helper()
	stages, _, err := pipeline.NewStages("2031-12-31")
	if err != nil {
		t.Fatal(err)
	}
	return func(t *testing.T, text string) dateline.Reading {
		t.Helper()
		read, err := stages.Read(context.Background(), dateline.Raw{Bytes: []byte(text), Name: t.Name(), Published: "2031-05-20"})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range read.Reading.Claims {
			if err := c.Check(read.Report.Text); err != nil {
				t.Error(err)
			}
		}
		return read.Reading
	}
}

// eachCase runs a test for each block of a file; "== name" begins a block.
func eachCase(t *testing.T, path string, test func(t *testing.T, block string, read readText)) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	read := newReader(t)
	for _, block := range strings.Split(string(b), "\n== ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		t.Run(name, func(t *testing.T) { test(t, rest, read) })
	}
}

// eachLine asks something of the text before the bar of each line of a file; the
// answer stands after it.
func eachLine(t *testing.T, path string, answer func(dateline.Reading) string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	read := newReader(t)
	for line := range strings.Lines(string(b)) {
		text, want, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if got := answer(read(t, text)); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// sameLines holds lines of a case file to what is read, without regard to space.
func sameLines(t *testing.T, text string, lines, wanted []string) {
	t.Helper()
	got, want := strings.Join(lines, "\n"), strings.Join(wanted, "\n")
	if normal(got) != normal(want) {
		t.Errorf("%s\n got:\n%s\nwant:\n%s", text, got, want)
	}
}

// listCase is a text of several happenings and what is told of each.
type listCase struct {
	text string
	want []string
}

// readLists reads the texts and compares what tells makes of the line of each mention; of
// those it answers with "" nothing is wanted.
func readLists(t *testing.T, cases []listCase, tells func(fields []string) string) {
	t.Helper()
	read := newReader(t)
	for _, c := range cases {
		var got []string
		for _, line := range describe(read(t, c.text)) {
			if told := tells(strings.Split(line, " | ")); told != "" {
				got = append(got, told)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// describe writes each mention as a line of the case file.
func describe(r dateline.Reading) []string {
	var out []string
	for _, m := range r.Mentions {
		date, place := "", ""
		if m.Date != nil {
			date = m.Date.EDTF
		}
		if m.Place != nil {
			place = m.Place.Name
		}
		out = append(out, strings.Join([]string{string(m.Kind), m.Facets.Words(), date, place, number(r, m.ID, dateline.Killed), number(r, m.ID, dateline.Wounded)}, " | "))
	}
	return out
}

// number is the count of a measure: "9", "11+" if it is open.
func number(r dateline.Reading, mention dateline.ID, m dateline.Measure) string {
	for _, c := range r.Claims {
		n := c.Value.Count
		if c.MentionID != mention || n == nil || n.Measure != m || n.Lo == nil || n.Population == dateline.PopPerpetrators {
			continue
		}
		if n.Hi == nil {
			return strconv.Itoa(*n.Lo) + "+"
		}
		return strconv.Itoa(*n.Lo)
	}
	return ""
}

func normal(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "|", " | ")), " ")
}

// FuzzRead: whatever the text, reading gives claims whose spans say what they
// quote, and never ends in a fault.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"A bomb killed nine, including two, of whom one died.", "Four Shot, Man Dead", "“Killed” said police, said", "at least and killing killed", ", police said."} {
		f.Add(s)
	}
	stages, _, err := pipeline.NewStages("")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		read, err := stages.Read(context.Background(), dateline.Raw{Bytes: []byte(s), Name: "fuzz"})
		if err != nil {
			if dateline.CodeOf(err) == dateline.Damaged {
				t.Fatal(err)
			}
			return
		}
		for _, c := range read.Reading.Claims {
			if err := c.Check(read.Report.Text); err != nil {
				t.Fatal(err)
			}
		}
	})
}
