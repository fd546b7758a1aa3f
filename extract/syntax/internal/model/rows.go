package model

import "encoding/binary"

// Rows of weights, one a feature, lie one after the other. A row with many
// weights is dense: a byte a class, the weight plus 128, in words of eight. A
// row with few lists them as pairs { lane u8, weight i8 }. The value of a slot
// is the offset of its row in units of two bytes, times 16, plus the number of
// pairs, 0 for a dense row, plus a bit so that no value is 0.
//
// Sums are kept in lanes of 16 bits, four a machine word, and eight classes are
// added by two additions: classes 0, 2, 4, 6 of a word of weights lie in one
// word of lanes and classes 1, 3, 5, 7 in the next. A lane begins in the middle
// of its range, so that no sum of mostFeatures weights leaves it.
const (
	mostPairs  = 8
	mostWords  = 16
	laneMiddle = 1 << 15
	evenBytes  = 0x00FF00FF00FF00FF
	allMiddle  = 0x8000800080008000
)

func wordsOf(classes int) int { return (classes + 7) / 8 }

// laneOf is the lane of a class.
func laneOf(class int) int { return class&^7 | class&1<<2 | class>>1&3 }

func rowValue(offset, pairs int) uint32 { return uint32(offset/2)<<5 | uint32(pairs)<<1 | 1 }

// sumRows adds up the rows of the given slot values. It parts dense rows from the
// others first, without a branch that the processor would have to guess.
func (l *Linear) sumRows(values []uint32, scores []int32) {
	var lanes [2 * mostWords]uint64
	for i := range lanes[:2*l.words] {
		lanes[i] = allMiddle
	}
	var dense, sparse [mostFeatures]uint32
	n := 0
	for i, v := range values {
		dense[n&(mostFeatures-1)], sparse[(i-n)&(mostFeatures-1)] = v>>5*2, v
		if v>>1&15 == 0 {
			n++
		}
	}
	for _, v := range sparse[:len(values)-n] {
		offset, pairs := int(v>>5)*2, int(v>>1&15)
		for p := l.rows[offset : offset+2*pairs]; len(p) >= 2; p = p[2:] {
			lanes[p[0]>>2&(2*mostWords-1)] += uint64(int64(int8(p[1]))) << (p[0] & 3 * 16)
		}
	}
	for w := range l.words {
		even, odd := l.addDense(dense[:n], 8*w)
		lanes[2*w] += even
		lanes[2*w+1] += odd
	}
	base := int32(laneMiddle + 128*n)
	for c := range scores {
		lane := laneOf(c)
		scores[c] = int32(uint16(lanes[lane>>2&(2*mostWords-1)]>>(lane&3*16))) - base
	}
}

// addDense adds the words of dense rows that lie at the given distance from
// the begin of each row.
func (l *Linear) addDense(offsets []uint32, at int) (even, odd uint64) {
	for _, offset := range offsets {
		x := binary.LittleEndian.Uint64(l.rows[int(offset)+at:])
		even += x & evenBytes
		odd += x >> 8 & evenBytes
	}
	return even, odd
}

// sumNarrow adds up slot values that are four weights themselves.
func sumNarrow(values []uint32, scores []int32) {
	var sum uint64
	for _, v := range values {
		x := uint64(v ^ 0x80808080)
		x = (x | x<<16) & 0x0000FFFF0000FFFF
		sum += (x | x<<8) & evenBytes
	}
	for c := range scores[:min(len(scores), narrow)] {
		scores[c] = int32(uint16(sum>>(16*c))) - int32(128*len(values))
	}
}

// appendRow appends the row of class, weight pairs and gives its slot value.
func appendRow(rows, entries []byte, classes int) ([]byte, uint32) {
	offset, pairs := len(rows), len(entries)/2
	if pairs <= mostPairs {
		for e := entries; len(e) > 0; e = e[2:] {
			rows = append(rows, byte(laneOf(int(e[0]))), e[1])
		}
		return rows, rowValue(offset, pairs)
	}
	for range 8 * wordsOf(classes) {
		rows = append(rows, 128)
	}
	for e := entries; len(e) > 0; e = e[2:] {
		rows[offset+int(e[0])] = e[1] ^ 0x80
	}
	return rows, rowValue(offset, 0)
}
