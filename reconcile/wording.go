package reconcile

import (
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// word gives a contradiction its sentence. Sides of one origin are a
// difference between versions, and sides of one report stand inside it; neither
// is called a disagreement of reports (§9).
func word(c dateline.Contradiction, wording func(dateline.Contradiction) string) string {
	switch {
	case c.Type == dateline.ContraInternal:
		return "One report gives more than one account: " + says(c) + "."
	case c.SameOrigin:
		return "Versions of one account differ: " + says(c) + "."
	case wording == nil:
		return says(c) + "."
	}
	return wording(c)
}

// says lists the sides as "according to A, 7; according to B, at least 8".
func says(c dateline.Contradiction) string {
	parts := make([]string, len(c.Sides))
	for i, s := range c.Sides {
		parts[i] = s.Sources + ": " + s.Value
	}
	return strings.Join(parts, "; ")
}

// sources says who stands behind voices, each named once: who is said to have
// said it, and the outlet that carries it.
func sources(voices []*voice) string {
	seen := map[string]bool{}
	var words []string
	for _, v := range voices {
		if w := v.source(); !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	if len(words) > 3 {
		words = append(words[:3:3], strconv.Itoa(len(words)-3)+" more")
	}
	return "according to " + list(words)
}

func (v *voice) source() string {
	outlet := v.outlet()
	speaker := v.speaker()
	switch {
	case speaker == "" && outlet == "":
		return "a report whose outlet is not known"
	case speaker == "":
		return outlet
	case outlet == "":
		return speaker
	}
	return speaker + " (in " + outlet + ")"
}

func (v *voice) outlet() string {
	if v.report == nil {
		return ""
	}
	return v.report.Outlet
}

// privateSpeakers are named by role only (ETH-2).
var privateSpeakers = map[dateline.IssuerClass]string{
	dateline.IssuerWitness: "a witness", dateline.IssuerResident: "a resident", dateline.IssuerPerson: "a person quoted",
}

// speaker is the innermost speaker in words, "" for the outlet itself. A word
// that this program does not use of its own is replaced by the kind of body.
func (v *voice) speaker() string {
	s := v.claim.Innermost()
	if s.Role == dateline.SpeakerOutlet || s.Role == dateline.SpeakerAuthor {
		return ""
	}
	if role, ok := privateSpeakers[s.Issuer]; ok {
		return role
	}
	text := s.Text
	if text == "" {
		text = v.origin.IssuerText
	}
	if text == "" || len(Lint(text)) > 0 {
		text = strings.ReplaceAll(string(s.Issuer), "_", " ")
	}
	return text
}
