// Package pipeline puts the stages in order: it is the table of contents of
// the program.
//
//	raw bytes ─ clean ─ gate ─ parse ─ find times, places, actors ─ resolve ─ extract ─┐  Read, one report at a time
//	                                                                                  store
//	incidents ─ reconcile ─ trace origins ─ cluster ─ score ─ candidates ─────────────┘  Match, all new reports of a job
//
// The gate looks at words only. A report that it refuses is stored with the
// reason and without a reading; given again to a pipeline without a gate it is
// read.
//
// # What is atomic
//
// The raw bytes of a report are kept before anything else happens to it. One
// report (its text, reading and keys) is one transaction. Matching is one
// transaction a job: a job that is killed leaves reports that wait to be
// matched, and the next job matches them; records never stand half rebuilt.
//
// # Why the order of arrival does not matter
//
// Matching looks at whole neighbourhoods. From a new mention it follows stored
// mentions that score as near, and theirs, until no more come; then it clusters
// that neighbourhood from scratch. What a cluster becomes depends on its
// members and on people's decisions alone, never on which of them came first.
// Only public ids and revision numbers remember the order (domain §1.1).
package pipeline
