// Package velmara holds a country that does not exist, and the reports that
// its outlets wrote in the first three months of 2024.
//
// # What it is for
//
// Everything that the program is made for can be seen here: a number that
// reports do not agree on, copies that must not count as corroboration, a toll
// that went down, two towns of one name, an attacker with three names, a claim
// by a group and by its parent, a denial that confirms, an undated report, a
// threat, a total over a period, and reports that only look like violence.
// [Truth] says what the reports were written to tell, so that what is read from
// them can be held against it.
//
// # Data
//
// One file of reports is one report. Lines between "---" at its head are what a
// carrier would have given along with it; a file without them, or a page, comes
// with nothing. The country is data/*.tsv: places, actors and sources, to be
// added to the gazetteer and the registry. No name of a place, group or outlet
// is a real one, codes are of the range that ISO 3166 leaves to its users, and
// no private person is named.
package velmara
