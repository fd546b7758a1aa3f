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
// A record and the texts it stands on pass the gate of package export before
// anything here looks at them (ETH-1…4, ETH-10, ETH-11); a sentence that holds
// a sealed claim is not in a page at all. Control and direction characters are
// made visible (ETH-13), templates escape the rest, and HTML of reports is
// never rendered.
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
