package link

import (
	"slices"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/recent"
)

// look is what comparing needs of one mention, worked out once.
type look struct {
	bounded, exact bool // date
	cells, months  []string
	sharp, actors  []string
	rarest         []string   // of the words but those of the place
	words          []rareWord // in order
	weight         float64    // of words
	perpetrators   []dateline.ActorRef
	targets        []*dateline.Target
	sites          []string // kinds of places among the targets
	victims        []string // skeleton of each surname
	place          *dateline.PlaceRef
	where          map[string]bool // words of the names of the place
	text           *Text           // of the report, for its main account; nil if not known
}

type rareWord struct {
	word   string
	weight float64
}

// Memory keeps what a linker works out about mentions and reports that it looked
// at lately. It is for one goroutine and for linkers that differ in nothing but
// Family and Text, and these never say two things of one report. The mentions and
// reports must not change.
type Memory struct {
	looks recent.Map[*dateline.Mention, *look]
	texts recent.Map[*dateline.Report, *Text]
}

// NewMemory makes one that keeps the last so many mentions and as many reports,
// twice at the most.
func NewMemory(n int) *Memory {
	m := &Memory{}
	m.looks.Limit, m.texts.Limit = n, n
	return m
}

// Read is the report as a whole, worked out once.
func (m *Memory) Read(r *dateline.Report) *Text {
	t, ok := m.texts.Get(r)
	if !ok {
		t = Read(r)
		m.texts.Put(r, t)
	}
	return t
}

// Remembering gives a linker that keeps in memory what it works out.
func (l *Linker) Remembering(memory *Memory) *Linker {
	out := *l
	out.memory = memory
	return &out
}

func (l *Linker) look(m *dateline.Mention) *look {
	if l.memory == nil {
		return l.examine(m)
	}
	k, ok := l.memory.looks.Get(m)
	if !ok {
		k = l.examine(m)
		l.memory.looks.Put(m, k)
	}
	return k
}

func (l *Linker) examine(m *dateline.Mention) *look {
	k := &look{
		bounded: bounded(m.Date), exact: exactDate(m.Date), cells: l.cells(m), months: months(m.Date),
		sharp: sharpTargets(m), actors: namedActors(m),
		perpetrators: perpetrators(m), targets: known(m.Targets), sites: sitesOf(m),
	}
	k.place, k.where = m.Place, placeWords(m.Place)
	k.rarest = l.rarest(k.beyondPlace(m.Words), keyWords)
	for _, w := range m.Words {
		if x := l.weight(w); x >= l.RareWord && !k.where[w] {
			k.words, k.weight = append(k.words, rareWord{w, x}), k.weight+x
		}
	}
	if l.Text != nil && m.Salience == dateline.Main && Clusterable(m) {
		k.text = l.Text(m.ReportID)
	}
	for _, v := range m.Victims {
		k.victims = append(k.victims, Skeleton(surname(v)))
	}
	return k
}

// dated says whether a mention leads a report of which it is known when it
// appeared.
func (k *look) dated() bool { return k.text != nil && k.text.published.Known() }

// named says that each word of a name stands in the names of the mention's town.
// A site, of which there is one, is none.
func (k *look) named(name string) bool {
	if k.place == nil || k.place.Precision == dateline.P0 {
		return false
	}
	for word := range strings.FieldsSeq(name) {
		if !k.where[word] {
			return false
		}
	}
	return true
}

// beyondPlace leaves out the words of the names of the mention's place.
func (k *look) beyondPlace(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return k.where[w] })
}

// placeWords are the words of the names of a place and of what it lies in: the
// axis of places weighs them.
func placeWords(p *dateline.PlaceRef) map[string]bool {
	if p == nil {
		return nil
	}
	words := map[string]bool{}
	for _, name := range []string{p.Name, p.Text, p.City, p.Admin1, p.CountryName} {
		for w := range strings.FieldsSeq(strings.ToLower(name)) {
			words[w] = true
			for part := range strings.FieldsFuncSeq(w, notLetter) {
				words[part] = true
			}
		}
	}
	return words
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
