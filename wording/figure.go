package wording

import (
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Figure writes best with its range, never a bare best (ETH-8): "14 (11–23)",
// "11 or more", "24 or more (“dozens”)", "reported as none".
func Figure(f dateline.Figure) string {
	switch {
	case f.Best == nil && f.Low == nil:
		return "number not known" + orNote(f)
	case f.Best == nil:
		return strconv.Itoa(*f.Low) + " or more" + orNote(f)
	case *f.Best == 0 && (f.High == nil || *f.High == 0) && !f.HighOpen:
		return none(f) + orNote(f)
	}
	s := strconv.Itoa(*f.Best)
	if f.Approximate {
		s = "about " + s
	}
	if r := Range(f); r != strconv.Itoa(*f.Best) {
		if strings.HasPrefix(r, strconv.Itoa(*f.Best)+" or more") {
			s += " or more"
		} else {
			s += " (" + r + ")"
		}
	}
	return s + orNote(f)
}

func none(f dateline.Figure) string {
	if f.Status == dateline.FigureImplied {
		return "inferred: none"
	}
	return "reported as none"
}

// Range is low to high of a figure, "11–23", "24 or more".
func Range(f dateline.Figure) string {
	low, high := first(f.Low, f.Best), first(f.High, f.Best)
	if low == nil || high == nil {
		return "not known"
	}
	s := Interval(*low, *high)
	if f.HighOpen {
		s += " or more"
	}
	return s
}

func first(a, b *int) *int {
	if a != nil {
		return a
	}
	return b
}

func orNote(f dateline.Figure) string {
	notes := ""
	if f.Status == dateline.FigureDerived {
		notes += ", sum of stated parts"
	}
	if f.Status == dateline.FigureImplied && (f.Best == nil || *f.Best != 0) {
		notes += ", inferred"
	}
	if f.InterestedOnly {
		notes += ", said only by a party to the incident"
	}
	return notes
}

// Toll is the figure of a measure for all, and for those without the attackers
// where the two differ (CAS-6); without one it says what there is instead.
func Toll(i *dateline.Incident, m dateline.Measure) string {
	all, victims := i.Figure(m, dateline.PopAll), i.Figure(m, dateline.PopVictims)
	switch {
	case all == nil && victims == nil:
		return absent(i.Support[dateline.Attribute(m)])
	case all == nil:
		return Figure(*victims) + " " + Population(dateline.PopVictims)
	case victims == nil || Figure(*all) == Figure(*victims):
		return Figure(*all)
	}
	return Figure(*all) + ", " + Population(dateline.PopVictims) + " " + Figure(*victims)
}

func absent(s dateline.Support) string {
	if s == "" || s == dateline.NotReported {
		return "not reported"
	}
	return "number not known"
}

var measures = map[dateline.Measure]string{
	dateline.Killed: "killed", dateline.Wounded: "injured", dateline.KilledOrWounded: "killed or injured", dateline.Abducted: "abducted",
	dateline.Missing: "missing", dateline.Arrested: "arrested", dateline.Displaced: "displaced",
}

// Measure is the word for what a number counts.
func Measure(m dateline.Measure) string { return measures[m] }

var populations = map[dateline.Population]string{
	dateline.PopAll: "all", dateline.PopVictims: "without the attackers", dateline.PopPerpetrators: "attackers",
	dateline.PopCivilians: "civilians", dateline.PopCombatants: "fighters", dateline.PopDiplomats: "diplomats",
	dateline.PopStateForces: "security forces", dateline.PopUnknown: "who is counted: not stated", "": "who is counted: not stated",
}

// Population says who is counted.
func Population(p dateline.Population) string {
	if w, ok := populations[p]; ok {
		return w
	}
	s := strings.TrimPrefix(string(p), dateline.PrefixNamedGroup)
	return strings.TrimPrefix(s, dateline.PrefixNationality)
}

// Said is a number as one report puts it: "14", "at least 12", "“dozens”".
func Said(c dateline.Count) string {
	number := func(n *int) string {
		if n == nil {
			return "?"
		}
		return Thousands(*n)
	}
	switch {
	case c.Qualifier == dateline.None:
		return "none"
	case c.Vague && c.Word != "":
		return "“" + strings.ToLower(c.Word) + "”"
	case c.PluralOnly || c.Qualifier == dateline.BarePlural:
		return "more than one, no number"
	case c.Qualifier == dateline.UpTo && c.Hi != nil:
		return qualifiers[c.Qualifier] + number(c.Hi)
	case c.Qualifier == dateline.FewerThan && c.Hi != nil:
		return qualifiers[c.Qualifier] + Thousands(*c.Hi+1)
	case c.Qualifier == dateline.Between || c.Anchor == nil && c.Lo != nil && c.Hi != nil:
		return number(c.Lo) + " to " + number(c.Hi)
	case c.Anchor == nil && c.Lo != nil:
		return "at least " + number(c.Lo)
	case c.Anchor == nil && c.Hi != nil:
		return "up to " + number(c.Hi)
	case c.Anchor == nil:
		return "a number that cannot be read"
	}
	return qualifiers[c.Qualifier] + number(c.Anchor)
}

var qualifiers = map[dateline.Qualifier]string{
	dateline.AtLeast: "at least ", dateline.MoreThan: "more than ", dateline.UpTo: "up to ", dateline.FewerThan: "fewer than ",
	dateline.Nearly: "nearly ", dateline.About: "about ",
}
