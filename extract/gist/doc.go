// Package gist says what a report as a whole is about: which violations of
// human rights it tells of, what kind of perpetrator stands behind them, and
// the country, place and date that a reader would write on its file card.
//
// # Why it is not extract
//
// Package extract reads accounts word by word: a value stands where a sentence
// says it. A report about a trial, a campaign or a year of arrests says much of
// this nowhere in one sentence. People who file such reports weigh the whole of
// it, and so does this package, with parameters learned from reports that
// people filed (see Model). A gist opens no incident, feeds no figure and
// settles no contradiction; it describes a report and helps to find it.
//
// # How it decides
//
// Each thing to know is a Question with Options. What speaks for an option is a
// list of features: a word in the title, the share of sentences that name a
// country, a date beside a word of violence. The score of an option is the sum
// of its features, each with its learned weight, and the probability is the
// softmax over the options of the question (a conditional logit).
//
// Every feature keeps the stretches of text that it was seen in, so that a
// judgement carries its reasons: the words that weighed most, where they stand,
// and how much they weighed.
package gist
