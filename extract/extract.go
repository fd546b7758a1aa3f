package extract

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/count"
	"github.com/opendateline/dateline/extract/day"
	"github.com/opendateline/dateline/extract/earnest"
	"github.com/opendateline/dateline/extract/gate"
	"github.com/opendateline/dateline/extract/ground"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/locus"
	"github.com/opendateline/dateline/extract/mend"
	"github.com/opendateline/dateline/extract/own"
	"github.com/opendateline/dateline/extract/retold"
	"github.com/opendateline/dateline/extract/scene"
	"github.com/opendateline/dateline/extract/speech"
	"github.com/opendateline/dateline/extract/trust"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/extract/when"
	"github.com/opendateline/dateline/extract/who"
	"github.com/opendateline/dateline/extract/whole"
)

// Version names the reading that this package does; it stands in every
// decision and claim rule, and a change of it makes stored readings stale.
const Version = "extract@1"

// Time is a time expression with its date. Background says that the words date
// what came before and not the happening ("since the fall of …", DAT-14),
// Reported that they date the report of it (DAT-10).
type Time struct {
	dateline.Expression
	Date       dateline.Date
	Background bool
	Reported   bool
}

// Place is a place expression with the place it names.
type Place struct {
	dateline.Expression
	Ref    dateline.PlaceRef
	Filing bool // it stands in the report's dateline
}

// Setting is what is known of the places of a report outside its text.
type Setting struct {
	Title     []Place // in a title that does not stand in the text; offsets index the title
	Doubtful  []Place // names that may be towns of the outlet's parts, in the text
	Undecided []Place // names of several places, as towns of those parts
	Namesakes []Place // names taken for a place elsewhere, as towns of those parts
	Home      Home
}

// Home is the town or division that the outlet reports from, with the shares
// of its reports that come from the town and from the division.
type Home struct {
	Place          Place
	Town, Division float64
}

// Actor is an actor, person or source expression with what it names. Of a state, Army
// is its military.
type Actor struct {
	dateline.Expression
	Ref  dateline.ActorRef
	Army *dateline.ActorRef
}

// Annotations are the expressions of one report, resolved, in text order.
type Annotations struct {
	Times   []Time
	Places  []Place
	Actors  []Actor
	Setting Setting
}

// Reader reads mentions and claims. It keeps nothing of a report, so one
// Reader serves many goroutines.
type Reader struct {
	counts  *count.Grammar
	lex     *lexicon.Lexicon
	mender  *mend.Mender
	when    *when.Model
	locus   *locus.Model
	scenes  *scene.Table
	sayings *speech.Finder
	wholes  *whole.Model
	trust   *trust.Model
	retold  weigh.Table
	gate    *gate.Gate
	earnest weigh.Table
	own     weigh.Table
	who     weigh.Table
	days    weigh.Table
	ground  weigh.Table
}

// New loads the English tables.
func New() (*Reader, error) {
	counts, err := count.English()
	if err != nil {
		return nil, err
	}
	lex, err := lexicon.English()
	if err != nil {
		return nil, err
	}
	dates, err := when.English()
	if err != nil {
		return nil, err
	}
	towns, err := locus.English()
	if err != nil {
		return nil, err
	}
	scenes, err := scene.English()
	if err != nil {
		return nil, err
	}
	sayings, err := speech.English()
	if err != nil {
		return nil, err
	}
	wholes, err := whole.English()
	if err != nil {
		return nil, err
	}
	rating, err := trust.English()
	if err != nil {
		return nil, err
	}
	again, err := retold.English()
	if err != nil {
		return nil, err
	}
	sifter, err := gate.Default()
	if err != nil {
		return nil, err
	}
	meant, err := earnest.English()
	if err != nil {
		return nil, err
	}
	standing, err := own.English()
	if err != nil {
		return nil, err
	}
	doers, err := who.English()
	if err != nil {
		return nil, err
	}
	days, err := day.English()
	if err != nil {
		return nil, err
	}
	lying, err := ground.English()
	if err != nil {
		return nil, err
	}
	return &Reader{counts, lex, mend.New(lex, counts), dates, towns, scenes, sayings, wholes, rating, again, sifter, meant, standing, doers, days, lying}, nil
}

// Read takes the mentions and claims from one report. Spans of the result
// index doc.Report.Text. The only error is that of ctx.
func (r *Reader) Read(ctx context.Context, doc *dateline.Document, ann Annotations) (dateline.Reading, error) {
	pass := newPass(r, doc, ann)
	if err := pass.settled(ctx); err != nil {
		return dateline.Reading{}, err
	}
	pass.blame()
	reading := pass.reading()
	r.trust.Rate(doc, &reading)
	return reading, nil
}

// settled finds the accounts of the report and settles their days and places. The
// only error is that of ctx.
func (p *pass) settled(ctx context.Context) error {
	if err := p.settledByRules(ctx); err != nil {
		return err
	}
	p.settleGrounds()
	return nil
}

// settledByRules settles them without what package ground is surer of.
func (p *pass) settledByRules(ctx context.Context) error {
	if err := p.accountsOf(ctx); err != nil {
		return err
	}
	p.dateMain()
	p.redate()
	for _, a := range p.accounts {
		if a.salience == dateline.Main && !a.listed { // deeds of several towns have no day and place of the report
			p.settlePlace(a)
		}
	}
	for _, a := range p.accounts {
		if a.whole != nil {
			a.inherit(a.whole)
		}
	}
	return nil
}

// accountsOf finds the accounts of the report and joins those of one happening.
// The only error is that of ctx.
func (p *pass) accountsOf(ctx context.Context) error {
	if err := p.accountsBySentence(ctx); err != nil {
		return err
	}
	p.join()
	p.underLeads()
	return nil
}

// accountsBySentence finds the accounts of each sentence. The only error is that of ctx.
func (p *pass) accountsBySentence(ctx context.Context) error {
	for i := range p.doc.Sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.sentence(i)
	}
	p.scene = p.scenes.Weigh(p.doc.Sentences)
	p.dropUnreal()
	p.underHeadings()
	p.underOpenings()
	p.topTotals()
	return nil
}

// pass is the state of reading one report.
type pass struct {
	*Reader
	doc      *dateline.Document
	runes    *dateline.Runes
	trees    []*tree
	times    [][]Time  // by sentence
	places   [][]Place // by sentence
	actors   [][]Actor // by sentence
	accounts []*account
	frames   [][]frame // by sentence, made when asked for
	framed   []bool
	passage  []dateline.ID // of each sentence, once the passages are written
	unused   []dateline.Unused
	setting  Setting
	scene    scene.Weights   // what the words of the whole report speak of
	items    []int           // sentences that open the entries of a list, none without one
	surnames map[string]bool // of persons named in full
}

func newPass(r *Reader, doc *dateline.Document, ann Annotations) *pass {
	n := len(doc.Sentences)
	p := &pass{Reader: r, doc: doc, runes: dateline.NewRunes(doc.Report.Text),
		trees: make([]*tree, n), times: make([][]Time, n), places: make([][]Place, n), actors: make([][]Actor, n), setting: ann.Setting, surnames: surnamesOf(ann.Actors)}
	for i := range doc.Sentences {
		p.trees[i] = r.tree(&doc.Sentences[i])
	}
	for _, t := range ann.Times {
		if !p.stampsPage(t) && !p.ofTheDeed(t) {
			p.times[t.Sentence] = append(p.times[t.Sentence], t)
		}
	}
	p.notePictures()
	for _, a := range ann.Actors {
		p.actors[a.Sentence] = append(p.actors[a.Sentence], a)
	}
	for _, x := range ann.Places {
		x = p.onGround(x)
		if !p.namesActor(x) && !p.namesPerson(x) && !p.laidMine(x) && !p.birthplace(x) {
			p.places[x.Sentence] = append(p.places[x.Sentence], x)
		}
	}
	p.items = p.itemStarts()
	return p
}

// span is the span of tokens [from,to) of a tree.
func (p *pass) span(t *tree, from, to int) dateline.Span {
	return p.runes.Span(t.Tokens[from].Start, t.Tokens[to-1].End)
}

func (p *pass) leaveOut(s dateline.Span, reason string) {
	p.unused = append(p.unused, dateline.Unused{Span: s, Reason: reason})
}

// namesActor says that the words of a place name a group, a force, a person or
// a source, which the registry knows better than the gazetteer. Their capital is a
// place (PLC-10).
func (p *pass) namesActor(x Place) bool {
	if x.Class == "capital" {
		return false
	}
	for _, a := range p.actors[x.Sentence] {
		if a.Start < x.End && x.Start < a.End && a.Ref.Kind != dateline.ActorState && a.Ref.Kind != dateline.ActorIntergovernmental {
			return a.Kind != dateline.PersonExpression || x.End <= a.End && x.Start >= a.Start && x.Class != "country"
		}
	}
	return false
}
