// Package web is Dateline's pages: what changed, the list of incidents, the
// incident, the report it rests on, search and help.
//
// # How a page comes about
//
// A request is answered inside one View of the store, so that all of a page is
// of one moment. A handler reads records, turns them into a view (plain
// structs that hold what will be seen, in the words of package wording), and a
// template writes it. The whole page is made before the first byte goes out: a
// reader gets all of it or a page that says what happened. Nothing here
// computes a figure, a rule or a reason; they are shown as stored.
//
// # What may be shown
//
// Everything from a report passes [redaction] on its way to a page. It blots
// out identifiers (ETH-10) and names of private persons (ETH-2), closes reports
// that are armed groups' media or tell of sexual violence (ETH-3, ETH-4), and
// makes control and direction characters visible (ETH-13). Templates escape the
// rest; HTML of reports is never rendered.
//
// # Isolation
//
// Names, numbers, ranges, dates and ids are isolated from the sentence they
// stand in by the helpers name, num, range, date and id (experience §8.2): a
// right-to-left name beside a time otherwise changes places with it. A test
// reads the templates and fails on a value that is printed without a helper.
//
// # Without JavaScript
//
// Every page reads, filters, pages and cites by links and forms. The one script
// adds keys, copying, and marks for citations of arbitrary spans.
package web
