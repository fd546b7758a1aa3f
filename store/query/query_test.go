package query

import (
	"net/url"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

type ids map[dateline.PublicID]dateline.ID

func (m ids) Find(p dateline.PublicID) (dateline.ID, error) {
	if id, ok := m[p]; ok {
		return id, nil
	}
	return "", dateline.Errorf(dateline.NotFound, "no %s", p)
}

func TestGrammar(t *testing.T) {
	for _, row := range []struct {
		query string
		check func(store.Filter) bool
	}{
		{"from=2024-03&to=2024-03", func(f store.Filter) bool { return f.From == "2024-03-01" && f.To == "2024-03-31" }},
		{"to=2024", func(f store.Filter) bool { return f.To == "2024-12-31" }},
		{"type=attack,bombing&type=shelling", func(f store.Filter) bool { return len(f.Type.Any) == 3 }},
		{"type!=attack", func(f store.Filter) bool { return len(f.Type.None) == 1 && f.Type.None[0] == dateline.TypeAttack }},
		{"near=-38.2,61.4&km=50", func(f store.Filter) bool { return f.Near.Lat == -38.2 && f.Near.Lon == 61.4 && f.Near.Km == 50 }},
		{"bbox=60,-40,62,-37", func(f store.Filter) bool { return f.Box.West == 60 && f.Box.North == -37 }},
		{"changed_since=seq:18234", func(f store.Filter) bool { return f.ChangedAfter == 18234 }},
		{"changed_since=2024-03-13T06:00Z", func(f store.Filter) bool { return f.ChangedSince == "2024-03-13T06:00:00Z" }},
		{"precision=site,near", func(f store.Filter) bool { return len(f.Precision.Any) == 2 && f.Precision.Any[1] == dateline.P2 }},
		{"killed_min=20&origins_max=1", func(f store.Filter) bool { return *f.KilledMin == 20 && *f.OriginsMax == 1 }},
		{"actor=A-" + "000000", func(f store.Filter) bool { return f.Actor.Any[0] == "act_x" }},
		{"q=bus, market", func(f store.Filter) bool { return f.Words == "bus, market" }},
		{"country=xv", func(f store.Filter) bool { return f.Country.Any[0] == "XV" }},
	} {
		v, err := url.ParseQuery(row.query)
		if err != nil {
			t.Fatal(err)
		}
		f, _, err := Parse(Values(v), ids{"A-000000": "act_x"})
		if err != nil || !row.check(f) {
			t.Errorf("%s: %+v, %v", row.query, f, err)
		}
	}
}

// TestErrors: what is wrong is named, and nothing is ignored in silence.
func TestErrors(t *testing.T) {
	for _, row := range []struct{ query, says string }{
		{"form=2024-03-01", "Did you mean --from?"},
		{"from=March", "not a day, month or year"},
		{"type=explosion", "not one of"},
		{"km=5", "km needs near"},
		{"near=200,1", "latitude and longitude"},
		{"limit=many", "not a whole number"},
		{"limit!=3", "cannot be negated"},
		{"actor=A-7K3M9R", "mistyped"},
		{"xyzzy=1", "unknown filter --xyzzy"},
	} {
		v, err := url.ParseQuery(row.query)
		if err != nil {
			t.Fatal(err)
		}
		_, _, err = Parse(Values(v), ids{})
		if err == nil || !strings.Contains(err.Error(), row.says) {
			t.Errorf("%s: %v, want %q", row.query, err, row.says)
		}
	}
}

// FuzzParse: any query gives a filter or a coded error, never a panic.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"from=2024&type=attack", "near=1,2&km=x", "bbox=1,2,3", "actor=A-1", "q=%00", "sort=&limit=", "type!=&x!="} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := url.ParseQuery(s)
		if err != nil {
			return
		}
		if _, _, err := Parse(Values(v), ids{}); err != nil && dateline.CodeOf(err) == "" {
			t.Fatalf("error without a code: %v", err)
		}
	})
}
