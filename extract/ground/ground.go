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

// Sure is how likely a ground must be to be taken in place of what the rules chose.
const Sure = 0.5

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
