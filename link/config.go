package link

import "github.com/opendateline/dateline"

const version = "link@1"

// Config holds the thresholds and weights of §7.2; [Default] is Annex B.
type Config struct {
	Link     float64 // link.score_link
	Probable float64 // link.score_probable
	NearMiss float64 // how far below Probable a comparison is still kept

	SameFamily float64 // both mentions stand in one story family
	Unique     float64 // no other stored incident is compatible
	Mismatch   float64 // a conflict of actor or of act and means
	Disputed   float64 // LNK-3: date or place conflicts by one unit
	SameReport float64 // one report tells of both, apart

	SiteKm   float64 // the same site
	SuburbKm float64 // a city and its suburb
	NearKm   float64 // one unit of precision apart (LNK-3)

	RareWord float64 // weight from which a word is rare
	Words    []WordStep
	FewWords int // fewer words than this say nothing by being different
}

// WordStep gives the points of a share of rare words: the part of the poorer
// mention's weight of rare words that the other has too.
type WordStep struct {
	From, Points float64
}

// Default is the table of §7.2 with the defaults of Annex B.
var Default = Config{
	Link: 8, Probable: 5, NearMiss: 2,
	SameFamily: 2, Unique: 1, Mismatch: -3, Disputed: -2, SameReport: -2,
	SiteKm: 1, SuburbKm: 25, NearKm: 75,
	RareWord: 3, FewWords: 4,
	Words: []WordStep{{0.45, 2}, {0.3, 1}, {0.08, 0}, {0.03, -1}, {0, -2}},
}

// Relation of two actors.
type Relation int

const (
	Unrelated  Relation = iota
	Affiliated          // parent and part, or parts of one parent (ACT-2)
	SameActor
)

// Registry knows how actors relate.
type Registry interface {
	Relate(a, b dateline.ID) Relation
}

// Linker compares mentions. Weight says how telling a word is (higher is rarer)
// and must not depend on what is stored, or arrival would matter; nil takes
// every word as rare. Family
// gives the story family of a report, "" if it has none; nil means none has.
// Text gives a report as a whole, nil if it is not known; without it accounts are
// compared by themselves alone. [New] makes a linker with the defaults.
type Linker struct {
	Config
	Actors  Registry
	Weight  func(word string) float64
	Family  func(report dateline.ID) dateline.ID
	Text    func(report dateline.ID) *Text
	Learned Weights
	memory  *Memory
}

// Grade is how well two mentions agree on one axis.
type Grade int

const (
	Silent   Grade = iota // one side or both say nothing
	Conflict              // they cannot both hold
	Near                  // they cannot both hold, by one unit of precision
	Compatible
	Coarse // equal, at a precision worse than a day or a place
	Exact
)

// points of a grade: those that agree have some.
func points(g Grade) float64 {
	switch g {
	case Compatible:
		return 1
	case Coarse:
		return 2
	case Exact:
		return 3
	}
	return 0
}

// axis is the comparison on one axis. show gives what was compared, in words;
// it is asked for only where the comparison is written down.
type axis struct {
	what   string
	grade  Grade
	points float64
	show   func(l *Linker, a, b *dateline.Mention) []string
}

func graded(what string, g Grade, show func(l *Linker, a, b *dateline.Mention) []string) axis {
	return axis{what, g, points(g), show}
}

// gradeWords says a grade in words; the last value of an axis in a Decision.
var gradeWords = map[Grade]string{
	Conflict: "cannot both hold", Near: "one unit apart", Compatible: "compatible", Coarse: "equal, coarse", Exact: "exact",
}

func (l *Linker) part(x axis, a, b *dateline.Mention) dateline.Part {
	var values []string
	if x.show != nil {
		values = x.show(l, a, b)
	}
	if w := gradeWords[x.grade]; w != "" {
		values = append(values, w)
	}
	return dateline.Part{What: x.what, Values: values, Points: &x.points}
}
