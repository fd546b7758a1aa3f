// Package link decides which mentions, from one report or many, are accounts of
// one incident (domain §7).
//
// # How
//
// [KeysOf] gives the keys under which a store files a mention and under which
// it looks for others; two mentions that could be one incident meet in a key.
// [Linker.Score] compares two mentions on five axes (date, place, target, actor,
// act and means), adds what the rare words they share are worth, and returns a
// Decision whose parts sum to the score: that is the answer to `why A B`.
// [Linker.Cluster] joins mentions from the best pair down, never across a
// conflict, and scores each cluster against each other cluster as a whole
// (LNK-4: A like B and B like C does not make A like C). People's decisions
// come first. [FixDates] gives a cluster the date on which its accounts agree
// (DAT-17).
//
// Casualty numbers take no part. Every function is a function of its arguments:
// the order in which reports arrived cannot change what comes out.
package link
