package extract_test

import (
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/pipeline"
)

// TestSayings: who says what, in quotations that go on too.
func TestSayings(t *testing.T) {
	stages, _, err := pipeline.NewStages("2031-12-31")
	if err != nil {
		t.Fatal(err)
	}
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ text, source, cue, content, more string }{
		{"The police said that two men had crossed the bridge.", "The police", "said", "that two men had crossed the bridge", ""},
		{"“The bridge is closed,” the mayor told reporters.", "the mayor", "told", "“The bridge is closed,”", ""},
		{"“The bridge is closed. We will mend it by May,” the mayor said.", "the mayor", "said", "“The bridge is closed. We will mend it by May,”", ""},
		{"“The bridge is closed,” the mayor said. “We will mend it by May.”", "the mayor", "said", "“The bridge is closed,”", "“We will mend it by May.”"},
	} {
		report, err := stages.Clean.Clean(dateline.Raw{Bytes: []byte(x.text), Name: "a", MediaType: "text/plain"})
		if err != nil {
			t.Fatal(err)
		}
		sayings := reader.Sayings(stages.Parse.Parse(report))
		if len(sayings) != 1 || len(sayings[0].Source) != 1 || len(sayings[0].Content) == 0 {
			t.Errorf("%s: %+v", x.text, sayings)
			continue
		}
		s, cut := sayings[0], func(start, end int) string { return report.Text[start:end] }
		if got := cut(s.Source[0].Start, s.Source[0].End); got != x.source {
			t.Errorf("%s: source %q", x.text, got)
		}
		if got := cut(s.Cue[0].Start, s.Cue[0].End); got != x.cue {
			t.Errorf("%s: cue %q", x.text, got)
		}
		if got := cut(s.Content[0].Start, s.Content[0].End); got != x.content {
			t.Errorf("%s: content %q", x.text, got)
		}
		if more := len(s.Content) > 1; more != (x.more != "") || more && cut(s.Content[1].Start, s.Content[1].End) != x.more {
			t.Errorf("%s: goes on in %+v", x.text, s.Content[1:])
		}
	}
}

// TestWhoCountsTheDead: an armed group's boast is its own claim and nobody
// else's (CAS-8, ACT-3), also where its media speak; "attacked" is no word of
// speech.
func TestWhoCountsTheDead(t *testing.T) {
	read := newReader(t)
	for text, want := range map[string]dateline.IssuerClass{
		"The Islamic State boasted of killing 40 soldiers in Mosul on 14 May 2031.":                                                                        dateline.IssuerArmedGroup,
		"Militants boasted that they had killed 40 soldiers in Mosul on 14 May 2031.":                                                                      dateline.IssuerArmedGroup,
		"The Islamic State's central media organ named the guards and, in claiming the attack in Kabul on 12 May 2031, gloated about killing 40 soldiers.": dateline.IssuerArmedGroup,
		"The ministry named the commander and said that 40 soldiers were killed in the attack in Mosul on 14 May 2031.":                                    dateline.IssuerGovernment,
		"The Islamic State attacked a barracks in Mosul on 14 May 2031, killing 40 soldiers.":                                                              dateline.IssuerOutlet,
	} {
		counted := 0
		for _, c := range read(t, text).Claims {
			if c.Attribute == dateline.AttrKilled {
				counted++
				if got := c.Innermost().Issuer; got != want {
					t.Errorf("%s: said by %s, want %s", text, got, want)
				}
			}
		}
		if counted != 1 {
			t.Errorf("%s: %d counts", text, counted)
		}
	}
}

// TestCorrectedCAS7: what an earlier version of a report said is taken back, and
// nobody else says it.
func TestCorrectedCAS7(t *testing.T) {
	read := newReader(t)
	for text, want := range map[string]dateline.ClaimStatus{
		"Correction: an earlier version of this article said that 15 people were killed in the attack on a bus in Sukkur on 12 May 2031.": dateline.Withdrawn,
		"19.20: An earlier entry said that 15 people had been killed in the attack on a bus in Sukkur on 12 May 2031.":                    dateline.Withdrawn,
		"An earlier statement said that 15 people were killed in the attack on a bus in Sukkur on 12 May 2031.":                           dateline.Active,
	} {
		counted := false
		for _, c := range read(t, text).Claims {
			if c.Attribute == dateline.AttrKilled {
				counted = true
				if c.Status != want || (want == dateline.Withdrawn) != (c.Innermost().Issuer == dateline.IssuerOutlet) {
					t.Errorf("%s: %s by %s %q", text, c.Status, c.Innermost().Issuer, c.Innermost().Text)
				}
			}
		}
		if !counted {
			t.Errorf("%s: no count", text)
		}
	}
}
