// Package dateline holds the nouns of the program: reports, passages,
// mentions, claims, incidents, figures, contradictions, sources, origins,
// actors, places, decisions and revisions, together with the rules that a
// single value must obey whatever stage made it.
//
// # The one idea
//
// A report is evidence about what somebody said, not about what happened. The
// atom is therefore the [Claim]: one asserted fact, the exact bytes that say
// it, and the chain of people who said it. A [Mention] gathers the claims that
// one report makes about one happening. An [Incident] is what is left when the
// mentions of one happening, from many reports, are put side by side; it can
// always be rebuilt from its claims, and no number stands in it without one.
//
// # Unknown, zero, not mentioned
//
// Three things that look alike are kept apart everywhere. A pointer that is
// nil is unknown; a pointer to zero is a source that says "none"; no claim at
// all is not mentioned. There is no number that stands for absence. An empty
// string means that the text was absent, never that it was empty.
//
// # Offsets
//
// Every [Span] is half-open and counts bytes of Report.Text exactly as stored,
// with the same range counted in runes beside it. Stored text is never
// normalised, trimmed or re-wrapped.
//
// # Dependencies
//
// This package imports the standard library only. Stages (ingest, clean,
// extract, resolve, link, reconcile) import this package and never one
// another; package pipeline puts them in order.
package dateline
