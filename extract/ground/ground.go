// Package ground chooses where each account of a report lies.
//
// A report names the town of the blast and those of the court, the ministry, the
// hospital, the family and the reporter; it tells in a clause of an older attack
// elsewhere, and gives the region first and the town three sentences on. The towns, units
// and countries that a report names are grounds; what package extract saw of each, and of
// how it stands to an account, are named signs. Their weights in data/weights.tsv (sign,
// weight) were learned by train/ground from reports whose incidents readers placed. What
// the rules of package extract chose is one of the signs, so that the model says where
// they are wrong.
package ground

import (
	_ "embed"
	"math"

	"github.com/opendateline/dateline/extract/weigh"
)

//go:embed data/weights.tsv
var weightsTSV string

// English reads the weights that are compiled into the program. The error is
// coded dateline.Damaged and can only come from the embedded file.
func English() (weigh.Table, error) { return weigh.Read(weightsTSV, "ground") }

// Sure is how likely a ground must be to be taken in place of what the rules chose, and
// Surer how many times likelier than that.
const (
	Sure  = 0.5
	Surer = 2
)

// Best is the ground that is taken in place of the one that the rules chose, or of none
// where byRule is -1: byRule itself unless another is likely enough.
func Best(weights weigh.Table, grounds [][]weigh.Feature, byRule int) int {
	chances := Chances(weights, grounds)
	best, none := byRule, 1.0
	for i, c := range chances {
		none -= c
		if best < 0 || c > chances[best] {
			best = i
		}
	}
	if best < 0 || best == byRule || chances[best] < Sure {
		return byRule
	}
	before := none
	if byRule >= 0 {
		before = chances[byRule]
	}
	if chances[best] < Surer*before {
		return byRule
	}
	return best
}

// Chances are how likely each ground is, by its signs, among all and none of them.
func Chances(weights weigh.Table, grounds [][]weigh.Feature) []float64 {
	out, sum := make([]float64, len(grounds)), 1.0
	for i, signs := range grounds {
		out[i] = math.Exp(weights.Sum(signs))
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}
