package model

import (
	"encoding/binary"

	dateline "github.com/opendateline/dateline"
)

// Linear is a linear classifier over hashed features, read where it lies:
//
//	magic "DLN2" | classes u16 | bits u16 | bytes of rows u32 | names, each u8 length + bytes | zeros to a multiple of 32
//	2^(bits+3) bits that say which features may be known
//	2^bits buckets × 4 slots × { fingerprint u32 | value u32 }
//	rows
//
// A feature is looked for in its bucket; only a bucket whose last slot is taken
// sends the search on to the next. A slot with value 0 is free. Nine buckets in
// ten are not full and a bucket lies in one line of the cache, so that nearly
// every feature, known or not, costs one wait for memory and no surprise branch.
//
// A model of at most four classes has no rows: the value of a slot is four
// weights. In others it says where the row of weights is (see rows).
type Linear struct {
	Classes []string
	known   []byte
	buckets []byte
	rows    []byte
	mask    uint32
	words   int // eight classes a word
}

const (
	linearMagic = "DLN2"
	narrow      = 4
	bucketSlots = 4
	bucketSize  = 8 * bucketSlots
)

// OpenLinear reads the header of a model file.
func OpenLinear(data []byte) (*Linear, error) {
	if len(data) < 12 || string(data[:4]) != linearMagic {
		return nil, dateline.Errorf(dateline.Damaged, "not a linear model")
	}
	classes := int(binary.LittleEndian.Uint16(data[4:]))
	bits := int(binary.LittleEndian.Uint16(data[6:]))
	rows := int(binary.LittleEndian.Uint32(data[8:]))
	l := &Linear{mask: 1<<bits - 1, words: wordsOf(classes)}
	at := 12
	for range classes {
		if at >= len(data) || at+1+int(data[at]) > len(data) {
			return nil, dateline.Errorf(dateline.Damaged, "linear model ends inside its class names")
		}
		n := int(data[at])
		l.Classes = append(l.Classes, string(data[at+1:at+1+n]))
		at += 1 + n
	}
	table := padded(at) + 1<<bits
	if want := table + bucketSize<<bits + rows; l.words > mostWords || bits < 5 || len(data) != want {
		return nil, dateline.Errorf(dateline.Damaged, "linear model has %d bytes where its header says %d", len(data), want)
	}
	l.known, l.buckets, l.rows = data[padded(at):table], data[table:table+bucketSize<<bits], data[table+bucketSize<<bits:]
	return l, nil
}

func padded(n int) int { return (n + bucketSize - 1) &^ (bucketSize - 1) }

// Scorer gives class scores for a list of features; a Linear and a Learner in
// training are both scorers.
type Scorer interface {
	Score(features []key, scores []int32)
}

// Score sets scores to the sums of the weights of the features, of which there
// may be mostFeatures.
func (l *Linear) Score(features []key, scores []int32) {
	var known [mostFeatures]key
	var found [mostFeatures]uint32
	n := l.lookup(known[:l.sift(features, &known)], &found)
	if len(l.Classes) <= narrow {
		sumNarrow(found[:n], scores)
		return
	}
	l.sumRows(found[:n], scores)
}

// mostFeatures bounds the features of one decision, so that sums of weights fit
// into lanes of 16 bits.
const mostFeatures = 128

// sift leaves out most features that are not known and gives the number of
// those it keeps. What it reads is small enough to stay in the cache.
func (l *Linear) sift(features []key, kept *[mostFeatures]key) int {
	n := 0
	bits, mask := l.known, uint32(len(l.known)-1)
	for _, k := range features {
		kept[n&(mostFeatures-1)] = k
		n += int(bits[uint32(k)>>3&mask] >> (k & 7) & 1)
	}
	return n
}

// lookup writes the values of the known features into found and gives their
// number. It touches all buckets before it looks into any, so that the waits
// for memory overlap.
func (l *Linear) lookup(features []key, found *[mostFeatures]uint32) int {
	var first [mostFeatures]uint64
	for i, k := range features {
		first[i&(mostFeatures-1)] = l.bucket(uint32(k >> 32)).a
	}
	n := 0
	for i, k := range features {
		b := l.bucket(uint32(k >> 32))
		b.a = first[i&(mostFeatures-1)]
		value := b.find(uint32(k))
		if value == 0 && b.full() {
			value = l.beyond(k)
		}
		found[n&(mostFeatures-1)] = value
		if value != 0 {
			n++
		}
	}
	return n
}

// beyond looks for a feature in the buckets behind its own.
func (l *Linear) beyond(k key) uint32 {
	for at := uint32(k>>32) + 1; ; at++ {
		b := l.bucket(at)
		if value := b.find(uint32(k)); value != 0 || !b.full() {
			return value
		}
	}
}

// slots are those of one bucket, fingerprints in the low halves.
type slots struct{ a, b, c, d uint64 }

func (l *Linear) bucket(at uint32) slots {
	b := l.buckets[bucketSize*int(at&l.mask):]
	_ = b[bucketSize-1]
	return slots{binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:]),
		binary.LittleEndian.Uint64(b[16:]), binary.LittleEndian.Uint64(b[24:])}
}

func (s slots) full() bool { return s.d>>32 != 0 }

// find is the value beside a fingerprint, 0 if there is none; it compiles to
// conditional moves.
func (s slots) find(fingerprint uint32) (value uint32) {
	a, b, c, d := uint32(s.a>>32), uint32(s.b>>32), uint32(s.c>>32), uint32(s.d>>32)
	if uint32(s.a) == fingerprint {
		value = a
	}
	if uint32(s.b) == fingerprint {
		value = b
	}
	if uint32(s.c) == fingerprint {
		value = c
	}
	if uint32(s.d) == fingerprint {
		value = d
	}
	return value
}

// best is the index of the highest score, the first of equals.
func best(scores []int32) int {
	at := 0
	for i, s := range scores {
		if s > scores[at] {
			at = i
		}
	}
	return at
}
