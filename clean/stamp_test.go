package clean

import "testing"

func TestStampOf(t *testing.T) {
	for text, want := range map[string]stamp{
		"On June 12, 2032 6:12 am": {date: "12 Jun 2032"},
		"Published on 17/07/2033 at 09:14, modified on 18/07/2033 at 07:52": {date: "2033-07-17"},
		"Mon Jun 6, 2033 09:30 PM Last update on: Mon Jun 6, 2033 11:04 PM": {date: "6 Jun 2033"},
		"Lena Orsk, research fellow | 16 February 2032 | 6 minute read":     {date: "16 Feb 2032"},
		"Daily digest - Inland - Tuesday 12 August 2031":                    {date: "12 Aug 2031"},
		"Closed Sat 21 Oct 2034 18.30 CEST":                                 {date: "21 Oct 2034"},
		"Published May 15, 2031 Updated about 4 hours ago":                  {date: "15 May 2031"},
		"Last updated: 3 March 2033, 14:05 GMT":                             {date: "3 Mar 2033", updated: true},
		"By Nadim Karim, The Inland Record, June 12, 2032":                  {date: "12 Jun 2032"},
		"4.02.2034, 18:26 | updated 21:03":                                  {date: "2034-02-04"},
		"10:45 a.m., Wednesday, 9 March 2033":                               {date: "9 Mar 2033"},
		"By our Marvesk bureau. 30 December 2028. 6-minute read.":           {date: "30 Dec 2028"},
		"By our correspondent / September 23, 2033, 04:12 PM":               {date: "23 Sep 2033"},
		"MARVESK Jan 22, 2034, 10:17":                                       {date: "22 Jan 2034"},
		"Latest from the capital. All times HST. 17 September 2033":         {date: "17 Sep 2033"},
		"MARVESK Jan 22, 2034 was a fine day":                               {},
		"Dated 5th August 2029":                                             {date: "5 Aug 2029"},
		"The bridge was rebuilt. 12 May 2029 was a fine day":                {},
		"22 JUN 87":                                   {date: "22 Jun 87"},
		"03/07/2033":                                  {}, // the third of July or the seventh of March
		"On June 12, 2032, a bomb went off.":          {},
		"Nine died in the bombing of 12 May 2029":     {},
		"Attack on a hotel, 12 May 2029":              {},
		"Police officers at the gate on 4 March 2033": {},
		"The bridge of Marvesk was blown up on 12 May 2029 and rebuilt later on.": {},
	} {
		if got, _ := stampOf(text); got != want {
			t.Errorf("%q: %v, not %v", text, got, want)
		}
	}
}
