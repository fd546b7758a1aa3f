package link

import (
	_ "embed"
	"slices"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
)

//go:embed means.tsv
var meansText string

// together holds the pairs of means.tsv, both ways round.
var together = readTogether(meansText)

func readTogether(text string) map[[3]string]bool {
	out := map[[3]string]bool{}
	for _, line := range strings.Split(text, "\n") {
		if f := strings.Split(line, "\t"); len(f) == 3 {
			out[[3]string{f[0], f[1], f[2]}], out[[3]string{f[0], f[2], f[1]}] = true, true
		}
	}
	return out
}

// actAxis compares what was done and how.
func (l *Linker) actAxis(a, b *dateline.Mention) axis {
	g := gradeActs(a.Facets, b.Facets)
	x := graded("act and means", g, shownActs)
	if g == Conflict {
		x.points = l.Mismatch
	}
	return x
}

func shownActs(_ *Linker, a, b *dateline.Mention) []string {
	return []string{a.Facets.Words(), b.Facets.Words()}
}

func gradeActs(a, b dateline.Facets) Grade {
	switch {
	case unknownAct(a) || unknownAct(b):
		return Compatible
	case a.Act != b.Act:
		if together[[3]string{"act", string(a.Act), string(b.Act)}] && gradeMeans(a, b) != Conflict {
			return Compatible
		}
		return Conflict
	}
	return gradeMeans(a, b)
}

func unknownAct(f dateline.Facets) bool { return f.Act == "" || f.Act == dateline.ActUnknown }

func gradeMeans(a, b dateline.Facets) Grade {
	if len(a.Means) == 0 || len(b.Means) == 0 || a.Has(dateline.MeansUnknown) || b.Has(dateline.MeansUnknown) {
		return Coarse
	}
	if a.Has(b.Means...) {
		return Exact
	}
	for _, x := range a.Means {
		for _, y := range b.Means {
			if together[[3]string{"means", string(x), string(y)}] {
				return Compatible
			}
		}
	}
	return Conflict
}

// targetAxis compares what was aimed at: the best pair of targets decides, and
// a named victim of both settles it.
func (l *Linker) targetAxis(a, b *dateline.Mention) axis {
	if l.commonVictim(a, b) != "" {
		return graded("target", Exact, shownVictim)
	}
	best := Silent
	ta, tb := l.look(a).targets, l.look(b).targets
	if (len(ta) == 0) != (len(tb) == 0) {
		best = Compatible
	}
	set := false
	for _, x := range ta {
		for _, y := range tb {
			if g := gradeTargets(x, y); !set || g > best || best == Conflict && g == Silent {
				best, set = g, true
			}
		}
	}
	return graded("target", best, shownAims)
}

func shownVictim(l *Linker, a, b *dateline.Mention) []string {
	v := l.commonVictim(a, b)
	return []string{v, v}
}

func shownAims(_ *Linker, a, b *dateline.Mention) []string {
	return []string{shownTargets(a), shownTargets(b)}
}

func known(targets []dateline.Target) []*dateline.Target {
	var out []*dateline.Target
	for i := range targets {
		if t := &targets[i]; t.Category != dateline.TargetUnknown && t.Category != "" || t.Name != "" {
			out = append(out, t)
		}
	}
	return out
}

func shownTargets(m *dateline.Mention) string {
	var out []string
	for _, t := range m.Targets {
		switch {
		case t.Name != "":
			out = append(out, t.Name)
		case t.Specific != "":
			out = append(out, t.Specific)
		default:
			out = append(out, string(t.Category))
		}
	}
	if len(out) == 0 {
		return "not given"
	}
	return strings.Join(out, "; ")
}

func gradeTargets(x, y *dateline.Target) Grade {
	nations := len(x.Nationality) > 0 && len(y.Nationality) > 0
	shared := nations && meet(x.Nationality, y.Nationality)
	switch {
	case x.Name != "" && y.Name != "" && x.Person == y.Person:
		return gradeNames(x, y)
	case nations && !shared && state(x.Category) && x.Category == y.Category:
		return Conflict
	case x.Category != y.Category:
		return Silent
	case shared && (x.Unique || y.Unique):
		return Exact
	case shared:
		return Coarse
	}
	return Compatible
}

// gradeNames compares two names: of persons by surname, of sites by any telling
// word. Different names are a conflict only where each names one thing.
func gradeNames(x, y *dateline.Target) Grade {
	switch {
	case strings.EqualFold(x.Name, y.Name), x.Person && Skeleton(surname(x.Name)) == Skeleton(surname(y.Name)):
		return Exact
	case x.Person || x.Unique && y.Unique && !meet(strings.Fields(strings.ToLower(x.Name)), strings.Fields(strings.ToLower(y.Name))):
		return Conflict
	}
	return Compatible
}

// state says whether a target of the category belongs to one country.
func state(c dateline.TargetCategory) bool {
	return c == dateline.TargetDiplomatic || c == dateline.TargetGovernment || c == dateline.TargetMilitary
}

func meet(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// commonVictim is the first name that both mentions give as a victim.
func (l *Linker) commonVictim(a, b *dateline.Mention) string {
	theirs := l.look(b).victims
	for i, s := range l.look(a).victims {
		if s != "" && slices.Contains(theirs, s) {
			return a.Victims[i]
		}
	}
	return ""
}

func surname(name string) string {
	f := strings.Fields(name)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// letters maps spellings that transliteration confuses (ACT-7).
var letters = strings.NewReplacer("al-", "", "el-", "", "ʿ", "", "ʾ", "", "'", "", "’", "", "kh", "h", "dh", "z",
	"q", "k", "o", "u", "e", "i", "y", "i")

// Skeleton reduces a name to what its spellings have in common (ACT-7).
func Skeleton(name string) string {
	var out []rune
	for _, r := range letters.Replace(strings.ToLower(name)) {
		if len(out) == 0 || out[len(out)-1] != r {
			out = append(out, r)
		}
	}
	return string(out)
}

// actorAxis compares who did it. Two unidentified actors are never the same
// (ACT-5); groups that a text only links to a name do not count as named (ACT-9).
func (l *Linker) actorAxis(a, b *dateline.Mention) axis {
	x := graded("actor", l.gradeActors(l.look(a).perpetrators, l.look(b).perpetrators), shownParties)
	if x.grade == Conflict {
		x.points = l.Mismatch
	}
	return x
}

func shownParties(_ *Linker, a, b *dateline.Mention) []string {
	return []string{shownActors(a), shownActors(b)}
}

func perpetrators(m *dateline.Mention) []dateline.ActorRef {
	var out []dateline.ActorRef
	for _, r := range m.Actors {
		if r.Role == dateline.RolePerpetrator {
			out = append(out, r)
		}
	}
	return out
}

func shownActors(m *dateline.Mention) string {
	var out []string
	for _, r := range perpetrators(m) {
		out = append(out, r.Name)
	}
	sort.Strings(out)
	if len(out) == 0 {
		return "not given"
	}
	return strings.Join(out, "; ")
}

func (l *Linker) gradeActors(a, b []dateline.ActorRef) Grade {
	if len(a) == 0 && len(b) == 0 {
		return Silent
	}
	if len(a) == 0 || len(b) == 0 {
		return Compatible
	}
	best := Conflict
	for _, x := range a {
		for _, y := range b {
			best = max(best, l.gradeActor(x, y))
		}
	}
	return best
}

func (l *Linker) gradeActor(x, y dateline.ActorRef) Grade {
	switch {
	case !identified(x) || !identified(y):
		return Compatible
	case x.Actor == y.Actor:
		return Exact
	case l.Actors != nil && l.Actors.Relate(x.Actor, y.Actor) != Unrelated:
		return Exact
	}
	return Conflict
}

func identified(r dateline.ActorRef) bool {
	return r.Actor != "" && !r.Linked && r.Kind != dateline.ActorUnidentified
}
