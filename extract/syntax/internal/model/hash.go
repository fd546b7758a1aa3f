package model

// key names a feature: a template number and up to three values, mixed.
type key uint64

const golden = 0x9E3779B97F4A7C15

func mix(h uint64) key {
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	h ^= h >> 32
	return key(h)
}

func one(t uint64, a uint32) key { return mix((t+1)*golden ^ uint64(a)) }

func two(t uint64, a, b uint32) key {
	return mix(((t+1)*golden^uint64(a))*0xBF58476D1CE4E5B9 ^ uint64(b))
}

func three(t uint64, a, b, c uint32) key {
	h := (((t+1)*golden ^ uint64(a)) * 0xBF58476D1CE4E5B9) ^ uint64(b)
	h ^= h >> 29
	return mix(h*0x94D049BB133111EB ^ uint64(c))
}

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
