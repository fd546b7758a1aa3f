package reconcile

import (
	"sort"

	"github.com/opendateline/dateline"
)

// family groups means that can be said of one weapon at different precision;
// means of different families exclude each other.
var family = map[dateline.Means]string{
	dateline.SuicideBody: "explosive", dateline.SuicideVehicle: "explosive", dateline.ExplosiveVehicle: "explosive",
	dateline.ExplosivePlaced: "explosive", dateline.ExplosiveUnspecific: "explosive", dateline.MineUXO: "explosive",
	dateline.Grenade: "explosive", dateline.RPG: "fire", dateline.IndirectFire: "fire", dateline.Missile: "fire",
	dateline.AirCrewed: "air", dateline.AirDrone: "air", dateline.AirUnspecified: "air", dateline.Firearms: "firearms",
	dateline.EdgedBlunt: "blade", dateline.VehicleRamming: "ramming", dateline.Incendiary: "fire setting",
}

// rivalMeans are the pairs within a family that no weapon is both of.
var rivalMeans = [][2]dateline.Means{
	{dateline.SuicideBody, dateline.ExplosivePlaced}, {dateline.SuicideVehicle, dateline.ExplosivePlaced},
	{dateline.AirCrewed, dateline.AirDrone},
}

// exclusive says whether two accounts of the means cannot both hold. An attack
// with several means differs only where none is shared; explosives beside
// anything that explodes, and an unknown means, differ from nothing.
func exclusive(a, b dateline.Facets) bool {
	x, y := known(a.Means), known(b.Means)
	if len(x) != 1 || len(y) != 1 {
		return false
	}
	for _, pair := range rivalMeans {
		if (x[0] == pair[0] && y[0] == pair[1]) || (x[0] == pair[1] && y[0] == pair[0]) {
			return true
		}
	}
	f, g := family[x[0]], family[y[0]]
	blast := map[string]bool{"air": true, "fire": true}
	if (x[0] == dateline.ExplosiveUnspecific && blast[g]) || (y[0] == dateline.ExplosiveUnspecific && blast[f]) {
		return false
	}
	return f != "" && g != "" && f != g
}

func known(means []dateline.Means) []dateline.Means {
	var out []dateline.Means
	for _, m := range means {
		if m != dateline.MeansUnknown && m != "" {
			out = append(out, m)
		}
	}
	return out
}

// general means give way to a narrower one of the same family.
var generalMeans = map[dateline.Means]bool{dateline.ExplosiveUnspecific: true, dateline.AirUnspecified: true}

// facets merges the mentions' facets: of the act, the aim and each means the
// one that most origins state, a narrower one before a wider one. Nothing goes
// in that no mention says (TAX-2).
func (d *docket) facets() dateline.Facets {
	acts, aims := ballot{}, ballot{}
	means, flags := ballot{}, ballot{}
	for _, m := range d.mentions {
		if m.Kind != dateline.KindIncident && len(d.mentions) > 1 {
			continue
		}
		origin := d.originOfMention(m)
		acts.add(string(m.Facets.Act), origin)
		aims.add(string(m.Facets.Aim), origin)
		for _, x := range m.Facets.Means {
			means.add(string(x), origin)
		}
		for _, f := range m.Facets.Flags {
			flags.add(string(f), origin)
		}
	}
	out := dateline.Facets{Act: dateline.Act(acts.winner()), Aim: dateline.Aim(aims.winner()), Means: mergeMeans(means.ranked())}
	if out.Act == "" {
		out.Act = dateline.ActUnknown
	}
	for _, f := range flags.ranked() {
		out.Flags = append(out.Flags, dateline.Flag(f))
	}
	sort.Slice(out.Flags, func(i, j int) bool { return out.Flags[i] < out.Flags[j] })
	return out
}

// mergeMeans drops the wider words beside a narrower one of their family, and
// of two rivals the one that fewer origins state.
func mergeMeans(ranked []string) []dateline.Means {
	var out []dateline.Means
	for _, s := range ranked {
		m := dateline.Means(s)
		if generalMeans[m] && hasNarrower(ranked, m) {
			continue
		}
		if !excludedBy(out, m) {
			out = append(out, m)
		}
	}
	return out
}

func hasNarrower(ranked []string, m dateline.Means) bool {
	for _, s := range ranked {
		if o := dateline.Means(s); o != m && family[o] == family[m] && !generalMeans[o] {
			return true
		}
	}
	return false
}

func excludedBy(chosen []dateline.Means, m dateline.Means) bool {
	for _, pair := range rivalMeans {
		for _, c := range chosen {
			if (c == pair[0] && m == pair[1]) || (c == pair[1] && m == pair[0]) {
				return true
			}
		}
	}
	return false
}

// originOfMention is whoever stands behind an account: the origin of its first
// claim in the order of ids, else its report.
func (d *docket) originOfMention(m dateline.Mention) dateline.ID {
	for _, v := range d.voices {
		if v.claim.MentionID == m.ID {
			return v.origin.ID
		}
	}
	return m.ReportID
}

// ballot counts the origins that state a value; empty and unknown do not vote.
type ballot map[string]map[dateline.ID]bool

func (b ballot) add(value string, origin dateline.ID) {
	if value == "" || value == "unknown" {
		return
	}
	if b[value] == nil {
		b[value] = map[dateline.ID]bool{}
	}
	b[value][origin] = true
}

// ranked lists the values, most origins first, then by name.
func (b ballot) ranked() []string {
	out := make([]string, 0, len(b))
	for value := range b {
		out = append(out, value)
	}
	sort.Slice(out, func(i, j int) bool {
		if x, y := len(b[out[i]]), len(b[out[j]]); x != y {
			return x > y
		}
		return out[i] < out[j]
	})
	return out
}

func (b ballot) winner() string {
	if ranked := b.ranked(); len(ranked) > 0 {
		return ranked[0]
	}
	return ""
}

// subCount is the largest number of blasts or attackers any account gives
// (LNK-6), one at least.
func (d *docket) subCount() int {
	n := 1
	for _, m := range d.mentions {
		n = max(n, m.SubCount)
	}
	return n
}

// clarity is 1 when some account is of one happening or a given number, 2 when all
// tell of it only in summing up (§1.6).
func (d *docket) clarity() int {
	for _, m := range d.mentions {
		if m.Kind == dateline.KindIncident && m.Cardinality.N != nil {
			return 1
		}
	}
	return 2
}
