// Package export writes incidents in the formats of the field (domain §10).
//
// Every export makes three files. The data file is what the other side reads.
// Beside it, *.provenance.jsonl says for every row which claims it rests on,
// and for every claim its report, its span and its words, no longer than the
// quote cap allows (ETH-17). *.rejected.csv names every incident that was left
// out, and why. Rows and rejected incidents together are the input: nothing
// gets lost in silence.
//
// # The gate
//
// A record goes through one [Gate] before any format, page or command sees it.
// There suppressed names, claims and records are taken out (ETH-1), private
// people are left without a name (ETH-2), accounts of sexual violence and the
// words of armed groups are sealed (ETH-3, ETH-4), financial and contact
// identifiers are blotted out (ETH-10) and places that need it lose their exact
// point (ETH-11). Nobody can forget one of these rules because nobody holds
// what they take away. Report texts do not pass at all, save one by one
// through [Gate.Report].
//
// Who is private is decided by what reports say of somebody: an office, a
// command or the lead of a group makes a name public; being a victim, a
// witness, a relative or a bystander does not. In doubt a name is withheld.
//
// The formats of other datasets count by other rules. Their figures are asked
// for by the name of a preset through Figures; no format computes a number of
// people itself. How the facets of an incident are said in their words stands
// in data/kinds.tsv; their columns stand in data/*.columns, in official order.
package export
