// Package date finds the time expressions of a report and works out which days
// they stand for (domain §4).
//
// [Finder] cuts tokens into atoms and runs grammar.txt over the classes of
// lexicon.tsv; the longest match wins. [Resolver] reads every match again and
// dates it by its anchor, in the order of §4.2: the date that is written out,
// the calendar (a weekday that must fit), another happening, publication, the
// date last spoken of, and otherwise nothing.
//
// A report without a publication date is read twice. The first pass finds the
// dates that are written out; they bound when the report can have appeared
// (DAT-16). The second pass gives every relative date that window and keeps as
// a [dateline.Constraint] what its words still say, so that [Repin], [Rebase]
// and [Refine] can date it once a linked report settles more (DAT-17). Neither
// the clock nor the day of ingest ever dates anything (DAT-15).
//
// A text whose written years lie mostly long before its publication is a
// chronicle: its incomplete dates lean on the date spoken of before.
package date
