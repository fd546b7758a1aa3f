// Package eval measures the program on labelled corpora.
//
// # The parts
//
// A [Corpus] is a folder of reports with their gold. For every task there is a
// type of row, a pure scorer from gold rows and predicted rows to a [Result],
// and an interface that a system under test implements. The package knows
// nothing of the pipeline: what predicts is handed in.
//
// # What a number means
//
// A metric is computed over documents (reports, incidents, messages). Beside its
// value stand n, the number of gold items it is about, and a 95 % interval: the
// documents are drawn again a thousand times with replacement from a fixed seed,
// and the interval is what the middle 95 % of the draws give. Two values whose
// intervals overlap widely are not known to differ.
//
// Floors (floors.json) hold what has been reached. [CheckFloors] says what fell;
// [UpdateFloors] raises.
package eval
