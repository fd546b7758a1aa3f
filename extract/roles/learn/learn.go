// Package learn makes examples for the models of package roles from reports in
// which people marked events, and trains them.
package learn

import (
	"maps"
	"slices"
	"strings"

	"github.com/opendateline/dateline/extract/logit"
	"github.com/opendateline/dateline/extract/logit/learn"
	"github.com/opendateline/dateline/extract/roles"
)

// Marked is an event as people marked it.
type Marked struct {
	Type    string
	Trigger roles.Range
	Fillers []Filler
}

// Filler fills a role. Without a place (End 0) it is the nearest one of its words.
type Filler struct {
	Role string
	roles.Range
	Words string
}

// Set gathers examples.
type Set struct {
	types             []string
	triggers, fillers *learn.Set
	roles             map[string]map[string]bool
}

// NewSet makes an empty set for triggers of the types.
func NewSet(types []string) *Set {
	labels := append([]string{roles.Untold}, types...)
	return &Set{labels, learn.NewSet(labels...), learn.NewSet("no", "yes"), map[string]map[string]bool{}}
}

// Roles counts a type's roles among those that events of its kind have.
func (s *Set) Roles(m Marked) {
	if s.roles[m.Type] == nil {
		s.roles[m.Type] = map[string]bool{}
	}
	for _, f := range m.Fillers {
		s.roles[m.Type][f.Role] = true
	}
}

// AddTriggers adds the words of a report in which events are marked. A word
// without a mark that is marked elsewhere in the report is passed over: some
// people mark an event only where it is told of first.
func (s *Set) AddTriggers(t *roles.Text, marked []Marked) {
	types := map[roles.Range]string{}
	for _, m := range marked {
		types[m.Trigger] = m.Type
	}
	words, told := t.Words(), map[string]bool{}
	for _, w := range words {
		if types[w.Word] != "" {
			told[w.Lemma] = true
		}
	}
	for _, w := range words {
		if typ := types[w.Word]; typ != "" || !told[w.Lemma] {
			s.triggers.Add(w.Features, max(0, slices.Index(s.types, typ)))
		}
	}
}

// AddFillers adds what stands near an event as fillers of its roles; Roles must
// have seen all events before.
func (s *Set) AddFillers(t *roles.Text, text string, m Marked) {
	phrases := t.Phrases(m.Type, m.Trigger)
	for _, role := range slices.Sorted(maps.Keys(s.roles[m.Type])) {
		right := chosen(text, m, role, phrases)
		for i, p := range phrases {
			label := 0
			if slices.Contains(right, i) {
				label = 1
			} else if sameWords(text, m, role, p) {
				continue // perhaps this one was meant
			}
			s.fillers.Add(p.Features(role), label)
		}
	}
}

// chosen are the phrases that people marked for a role.
func chosen(text string, m Marked, role string, phrases []roles.Phrase) []int {
	var out []int
	for _, f := range m.Fillers {
		if f.Role != role {
			continue
		}
		at := f.Range
		if at.End == 0 {
			at = nearest(text, f.Words, m.Trigger.Start)
		}
		for i, p := range phrases {
			if at.Start <= p.Head.Start && p.Head.End <= at.End {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

// nearest is where words stand nearest to a place of the text.
func nearest(text, words string, to int) roles.Range {
	best := roles.Range{}
	for at := 0; words != ""; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		r := roles.Range{Start: at + i, End: at + i + len(words)}
		if whole(text, r) && (best.End == 0 || apart(r, to) < apart(best, to)) {
			best = r
		}
		at = r.End
	}
	return best
}

// whole says that a stretch does not begin or end within a word.
func whole(text string, r roles.Range) bool {
	letter := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i] >= 'a' && text[i] <= 'z' || text[i] >= 'A' && text[i] <= 'Z')
	}
	return !(letter(r.Start-1) && letter(r.Start)) && !(letter(r.End-1) && letter(r.End))
}

func apart(r roles.Range, to int) int { return max(r.Start-to, to-r.Start) }

func sameWords(text string, m Marked, role string, p roles.Phrase) bool {
	word := text[p.Head.Start:p.Head.End]
	return slices.ContainsFunc(m.Fillers, func(f Filler) bool {
		return f.Role == role && f.End == 0 && slices.Contains(strings.Fields(f.Words), word)
	})
}

// Train trains both models.
func (s *Set) Train(o learn.Options) (triggers, fillers *logit.Model) {
	return s.triggers.Train(o), s.fillers.Train(o)
}

// Table gives the roles of each type, and of each kind of type.
func (s *Set) Table() roles.Roles {
	out := roles.Roles{}
	for typ, set := range s.roles {
		out[typ] = slices.Sorted(maps.Keys(set))
	}
	return out
}
