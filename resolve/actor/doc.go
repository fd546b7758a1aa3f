// Package actor knows who does and suffers violence, and who speaks of it: it
// finds names of armed groups, states, forces, persons and sources in a
// report and resolves them to entries of a registry (domain §6).
//
// # The registry
//
// The registry is a set of readable files in data/. Armed groups are listed,
// with aliases, countries, dated parents and the names that other data sets
// use; states are listed with their adjectives, capitals and metonyms, and
// state forces follow from them by rule: "Salvadoran Air Force" is an
// adjective and a word of data/forces.txt. Nothing in it is a judgement; a
// kind such as state_force says who holds power, not who should (ACT-4).
//
// # Finding and resolving
//
// Find reads only words, so that a place of the same name can still win
// elsewhere. Resolve reads the whole report: an acronym that several groups
// share goes to the group whose country the report names, "the group" goes to
// the group named last, and the bare name of a parent stays the parent, marked
// ambiguous where the report speaks of the country of an affiliate (ACT-1,
// ACT-2).
package actor

// Version names the rules and data of this package in decisions.
const Version = "actor@1"
