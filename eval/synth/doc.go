// Package synth writes news that never happened, as much of it as is wanted,
// and knows what it wrote about. It shows how matching grows, which no corpus is
// large enough for, and counts wrong merges against the truth.
//
// # What is written
//
// Every day of a World some things happen around cities of the gazetteer, more in
// some than in others, and outlets that do not exist report them: in words of
// their own, as copies with a line of credit, with numbers that differ. Some
// reports give no date. Next days bring corrections; months later come trials and
// days of remembrance that give only the month. Some happenings have a twin: the
// same kind of attack in the same town a day or so later, or the same day in the
// next town. Some are visited upon a named official, and surnames repeat. One
// report in six is of something else. Numbers of people, names of outlets,
// officials and streets are invented; nothing is taken from any report.
//
// Equal seeds give equal reports. As many are written a day at any length, so
// that a longer stream means more time and not more at a time.
//
// # Reading
//
// A World knows which words of its reports say what, and Stages gives them out as
// a reading, spans and all, in place of the stages that read language. All else is
// the pipeline as it is: keys, families, matching, reconciling, the store.
package synth
