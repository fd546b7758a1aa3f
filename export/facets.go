package export

import (
	"strings"
	"sync"
	"time"

	"github.com/opendateline/dateline"
)

// imports holds data/imports.tsv by dataset and word.
var imports = sync.OnceValue(func() map[[2]string]dateline.Facets {
	table := map[[2]string]dateline.Facets{}
	for line := range strings.Lines(readData("imports.tsv")) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) != 5 || strings.HasPrefix(line, "#") {
			continue
		}
		facets := dateline.Facets{Act: dateline.Act(f[2]), Aim: dateline.Aim(f[4])}
		if f[3] != "" {
			facets.Means = []dateline.Means{dateline.Means(f[3])}
		}
		table[[2]string{f[0], f[1]}] = facets
	}
	return table
})

// facetsOf reads another dataset's word for a kind of incident (domain §2.3).
// A word that is not in the table leaves the act unknown.
func facetsOf(dataset, word string) dateline.Facets {
	if f, ok := imports()[[2]string{dataset, word}]; ok {
		return f
	}
	return dateline.Facets{Act: dateline.ActUnknown}
}

func monthOf(n int) time.Month { return time.Month(n) }
