package link

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

func TestWeightsCanBeReadAndWritten(t *testing.T) {
	w, err := ReadWeights(weightsText)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := w.Write(&out); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(weightsText, out.String()) {
		t.Error("the table is not what is written again")
	}
	for _, bad := range []string{"start\tany", "nothing\tany\t1", "start\tmany\t1", "start\tany\tx"} {
		if _, err := ReadWeights(bad); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
	for i, p := range Parts {
		for k := 1; p.Trend() != 0 && k < len(p.Steps); k++ {
			if (w[i][k]-w[i][k-1])*float64(p.Trend()) < 0 {
				t.Errorf("%s %s breaks its trend", p.Name, p.Steps[k])
			}
		}
	}
}

const quarry = `Two brothers were shot at a quarry near Tarnfield on Monday, police said. Ottoline Bexley, 54, and Halvard Bexley, 47,
died beside their lorry in the 4100 block of Fennimore Street. A night watchman, Corvin Wendleby, had heard eleven shots and found the gate open.
Detectives looked for a grey van that a baker had seen turn towards Ingleside bridge shortly after dawn.`

const trial = `A jury in Tarnfield heard on Tuesday how Ottoline Bexley, 54, and her brother Halvard Bexley, 47, were shot beside their lorry.
The watchman Corvin Wendleby told the court that he found the quarry gate on Fennimore Street open. The baker who had seen a grey van near
Ingleside bridge could not say who drove it. The defence asked about the eleven shots.`

const shelling = `Shells fell on the harbour of Tarnfield on Monday and killed a docker, the port office said. Cranes burned until noon and a ferry with
sixty passengers turned back to Marchbank. Fishermen carried buckets of water along the mole while sirens sounded over the fish hall and the customs house.`

// told makes the main account of a report with a text, and a linker that knows it.
func told(texts map[dateline.ID]*Text, text, published string, d *dateline.Date, p *dateline.PlaceRef) *dateline.Mention {
	m := mention(d, p, gunfire)
	texts[m.ReportID] = Read(&dateline.Report{Text: text, Published: dateline.Published{Earliest: dateline.Day(published), Latest: dateline.Day(published)}})
	return m
}

func TestWholeReportsFindAFollowUp(t *testing.T) {
	texts := map[dateline.ID]*Text{}
	l := New(registry{}, nil)
	l.Text = func(id dateline.ID) *Text { return texts[id] }
	first := told(texts, quarry, "2023-03-07", day("2023-03-06"), harvashan())
	later := told(texts, trial, "2023-11-15", nil, harvashan())
	apart := told(texts, shelling, "2023-03-08", day("2023-03-06"), harvashan())
	p, q := l.Score(first, later), l.Score(first, apart)
	if p.Band == Separate || q.Score >= p.Score {
		t.Errorf("follow-up %g (%s): %s; another: %g", p.Score, p.Band, parts(p.Decision()), q.Score)
	}
	if !l.KeysOf(first).Meet(l.KeysOf(later)) {
		t.Error("a follow-up eight months later does not meet in a key")
	}
	if got := p.Decision().Score(); got-p.Score > 1e-9 || p.Score-got > 1e-9 {
		t.Errorf("parts sum to %g, score is %g", got, p.Score)
	}
}

// Two days written out in full cannot be outweighed by how alike reports are.
func TestStatedDaysKeepLookAlikesApart(t *testing.T) {
	texts := map[dateline.ID]*Text{}
	l := New(registry{}, nil)
	l.Text = func(id dateline.ID) *Text { return texts[id] }
	stated := func(s string) *dateline.Date {
		d := day(s)
		d.Basis = dateline.BasisExplicit
		return d
	}
	a := told(texts, quarry, "2023-03-07", stated("2023-03-06"), harvashan())
	b := told(texts, quarry, "2023-03-20", stated("2023-03-18"), harvashan())
	if p := l.Score(a, b); !p.Apart {
		t.Errorf("%g: %s", p.Score, parts(p.Decision()))
	}
}

// A day and a town that both cannot hold are not outweighed, though one of them may be.
func TestTwoConflictsKeepLookAlikesApart(t *testing.T) {
	texts := map[dateline.ID]*Text{}
	l := New(registry{}, nil)
	l.Text = func(id dateline.ID) *Text { return texts[id] }
	far := harvashan()
	far.City, far.Admin1, far.Place = "Dolmar", "Dolmar", "plc_dolmar"
	lat, lon := *far.Lat+3, *far.Lon+3
	far.Lat, far.Lon = &lat, &lon
	first := told(texts, quarry, "2023-03-07", day("2023-03-06"), harvashan())
	otherDay := told(texts, quarry, "2023-03-20", day("2023-03-18"), harvashan())
	both := told(texts, quarry, "2023-03-21", day("2023-03-18"), far)
	if p := l.Score(first, otherDay); p.Apart {
		t.Errorf("another day alone, %g: %s", p.Score, parts(p.Decision()))
	}
	if p := l.Score(first, both); !p.Apart {
		t.Errorf("another day and town, %g: %s", p.Score, parts(p.Decision()))
	}
}

// Two short bulletins of one city and day agree on every axis; that they share
// no telling word keeps them from being one.
func TestShortReportsOfOneDayAreNotOneForTheirDayAlone(t *testing.T) {
	texts := map[dateline.ID]*Text{}
	l := New(registry{}, nil)
	l.Text = func(id dateline.ID) *Text { return texts[id] }
	a := told(texts, "A baker was shot in the leg outside a laundry in the city on Monday.", "2023-03-06", day("2023-03-06"), harvashan())
	b := told(texts, "Gunmen fired at a minibus in the city on Monday and hurt two pupils.", "2023-03-06", day("2023-03-06"), harvashan())
	again := told(texts, "Baker shot in the leg outside laundry, city police say.", "2023-03-07", day("2023-03-06"), harvashan())
	if p := l.Score(a, b); p.Band != Separate || p.Apart {
		t.Errorf("%g %s: %s", p.Score, p.Band, parts(p.Decision()))
	}
	if p := l.Score(a, again); p.Band == Separate {
		t.Errorf("told again, %g: %s", p.Score, parts(p.Decision()))
	}
}

// A very short report that gives no day is of what another of that week tells if
// the two have enough in common besides their town; of one a month later it is
// not, and neither is one in other words.
func TestShortReportWithoutADay(t *testing.T) {
	texts := map[dateline.ID]*Text{}
	l := New(registry{}, nil)
	l.Text = func(id dateline.ID) *Text { return texts[id] }
	const bulletin = "Baker shot in the leg outside laundry, police say."
	first := told(texts, "A baker was shot in the leg outside a laundry in the city on Monday.", "2023-03-06", day("2023-03-06"), harvashan())
	for _, c := range []struct {
		name, text, published string
		want                  bool
	}{
		{"next day", bulletin, "2023-03-07", true},
		{"a month later", bulletin, "2023-04-11", false},
		{"in other words", "Gunmen fired at a minibus and hurt two pupils.", "2023-03-07", false},
	} {
		p := l.Score(first, told(texts, c.text, c.published, nil, harvashan()))
		if got := p.Band != Separate; got != c.want || p.Band == Linked {
			t.Errorf("%s: %s, %g: %s", c.name, p.Band, p.Score, parts(p.Decision()))
		}
	}
}

// In very short reports the name of a town that both name identifies nothing.
func TestNameOfATownIdentifiesNothing(t *testing.T) {
	texts := map[dateline.ID]*Text{}
	l := New(registry{}, nil)
	l.Text = func(id dateline.ID) *Text { return texts[id] }
	at := func() *dateline.PlaceRef { return city("Alderwick Brinefold Corrant", 40, 20) }
	a := told(texts, "A mine went off at a depot in Alderwick Brinefold Corrant.", "2023-03-07", day("2023-03-06"), at())
	b := told(texts, "A man with a knife attacked people at a bank in Alderwick Brinefold Corrant.", "2023-03-08", day("2023-03-07"), at())
	bins, ok := l.Evidence(a, b)
	if n := signs(bins); !ok || n > 0 {
		t.Errorf("%d signs: %v", n, bins)
	}
	a.Place, b.Place = harvashan(), harvashan()
	if bins, _ = l.Evidence(a, b); signs(bins) == 0 {
		t.Errorf("a name that is no place's identifies: %v", bins)
	}
}

// The name of their town is no rare word that two accounts share, not even in
// parts: it is no ground to join one that gives no day.
func TestNameOfATownIsNoCommonGround(t *testing.T) {
	l := New(registry{}, nil)
	account := func(d *dateline.Date, words ...string) *dateline.Mention {
		m := mention(d, city("Al-Brinefold", 40, 20), gunfire)
		m.Words = append(words, "brinefold")
		return m
	}
	first := account(day("2023-03-06"), "watchman", "quarrygate")
	if p := l.Score(first, account(nil, "docker", "ferryboat")); p.Band != Separate {
		t.Errorf("joined by the town alone: %s, %s", p.Band, parts(p.Decision()))
	}
	if p := l.Score(first, account(nil, "docker", "quarrygate")); p.Band == Separate {
		t.Errorf("a rare word besides the town: %s, %s", p.Band, parts(p.Decision()))
	}
}

// TestReportedBeforehand: what gives no day and was printed before the day of
// another account, in other words, tells of something that had happened already.
func TestReportedBeforehand(t *testing.T) {
	texts := map[dateline.ID]*Text{}
	l := New(registry{}, nil)
	l.Text = func(id dateline.ID) *Text { return texts[id] }
	at := func(published string, d *dateline.Date, words ...string) *dateline.Mention {
		m := worded(mention(d, harvashan(), gunfire, dateline.Target{Category: dateline.TargetTransport, Specific: "bus station"}), words...)
		texts[m.ReportID] = Read(&dateline.Report{Title: strings.Join(words, " "), Published: dateline.Published{Earliest: dateline.Day(published), Latest: dateline.Day(published)}})
		return m
	}
	for _, c := range []struct {
		name, published string
		words           []string
		before          bool
	}{
		{"the day before, in other words", "2023-03-05", []string{"ellmoor", "fernshaw"}, true},
		{"the day before, a word in common", "2023-03-05", []string{"alderwick", "fernshaw"}, false},
		{"the day itself", "2023-03-06", []string{"ellmoor", "fernshaw"}, false},
		{"the day after", "2023-03-07", []string{"ellmoor", "fernshaw"}, false},
	} {
		p := l.Score(at("2023-03-07", day("2023-03-06"), "alderwick", "brinefold"), at(c.published, nil, c.words...))
		why := parts(p.Decision())
		if got := strings.Contains(why, "reported before that day"); got != c.before || got && p.Band != Separate {
			t.Errorf("%s: %s, %g: %s", c.name, p.Band, p.Score, why)
		}
	}
}

// TestOtherStreets: two short reports of attacks of one kind, in one town on one
// day, that name other streets and share no rare word are near misses.
func TestOtherStreets(t *testing.T) {
	texts := map[dateline.ID]*Text{}
	l := New(registry{}, nil)
	l.Text = func(id dateline.ID) *Text { return texts[id] }
	told := func(text string, d *dateline.Date, words ...string) *dateline.Mention {
		m := told(texts, text, "2023-03-07", d, harvashan())
		m.Words = words
		return m
	}
	first := told("Gunmen fired at a bus in Bexley Road and Ottoline Street in Harvashan.", day("2023-03-06"), "bexley", "ottoline")
	same := told("Gunmen fired at a bus in Bexley Road in Harvashan.", day("2023-03-06"), "bexley", "wendleby")
	other := told("Gunmen fired at a bus in Tarnfield Avenue in Harvashan.", day("2023-03-06"), "tarnfield", "marchbank")
	if p := l.Score(first, same); p.Band == Separate {
		t.Errorf("one street in common: %v", p.Decision().Parts)
	}
	if p := l.Score(first, other); p.Band != Separate || p.Apart {
		t.Errorf("other streets: %v", p.Decision().Parts)
	}
}

// TestOtherWeapons: of two attacks in one town on one day, told at some length without a
// rare word in common, a grenade and an ambush are two; a bomb may be what another
// report calls otherwise.
func TestOtherWeapons(t *testing.T) {
	by := func(means dateline.Means, words ...string) *dateline.Mention {
		f := dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{means}}
		return worded(mention(day("2023-03-06"), harvashan(), f, dateline.Target{Category: dateline.TargetMilitary, Specific: "checkpoint"}), words...)
	}
	ambush := by(dateline.Firearms, "alderwick", "brinefold", "corrant")
	for _, c := range []struct {
		name string
		a, b *dateline.Mention
		two  bool
	}{
		{"a grenade and an ambush", ambush, by(dateline.Grenade, "ellmoor", "fernshaw"), true},
		{"two ambushes", ambush, by(dateline.Firearms, "ellmoor", "fernshaw"), false},
		{"a grenade and an ambush, a word in common", ambush, by(dateline.Grenade, "corrant", "fernshaw"), false},
		{"a grenade and an ambush, few words", ambush, by(dateline.Grenade, "fernshaw"), false},
		{"a grenade and a bomb of some kind", by(dateline.ExplosiveUnspecific, "alderwick", "brinefold"), by(dateline.Grenade, "ellmoor", "fernshaw"), false},
		{"a rocket and a grenade", by(dateline.RPG, "alderwick", "brinefold"), by(dateline.Grenade, "ellmoor", "fernshaw"), true},
	} {
		l := New(registry{}, nil)
		if p := l.Score(c.a, c.b); (p.Band == Separate) != c.two || p.Apart {
			t.Errorf("%s: %s with %g; %s", c.name, p.Band, p.Score, parts(p.Decision()))
		}
	}
}
