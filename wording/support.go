package wording

import (
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Support is the state of a fact in words; the interval is of the independent
// origins behind it.
func Support(s dateline.Support, least, most int) string {
	switch s {
	case dateline.Decided:
		return "decided by a person"
	case dateline.Contested:
		return "contested"
	case dateline.InferredOnly:
		return "inferred"
	case dateline.NoBasis:
		return "no basis stated"
	case dateline.SingleOrigin:
		return Origins(max(least, 1), max(most, 1))
	case dateline.Agreed:
		if most < 2 {
			return "agreed"
		}
		return "agreed · " + Origins(least, most)
	}
	return "not reported"
}

// SupportState is the state alone, for lists of states.
func SupportState(s dateline.Support) string {
	if s == dateline.SingleOrigin {
		return "1 origin only"
	}
	return Support(s, 0, 0)
}

// Mark is the sign of a state, which never stands without its words.
func Mark(s dateline.Support) string {
	switch s {
	case dateline.Decided:
		return "✓"
	case dateline.Contested:
		return "▲"
	case dateline.NotReported, "":
		return "–"
	}
	return ""
}

// Origins is "1 origin", "4–6 origins".
func Origins(least, most int) string {
	if least == 1 && most == 1 {
		return "1 origin"
	}
	return Interval(least, most) + " origins"
}

// Counts is the counts line of an incident: three counts that are never mixed
// (IND-5, IND-6), with what is not known beside them.
func Counts(i dateline.Independence) []string {
	outlets := Plural(i.Outlets, "outlet")
	if i.OutletsUnknown > 0 {
		outlets += " + " + strconv.Itoa(i.OutletsUnknown) + " not known"
	}
	origins := Interval(i.OriginsMin, i.OriginsMax) + " independent origins"
	if i.OriginsMin == 1 && i.OriginsMax == 1 {
		origins = "1 independent origin"
	}
	if i.Interested > 0 {
		origins += " + " + strconv.Itoa(i.Interested) + " interested"
	}
	out := []string{Plural(i.Reports, "report"), outlets, origins}
	if i.UnknownSecondary > 0 {
		out = append(out, strconv.Itoa(i.UnknownSecondary)+" without a stated basis")
	}
	return out
}

// CountsLine is Counts in one line.
func CountsLine(i dateline.Independence) string { return strings.Join(Counts(i), " · ") }

// Status says unreviewed wherever a record is (ETH-14).
func Status(i *dateline.Incident) string {
	if i.Unreviewed() {
		return "unreviewed"
	}
	if i.ChangedSinceReview() {
		return "reviewed, changed since review"
	}
	return string(i.Status)
}

// Severity of a contradiction in words.
func Severity(s dateline.Severity) string {
	if s == dateline.Info {
		return "for information"
	}
	return string(s)
}

var grades = map[string]string{
	"confirmed":  "admitted by the responsible party or found by a final inquiry, and reported independently",
	"fair":       "two or more generally credible origins",
	"weak":       "one origin",
	"contested":  "more than one party is named as responsible",
	"discounted": "shown not to have happened, or not part of a conflict",
}

// DisplayGrade is the definition of a display grade (domain §8.6).
func DisplayGrade(g string) string { return grades[g] }

var reliability = map[string]string{"A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
	"E": "unreliable", "F": "reliability cannot be judged"}

// Reliability is a grade of a source in words; "reliability cannot be judged"
// where there is none.
func Reliability(grade string) string {
	if w := reliability[grade]; w != "" {
		return w
	}
	return reliability["F"]
}

var credibility = map[int]string{1: "reported by other independent origins", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable",
	6: "truth cannot be judged"}

// Grade is a grade in the words of its definition, "default" until a person
// has set it; "" if there is none.
func Grade(g dateline.Grade) string {
	if reliability[g.Reliability] == "" || credibility[g.Credibility] == "" {
		return ""
	}
	s := "source " + reliability[g.Reliability] + ", information " + credibility[g.Credibility]
	if g.SetBy != "human" {
		s += " (default)"
	}
	return s
}
