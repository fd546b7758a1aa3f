package storetest

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

func ref[T any](v T) *T { return &v }

// fill stores nine incidents that differ in what filters look at.
func fill(t *testing.T, s store.Store) []*dateline.Incident {
	var out []*dateline.Incident
	for n := range 9 {
		x := NewSample(n, 2*n)
		must(t, Keep(t.Context(), s, x))
		i := Incident(x)
		lat, lon := -38.2+float64(n)/10, 61.4
		i.Place.Ref = &dateline.PlaceRef{Place: "plc_1", Precision: dateline.P1, Country: "XVM", Admin1: "Harvashan", Lat: &lat, Lon: &lon}
		i.Actors = []dateline.FactActor{{ActorRef: dateline.ActorRef{Actor: "act_1", Role: dateline.RolePerpetrator}}}
		switch {
		case n == 8:
			i.Status = dateline.Retracted
		case n%3 == 1:
			i.Place.Ref = nil
			i.Date.Earliest, i.Date.Latest = dateline.NewDay(2024, 3, 1), dateline.NewDay(2024, 3, 31)
			i.Support[dateline.AttrKilled] = dateline.Contested
		case n%3 == 2:
			i.Facets.Means, i.Type = []dateline.Means{dateline.SuicideBody, dateline.Firearms}, dateline.TypeBombing
			i.Actors[0].Role, i.Status = dateline.RoleTarget, dateline.Reviewed
			i.Figures[0].HighOpen = true
		}
		must(t, Link(t.Context(), s, i, Revision(1, n)))
		out = append(out, i)
	}
	return out
}

func testFilters(t *testing.T, s store.Store) {
	ctx := t.Context()
	is := fill(t, s)
	number := map[dateline.ID]int{}
	for n, i := range is {
		number[i.ID] = n
	}
	origin := dateline.Origin{ID: "org_1", Issuer: "src_hospital"}
	update(t, s, func(tx store.Tx) error {
		c := NewSample(3, 6).Reading.Claims[0]
		c.Origin = origin.ID
		must(t, tx.Origins().Put(ctx, origin))
		return tx.PutClaims(ctx, c)
	})
	for _, c := range []struct {
		name string
		f    store.Filter
		want string
	}{
		{"without status: no retracted ones", store.Filter{}, "[0 1 2 3 4 5 6 7]"},
		{"status", store.Filter{Status: store.Terms[dateline.IncidentStatus]{Any: []dateline.IncidentStatus{dateline.Retracted}}}, "[8]"},
		{"status not", store.Filter{Status: store.Terms[dateline.IncidentStatus]{None: []dateline.IncidentStatus{dateline.Reviewed}}}, "[0 1 3 4 6 7]"},
		{"from and to touch the interval", store.Filter{From: "2024-03-02", To: "2024-03-04"}, "[1 2 3 4 7]"},
		{"within", store.Filter{From: "2024-03-02", To: "2024-03-04", Within: true}, "[2 3]"},
		{"type", store.Filter{Type: store.Terms[dateline.Type]{Any: []dateline.Type{dateline.TypeBombing}}}, "[2 5]"},
		{"type not", store.Filter{Type: store.Terms[dateline.Type]{None: []dateline.Type{dateline.TypeBombing}}}, "[0 1 3 4 6 7]"},
		{"act", store.Filter{Act: store.Terms[dateline.Act]{Any: []dateline.Act{dateline.Abduction}}}, "[]"},
		{"means", store.Filter{Means: store.Terms[dateline.Means]{Any: []dateline.Means{dateline.SuicideBody, dateline.Grenade}}}, "[2 5]"},
		{"means not", store.Filter{Means: store.Terms[dateline.Means]{None: []dateline.Means{dateline.SuicideBody}}}, "[0 1 3 4 6 7]"},
		{"country", store.Filter{Country: store.Terms[string]{Any: []string{"XVM"}}}, "[0 2 3 5 6]"},
		{"country not, with unknown ones", store.Filter{Country: store.Terms[string]{None: []string{"XVM"}}}, "[1 4 7]"},
		{"place and precision", store.Filter{Place: store.Terms[dateline.ID]{Any: []dateline.ID{"plc_1"}}, Precision: store.Terms[dateline.PlacePrecision]{Any: []dateline.PlacePrecision{dateline.P1}}}, "[0 2 3 5 6]"},
		{"unknown place", store.Filter{Precision: store.Terms[dateline.PlacePrecision]{Any: []dateline.PlacePrecision{dateline.P9}}}, "[1 4 7]"},
		{"actor in a role", store.Filter{Actor: store.Terms[dateline.ID]{Any: []dateline.ID{"act_1"}}, Role: store.Terms[dateline.ActorRole]{Any: []dateline.ActorRole{dateline.RoleTarget}}}, "[2 5]"},
		{"actor in any role", store.Filter{Actor: store.Terms[dateline.ID]{Any: []dateline.ID{"act_1"}}}, "[0 1 2 3 4 5 6 7]"},
		{"support", store.Filter{Support: store.Terms[dateline.Support]{Any: []dateline.Support{dateline.Contested}}}, "[1 4 7]"},
		{"origin", store.Filter{Origin: store.Terms[dateline.ID]{Any: []dateline.ID{"org_1"}}}, "[3]"},
		{"source: issuer of an origin", store.Filter{Source: store.Terms[dateline.ID]{Any: []dateline.ID{"src_hospital"}}}, "[3]"},
		{"source not", store.Filter{Source: store.Terms[dateline.ID]{None: []dateline.ID{"src_hospital"}}}, "[0 1 2 4 5 6 7]"},
		{"source: outlet", store.Filter{Source: store.Terms[dateline.ID]{Any: []dateline.ID{is[0].ID, NewSample(0, 0).Report.OutletID}}}, "[0 1 2 3 4 5 6 7]"},
		{"language", store.Filter{Language: store.Terms[string]{Any: []string{"fa"}}}, "[]"},
		{"killed", store.Filter{KilledMin: ref(4), KilledMax: ref(8)}, "[2 3 4]"},
		{"killed high, open ends above all", store.Filter{KilledHighMax: ref(8)}, "[0 1 3 4]"},
		{"origins and reports", store.Filter{OriginsMin: ref(2)}, "[]"},
		{"near", store.Filter{Near: &store.Near{Lat: -38.2, Lon: 61.4, Km: 23}}, "[0 2]"},
		{"nothing near", store.Filter{Near: &store.Near{Lat: 0, Lon: 0, Km: 23}}, "[]"},
		{"box", store.Filter{Box: &store.Box{West: 61, South: -38, East: 62, North: -37.8}}, "[2 3]"},
		{"box across the 180th meridian", store.Filter{Box: &store.Box{West: 170, South: -38.25, East: 62, North: -37.8}}, "[0 2 3]"},
		{"words in a report", store.Filter{Words: `"no. 5" doctors`}, "[5]"},
		{"words in the title", store.Filter{Words: "armed -doctors"}, "[0 1 2 3 4 5 6 7]"},
		{"changed", store.Filter{ChangedAfter: 6}, "[6 7]"},
		{"changed since", store.Filter{ChangedSince: "2024-03-12T08:06:00Z"}, "[6 7]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.f.Sort = store.SortLeastKilled
			view(t, s, func(tx store.Tx) error {
				var got []int
				for _, r := range all(t, tx.ListIncidents(ctx, c.f)) {
					got = append(got, number[r.ID])
				}
				if fmt.Sprint(got) != c.want {
					t.Errorf("%v, want %s", got, c.want)
				}
				n, err := tx.CountIncidents(ctx, c.f, "")
				must(t, err)
				if (len(n) == 0 && len(got) != 0) || (len(n) == 1 && n[0].N != len(got)) {
					t.Errorf("counted %v, listed %d", n, len(got))
				}
				return nil
			})
		})
	}
	testCounts(t, s)
}

func testCounts(t *testing.T, s store.Store) {
	view(t, s, func(tx store.Tx) error {
		for by, want := range map[store.Column][]store.Bucket{
			store.ByType:     {{Value: "attack", N: 6}, {Value: "bombing", N: 2}},
			store.ByMeans:    {{Value: "firearms", N: 8}, {Value: "suicide_body", N: 2}},
			store.ByCountry:  {{Value: "XVM", N: 5}},
			store.ByMonth:    {{Value: "2024-03", N: 8}},
			store.ByLanguage: {{Value: "en", N: 8}},
		} {
			got, err := tx.CountIncidents(t.Context(), store.Filter{}, by)
			must(t, err)
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("by %s: %s", by, d)
			}
		}
		_, err := tx.CountIncidents(t.Context(), store.Filter{}, "weather")
		wantCode(t, dateline.Invalid, err)
		return nil
	})
}

func testPages(t *testing.T, s store.Store) {
	fill(t, s)
	for _, order := range []store.Sort{"", store.SortOldest, store.SortMostKilled, store.SortLeastKilled, store.SortChanged, store.SortOrigins, store.SortID} {
		view(t, s, func(tx store.Tx) error {
			var whole, paged []dateline.ID
			for _, r := range all(t, tx.ListIncidents(t.Context(), store.Filter{Sort: order})) {
				whole = append(whole, r.ID)
			}
			f := store.Filter{Sort: order, Limit: 3}
			for range 4 {
				page := all(t, tx.ListIncidents(t.Context(), f))
				for _, r := range page {
					paged = append(paged, r.ID)
					f.After = f.Cursor(r)
				}
			}
			if d := cmp.Diff(whole, paged); d != "" || len(whole) != 8 {
				t.Errorf("sort %q: %s", order, d)
			}
			return nil
		})
	}
	view(t, s, func(tx store.Tx) error {
		for _, f := range []store.Filter{{After: "not a cursor"}, {Sort: "colour"}} {
			for _, err := range tx.ListIncidents(t.Context(), f) {
				wantCode(t, dateline.Invalid, err)
			}
		}
		return nil
	})
}

func testAsOf(t *testing.T, s store.Store) {
	ctx := t.Context()
	is := fill(t, s)
	i := *is[0]
	i.Title, i.Status, i.Type = "changed", dateline.Retracted, dateline.TypeOther
	must(t, Link(ctx, s, &i, Revision(2, 60)))
	for _, c := range []struct {
		f    store.Filter
		want int
	}{
		{store.Filter{}, 7},
		{store.Filter{AsOf: "2024-03-12T08:59:00Z"}, 8},
		{store.Filter{AsOf: "2024-03-12T09:00:00Z"}, 7},
		{store.Filter{AsOf: "2024-03-12T08:02:00Z"}, 3},
		{store.Filter{AsOf: "2024-03-12T08:59:00Z", KilledMax: ref(0)}, 1},
		{store.Filter{AsOf: "2024-03-12T08:59:00Z", Means: store.Terms[dateline.Means]{Any: []dateline.Means{dateline.SuicideBody}}}, 2},
		{store.Filter{AsOf: "2024-03-11T00:00:00Z"}, 0},
	} {
		view(t, s, func(tx store.Tx) error {
			rows := all(t, tx.ListIncidents(ctx, c.f))
			n, err := tx.CountIncidents(ctx, c.f, store.ByAct)
			must(t, err)
			if len(rows) != c.want || (len(n) > 0 && n[0].N != c.want) {
				t.Errorf("as of %q: %d rows, %v counted, want %d", c.f.AsOf, len(rows), n, c.want)
			}
			return nil
		})
	}
}
