// Package speech finds acts of speech and of mind in a sentence: who says,
// thinks, wants or denies what.
//
// # How it reads
//
// Three things are learned from reports in which people marked them, each from
// the words and the arcs of the parse:
//
//	cue      which words are an act ("said", "according to", "fears")
//	unit     of an act, which parts of the sentence are its source and which
//	         its content
//
// Units are what the arcs offer: the subtrees under the cue, those under the
// words it hangs by, and what is left of a clause that the act is inserted in
// ("The bridge, police said, was mined"). So a source or content is a part of
// the sentence's own structure and always quotes it.
//
// What is quoted over several sentences is given to the act that opened the
// quotation, or to the one that stands where the quotation ends. Inside a
// quotation fewer words are acts: people mark who speaks to the report.
//
// # What it is not
//
// It says nothing of commitment (asserted, denied …): that stands in the
// lexicon by verb. Which acts matter for a claim, package extract decides.
package speech
