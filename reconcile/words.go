package reconcile

import (
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// list joins words as in "a, b and c".
func list(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

var measureWords = map[dateline.Measure]string{
	dateline.Killed: "killed", dateline.Wounded: "injured", dateline.KilledOrWounded: "killed or injured",
	dateline.Abducted: "abducted", dateline.Missing: "missing", dateline.Arrested: "arrested", dateline.Displaced: "displaced",
}

func populationWords(p dateline.Population) string {
	switch p {
	case dateline.PopAll:
		return "all"
	case dateline.PopVictims:
		return "all without the attackers"
	case dateline.PopPerpetrators:
		return "attackers"
	case dateline.PopCombatants:
		return "fighters"
	case dateline.PopStateForces:
		return "security forces"
	case dateline.PopUnknown:
		return "who is counted: not stated"
	}
	for _, prefix := range []string{dateline.PrefixNationality, dateline.PrefixNamedGroup} {
		if name, ok := strings.CutPrefix(string(p), prefix); ok {
			return name
		}
	}
	return string(p)
}

// countWords says a count as its report does: "14", "at least 12", "dozens".
func countWords(c dateline.Count) string {
	n := func(x *int) string { return strconv.Itoa(*x) }
	switch {
	case weigh(c) == plural:
		return "more than one, no number"
	case weigh(c) == vague:
		return vagueWords(c)
	case c.Qualifier == dateline.UpTo && c.Hi != nil:
		return "up to " + n(c.Hi)
	case c.Qualifier == dateline.FewerThan && c.Hi != nil:
		return "fewer than " + strconv.Itoa(*c.Hi+1)
	case c.Anchor == nil && c.Lo != nil && c.Hi != nil:
		return "between " + n(c.Lo) + " and " + n(c.Hi)
	case c.Anchor == nil && c.Lo != nil:
		return "at least " + n(c.Lo)
	case c.Anchor == nil:
		return "a number that cannot be read"
	}
	return qualified(c.Qualifier, c.Open()) + n(c.Anchor)
}

func vagueWords(c dateline.Count) string {
	if c.Word != "" {
		return "“" + strings.ToLower(c.Word) + "”"
	}
	return "an unstated number"
}

func qualified(q dateline.Qualifier, open bool) string {
	switch q {
	case dateline.AtLeast:
		return "at least "
	case dateline.MoreThan:
		return "more than "
	case dateline.Nearly:
		return "nearly "
	case dateline.About:
		return "about "
	}
	if open && q != dateline.NamedPerson {
		return "at least "
	}
	return ""
}

// figureWords is "7–8 or more", the span of a figure.
func figureWords(f dateline.Figure) string {
	low, high := firstOf(f.Low, f.Best), firstOf(f.High, f.Best)
	switch {
	case low == nil && high == nil:
		return "number not known"
	case high == nil:
		return strconv.Itoa(*low) + " or more"
	case low == nil || *low == *high:
		return strconv.Itoa(*high) + orMore(f.HighOpen)
	}
	return strconv.Itoa(*low) + "–" + strconv.Itoa(*high) + orMore(f.HighOpen)
}

func orMore(open bool) string {
	if open {
		return " or more"
	}
	return ""
}

func firstOf(a, b *int) *int {
	if a != nil {
		return a
	}
	return b
}
