// Package day says of every account of a report which of the dates that the report names is
// its day, where the one that the rules found is unlikely. Package extract asks it of those
// that the rules left undated: against a date that they read it is right no more often.
//
// A report tells of several happenings and names many dates; the rules give each account the
// date that its clause, its sentence or the lede gives. What package extract saw of each date
// and of how it stands to the account (how far away, before or behind, in the clause of an
// arrest, nearer to another word of violence, of which other account), and of the account
// itself for its having none, are named signs, each with a value. Their weights in
// data/weights.tsv (sign, weight) were learned by train/day from accounts that readers dated
// and make each of the dates, and none, as likely as it was among those (a conditional logit).
// Only a date that a report names is ever given (DAT-15).
package day

import (
	_ "embed"
	"math"

	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/extract/when"
)

// Choice is an account with the dates that it may have, and what speaks for its having none.
// Ruled is the one that the rules found, "" for none.
type Choice struct {
	Ruled string
	None  []weigh.Feature
	Dates []when.Candidate
}

//go:embed data/weights.tsv
var weightsTSV string

// English reads the weights that are compiled into the program. The error is
// coded dateline.Damaged and can only come from the embedded file.
func English() (weigh.Table, error) { return weigh.Read(weightsTSV, "day") }

// Unlikely is the chance below which the date that the rules found gives way to the likeliest.
// By cross-validation on what the weights were learned from it is the bound that is best or
// near the best for each set (train/day).
const Unlikely = 0.3

// Instead is the likeliest date of an account, "" for none, and whether it takes the place of
// what the rules found.
func Instead(weights weigh.Table, c Choice, unlikely float64) (date string, takes bool) {
	most := math.Exp(weights.Sum(c.None))
	sum, ruled := most, 0.0
	if c.Ruled == "" {
		ruled = most
	}
	for _, x := range c.Dates {
		odds := math.Exp(weights.Sum(x.Features))
		sum += odds
		if x.EDTF == c.Ruled {
			ruled = odds
		}
		if odds > most {
			date, most = x.EDTF, odds
		}
	}
	return date, ruled < unlikely*sum && date != c.Ruled
}
