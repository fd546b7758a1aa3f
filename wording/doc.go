// Package wording says values of records in words, the same on pages, in the
// terminal and in exports: dates, places, figures, who is counted, how a
// speaker knows, support, and the counts line.
//
// Codes are never shown bare, numbers of people never without their range,
// and the five ways of there being nothing (not reported, number not known,
// reported as none, not resolved, not mapped) stay apart (principle 3,
// ETH-8). The words are neutral (ETH-5); "confirmed" does not occur.
//
// Everything here is a pure function of root values. It writes plain text:
// isolation of names and numbers for mixed directions is up to the page.
package wording

import (
	"strconv"

	"github.com/opendateline/dateline"
)

// Interval is "4–6", or one number where both ends are equal.
func Interval(least, most int) string {
	if least == most {
		return strconv.Itoa(least)
	}
	return strconv.Itoa(least) + "–" + strconv.Itoa(most)
}

// Plural is "1 report", "3 reports".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Thousands(n) + " " + noun + "s"
}

// Thousands writes n with commas between groups of three digits.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// List joins words as in "a, b and c".
func List(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	out := words[0]
	for _, w := range words[1 : len(words)-1] {
		out += ", " + w
	}
	return out + " and " + words[len(words)-1]
}

// facts are the row labels of facts (experience §2.1).
var facts = map[dateline.Attribute]string{
	dateline.AttrOccurred: "Happened", dateline.AttrDate: "When", dateline.AttrPlace: "Where", dateline.AttrAct: "What",
	dateline.AttrMeans: "Weapon", dateline.AttrPerpetrator: "Who attacked", dateline.AttrAttackerName: "Attacker’s name",
	dateline.AttrTarget: "Who was attacked", dateline.AttrKilled: "Killed", dateline.AttrWounded: "Injured",
	dateline.AttrKilledOrWounded: "Killed or injured", dateline.AttrAbducted: "Abducted", dateline.AttrMissing: "Missing",
	dateline.AttrArrested: "Arrested", dateline.AttrDisplaced: "Displaced", dateline.AttrDamage: "Damage",
	dateline.AttrResponsibility: "Claimed, denied or named", dateline.AttrVictimIdentity: "People named", dateline.AttrMotive: "Motive",
	dateline.AttrSequence: "Order", dateline.AttrSuperlative: "“first”, “deadliest”",
}

// Fact is the label of a fact.
func Fact(a dateline.Attribute) string { return facts[a] }
