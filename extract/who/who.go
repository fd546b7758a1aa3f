// Package who chooses which of the armed groups, forces and states that a report names
// did what one of its accounts tells of.
//
// A report of an attack also names those who were attacked, who condemned it, who fight
// there and who did something else. Each of them is an option with the signs that package
// extract saw of it: what the rules say of it, how it hangs on the words of violence in the
// sentences that name it, what the act is and who does such things. The weights of
// data/weights.tsv (sign, weight) were learned by train/who from the records that readers
// noted of real and of invented reports. An actor without weight on its side loses against
// nobody: who did it is given with a sentence that names them, or not at all.
package who

import (
	_ "embed"

	"github.com/opendateline/dateline/extract/weigh"
)

//go:embed data/weights.tsv
var weightsTSV string

// English reads the weights that are compiled into the program. The error is
// coded dateline.Damaged and can only come from the embedded file.
func English() (weigh.Table, error) { return weigh.Read(weightsTSV, "who") }
