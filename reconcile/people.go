package reconcile

import (
	"sort"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// People's decisions are replayed over what the rules give (§1.11). These are
// understood here:
//
//	set_value              Rule: the attribute, or "attribute population";
//	                       Targets: the claim chosen, or After: the best number
//	resolve_contradiction  Targets: the contradiction; After: explained or resolved; Note: why
//	set_grade              Targets: claims; After: letter and digit, "B2"
//	retract                Targets: claims, which are then withdrawn
//	review                 Targets: the incident

// standing are people's decisions that nobody has undone, oldest first.
func standing(all []dateline.Decision) []dateline.Decision {
	var out []dateline.Decision
	for _, p := range all {
		if p.Person && p.UndoneBy == "" {
			out = append(out, p)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].At != out[j].At {
			return out[i].At < out[j].At
		}
		return out[i].ID < out[j].ID
	})
	return out
}

// decisionsOn gives the decisions of an action about a record, oldest first.
func (d *docket) decisionsOn(action dateline.Action, id dateline.ID) []dateline.Decision {
	var out []dateline.Decision
	for _, p := range d.people {
		for _, target := range p.Targets {
			if p.Action == action && target == id {
				out = append(out, p)
			}
		}
	}
	return out
}

func (d *docket) withdrawn(claim dateline.ID) bool {
	return len(d.decisionsOn(dateline.ActRetract, claim)) > 0
}

// settleContradictions writes what people said of contradictions. A resolution
// without its reason settles nothing (§9).
func (d *docket) settleContradictions(inc *dateline.Incident) {
	for i := range inc.Contradictions {
		c := &inc.Contradictions[i]
		for _, p := range d.decisionsOn(dateline.ActContradiction, c.ID) {
			if p.After == "explained" || (p.After == "resolved" && p.Note != "") {
				c.Status = p.After
			}
		}
	}
}

func (d *docket) gradesSet() map[dateline.ID]dateline.Grade {
	out := map[dateline.ID]dateline.Grade{}
	for _, v := range d.voices {
		for _, p := range d.decisionsOn(dateline.ActSetGrade, v.claim.ID) {
			if g, ok := parseGrade(p.After); ok {
				out[v.claim.ID] = g
			}
		}
	}
	return out
}

func parseGrade(s string) (dateline.Grade, bool) {
	if len(s) != 2 || !strings.Contains("ABCDEF", s[:1]) || s[1] < '1' || s[1] > '6' {
		return dateline.Grade{}, false
	}
	return dateline.Grade{Reliability: s[:1], Credibility: int(s[1] - '0'), SetBy: "human"}, true
}

// decided says whether a person set the value of a fact.
func (d *docket) decided(a dateline.Attribute) bool {
	for _, p := range d.people {
		if rule, _, _ := strings.Cut(p.Rule, " "); p.Action == dateline.ActSetValue && rule == string(a) {
			return true
		}
	}
	return false
}

// applyDecided puts a person's best number in a figure. The number must be one
// that a claim states (principle 4), and the claims are cited.
func (d *docket) applyDecided(f *dateline.Figure) {
	for _, p := range d.people {
		if p.Action != dateline.ActSetValue || !names(p.Rule, f) {
			continue
		}
		n, claims := d.decidedNumber(p, f)
		if n == nil {
			continue
		}
		f.Best, f.BestClaims, f.Rule, f.Status = n, claims, "decided", dateline.FigureStated
		f.Low, f.LowClaims = under(f.Low, f.LowClaims, n, claims)
		raise(&f.High, &f.HighClaims, n, claims)
		f.Explanation = "Decided by " + p.By + "."
	}
}

// names says whether "killed" or "killed victims_excl_perp" means a figure; the
// attribute alone means the figure of all.
func names(rule string, f *dateline.Figure) bool {
	measure, population, ok := strings.Cut(rule, " ")
	if !ok {
		population = string(dateline.PopAll)
	}
	return measure == string(f.Measure) && population == string(f.Population)
}

func (d *docket) decidedNumber(p dateline.Decision, f *dateline.Figure) (*int, []dateline.ID) {
	wanted, err := strconv.Atoi(strings.TrimSpace(p.After))
	var claims []dateline.ID
	var n *int
	for _, v := range d.counted(f.Measure) {
		a := v.claim.Value.Count.Anchor
		byClaim := targets(p, v.claim.ID)
		if a == nil || !(byClaim || err == nil && *a == wanted) || (n != nil && *n != *a) {
			continue
		}
		n, claims = a, append(claims, v.claim.ID)
	}
	return n, union(claims)
}

func targets(p dateline.Decision, id dateline.ID) bool {
	for _, t := range p.Targets {
		if t == id {
			return true
		}
	}
	return false
}

func under(low *int, lowClaims []dateline.ID, n *int, claims []dateline.ID) (*int, []dateline.ID) {
	if low != nil && *low > *n {
		return n, claims
	}
	return low, lowClaims
}
