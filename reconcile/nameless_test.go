package reconcile

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestSameNameless: of two descriptions of nameless people one may say more;
// words that set people apart keep them apart (ACT-5).
func TestSameNameless(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"an officer", "An Amarillo police officer", true},
		{"gunmen", "two gunmen", true},
		{"two men", "three men", false},
		{"a man", "another man", false},
		{"a man", "a woman", false},
	} {
		ref := func(name string) dateline.ActorRef {
			return dateline.ActorRef{Name: name, Kind: dateline.ActorUnidentified, Role: dateline.RolePerpetrator}
		}
		if got := sameNameless(ref(c.a), ref(c.b)); got != c.same {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
}
