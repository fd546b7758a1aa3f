// Package export writes incidents in the formats of the field (domain §10).
//
// Every export makes three files. The data file is what the other side reads.
// Beside it, *.provenance.jsonl says for every row which claims it rests on,
// and for every claim its report, its span and its words, no longer than the
// quote cap allows (ETH-17). *.rejected.csv names every incident that was left
// out, and why. Rows and rejected incidents together are the input: nothing
// gets lost in silence.
//
// A record goes through one gate, prepare, before any format sees it. There
// suppressed names, claims and records are taken out (ETH-1), private persons
// are left without a name (ETH-2), the words of armed groups' media are sealed
// (ETH-4), financial and contact identifiers are masked (ETH-10) and places
// that need it lose their exact point (ETH-11). A format cannot forget one of
// these rules because it never holds what they take away. Report texts do not
// pass the gate at all.
//
// The formats of other datasets count by other rules. Their figures are asked
// for by the name of a preset through Figures; no format computes a number of
// people itself. How the facets of an incident are said in their words stands
// in data/kinds.tsv; their columns stand in data/*.columns, in official order.
package export
