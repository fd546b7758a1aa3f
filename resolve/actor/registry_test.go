package actor

import (
	"strings"
	"testing"

	dateline "github.com/opendateline/dateline"
)

// Every relation of the registry points at an entry, every kind is known and
// no date is malformed.
func TestRegistryWhole(t *testing.T) {
	r := registry(t)
	for _, a := range r.Actors() {
		for _, p := range a.Parents {
			if _, ok := r.Actor(p.Actor); !ok {
				t.Errorf("%s names a parent that is not in the registry", a.Name)
			}
			checkDays(t, a.Name, p.From, p.To)
		}
		for _, k := range a.Kinds {
			checkDays(t, a.Name, k.From, k.To)
		}
		if a.Kind == "" {
			t.Errorf("%s has no kind", a.Name)
		}
	}
	for _, s := range r.Sources() {
		if s.Reliability == "" || s.Kind == "" || s.Scale == "" {
			t.Errorf("%s lacks kind, scale or reliability", s.Name)
		}
		for _, id := range s.BelligerentOf {
			if _, ok := r.Actor(id); !ok {
				t.Errorf("%s speaks for somebody who is not in the registry", s.Name)
			}
		}
	}
}

func checkDays(t *testing.T, name string, days ...dateline.Day) {
	for _, d := range days {
		if d.Known() && d.Time().IsZero() {
			t.Errorf("%s has the day %q", name, d)
		}
	}
}

// No two lines of the groups files are of one name.
func TestGroupsOnce(t *testing.T) {
	files, err := groupFiles(builtIn())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[dateline.ID]string{}
	for _, file := range files {
		rows, err := readRows(builtIn(), file)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			id := actorID(row.field(0))
			if seen[id] != "" {
				t.Errorf("%s stands in %s and %s", row.field(0), seen[id], file)
			}
			seen[id] = file
		}
	}
	t.Logf("%d groups", len(seen))
}

// ACT-2, ACT-4
func TestRelated(t *testing.T) {
	id := func(name string) dateline.ID { return actorID(name) }
	r := registry(t)
	for _, c := range []struct {
		a, b string
		at   dateline.Day
		want Relation
	}{
		{"Islamic State Khorasan Province", "Islamic State", "2022-09-05", Affiliate},
		{"Islamic State", "Islamic State Khorasan Province", "", ParentOf},
		{"Jabhat al-Nusra", "Hay'at Tahrir al-Sham", "2016-01-01", Predecessor},
		{"Ansar Dine", "Macina Liberation Front", "2018-01-01", Sibling},
		{"Taliban", "Islamic State", "2022-01-01", Unrelated},
		{"Jabhat al-Nusra", "Al-Qaeda", "2014-01-01", Affiliate},
		{"Jabhat al-Nusra", "Al-Qaeda", "2017-01-01", Unrelated},
		{"Military forces of Russia", "Russia", "2022-01-01", Affiliate},
	} {
		if got := r.Related(id(c.a), id(c.b), c.at); got != c.want {
			t.Errorf("%s / %s at %s: %s, want %s", c.a, c.b, c.at, got, c.want)
		}
	}
	for day, want := range map[dateline.Day]dateline.ActorKind{"2021-08-14": dateline.ActorOrganisedNonstate, "2021-08-15": dateline.ActorStateForce} {
		if got := r.KindAt(id("Taliban"), day); got != want {
			t.Errorf("Taliban at %s: %s", day, got)
		}
	}
}

// ACT-3, §8.5
func TestSources(t *testing.T) {
	r := registry(t)
	s, ok := r.SourceByName("the al-Naba")
	if !ok || s.Kind != dateline.IssuerArmedGroup || s.Reliability != "D" || len(s.BelligerentOf) != 1 {
		t.Errorf("al-Naba: %+v", s)
	}
	if s, ok = r.SourceByDomain("www.reuters.com"); !ok || s.Kind != dateline.IssuerAgency || s.Reliability != "B" {
		t.Errorf("reuters.com: %+v", s)
	}
	if _, ok = r.SourceByDomain("example.org"); ok {
		t.Error("example.org is known")
	}
	if _, ok = r.SourceByName("The Harvashan Courier"); ok {
		t.Error("an invented paper is known")
	}
}

func BenchmarkFindResolve(b *testing.B) {
	r := registry(b)
	doc := document(strings.Repeat("President Nadim Karim said Islamic State militants had attacked an army post near the town on Friday, killing at least 12 soldiers and wounding six others.\nThe group claimed the attack through Amaq, while police blamed unknown gunmen and the Taliban condemned it.\n", 13))
	b.ReportAllocs()
	for b.Loop() {
		r.Resolve(doc, r.Find(doc), nil)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}
