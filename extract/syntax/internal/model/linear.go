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
// A slot with count 0 is free; collisions go to the next slot. A model of at
// most four classes has no entries: its slots hold the fingerprint and four
// weights, and a slot whose weights are all 0 is free.
type Linear struct {
	Classes []string
	slots   []byte
	entries []byte
	mask    uint32
}

const (
	linearMagic = "DLN1"
	narrow      = 4
)

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

// Scorer gives class scores for a list of features; a Linear and a Learner in
// training are both scorers.
type Scorer interface {
	Score(features []key, scores []int32)
}

// Score sums the weights of the features into scores, which is cleared first.
func (l *Linear) Score(features []key, scores []int32) {
	clear(scores)
	if len(l.Classes) <= narrow {
		l.scoreNarrow(features, scores[:len(l.Classes)])
		return
	}
	for _, k := range features {
		l.add(k, scores)
	}
}

// add adds the weights of feature k to scores.
func (l *Linear) add(k key, scores []int32) {
	for at := uint32(k>>32) & l.mask; ; at = (at + 1) & l.mask {
		slot := binary.LittleEndian.Uint64(l.slots[8*at:])
		ref := uint32(slot >> 32)
		if ref&255 == 0 {
			return
		}
		if uint32(slot) == uint32(k) {
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

// scoreNarrow is Score for models whose slots hold the weights themselves. It
// loads the slots of many features before it looks at any, so that the waits
// for memory overlap.
func (l *Linear) scoreNarrow(features []key, scores []int32) {
	var sum [narrow]int32
	var loaded [32]uint64
	for len(features) > 0 {
		part := features[:min(len(features), len(loaded))]
		features = features[len(part):]
		for i, k := range part {
			loaded[i] = binary.LittleEndian.Uint64(l.slots[8*(uint32(k>>32)&l.mask):])
		}
		for i, k := range part {
			slot := loaded[i&31]
			for at := uint32(k >> 32); slot>>32 != 0; slot = binary.LittleEndian.Uint64(l.slots[8*(at&l.mask):]) {
				if uint32(slot) == uint32(k) {
					sum[0] += int32(int8(slot >> 32))
					sum[1] += int32(int8(slot >> 40))
					sum[2] += int32(int8(slot >> 48))
					sum[3] += int32(int8(slot >> 56))
					break
				}
				at++
			}
		}
	}
	copy(scores, sum[:])
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
