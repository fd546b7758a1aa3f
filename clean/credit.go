package clean

import (
	"regexp"
	"strings"
)

// datelineForm is the line of place and date at the head of an agency story:
// "NAIROBI, Oct. 3 (Reuters) - ", "San Salvador, 8 Jan 90 (ACAN-EFE) -- ".
var datelineForm = regexp.MustCompile(`^((?:\p{Lu}[\p{L}'’.\-]+)(?:[ ,/]+(?:\p{Lu}[\p{L}'’.\-]*|de|la|el|del|\([A-Z][a-z]+\))){0,6}(?:(?:\s+\(\p{Lu}[\p{L}. ]{2,30}\))?,?\s+(?:\d{1,2}\s+(?i:` + monthWords + `)\.?|(?i:` + monthWords + `)\.?\s+\d{1,2})(?:,?\s+\d{2,4})?)?)\s*(?:\(([A-Z][\w./\- ]{1,30})\)|\[([A-Z][\w./\- ]{1,30})\])?(\s*\.?(?:--|[-–—])\s+\S|[.:]\s+\p{Lu}|\s*$)`)

// agencies of credits, as printed.
var agencies = regexp.MustCompile(`(?:New York Times News Service|Associated Press|The Associated Press|Agence France-Presse|Thomson Reuters Foundation|Reuters|United Press International|Tribune News Service|McClatchy|Washington Post News Service|Bloomberg News|Xinhua|Press Trust of India|Anadolu Agency|Deutsche Presse-Agentur|ACAN-EFE|Interfax|Kyodo News|\bAFP\b|\bAP\b|\bEFE\b|\bDPA\b|\bPTI\b|\bIANS\b|\bUPI\b|\bANI\b|\bTASS\b|\bANSA\b|\bAAP\b)`)

var parenthesised = regexp.MustCompile(`\(([A-Z][\w./\- ]{1,40})\)`)

// findDateline reads the line of place and date at the head of the running
// text. In capitals, with a date or with an agency it is one; a capitalised
// word before a dash alone is not. Without a dash ("MARVESK, Oct. 3, 2031. The
// …", or a line of its own) it needs capitals and a date.
func (rd *reader) findDateline() {
	for i := max(rd.title+1, 0); i < min(rd.first+2, len(rd.lines)); i++ {
		m := datelineForm.FindStringSubmatch(rd.lines[i].text)
		if m == nil {
			continue
		}
		place, agency := strings.TrimSpace(m[1]), m[2]+m[3]
		if !strings.ContainsAny(m[4], "-–—") && !rd.opensAlone(place, m[4]) {
			continue
		}
		if agency != "" || strings.ContainsAny(place, "0123456789") || allCapsPlace(place) {
			rd.r.DatelineText = place
			rd.credit(agency)
			return
		}
	}
}

// opensAlone says whether a place without a dash behind it opens the story: in capitals with
// its day, or with day and colon ("Marvesk, Oct 27: A mill …") if no other line does so, as
// the lines of a chronology do.
func (rd *reader) opensAlone(place, end string) bool {
	dated := strings.ContainsAny(place, "0123456789")
	if !dated || allCapsPlace(place) {
		return dated
	}
	opening := 0
	for _, l := range rd.lines {
		if m := datelineForm.FindStringSubmatch(l.text); m != nil && strings.HasPrefix(m[4], ":") {
			opening++
		}
	}
	return strings.HasPrefix(end, ":") && strings.Contains(place, ",") && opening == 1
}

func allCapsPlace(s string) bool {
	city, _, _ := strings.Cut(s, ",")
	return len(city) > 2 && city == strings.ToUpper(city)
}

// findCredits reads agency credits from bylines, heads and tails: lines that
// are not running text, and an agency in brackets in the first lines.
func (rd *reader) findCredits() {
	for i, l := range rd.lines {
		switch {
		case i < rd.first && !l.prose && i != rd.title, i > rd.last && l.words <= 12:
			rd.credit(agencies.FindString(l.text))
		case i <= rd.first+1:
			for _, m := range parenthesised.FindAllStringSubmatch(l.text[:min(len(l.text), 200)], 3) {
				rd.credit(agencies.FindString(m[1]))
			}
		}
		if l.kind == "" && i != rd.title && l.words <= 6 && !l.prose && agencies.FindString(l.text) == strings.Trim(l.text, "()—–- .") {
			rd.lines[i].kind = "credit"
		}
	}
}

func (rd *reader) credit(agency string) {
	if agency == "" || len(rd.r.AgencyCredit) >= 3 {
		return
	}
	for _, known := range rd.r.AgencyCredit {
		if strings.Contains(known, agency) {
			return
		}
	}
	rd.r.AgencyCredit = append(rd.r.AgencyCredit, agency)
}
