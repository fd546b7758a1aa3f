package model

import (
	"encoding/binary"

	dateline "github.com/opendateline/dateline"
)

// Linear is a linear classifier over hashed features, read where it lies:
//
//	magic "DLN1" | classes u16 | bits u16 | entries u32 | names, each u8 length + bytes
//	slots  2^bits × { fingerprint u32 | first<<8 + count u32 }
//	entries × { class u8, weight i8 }
//
// A slot with count 0 is free; collisions go to the next slot.
type Linear struct {
	Classes []string
	slots   []byte
	entries []byte
	mask    uint32
}

const linearMagic = "DLN1"

// OpenLinear reads the header of a model file.
func OpenLinear(data []byte) (*Linear, error) {
	if len(data) < 12 || string(data[:4]) != linearMagic {
		return nil, dateline.Errorf(dateline.Damaged, "not a linear model")
	}
	classes := int(binary.LittleEndian.Uint16(data[4:]))
	bits := int(binary.LittleEndian.Uint16(data[6:]))
	entries := int(binary.LittleEndian.Uint32(data[8:]))
	l := &Linear{mask: 1<<bits - 1}
	at := 12
	for range classes {
		if at >= len(data) || at+1+int(data[at]) > len(data) {
			return nil, dateline.Errorf(dateline.Damaged, "linear model ends inside its class names")
		}
		n := int(data[at])
		l.Classes = append(l.Classes, string(data[at+1:at+1+n]))
		at += 1 + n
	}
	if len(data) != at+8<<bits+2*entries {
		return nil, dateline.Errorf(dateline.Damaged, "linear model has %d bytes where its header says %d", len(data), at+8<<bits+2*entries)
	}
	l.slots, l.entries = data[at:at+8<<bits], data[at+8<<bits:]
	return l, nil
}

// add adds the weights of feature k to scores.
func (l *Linear) add(k key, scores []int32) {
	print := uint32(k)
	for at := uint32(k>>32) & l.mask; ; at = (at + 1) & l.mask {
		slot := binary.LittleEndian.Uint64(l.slots[8*at:])
		ref := uint32(slot >> 32)
		if ref&255 == 0 {
			return
		}
		if uint32(slot) == print {
			first, count := ref>>8, ref&255
			for e := l.entries[2*first : 2*(first+count)]; len(e) >= 2; e = e[2:] {
				if int(e[0]) < len(scores) {
					scores[e[0]] += int32(int8(e[1]))
				}
			}
			return
		}
	}
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

// Scorer gives class scores for a list of features; a Linear and a Learner in
// training are both scorers.
type Scorer interface {
	Score(features []key, scores []int32)
}

// Score sums the weights of the features into scores, which is cleared first.
func (l *Linear) Score(features []key, scores []int32) {
	clear(scores)
	for _, k := range features {
		l.add(k, scores)
	}
}
