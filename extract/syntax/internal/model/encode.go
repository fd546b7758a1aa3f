package model

import (
	"encoding/binary"
	"math/bits"
)

// encode makes a model file of rows, see Linear. Between a quarter and a half
// of the slots are taken.
func encode(rows []row, names []string) []byte {
	width := max(5, bits.Len(uint(2*len(rows)/bucketSlots))) // at least twice as many slots as rows
	table, body := encodeTable(rows, len(names), width)
	out := append([]byte(nil), linearMagic...)
	out = binary.LittleEndian.AppendUint16(out, uint16(len(names)))
	out = binary.LittleEndian.AppendUint16(out, uint16(width))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(body)))
	for _, n := range names {
		out = append(append(out, byte(len(n))), n...)
	}
	out = append(out, make([]byte, padded(len(out))-len(out))...)
	out = append(out, knownBits(rows, 1<<width)...)
	return append(append(out, table...), body...)
}

func knownBits(rows []row, size int) []byte {
	bits := make([]byte, size)
	for _, r := range rows {
		bits[int(uint32(r.key)>>3)&(size-1)] |= 1 << (r.key & 7)
	}
	return bits
}

func encodeTable(rows []row, classes, width int) (table, body []byte) {
	table = make([]byte, bucketSize<<width)
	for _, r := range rows {
		var value uint32
		if classes <= narrow {
			for e := r.entries; len(e) > 0; e = e[2:] {
				value |= uint32(e[1]) << (8 * e[0])
			}
		} else {
			body, value = appendRow(body, r.entries, classes)
		}
		slot := freeSlot(table, r.key, uint32(1)<<width-1)
		binary.LittleEndian.PutUint32(slot, uint32(r.key))
		binary.LittleEndian.PutUint32(slot[4:], value)
	}
	return table, body
}

// freeSlot is the first free slot in the bucket of a feature or those behind it.
func freeSlot(table []byte, k key, mask uint32) []byte {
	for at := uint32(k>>32) & mask; ; at = (at + 1) & mask {
		for s := range bucketSlots {
			slot := table[bucketSize*int(at)+8*s:]
			if binary.LittleEndian.Uint32(slot[4:]) == 0 {
				return slot
			}
		}
	}
}
