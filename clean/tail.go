package clean

import (
	"regexp"
	"strings"
)

// tailLines bounds how far from the end pleas and notes on authors are looked
// for.
const tailLines = 12

// markTail marks short lines after the running text that are links or bylines,
// and notes on the author in the last lines.
func (rd *reader) markTail() {
	for i := max(rd.last+1, 1); i < len(rd.lines); i++ {
		l := &rd.lines[i]
		if l.kind == "" && i != rd.title && (isByline(l.text) || breadcrumb(l.text)) {
			l.kind = "navigation"
		}
	}
	for i := max(len(rd.lines)-tailLines, rd.first+1, 0); i < len(rd.lines); i++ {
		if l := &rd.lines[i]; l.kind == "" && i > rd.title && authorNote(l.text) {
			l.kind = "byline"
		}
	}
}

var authorForm = regexp.MustCompile(`^(?:\p{Lu}[\p{L}'’.\-]+\s+){1,4}(?:is|was|are)\s+(?:currently\s+)?(?:an?|the|our)\s+(?:[\p{L}\-'’,&]+\s+){0,7}?(?:journalists?|reporter|writer|analyst|columnist|correspondent|researcher|fellow|lecturer|editor|blogger|freelancer|contributor|commentator|author)\b`)

// authorNote says whether a line at the end says who wrote the report. A line
// with a word of violence is left: reporters are killed too.
func authorNote(text string) bool {
	return len(text) < 700 && authorForm.MatchString(text) && !violence.MatchString(text)
}

var violence = regexp.MustCompile(`(?i)\b(?:kill|wound|injur|attack|shot|shoot|bomb|explo|blast|abduct|kidnap|detain|arrest|murder|dead|died|death|hostage|missing|captur|behead)`)

// markDonations marks pleas for money in the last third with what belongs to
// them: the lines beneath that hold numbers or are short.
func (rd *reader) markDonations() {
	for i := len(rd.lines) * 2 / 3; i < len(rd.lines); i++ {
		l := &rd.lines[i]
		if l.kind != "donation" && !pleads(l.text) || i == rd.title || l.kind == "" && violence.MatchString(l.text) {
			continue
		}
		l.kind = "donation"
		for j := i + 1; j < min(i+8, len(rd.lines)) && rd.belongsToPlea(j); j++ {
			rd.lines[j].kind = "donation"
		}
	}
}

var plea = regexp.MustCompile(`(?i)\b(?:support (?:him|her|us|me|them|our work|our journalism|this (?:site|website|blog|work))|by donating|donations? (?:is|are) welcome|make a donation|donate (?:here|now|to us|today|via)|patreon\.com|paypal\.me|ko-fi\.com|buy (?:me|us) a coffee)\b`)

// pleaWords are beginnings of words of which each plea has one.
var pleaWords = []string{"support", "donat", "patreon", "paypal", "ko-fi", "buy"}

func pleads(text string) bool {
	return len(text) < 600 && holds(text, pleaWords) && plea.MatchString(text)
}

// belongsToPlea says whether line j goes with a plea above it: an account, a
// bank, or thanks.
func (rd *reader) belongsToPlea(j int) bool {
	l := rd.lines[j]
	if l.kind == "donation" {
		return true
	}
	digits := 0
	for _, c := range l.text {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	thanks := strings.Contains(strings.ToLower(l.text), "thank you")
	return l.words <= 5 && !l.prose || digits >= 8 && l.words <= 10 || thanks && l.words <= 40
}

// markRepeats marks lines that say the title again, and short lines that say
// an earlier line again at the head or the tail.
func (rd *reader) markRepeats() {
	for i := range rd.lines {
		if rd.lines[i].kind == "" && i != rd.title && rd.title >= 0 && sameLine(rd.lines[i].text, rd.lines[rd.title].text) {
			rd.lines[i].kind = "repeat"
		}
	}
}
