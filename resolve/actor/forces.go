package actor

import (
	"io/fs"
	"strings"

	dateline "github.com/opendateline/dateline"
)

// forceWords are the words of forces.txt by their first word, longest first.
type forceWords struct {
	names *index
}

func (r *Registry) loadForces(files fs.FS) error {
	rows, err := readRows(files, "forces.txt")
	r.forces = &forceWords{names: newIndex()}
	for _, row := range rows {
		for _, phrase := range row.list(2) {
			r.forces.names.add(phrase, entry{class: row.field(1)})
		}
	}
	r.forces.names.sort()
	for _, s := range r.states {
		for class, label := range forceLabels {
			a := forceActor(s, class, label)
			r.actors[a.ID] = a
		}
	}
	return err
}

// forceLabels name the bodies of a state. The government is the state itself.
var forceLabels = map[string]string{"military": "Military forces of ", "police": "Police forces of ", "security": "Security forces of "}

func forceActor(s *state, class, label string) *dateline.Actor {
	return &dateline.Actor{
		ID: actorID(label + s.actor.Name), Name: label + s.of(), Kind: dateline.ActorStateForce, Country: s.code,
		Parents: []dateline.Parent{{Actor: s.actor.ID, Relation: "unit_of"}},
	}
}

// bodyID is the id of a state's government, military, police or security
// forces.
func (r *Registry) bodyID(code, class string) dateline.ID {
	s := r.states[code]
	if s == nil {
		return ""
	}
	if label, ok := forceLabels[class]; ok {
		return actorID(label + s.actor.Name)
	}
	return s.actor.ID
}

// speakers are the words of class government that name people who speak for a
// state: a class of source, not the state itself (ACT-4).
var speakers = setOf("officials official spokesman spokeswoman spokesperson diplomats minister ministers envoy ambassador consul president prosecutors lawmakers parliamentarians leaders prime foreign")

// body reads "<adjective or state> <force word>" at words[i], whose first part
// is the name n, and gives the class and the number of words it covers.
func (r *Registry) body(words []word, i int, n *name) (class, first string, used int) {
	next := i + len(n.words)
	for skip := 0; skip <= 2 && next+skip < len(words); skip++ {
		if words[next+skip].stop || skip > 0 && !forceModifiers[words[next+skip-1].fold] {
			return "", "", 0
		}
		if f := r.forces.names.match(words, next+skip); f != nil {
			return f.entries[0].class, f.words[len(f.words)-1], len(n.words) + skip + len(f.words)
		}
	}
	return "", "", 0
}

var forceModifiers = setOf("special national federal central local state senior top military interior regular elite air naval armed anti terrorism riot government paramilitary border counterterrorism foreign defense defence health interim transitional")

// adjectiveOf gives the country code if n is an adjective or a state's name.
func adjectiveOf(n *name) string {
	for _, e := range n.entries {
		if e.kind == nameAdjective || e.kind == nameState {
			return e.country
		}
	}
	return ""
}

// ofState says that a name before a deed names who did it, "Israeli", "U.S.",
// and not where ("Syria strikes").
func ofState(n *name) bool { return n.first(nameAdjective) != nil || n.acronym }

// governmentOf reads "Bamako's military government" or "Kremlin officials":
// a capital or metonym followed by a word for a government.
func (r *Registry) governmentOf(words []word, i int, n *name) int {
	_, first, used := r.body(words, i, n)
	if used > 0 && strings.Contains(" government regime authorities administration junta leadership ", " "+first+" ") {
		return used
	}
	return 0
}
