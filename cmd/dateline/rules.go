package main

import (
	"fmt"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/clean"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/link/family"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/resolve/actor"
	"github.com/opendateline/dateline/resolve/place"
	"github.com/opendateline/dateline/wording"
)

// methodology is how Dateline decides, written from the rules that are in force
// (ETH-18): "help rules" prints it and docs/methodology.md holds it.
func methodology() string {
	var b strings.Builder
	for _, part := range []func(*strings.Builder){opening, numberRules, countingRules, linkRules, gradeRules, gateRules, sharedRules, formatRules, versions} {
		part(&b)
	}
	return b.String()
}

func opening(b *strings.Builder) {
	b.WriteString(`# How Dateline decides

Written by the program from the rules in force; a test holds this page to them.

A report is evidence of what somebody said. Each claim keeps its sentence and its speaker; a record is put together
from claims and can be put together again. Unknown, zero and not mentioned are three things. Copies of a text are one
origin. Reports that disagree are shown side by side. Every record is unreviewed until a person accepts it.

`)
}

// numberRules are the presets: one paragraph each, from the rules themselves.
func numberRules(b *strings.Builder) {
	b.WriteString("## Numbers of people (--preset)\n\n")
	for _, name := range reconcile.Presets {
		rules, err := reconcile.Preset(name)
		if err != nil {
			continue // Presets lists what Preset knows
		}
		d := rules.Describe()
		fmt.Fprintf(b, "### %s (version %s)\n\n", d.Name, d.Version)
		if d.Newest {
			b.WriteString("Looks at the newest claims only.\n\n")
		}
		if len(d.Ladder) == 0 {
			b.WriteString("- best: none is chosen\n")
		} else {
			b.WriteString("best, the first that applies:\n\n")
			for i, step := range d.Ladder {
				fmt.Fprintf(b, "%d. %s\n", i+1, step)
			}
			b.WriteString("\n")
		}
		fmt.Fprintf(b, "- low: %s\n", whose("the least", d.Low, d.Voices))
		fmt.Fprintf(b, "- high: %s\n", whose("the most", d.High, d.Ceiling))
		fmt.Fprintf(b, "- who is counted: %s\n", counted(d.Populations))
		if d.Vague {
			b.WriteString("- with vague words only (“dozens”), best is the least that the word can mean, marked as vague\n")
		}
		if d.LaterDeaths != "" {
			fmt.Fprintf(b, "- wounded: %s (CAS-12)\n", d.LaterDeaths)
		}
		if d.Zero {
			b.WriteString("- with no number at all, best is 0, and a note says that it is not known\n")
		}
		b.WriteString("\n")
	}
}

func whose(which string, given bool, voices []string) string {
	if !given {
		return "none is given"
	}
	return which + " among " + wording.List(voices)
}

func counted(populations []dateline.Population) string {
	if populations == nil {
		return "everybody, and each group that reports speak of"
	}
	words := make([]string, len(populations))
	for i, p := range populations {
		words[i] = wording.Population(p)
	}
	return wording.List(words)
}

func countingRules(b *strings.Builder) {
	t := family.Default
	fmt.Fprintf(b, `## Who is independent

Two reports share a text if at least %g %% of the five-word runs of one stand in the other and at least %d long runs are
shared, or at least %g %% and a shared credit or byline. Quotations do not count. Reports that share a text are one
origin in what they say in their own voice. Reports that cite one statement share its origin for that claim. Origins
without a stated basis make the difference between the least and the most. Parties to the incident are counted apart.

`, t.Containment*100, t.MinRuns, t.CreditContainment*100)
}

func linkRules(b *strings.Builder) {
	c := link.Default
	fmt.Fprintf(b, `## When two accounts are one incident

Date, place, target, actor, and act with means give points for how well they agree. One incident from %g points,
probable and marked from %g. A conflict of date, place or target keeps two accounts apart whatever else agrees; a
conflict of actor or of act and means takes %g. One story family adds %g, two accounts told apart in one report take %g.
Where date or place differ by one unit and everything else agrees, the two are one incident and the difference is a
contradiction. The same site is within %g km, a suburb within %g km.

Rare words shared, as a part of those of the poorer account:

| part | points |
| --- | --- |
`, c.Link, c.Probable, -c.Mismatch, c.SameFamily, -c.SameReport, c.SiteKm, c.SuburbKm)
	for _, w := range c.Words {
		fmt.Fprintf(b, "| from %g %% | %+g |\n", w.From*100, w.Points)
	}
	b.WriteString("\n")
}

func gradeRules(b *strings.Builder) {
	b.WriteString("## Default grades of sources\n\nA person can set others; until then each is shown as a default. A party to the incident is D.\n\n| who speaks | grade |\n| --- | --- |\n")
	for _, g := range reconcile.DefaultGrades() {
		fmt.Fprintf(b, "| %s | %s, %s |\n", wording.OriginKind(g.Kind), g.Reliability, wording.Reliability(g.Reliability))
	}
	b.WriteString("\n")
}

func gateRules(b *strings.Builder) {
	fmt.Fprintf(b, `## What is not handed out

Private people are spoken of by role: a name is shown only where a report gives it an office, a command or the lead of
a group, or as that of the attacker. An armed group's own words and accounts of sexual violence are sealed; what they
claim is told in other words. Telephone numbers, e-mail addresses and bank accounts are blotted out. Homes, shelters and hospitals
are placed at their settlement. Quotations have at most %d words. Words that the program never uses itself, nor those that
begin with them: %s.

`, export.DefaultQuoteWords, strings.Join(reconcile.Banned(), ", "))
}

func sharedRules(b *strings.Builder) {
	fmt.Fprintf(b, `## Numbers of more than one incident

A number that counts several incidents is never given to one of them: a total of a year is no incident, an operation
keeps what its sites saw together, and numbers of a whole and of its parts are not added. Who says that people died
"only this time" says that nobody died before: that 0 is marked as inferred, its grade is never better than 3, and it
gives way to any number that somebody states.

ACLED has one row a day and site. What went on for up to %d days is a row a day, and what several sites saw together is
divided among the sites without a number of their own: evenly, in whole persons, the first with what is left over. The
row, its notes and its provenance say so.

## Disputed territory

A place that more than one state claims is kept with all claimants and shown with them. The country of the record is
the one in the gazetteer; no position is implied.

`, export.MostDays)
}

func formatRules(b *strings.Builder) {
	b.WriteString("## What incidents are called in other data sets\n\nThe first row that fits. Blank: left out, with the reason in the file of rejected incidents.\n\n" +
		"| act | means | aim | where | ACLED | GTD | PLOVER |\n| --- | --- | --- | --- | --- | --- | --- |\n")
	for _, k := range export.Kinds() {
		acled := k.Event
		if k.SubEvent != "" {
			acled += ": " + k.SubEvent
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s |\n", k.Act, anyOf(k.Means), anyOf(k.Aim), anyOf(k.When), acled, strings.Join(k.GTD, ", "), strings.Join(append(append([]string{}, k.Events...), k.Modes...), ", "))
	}
	b.WriteString("\n")
}

func anyOf(list []string) string {
	s := strings.Join(list, ", ")
	if s == "*" {
		return ""
	}
	return wording.Code(s)
}

func versions(b *strings.Builder) {
	fmt.Fprintf(b, "## Versions\n\n%s · %s · %s · %s · reconcile@%s\n", clean.Version, extract.Version, actor.Version, place.Version, reconcile.Version)
}

// formats are the formats of export, from the formats themselves.
func formats() string {
	var b strings.Builder
	b.WriteString(`dateline export [FILTERS] -o FILE|FORMAT --profile PROFILE --shape incidents|claims|reports

Beside FILE stand FILE.provenance.jsonl (which claims each row rests on, with their sentences) and FILE.rejected.csv
(which incidents are not in it, and why). An export is complete or it is not there.

PROFILE     FORMAT   NUMBERS BY  UNREVIEWED   COLUMNS
`)
	for _, f := range export.Formats() {
		profile, preset, unreviewed := f.Name, f.Preset, "left out; --unreviewed include"
		if !f.Foreign {
			profile, unreviewed = "dateline", "included, marked"
		}
		if preset == "" {
			preset = "--preset"
		}
		columns := ""
		if n := len(f.Columns()); n > 0 {
			columns = itoa(n)
		}
		format := strings.TrimPrefix(f.Extension, ".")
		fmt.Fprintf(&b, "%-11s %-8s %-11s %-32s %s\n", profile, format, preset, unreviewed, columns)
	}
	b.WriteString(`
What each column holds and what is lost: dateline help rules, and the files themselves.
Lists (ls, reports, claims …) are written as table, tsv, csv, json or jsonl: a table on a terminal, TSV in a pipe.
In CSV a text that a spreadsheet would run as a formula has an apostrophe before it; numbers never have.
`)
	return b.String()
}
