package recent_test

import (
	"testing"

	"github.com/opendateline/dateline/recent"
)

// TestMap: what was put or asked for among the last so many keys is there, what
// was not asked for long is gone, and so is what was dropped.
func TestMap(t *testing.T) {
	m := recent.Map[int, string]{Limit: 3}
	m.Put(0, "asked for")
	m.Put(1, "not asked for")
	for k := 2; k < 20; k++ {
		m.Put(k, "new")
		if v, ok := m.Get(0); !ok || v != "asked for" {
			t.Fatalf("after %d: %q %v", k, v, ok)
		}
		for back := range 2 {
			if _, ok := m.Get(k - back); !ok {
				t.Fatalf("after %d: %d is gone", k, k-back)
			}
		}
	}
	if _, ok := m.Get(1); ok {
		t.Error("1 is still there")
	}
	m.Put(0, "changed")
	if v, _ := m.Get(0); v != "changed" {
		t.Errorf("%q", v)
	}
	m.Drop(0)
	if v, ok := m.Get(0); ok {
		t.Errorf("%q after it was dropped", v)
	}
}
