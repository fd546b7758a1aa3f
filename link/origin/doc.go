// Package origin traces each claim to the act of publication or observation
// that it goes back to, and counts how many of those stand behind a record
// (domain §8.3, §8.4, IND-5, IND-6).
//
// # How
//
// Who is ultimately saying it decides, not who printed it. A claim with a
// speaker goes to that speaker: the police of the place are one origin of an
// incident however many papers quote them, and so is one issue of a weekly. A
// claim without a speaker goes to the story that tells it: once for a whole
// family, to the agency where any printing carries its credit. In an analysis,
// or where the genre is not known, nobody says how a bare fact is known; that
// is an unknown secondary origin, counted in the upper end of the interval
// only.
//
// The id of an origin follows from the happening, the kind of speaking and who
// spoke, so that two reports that cite one release meet without being compared.
// Where it is open whether two speakers are one (officials without a name), they
// are one: over-counting support is the error that matters.
package origin
