package clean

import (
	"testing"

	dateline "github.com/opendateline/dateline"
)

// readLines holds what is read from the lines of each text to what is wanted.
func readLines(t *testing.T, read func([]line) string, cases map[string]string) {
	t.Helper()
	for text, want := range cases {
		if got := read(cutLines(text)); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

func TestImprintDate(t *testing.T) {
	readLines(t, imprintDate, map[string]string{
		"Title\nField note, 12 September 2033\n\nText.":                       "12 Sep 2033",
		"Title\nText of some length.\n\nJune 12, 2032, The Inland Record":     "12 Jun 2032",
		"Title\nText of some length.\n\n(Published 13 August 2031)":           "13 Aug 2031",
		"Title\nText of some length.\nLive page of Thursday, 30 March 2034":   "30 Mar 2034",
		"Announcement\nMinistry of Defence, Marvesk, 14 February 2032\nIt…":   "14 Feb 2032",
		"Note\nSpokesperson's announcement, 24 June 2031, 21:40\nIt said.":    "24 Jun 2031",
		"Title\nText.\nLive page of Friday, 3 May 2034. All times are local.": "3 May 2034",
		"Title\nMarvesk, September 12, 2034 (Wire)\nIt…":                      "12 Sep 2034",
		"Attack on a hotel, 12 May 2029\nNine people died.":                   "",
		"Title\nNine died in the bombing of 12 May 2029.\nMore.":              "",
		"Title\nOn June 12, 2032, a bomb went off.\nMore.":                    "",
		"Title\nIn Marvesk, 3 May 2031, gunmen killed nine.\nMore.":           "",
	})
}

func TestLeadDate(t *testing.T) {
	readLines(t, leadDate, map[string]string{
		"Title\nMarvesk (HN Republic), Nov 21, 2032 (VW) - Four people were killed.":      "21 Nov 2032",
		"Title\nMarvesk, 9 Dec 2032 (VWI).- Four people were killed.":                     "9 Dec 2032",
		"Title\n\n12 May 2031 - A mill burned down in Marvesk.\n\nNobody was hurt.":       "12 May 2031",
		"Title\n\nMARVESK, Harvashan (July 5, 2032) — Four people were killed.":           "5 Jul 2032",
		"Title\nMarvesk, Tuesday, 3 May 2033 (VW) -- Four people were killed.":            "3 May 2033",
		"Title\n12 May 2031 - A mill burned.\n14 May 2031 - A bridge was blown up.":       "", // a chronology
		"Title\nOn 12 May 2031 a mill burned - nobody was hurt.":                          "",
		"Title\nSince January 2031 nine mills have burned, two of them in May. - Nobody…": "",
	})
}

func TestImprintMonth(t *testing.T) {
	readLines(t, imprintMonth, map[string]string{
		"Title\nText.\nMagazine, May 2034": "2034-05",
		"Title\nText.\nmarch 2034":         "2034-03",
		"Title\nIt burned in May 2034":     "",
		"May 2034":                         "",
	})
}

func TestFlatDate(t *testing.T) {
	const text = " A mill burned down in Marvesk on Thursday and nobody was hurt, the fire brigade said later."
	readLines(t, flatDate, map[string]string{
		"Title\nPublished April 6 2034" + text:                               "6 Apr 2034",
		"Title\nDate of publication 15 June 2033" + text:                     "15 Jun 2033",
		"Title\nThursday 18 May 2034 20:08" + text:                           "18 May 2034",
		"24-08-2034" + text:                                                  "2034-08-24",
		"05-02-2015" + text:                                                  "2015-02-05", // 5 February is a Thursday, 2 May a Saturday
		"07-08-2013 A mill burned on Wednesday." + text:                      "2013-08-07",
		"03-02-2034" + text:                                                  "", // the day after a Thursday, and 2 March is one
		"04-04-2034" + text:                                                  "2034-04-04",
		"03-02-2034 A mill burned.":                                          "",
		"Title\n12 May 2031" + text + "\n13 May 2031" + text:                 "", // a chronology
		"Title\nOn 12 May 2031" + text:                                       "",
		"Title\n12 May 2031, when the mill burned, is remembered by" + text:  "",
		"Sun 05 Jul 2033 22 dead in a fire" + text:                           "05 Jul 2033",
		"AFP Friday 22 Jul 2033 Marvesk fire" + text:                         "22 Jul 2033",
		"Posted on July 12 2033 by A. Reporter Mill burns in Marvesk" + text: "12 Jul 2033",
		"Mill burns in Marvesk mayor AFP Wednesday 22 Jun 2033" + text:       "22 Jun 2033",
		"Mill burns in Marvesk mayor Wednesday 22 Jun 2033" + text:           "",
		"A mill burned down in Marvesk on Wednesday 22 June 2033 and nobody was hurt, the fire brigade said later.": "",
		"05-05-2034" + text:                                        "2034-05-05",
		"25-05-2034 33 burned" + text:                              "2034-05-25",
		"25.05.2034(updated 1838 25.05.2034) Get short URL" + text: "2034-05-25",
		"11 September 2031 Memorial":                               "",
	})
}

// TestLabelledDate reads the day behind a word that says what it is, wherever it stands in a line.
func TestLabelledDate(t *testing.T) {
	readLines(t, labelledDate, map[string]string{
		"Marvesk bomb: group blamed Published duration 18 January 2034 image copyright Wire A bomb": "18 Jan 2034",
		"Mill burns\nBy STAFF / DAILY PUBLISHED: WEDNESDAY, MARCH 13, 2033, 2:29 PM":                "13 Mar 2033",
		"Mill burns\nPublished time: March 12, 2033 02:03\nEdited time: March 13, 2033 02:15":       "12 Mar 2033",
		"Mill burns\nThe mill. PUBLISHED: 02:31 GMT, 12 March 2033 | UPDATED: 22:19, 13 March 2033": "12 Mar 2033",
		"Last updated at Jan 202035 Marvesk A mill burned":                                          "20 Jan 2035",
		"UPDATED: THURSDAY, MARCH 14, 2033, 9:31 AM PUBLISHED: WEDNESDAY, MARCH 13, 2033":           "13 Mar 2033",
		"A study published on 12 March 2033 says that mills burn":                                   "",
		"The law was updated in March 2033 by the council":                                          "",
		"Published in Marvesk by the council of 12 March 2033":                                      "",
	})
}

func TestAddressDate(t *testing.T) {
	readLines(t, addressDate, map[string]string{
		"http: / / www. valley. example / news / 2033 / 09 / 10 / mill-burns /\nMill burns": "2033-09-10",
		"https://valley.example/2033/9/1/mill\nMill burns":                                  "2033-09-01",
		"https://valley.example/2033/09/mill\nMill burns":                                   "",
		"See http://valley.example/2033/09/10/mill\nMill burns":                             "",
	})
}

// TestPrintedOverGiven: the day that the head of a text prints wins over one that was handed
// over with it and contradicts it.
func TestPrintedOverGiven(t *testing.T) {
	const text = " A mill of the village was burned down on Monday and two men were hurt, police said."
	for _, c := range []struct{ what, raw, given, want string }{
		{"the day of gathering", "Mill burns\n\nUpdated: 11/24/2033 10:06 AM\n\nCreated: 11/23/2033 7:18 PM\n\n" + text, "2036-01-29", "2033-11-23"},
		{"a day before the print", "Mill burns down in Marvesk AFP Monday 17 Mar 2031" + text, "2031-03-11", "2031-03-17"},
		{"a dateline", "Mill burns\n\nMARVESK (October 16, 2035):" + text, "2037-01-05", "2035-10-16"},
		{"a label", "Mill burns\n\nPublished April 15 2037" + text, "2037-04-05", "2037-04-15"},
		{"a day apart by zones", "Mill burns\n\nPublished April 15 2037" + text, "2037-04-16", "2037-04-16"},
		{"revised after the day given", "Mill burns\n\nUpdated: Tuesday, November 08, 2036 @ 11:29 AM\n\n" + text, "2036-10-25", "2036-10-25"},
		{"revised long before the day given", "Mill burns\n\nUpdated: Monday, October 20, 2036\n\n" + text, "2037-01-25", "2036-10-20"},
		{"a day apart by the weekday", "Mill burns\n\nPublished April 13 2037" + text, "2037-04-12", "2037-04-13"}, // a Monday
		{"both printed", "Mill burns\n\n4/7/2033 1:53 AM\n\nUpdated April 15 2033" + text, "2033-04-07", "2033-04-07"},
		{"the day of what happened", "Mill burns\n\nOn 17 March 2031" + text, "2031-03-21", "2031-03-21"},
		{"a life", "A. Teller\n\nOctober 27, 2034 - November 13, 2036\n\n" + text, "2036-11-15", "2036-11-15"},
		{"a chronology", "Mills\n\n12 May 2031 - A mill burned.\n\n14 May 2031 - A bridge was blown up.", "2033-11-15", "2033-11-15"},
		{"the foot of a short page", "Mill burns\n\n" + text + "\n\nPublished April 15 2037", "2037-01-05", "2037-04-15"},
		{"no day given", "Mill burns\n\nPublished April 15 2037" + text, "", "2037-04-15"},
	} {
		got, err := new(Cleaner).Clean(dateline.Raw{Bytes: []byte(c.raw), Published: c.given})
		if err != nil || got.Published.EDTF != c.want {
			t.Errorf("%s: %v %v, not %q", c.what, got.Published.EDTF, err, c.want)
		}
	}
}

func TestNamedIssue(t *testing.T) {
	readLines(t, namedIssue, map[string]string{
		"Report of the ministry on the progress of the operation (3 June 2032)\nIt said.": "3 Jun 2032",
		"Spokesperson's announcement, 24 June 2031, 21:40\nIt said.":                      "24 Jun 2031",
		"Marvesk Alert @marvesk_alert_ 9 Oct 2032\nGunfire.":                              "9 Oct 2032",
		"Situation update – Harvashan – Thursday, 12 May 2033\nIt said.":                  "12 May 2033",
		"Northern Brief (translation of radio log) 8 May 2035\nIt said.":                  "8 May 2035",
		"Report on the attack of 12 May 2029\nNine people died.":                          "",
		"The attack on the hotel (12 May 2029)\nNine people died.":                        "",
		"Group says it bombed mill on 3 June 2032\nIt said.":                              "",
	})
}

func TestSignOff(t *testing.T) {
	readLines(t, signOff, map[string]string{
		"Title\nThe mill burned, he said. WIR ABC DE FG 28072028 1915 IST": "2028-07-28",
		"Title\nHe is survived by a son. (19 November 2034)":               "19 Nov 2034",
		"Title\nHe called 28072028 at 1915 hours":                          "",
		"Title\nThe mill burned on 19 November 2034":                       "",
		"Title\nThe mill burned (not 19 November 2034)":                    "",
	})
}

// TestYearOfRights reads the day of datelines without a year from the line of rights.
func TestYearOfRights(t *testing.T) {
	const text = " A mill of the village was burned down on Wednesday and two men were hurt, police said."
	for raw, want := range map[string]string{
		"Mill burned\n\nMarvesk, Oct 27:" + text + "\n\n© 2033 Valley Paper":                                 "2033-10-27",
		"Mill burned\n\nMARVESK, 3 March —" + text + "\n\nCopyright 2034. All rights reserved.":              "2034-03-03",
		"Mill burned\n\nMarvesk, Oct 27:" + text + "\n\n© 1996–2033 Valley Paper":                            "",
		"Mill burned\n\nMarvesk, Oct 27:" + text + "\n\nMarvesk, Oct 28:" + text + "\n\n© 2033 Valley Paper": "",
		"Mill burned\n\nMarvesk, Oct 27:" + text:                                                             "",
	} {
		got, err := new(Cleaner).Clean(dateline.Raw{Bytes: []byte(raw)})
		if err != nil || got.Published.EDTF != want {
			t.Errorf("%q: %v %v, not %q", raw, got, err, want)
		}
	}
}
