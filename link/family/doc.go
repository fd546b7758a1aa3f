// Package family finds reports that are copies or versions of one text
// (domain §8.2, IND-1…IND-4), so that a story printed twenty times is one
// story.
//
// # How
//
// A report is read as a row of words. Words inside quotation marks and inside
// boilerplate are left out and nothing runs across the hole: a shared quotation
// shows a common speaker, not a common text (IND-3). Every five words in a row
// are a shingle. Two reports of one story share runs of words that two reports
// of one happening do not, however much of the rest was rewritten: IND-2 was
// calibrated on two printings that shared a tenth of their shingles. Thresholds
// are therefore low, and what is required besides is several separate runs of
// seven words that are not stock phrases (stock.txt).
//
// # Lookup
//
// [Signature.Keys] picks shingles by winnowing (Schleimer, Wilkerson and Aiken,
// 2003): of every few neighbouring shingles the one with the smallest hash.
// Two texts with a long enough run in common always pick one in common, so a
// lookup by keys finds low overlaps that signatures of whole texts, such as
// MinHash bands, miss.
//
//	sig := family.Sign(report)            // words and shingles
//	others := index[key] for sig.Keys()   // a store's table, key → report
//	shared := family.Compare(sig, other)  // the evidence
//	family.Same(shared)                   // IND-2
//	family.Group(shared...)               // connected groups
package family
