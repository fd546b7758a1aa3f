package syntax

import (
	"strings"
	"sync"
	"testing"

	dateline "github.com/opendateline/dateline"
)

var parser = sync.OnceValues(New)

func mustParser(t testing.TB) *Parser {
	t.Helper()
	p, err := parser()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func sentences(d *dateline.Document) []string {
	var out []string
	for _, s := range d.Sentences {
		out = append(out, strings.Join(strings.Fields(d.Text()[s.Start:s.End]), " "))
	}
	return out
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They don't know the mayor's plan.", "They do n't know the mayor 's plan ."},
		{"They don’t know the workers’ plan.", "They do n’t know the workers ’ plan ."},
		{"Ayman al-Zawahiri met Lashkar-e-Taiba's men", "Ayman al-Zawahiri met Lashkar-e-Taiba 's men"},
		{"ISIS-K fired AK-47s and M-16s", "ISIS-K fired AK-47s and M-16s"},
		{"two-dozen Iran-backed, anti-government fighters", "two - dozen Iran - backed , anti-government fighters"},
		{"a 15-year-old girl", "a 15 - year - old girl"},
		{"Brig. Gen. A. B. Said left the U.S. on Sept. 3.", "Brig. Gen. A. B. Said left the U.S. on Sept. 3 ."},
		{"approx. 1,200 people, 5.30 p.m. or 5:30", "approx. 1,200 people , 5.30 p.m. or 5:30"},
		{"No. 4 brigade said no.", "No. 4 brigade said no ."},
		{"UNIT NO.4 REPORTED", "UNIT NO. 4 REPORTED"},
		{"$5m (about €4.5 million)", "$ 5m ( about € 4.5 million )"},
		{"[The men were] forced... out", "[ The men were ] forced ... out"},
		{"see https://example.org/a?b=1, or mail a.b@example.org.", "see https://example.org/a?b=1 , or mail a.b@example.org ."},
		{"killed on 2014-05-12 and 9/11", "killed on 2014-05-12 and 9/11"},
		{"dead and/or wounded—police", "dead and / or wounded — police"},
		{"the end.The next", "the end . The next"},
	} {
		var got []string
		for _, p := range Cut(c.text) {
			got = append(got, c.text[p[0]:p[1]])
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.text, strings.Join(got, " "), c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"abbreviations inside", "Brig. Gen. Said met Mr. Osei in St. Louis. He left at 5 p.m. on Monday.",
			[]string{"Brig. Gen. Said met Mr. Osei in St. Louis.", "He left at 5 p.m. on Monday."}},
		{"abbreviation at the end", "He flew to the U.S. The army denied it.",
			[]string{"He flew to the U.S.", "The army denied it."}},
		{"time of day at the end", "It happened around 4:30 a.m. Hale was dead by then. A call came at 9 p.m. Eastern on Sunday, and at 5 a.m. Monday. It came at 9 p.m. Nov. 22.",
			[]string{"It happened around 4:30 a.m.", "Hale was dead by then.", "A call came at 9 p.m. Eastern on Sunday, and at 5 a.m. Monday.", "It came at 9 p.m. Nov. 22."}},
		{"quotation", "“Nobody came. We waited,” she said. “Then they fired.” He wept.",
			[]string{"“Nobody came.", "We waited,” she said.", "“Then they fired.”", "He wept."}},
		{"hard-wrapped", "Gunmen opened fire on a bus near the village of Marvesk on\nTuesday, killing three passengers and wounding the driver,\npolice said. Nobody has said that it was behind the attack,\nwhich was the second this week.",
			[]string{"Gunmen opened fire on a bus near the village of Marvesk on Tuesday, killing three passengers and wounding the driver, police said.",
				"Nobody has said that it was behind the attack, which was the second this week."}},
		{"line is a paragraph", "Bomb kills four in Harvashan\nFour people died on Monday when a bomb went off in a market in Harvashan.\nPolice sealed the area.",
			[]string{"Bomb kills four in Harvashan", "Four people died on Monday when a bomb went off in a market in Harvashan.", "Police sealed the area."}},
		{"capitals", "THE ARMY SAID THAT GEN. OSEI WAS KILLED. NO GROUP CLAIMED IT.",
			[]string{"THE ARMY SAID THAT GEN. OSEI WAS KILLED.", "NO GROUP CLAIMED IT."}},
		{"marks stand apart", "Lt . Gen . Osei spoke . Nobody answered .",
			[]string{"Lt . Gen . Osei spoke .", "Nobody answered ."}},
	} {
		got := sentences(segment(&dateline.Report{Text: c.text}))
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestBoilerplateIsNotRead(t *testing.T) {
	text := "Share this page\n\nA bomb killed two men in Marvesk on Friday.\n\nBack to top"
	r := &dateline.Report{Text: text, Boilerplate: []dateline.Boilerplate{
		{Span: dateline.NewSpan(text, 0, 15)}, {Span: dateline.NewSpan(text, len(text)-11, len(text))}}}
	got := sentences(segment(r))
	if len(got) != 1 || got[0] != "A bomb killed two men in Marvesk on Friday." {
		t.Errorf("got %q", got)
	}
}

func TestRoles(t *testing.T) {
	text := "Bomb kills four in Harvashan\n\nFour people died on Monday in Harvashan. A bomb went off.\n\nPolice sealed the area."
	want := []dateline.PassageRole{dateline.RoleHeadline, dateline.RoleLede, dateline.RoleLede, dateline.RoleBody}
	d := segment(&dateline.Report{Text: text})
	if len(d.Sentences) != len(want) {
		t.Fatalf("%d sentences, want %d", len(d.Sentences), len(want))
	}
	for i, s := range d.Sentences {
		if s.Role != want[i] {
			t.Errorf("sentence %d is %s, want %s", i, s.Role, want[i])
		}
	}
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"“We heard shots. We ran,” she said.", []string{"We heard shots. We ran,"}},
		{`"We ran," she said. "Then it stopped."`, []string{"We ran,", "Then it stopped."}},
		{"«We ran», she said.", []string{"We ran"}},
		{"The ‘martyrs’ didn’t stop, the group’s leader said.", []string{"martyrs"}},
		{"“We ran and went on.", []string{"We ran and went on."}},
	} {
		var got []string
		for _, q := range quotations(c.text, piece{0, len(c.text)}) {
			got = append(got, q.of(c.text))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
	d := segment(&dateline.Report{Text: "“We heard shots. We ran,” she said. Police came."})
	for i, n := range []int{1, 1, 0} {
		if len(d.Sentences[i].Quotes) != n {
			t.Errorf("sentence %d has %d quotes, want %d", i, len(d.Sentences[i].Quotes), n)
		}
	}
}

// FuzzSegment holds the contract of offsets: in order, in range, on character
// boundaries, never overlapping, nothing but blanks outside.
func FuzzSegment(f *testing.F) {
	for _, s := range []string{"", "a", "Two men’s “bags”...\n\nwere [found] at U.S. bases.", "x-\u00a0-y 5.30.A", "é\u0301–—“”‘’", "\xff\xfe a", "al-\nal--al", "''`` 'tis o'er"} {
		f.Add(s)
	}
	p, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		checkOffsets(t, text, p.Parse(&dateline.Report{Text: text}))
	})
}

func checkOffsets(t *testing.T, text string, d *dateline.Document) {
	at := 0
	outside := func(from, to int) {
		if rest := strings.TrimFunc(text[from:to], blank); rest != "" {
			t.Fatalf("%q is in no token", rest)
		}
	}
	for i, s := range d.Sentences {
		if s.Index != i || len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d does not fit its tokens: %+v", i, s)
		}
		roots := 0
		for _, k := range s.Tokens {
			if k.Start < at || k.End <= k.Start || k.End > len(text) {
				t.Fatalf("token %q [%d,%d) after byte %d", k.Text, k.Start, k.End, at)
			}
			if err := dateline.NewSpan(text, k.Start, k.End).Check(text); err != nil {
				t.Fatal(err)
			}
			outside(at, k.Start)
			at = k.End
			if k.Head < 0 {
				roots++
			} else if k.Head >= len(s.Tokens) {
				t.Fatalf("head %d of %d tokens", k.Head, len(s.Tokens))
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d has %d roots", i, roots)
		}
		for _, q := range s.Quotes {
			if err := q.Span.Check(text); err != nil {
				t.Fatal(err)
			}
		}
	}
	outside(at, len(text))
}

func TestParserIsSafeForConcurrentUse(t *testing.T) {
	p := mustParser(t)
	text := "Gunmen killed three soldiers in Marvesk on Tuesday, the army said. Two policemen were abducted."
	want := p.Parse(&dateline.Report{Text: text})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				got := p.Parse(&dateline.Report{Text: text})
				for i := range want.Sentences {
					for k := range want.Sentences[i].Tokens {
						if got.Sentences[i].Tokens[k] != want.Sentences[i].Tokens[k] {
							t.Error("two parses of one text differ")
							return
						}
					}
				}
			}
		})
	}
	group.Wait()
}
