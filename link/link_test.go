package link

import (
	"fmt"
	"reflect"
	"sort"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

func day(s string) *dateline.Date {
	return &dateline.Date{EDTF: s, Earliest: dateline.Day(s), Latest: dateline.Day(s), Precision: dateline.D1}
}

func month(s string) *dateline.Date {
	first, err := time.Parse("2006-01", s)
	if err != nil {
		panic(err)
	}
	d := dateline.NewDay(first.Year(), first.Month(), 1)
	return &dateline.Date{EDTF: s, Earliest: d, Latest: dateline.NewDay(first.Year(), first.Month()+1, 0), Precision: dateline.D4}
}

func year(y int) *dateline.Date {
	return &dateline.Date{EDTF: fmt.Sprint(y), Earliest: dateline.NewDay(y, 1, 1), Latest: dateline.NewDay(y, 12, 31), Precision: dateline.D5}
}

func noYear(m time.Month, d int) *dateline.Date {
	return &dateline.Date{EDTF: fmt.Sprintf("XXXX-%02d-%02d", int(m), d), Precision: dateline.D1}
}

func city(name string, lat, lon float64) *dateline.PlaceRef {
	return &dateline.PlaceRef{Place: dateline.ID("plc_" + name), Name: name, City: name, Country: "VLM", Admin1: "North", Precision: dateline.P1, Lat: &lat, Lon: &lon}
}

var (
	harvashan = func() *dateline.PlaceRef { return city("Harvashan", 40, 20) }
	suburb    = func() *dateline.PlaceRef { return city("Upper Harvashan", 40.1, 20.1) }
	marvesk   = func() *dateline.PlaceRef { return city("Marvesk", 44, 25) }
	land      = func() *dateline.PlaceRef {
		return &dateline.PlaceRef{Place: "plc_vlm", Name: "Velmara", Country: "VLM", Precision: dateline.P6}
	}
	embassy = dateline.Target{Category: dateline.TargetDiplomatic, Specific: "embassy of Oria", Nationality: []string{"ORI"}, Unique: true}
	other   = dateline.Target{Category: dateline.TargetDiplomatic, Specific: "embassy of Tarn", Nationality: []string{"TAR"}, Unique: true}
	bombing = dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.SuicideBody}}
	blast   = dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.ExplosiveUnspecific}}
	gunfire = dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.Firearms}}
	stabbed = dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.EdgedBlunt}}
)

func by(actor string) []dateline.ActorRef {
	return []dateline.ActorRef{{Actor: dateline.ID(actor), Name: actor, Kind: dateline.ActorOrganisedNonstate, Role: dateline.RolePerpetrator}}
}

var serial int

func mention(d *dateline.Date, p *dateline.PlaceRef, f dateline.Facets, targets ...dateline.Target) *dateline.Mention {
	serial++
	return &dateline.Mention{
		ID: dateline.ID(fmt.Sprintf("mnt_%04d", serial)), ReportID: dateline.ID(fmt.Sprintf("rep_%04d", serial)), Trigger: dateline.Span{Start: serial, End: serial + 5},
		Kind: dateline.KindIncident, Polarity: dateline.Affirmed, Salience: dateline.Main, Facets: f, Date: d, Place: p, Targets: targets,
	}
}

func acting(m *dateline.Mention, actor string) *dateline.Mention { m.Actors = by(actor); return m }

func worded(m *dateline.Mention, words ...string) *dateline.Mention {
	sort.Strings(words)
	m.Words = words
	return m
}

type registry struct{}

func (registry) Relate(a, b dateline.ID) Relation {
	switch {
	case a == b:
		return SameActor
	case a == "act_branch" && b == "act_group" || a == "act_group" && b == "act_branch":
		return Affiliated
	}
	return Unrelated
}

func linker() *Linker { return &Linker{Config: Default, Actors: registry{}} }

// TestBands: scores on the axes of §7.2, the baseline of LNK-5.
func TestBands(t *testing.T) {
	l := linker()
	for _, c := range []struct {
		name string
		a, b *dateline.Mention
		want Band
	}{
		{"one day, one embassy", mention(day("2022-09-05"), harvashan(), bombing, embassy), mention(day("2022-09-05"), harvashan(), blast, embassy), Linked},
		{"LNK-1: the year and the unique target", mention(day("2022-09-05"), harvashan(), bombing, embassy), mention(year(2022), harvashan(), bombing, embassy), Linked},
		{"the same day of a year not said", mention(day("2022-09-05"), harvashan(), bombing, embassy), mention(noYear(9, 5), harvashan(), bombing, embassy), Linked},
		{"another day of a year not said", mention(day("2022-09-05"), harvashan(), bombing, embassy), mention(noYear(10, 5), harvashan(), bombing, embassy), Separate},
		{"LNK-2: no date", mention(day("2022-09-05"), harvashan(), bombing, embassy), mention(nil, harvashan(), bombing, embassy), Probable},
		{"no date, no place, nothing else", mention(day("2022-09-05"), harvashan(), bombing), mention(nil, nil, bombing), Separate},
		{"LNK-3: month against next month", mention(month("2022-04"), harvashan(), bombing, embassy), mention(month("2022-05"), harvashan(), bombing, embassy), Separate},
		{"LNK-3: the same with one actor", acting(mention(month("2022-04"), harvashan(), bombing, embassy), "act_group"), acting(mention(month("2022-05"), harvashan(), bombing, embassy), "act_group"), Probable},
		{"months far apart", acting(mention(month("2022-04"), harvashan(), bombing, embassy), "act_group"), acting(mention(month("2022-09"), harvashan(), bombing, embassy), "act_group"), Separate},
		{"another state's embassy", mention(day("2022-09-05"), harvashan(), bombing, embassy), mention(day("2022-09-05"), harvashan(), bombing, other), Separate},
		{"another city", mention(day("2022-09-05"), harvashan(), bombing), mention(day("2022-09-05"), marvesk(), bombing), Separate},
		{"city and suburb", mention(day("2022-09-05"), harvashan(), bombing), mention(day("2022-09-05"), suburb(), bombing), Probable},
		{"city and country", mention(day("2022-09-05"), harvashan(), bombing, embassy), mention(day("2022-09-05"), land(), bombing, embassy), Linked},
		{"ACT-2: branch and group", acting(mention(day("2022-09-05"), harvashan(), bombing), "act_branch"), acting(mention(day("2022-09-06"), harvashan(), blast), "act_group"), Linked},
		{"unrelated groups", acting(mention(day("2022-09-05"), harvashan(), gunfire), "act_branch"), acting(mention(day("2022-09-05"), harvashan(), gunfire), "act_rivals"), Probable},
		{"shooting and stabbing", mention(day("2022-09-05"), harvashan(), gunfire), mention(day("2022-09-05"), harvashan(), stabbed), Separate},
	} {
		p := l.Score(c.a, c.b)
		if p.Band != c.want {
			t.Errorf("%s: %s with %g, want %s; %s", c.name, p.Band, p.Score, c.want, parts(p.Decision()))
		}
		if got := p.Decision().Score(); got != p.Score {
			t.Errorf("%s: parts sum to %g, score is %g", c.name, got, p.Score)
		}
		if q := l.Score(c.b, c.a); !reflect.DeepEqual(p, q) {
			t.Errorf("%s: not symmetric", c.name)
		}
	}
}

func parts(d dateline.Decision) string {
	s := ""
	for _, p := range d.Parts {
		s += fmt.Sprintf("%s %v %g; ", p.What, p.Values, *p.Points)
	}
	return s
}

func cluster(l *Linker, people Ruling, mentions ...*dateline.Mention) []Cluster {
	var pairs []Pair
	for i, a := range mentions {
		for _, b := range mentions[i+1:] {
			if l.KeysOf(a).Meet(l.KeysOf(b)) {
				pairs = append(pairs, l.Score(a, b))
			}
		}
	}
	out, _ := l.Cluster(mentions, pairs, people)
	return out
}

// LNK-1: an undated-to-the-day recap that fits two attacks on one embassy stays
// between them, and does not tie them together (LNK-4).
func TestLNK1AmbiguousStaysBetween(t *testing.T) {
	first := []*dateline.Mention{mention(day("2022-02-10"), harvashan(), bombing, embassy), mention(day("2022-02-10"), harvashan(), bombing, embassy)}
	second := []*dateline.Mention{mention(day("2022-09-05"), harvashan(), bombing, embassy), mention(day("2022-09-05"), harvashan(), bombing, embassy)}
	recap := mention(year(2022), harvashan(), bombing, embassy)
	got := cluster(linker(), Ruling{}, first[0], first[1], second[0], second[1], recap)
	if len(got) != 3 {
		t.Fatalf("%d clusters: %v", len(got), got)
	}
	for _, c := range got {
		if len(c.Mentions) == 1 && (c.Mentions[0] != recap.ID || len(c.Alternatives) != 2) {
			t.Errorf("%v", c)
		}
	}
	if got = cluster(linker(), Ruling{}, second[0], second[1], recap); len(got) != 1 {
		t.Errorf("with one attack to fit: %v", got)
	}
}

func TestPeopleDecide(t *testing.T) {
	a, b := mention(day("2022-09-05"), harvashan(), bombing, embassy), mention(day("2022-09-05"), harvashan(), bombing, embassy)
	c := mention(day("2022-09-05"), marvesk(), bombing)
	if got := cluster(linker(), Ruling{Apart: [][2]dateline.ID{{a.ID, b.ID}}}, a, b, c); len(got) != 3 {
		t.Errorf("split: %v", got)
	}
	if got := cluster(linker(), Ruling{Together: [][2]dateline.ID{{c.ID, a.ID}}}, a, b, c); len(got) != 2 {
		t.Errorf("merge: %v", got)
	}
}

func TestLNK8PartsOfOneTriggerStayApart(t *testing.T) {
	a, b := mention(day("2022-09-05"), harvashan(), bombing, embassy), mention(day("2022-09-05"), harvashan(), bombing, embassy)
	b.ReportID, b.Trigger = a.ReportID, a.Trigger
	if p := linker().Score(a, b); !p.Apart {
		t.Error("a distributive list is several incidents")
	}
}

func TestDAT17FixDates(t *testing.T) {
	friday := time.Friday
	week := &dateline.Date{EDTF: "2022-09-01/2022-09-07", Earliest: "2022-09-01", Latest: "2022-09-07", Precision: dateline.D3, Constraint: &dateline.Constraint{Anchor: dateline.AnchorPublication, Weekday: &friday}}
	for _, c := range []struct {
		name  string
		dates []*dateline.Date
		want  string
	}{
		{"a missing year from another report", []*dateline.Date{noYear(9, 5), year(2022)}, "2022-09-05"},
		{"a stated day decides", []*dateline.Date{year(2022), day("2022-09-05"), noYear(9, 5)}, "2022-09-05"},
		{"most reports decide", []*dateline.Date{day("2022-09-06"), day("2022-09-05"), day("2022-09-06")}, "2022-09-06"},
		{"a weekday in a week", []*dateline.Date{week}, "2022-09-02"},
		{"month within year", []*dateline.Date{year(2022), month("2022-09")}, "2022-09"},
		{"two years possible", []*dateline.Date{noYear(9, 5), {EDTF: "2021-06-01/2022-12-31", Earliest: "2021-06-01", Latest: "2022-12-31", Precision: dateline.D6}}, "[2021-09-05,2022-09-05]"},
	} {
		var ms []*dateline.Mention
		for _, d := range c.dates {
			ms = append(ms, mention(d, nil, bombing))
		}
		if f, ok := FixDates(ms); !ok || f.Date.EDTF != c.want {
			t.Errorf("%s: %q", c.name, f.Date.EDTF)
		}
	}
	if _, ok := FixDates([]*dateline.Mention{mention(nil, nil, bombing)}); ok {
		t.Error("no date, and one was found")
	}
}

// A claim of responsibility speaks of one incident, an aggregate of many (LNK-9).
func TestAttach(t *testing.T) {
	l := linker()
	a, b := mention(day("2022-02-10"), harvashan(), bombing, embassy), mention(day("2022-09-05"), harvashan(), bombing, embassy)
	clusters := cluster(l, Ruling{}, a, b)
	members := map[dateline.ID]*dateline.Mention{a.ID: a, b.ID: b}
	claim := mention(day("2022-09-05"), harvashan(), bombing, embassy)
	claim.Kind = dateline.KindClaimResponsibility
	if got := l.Attach(claim, clusters, members); len(got) != 1 || got[0].Decision.Score() != got[0].Score {
		t.Errorf("claim of responsibility: %v", got)
	}
	wave := mention(year(2022), harvashan(), bombing, embassy)
	wave.Kind = dateline.KindAggregate
	if got := l.Attach(wave, clusters, members); len(got) != 2 {
		t.Errorf("aggregate: %v", got)
	}
	claim.Date = year(2022)
	if got := l.Attach(claim, clusters, members); len(got) != 0 {
		t.Errorf("a claim that fits two: %v", got)
	}
}

// TestOtherMeansKeepApart: a bombing and a stabbing in one town on one day are
// two, unless the target is the same.
func TestOtherMeansKeepApart(t *testing.T) {
	town := func(f dateline.Facets, targets ...dateline.Target) *dateline.Mention {
		return mention(day("2022-09-05"), harvashan(), f, targets...)
	}
	if p := linker().Score(town(bombing), town(stabbed)); !p.Apart {
		t.Errorf("no target: score %g, %s", p.Score, p.Band)
	}
	if p := linker().Score(town(bombing, embassy), town(stabbed, embassy)); p.Apart {
		t.Errorf("one target: score %g, %s", p.Score, p.Band)
	}
}

func TestRareWordsSpeakForAndAgainst(t *testing.T) {
	l := New(registry{}, nil)
	street := []string{"clintonvale", "drovers", "ottoline", "bexley", "quarrystone", "fennimore", "halvard", "ingleside", "tressa", "okafor", "wendleby", "marchbank", "corvina"}
	far := []string{"abernathy", "birchmont", "calloway", "dunmore", "elsworth", "fairhaven", "grantley", "hollister", "ivywood", "jessup", "kilbride", "larkhall", "montrose"}
	shooting := func(words []string) *dateline.Mention {
		return worded(mention(day("2022-09-05"), harvashan(), gunfire), append([]string{}, words...)...)
	}
	same, apart := l.Score(shooting(street), shooting(street)), l.Score(shooting(street), shooting(far))
	if same.Band != Linked || apart.Band == Linked || same.Score-apart.Score < 4 {
		t.Errorf("same words %g (%s), other words %g (%s)", same.Score, same.Band, apart.Score, apart.Band)
	}
	if WordWeight("police") >= Default.RareWord || WordWeight("quarrystone") < Default.RareWord {
		t.Error("weights")
	}
}

var genMention = rapid.Custom(func(t *rapid.T) *dateline.Mention {
	dates := []*dateline.Date{nil, day("2022-09-05"), day("2022-09-06"), day("2022-09-08"), day("2021-09-05"), month("2022-09"), month("2022-08"), year(2022), noYear(9, 5), noYear(9, 6)}
	spots := []*dateline.PlaceRef{nil, harvashan(), suburb(), marvesk(), land(), {Name: "North", Country: "VLM", Admin1: "North", Precision: dateline.P4}, city("Far Harvashan", 40.5, 20.1)}
	facets := []dateline.Facets{bombing, blast, gunfire, stabbed, {Act: dateline.Clash}, {}}
	targets := [][]dateline.Target{nil, {embassy}, {other}, {{Category: dateline.TargetCitizens}}, {{Category: dateline.TargetBusiness, Name: "Sirvaz Bazaar"}}}
	words := rapid.SliceOfDistinct(rapid.SampledFrom([]string{"bazaar", "dal", "eleven", "grain", "harvest", "lorry", "marten", "river"}), rapid.ID[string]).Draw(t, "words")
	m := mention(rapid.SampledFrom(dates).Draw(t, "date"), rapid.SampledFrom(spots).Draw(t, "place"), rapid.SampledFrom(facets).Draw(t, "facets"), rapid.SampledFrom(targets).Draw(t, "targets")...)
	if a := rapid.SampledFrom([]string{"", "act_group", "act_branch", "act_rivals"}).Draw(t, "actor"); a != "" {
		acting(m, a)
	}
	m.ReportID = dateline.ID(fmt.Sprintf("rep_%d", rapid.IntRange(1, 5).Draw(t, "report")))
	if rapid.Bool().Draw(t, "victim") {
		m.Victims = []string{rapid.SampledFrom([]string{"Aru Dal", "Governor Ilva Marten"}).Draw(t, "name")}
	}
	return worded(m, words...)
})

func TestProbablePairsMeetInAKey(t *testing.T) {
	l := linker()
	rapid.Check(t, func(t *rapid.T) {
		a, b := genMention.Draw(t, "a"), genMention.Draw(t, "b")
		if p := l.Score(a, b); p.Band != Separate && !l.KeysOf(a).Meet(l.KeysOf(b)) {
			t.Fatalf("score %g and no key in common: %s", p.Score, parts(p.Decision()))
		}
	})
}

func TestClustersDoNotDependOnOrder(t *testing.T) {
	l := linker()
	rapid.Check(t, func(t *rapid.T) {
		ms := rapid.SliceOfN(genMention, 2, 14).Draw(t, "mentions")
		want := cluster(l, Ruling{}, ms...)
		got := cluster(l, Ruling{}, rapid.Permutation(ms).Draw(t, "order")...)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func many(n int) []*dateline.Mention {
	var out []*dateline.Mention
	for i := range n {
		m := mention(day(string(dateline.Day("2022-01-01").Add(i%60))), city(fmt.Sprintf("C%d", i%7), float64(30+i%7*3), 20), gunfire)
		out = append(out, worded(m, fmt.Sprintf("w%d", i%90), fmt.Sprintf("x%d", i%90), fmt.Sprintf("y%d", i)))
	}
	return out
}

func BenchmarkScore(b *testing.B) {
	l, ms := linker(), many(200)
	for i := 0; b.Loop(); i++ {
		l.Score(ms[i%200], ms[(i*7+1)%200])
	}
}

func BenchmarkKeys(b *testing.B) {
	l, ms := linker(), many(200)
	for i := 0; b.Loop(); i++ {
		l.KeysOf(ms[i%200])
	}
}

func BenchmarkCluster1000(b *testing.B) {
	l, ms := linker(), many(1000)
	var pairs []Pair
	for i, x := range ms {
		for _, y := range ms[i+1:] {
			if l.KeysOf(x).Meet(l.KeysOf(y)) {
				pairs = append(pairs, l.Score(x, y))
			}
		}
	}
	b.ResetTimer()
	for b.Loop() {
		l.Cluster(ms, pairs, Ruling{})
	}
}

// TestPlacesOfDifferentKinds: attacks of one day and means on a market and on a
// bus station of one town are two; words that say less keep none apart.
func TestPlacesOfDifferentKinds(t *testing.T) {
	for _, c := range []struct {
		a, b string
		two  bool
	}{
		{"vegetable market", "bus station", true},
		{"radio station", "bus station", true},
		{"church", "mosque", false}, // of one kind: the word for it may differ
		{"station", "bus station", false},
		{"market", "crowded bazaar", false},
		{"market", "crowd", false},
		{"", "bank", false},
	} {
		l := New(registry{}, nil)
		at := func(site string) *dateline.Mention {
			m := mention(day("2023-03-06"), harvashan(), gunfire)
			if site != "" {
				m.Targets = []dateline.Target{{Category: dateline.TargetBusiness, Specific: site}}
			}
			return m
		}
		if p := l.Score(at(c.a), at(c.b)); (p.Band == Separate) != c.two {
			t.Errorf("%q and %q: %s with %g; %s", c.a, c.b, p.Band, p.Score, parts(p.Decision()))
		}
	}
}

// TestTwoTowns: attacks of one day in two neighbouring towns are two if their
// accounts share no rare word; a suburb told of in the same words is its city.
func TestTwoTowns(t *testing.T) {
	l := New(registry{}, nil)
	at := func(p *dateline.PlaceRef, words ...string) *dateline.Mention {
		m := mention(day("2023-03-06"), p, gunfire)
		m.Words = words
		return m
	}
	a := at(harvashan(), "alderwick", "brinefold", "corrant", "duskmere", "eddowes")
	if p := l.Score(a, at(suburb(), "ellmoor", "fernshaw", "gorsely", "hallowby")); p.Band != Separate || p.Apart {
		t.Errorf("other words: %s with %g; %s", p.Band, p.Score, parts(p.Decision()))
	}
	if p := l.Score(a, at(suburb(), "ellmoor", "fernshaw")); p.Band != Separate {
		t.Errorf("other words, few of them: %s with %g; %s", p.Band, p.Score, parts(p.Decision()))
	}
	if p := l.Score(a, at(suburb(), "alderwick", "brinefold", "gorsely", "hallowby")); p.Band == Separate {
		t.Errorf("a word in common: %s with %g; %s", p.Band, p.Score, parts(p.Decision()))
	}
}

// TestTwoDays: two acts in one town on days next to each other, each day written
// out, are two if their accounts share no rare word, of one kind as well: a town
// that had one attack has the next. One word is not enough where the weapon is another. Accounts of one act whose day is a day off
// have words in common, and a day that was worked out says less. Where the town is
// the next one as well, one word is not enough.
func TestTwoDays(t *testing.T) {
	stated := func(s string) *dateline.Date {
		d := day(s)
		d.Basis = dateline.BasisExplicit
		return d
	}
	at := func(d *dateline.Date, f dateline.Facets, words ...string) *dateline.Mention {
		return worded(mention(d, harvashan(), f, dateline.Target{Category: dateline.TargetBusiness, Specific: "bank"}), words...)
	}
	in := func(p *dateline.PlaceRef, m *dateline.Mention) *dateline.Mention { m.Place = p; return m }
	for _, c := range []struct {
		name string
		m    *dateline.Mention
		two  bool
	}{
		{"another act, another day, other words", at(stated("2023-03-07"), blast, "ellmoor", "fernshaw"), true},
		{"the same day", at(stated("2023-03-06"), blast, "ellmoor", "fernshaw"), false},
		{"the same kind of act", at(stated("2023-03-07"), bombing, "ellmoor", "fernshaw"), true},
		{"the same kind of act, a word of its own that hardly any report uses", at(stated("2023-03-07"), bombing, "ellmoor"), true},
		{"the same kind of act, a word of its own that some reports use", at(stated("2023-03-07"), bombing, "motel"), false},
		{"a word in common", at(stated("2023-03-07"), bombing, "alderwick", "fernshaw"), false},
		{"a word in common, another weapon", at(stated("2023-03-07"), blast, "alderwick", "fernshaw"), true},
		{"a day that was worked out", at(day("2023-03-07"), blast, "ellmoor", "fernshaw"), false},
		{"a word in common, the next town as well", in(suburb(), at(stated("2023-03-07"), bombing, "alderwick", "fernshaw")), true},
		{"two words in common, the next town as well", in(suburb(), at(stated("2023-03-07"), bombing, "alderwick", "brinefold")), false},
		{"a word in common, the next town on that day", in(suburb(), at(stated("2023-03-06"), bombing, "alderwick", "fernshaw")), false},
	} {
		l := New(registry{}, nil)
		if p := l.Score(at(stated("2023-03-06"), bombing, "alderwick", "brinefold"), c.m); (p.Band == Separate) != c.two {
			t.Errorf("%s: %s with %g; %s", c.name, p.Band, p.Score, parts(p.Decision()))
		}
	}
}
