package place

import (
	"strings"
	"unicode"

	"github.com/opendateline/dateline/resolve/place/table"
)

// Shares given to a home that is only read from a name: how often a paper
// named after a town reports from its division and from the town.
const (
	namedDivision = 0.6
	namedTown     = 0.3
	leastNamed    = 15_000 // inhabitants of a town that a paper is taken to be named after
	leastOfName   = 1_000  // the same where the report names places around it
)

// titleParts cuts a title at the bars and dashes that set the outlet's own
// words apart from the headline.
func titleParts(title string) []string {
	return strings.Split(strings.NewReplacer(" | ", "\n", " - ", "\n", " – ", "\n", " — ", "\n", " :: ", "\n", " » ", "\n").Replace(title), "\n")
}

// fromTitle reads "Two hurt - Action News 5 - Memphis, Tennessee": a town and
// its division behind the headline are the outlet's.
func (g *Gazetteer) fromTitle(title string) Home {
	parts := titleParts(title)
	for i := len(parts) - 1; i > 0; i-- {
		if h := g.townAndDivision(parts[i]); h.Known() {
			return h
		}
	}
	return nowhere
}

func (g *Gazetteer) townAndDivision(part string) Home {
	before, after, ok := strings.Cut(part, ", ")
	if !ok {
		return nowhere
	}
	left, right := strings.Fields(before), strings.Fields(after)
	for n := min(2, len(right)); n > 0; n-- {
		for _, d := range g.named(table.Hash(table.Fold(strings.Join(right[:n], " ")))) {
			if d.code != "A.ADM1" {
				continue
			}
			for k := min(3, len(left)); k > 0; k-- {
				if t, ok := g.townIn(strings.Join(left[len(left)-k:], " "), d.row); ok {
					return homeAt(t, "title")
				}
			}
		}
	}
	return nowhere
}

func homeAt(t namesake, basis string) Home {
	return Home{Basis: basis, Division: namedDivision, Town: namedTown,
		country: t.entry.Country, admin1: t.entry.Admin1, town: t.row, lat: t.entry.Lat, lon: t.entry.Lon}
}

// fromName finds the town that an outlet is named after: "The Memphis Herald",
// "memphisherald.com".
func (g *Gazetteer) fromName(outlet, host string) Home {
	names := g.inName(outlet)
	if outlet == "" || strings.EqualFold(outlet, host) || strings.Contains(outlet, host) && host != "" {
		names = g.inHost(host)
	}
	country := g.domainCountry(host)
	for _, name := range names {
		for _, t := range g.named(table.Hash(name)) {
			if t.code[0] == 'P' && !t.alternate && t.entry.Population >= leastNamed && (country < 0 || t.entry.Country == country) {
				return homeAt(t, "name")
			}
		}
	}
	return nowhere
}

// inName gives the runs of words of a printed name that may be a town, longest
// first.
func (g *Gazetteer) inName(outlet string) []string {
	words := strings.Fields(table.Fold(outlet))
	var out []string
	for n := min(3, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			if n > 1 || !g.words.common.has(words[i]) && !g.words.is("affix", words[i]) {
				out = append(out, strings.Join(words[i:i+n], " "))
			}
		}
	}
	return out
}

// inHost takes the words that media have in their names from the ends of a
// host's own label; what is left, in one word or two, may be a town.
func (g *Gazetteer) inHost(host string) []string {
	labels := strings.Split(host, ".")
	if len(labels) < 2 {
		return nil
	}
	own := labels[len(labels)-2]
	if len(labels) > 2 && len(own) <= 3 {
		own = labels[len(labels)-3]
	}
	label := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '-'
		}
		return r
	}, own)
	var out []string
	for _, left := range g.words.stripped(label) {
		if len(left) < 4 || g.words.common.has(left) {
			continue
		}
		out = append(out, strings.ReplaceAll(left, "-", " "))
		for i := 3; i+3 <= len(left); i++ {
			out = append(out, left[:i]+" "+left[i:])
		}
	}
	return out
}

// stripped gives a label as it is and after each affix taken from its ends.
func (l *lexicon) stripped(label string) []string {
	label = strings.Trim(label, "-")
	out := []string{label}
	for i := 0; i < len(l.affixes); i++ {
		affix := l.affixes[i]
		rest := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(label, affix), affix), "-")
		if rest != label && len(rest) >= 4 {
			label, i = rest, -1 // from the longest affix again
			out = append(out, label)
		}
	}
	return out
}

// fromDomain takes the country of a national domain.
func (g *Gazetteer) fromDomain(host string) Home {
	h := nowhere
	if h.country = g.domainCountry(host); h.country >= 0 {
		h.Basis = "domain"
	}
	return h
}

// domainCountry is the country of a host's last label, -1 if it has none or is
// one that anybody takes.
func (g *Gazetteer) domainCountry(host string) int {
	last := host[strings.LastIndexByte(host, '.')+1:]
	if last == "uk" {
		last = "gb"
	}
	if i, ok := g.byAlpha[strings.ToUpper(last)]; ok && len(last) == 2 && !g.words.is("open", last) {
		return i
	}
	return -1
}

// settleHome chooses among the towns that an outlet may be named after the one
// in the division that most of the report's own names lie in: the Columbia of
// the Columbia Herald is that of the report about Maury County.
func (r *resolver) settleHome() {
	if r.home.Basis != "name" || r.home.town < 0 {
		return
	}
	name := table.Fold(r.g.table.Entry(r.home.town).Name)
	towns := r.g.named(table.Hash(name))
	guess := r.home
	r.home = nowhere
	r.settle()
	own := r.byKey[name] // does not speak for itself
	if own == nil {
		own = &nameless
	}
	best := r.share(r.admins, guess.admin1, own, own.admin)
	for _, t := range towns {
		if t.code[0] != 'P' || t.alternate || t.entry.Admin1 < 0 || t.entry.Population < leastOfName {
			continue
		}
		if share := r.share(r.admins, t.entry.Admin1, own, own.admin); share > best {
			best, guess = share, homeAt(t, "name")
		}
	}
	r.home = guess
}

var nameless = name{country: -1, admin: -1}
