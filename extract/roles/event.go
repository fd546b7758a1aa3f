package roles

import (
	"embed"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/logit"
)

// Event is a word or two that tell of an event, and who and what takes part.
type Event struct {
	Type           string
	Trigger        Range
	Fillers        []Filler
	Probability    float64
	sentence, head int // of the trigger
}

// Filler is what fills a role: a name or the head of a phrase, and the phrase
// with what describes it.
type Filler struct {
	Role        string
	Name, Whole Range
	Probability float64
}

//go:embed data/trigger.tsv data/filler.tsv data/roles.tsv
var data embed.FS

// Reader finds events. It is read-only and serves many goroutines.
type Reader struct {
	Triggers, Fillers *logit.Model
	Roles             Roles
	Bounds
}

// Bounds are the probabilities from which something is taken.
type Bounds struct {
	Trigger float64
	Filler  float64 // of the likeliest filler of a role
	More    float64 // of each further one
}

// Chosen are the bounds of the best F1 on wikievents dev.
var Chosen = Bounds{Trigger: 0.3, Filler: 0.25, More: 0.5}

// Untold labels words that tell of no event.
const Untold = "none"

// English reads the models that are compiled into the program.
func English() (*Reader, error) {
	triggers, err := logit.ReadFile(data, "data/trigger.tsv")
	if err != nil {
		return nil, err
	}
	fillers, err := logit.ReadFile(data, "data/filler.tsv")
	if err != nil {
		return nil, err
	}
	tsv, err := data.ReadFile("data/roles.tsv")
	if err != nil {
		return nil, err
	}
	roles, err := ReadRoles(string(tsv))
	return &Reader{triggers, fillers, roles, Chosen}, err
}

// Roles gives the roles of each type of event.
type Roles map[string][]string

// ReadRoles reads a table of type and its roles, a line each. The error is coded
// dateline.Damaged.
func ReadRoles(tsv string) (Roles, error) {
	out := Roles{}
	for _, line := range strings.Split(strings.TrimSpace(tsv), "\n") {
		typ, roles, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, dateline.Errorf(dateline.Damaged, "roles of events: %q has no roles", line)
		}
		out[typ] = strings.Fields(roles)
	}
	return out, nil
}

// Of gives the roles of a type or, if it has none, of the nearest kin.
func (r Roles) Of(typ string) []string {
	for parts := strings.Count(typ, ".") + 1; parts > 0; parts-- {
		if roles, ok := r[kin(typ, parts)]; ok {
			return roles
		}
	}
	return nil
}

// Find gives the events of a report with their fillers, in text order.
func (r *Reader) Find(t *Text) []Event {
	var out []Event
	for s, tree := range t.trees {
		for i := range tree.tokens {
			if !tree.tells(i) {
				continue
			}
			p := r.Triggers.Probabilities(tree.triggerFeatures(i))
			best := 1
			for k := range p {
				if k > 0 && p[k] > p[best] {
					best = k
				}
			}
			if 1-p[0] < r.Bounds.Trigger {
				continue
			}
			e := Event{Type: r.Triggers.Labels()[best], Trigger: Range{tree.tokens[i].Start, tree.tokens[i].End}, Probability: 1 - p[0], sentence: s, head: i}
			e.Fillers = r.fill(t, e)
			out = append(out, e)
		}
	}
	return out
}

// Fill gives the fillers of an event that is known by its type and the stretch
// that tells of it; none if the stretch holds no word.
func (r *Reader) Fill(t *Text, typ string, trigger Range) []Filler {
	e, ok := t.event(typ, trigger)
	if !ok {
		return nil
	}
	return r.fill(t, e)
}

// event finds the head word of a stretch: the one that hangs by a word outside.
func (t *Text) event(typ string, trigger Range) (Event, bool) {
	for s, tree := range t.trees {
		for i, tok := range tree.tokens {
			if tok.Start >= trigger.End || tok.End <= trigger.Start {
				continue
			}
			if h := tok.Head; h < 0 || h >= len(tree.tokens) || tree.tokens[h].Start >= trigger.End || tree.tokens[h].End <= trigger.Start {
				return Event{Type: typ, Trigger: trigger, sentence: s, head: i}, true
			}
		}
	}
	return Event{}, false
}

func (r *Reader) fill(t *Text, e Event) []Filler {
	var list []Filler
	var words []string
	for _, p := range t.around(e) {
		best := Filler{}
		for _, role := range r.Roles.Of(e.Type) {
			if f := (Filler{role, p.name, p.whole, r.Fillers.Probabilities(t.fillerFeatures(e, p, role))[1]}); f.Probability > best.Probability {
				best = f
			}
		}
		list = append(list, best)
		words = append(words, t.trees[p.sentence].tokens[p.head].Lemma)
	}
	return r.taken(list, words)
}

// taken are the fillers that are likely enough: the likeliest of a role, and
// more that are likelier still. No phrase fills two roles, and of several with
// the same head word only the likeliest fills one.
func (r *Reader) taken(list []Filler, words []string) []Filler {
	likeliest := map[string]float64{}
	for i, f := range list {
		likeliest[f.Role] = max(likeliest[f.Role], f.Probability)
		likeliest[f.Role+" "+words[i]] = max(likeliest[f.Role+" "+words[i]], f.Probability)
	}
	var out []Filler
	for i, f := range list {
		first, only := f.Probability == likeliest[f.Role], f.Probability == likeliest[f.Role+" "+words[i]]
		if f.Probability >= r.More && only || f.Probability >= r.Filler && first {
			out = append(out, f)
		}
	}
	return out
}

// around are the phrases of an event's sentence: what stands in another fills a
// role once in two hundred.
func (t *Text) around(e Event) []phrase {
	var out []phrase
	for _, p := range t.phrases {
		if p.sentence == e.sentence {
			out = append(out, p)
		}
	}
	return out
}
