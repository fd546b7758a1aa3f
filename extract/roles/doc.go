// Package roles finds words that tell of an event, what kind of event it is, and
// who and what takes part in which role.
//
// # How it reads
//
// Two models are learned from reports in which people marked events:
//
//	trigger  which words tell of an event, and of which type
//	filler   of an event, its type and a role: whether a noun phrase fills it
//
// A filler is a noun phrase or pronoun of the trigger's sentence, and fills one
// role at most. It is judged by the arcs that lead to it from the trigger, by the
// preposition before it and the words between (arcs go astray), by what it is
// (word, name, place, person, force) and by where it stands. Which roles a type
// has stands in data/roles.tsv; a type that is not there has those of its
// nearest kin, by the parts of its name.
//
// # What it is not
//
// Types and roles are those of the people who marked the reports. The program's
// own records do not rest on them: what happened, to whom and by whom is read by
// the rules of package extract.
package roles
