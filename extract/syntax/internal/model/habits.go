package model

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"

	dateline "github.com/opendateline/dateline"
)

// Habits are decisions that the models take the same way nearly wherever the few
// words and tags that name them meet: "the" is an article, an article before a
// noun is its det. They are taken without weighing their forty features. They are
// learned from what the models do on news, not from a treebank, so they change
// what is read in less than one decision of a thousand.
type Habits struct {
	slots  []key               // a power of two, half of them free and 0; the class is the lowest byte of its key
	counts map[key]classCounts // while they are learned
}

type classCounts map[uint8]int

const habitsMagic = "DLH1"

// OpenHabits reads habits: magic "DLH1", then { key u64 | class u8 } in the order
// of the keys.
func OpenHabits(data []byte) (*Habits, error) {
	if len(data) < 4 || string(data[:4]) != habitsMagic || len(data)%9 != 4 {
		return nil, dateline.Errorf(dateline.Damaged, "not a file of habits")
	}
	h := &Habits{slots: make([]key, 2<<bits.Len(uint(len(data)/9)))}
	for row := data[4:]; len(row) > 0; row = row[9:] {
		k := key(binary.LittleEndian.Uint64(row))
		*h.slot(k) = k&^classBits | key(row[8])
	}
	return h, nil
}

// classBits are those of a slot that hold the class.
const classBits = 0xFF

// slot is that of k, or the free one that it would have.
func (h *Habits) slot(k key) *key {
	for at := int(k >> 32); ; at++ {
		if s := &h.slots[at&(len(h.slots)-1)]; *s == 0 || (*s^k)&^classBits == 0 {
			return s
		}
	}
}

// NewHabits has none and counts what the models that hold it decide.
func NewHabits() *Habits { return &Habits{counts: map[key]classCounts{}} }

// decide is the habit that k names, or what weigh says.
func (h *Habits) decide(k key, weigh func() int) int {
	if h == nil {
		return weigh()
	}
	if h.counts != nil {
		class := weigh()
		h.count(k, uint8(class))
		return class
	}
	if s := *h.slot(k); s != 0 {
		return int(s & classBits)
	}
	return weigh()
}

func (h *Habits) count(k key, class uint8) {
	if h.counts[k] == nil {
		h.counts[k] = classCounts{}
	}
	h.counts[k][class]++
}

// Encode writes the decisions that were taken at least least times, all but the
// given share of them the same way.
func (h *Habits) Encode(least int, share float64) []byte {
	out := []byte(habitsMagic)
	for _, k := range slices.Sorted(maps.Keys(h.counts)) {
		sum, top, class := 0, 0, uint8(0)
		for c, n := range h.counts[k] {
			sum += n
			if n > top {
				top, class = n, c
			}
		}
		if sum >= least && float64(sum-top) <= share*float64(sum) {
			out = append(binary.LittleEndian.AppendUint64(out, uint64(k)), class)
		}
	}
	return out
}
