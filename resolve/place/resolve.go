package place

import (
	"math"
	"slices"
	"sort"
	"strings"

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
// Candidates then holds what was weighed, best first.
type Resolved struct {
	Expression dateline.Expression
	Span       dateline.Span // of the expression, with runes
	Place      *dateline.Place
	Parent     *dateline.Place // of a site: the place that the text gives for it
	Precision  dateline.PlacePrecision
	RadiusM    int
	NotProper  bool   // PLC-3: near the place, not in it
	Inferred   bool   // PLC-11: the parent of a site stands only in the same sentence
	City       string // of a quarter, or of a site in one: the city it lies in
	Filing     bool   // the name is the report's dateline, where it was filed from
	Candidates []Candidate
}

// Resolve says what each expression of doc means, one answer for each
// expression, in their order. The title, where it does not stand in the text,
// and the outlet's home speak for what they name.
func (g *Gazetteer) Resolve(doc *dateline.Document, exprs []dateline.Expression) []Resolved {
	places, _ := g.ResolveAll(doc, exprs)
	return places
}

// Setting is what a report says of its places outside its text.
type Setting struct {
	Title []Resolved // names in a title that does not stand in the text; spans index the title
	Home  Home
}

// ResolveAll is Resolve with the setting of the report.
func (g *Gazetteer) ResolveAll(doc *dateline.Document, exprs []dateline.Expression) ([]Resolved, Setting) {
	r := &resolver{g: g, doc: doc, exprs: exprs, byKey: map[string]*name{}, countries: map[int]float64{}, admins: map[int]float64{}, places: map[int]dateline.Place{}, home: g.homeOf(doc.Report)}
	r.names = r.gather(doc.Text(), exprs)
	title, named := r.title()
	headline := r.gather(title, named)
	for pass := 0; pass < 3; pass++ {
		r.score()
		r.establish()
	}
	r.exprs = slices.Clone(exprs)
	for i, n := range r.names {
		if n != nil && r.foreign(n) {
			r.exprs[i].Class = ClassUnlisted
		}
	}
	exprs = r.exprs
	out := make([]Resolved, len(exprs))
	for i, e := range exprs {
		if !derived(e) {
			out[i] = r.resolved(e, r.names[i], doc.Text())
		}
	}
	for _, step := range []struct {
		class   string
		resolve func(i int, all []Resolved) Resolved
	}{{ClassCapital, r.resolvedCapital}, {ClassUnlisted, r.resolvedUnlisted}, {ClassSite, r.resolvedSite}} {
		for i, e := range exprs {
			if e.Class == step.class {
				out[i] = step.resolve(i, out)
			}
		}
	}
	runes := dateline.NewRunes(doc.Text())
	for i, e := range exprs {
		out[i].Span = runes.Span(e.Start, e.End)
	}
	setting := Setting{Home: r.home}
	for i, e := range named {
		setting.Title = append(setting.Title, r.resolved(e, headline[i], title))
	}
	return out, setting
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
	home      Home
}

// name is all that the report says with one folded name: one sense a report.
type name struct {
	key        string
	namesakes  []namesake
	kind       string // "admin1", "admin2", "city", "quarter" where a kind word stands beside it
	containers []*name
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
	lastEnd, lastSentence := 0, -1
	for i, e := range exprs {
		if derived(e) {
			continue
		}
		n := r.name(e)
		n.count++
		n.called(r.kindWord(text, e))
		if last != nil && last != n && e.Sentence == lastSentence && e.Start >= lastEnd && e.Start-lastEnd < 24 &&
			chainedBy(text[lastEnd:e.Start], r.g.words) {
			last.containers = append(last.containers, n)
			n.members = append(n.members, last)
		}
		names[i], last, lastEnd, lastSentence = n, n, e.End, e.Sentence
	}
	return names
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
	key := table.Fold(e.Text)
	if n := r.byKey[key]; n != nil {
		return n
	}
	n := &name{key: key, demonym: e.Class == ClassDemonym}
	if n.demonym {
		n.namesakes = r.g.demonym(key)
	} else {
		n.namesakes = r.g.named(table.Hash(key))
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
	return []namesake{{row, false, e, g.code(e)}}
}

// kindWord reads the kind word beside a name: "Kano state", "the city of Kano".
func (r *resolver) kindWord(text string, e dateline.Expression) string {
	lex := r.g.words
	after := strings.Fields(text[e.End:min(len(text), e.End+24)])
	before := strings.Fields(text[max(0, e.Start-32):e.Start])
	if r.quarterWord(before, after) {
		return kindQuarter
	}
	var near []string
	if len(after) > 0 {
		near = append(near, strings.Trim(after[0], ".,;:"))
	}
	if n := len(before); n > 1 && before[n-1] == "of" {
		near = append(near, before[n-2])
		if lex.is("near", before[n-2]) {
			return "city" // only settlements have outskirts and suburbs
		}
	}
	for _, w := range near {
		for _, class := range []string{"admin2", "admin1", "city"} {
			if lex.is(class, w) {
				return class
			}
		}
	}
	return ""
}

// prior is what a bearer of a name is worth before the report is looked at.
func prior(n namesake) float64 {
	p := math.Log10(float64(n.entry.Population) + 10)
	switch {
	case n.code == "A.PCLI":
		p = math.Max(10.5, p)
	case n.code == "A.ADM1":
		p = math.Max(6.2, p)
	case n.code == "A.ADM2":
		p = 3.5
	case n.code[0] != 'P':
		p = 8
	case n.code == "P.PPLC" && !n.alternate:
		p += 2
	case n.code == "P.PPLA":
		p += 0.5
	case n.code == "P.PPLX":
		p -= 1
	}
	if n.alternate {
		p -= 1.5
	}
	return p
}

// share is how much of the rest of the report, without the name itself, lies
// in a country or division.
func (r *resolver) share(of map[int]float64, key int, n *name, own int) float64 {
	rest, sum := r.total-n.weight, of[key]
	if own == key {
		sum -= n.weight
	}
	if rest < 0.05 || sum <= 0 {
		return 0
	}
	return math.Min(1, sum/rest)
}

func (r *resolver) place(row int) dateline.Place {
	p, ok := r.places[row]
	if !ok {
		p = r.g.place(row)
		r.places[row] = p
	}
	return p
}

func (r *resolver) score() {
	for _, n := range r.order {
		n.scored = n.scored[:0]
		for _, c := range n.namesakes {
			n.scored = append(n.scored, r.candidate(n, c))
		}
		sort.SliceStable(n.scored, func(i, j int) bool { return n.scored[i].Score > n.scored[j].Score })
	}
}

func (r *resolver) candidate(n *name, c namesake) Candidate {
	out := Candidate{row: c.row}
	add := func(what string, points float64) {
		if points != 0 {
			p := math.Round(points*100) / 100
			out.Parts = append(out.Parts, dateline.Part{What: what, Points: &p})
			out.Score += p
		}
	}
	add("size and kind", prior(c))
	add("kind word", kindPoints(n.kind, c.code))
	add("called a quarter", r.g.quarterPoints(n, c))
	add("town of that name in it", townPoints(n, c))
	add("container in the text", r.containerPoints(n, c))
	add("holds a place named before it", r.memberPoints(n, c))
	if c.code != "A.PCLI" && c.entry.Country >= 0 {
		add("country of the report", 3*r.share(r.countries, c.entry.Country, n, n.country))
	}
	if c.entry.Admin1 >= 0 {
		add("division of the report", 2*math.Min(1, 2*r.share(r.admins, c.entry.Admin1, n, n.admin)))
	}
	add("near other places", r.nearPoints(n.key, c))
	r.homePoints(c, add)
	return out
}

// homePoints: an outlet speaks of its own country, its own division and the
// towns around it more often than of others that bear their names.
func (r *resolver) homePoints(c namesake, add func(string, float64)) {
	h := r.home
	if !h.Known() || c.code == "A.PCLI" {
		return
	}
	if c.entry.Country == h.country {
		add("country of the outlet", homeCountry)
	}
	if h.admin1 < 0 {
		return
	}
	if c.entry.Admin1 == h.admin1 || c.row == h.admin1 {
		add("division of the outlet", homeDivision*h.Division)
	}
	if h.town >= 0 && c.code != "A.ADM1" {
		km := Distance(h.lat, h.lon, c.entry.Lat, c.entry.Lon) / 1000
		add("near the outlet", homeNear*h.Division*math.Exp(-km/80))
	}
}

// What an outlet's home is worth, in the points of candidates.
const (
	homeCountry  = 1
	homeDivision = 3
	homeNear     = 2
)

// townPoints: a name without a kind word means the town and not the district
// around it that bears the same name.
func townPoints(n *name, c namesake) float64 {
	if c.code != "A.ADM2" || n.kind == "admin1" || n.kind == "admin2" {
		return 0
	}
	for _, town := range n.namesakes {
		if town.code[0] == 'P' && town.entry.Country == c.entry.Country && Distance(town.entry.Lat, town.entry.Lon, c.entry.Lat, c.entry.Lon) <= sameSpotM {
			return -2
		}
	}
	return 0
}

func kindPoints(kind, code string) float64 {
	want := map[string]string{"admin1": "A.ADM1", "admin2": "A.ADM2", "city": "P."}[kind]
	switch {
	case want == "":
		return 0
	case strings.HasPrefix(code, want):
		return 4
	case kind != "city" && code[0] == 'P':
		return -2
	case kind == "admin2" && code == "A.ADM1", kind == "admin1" && code == "A.ADM2":
		return 1
	}
	return 0
}

func (r *resolver) containerPoints(n *name, c namesake) float64 {
	for _, container := range n.containers {
		for i, k := range container.namesakes {
			if i < 8 && k.row != c.row && r.g.contains(k, c) && !(container.demonym) {
				if k.code[0] == 'P' {
					return 3
				}
				return 7
			}
		}
	}
	return 0
}

func (r *resolver) memberPoints(n *name, c namesake) float64 {
	if c.code[0] == 'P' {
		return 0
	}
	best := 0.0
	for _, member := range n.members {
		for i, m := range member.namesakes {
			if i < 20 && m.row != c.row && r.g.contains(c, m) {
				best = math.Max(best, math.Min(3, math.Log10(float64(m.entry.Population)+10)/2))
			}
		}
	}
	return best
}

// nearPoints rewards nearness to the places that are already sure.
func (r *resolver) nearPoints(key string, c namesake) float64 {
	if c.code == "A.PCLI" {
		return 0
	}
	sum := 0.0
	for _, a := range r.anchors {
		if a.key == key || math.Abs(a.lat-c.entry.Lat) > 5 {
			continue
		}
		d := Distance(a.lat, a.lon, c.entry.Lat, c.entry.Lon) / 1000
		sum += a.weight * math.Exp(-d/120)
	}
	return 3 * math.Min(1, sum)
}

// establish reads from the scores which countries and divisions the report is
// about, and which places are sure enough to help others (PLC-9 a).
func (r *resolver) establish() {
	clear(r.countries)
	clear(r.admins)
	r.anchors = r.anchors[:0]
	r.total = 0
	for _, n := range r.order {
		if len(n.scored) > 0 {
			r.credit(n)
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
