package store_test

import (
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// TestContentHash: what a record says changes its hash; ids, numbers of
// revisions and the order of mentions do not (domain §1.1).
func TestContentHash(t *testing.T) {
	base := dateline.Incident{ID: "inc_a", Title: "Attack", Operation: "inc_o", Children: []dateline.ID{"inc_p", "inc_q"}, Mentions: []dateline.ID{"mnt_1", "mnt_2"},
		Figures: []dateline.Figure{{ID: "fig_1", Measure: dateline.Killed}}}
	want := hash(t, base)
	for _, c := range []struct {
		name   string
		change func(*dateline.Incident)
		same   bool
	}{
		{"id", func(i *dateline.Incident) { i.ID, i.Public = "inc_b", "INC-7K3M9Q" }, true},
		{"revision", func(i *dateline.Incident) { i.Revision, i.ContentHash = 7, "x" }, true},
		{"order of mentions", func(i *dateline.Incident) { i.Mentions = []dateline.ID{"mnt_2", "mnt_1"} }, true},
		{"id of a figure", func(i *dateline.Incident) { i.Figures = []dateline.Figure{{ID: "fig_2", Measure: dateline.Killed}} }, true},
		{"merge", func(i *dateline.Incident) { i.MergedInto, i.SplitFrom = "inc_c", "inc_d" }, true},
		{"title", func(i *dateline.Incident) { i.Title = "Riot" }, false},
		{"that it is a part", func(i *dateline.Incident) { i.Operation = "" }, false},
		{"number of parts", func(i *dateline.Incident) { i.Children = i.Children[:1] }, false},
		{"mentions", func(i *dateline.Incident) { i.Mentions = i.Mentions[:1] }, false},
		{"figure", func(i *dateline.Incident) { i.Figures = []dateline.Figure{{Measure: dateline.Wounded}} }, false},
		{"which operation it is a part of", func(i *dateline.Incident) { i.Operation, i.Children = "inc_e", []dateline.ID{"inc_f", "inc_g"} }, true},
		{"status", func(i *dateline.Incident) { i.Status = dateline.Reviewed }, false},
	} {
		i := base
		c.change(&i)
		if (hash(t, i) == want) != c.same {
			t.Errorf("%s: same hash %v, want %v", c.name, !c.same, c.same)
		}
	}
	if base.Figures[0].ID != "fig_1" || base.Mentions[0] != "mnt_1" {
		t.Error("the incident was changed")
	}
}

func hash(t *testing.T, i dateline.Incident) string {
	t.Helper()
	h, err := store.ContentHash(&i)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestSupportOf(t *testing.T) {
	for _, c := range []struct {
		support map[dateline.Attribute]dateline.Support
		want    dateline.Support
	}{
		{nil, dateline.NotReported},
		{map[dateline.Attribute]dateline.Support{dateline.AttrOccurred: dateline.Agreed}, dateline.Agreed},
		{map[dateline.Attribute]dateline.Support{dateline.AttrOccurred: dateline.Agreed, dateline.AttrKilled: dateline.SingleOrigin}, dateline.SingleOrigin},
		{map[dateline.Attribute]dateline.Support{dateline.AttrKilled: dateline.Agreed, dateline.AttrPlace: dateline.Contested}, dateline.Contested},
	} {
		if got := store.SupportOf(&dateline.Incident{Support: c.support}); got != c.want {
			t.Errorf("%v: %s, want %s", c.support, got, c.want)
		}
	}
}
