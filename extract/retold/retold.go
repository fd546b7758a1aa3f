// Package retold says how likely two accounts of one report tell of one happening.
//
// Local news tells its one shooting in a headline, by a street, by a witness, by a
// caption; news of a war tells of five attacks in as many sentences. What package
// extract saw of two accounts are named signs, each present or not; their weights
// in data/weights.tsv (sign, weight) were learned by train/retold from pairs that
// were judged by eye and from the answer keys of MUC-4, and add up to log-odds.
package retold

import (
	_ "embed"

	"github.com/opendateline/dateline/extract/weigh"
)

//go:embed data/weights.tsv
var weightsTSV string

// English reads the weights that are compiled into the program. The error is
// coded dateline.Damaged and can only come from the embedded file.
func English() (weigh.Table, error) { return weigh.Read(weightsTSV, "retold") }

// Likely is the chance from which two accounts are taken for one. A lower one, .6,
// joins happenings of lists and round-ups.
const Likely = 0.75
