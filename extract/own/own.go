// Package own says how likely an account is an incident that a careful reader would note
// as one of its own.
//
// A report of the world's news tells of more than its incident: of what a trial, a war or
// a life was about, in a clause, a caption or a figure. Some of it is an incident of the
// past with its day and place; much is a word of violence that a rule took for one. What
// package extract saw of an account, of the report and of how the account stands to the
// first that the report tells of are named signs, each with a value; their weights in
// data/weights.tsv (sign, weight) were learned by train/own from the records that readers
// noted of real and of invented reports, and add up to log-odds.
package own

import (
	_ "embed"

	"github.com/opendateline/dateline/extract/weigh"
)

//go:embed data/weights.tsv
var weightsTSV string

// English reads the weights that are compiled into the program. The error is
// coded dateline.Damaged and can only come from the embedded file.
func English() (weigh.Table, error) { return weigh.Read(weightsTSV, "own") }

// Unlikely is the chance below which an account that is not the likeliest of its report
// is left out. By cross-validation on the real reports learned from, .15 takes away 27 and
// .2 45 of 318 records that no reader noted, and four and six of 656 that readers did
// (train/own).
const Unlikely = 0.18
