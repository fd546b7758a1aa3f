// Package muc4 reads and writes the templates of the Fourth Message
// Understanding Conference (1992) and scores them, the way it was done then and
// the way it is done now.
//
// # The task
//
// For each message a system fills one template of 24 slots for every relevant
// incident. A slot holds fills: strings of the text (a weapon, a victim), items
// of a closed set (the type of an incident), dates, places and numbers. The
// answer key may offer alternatives for a fill, may mark a fill or a whole
// template as optional, and ties the fills of one slot to those of another by a
// cross-reference: DEATH: "THE MAYOR".
//
// # The score of 1992
//
// [Evaluate] pairs the templates of a message with those of the key, pairs the
// fills of each slot, and judges every pair correct, partial or incorrect. What
// is left over is missing or spurious. Recall is (correct + partial/2) of what
// the key holds, precision of what the system gave.
//
// In 1992 part of this was judged by people: whether "urban guerrillas" is as
// good as "urban terrorists". Here everything is decided by rule, so that a
// score can be had at any time and is the same each time; how near the rules
// come to the people of 1992 is measured on the seventeen systems whose output
// and official reports are kept (docs/eval.md).
//
// # The scores of today
//
// [Templates] is the template F1 and [RoleFillers] the role filler F1 (CEAF-REE)
// of Du, Rush and Cardie (2021), which look at the type of the incident and five
// roles only.
package muc4
