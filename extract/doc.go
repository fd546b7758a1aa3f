// Package extract reads accounts of incidents out of a report: mentions, and
// the claims they are made of.
//
// # How a report is read
//
// The input is a parsed report and the times, places and actors that package
// resolve found in it. Reading goes from words to accounts in five steps:
//
//	trigger.go   words that open an account: "bombing", "shot dead", "killed"
//	account.go   the triggers of one sentence that speak of one happening (apart.go: and those that do not)
//	kind.go      is it an incident, or a threat, a plot, a forecast, a total …
//	argument.go  who did it, to whom (perpetrator, sufferer, target), when, where, by what means, how many (harm)
//	join.go      the accounts of one report that are the same happening (conflict, evidence)
//
// and then claim.go writes down each fact with its bytes, and speech.go the
// chain of people who said it.
//
// The words that the rules ask for stand in the tables of package lexicon.
//
// # What decides
//
// A trigger alone is not an incident. An account must have an anchor of its
// own: a date, a place, a target that can be told from others, or a number of
// people hurt. Accounts without one are joined to an earlier account of the
// report that they can refer to, or are kept as Unused with the reason.
//
// Words of generality make aggregates (LNK-9), words of intent make plots and
// threats, modals make forecasts (domain §7.3, §7.4). These never become
// incidents, whatever else the sentence holds.
package extract
