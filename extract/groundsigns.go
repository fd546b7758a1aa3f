package extract

import (
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/weigh"
)

// This file says in names what package ground weighs: of each place that a report names,
// what stands around its names and how they stand to an account.

// groundOf is one place that a report names, with its names.
type groundOf struct {
	key, level string
	ref        dateline.PlaceRef
	names      []groundName
	signs      pairSigns // of the report as a whole
}

// groundName is one name of it in the text.
type groundName struct {
	Place
	token    int
	standing string
}

// away is how many sentences lie between a name and the account, doubled where the name
// stands behind it.
func (n groundName) away(a *account) int {
	least := math.MaxInt
	for _, s := range a.sentences {
		d := 2 * (s - n.Sentence)
		if d < 0 {
			d = 1 - d
		}
		least = min(least, d)
	}
	return least
}

type grounds []*groundOf

func groundLevel(ref dateline.PlaceRef) string {
	switch {
	case ref.City != "":
		return "town"
	case isCounty(ref):
		return "county"
	case ref.Admin1 != "" && ref.Precision == dateline.P4:
		return "division"
	case ref.Precision == dateline.P6:
		return "country"
	}
	return "area"
}

// groundKey names a place; a site is the town that it lies in.
func groundKey(ref dateline.PlaceRef) string {
	name := ref.City
	switch groundLevel(ref) {
	case "town", "division", "country":
	case "county":
		name = "county " + ref.Admin2
	default:
		name = "area " + ref.Name
	}
	return ref.Country + "|" + ref.Admin1 + "|" + name
}

func (list *grounds) of(ref dateline.PlaceRef) *groundOf {
	key := groundKey(ref)
	for _, g := range *list {
		if g.key == key || ref.City != "" && g.ref.City == ref.City && g.ref.Country == ref.Country && (g.ref.Admin1 == "" || ref.Admin1 == "") {
			return g
		}
	}
	g := &groundOf{key: key, level: groundLevel(ref), ref: ref, signs: pairSigns{}}
	*list = append(*list, g)
	return g
}

// countryOf is the country of a place as a place.
func countryOf(x dateline.PlaceRef) dateline.PlaceRef {
	x.Admin1 = ""
	return unitOf(x)
}

// grounds are the places that a report names, and their countries.
func (p *pass) grounds() grounds {
	var list grounds
	for s := range p.places {
		for _, x := range p.places[s] {
			if x.Ref.Country == "" || x.Ref.Precision == "" || x.Ref.Precision == dateline.P9 {
				continue
			}
			t := p.trees[s]
			k := tokenAt(t, x.Start)
			if k < 0 {
				continue
			}
			ref := x.Ref
			if x.Class == "demonym" {
				ref = countryOf(ref)
			}
			n := groundName{x, k, p.standing(t, x, k)}
			g := list.of(ref)
			g.names = append(g.names, n)
			p.nameSigns(g, n)
		}
	}
	for _, g := range slices.Clone(list) {
		list.of(countryOf(g.ref))
	}
	p.reportSignsOf(list)
	return list
}

// nameSigns notes what stands around one name; what begins with "at " counts as a share.
func (p *pass) nameSigns(g *groundOf, n groundName) {
	t := p.trees[n.Sentence]
	g.signs["at "+n.standing]++
	g.signs.note(true, "in "+p.partOf(n.Sentence))
	switch {
	case n.Class == "demonym":
		g.signs["at a people"]++
	case n.Class == "site":
		g.signs["at a site"]++
	case n.Class == "capital":
		g.signs["at the capital"]++
	case n.Class == "unlisted":
		g.signs["at unlisted"]++
	}
	if n.Filing {
		g.signs["at the dateline"]++
	}
	if n.Ref.NotProper {
		g.signs["at its edge"]++
	}
	if n.Locative {
		g.signs["at locative"]++
	}
	if p.titleOf(t, n.token) || p.insideName(t, n.Sentence, n.token) {
		g.signs["at an office"]++
	}
	if p.toldFrom(n.Place, p.accounts) {
		g.signs["at a teller"]++
	}
	if p.comesFrom(t, n.Place, n.token) {
		g.signs["at where from"]++
	}
	if p.saysWhose(t, n.Place) || p.ownCountry(n.Sentence, n.Place) {
		g.signs["at whose"]++
	}
}

// reportSignsOf notes how each place stands among all that the report names.
func (p *pass) reportSignsOf(list grounds) {
	levels, countries, total := map[string]int{}, map[string]int{}, 0
	ofLevel, first, towns := map[string]int{}, map[string]bool{}, map[string]int{}
	for _, g := range list {
		levels[g.level] += len(g.names)
		countries[g.ref.Country] += len(g.names)
		total += len(g.names)
		ofLevel[g.level]++
		if g.level == "town" {
			towns[g.ref.Country]++
		}
	}
	most := 0
	for _, n := range countries {
		most = max(most, n)
	}
	home := p.setting.Home
	for _, g := range list {
		n := float64(len(g.names))
		for name := range g.signs {
			if strings.HasPrefix(name, "at ") {
				g.signs[name] /= n
			}
		}
		g.signs[g.level] = 1
		g.signs[g.level+" times"] = math.Log2(1 + n)
		g.signs[g.level+" share"] = n / float64(max(levels[g.level], 1))
		g.signs["share of its country"] = float64(countries[g.ref.Country]) / float64(max(total, 1))
		g.signs.note(countries[g.ref.Country] == most, "country named most")
		g.signs.note(len(countries) == 1, g.level+" in the only country")
		g.signs.note(ofLevel[g.level] == 1, "only "+g.level)
		g.signs.note(!first[g.level], "first "+g.level)
		first[g.level] = true
		g.signs.note(g.level == "town" && towns[g.ref.Country] == 1, "only town of its country")
		g.signs.note(g.level != "town" && towns[g.ref.Country] > 0, g.level+" with towns in its country")
		g.signs.note(n == 0, "not named")
		if home.Place.Ref.Country != "" {
			g.signs.note(home.Place.Ref.Country == g.ref.Country, "country of the outlet")
			g.signs.note(home.Place.Ref.Country != g.ref.Country, "not the outlet's country")
			if home.Place.Ref.City != "" && groundKey(home.Place.Ref) == g.key {
				g.signs["town of the outlet"] = home.Town
			}
			if home.Place.Ref.Admin1 != "" && g.ref.Admin1 != "" {
				g.signs.note(home.Place.Ref.Admin1 == g.ref.Admin1, "division of the outlet")
			}
		}
	}
	list.inDivisions()
	for _, g := range list {
		if g.level == "town" {
			for _, u := range list {
				if u != g && (u.level == "county" || u.level == "division") && len(u.names) > 0 && mayHold(u.ref, g.ref) {
					g.signs["its "+u.level+" is named"] = 1
					u.signs[u.level+" of a town"] = 1
				}
			}
		}
	}
}

// inDivisions notes which towns have the name of their division, "Aleppo", that other towns
// of it are named beside.
func (list grounds) inDivisions() {
	for _, g := range list {
		if g.level != "town" || g.ref.Admin1 == "" {
			continue
		}
		like, others, heads := likeDivision(g.ref), 0, 0
		for _, o := range list {
			if o != g && o.level == "town" && o.ref.Country == g.ref.Country && o.ref.Admin1 == g.ref.Admin1 {
				others++
				if likeDivision(o.ref) {
					heads++
				}
			}
		}
		g.signs.note(like && others == 0, "town like its division")
		g.signs.note(like && others > 0, "town like its division, others of it named")
		g.signs.note(!like && heads > 0, "town in the division of a town of its name")
		g.signs.note(!like && others > 0 && heads == 0, "towns of its division named")
	}
}

func likeDivision(ref dateline.PlaceRef) bool {
	x, y := letters(ref.City), letters(ref.Admin1)
	return x != "" && y != "" && (strings.HasPrefix(x, y) || strings.HasPrefix(y, x))
}

// letters are those of a name without case, marks and the Arabic article.
func letters(name string) string {
	name = lower(name)
	for _, article := range [...]string{"al-", "al ", "ar-", "ar ", "ad-", "as-", "at-", "az-"} {
		name = strings.TrimPrefix(name, article)
	}
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, name)
}

// peopleOf: whom it befell and who did it are of the country of the place.
func (p *pass) peopleOf(s pairSigns, g *groundOf, a *account) {
	of := func(list []argument, what string) {
		own, other := false, false
		for _, arg := range list {
			var countries []string
			if arg.target != nil {
				countries = arg.target.Nationality
			}
			for _, x := range arg.actors {
				if x.Ref.Country != "" {
					countries = append(slices.Clone(countries), x.Ref.Country)
				}
			}
			own = own || slices.Contains(countries, g.ref.Country)
			other = other || len(countries) > 0 && !slices.Contains(countries, g.ref.Country)
		}
		s.note(own, what+" of its country")
		s.note(other && !own, what+" of another country")
	}
	of(a.targets, "targets")
	of(a.perps, "doers")
}

// ruledGround is what the rules chose for an account.
type ruledGround struct {
	key string // "" for nothing
	how string
	ref dateline.PlaceRef
}

// byRule is where an account lies by the rules.
func (p *pass) byRule(a *account) ruledGround {
	if best := bestPlace(a); best != nil && best.Ref.Country != "" {
		how := "stated"
		if best.Ref.Inferred {
			how = "inferred"
		}
		return ruledGround{groundKey(best.Ref), how, best.Ref}
	}
	if x, ok := p.commonTown(a); ok {
		ref := townOf(x.Ref)
		return ruledGround{groundKey(ref), "common town", ref}
	}
	if x, ok := p.commonContainer(a); ok {
		if a.salience != dateline.Main {
			x.Ref.Admin1 = ""
		}
		ref := unitOf(x.Ref)
		return ruledGround{groundKey(ref), "container", ref}
	}
	return ruledGround{how: "nothing"}
}

// with are the places that an account may lie in: those that the report names, without those
// that it surely does not lie in, and the account's own that nothing names. by is where the
// rules put it.
func (list grounds) with(p *pass, a *account, by ruledGround) grounds {
	own := slices.DeleteFunc(slices.Clone(list), func(g *groundOf) bool { return g.key != by.key && p.surelyNot(a, g, by) })
	n := len(own)
	for _, x := range a.places {
		if x.role == dateline.PlaceSite && x.Ref.Country != "" && x.Ref.Precision != "" && x.Ref.Precision != dateline.P9 {
			own.of(x.Ref)
		}
	}
	if by.key != "" {
		own.of(by.ref)
	}
	for _, g := range own[n:] {
		g.signs[g.level], g.signs["not named"] = 1, 1
	}
	return own
}

// surelyNot: only those who tell of it are in the place, and it is not all that is known ("in
// BANNU DISTRICT, officials in Marvesk said"); or the account, not the main one, says
// nothing of where it was, and its sentences do not name the place.
func (p *pass) surelyNot(a *account, g *groundOf, by ruledGround) bool {
	if g.level != "town" || len(g.names) == 0 {
		return false
	}
	every := func(is func(groundName) bool) bool {
		return !slices.ContainsFunc(g.names, func(n groundName) bool { return !is(n) })
	}
	main, own := p.mainAccount(), bestPlace(a)
	if (a != main || own != nil && (!own.Ref.Inferred || own.Class == "unlisted")) && every(func(n groundName) bool { return p.toldFrom(n.Place, p.accounts) }) {
		return true
	}
	return main != nil && a != main && by.how != "stated" && every(func(n groundName) bool { return n.away(a) > 0 })
}

// groundSigns are what speaks for and against each place being where the account lies.
func (p *pass) groundSigns(list grounds, a *account, by ruledGround) [][]weigh.Feature {
	part := "main: "
	switch a.salience {
	case dateline.Main:
	case dateline.Recap:
		part = "recap: "
	default:
		part = "other: "
	}
	paper := ""
	if p.setting.Home.Place.Ref.Country != "" {
		paper = "local "
	}
	main := p.mainAccount()
	last := p.lastTownBefore(list, a)
	out := make([][]weigh.Feature, len(list))
	for i, g := range list {
		s := pairSigns{}
		for name, x := range g.signs {
			s[name] = x
		}
		s.note(g.key == by.key, part+paper+"by rule, "+by.how)
		s.note(g.key == by.key, "by rule, "+g.level)
		s.note(g.key != by.key, part+g.level+", by rule "+by.how)
		s.note(g.key != by.key && by.ref.Country != "" && by.ref.Country != g.ref.Country, part+"abroad, by rule "+by.how)
		p.statedSigns(s, g, a)
		if a != main && main != nil {
			if x := bestPlace(main); x != nil {
				s.note(groundKey(x.Ref) == g.key, "of the main account")
				s.note(x.Ref.Country == g.ref.Country, "country of the main account")
			}
		}
		s.note(by.key != "" && g.key != by.key && by.ref.City != "" && g.ref.City == "" && mayHold(g.ref, by.ref), g.level+" that holds the rules' town")
		s.note(by.key != "" && g.key != by.key && by.ref.City == "" && g.ref.City != "" && mayHold(by.ref, g.ref), "town in the rules' "+groundLevel(by.ref))
		s.note(g == last, part+"last town before")
		p.nearSigns(s, part, g, a)
		p.peopleOf(s, g, a)
		out[i] = weigh.Features(s)
	}
	return out
}

// nearest is the name of a place that stands nearest to the account.
func (p *pass) nearest(g *groundOf, a *account) (near *groundName, where string, rank int) {
	rank = math.MaxInt
	for i := range g.names {
		n := &g.names[i]
		if w, r := p.groundStandsTo(n, a); r < rank {
			near, where, rank = n, w, r
		}
	}
	return near, where, rank
}

// statedSigns: what the accounts of the report say of the place themselves.
func (p *pass) statedSigns(s pairSigns, g *groundOf, a *account) {
	holds, against := false, false
	for _, x := range a.places {
		switch {
		case x.Ref.Country == "":
		case groundKey(x.Ref) == g.key && x.role == dateline.PlaceStart:
			s["its start"] = 1
		case x.role != dateline.PlaceSite:
		case groundKey(x.Ref) == g.key:
			s.note(!x.Ref.Inferred, "stated "+g.level)
			s.note(x.Ref.Inferred, "taken for its "+g.level)
		case x.Ref.City == "" && g.ref.City != "":
			holds, against = holds || mayHold(x.Ref, g.ref), against || !mayHold(x.Ref, g.ref)
		case x.Ref.City != "" && g.ref.City != "" && !x.Ref.Inferred:
			s["another town stated"] = 1
		}
	}
	s.note(holds && !against, "in the stated unit")
	s.note(against, "outside the stated unit")
	for _, b := range p.accounts {
		if b == a {
			continue
		}
		for _, x := range b.places {
			if x.role == dateline.PlaceSite && !x.Ref.Inferred && groundKey(x.Ref) == g.key {
				s["stated by another"] = 1
			}
		}
	}
}

// lastTownBefore is the town that is named last before the account.
func (p *pass) lastTownBefore(list grounds, a *account) *groundOf {
	tr := a.triggers[0]
	at := p.trees[tr.sentence].Tokens[tr.head].Start
	var best *groundOf
	last := -1
	for _, g := range list {
		for _, n := range g.names {
			if g.level == "town" && !n.Filing && n.Start < at && n.Start > last {
				best, last = g, n.Start
			}
		}
	}
	return best
}

// nearSigns: how the name that is nearest stands to the account.
func (p *pass) nearSigns(s pairSigns, part string, g *groundOf, a *account) {
	near, where, rank := p.nearest(g, a)
	if near == nil {
		return
	}
	unit := "unit "
	if g.level == "town" {
		unit = "town "
	}
	s[part+unit+where] = 1
	if t, top := p.trees[near.Sentence], p.topOf(p.trees[near.Sentence], near.Place, near.token); rank < 50 {
		s[unit+"prep "+t.marker(top)] = 1
		s["rel "+t.Tokens[top].Rel+", "+where] = 1
		s.note(near.token > 1 && t.lemmaAt(near.token-1) == "of" && t.lex.Is(lexicon.Settlement, t.lemmaAt(near.token-2)), "named a settlement")
		if next := tokenAt(t, near.End); next > 0 {
			s.note(largeAreas[t.lemmaAt(next)] || areas[t.lemmaAt(next)], unit+"named an area")
			s.note(settlement[t.lemmaAt(next)], "named a settlement")
		}
		s.note(near.token > 1 && t.lemmaAt(near.token-1) == "of" && largeAreas[t.lemmaAt(near.token-2)], unit+"named an area")
	}
	if rank < sentenceBefore {
		t := p.trees[near.Sentence]
		s.note(near.Locative, "near, locative")
		s.note(afterwards(t, near.token, a), "near, afterwards")
		s.note(broughtTo(t, near.token) || p.whereTreated(t, near.Place, near.token), "near, treated")
		s.note(p.ofSpeaker(t, near.token, a), "near, of a speaker")
		s.note(p.toldFrom(near.Place, p.accounts), "near, told from")
		s.note(p.comesFrom(t, near.Place, near.token), "near, comes from")
		s.note(t.lemmaAt(near.token-1) == "from", "near, from")
		s.note(t.lex.Is(lexicon.Court, t.lemmaAt(near.token-2)), "near, court in")
		s.note(near.Class == "demonym", "near, a people")
	}
}

// sentenceBefore ranks behind all names in the sentences of an account.
const sentenceBefore = 40

// groundStandsTo says how a name stands to the account, the lower the rank the nearer.
func (p *pass) groundStandsTo(n *groundName, a *account) (string, int) {
	if slices.Contains(a.sentences, n.Sentence) {
		t := p.trees[n.Sentence]
		d, mine := arcs(t, n, a), a.inClauseOf(t, n)
		other := slices.ContainsFunc(p.accounts, func(b *account) bool { return b != a && arcs(t, n, b) < d })
		switch {
		case other:
			return "nearer another", 20 + min(d, 10)
		case mine && d <= 2:
			return "on its word", d
		case mine:
			return "in its clause", 3 + min(d, 4)
		case d <= 4:
			return "close in its sentence", 8 + d
		}
		return "in its sentence", 13 + min(d, 6)
	}
	if n.Filing {
		return "in the dateline", 90
	}
	best, rank := "far", 100
	for _, s := range a.sentences {
		of := func(w string, r int) {
			if r < rank {
				best, rank = w, r
			}
		}
		switch n.Sentence - s {
		case -1:
			of("sentence before", sentenceBefore)
		case 1:
			of("sentence after", 50)
		case -2, -3:
			of("shortly before", 60)
		case 2, 3:
			of("shortly after", 70)
		}
	}
	if rank == 100 && n.Sentence < ledeSentences {
		return "in the lede", 80
	}
	return best, rank
}

// arcs is how many arcs lie between a name and the nearest trigger of the account in its
// sentence, as many as the sentence has tokens if none stands there.
func arcs(t *tree, n *groundName, a *account) int {
	least := len(t.Tokens)
	for _, tr := range a.triggers {
		if tr.sentence == n.Sentence {
			least = min(least, t.distance(n.token, tr.head))
		}
	}
	return least
}

// inClauseOf is inClause for a name in a sentence of the account: the trigger must stand in
// that sentence.
func (a *account) inClauseOf(t *tree, n *groundName) bool {
	here := account{triggers: slices.DeleteFunc(slices.Clone(a.triggers), func(tr located) bool { return tr.sentence != n.Sentence })}
	return here.inClause(t, n.token)
}
