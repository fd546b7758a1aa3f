// Package count reads numbers of people out of English phrases and gives them
// the bounds that the words allow: "at least two dozen" is 24 or more, "nearly
// 150" is 135 to 150, "scores" is 40 or more with no number of its own.
//
// The table of domain rule CAS-1 is data (data/*.tsv): one line a word or a
// phrase. The grammar around it is small:
//
//	count     = [before] number [after]
//	          | "between" number "and" number
//	          | number ("to" | "-" | "or") number
//	          | [before] vague
//	number    = digits [scale] | words
//
// The package knows nothing of who was hurt or by whom: it turns a run of
// tokens into a dateline.Count with bounds, qualifier and flags; package
// extract decides what is counted.
package count
