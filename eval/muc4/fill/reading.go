package fill

import (
	"github.com/opendateline/dateline/eval/muc4"
	"github.com/opendateline/dateline/extract/count"
	"github.com/opendateline/dateline/extract/lexicon"
)

// The roles of fills that quote the text.
const (
	attacker = iota
	organization
	thing
	name
	described
	weapon
	roleCount
)

// slotOf gives the slot of each role.
var slotOf = [roleCount]muc4.Slot{muc4.PerpIndividual, muc4.PerpOrganization, muc4.PhysID, muc4.HumName, muc4.HumDescription, muc4.InstrumentID}

// types are the incident types, in the order in which the models know them.
var types = []string{"ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE"}

// reading is a message with what the stages found out about it, in the order
// in which they run.
type reading struct {
	*view
	tables    *tables
	document  []float64              // relevant; then each type
	told      [][]float64            // by sentence: relevant; then each type
	roles     [][]float64            // by head: each role
	inside    []int                  // heads offered to the stage part
	parts     [][roleCount]float64   // by head: each role, if the message is relevant
	choices   []choice               // what is offered to the stage variant
	quoted    [][roleCount]quotation // by head and role: the best variant
	relevance []float64              // by sentence
	entities  [roleCount][]*entity
	pairs     [][2]int           // sentences offered to the stage pair
	together  map[[2]int]float64 // same incident, by pair of sentences
	groups    []*group
	links     [][2]int           // heads offered to the stage link
	linked    map[[2]int]float64 // description and name, by their heads
	couples   []couple           // entities offered to the stage same
	same      map[couple]float64
	set       map[question]chosen  // best item of a closed set, date or place
	options   map[*group][]option  // offered to the stages date and place
	numbers   map[*entity][]option // offered to the stage number
}

// choice is a variant as a fill of a role.
type choice struct {
	role int
	variant
}

// quotation is the best variant of a head for a role.
type quotation struct {
	text string
	p    float64
}

// couple is two entities of one role.
type couple struct{ a, b *entity }

// chosen is the value that fits a slot best, and how surely it does.
type chosen struct {
	value string
	p     float64
}

// question asks for the item of a slot of a group, or of one of its entities.
type question struct {
	slot   muc4.Slot
	group  *group
	entity *entity
}

// tables are what is known without looking at the message.
type tables struct {
	places  *gazetteer
	counts  *count.Grammar
	words   *lexicon.Lexicon
	aliases map[string]map[string]bool // names of one organization
	chains  map[string]map[string]int  // places as keys wrote them, by the narrowest name
}

// newTables are those that no key has been learned into.
func newTables() (*tables, error) {
	counts, err := count.English()
	if err != nil {
		return nil, err
	}
	words, err := lexicon.English()
	if err != nil {
		return nil, err
	}
	return &tables{places: newGazetteer(), counts: counts, words: words, aliases: map[string]map[string]bool{}, chains: map[string]map[string]int{}}, nil
}

func read(m *Message, t *tables) *reading {
	return &reading{view: newView(m, t), tables: t, together: map[[2]int]float64{}, linked: map[[2]int]float64{},
		same: map[couple]float64{}, set: map[question]chosen{}, options: map[*group][]option{}, numbers: map[*entity][]option{}}
}
