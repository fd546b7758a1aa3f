package place

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place/table"
)

// Home is where a report's outlet reports from, as far as that can be known
// without its text. A local outlet seldom says which Springfield it means: its
// own. Rows are -1 where nothing is known.
type Home struct {
	Basis    string  // "outlet", "title", "name", "domain"; "" if nothing is known
	Division float64 // share of its reports that come from the division, from 0 to 1
	Town     float64 // the same of the town

	country, admin1, town int
	lat, lon              float64
}

// Known says whether anything is known.
func (h Home) Known() bool { return h.Basis != "" }

var nowhere = Home{country: -1, admin1: -1, town: -1}

// beat is a row of outlets.tsv: where an outlet's reports came from.
type beat struct {
	country, division, town     string
	reports, inDivision, inTown int
}

// addBeats reads rows of outlets.tsv; a host that is there already is replaced.
func (l *lexicon) addBeats(rows [][]string) error {
	for _, f := range rows {
		b := beat{country: f[1], division: f[2], town: f[3]}
		for i, to := range []*int{&b.reports, &b.inDivision, &b.inTown} {
			n, err := strconv.Atoi(f[4+i])
			if err != nil {
				return fmt.Errorf("outlet %s: %q is no number of reports", f[0], f[4+i])
			}
			*to = n
		}
		l.beats[f[0]] = b
	}
	return nil
}

// Host is the host that a report comes from, "" if it has none: the outlet, if
// it is written as a host, else that of the address. The address of an archived
// page stands behind the archive's own.
func Host(outlet, address string) string {
	if strings.Contains(outlet, ".") && !strings.ContainsAny(outlet, " /") {
		return bare(outlet)
	}
	if at := strings.LastIndex(address, "/http"); at >= 0 {
		address = address[at+1:]
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return bare(u.Hostname())
}

func bare(host string) string {
	host = strings.ToLower(host)
	for _, prefix := range []string{"www.", "m."} {
		host = strings.TrimPrefix(host, prefix)
	}
	return host
}

// homeOf says where the outlet of a report sits: by the table of outlets, by
// the town and state that its pages put into their titles, by a place in its
// name, by the country of its domain.
func (g *Gazetteer) homeOf(report *dateline.Report) Home {
	if report == nil {
		return nowhere
	}
	host := Host(report.Outlet, report.URL)
	for at := host; strings.Contains(at, "."); _, at, _ = strings.Cut(at, ".") {
		if b, ok := g.words.beats[at]; ok && b.reports > 0 {
			return g.fromBeat(b)
		}
	}
	if h := g.fromTitle(report.Title); h.Known() {
		return h
	}
	if h := g.fromName(report.Outlet, host); h.Known() {
		return h
	}
	return g.fromDomain(host)
}

func (g *Gazetteer) fromBeat(b beat) Home {
	h := nowhere
	i, ok := g.byAlpha[b.country]
	if !ok {
		return h
	}
	h.Basis, h.country = "outlet", i
	share := func(n int) float64 { return float64(n) / float64(b.reports+1) }
	for _, n := range g.named(table.Hash(table.Fold(b.division))) {
		if n.code == "A.ADM1" && n.entry.Country == i {
			h.admin1, h.Division = n.row, share(b.inDivision)
			h.lat, h.lon = n.entry.Lat, n.entry.Lon
		}
	}
	if t, ok := g.townIn(b.town, h.admin1); ok && h.admin1 >= 0 {
		h.town, h.Town, h.lat, h.lon = t.row, share(b.inTown), t.entry.Lat, t.entry.Lon
	}
	return h
}

// townIn finds the largest town of that name in a division.
func (g *Gazetteer) townIn(name string, admin1 int) (namesake, bool) {
	return townAmong(g.named(table.Hash(table.Fold(name))), admin1)
}

// townAmong is the same among the bearers of a name.
func townAmong(names []namesake, admin1 int) (namesake, bool) {
	for _, n := range names {
		if n.code[0] == 'P' && n.entry.Admin1 == admin1 {
			return n, true
		}
	}
	return namesake{}, false
}

// homeRadius is how far around its town a local outlet reports, in metres.
const homeRadius = 40_000

// HomeRef is the reference to a home: the town and its surroundings, else the
// division or the country; false if nothing is known. It says where an outlet
// reports from, not where anything happened.
func (g *Gazetteer) HomeRef(h Home) (dateline.PlaceRef, bool) {
	row := h.town
	if row < 0 {
		row = h.admin1
	}
	if row < 0 && h.country >= 0 {
		row, _ = g.table.ByNumber(g.countries[h.country].GeonameID)
	}
	if row < 0 {
		return dateline.PlaceRef{}, false
	}
	p := g.place(row)
	r := Resolved{Place: &p, Precision: p.Precision, RadiusM: *p.RadiusM}
	if row == h.town {
		r.Precision, r.RadiusM = dateline.P2, homeRadius
	}
	return g.Ref(r, dateline.PlaceSite), true
}
