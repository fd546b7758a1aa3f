// Package clean turns the bytes of a report into its text and says which
// stretches of it are not part of what was reported.
//
// Plain text is stored as it was received: boilerplate is marked, never cut
// out, so that every offset stays true to the bytes; only the headline that a
// feed gives beside a text is set before it. A web page has no text of its own;
// what is stored is the title and the paragraphs of its article, one a line
// with an empty line between.
//
// A line counts as boilerplate for one of three reasons: it is a stock phrase
// (data/lines.txt), it repeats the title, or it stands before the first or
// after the last line of running text and has the form of a byline, a credit,
// an outlet's name or a list of links. Running text is never marked, but for
// pleas for money and notes on the author.
//
// The day of publication comes from what the carrier or the page says, a
// printed publication line, the line of place and date, or the address, in
// that order, and from nothing else: never from the file system or the clock
// (DAT-15).
package clean

// Version names the rules of this package in reports.
const Version = "clean@1"
