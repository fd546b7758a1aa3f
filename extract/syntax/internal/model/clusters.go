package model

import (
	"encoding/binary"
	"sort"
)

// Clusters groups words by the company they keep in unlabelled news text. A
// file holds the sorted hashes of the words and, beside them, their group: a
// coarse cluster times 1024 plus a fine one, each from 1; other words have 0.
type Clusters struct {
	hashes, groups []byte
}

// OpenClusters reads a cluster file where it lies. An empty one is allowed.
func OpenClusters(data []byte) *Clusters {
	n := len(data) / 6
	return &Clusters{hashes: data[:4*n], groups: data[4*n : 6*n]}
}

func (c *Clusters) of(h uint32) uint32 {
	n := len(c.hashes) / 4
	if n == 0 {
		return 0
	}
	lo, hi := 0, n
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if binary.LittleEndian.Uint32(c.hashes[4*mid:]) < h {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == n || binary.LittleEndian.Uint32(c.hashes[4*lo:]) != h {
		return 0
	}
	return uint32(binary.LittleEndian.Uint16(c.groups[2*lo:]))
}

// Group gives the coarse and the fine group of a form, 0 for none.
func (c *Clusters) Group(form string) (coarse, fine int) {
	group := c.of(hash(Normal(form)))
	return int(group >> 10), int(group & 1023)
}

// EncodeClusters makes a cluster file of the groups of the given words.
func EncodeClusters(groups map[string]uint16) []byte {
	byHash := make(map[uint32]uint16, len(groups))
	for word, group := range groups {
		byHash[hash(word)] = group
	}
	hashes := make([]uint32, 0, len(byHash))
	for h := range byHash {
		hashes = append(hashes, h)
	}
	sort.Slice(hashes, func(i, j int) bool { return hashes[i] < hashes[j] })
	var out []byte
	for _, h := range hashes {
		out = binary.LittleEndian.AppendUint32(out, h)
	}
	for _, h := range hashes {
		out = binary.LittleEndian.AppendUint16(out, byHash[h])
	}
	return out
}
