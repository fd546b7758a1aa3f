// Package syntax finds the sentences, tokens, tags, lemmas and dependency arcs
// of English reports. All offsets are bytes of the stored text.
//
// # Tokens
//
// Tokens follow Universal Dependencies' English Web Treebank: clitics are cut
// off ("do" "n't", "Mali" "'s"), hyphens are tokens ("two" "-" "dozen",
// "Iran" "-" "backed", "15" "-" "year" "-" "old"), and so are slashes between
// letters. One token are
//   - names with an Arabic article or a linker: al-Zawahiri, Lashkar-e-Taiba;
//   - designators: AK-47, Mi-8, ISIS-K, COVID-19;
//   - words with a prefix of the treebank: anti-government, pro-Russian, re-elected;
//   - abbreviations with their period: U.S., Gen., Sept., approx.;
//   - numbers and dates: 1,200  5.30  5:30  9/11  2014-05-12;
//   - web and mail addresses.
//
// Every byte of the text that is not space or a control character lies in
// exactly one token, boilerplate aside.
//
// # Relations
//
// Relations are those of Universal Dependencies 2: the agent of a passive is
// obl:agent, "on Tuesday" is obl, a bare "Tuesday" is obl:unmarked, a title
// before a name heads it with flat, "according to" is case + fixed.
package syntax
