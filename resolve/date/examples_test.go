package date

import (
	"slices"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

func resolve(t *testing.T, text string, published dateline.Published, o Options) []Resolved {
	t.Helper()
	finder, err := New()
	if err != nil {
		t.Fatal(err)
	}
	doc := document(text, "")
	doc.Report.Published = published
	return NewResolver(finder, o).Resolve(doc, finder.Find(doc))
}

func on(day string) dateline.Published {
	return dateline.Published{EDTF: day, Earliest: dateline.Day(day), Latest: dateline.Day(day), Basis: dateline.PublishedMetadata}
}

func within(first, last string) dateline.Published {
	return dateline.Published{Earliest: dateline.Day(first), Latest: dateline.Day(last), Basis: dateline.PublishedUnknown}
}

func pick(t *testing.T, all []Resolved, words string) dateline.Date {
	t.Helper()
	var seen []string
	for _, r := range all {
		if strings.Contains(r.Expression.Text, words) {
			return r.Date
		}
		seen = append(seen, r.Expression.Text)
	}
	t.Fatalf("%q was not found; found %q", words, seen)
	return dateline.Date{}
}

// Worked examples of domain §4.4, in the words of an invented country.
func TestWorkedExamples(t *testing.T) {
	undated := dateline.Published{Basis: dateline.PublishedUnknown}
	for _, c := range []struct {
		example, text string
		published     dateline.Published
		ceiling       string
		words         string
		edtf          string
		precision     dateline.DatePrecision
		basis         dateline.DateBasis
	}{
		{"1 DAT-1", "The mill in Marvesk burned last Thursday, May 12th. It was the worst fire since the one back in August 2012.", undated, "2019-12-31", "May 12th", "2016-05-12", dateline.D1, dateline.BasisWeekday},
		{"2 DAT-1 no bound", "Gunmen struck the depot last Tuesday, March 14th.", undated, "2025-12-31", "March 14th", "[2006-03-14,2017-03-14,2023-03-14]", dateline.D1, dateline.BasisWeekday},
		{"2 DAT-1 dated", "Gunmen struck the depot last Tuesday, March 14th.", on("2023-03-20"), "", "March 14th", "2023-03-14", dateline.D1, dateline.BasisWeekday},
		{"3 DAT-17 masked", "On June 9 a shell hit the school.", undated, "", "June 9", "XXXX-06-09", dateline.D1, dateline.BasisUnknown},
		{"3 DAT-17 one year", "On June 9 a shell hit the school. The war began in January 2022.", undated, "2023-03-01", "June 9", "2022?-06-09", dateline.D1, dateline.BasisWindow},
		{"4 DAT-3", "Two guards died in an attack on Friday.", on("2023-10-14"), "", "Friday", "2023-10-13", dateline.D1, dateline.BasisPublication},
		{"5 DAT-3", "Two guards died in an attack on Friday.", on("2023-10-13"), "", "Friday", "2023-10-13", dateline.D1, dateline.BasisPublication},
		{"6 DAT-16", "Two guards died in an attack on Friday.", within("2023-09-01", "2023-11-30"), "", "Friday", "2023-09/2023-11", dateline.D6, dateline.BasisWindow},
		{"9 DAT-4", "The bridge was blown up in February.", on("2019-04-12"), "", "February", "2019-02", dateline.D4, dateline.BasisPublication},
		{"10 DAT-4", "The bridge was blown up in February.", on("2019-02-20"), "", "February", "[2018-02,2019-02]", dateline.D4, dateline.BasisPublication},
		{"11 DAT-9", "It is more than three years since the raid of May 2015. More recently, in April, a convoy was hit. In November a second convoy was hit. Now the road is shut.", undated, "", "November", "2018-11", dateline.D4, dateline.BasisNarrative},
		{"11 DAT-9 first", "It is more than three years since the raid of May 2015. More recently, in April, a convoy was hit. In November a second convoy was hit. Now the road is shut.", undated, "", "April", "2018-04", dateline.D4, dateline.BasisNarrative},
		{"12 DAT-7", "In 2004 the camp opened. Six years later it was burned.", undated, "", "Six years later", "2010", dateline.D5, dateline.BasisTextDate},
		{"13 DAT-5", "They met back on March 2012 in Harvashan.", undated, "", "March 2012", "2012-03", dateline.D4, dateline.BasisExplicit},
		{"DAT-17 tellers", "A soldier was killed in Marvesk, officials said Saturday, September 19, 2020. They said it happened on Friday.", undated, "", "Friday", "2020-09-18", dateline.D1, dateline.BasisTextDate},
		{"14 DAT-6", "A boat was mined at the end of May. Weeks later, on 12 July 2019, a second boat was mined.", undated, "", "end of May", "2019-05-21~/2019-05-31~", dateline.D4, dateline.BasisTextDate},
		{"15 same text", "A nurse was shot during the evacuation. The evacuation of Marvesk took place in May 2014.", undated, "", "during the evacuation", "2014-05~", dateline.D4, dateline.BasisSameTextAnchor},
		{"16 DAT-7", "In February people came to honour a judge who was killed four years before.", on("2019-04-12"), "", "four years before", "2015", dateline.D5, dateline.BasisTextDate},
		{"17 DAT-8", "The governor took office in 2012. The following year he was shot.", undated, "", "The following year", "2013", dateline.D5, dateline.BasisTextDate},
		{"18 DAT-10", "It was reported in November 2014 that the firm had been paying for attacks.", undated, "", "November 2014", "2014-11", dateline.D4, dateline.BasisExplicit},
		{"19 DAT-10", "In September 2013 an official said supplies had grown over the past 18 months.", undated, "", "past 18 months", "2012-03~/2013-09", dateline.D4, dateline.BasisTextDate},
		{"20", "The group was formed around 2009.", undated, "", "2009", "2009~", dateline.D5, dateline.BasisExplicit},
	} {
		d := pick(t, resolve(t, c.text, c.published, Options{Ceiling: dateline.Day(c.ceiling)}), c.words)
		if d.EDTF != c.edtf || d.Precision != c.precision || d.Basis != c.basis {
			t.Errorf("%s: %q is %s %s %s, want %s %s %s", c.example, c.words, d.EDTF, d.Precision, d.Basis, c.edtf, c.precision, c.basis)
		}
	}
}

// TestDaysByTheWayTheyAreTold: reports of Thursday, 8 May 2031.
func TestDaysByTheWayTheyAreTold(t *testing.T) {
	for _, c := range []struct{ rule, text, words, edtf string }{
		{"DAT-2", "A clerk was shot this past Monday.", "Monday", "2031-05-05"},
		{"DAT-2", "A clerk was shot last Monday.", "Monday", "[2031-04-28,2031-05-05]"},
		{"DAT-3", "Deputies were called to the mill at 10 p.m. Sun. and found him.", "Sun.", "2031-05-04"},
		{"DAT-3", "Prosecutors expect to charge a man accused of shooting a clerk Saturday evening.", "Saturday", "2031-05-03"},
		{"DAT-3", "The man will appear in court Tuesday.", "Tuesday", "2031-05-13"},
		{"DAT-7", "He was shot the day before yesterday.", "yesterday", "2031-05-06"},
		{"DAT-7", "He was shot the morning after Christmas.", "Christmas", "2030-12-26"},
		{"numeric: a day to come is not told of", "He was shot on 5/6/31 at the mill.", "5/6/31", "2031-05-06"},
		{"numeric: both days are past", "He was shot on 2/3/31 at the mill.", "2/3/31", "[2031-03-02,2031-02-03]"},
		{"numeric: what is to come may be either", "The trial will open on 5/6/31.", "5/6/31", "[2031-06-05,2031-05-06]"},
	} {
		if d := pick(t, resolve(t, c.text, on("2031-05-08"), Options{}), c.words); d.EDTF != c.edtf {
			t.Errorf("%s: %q is %s, want %s", c.rule, c.text, d.EDTF, c.edtf)
		}
	}
}

// Examples 7 and 8: one day before a happening that is dated, or not yet.
func TestExamples7And8RelativeToAHappening(t *testing.T) {
	dated := resolve(t, "A gate was forced the day before the attack.", on("2023-10-14"), Options{})
	before := pick(t, dated, "the day before the attack")
	attack := pick(t, resolve(t, "Two guards died in an attack on Friday.", on("2023-10-14"), Options{}), "Friday")
	if got := Rebase(before, attack); got.EDTF != "2023-10-12" || got.Precision != dateline.D1 || got.Basis != dateline.BasisHappening {
		t.Errorf("example 7: %+v", got)
	}
	open := pick(t, resolve(t, "Two guards died in an attack on Friday.", within("2023-09-01", "2023-11-30"), Options{}), "Friday")
	if pinned := Repin(open, on("2023-10-14")); Rebase(before, pinned).EDTF != "2023-10-12" || pinned.Basis != dateline.BasisPropagated {
		t.Errorf("example 8, DAT-17: %+v", pinned)
	}
}

func TestDAT2LastFridayOnAFriday(t *testing.T) { // example 5, §12 case 17
	d := pick(t, resolve(t, "The station was shelled last Friday.", on("2023-10-13"), Options{}), "last Friday")
	if d.EDTF != "2023-10-06" {
		t.Errorf("got %s", d.EDTF)
	}
	d = pick(t, resolve(t, "The court will sit next Friday.", on("2023-10-13"), Options{}), "next Friday")
	if d.EDTF != "2023-10-20" {
		t.Errorf("next Friday: %s", d.EDTF)
	}
	d = pick(t, resolve(t, "The station was shelled last Tuesday.", on("2023-10-13"), Options{}), "last Tuesday")
	if d.EDTF != "[2023-10-03,2023-10-10]" {
		t.Errorf("same week keeps both: %s", d.EDTF)
	}
}

func TestCase18OnlyWeekdaysNeverToday(t *testing.T) { // DAT-15
	d := pick(t, resolve(t, "A mine went off on Monday.", dateline.Published{Basis: dateline.PublishedUnknown}, Options{Ceiling: "2024-01-01"}), "Monday")
	if d.Latest != "2024-01-01" || d.Earliest.Known() || d.Constraint.Weekday == nil {
		t.Errorf("%+v", d)
	}
}

func TestCase19WrongWeekday(t *testing.T) {
	d := pick(t, resolve(t, "A mine went off on Tuesday, 12 May 2016.", on("2016-05-20"), Options{}), "12 May 2016")
	if d.EDTF != "2016-05-12?" || !slices.Equal(d.Alternatives, []string{"2016-05-10"}) || len(d.Chain) == 0 {
		t.Errorf("%+v", d)
	}
}

func TestCase16MidnightNeighboursMatch(t *testing.T) { // DAT-12
	a := dateline.Date{Earliest: "2023-10-13", Latest: "2023-10-13"}
	b := dateline.Date{Earliest: "2023-10-14", Latest: "2023-10-14"}
	if a.Overlaps(b, 0) || !a.Overlaps(b, 1) {
		t.Error("days beside each other match only with one day of padding")
	}
}

func TestDAT10ReportedBound(t *testing.T) { // example 18
	all := resolve(t, "It was reported in November 2014 that the firm had been paying.", on("2015-02-01"), Options{})
	if all[0].Governs != GovernsReported {
		t.Errorf("governs %q", all[0].Governs)
	}
	if d := ReportedBound(all[0].Date); d.Latest != "2014-11-30" || d.Precision != dateline.D9 || d.EDTF != "../2014-11-30" {
		t.Errorf("%+v", d)
	}
}

func TestRefineDAT17(t *testing.T) {
	masked := pick(t, resolve(t, "On 5 September a shell hit.", dateline.Published{Basis: dateline.PublishedUnknown}, Options{}), "5 September")
	window := dateline.Date{EDTF: "2022-08/2022-12", Earliest: "2022-08-01", Latest: "2022-12-31", Precision: dateline.D6}
	if d, ok := Refine(masked, window); !ok || d.EDTF != "2022-09-05" || d.Precision != dateline.D1 {
		t.Errorf("%+v %v", d, ok)
	}
	if _, ok := Refine(window, dateline.Date{Earliest: "2023-01-01", Latest: "2023-01-01"}); ok {
		t.Error("two years cannot be one day")
	}
}

func BenchmarkFindResolve(b *testing.B) {
	finder, err := New()
	if err != nil {
		b.Fatal(err)
	}
	part := "Two guards died on Friday when a bomb went off near the gate of the Sirvaz Bazaar, police said. On 5 September 2022 a shell had hit the same street, and three days later a second one fell. Nobody has claimed the attack. "
	doc := document(strings.Repeat(part, 15), "2022-10-01")
	r := NewResolver(finder, Options{})
	b.ReportAllocs()
	for b.Loop() {
		r.Resolve(doc, finder.Find(doc))
	}
}

// dated is a text and the date, in EDTF, of words of it.
type dated struct{ text, words, want string }

// readDates holds the dates of texts that appeared then to what is wanted.
func readDates(t *testing.T, published dateline.Published, o Options, cases []dated) {
	t.Helper()
	for _, c := range cases {
		if got := pick(t, resolve(t, c.text, published, o), c.words).EDTF; got != c.want {
			t.Errorf("%q: %s is %s, not %s", c.text, c.words, got, c.want)
		}
	}
}

func TestDayOfTheMonthWrittenOut(t *testing.T) {
	readDates(t, dateline.Published{Basis: dateline.PublishedUnknown}, Options{Ceiling: "2045-12-31"}, []dated{
		{"Monthly note, March 2032. On 4 March shells hit the mill.", "4 March", "2032-03-04"},
		{"The bulletin of 19 November 2031 tells of a raid on 14 November.", "14 November", "2031-11-14"},
		{"The war began in January 2022. On June 9 a shell hit the school.", "June 9", "XXXX-06-09"},
		{"In June 2019 the road was shut. It was opened in May 2031. On June 9 a shell hit it.", "June 9", "XXXX-06-09"},
	})
}

func TestCameAfterSomething(t *testing.T) { // DAT-7
	readDates(t, on("2031-03-06"), Options{}, []dated{
		{"The raid came two years after a man shot six people.", "two years after", "2029"},
		{"The raid came two years after gunmen shot six people.", "two years after", "2029"},
		{"A driver was killed four Sundays ago.", "four Sundays ago", "2031-02-09"},
		{"The threat of Sunday, 2 March 2031, comes nine days after a mill was blown up.", "nine days after", "2031-02-21"},
		{"The town was calm on Tuesday, a day after gunmen killed seven.", "day after", "2031-03-03"},
		{"They were found on 4 March, three days after they were killed.", "three days after", "2031-03-01"},
		{"A week after four people were shot one of them has died.", "week after", "2031-02-24/2031-03-02"},
		{"Ten years after a mill was blown up its owner waits.", "years after", "2021"},
		{"Two days after a mill was blown up, the owner was held on Tuesday.", "days after", "2031-03-02"},
		{"Nine people died on Sunday. The raid came a day after a mill was blown up.", "day after", "2031-03-01"},
		{"He died two days after the raid of 4 March.", "two days after", "2031-03-06"},
		{"Five men were hanged on Monday, a day before a mill was blown up.", "day before", "2031-03-04"},
	})
}

func TestNights(t *testing.T) { // DAT-13
	readDates(t, on("2031-03-06"), Options{}, []dated{
		{"On the night 20/21 February they fought.", "night", "2031-02-20/2031-02-21"},
		{"They came on the night of 12 to 13 September 2030.", "night", "2030-09-12/2030-09-13"},
		{"They came on the night of 31 August-1 September 2030.", "1 September", "2030-08-31/2030-09-01"},
		{"It burned on 2/3/2031.", "2/3/2031", "2031-03-02"}, // no news of 3 February
		{"It burned in the night to Sunday.", "night", "2031-03-01/2031-03-02"},
		{"It burned overnight into Tuesday.", "overnight", "2031-03-03/2031-03-04"},
		{"It burned on the night between Friday and Saturday.", "night", "2031-02-28/2031-03-01"},
		{"They came on 4 March. The day before, the mill burned.", "day before", "2031-03-03"},
	})
}

// TestCountedFromAnUnknownYearDAT7: what leans on a month of an unknown year does
// not lean on the year that was told of before.
func TestCountedFromAnUnknownYearDAT7(t *testing.T) {
	undated := dateline.Published{Basis: dateline.PublishedUnknown}
	for text, want := range map[string]string{
		"In 2022 the mill was hit. In January people came to honour a judge who was killed four years before.":      "",
		"In 2022 the mill was hit. In January 2023 people came to honour a judge who was killed four years before.": "2019",
		"In March 2022 people came to honour a judge who was killed four years before.":                             "2018",
	} {
		if d := pick(t, resolve(t, text, undated, Options{}), "four years before"); d.EDTF != want {
			t.Errorf("%q: %s, want %q", text, d.EDTF, want)
		}
	}
}

// TestClaimOrActDAT11: the month may be that of the claim or of the act.
func TestClaimOrActDAT11(t *testing.T) {
	undated := dateline.Published{Basis: dateline.PublishedUnknown}
	for text, basis := range map[string]dateline.DateBasis{
		"In April 2022, the front claimed it had fired rockets into Marvesk.": dateline.BasisAmbiguous,
		"In April 2022, the front fired rockets into Marvesk.":                dateline.BasisExplicit,
	} {
		d := pick(t, resolve(t, text, undated, Options{}), "April 2022")
		if d.EDTF != "2022-04" || d.Basis != basis {
			t.Errorf("%q: %s %s, want %s", text, d.EDTF, d.Basis, basis)
		}
	}
}

func TestDaysThatItWentOnForDAT13(t *testing.T) {
	for _, c := range []struct {
		text, words, edtf string
		precision         dateline.DatePrecision
		lasting           bool
	}{
		{"The fighting from 12 to 14 May 2030 closed the road.", "14 May", "2030-05-12/2030-05-14", dateline.D2, true},
		{"Fighting from May 12 to May 14 closed the road.", "May 12", "2030-05-12/2030-05-14", dateline.D2, true},
		{"Fighting from May 12 to May 14 closed the road.", "May 14", "2030-05-12/2030-05-14", dateline.D2, true},
		{"Fighting on May 12-14 closed the road.", "May 12", "2030-05-12/2030-05-14", dateline.D2, true},
		{"Fighting on 12–14 May closed the road.", "14 May", "2030-05-12/2030-05-14", dateline.D2, true},
		{"The siege lasted from 30 April until 6 May.", "30 April", "2030-04-30/2030-05-06", dateline.D3, true},
		{"The mill burned from 1 May to 20 May.", "1 May", "2030-05-01/2030-05-20", dateline.D4, true},
		{"They fought from Friday to Sunday.", "Friday", "2030-05-17/2030-05-19", dateline.D2, true},
		{"Somebody broke in between Friday and Sunday.", "Sunday", "2030-05-17/2030-05-19", dateline.D2, false},
		{"Somebody broke in between 12 and 14 May.", "14 May", "2030-05-12/2030-05-14", dateline.D2, false},
		{"Three days of fighting in Marvesk ended on Sunday.", "Sunday", "2030-05-17/2030-05-19", dateline.D2, true},
		{"The three-day siege began on Friday.", "Friday", "2030-05-17/2030-05-19", dateline.D2, true},
		{"Shells fell on Friday and Sunday.", "Sunday", "2030-05-19", dateline.D1, false},
		{"The number rose from 12 to 14. May 3 was quiet.", "May 3", "2030-05-03", dateline.D1, false},
		{"Three days after the truce ended, on Sunday, shells fell.", "Sunday", "2030-05-19", dateline.D1, false},
		{"They moved from Marvesk to 14 May Street on 3 May.", "3 May", "2030-05-03", dateline.D1, false},
		{"The shop was shut from 3 January 2029 to 20 December 2029.", "3 January", "2029-01-03", dateline.D1, false},
	} {
		d := pick(t, resolve(t, c.text, on("2030-05-20"), Options{}), c.words)
		if d.EDTF != c.edtf || d.Precision != c.precision || d.Lasting != c.lasting {
			t.Errorf("%q: %s %s lasting %v, want %s %s %v", c.text, d.EDTF, d.Precision, d.Lasting, c.edtf, c.precision, c.lasting)
		}
	}
}

func TestFiguresThatAreNoYears(t *testing.T) {
	for text, want := range map[string]int{
		"The house at 1555 E. Main St. burned.":                 0,
		"Officers went to 1924 North Birch Avenue.":             0,
		"Call the desk at 555-1947.":                            0,
		"They drove a 1995 to 2005 model with a black hood.":    1, // the 1995 alone
		"The mill burned in 1924. North Birch Avenue was safe.": 1,
		"It was rebuilt in 1924 on Birch Avenue.":               1,
	} {
		if got := resolve(t, text, on("2024-03-01"), Options{}); len(got) != want {
			t.Errorf("%q: %d times, want %d", text, len(got), want)
		}
	}
}

// TestGerundLooksBack: the verb that a day hangs on, by its mark.
func TestGerundLooksBack(t *testing.T) {
	finder, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for mark, want := range map[string]int{"of": -1, "while": -1, "for": -1, "before": 0} {
		clause := []dateline.Token{{Lemma: mark, POS: "SCONJ", Rel: "mark", Head: 1}, {Lemma: "shoot", POS: "VERB", Tag: "VBG", Rel: "advcl", Head: -1}}
		if got := finder.grammar.clauseTense(clause, 1); got != want {
			t.Errorf("%s shooting: %d, want %d", mark, got, want)
		}
	}
}

func TestDaysCountedFromNamedDays(t *testing.T) { // DAT-7
	readDates(t, on("2031-03-12"), Options{}, []dated{
		{"The shop burned on 5 May last year, two days after the raid of 3 May last year.", "two days after", "2030-05-05"},
		{"A week before 3 March the mill burned.", "week before", "2031-02-24/2031-03-02"},
		{"It burned three nights ago.", "three nights", "2031-03-09"},
		{"It burned a fortnight ago.", "fortnight", "2031-02-24/2031-03-02"},
		{"Nine have died in the past 48 hours.", "48 hours", "2031-03-10~/2031-03-12"},
		{"The mill burned on the 10th, the mayor said.", "10th", "2031-03-10"},
		{"The mill burned on the 28th, the mayor said.", "28th", "2031-02-28"},
		{"The mill burned on the night of the 9th.", "9th", "2031-03-09"},
		{"The mill burned on 3 February. It burned again on the 7th, the mayor said.", "7th", "2031-02-07"},
		{"It burned on the 3rd of the present month.", "3rd", "2031-03-03"},
		{"It burned on the 3rd of the current month.", "3rd", "2031-03-03"},
		{"It burned on the 28th of last month.", "28th", "2031-02-28"},
		{"It burned in the first week of March.", "first week", "2031-03-01/2031-03-07"},
		{"It burned in the last week of November.", "last week", "2030-11-24/2030-11-30"},
		{"It burned on the first weekend of March 2030.", "first weekend", "2030-03-02/2030-03-03"},
		{"It burned in the week of 5 March.", "week of", "2031-03-03/2031-03-09"},
		{"It burned in the week ending 9 March.", "week ending", "2031-03-03/2031-03-09"},
		{"It burned on the last day of February.", "last day", "2031-02-28"},
		{"It burned on the first day of May 2030.", "first day", "2030-05-01"},
		{"It burned on Thursday of the week before last.", "Thursday", "2031-02-27"},
		{"It burned a week ago today.", "week ago", "2031-03-05"},
		{"It burned on the first of the month.", "first", "2031-03-01"},
		{"They fought from Monday to Wednesday last week.", "Monday", "2031-03-03/2031-03-05"},
		{"It burned on Ash Wednesday.", "Ash", "2031-02-26"},
		{"It burned on Carnival Monday.", "Carnival", "2031-02-24"},
		{"It burned on the third day of Eid al-Fitr.", "Eid", "2031-01-26/2031-01-28"},
		{"In 2019 fighters burned it.", "2019", "2019"},
	})
}

func TestClockBesideItsDay(t *testing.T) {
	readDates(t, on("2031-01-06"), Options{}, []dated{
		{"It burned at about 2 a.m. (0100 GMT) on Sunday.", "2 a.m.", "2031-01-05"},
		{"It burned around 9:10 pm on New Year's Eve.", "9:10", "2030-12-31"},
		{"It burned on Saturday night, January 4.", "Saturday", "2031-01-04"},
		{"Nine died overnight, the police said on Sunday.", "overnight", "2031-01-05"},
		{"It burned on the eve of Sunday's vote.", "eve", "2031-01-04"},
		{"Shells fell on 3 and 4 January.", "4 January", "2031-01-03/2031-01-04"},
		{"It burned on 30 December and 4 January.", "4 January", "2031-01-04"},
		{"They came on the night of January 3 to 4.", "night", "2031-01-03/2031-01-04"},
		{"Nine died overnight. The call came on Saturday night.", "overnight", "2031-01-04"},
		{"Nine died overnight. A man was held on Saturday.", "overnight", "2031-01-06"},
		{"It burned at 3:30 a.m., two days after New Year's Day.", "3:30", "2031-01-03"},
		{"It burned at 9 p.m. The call came on Sunday evening.", "9 p.m.", "2031-01-05"},
	})
}

func TestYearSharedByTwoDates(t *testing.T) {
	readDates(t, on("2031-01-06"), Options{}, []dated{
		{"The mill burned in April and June 2019.", "April", "2019-04"},
		{"It was held from November to March 2019.", "November", "2018-11"},
		{"It was shut between 3 March and 5 April 2024.", "3 March", "2024-03-03"},
		{"The mill burned in April, and the mine in June 2019.", "April", "2030-04"},
		{"It burned on 10-Mar-2025.", "Mar", "2025-03-10"},
		{"It burned on 3 April last year.", "3 April", "2030-04-03"},
		{"It burned on Christmas Eve of 2023.", "Christmas", "2023-12-24"},
	})
}

func TestWeekdayOfAWrittenDay(t *testing.T) { // DAT-17
	readDates(t, dateline.Published{Basis: dateline.PublishedUnknown}, Options{Ceiling: "2045-12-31"}, []dated{
		{"Gunmen came on Thursday night. A note of 6 March 2031 says that nine died.", "Thursday", "2031-03-06"},
		{"Gunmen came on Wednesday night. A note of 6 March 2031 says that nine died.", "Wednesday", "2031-03-06/2045-12-31"},
		{"Nine died on Thursday night, March 6. Gunmen came at 9 p.m. Thursday and left.", "p.m. Thursday", "[2003-03-06,2008-03-06,2014-03-06,2025-03-06,2031-03-06,2036-03-06,2042-03-06]"},
		{"Gunmen came last Thursday. A note of 6 March 2031 says that nine died.", "Thursday", "2031-03-06/2045-12-31"},
	})
}

// TestNothingToCountFrom: what counts from a day of publication that nobody knows
// names no year (DAT-17).
func TestNothingToCountFrom(t *testing.T) {
	readDates(t, dateline.Published{Basis: dateline.PublishedUnknown}, Options{}, []dated{
		{"It burned in April last year.", "April", "XXXX-04"},
		{"It burned on 4 April last year.", "4 April", "XXXX-04-04"},
		{"It burned in the first quarter of last year.", "first quarter", ""},
		{"It burned in the first half of last year.", "first half", ""},
		{"The mill of 2014 burned. He will speak at the weekend.", "weekend", "2014-01-01/.."},
		{"Nine burned, as many as in the year-ago third quarter.", "third quarter", ""},
	})
}
