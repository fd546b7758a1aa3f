package export

import (
	"encoding/json"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
)

// nameMask replaces names in marshalled records.
type nameMask struct{ find *regexp.Regexp }

// withheld stands where a name was.
const withheld = "[name withheld]"

// hiddenNames are the names that may not go out with this record: the
// suppressed ones, all names of suppressed actors and places, and, unless
// permitted, those of the victims (ETH-1, ETH-2).
func hiddenNames(r Record, o Options) *nameMask {
	names := slices.Clone(o.Hidden.Names)
	for id := range o.Hidden.IDs {
		if a := r.Actors[id]; a != nil {
			names = append(names, a.Name)
			for _, alias := range a.Aliases {
				names = append(names, alias.Text)
			}
		}
		if p := r.Places[id]; p != nil {
			names = append(names, p.Name, p.ASCII)
		}
	}
	if !o.Names {
		for _, c := range r.Claims {
			if c.Attribute == dateline.AttrVictimIdentity && strings.ToLower(c.Value.Text) != c.Value.Text {
				names = append(names, c.Value.Text)
			}
		}
	}
	return newNameMask(names)
}

// newNameMask matches the names in any case, longest first, with any white
// space between their words.
func newNameMask(names []string) *nameMask {
	var parts []string
	for _, name := range names {
		var words []string
		for _, word := range strings.Fields(name) {
			words = append(words, regexp.QuoteMeta(inJSON(word)))
		}
		if len(words) > 0 {
			parts = append(parts, strings.Join(words, `(?:\s|\p{Zs}|\\[nrt])+`))
		}
	}
	if len(parts) == 0 {
		return &nameMask{}
	}
	sort.Slice(parts, func(i, j int) bool {
		return len(parts[i]) > len(parts[j]) || len(parts[i]) == len(parts[j]) && parts[i] < parts[j]
	})
	return &nameMask{regexp.MustCompile(`(?i)` + strings.Join(slices.Compact(parts), "|"))}
}

// inJSON is a word as it stands inside a JSON string.
func inJSON(word string) string {
	b, err := json.Marshal(word)
	if err != nil {
		return word // a string always marshals
	}
	return strings.Trim(string(b), `"`)
}

func (m *nameMask) over(b []byte) []byte {
	if m.find == nil {
		return b
	}
	return m.find.ReplaceAllLiteral(b, []byte(withheld))
}

// withdraw takes claims out of an incident, and every fact that then rests on
// none, and the actors and places that are hidden themselves.
func withdraw(i *dateline.Incident, gone, hidden map[dateline.ID]bool) {
	w := withdrawal{gone}
	if w.bare(&i.Date.Claims) {
		i.Date = dateline.FactDate{Date: dateline.Date{Precision: dateline.D9, Basis: dateline.BasisUnknown}}
	}
	if w.bare(&i.Place.Claims) || i.Place.Ref != nil && hidden[i.Place.Ref.Place] {
		i.Place = dateline.FactPlace{}
	}
	if i.Start != nil && (w.bare(&i.Start.Claims) || i.Start.Ref != nil && hidden[i.Start.Ref.Place]) {
		i.Start = nil
	}
	i.Actors = supported(i.Actors, func(a *dateline.FactActor) bool { return !w.bare(&a.Claims) && !hidden[a.Actor] })
	i.Targets = supported(i.Targets, func(t *dateline.FactTarget) bool { return !w.bare(&t.Claims) })
	i.Texts = supported(i.Texts, func(t *dateline.FactText) bool { return !w.bare(&t.Claims) })
	i.Responsibility = supported(i.Responsibility, func(r *dateline.Responsibility) bool {
		return !w.bare(&r.Claims) && !hidden[r.Actor.Actor]
	})
	i.Contradictions = supported(i.Contradictions, func(c *dateline.Contradiction) bool { return !w.touches(c) })
	for k := range i.Figures {
		w.numbers(&i.Figures[k])
	}
}

// supported keeps the facts that keep says, which may change them.
func supported[T any](facts []T, keep func(*T) bool) []T {
	var out []T
	for _, fact := range facts {
		if keep(&fact) {
			out = append(out, fact)
		}
	}
	return out
}

type withdrawal struct{ gone map[dateline.ID]bool }

// bare takes the withdrawn claims off a list; it says whether that left a list
// that had claims without any.
func (w withdrawal) bare(claims *[]dateline.ID) bool {
	had := len(*claims)
	*claims = slices.DeleteFunc(*claims, func(id dateline.ID) bool { return w.gone[id] })
	return had > 0 && len(*claims) == 0
}

func (w withdrawal) touches(c *dateline.Contradiction) bool {
	for _, side := range c.Sides {
		if slices.ContainsFunc(side.Claims, func(id dateline.ID) bool { return w.gone[id] }) {
			return true
		}
	}
	return false
}

func (w withdrawal) numbers(f *dateline.Figure) {
	if w.bare(&f.LowClaims) {
		f.Low = nil
	}
	if w.bare(&f.BestClaims) {
		f.Best = nil
	}
	if w.bare(&f.HighClaims) {
		f.High = nil
	}
}
