package reconcile

import (
	"sort"
	"strconv"

	"github.com/opendateline/dateline"
)

// sites are the towns that an operation struck, as its accounts name them, each
// once, in order of name; none for an incident of one place (LNK-7).
func (d *docket) sites() []dateline.PlaceRef {
	seen := map[string]bool{}
	var out []dateline.PlaceRef
	for _, m := range d.mentions {
		for _, x := range m.Sites {
			if key := x.Country + "|" + x.Admin1 + "|" + x.City; !seen[key] {
				seen[key] = true
				out = append(out, x)
			}
		}
	}
	sort.SliceStable(out, func(i, k int) bool { return out[i].City < out[k].City })
	return out
}

// atSites is "at 3 sites": the words of an operation in a title.
func atSites(n int) string { return " at " + strconv.Itoa(n) + " sites" }

// ordinalWords tell one of several blasts or attackers from the others.
var ordinalWords = map[int]string{1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}

// ordinal is the number by which all accounts tell a part from the others at
// its place, 0 if it is none (LNK-6).
func (d *docket) ordinal() int {
	for _, m := range d.mentions {
		if m.Ordinal > 0 {
			return m.Ordinal
		}
	}
	return 0
}
