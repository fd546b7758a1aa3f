package fill

import (
	_ "embed"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// placeTable lists the places of the task: country, name, type, the usual type
// of a name first. The type FILED gives the country of a place that messages
// are filed from.
//
//go:embed data/places.tsv
var placeTable string

// place is a place as the task names it. A country has the type COUNTRY.
type place struct{ country, name, kind string }

// gazetteer knows the places of the task.
type gazetteer struct {
	byName map[string][]place
	filed  map[string]string
	seats  map[string]string // capitals by country
}

func newGazetteer() *gazetteer {
	g := &gazetteer{map[string][]place{}, map[string]string{}, map[string]string{}}
	for _, line := range strings.Split(placeTable, "\n") {
		row := strings.Split(line, "\t")
		switch {
		case len(row) != 3 || strings.HasPrefix(line, "#"):
		case row[2] == "FILED":
			g.filed[row[1]] = row[0]
		case row[2] == "CAPITAL":
			g.seats[row[0]] = row[1]
		default:
			g.byName[row[1]] = append(g.byName[row[1]], place{row[0], row[1], row[2]})
		}
	}
	return g
}

func (g *gazetteer) knows(name string) bool { return len(g.byName[name]) > 0 }

// expected are the countries that the task is about.
var expected = map[string]bool{"EL SALVADOR": true, "GUATEMALA": true, "HONDURAS": true, "ARGENTINA": true, "BOLIVIA": true, "CHILE": true, "COLOMBIA": true, "ECUADOR": true, "PERU": true}

// placeMention is a name of the gazetteer in a text.
type placeMention struct {
	sentence, from, to int
	name               string
}

// find finds the longest names of a message.
func (g *gazetteer) find(m *Message) []placeMention {
	var out []placeMention
	for si := range m.Sentences {
		s := &m.Sentences[si]
		for i := 0; i < len(s.Words); i++ {
			if end := g.longest(s, i); end > 0 {
				out = append(out, placeMention{si, i, end, s.phrase(i, end)})
				i = end - 1
			}
		}
	}
	return out
}

// longest gives the end of the longest name that begins at a word, 0 for none.
func (g *gazetteer) longest(s *Sentence, i int) int {
	switch s.Words[i].POS {
	case "PROPN", "ADJ", "NOUN":
	default:
		return 0
	}
	for end := min(len(s.Words), i+5); end > i; end-- {
		if name := s.phrase(i, end); len(name) > 3 && g.knows(name) {
			return end
		}
	}
	return 0
}

// width orders types of places: 0 for a country, 4 for the narrowest.
func width(kind string) int {
	switch kind {
	case "COUNTRY":
		return 0
	case "DEPARTMENT", "OFFICIAL REGION", "STATE", "INTENDANCY", "COMMISSARIAT", "REGION", "PROVINCE", "ZONE":
		return 1
	case "MUNICIPALITY", "JURISDICTION":
		return 2
	case "CITY", "TOWN", "PORT", "VILLAGE", "CANTON":
		return 3
	}
	return 4
}

// home is the expected country that the message was filed from.
func (r *reading) home() string {
	if expected[r.Country] {
		return r.Country
	}
	for _, p := range r.tables.places.byName[r.City] {
		if expected[p.country] {
			return p.country
		}
	}
	if country := r.tables.places.filed[r.City]; expected[country] {
		return country
	}
	return ""
}

// mostNamed is the expected country of most names and nationalities.
func (r *reading) mostNamed() string {
	counts := map[string]int{}
	for i := range r.Sentences {
		for _, w := range r.Sentences[i].Words {
			if country, ok := nationalities[w.Form]; ok {
				counts[country]++
			}
		}
	}
	for _, p := range r.places {
		counts[r.tables.places.byName[p.name][0].country]++
	}
	best := ""
	for country, n := range counts {
		if expected[country] && (best == "" || n > counts[best] || n == counts[best] && country < best) {
			best = country
		}
	}
	return best
}

var nationalities = map[string]string{"SALVADORAN": "EL SALVADOR", "SALVADORANS": "EL SALVADOR", "GUATEMALAN": "GUATEMALA", "HONDURAN": "HONDURAS", "ARGENTINE": "ARGENTINA", "BOLIVIAN": "BOLIVIA", "CHILEAN": "CHILE", "COLOMBIAN": "COLOMBIA", "COLOMBIANS": "COLOMBIA", "ECUADORAN": "ECUADOR", "ECUADOREAN": "ECUADOR", "PERUVIAN": "PERU", "NICARAGUAN": "NICARAGUA", "PANAMANIAN": "PANAMA", "SPANISH": "SPAIN", "SPANIARD": "SPAIN", "SPANIARDS": "SPAIN", "U.S.": "UNITED STATES", "US": "UNITED STATES", "AMERICAN": "UNITED STATES", "AMERICANS": "UNITED STATES", "SOVIET": "USSR", "SOVIETS": "USSR", "FRENCH": "FRANCE", "BRITISH": "UNITED KINGDOM", "BRAZILIAN": "BRAZIL", "BRAZILIANS": "BRAZIL", "MEXICAN": "MEXICO", "ITALIAN": "ITALY", "DUTCH": "NETHERLANDS", "NORWEGIAN": "NORWAY", "CUBAN": "CUBA", "VENEZUELAN": "VENEZUELA", "CHINESE": "PEOPLES REP OF CHINA", "JAPANESE": "JAPAN", "ISRAELI": "ISRAEL", "CANADIAN": "CANADA", "SWISS": "SWITZERLAND", "AUSTRALIAN": "AUSTRALIA"}

// placeOptions are the places that the incident of a group may have.
func (r *reading) placeOptions(g *group) []option {
	var out []option
	home, most := r.home(), r.mostNamed()
	narrow := false
	for _, x := range slices.Concat(r.places, r.implied(home, most)) {
		p := r.meant(x, home, most)
		if p.kind == "COUNTRY" {
			out = offer(out, p.country, g.distance(x.sentence), r.countryBag(g, x, p.country, home, most))
			continue
		}
		narrow = narrow || g.has(x.sentence)
		out = r.offerPlace(out, g, x, p, home)
	}
	for _, country := range []string{home, most} {
		if country != "" {
			var b bag
			b.add("country")
			b.add("default", yes(narrow), yes(country == home), yes(country == most))
			out = offer(out, country, far, b)
		}
	}
	return out
}

// implied are the places that "this city", "here" and "the capital" stand for.
func (r *reading) implied(home, most string) []placeMention {
	if home == "" {
		home = most
	}
	var out []placeMention
	for si := range r.Sentences {
		for i, w := range r.Sentences[si].Words {
			name := ""
			switch before := r.Sentences[si].at(i - 1).Form; {
			case w.Form == "CAPITAL":
				name = r.tables.places.seats[home]
			case w.Form == "CITY" && before == "THIS", w.Form == "HERE":
				name = r.City
			}
			if r.tables.places.knows(name) {
				out = append(out, placeMention{si, i, i + 1, name})
			}
		}
	}
	return out
}

// meant chooses among the places of a name: of the type that the next word
// says, in the country of the message.
func (r *reading) meant(x placeMention, home, most string) place {
	rows := r.tables.places.byName[x.name]
	want := home
	if want == "" {
		want = most
	}
	chosen := rows[0]
	if at := slices.IndexFunc(rows, func(p place) bool { return p.country == want }); at >= 0 {
		chosen = rows[at]
	}
	next := r.Sentences[x.sentence].at(x.to).Form
	for _, p := range rows {
		if p.country == chosen.country && p.kind == next {
			chosen = p
		}
	}
	return chosen
}

func (r *reading) countryBag(g *group, x placeMention, country, home, most string) bag {
	var b bag
	b.add("country")
	b.add("countryd", strconv.Itoa(g.signed(x.sentence)))
	b.add("rank", yes(country == home), yes(country == most))
	return b
}

// offerPlace offers a place as keys wrote it, alone, and within a wider place
// that stands beside it.
func (r *reading) offerPlace(out []option, g *group, x placeMention, p place, home string) []option {
	b := r.placeBag(g, x, p, home)
	known := false
	chains := r.tables.chains[x.name]
	for _, chain := range slices.Sorted(maps.Keys(chains)) {
		n := chains[chain]
		if strings.HasPrefix(chain, p.country+":") {
			k := slices.Clone(b)
			k.add("learned", small(n))
			k.add("learned")
			out = offer(out, chain, g.distance(x.sentence), k)
			known = true
		}
	}
	plain := slices.Clone(b)
	plain.add("plain", yes(known), strconv.Itoa(width(p.kind)))
	out = offer(out, p.country+": "+p.title(), g.distance(x.sentence), plain)
	if known {
		return out
	}
	s := &r.Sentences[x.sentence]
	for _, y := range r.places {
		if y.sentence != x.sentence || y.name == x.name || abs(y.from-x.from) > 8 {
			continue
		}
		for _, q := range r.tables.places.byName[y.name] {
			if q.country == p.country && q.kind != "COUNTRY" && width(q.kind) < width(p.kind) {
				k := slices.Clone(b)
				k.add("within", strconv.Itoa(width(q.kind)), strconv.Itoa(width(p.kind)))
				k.add("withink", q.kind, p.kind, yes(s.at(y.to).Form == q.kind))
				k.add("gap", small(y.from-x.from))
				out = offer(out, p.country+": "+q.title()+": "+p.title(), g.distance(x.sentence), k)
				break
			}
		}
	}
	return out
}

func (p place) title() string { return p.name + " (" + p.kind + ")" }

func (r *reading) placeBag(g *group, x placeMention, p place, home string) bag {
	var b bag
	s := &r.Sentences[x.sentence]
	dist, wide := strconv.Itoa(g.signed(x.sentence)), strconv.Itoa(width(p.kind))
	before := s.at(x.from - 1).Form
	b.add("kind", p.kind)
	b.add("level", wide)
	b.add("dist", dist)
	b.add("ld", wide, dist)
	b.add("home", yes(p.country == home))
	b.add("name", p.name)
	b.add("word", yes(s.Words[x.from].Form == x.name), s.Words[x.from].Form, dist)
	b.add("city", yes(p.name == r.City), dist)
	b.add("prev", before)
	b.add("prevd", before, dist)
	b.add("next", s.at(x.to).Form)
	b.add("prev2", s.at(x.from-2).Lemma, before)
	if _, up := r.step(x.sentence, r.tops[x.sentence][x.from]); up >= 0 {
		b.add("gov", s.Words[up].Lemma)
	}
	b.add("first", yes(x.sentence == g.sentences[0]))
	times, narrowest := 0, 0
	for _, y := range r.places {
		if y.name == x.name {
			times++
		} else if g.has(y.sentence) {
			narrowest = max(narrowest, r.widthWithin(y.name, p.country))
		}
	}
	b.add("times", small(times))
	b.add("narrower", strconv.Itoa(narrowest), wide)
	return b
}

func (r *reading) widthWithin(name, country string) int {
	for _, q := range r.tables.places.byName[name] {
		if q.country == country {
			return width(q.kind)
		}
	}
	return 0
}
