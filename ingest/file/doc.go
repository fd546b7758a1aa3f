// Package file reads reports from files, folders, patterns and the standard
// input. It hands over bytes as they are; package clean decides what they say.
//
// Nothing is taken from the file system but the bytes and the path: no time of
// change, no owner (DAT-15). One input that cannot be read gives one error and
// never stops the others. Every input, also one that comes out of a compressed
// file, is read up to a limit only, so that a small file cannot unpack into a
// large one.
package file
