// Package model holds the trained parts of the sentence parser: a tagger, a
// transition-based parser, a labeller of arcs, a truecaser and a lemmatiser.
//
// All but the lemmatiser are linear models over hashed features, trained as
// averaged perceptrons (Collins 2002). The parser is arc-eager with the root
// at the end of the buffer, trained with a dynamic oracle and exploration
// (Goldberg and Nivre 2012); it decides arcs only. Relations are given
// afterwards, from the root downwards, when the whole tree is known.
//
// A model file is read where it lies: nothing is decoded at start, so that
// opening one costs the reading of its header.
package model
