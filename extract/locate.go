package extract

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/locus"
	"github.com/opendateline/dateline/extract/weigh"
)

// Towns are the towns that the main account of a report may lie in, with what
// speaks for and against them; none if there is no such account. They are what
// package locus is taught on.
func (r *Reader) Towns(ctx context.Context, doc *dateline.Document, ann Annotations) ([]locus.Town, error) {
	p := newPass(r, doc, ann)
	if err := p.accountsOf(ctx); err != nil {
		return nil, err
	}
	if a := p.mainAccount(); a != nil {
		return p.towns(a).candidates(), nil
	}
	return nil, nil
}

// town is one town with all that names it.
type town struct {
	key     string
	named   []Place // in the text; empty if only the title or the outlet speaks of it
	outside *Place
	told    bool // the text names it, not as the place of filing nor, but in a local paper, of a hospital
	seen    map[string]float64
}

type towns []*town

// townKey names a town, or a county where no town is told.
func townKey(ref dateline.PlaceRef) string {
	name := ref.City
	if isCounty(ref) {
		name = ref.Admin2
	}
	return ref.Country + "|" + ref.Admin1 + "|" + name
}

// isCounty: a report of the sheriff's office often names no town (PLC-1).
func isCounty(ref dateline.PlaceRef) bool {
	return ref.City == "" && ref.Precision == dateline.P3 && ref.Admin2 != ""
}

func (list *towns) of(ref dateline.PlaceRef) *town {
	key := townKey(ref)
	for _, t := range *list {
		if t.key == key || t.sameButDivision(ref) {
			return t
		}
	}
	t := &town{key: key, seen: map[string]float64{"always": 1}}
	*list = append(*list, t)
	return t
}

// sameButDivision: "near Marvesk" does not say on which side of a border (PLC-3);
// it is the town that the report names elsewhere.
func (t *town) sameButDivision(ref dateline.PlaceRef) bool {
	own := t.ref()
	return (own.Admin1 == "" || ref.Admin1 == "") && own.Country == ref.Country && own.City == ref.City
}

func (list towns) candidates() []locus.Town {
	out := make([]locus.Town, len(list))
	for i, t := range list {
		out[i].Key = t.key
		out[i].Features = weigh.Features(t.said())
	}
	return out
}

// said are the features of a town; those of a county have names of their own,
// for the sheriff of a county is named in reports from its towns too.
func (t *town) said() map[string]float64 {
	if !isCounty(t.ref()) {
		return t.seen
	}
	out := map[string]float64{}
	for name, x := range t.seen {
		out["county: "+name] = x
	}
	return out
}

// towns gathers the towns that a report names, those of its title and that of
// its outlet.
func (p *pass) towns(a *account) towns {
	var list towns
	p.inText(&list, a)
	p.uncertain(&list, a)
	for i := range p.setting.Title {
		if x := &p.setting.Title[i]; x.Ref.City != "" || isCounty(x.Ref) {
			t := list.of(x.Ref)
			t.outside, t.seen["in the title"] = x, 1
		}
	}
	list = p.withoutAside(a, p.withoutTellers(a, list))
	p.home(&list)
	p.held(list)
	list.shares()
	return list
}

// inText files what the text names for certain.
func (p *pass) inText(list *towns, a *account) {
	first := true
	for s := range p.places {
		for _, x := range p.places[s] {
			if x.Class == "demonym" || p.otherEntry(a, s) || x.Ref.City == "" && !isCounty(x.Ref) || x.Ref.Inferred && x.Class != "unlisted" || p.besideTown(x) || p.holdsNext(x) || p.elsewhere(a, x) || p.onlyPictured(x) || p.isStart(a, x) || x.Filing && p.filedFromAbroad(a, x) || p.statesAbroad(a, x) {
				continue
			}
			t := p.name(list, a, x)
			if first && !isCounty(x.Ref) {
				first, t.seen["first town named"] = false, 1
			}
		}
	}
}

// uncertain files the towns that a name of the text may be.
func (p *pass) uncertain(list *towns, a *account) {
	for _, some := range []struct {
		as    string // a share of its names, like all that begin with "at"
		names []Place
	}{{"at undecided", p.setting.Undecided}, {"at namesake", p.setting.Namesakes}, {"at doubtful", p.setting.Doubtful}} {
		for _, x := range some.names {
			p.name(list, a, x).seen[some.as]++
		}
	}
}

// shares notes how many of all names are those of each, among towns and among
// counties.
func (list towns) shares() {
	total := map[bool]int{}
	for _, t := range list {
		total[isCounty(t.ref())] += len(t.named)
	}
	for _, t := range list {
		n := float64(len(t.named))
		t.seen["times named"] = math.Log2(1 + n)
		t.seen["share of names"] = n / float64(max(total[isCounty(t.ref())], 1))
		for name := range t.seen {
			if strings.HasPrefix(name, "at ") {
				t.seen[name] /= max(n, 1) // a share of its names
			}
		}
	}
}

// name files one name of a town with what stands around it.
func (p *pass) name(list *towns, a *account, x Place) *town {
	t := list.of(x.Ref)
	t.named = append(t.named, x)
	p.lookAt(t, a, x)
	return t
}

// held notes of each town whether the report names the county and the division
// that it lies in, or only others.
func (p *pass) held(list towns) {
	counties, divisions := map[string]bool{}, map[string]bool{}
	for s := range p.places {
		for _, x := range p.places[s] {
			switch x.Ref.Precision {
			case dateline.P3:
				counties[x.Ref.Country+"|"+x.Ref.Admin1+"|"+x.Ref.Admin2] = true
			case dateline.P4:
				divisions[x.Ref.Country+"|"+x.Ref.Admin1] = true
			}
		}
	}
	lone := list.lone()
	for _, t := range list {
		ref := t.ref()
		division := ref.Country + "|" + ref.Admin1
		t.among("division", divisions, division)
		if isCounty(ref) {
			t.note("a town in it is named", list.within(ref))
			continue
		}
		t.note("the only town", lone)
		t.among("county", counties, division+"|"+ref.Admin2)
	}
}

func (t *town) note(name string, so bool) {
	if so {
		t.seen[name] = 1
	}
}

// lone: one town is named and no other.
func (list towns) lone() bool {
	n := 0
	for _, t := range list {
		if !isCounty(t.ref()) {
			n++
		}
	}
	return n == 1
}

// within: a town of the county is named.
func (list towns) within(county dateline.PlaceRef) bool {
	return slices.ContainsFunc(list, func(t *town) bool {
		ref := t.ref()
		return !isCounty(ref) && len(t.named) > 0 && ref.Country == county.Country && ref.Admin1 == county.Admin1 && ref.Admin2 == county.Admin2
	})
}

// among notes whether key is one of those named, nothing if none is.
func (t *town) among(what string, named map[string]bool, key string) {
	switch {
	case named[key]:
		t.seen["its "+what+" is named"] = 1
	case len(named) > 0:
		t.seen["another "+what+" is named"] = 1
	}
}

// home adds the town of the outlet and says of each how it lies to it.
func (p *pass) home(list *towns) {
	home := p.setting.Home
	if home.Place.Ref.City != "" {
		t := list.of(home.Place.Ref)
		t.seen["town of the outlet"] = home.Town
		if len(t.named) == 0 && t.outside == nil {
			t.outside, t.seen["only the outlet's"] = &home.Place, 1
		}
	}
	if home.Place.Ref.Admin1 == "" {
		return
	}
	for _, t := range *list {
		switch ref := t.ref(); {
		case ref.Country == home.Place.Ref.Country && ref.Admin1 == home.Place.Ref.Admin1:
			t.seen["division of the outlet"] = home.Division
		case ref.Admin1 != "":
			t.seen["not the outlet's division"] = home.Division
		}
	}
}

// lookAt notes what stands around one name of a town. What is noted with "at "
// counts as a share of all its names, the rest once.
func (p *pass) lookAt(w *town, a *account, x Place) {
	note := func(name string) { w.seen[name] = 1 }
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.Start)
	if k < 0 {
		return
	}
	note("in " + p.partOf(x.Sentence))
	p.part(note, a, x)
	standing := p.standing(t, x, k)
	w.seen["at "+standing]++
	w.told = w.told || !x.Filing && (standing != "hospital" || p.setting.Home.Place.Ref.Country != "")
	if x.Filing {
		note("in the dateline")
	}
	if x.Class == "site" {
		note("holds a site")
	}
	if x.Ref.NotProper && !p.besideTown(x) {
		note("near")
	}
	if x.Locative {
		note("locative")
	}
}

// besideTown: "in Bama, near Gwoza", "near Bama, 80 km south of Gwoza" tell by the
// second name where the first lies.
func (p *pass) besideTown(x Place) bool {
	t := p.trees[x.Sentence]
	away := awayFrom(p.lex, t, tokenAt(t, x.Start)) || besideOf(t, tokenAt(t, x.Start))
	return x.Ref.NotProper && slices.ContainsFunc(p.places[x.Sentence], func(y Place) bool {
		unit := y.Ref.City != "" || isCounty(y.Ref)
		return y.Start < x.Start && y.Locative && !y.Filing && unit && (!y.Ref.NotProper || away) && (!y.Ref.Inferred || away && y.Class == "unlisted")
	})
}

// besideOf: "in Bama, SOUTH OF Gwoza".
func besideOf(t *tree, k int) bool {
	return t.lemmaAt(k-1) == "of" && t.lemmaAt(k-3) == "," && t.lex.Is(lexicon.Compass, t.lemmaAt(k-2))
}

// holdsNext: the name says in what the town lies that is named behind it, "the KALME suburb of
// Orvane".
func (p *pass) holdsNext(x Place) bool {
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.End)
	return !x.Locative && k > 0 && t.lemmaAt(k+1) == "of" && (t.lex.Is(lexicon.Settlement, t.lemmaAt(k)) || t.lex.Is(lexicon.Suburb, t.lemmaAt(k))) &&
		slices.ContainsFunc(p.places[x.Sentence], func(y Place) bool { return y.Locative && tokenAt(t, y.Start) == k+2 })
}

// part notes how a name stands to the account.
func (p *pass) part(note func(string), a *account, x Place) {
	for _, y := range a.places {
		if y.Start == x.Start && y.role == dateline.PlaceSite && !y.Ref.Inferred {
			note("place of the account")
		}
	}
	if slices.Contains(a.sentences, x.Sentence) {
		note("in a sentence of the account")
	}
	if slices.Contains(a.sentences, x.Sentence-1) {
		note("in the sentence after")
	}
}

// filedFromAbroad: the line of place and date says where the report was filed;
// where the account's own words name another country, and not that one, or put it into
// another division, it is not where it happened ("BEIRUT - … in the desert of central
// Syria", "MOSCOW - … two men in Dagestan").
func (p *pass) filedFromAbroad(a *account, x Place) bool {
	if own := bestPlace(a); own != nil && !own.Ref.Inferred && own.Ref.City == "" && !mayHold(own.Ref, x.Ref) {
		return true
	}
	other := false
	for _, s := range a.sentences {
		for _, y := range p.places[s] {
			switch {
			case y.Filing || y.Ref.Country == "" || y.Class == "demonym":
			case y.Ref.Country == x.Ref.Country:
				return false
			default:
				other = true
			}
		}
	}
	return other
}

// statesAbroad: the account states a country or a part of one, and all that it states
// lies in another country than the town: "took place at an oil field in eastern SYRIA.
// One of the men served in the OMSK police" (PLC-8). Towns of the outlet's own country stay.
func (p *pass) statesAbroad(a *account, town Place) bool {
	if home := p.setting.Home.Place.Ref.Country; home != "" && home == town.Ref.Country {
		return false // an outlet tells of its own country first
	}
	other := false
	for _, y := range a.places {
		if y.role != dateline.PlaceSite || y.Ref.Inferred || y.Filing || y.Ref.Country == "" || y.Class == "demonym" || y.Class == "site" || p.ofMission(y.Place) {
			continue
		}
		if y.Ref.City != "" {
			return false // a namesake may be meant
		}
		if y.Start == town.Start || y.Ref.Country == town.Ref.Country {
			return false
		}
		other = true
	}
	return other
}

// ofMission: "the US EMBASSY" does not lie in the country that it is of (PLC-2).
func (p *pass) ofMission(x Place) bool {
	t := p.trees[x.Sentence]
	next := tokenAt(t, x.End)
	return next > 0 && p.lex.Nouns[t.lemmaAt(next)].Category == dateline.TargetDiplomatic
}

// elsewhere: the place is that of another account alone (PLC-8).
func (p *pass) elsewhere(a *account, x Place) bool {
	of := func(b *account) bool {
		return slices.ContainsFunc(b.places, func(y placed) bool { return y.Start == x.Start })
	}
	return !of(a) && slices.ContainsFunc(p.accounts, of)
}

// isStart: the place is where the fire of the account came from (PLC-6).
func (p *pass) isStart(a *account, x Place) bool {
	return slices.ContainsFunc(a.places, func(y placed) bool { return y.Start == x.Start && y.role == dateline.PlaceStart })
}

// standing says what the name of a town belongs to where it stands.
func (p *pass) standing(t *tree, x Place, k int) string {
	last := k
	for last+1 < len(t.Tokens) && t.Tokens[last+1].Start < x.End {
		last++
	}
	next, before := t.lemmaAt(last+1), t.lemmaAt(k-1)
	switch {
	case broughtTo(t, k) || p.inHospital(t, x, k):
		return "hospital"
	case awayFrom(p.lex, t, k) || p.besideTown(x):
		return "distance"
	case p.lex.Is(lexicon.Police, next):
		return "police"
	case p.lex.Is(lexicon.Court, next) || p.lex.Is(lexicon.Court, lower(lastWord(x.Text))):
		return "court"
	case before == "of" && p.lex.Is(lexicon.Settlement, t.lemmaAt(k-2)):
		return "in"
	case before == "of" && k > 1 && t.Tokens[k-2].Text == ",", p.lex.Nouns[next].Person, before == "from":
		return "person"
	case before == "in" || before == "at" || before == "near" || before == "outside":
		return before
	case last+1 < len(t.Tokens) && t.Tokens[last+1].POS == "PROPN":
		return "name"
	case last+1 < len(t.Tokens) && t.isNoun(last+1):
		return "noun"
	}
	return "else"
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// inHospital: "at Marvesk General Hospital", "at a hospital in Marvesk".
func (p *pass) inHospital(t *tree, x Place, k int) bool {
	if p.lex.Is(lexicon.Hospital, lower(lastWord(x.Text))) {
		return true
	}
	for i := max(0, k-3); i < k; i++ {
		if p.lex.Is(lexicon.Hospital, t.lemmaAt(i)) {
			return true
		}
	}
	return false
}

// awayFrom: "30 kilometres from Marvesk", "two miles north of Marvesk".
func awayFrom(lex *lexicon.Lexicon, t *tree, k int) bool {
	for i := max(0, k-4); i < k; i++ {
		if lex.Is(lexicon.Length, t.lemmaAt(i)) {
			return true
		}
	}
	return false
}

// How sure the choice must be to add a town that the account does not state, to
// leave out one that it does for one that the text names, and for one that only the
// dateline, the title or the outlet does.
const (
	sureEnough  = 0.35
	surely      = 0.5
	fromOutside = 0.75
)

// settlePlace gives the main account the town that package locus chooses among
// all that the report names. A town that the account states itself and that the
// choice speaks against is left out; one that it does not state is inferred.
func (p *pass) settlePlace(a *account) {
	if len(a.sites) > 0 {
		return // it lies in all of them
	}
	list := p.towns(a)
	i, sure := p.locus.Best(list.candidates())
	if i < 0 {
		p.placeFromLede(a)
		return
	}
	chosen := list[i]
	if county := list.headingCounty(); county != nil && !chosen.told && !isCounty(chosen.ref()) {
		chosen = county
	}
	if sure >= fromOutside || sure >= surely && chosen.told {
		p.leavePlaces(a, chosen)
	}
	best := bestPlace(a)
	if sure < sureEnough || best != nil && (best.Ref.City != "" || !mayHold(best.Ref, chosen.ref())) {
		return
	}
	a.places = append(a.places, placed{p.cited(a, chosen), dateline.PlaceSite})
}

// placeFromLede gives an account that is told from the top and states no place
// the first town of the lede.
func (p *pass) placeFromLede(a *account) {
	if best := bestPlace(a); a.sentences[0] >= ledeSentences || p.accounts[0] != a || best != nil && best.Ref.Precision <= dateline.P3 {
		return
	}
	if x := p.firstPlace(a); x != nil {
		x.Ref.Inferred, x.Ref.Role = true, dateline.PlaceSite
		a.places = append(a.places, placed{*x, dateline.PlaceSite})
	}
}

// mayHold: the town may lie in the place that the account states, and is not
// known to lie elsewhere.
func mayHold(stated, town dateline.PlaceRef) bool {
	same := func(a, b string) bool { return a == "" || b == "" || a == b }
	if stated.Precision == dateline.P3 && stated.Admin2 != town.Admin2 && town.Admin2 != "" {
		return false
	}
	return same(stated.Country, town.Country) && same(stated.Admin1, town.Admin1)
}

// headingCounty is the county that the dateline or the headline names ("ADAMS
// COUNTY, Colo. - Deputies …"), nil if neither does: it is likelier meant than a
// town that the text does not name.
func (list towns) headingCounty() *town {
	for _, t := range list {
		if isCounty(t.ref()) && (t.seen["in the dateline"] > 0 || t.seen["in title"] > 0) {
			return t
		}
	}
	return nil
}

// leavePlaces leaves out the towns of an account that are not the one chosen, and
// what does not hold it. A site that is only inferred to lie in another town stays.
func (p *pass) leavePlaces(a *account, chosen *town) {
	p.rehome(a, chosen)
	a.places = slices.DeleteFunc(slices.Clone(a.places), func(x placed) bool {
		other := x.role == dateline.PlaceSite && !(x.Class == "site" && x.Ref.Inferred) &&
			(x.Ref.City != "" && townKey(x.Ref) != chosen.key || x.Ref.City == "" && !mayHold(x.Ref, chosen.ref()))
		if other {
			p.leaveOut(p.runes.Span(x.Start, x.End), "another town of the report is likelier that of the incident")
		}
		return other
	})
}

func (t *town) ref() dateline.PlaceRef {
	if len(t.named) > 0 {
		return t.named[0].Ref
	}
	return t.outside.Ref
}

// citedAtTrigger is a place that only the title or the outlet names, at the words
// that tell of the incident.
func (p *pass) citedAtTrigger(a *account, x Place) Place {
	tr := a.triggers[0]
	token := p.trees[tr.sentence].Tokens[tr.head]
	x.Sentence, x.Start, x.End = tr.sentence, token.Start, token.End
	x.Ref.Span = p.runes.Span(token.Start, token.End)
	x.Ref.Inferred, x.Ref.Role = true, dateline.PlaceSite
	return x
}

// cited is the town as a place of the account: at its best name in the text,
// or, where only the title or the outlet names it, at the words that tell of
// the incident.
func (p *pass) cited(a *account, chosen *town) Place {
	if len(chosen.named) == 0 {
		return p.citedAtTrigger(a, *chosen.outside)
	}
	best := chosen.named[0]
	for _, x := range chosen.named {
		if slices.Contains(a.sentences, x.Sentence) && !slices.Contains(a.sentences, best.Sentence) {
			best = x
		}
	}
	best.Ref.Inferred, best.Ref.Role = true, dateline.PlaceSite
	return best
}

// rehome puts the sites that were only inferred to lie in another town of their
// sentence ("two who fled to Kaduna said that men had fired at the market") into the
// town chosen, where the text tells it.
func (p *pass) rehome(a *account, chosen *town) {
	home := chosen.ref()
	if home.City == "" || !chosen.told {
		return
	}
	for i, x := range a.places {
		if x.Class == "site" && x.Ref.Inferred && x.role == dateline.PlaceSite && x.Ref.City != "" && townKey(x.Ref) != chosen.key {
			a.places[i].Ref = siteIn(x.Ref, home)
		}
	}
}

// siteIn is a site as one of a town.
func siteIn(site, town dateline.PlaceRef) dateline.PlaceRef {
	in := town
	in.Text, in.Name, in.Span, in.Role, in.Inferred, in.Precision = site.Text, site.Name, site.Span, site.Role, true, site.Precision
	in.GeonameID, in.Candidates = 0, nil
	in.Place = dateline.NewID(dateline.PrefixPlace, "site", string(town.Place), site.Name)
	return in
}
