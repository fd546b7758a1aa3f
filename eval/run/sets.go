package run

import "slices"

// Real and Invented are the sets of records with answers of our own that package extract
// is taught on; those that are only scored are not among them.
var (
	Real     = []string{"eval/real/first", "eval/real/second", "eval/real/third", "eval/real/fourth"}
	Invented = []string{"eval/unfamiliar", "eval/unfamiliar/second", "eval/unfamiliar/third", "eval/unfamiliar/fifth", "eval/unfamiliar/seventh", "eval/unfamiliar/ninth", "eval/unfamiliar/eleventh"}
)

// Taught are both.
func Taught() []string { return slices.Concat(Real, Invented) }
