package place

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place/table"
)

// Candidate is one entry that an expression may mean, and why.
type Candidate struct {
	Place dateline.Place
	Score float64
	Parts []dateline.Part // what was added up; the points sum to Score
	row   int
}

// Resolved is what one expression means. Place is nil where the gazetteer
// does not know the name or two entries are too close to choose (PLC-9);
// Candidates then holds what was weighed, best first, a division before the region
// of its name.
type Resolved struct {
	Expression dateline.Expression
	Span       dateline.Span // of the expression, with runes
	Place      *dateline.Place
	Parent     *dateline.Place // of a site: the place that the text gives for it
	Precision  dateline.PlacePrecision
	RadiusM    int
	NotProper  bool   // PLC-3: near the place, not in it
	Division   bool   // PLC-3: near the place, in its division, which the report names
	Inferred   bool   // PLC-11: the parent of a site stands only in the same sentence
	City       string // of a quarter, or of a site in one: the city it lies in
	Filing     bool   // the name is the report's dateline, where it was filed from
	Candidates []Candidate
}

// Resolve says what each expression of doc means, one answer for each
// expression, in their order. The title, where it does not stand in the text,
// and the outlet's home speak for what they name.
func (g *Gazetteer) Resolve(doc *dateline.Document, exprs []dateline.Expression) []Resolved {
	places, _ := g.ResolveAll(doc, Found{Places: exprs})
	return places
}

// Setting is what a report says of its places outside its text.
type Setting struct {
	Title     []Resolved // names in a title that does not stand in the text; spans index the title
	Doubtful  []Resolved // doubtful names of the text, as towns of the division of its home
	Undecided []Resolved // names of several places, none of which is likeliest (PLC-9), as towns of the report's divisions
	Namesakes []Resolved // names taken for a place elsewhere, as towns of the report's divisions
	Home      Home
}

// ResolveAll is Resolve with the setting of the report.
func (g *Gazetteer) ResolveAll(doc *dateline.Document, found Found) ([]Resolved, Setting) {
	r := &resolver{g: g, doc: doc, exprs: found.Places, byKey: map[string]*name{}, countries: map[int]float64{}, admins: map[int]float64{}, places: map[int]dateline.Place{}, home: g.homeOf(doc.Report)}
	r.names = r.gather(doc.Text(), r.exprs)
	title, titled := r.title()
	headline := r.gather(title, titled)
	r.link()
	r.settleHome()
	r.settle()
	r.exprs = r.withUnlisted()
	out := r.resolveEach()
	runes := dateline.NewRunes(doc.Text())
	named := divisionsNamed(out)
	for i, e := range r.exprs {
		out[i].Span = runes.Span(e.Start, e.End)
		out[i].Division = out[i].NotProper && named[divisionOf(out[i].Place)]
	}
	setting := Setting{Home: r.home, Doubtful: r.resolvedDoubtful(found.Doubtful, runes),
		Undecided: r.namesakes(out, undecided), Namesakes: r.namesakes(out, decided)}
	for i, e := range titled {
		setting.Title = append(setting.Title, r.resolved(e, headline[i], title))
	}
	return out, setting
}

// withUnlisted are the expressions of the report, those that mean a place of their name
// which the gazetteer lacks as unlisted.
func (r *resolver) withUnlisted() []dateline.Expression {
	out := slices.Clone(r.exprs)
	for i, n := range r.names {
		if n != nil && r.foreign(n) {
			out[i].Class = ClassUnlisted
		}
	}
	return out
}

// resolveEach resolves the expressions: names first, then what follows from them.
func (r *resolver) resolveEach() []Resolved {
	out := make([]Resolved, len(r.exprs))
	for i, e := range r.exprs {
		switch {
		case derived(e):
		case r.strange(r.names[i]), r.ofHouse(i):
			out[i] = Resolved{Expression: e, Precision: dateline.P9}
		default:
			out[i] = r.resolved(e, r.names[i], r.doc.Text())
		}
	}
	for _, step := range []struct {
		class   string
		resolve func(i int, all []Resolved) Resolved
	}{{ClassCapital, r.resolvedCapital}, {ClassUnlisted, r.resolvedUnlisted}, {ClassSite, r.resolvedSite}} {
		for i, e := range r.exprs {
			if e.Class == step.class {
				out[i] = step.resolve(i, out)
			}
		}
	}
	return out
}

// derived: the expression names no place itself; which it is follows from what
// the others name.
func derived(e dateline.Expression) bool {
	return e.Class == ClassSite || e.Class == ClassCapital || e.Class == ClassUnlisted
}

// title finds the names of a title that does not stand in the text. What the
// text calls a place is one in the title too.
func (r *resolver) title() (string, []dateline.Expression) {
	report := r.doc.Report
	if report == nil || report.Title == "" || report.TitleSpan != nil {
		return "", nil
	}
	return report.Title, r.g.findInTitle(report, r.byKey)
}

type resolver struct {
	g         *Gazetteer
	doc       *dateline.Document
	exprs     []dateline.Expression
	names     []*name // one for each expression, nil for sites
	order     []*name // distinct, in text order
	byKey     map[string]*name
	countries map[int]float64 // share of the report's places in each country
	admins    map[int]float64
	total     float64
	anchors   []anchor
	places    map[int]dateline.Place
	counties  counties
	home      Home
}

// name is all that the report says with one folded name: one sense a report.
type name struct {
	key        string
	namesakes  []namesake
	kind       string // "admin1", "admin2", "city", "quarter" where a kind word stands beside it
	containers []*name
	owners     []*name // "Kherson's", before it
	members    []*name
	count      int
	quarters   int // how often it is called a quarter
	scored     []Candidate
	demonym    bool

	// what it added to the countries and divisions of the report
	weight         float64
	country, admin int
}

type anchor struct {
	key      string
	lat, lon float64
	weight   float64
}

// gather files the expressions of a text under their names and notes which
// stand in a chain. It gives the name of each expression, nil for sites.
func (r *resolver) gather(text string, exprs []dateline.Expression) []*name {
	names := make([]*name, len(exprs))
	var last *name
	lastStart, lastEnd, lastSentence := 0, 0, -1
	for i, e := range exprs {
		if derived(e) {
			continue
		}
		n := r.name(e)
		n.count++
		n.called(r.kindWord(text, e))
		if n.kind == "" && r.partOfDivision(text, e) && n.mayBeDivision() {
			n.kind = "admin1"
		}
		if last != nil && last != n && e.Sentence == lastSentence && e.Start >= lastEnd && e.Start-lastEnd < chainReach &&
			chainedBy(text[lastEnd:e.Start], r.g.words) {
			if r.holderFirst(text[max(0, lastStart-4):lastStart], text[lastEnd:e.Start]) && r.g.holds(last.namesakes, n.namesakes) && !r.g.holds(n.namesakes, last.namesakes) {
				n.containers, last.members = append(n.containers, last), append(last.members, n)
			} else {
				last.containers, n.members = append(last.containers, n), append(n.members, last)
			}
			if r.spotOf(text[lastEnd:e.Start]) && r.isTown(n) {
				last.called(kindQuarter)
			}
		}
		if last != nil && last != n && e.Sentence == lastSentence && e.Start >= lastEnd && r.owns(text[lastEnd:e.Start]) {
			n.owners = append(n.owners, last)
			if last.kind == "" && n.kind == "admin2" && last.mayBeDivision() && r.g.holds(last.divisions(), n.namesakes) {
				last.kind = "admin1" // "KANO'S Orvane district"
			}
		}
		names[i], last, lastStart, lastEnd, lastSentence = n, n, e.Start, e.End, e.Sentence
	}
	return names
}

// holderFirst: "the KALME suburb of Orvane" says of Orvane where it lies.
func (r *resolver) holderFirst(before, between string) bool {
	w := strings.Fields(between)
	return strings.HasSuffix(strings.ToLower(before), "the ") && len(w) == 2 && r.g.words.is("city", w[0]) && w[1] == "of"
}

// partOfDivision: "southern Orvane", "rural Orvane", "the Orvane countryside" are parts of a
// division rather than of a town.
func (r *resolver) partOfDivision(text string, e dateline.Expression) bool {
	before, after := strings.Fields(text[max(0, e.Start-32):e.Start]), strings.Fields(text[e.End:min(len(text), e.End+24)])
	if len(after) > 0 && strings.Trim(after[0], ".,;") == "countryside" {
		return true
	}
	n := len(before)
	return n > 0 && (r.g.words.is("cardinal", before[n-1]) && strings.HasSuffix(before[n-1], "ern") || before[n-1] == "rural" || n > 1 && before[n-1] == "of" && before[n-2] == "countryside")
}

// divisions are the first divisions that bear the name.
func (n *name) divisions() []namesake {
	return slices.DeleteFunc(slices.Clone(n.namesakes), func(d namesake) bool { return d.code != "A.ADM1" })
}

// mayBeDivision: a first division bears the name, and neither a region, a capital, a town of a
// million people nor a city elsewhere does.
func (n *name) mayBeDivision() bool {
	return slices.ContainsFunc(n.namesakes, func(d namesake) bool {
		larger := func(o namesake) bool {
			town := o.code[0] == 'P'
			city := town && (o.code == "P.PPLC" || o.entry.Population >= 1_000_000 || o.entry.Population >= cityPeople && o.entry.Admin1 != d.row)
			return city || !town && o.code[0] != 'A'
		}
		return d.code == "A.ADM1" && !slices.ContainsFunc(n.namesakes, larger)
	})
}

// called notes the kind word beside one occurrence. A name is that of a quarter
// only if it is called so at least as often as not: "the Port Aran neighbourhood"
// may be one of Port Aran.
func (n *name) called(kind string) {
	switch {
	case kind == kindQuarter:
		n.quarters++
	case kind != "":
		n.kind = kind
	}
	if n.quarters > 0 && 2*n.quarters >= n.count {
		n.kind = kindQuarter
	} else if n.kind == kindQuarter {
		n.kind = ""
	}
}

func (r *resolver) name(e dateline.Expression) *name {
	key := r.g.keyOf(e.Text)
	if n := r.byKey[key]; n != nil {
		return n
	}
	n := &name{key: key, demonym: e.Class == ClassDemonym}
	if n.demonym {
		n.namesakes = r.g.demonym(key)
	} else {
		n.namesakes = r.g.bearers(key, e.Text)
	}
	r.byKey[key] = n
	r.order = append(r.order, n)
	return n
}

// demonym gives the country whose people bear the name.
func (g *Gazetteer) demonym(key string) []namesake {
	c, ok := g.Country(g.words.demonyms[key])
	if !ok {
		return nil
	}
	row, ok := g.table.ByNumber(c.GeonameID)
	if !ok {
		return nil
	}
	e := g.table.Entry(row)
	return []namesake{{row: row, entry: e, code: g.code(e)}}
}

// kindWord reads the kind word beside a name: "Kano state", "the city of Kano".
func (r *resolver) kindWord(text string, e dateline.Expression) string {
	lex := r.g.words
	after := strings.Fields(oneWord(text[e.End:min(len(text), e.End+24)]))
	before := strings.Fields(text[max(0, e.Start-32):e.Start])
	if r.quarterWord(before, after) {
		return kindQuarter
	}
	var near []string
	if len(after) > 0 && !(after[0] == "Department" && len(after) > 1 && after[1] == "of") { // "the Ohio Department of Health" is a body
		if !(lex.is("city", after[0]) && len(after) > 1 && after[1] == "of") { // "the Kosovo town of Mitrovica" is in Kosovo
			near = append(near, strings.Trim(after[0], ".,;:"))
		}
	}
	if n := len(before); n > 1 && before[n-1] == "of" && !(n > 2 && lex.is("admin2", before[n-2]) && r.namesPlace(before[n-3])) { // the district of "Tahrir district of Sanaa" is Tahrir, that of "the Pakistani district of Bannu" Bannu
		near = append(near, before[n-2])
		if lex.is("near", before[n-2]) && before[n-2] != "outside" {
			return "city" // only settlements have outskirts and suburbs
		}
	}
	for _, w := range near {
		if strings.EqualFold(w, "township") {
			return "city" // beside a town of its name
		}
		for _, class := range []string{"admin2", "admin1", "city"} {
			if lex.is(class, w) {
				return class
			}
		}
	}
	return ""
}

// namesPlace: the word has a capital and is no adjective of a country, nor, where no
// place bears it, does it end as such adjectives do.
func (r *resolver) namesPlace(w string) bool {
	key := table.Fold(w)
	return capital(w) && r.g.words.demonyms[key] == "" && (r.g.table.HasName(table.Hash(key)) || !strings.HasSuffix(key, "an"))
}

// capital: the word begins with a capital letter.
func capital(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(first)
}

// settle scores all names until they agree on what the report is about.
func (r *resolver) settle() {
	for pass := 0; pass < 3; pass++ {
		r.score()
		r.establish()
	}
}

// establish reads from the scores which countries and divisions the report is
// about, and which places are sure enough to help others (PLC-9 a).
func (r *resolver) establish() {
	clear(r.countries)
	clear(r.admins)
	r.anchors = r.anchors[:0]
	r.total = 0
	for _, spelled := range []bool{false, true} {
		for _, n := range r.order {
			if n.spelled() == spelled && len(n.scored) > 0 && !r.farSpelling(n) && n.kind != kindQuarter { // a quarter says nothing of the country
				r.credit(n)
			}
		}
	}
}

// credit lets the best candidate of a name speak for its country and division.
func (r *resolver) credit(n *name) {
	e := r.g.table.Entry(n.scored[0].row)
	code := r.g.code(e)
	n.weight = sureness(n.scored) * math.Sqrt(float64(n.count))
	n.country, n.admin = e.Country, e.Admin1
	if code == "A.ADM1" {
		n.admin = n.scored[0].row
	}
	r.total += n.weight
	if n.country >= 0 {
		r.countries[n.country] += n.weight
	}
	if n.admin >= 0 {
		r.admins[n.admin] += n.weight
	}
	if code[0] == 'P' || code == "A.ADM2" {
		r.anchors = append(r.anchors, anchor{n.key, e.Lat, e.Lon, math.Min(1, n.weight) * 0.6})
	}
}

// sureness grows from 0 to 1 with the lead of the best candidate.
func sureness(list []Candidate) float64 {
	if len(list) == 1 {
		return 1
	}
	return 1 - math.Exp(-(list[0].Score-list[1].Score)/1.5)
}

// division is a first-order division by country and name.
type division struct{ country, name string }

// divisionOf is the division of a place, empty for none.
func divisionOf(p *dateline.Place) division {
	if p == nil || p.Admin1 == "" {
		return division{}
	}
	return division{p.Country, p.Admin1}
}

// divisionsNamed are the divisions that the report names themselves, or a region that
// is one ("the Gaza Strip").
func divisionsNamed(all []Resolved) map[division]bool {
	named := map[division]bool{}
	for _, x := range all {
		if x.Place != nil && (x.Place.FeatureCode == "ADM1" || x.Place.FeatureCode == "RGN") {
			named[divisionOf(x.Place)] = true
		}
	}
	return named
}
