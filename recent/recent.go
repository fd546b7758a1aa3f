// Package recent keeps the values that were used last, so that what comes again
// soon need not be made again and what does not takes no room for long.
package recent

// Map keeps values by key: at least those of the last Limit keys that were put
// or asked for, at most those of twice as many. It is for one goroutine.
type Map[K comparable, V any] struct {
	Limit      int
	young, old map[K]V
}

// Get gives the value of a key if it is kept.
func (m *Map[K, V]) Get(k K) (V, bool) {
	v, ok := m.young[k]
	if ok {
		return v, true
	}
	if v, ok = m.old[k]; ok {
		m.Put(k, v)
	}
	return v, ok
}

// Put keeps a value.
func (m *Map[K, V]) Put(k K, v V) {
	if m.young == nil || len(m.young) >= m.Limit {
		m.young, m.old = map[K]V{}, m.young
	}
	m.young[k] = v
}

// Drop forgets the value of a key.
func (m *Map[K, V]) Drop(k K) {
	delete(m.young, k)
	delete(m.old, k)
}
