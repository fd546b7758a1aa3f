package export

import (
	"encoding/json"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline"
)

// withheld stands where a name was.
const withheld = "[name withheld]"

// hiddenNames are the names that may not go out with this record: the
// suppressed ones, all names of suppressed actors and places, and, unless
// permitted, those of private people (ETH-1, ETH-2).
func (g Gate) hiddenNames(r Record) *nameMask {
	names := slices.Clone(g.Hidden.Names)
	for id := range g.Hidden.IDs {
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
	mask := newNameMask(names)
	if !g.Names {
		return mask.with(r.privateNames(g.Persons))
	}
	return mask
}

// privateNames are the names of private people in a record: victims, witnesses,
// relatives, bystanders. Somebody is public whom any report gives an office, a
// rank of command or the lead of a group, whom the registry knows, or who is
// named as the attacker; everybody else is private.
func (r *Record) privateNames(find Persons) []string {
	found, public := map[string]bool{}, r.publicNames()
	for _, text := range r.namedByClaims() {
		found[text] = true
	}
	for id, report := range r.Reports {
		var spans []dateline.Span
		if find != nil {
			spans = find(report, r.sentences(id))
		}
		for _, s := range append(spans, introduced(report.Text)...) {
			switch name := bareName(s.Of(report.Text)); {
			case name == "" || partOfLonger(report.Text, s.End):
			case holdsOffice(report.Text, s):
				public[fold(name)] = true
			default:
				found[name] = true
			}
		}
	}
	var out []string
	for name := range found {
		if !known(fold(name), public) && !calendar[fold(name)] {
			out = append(out, name)
			if last := lastWord(name); utf8.RuneCountInString(last) >= 4 && !wordOf(fold(last), public) && !calendar[fold(last)] {
				out = append(out, last)
			}
		}
	}
	return out
}

// namedByClaims are names that the program took as such: targets and actors
// that are persons, victims, private speakers.
func (r *Record) namedByClaims() []string {
	var out []string
	add := func(text string) {
		if name := bareName(text); properName(name) || surname(name) {
			out = append(out, name)
		}
	}
	target := func(t dateline.Target) {
		if t.Person || t.Victim {
			add(t.Name)
		}
	}
	actor := func(a dateline.ActorRef) {
		if a.Kind == dateline.ActorIndividual && a.Actor == "" {
			add(a.Name)
		}
	}
	for _, t := range r.Incident.Targets {
		target(t.Target)
	}
	for _, a := range r.Incident.Actors {
		actor(a.ActorRef)
	}
	for _, m := range r.Mentions {
		for _, t := range m.Targets {
			target(t)
		}
		for _, a := range m.Actors {
			actor(a)
		}
	}
	for _, c := range r.Claims {
		if c.Value.Target != nil {
			target(*c.Value.Target)
		}
		if c.Value.Actor != nil {
			actor(*c.Value.Actor)
		}
		if c.Attribute == dateline.AttrVictimIdentity && strings.ToLower(c.Value.Text) != c.Value.Text {
			out = append(out, c.Value.Text)
		}
		for _, s := range c.Attribution {
			switch s.Issuer {
			case dateline.IssuerWitness, dateline.IssuerResident, dateline.IssuerPerson:
				add(s.Text)
			}
		}
	}
	return out
}

// publicNames are names that no private person's name may blot out: of actors,
// places, sources and outlets, and of attackers as reported.
func (r *Record) publicNames() map[string]bool {
	out := map[string]bool{}
	add := func(names ...string) {
		for _, n := range names {
			if n != "" {
				out[fold(n)] = true
			}
		}
	}
	for _, a := range r.Actors {
		add(a.Name)
		for _, alias := range a.Aliases {
			add(alias.Text)
		}
	}
	for _, p := range r.Places {
		add(p.Name, p.Admin1, p.Admin2)
	}
	for _, s := range r.Sources {
		add(s.Name)
	}
	for _, report := range r.Reports {
		add(report.Outlet)
	}
	place := func(p *dateline.PlaceRef) {
		if p != nil {
			add(p.Name, p.Text, p.City, p.Admin1, p.Admin2, p.CountryName)
		}
	}
	place(r.Incident.Place.Ref)
	for _, c := range r.Claims {
		place(c.Value.Place)
		if c.Attribute == dateline.AttrAttackerName {
			add(c.Value.Text)
		}
	}
	return out
}

// calendar are names that dates need.
var calendar = wordSet(`january february march april may june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday`)

func (r *Record) sentences(report dateline.ID) []dateline.Passage {
	var out []dateline.Passage
	for _, p := range r.Passages {
		if p.ReportID == report {
			out = append(out, p)
		}
	}
	sort.Slice(out, func(i, k int) bool { return out[i].Span.Start < out[k].Span.Start })
	return out
}

// known says whether a name is a public one or stands in one.
func known(name string, public map[string]bool) bool {
	if public[name] {
		return true
	}
	for p := range public {
		if strings.Contains(" "+p+" ", " "+name+" ") || strings.Contains(" "+name+" ", " "+p+" ") && strings.Contains(p, " ") {
			return true
		}
	}
	return false
}

func wordOf(word string, public map[string]bool) bool {
	for p := range public {
		if slices.Contains(strings.Fields(p), word) {
			return true
		}
	}
	return false
}

func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

func lastWord(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return ""
	}
	return words[len(words)-1]
}

// nameMask replaces names in marshalled records and finds them in texts.
type nameMask struct {
	names []string
	find  *regexp.Regexp
	// capital are the names of one word that are common words too when they are
	// written small: "Long", "Rose".
	capital map[string]bool
}

// with adds names of people that were found in the text.
func (m *nameMask) with(found []string) *nameMask {
	all := newNameMask(append(slices.Clone(m.names), found...))
	for _, name := range found {
		if !strings.Contains(name, " ") && !slices.Contains(m.names, name) {
			all.capital[fold(name)] = true
		}
	}
	return all
}

// newNameMask matches the names in any case, longest first, with any white
// space between their words.
func newNameMask(names []string) *nameMask {
	m := &nameMask{names: names, capital: map[string]bool{}}
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
		return m
	}
	sort.Slice(parts, func(i, j int) bool {
		return len(parts[i]) > len(parts[j]) || len(parts[i]) == len(parts[j]) && parts[i] < parts[j]
	})
	m.find = regexp.MustCompile(`(?i)` + strings.Join(slices.Compact(parts), "|"))
	return m
}

// inJSON is a word as it stands inside a JSON string.
func inJSON(word string) string {
	b, err := json.Marshal(word)
	if err != nil {
		return word // a string always marshals
	}
	return strings.Trim(string(b), `"`)
}

// in gives the byte ranges of the names in text, whole words only.
func (m *nameMask) in(text []byte) [][]int {
	if m.find == nil {
		return nil
	}
	var out [][]int
	for _, at := range m.find.FindAllIndex(text, -1) {
		if wordStarts(text, at[0]) && wordEnds(text, at[1]) && !m.small(text[at[0]:at[1]]) {
			out = append(out, at)
		}
	}
	return out
}

// small says whether a match is a common word and no name.
func (m *nameMask) small(match []byte) bool {
	r, _ := utf8.DecodeRune(match)
	return unicode.IsLower(r) && m.capital[string(match)]
}

func (m *nameMask) over(b []byte) []byte {
	var out []byte
	last := 0
	for _, at := range m.in(b) {
		out = append(append(out, b[last:at[0]]...), withheld...)
		last = at[1]
	}
	return append(out, b[last:]...)
}

// wordStarts says whether no letter stands before i; the n of an escaped line
// end is none.
func wordStarts(b []byte, i int) bool {
	r, _ := utf8.DecodeLastRune(b[:i])
	return !unicode.IsLetter(r) || i >= 2 && b[i-2] == '\\' && strings.IndexByte("nrtbf", b[i-1]) >= 0
}

func wordEnds(b []byte, i int) bool {
	r, _ := utf8.DecodeRune(b[i:])
	return !unicode.IsLetter(r)
}
