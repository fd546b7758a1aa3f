// Package earnest says how likely an account is one of violence that people did and
// suffered.
//
// The words of violence are lent to games, prices, germs and storms; plays and drills
// tell of deaths that nobody died. No list of what they are lent to is complete. What
// package extract saw of an account and of the report around it are named signs, each
// with a value; their weights in data/weights.tsv (sign, weight) were learned by
// train/earnest from reports that people filed as violence and from look-alikes, and
// add up to log-odds.
package earnest

import (
	_ "embed"

	"github.com/opendateline/dateline/extract/weigh"
)

//go:embed data/weights.tsv
var weightsTSV string

// English reads the weights that are compiled into the program. The error is
// coded dateline.Damaged and can only come from the embedded file.
func English() (weigh.Table, error) { return weigh.Read(weightsTSV, "earnest") }

// Unlikely is the chance that some account of a report must have if any is to stand. It was
// chosen by the tenth unfamiliar set, in which it loses no report of violence that the
// reading finds an account in but one.
const Unlikely = 0.2
