package reconcile

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// dossier builds an input of facts, one report and origin for each name.
type dossier struct {
	in Input
	n  int
}

func newDossier() *dossier {
	return &dossier{in: Input{Origins: map[dateline.ID]dateline.Origin{}, Reports: map[dateline.ID]*dateline.Report{}}}
}

func (d *dossier) add(name string, kind dateline.OriginKind, a dateline.Attribute, v dateline.Value) *dateline.Claim {
	r := &dateline.Report{ID: dateline.ReportID(name), Outlet: name}
	o := dateline.Origin{ID: dateline.NewID(dateline.PrefixOrigin, name), Kind: kind}
	m := dateline.NewID(dateline.PrefixMention, name)
	if d.in.Reports[r.ID] == nil {
		d.in.Mentions = append(d.in.Mentions, dateline.Mention{ID: m, ReportID: r.ID, Kind: dateline.KindIncident,
			Facets: dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.SuicideBody}}})
	}
	d.in.Reports[r.ID], d.in.Origins[o.ID] = r, o
	d.n++
	d.in.Claims = append(d.in.Claims, dateline.Claim{ID: dateline.ID("clm_" + string(rune('a'+d.n))), ReportID: r.ID, MentionID: m, Origin: o.ID,
		Attribute: a, Value: v, Modality: dateline.Asserted, Status: dateline.Active, Confidence: 0.8, Attribution: []dateline.Speaker{{Role: dateline.SpeakerOutlet}}})
	return &d.in.Claims[len(d.in.Claims)-1]
}

func day(s string) dateline.Value {
	return dateline.Value{Date: &dateline.Date{EDTF: s, Earliest: dateline.Day(s), Latest: dateline.Day(s), Precision: dateline.D1}}
}

func days(from, to string, p dateline.DatePrecision) dateline.Value {
	return dateline.Value{Date: &dateline.Date{EDTF: from + "/" + to, Earliest: dateline.Day(from), Latest: dateline.Day(to), Precision: p}}
}

func at(name, city, country string, p dateline.PlacePrecision) dateline.Value {
	return dateline.Value{Place: &dateline.PlaceRef{Name: name, City: city, Country: country, Role: dateline.PlaceSite, Precision: p}}
}

func embassy() dateline.Value {
	return dateline.Value{Target: &dateline.Target{Category: dateline.TargetDiplomatic, Specific: "embassy of Orvania", Nationality: []string{"XOR"}, Unique: true}}
}

func actor(id, name string) dateline.ActorRef {
	return dateline.ActorRef{Actor: dateline.ID(id), Name: name, Text: name, Role: dateline.RolePerpetrator}
}

func stance(s dateline.Stance, id, name string) dateline.Value {
	return dateline.Value{Stance: &dateline.Responsible{Stance: s, Actor: actor(id, name)}}
}

// kin relates actors in tests: "act_x" and "act_x2" are affiliates, all else
// is unrelated.
type kin struct{}

func (kin) Relate(a, b dateline.ID) string {
	if strings.HasPrefix(string(a), string(b)) || strings.HasPrefix(string(b), string(a)) {
		return RelationAffiliate
	}
	return RelationUnrelated
}

func (kin) CompareNames(a, b string) string {
	x, y := strings.Fields(a), strings.Fields(b)
	switch {
	case a == b:
		return NamesSame
	case x[0] == y[0]:
		return NamesVariant
	}
	return NamesDifferent
}

func reconciled(d *dossier) (dateline.Incident, []dateline.Decision) {
	return (&Reconciler{Rules: DatelineOne(), Relate: kin{}, Names: kin{}}).Incident(d.in)
}

func kinds(inc dateline.Incident) string {
	var out []string
	for _, c := range inc.Contradictions {
		out = append(out, string(c.Type)+" "+string(c.Severity))
	}
	return strings.Join(out, ", ")
}

func TestTitleTAX6(t *testing.T) {
	d := newDossier()
	d.add("Coast Radio", dateline.OwnReporting, dateline.AttrTarget, embassy())
	d.add("Coast Radio", dateline.OwnReporting, dateline.AttrDate, day("2022-03-05"))
	d.add("Coast Radio", dateline.OwnReporting, dateline.AttrPlace, at("Marvesk", "Marvesk", "XVE", dateline.P1))
	inc, _ := reconciled(d)
	if want := "Suicide bombing at the embassy of Orvania, Marvesk, 5 March 2022"; inc.Title != want {
		t.Errorf("title %q, want %q", inc.Title, want)
	}
}

func TestTitleArticles(t *testing.T) {
	for words, want := range map[string]string{
		"convoy": "a convoy", "ambulance": "an ambulance", "men": "men", "people": "people", "policemen": "policemen",
		"school of the town": "a school of the town", "houses near the bridge": "houses near the bridge", "the mill": "the mill",
	} {
		if got := article(dateline.Target{Specific: words}, words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
	if got := targetWords(dateline.Target{Specific: "others"}); got != "" {
		t.Errorf("others: %q", got)
	}
}

// TestTargetWordsETH5: words that the program does not use give way to the
// category.
func TestTargetWordsETH5(t *testing.T) {
	got := targetWords(dateline.Target{Category: dateline.TargetPolice, Specific: "regime police"})
	if got != "police" {
		t.Errorf("got %q", got)
	}
}

func TestDateAndPlaceFinerCompatibleWins(t *testing.T) {
	d := newDossier()
	d.add("Coast Radio", dateline.OwnReporting, dateline.AttrDate, days("2022-03-01", "2022-03-31", dateline.D4))
	d.add("Morning Ledger", dateline.NewspaperStory, dateline.AttrDate, day("2022-03-05"))
	d.add("Coast Radio", dateline.OwnReporting, dateline.AttrPlace, at("Velmara", "", "XVE", dateline.P6))
	d.add("Morning Ledger", dateline.NewspaperStory, dateline.AttrPlace, at("Marvesk", "Marvesk", "XVE", dateline.P1))
	inc, decisions := reconciled(d)
	if inc.Date.EDTF != "2022-03-05" || inc.Place.Ref.Name != "Marvesk" || len(inc.Contradictions) != 0 {
		t.Errorf("date %s, place %s, contradictions %q", inc.Date.EDTF, inc.Place.Ref.Name, kinds(inc))
	}
	if inc.Support[dateline.AttrDate] != dateline.Agreed || inc.DisplayGrade != "fair" || inc.Status != dateline.Linked {
		t.Errorf("support %s, grade %s, status %s", inc.Support[dateline.AttrDate], inc.DisplayGrade, inc.Status)
	}
	if why := Why(decisions, "date"); len(why) != 1 || len(why[0].Parts) != 2 {
		t.Errorf("why date: %+v", why)
	}
}

func TestDateIsChosenAmongTheMostExact(t *testing.T) {
	year, month := days("2022-01-01", "2022-12-31", dateline.D5), days("2022-03-01", "2022-03-31", dateline.D4)
	for _, c := range []struct {
		name string
		said []dateline.Value
		want string
	}{
		{"the year fits both days and decides nothing", []dateline.Value{year, day("2022-03-05"), day("2022-03-06"), day("2022-03-05")}, "2022-03-05"},
		{"the month and the year lead to the only day", []dateline.Value{year, month, day("2022-03-05")}, "2022-03-05"},
		{"a day that one report gives does not stand against two that give another month", []dateline.Value{month, month, day("2022-07-01")}, "2022-03-01/2022-03-31"},
		{"of two days the earlier: reports date by what came after", []dateline.Value{day("2022-03-06"), day("2022-03-05")}, "2022-03-05"},
	} {
		d := newDossier()
		for i, v := range c.said {
			d.add("Paper "+string(rune('A'+i)), dateline.NewspaperStory, dateline.AttrDate, v)
		}
		if inc, _ := reconciled(d); inc.Date.EDTF != c.want {
			t.Errorf("%s: %s, want %s", c.name, inc.Date.EDTF, c.want)
		}
	}
}

// TestDateOfManySpeakers: one report that names three speakers for a day is one
// voice against two reports that agree, and so are two reports of one statement.
func TestDateOfManySpeakers(t *testing.T) {
	fifth, sixth := day("2022-03-05"), day("2022-03-06")
	d := newDossier()
	for _, speaker := range []string{"police", "a witness", "the mayor"} {
		c := d.add(speaker, dateline.StatementOfficial, dateline.AttrDate, fifth)
		c.ReportID = dateline.ReportID("Coast Radio")
	}
	d.add("Morning Ledger", dateline.NewspaperStory, dateline.AttrDate, sixth)
	d.add("Inland Record", dateline.NewspaperStory, dateline.AttrDate, sixth)
	if inc, _ := reconciled(d); inc.Date.EDTF != "2022-03-06" {
		t.Errorf("three speakers of one report: %s", inc.Date.EDTF)
	}
	d = newDossier()
	statement := d.add("police", dateline.StatementOfficial, dateline.AttrDate, sixth).Origin
	for _, paper := range []string{"Morning Ledger", "Inland Record"} {
		d.add(paper, dateline.NewspaperStory, dateline.AttrDate, sixth).Origin = statement
	}
	d.add("Coast Radio", dateline.OwnReporting, dateline.AttrDate, fifth)
	d.add("Hill Post", dateline.OwnReporting, dateline.AttrDate, fifth)
	if inc, _ := reconciled(d); inc.Date.EDTF != "2022-03-05" {
		t.Errorf("three reports of one statement: %s", inc.Date.EDTF)
	}
}

// TestContradictionTypes: §9, one pair of reports for each type, and what is
// no contradiction.
func TestContradictionTypes(t *testing.T) {
	exact := func(s string) dateline.Value { c := parseCount(t, s); return dateline.Value{Count: &c} }
	facets := func(m dateline.Means) dateline.Value {
		return dateline.Value{Facets: &dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{m}}}
	}
	who := func(id string) dateline.Value { a := actor(id, id); return dateline.Value{Actor: &a} }
	text := func(s string) dateline.Value { return dateline.Value{Text: s} }
	for _, x := range []struct {
		name      string
		attribute dateline.Attribute
		a, b      dateline.Value
		want      string
	}{
		{"numbers far apart", dateline.AttrKilled, exact("11"), exact("23"), "count major"},
		{"numbers close", dateline.AttrKilled, exact("8"), exact("9"), "count minor"},
		{"a vague word that fits", dateline.AttrKilled, exact("scores"), exact("61"), ""},
		{"a vague word that does not fit", dateline.AttrKilled, exact("dozens"), exact("14"), "count major"},
		{"at least, and more", dateline.AttrKilled, exact(">=12"), exact("14"), ""},
		{"another day", dateline.AttrDate, day("2022-03-05"), day("2022-03-07"), "date major"},
		{"a day of that month", dateline.AttrDate, day("2022-03-05"), days("2022-03-01", "2022-03-31", dateline.D4), ""},
		{"another town", dateline.AttrPlace, at("Marvesk", "Marvesk", "XVE", dateline.P1), at("Harvashan", "Harvashan", "XVE", dateline.P1), "place major"},
		{"a town of that country", dateline.AttrPlace, at("Marvesk", "Marvesk", "XVE", dateline.P1), at("Velmara", "", "XVE", dateline.P6), ""},
		{"another weapon", dateline.AttrMeans, facets(dateline.AirDrone), facets(dateline.EdgedBlunt), "act_means major"},
		{"a narrower weapon", dateline.AttrMeans, facets(dateline.ExplosiveUnspecific), facets(dateline.SuicideBody), ""},
		{"unrelated groups", dateline.AttrPerpetrator, who("act_x"), who("act_y"), "actor_identity major"},
		{"a group and its affiliate", dateline.AttrPerpetrator, who("act_x"), who("act_x2"), ""},
		{"another byname", dateline.AttrAttackerName, text("Davud al-Marveski"), text("Davud al-Harvashi"), "name_variant minor"},
		{"another person", dateline.AttrAttackerName, text("Davud al-Marveski"), text("Selim al-Marveski"), "identity major"},
		{"claimed and denied", dateline.AttrResponsibility, stance(dateline.StanceClaimed, "act_x", "X"), stance(dateline.StanceDenied, "act_x", "X"), "responsibility major"},
		{"claimed by two", dateline.AttrResponsibility, stance(dateline.StanceClaimed, "act_x", "X"), stance(dateline.StanceClaimed, "act_y", "Y"), "responsibility major"},
		{"parent and affiliate", dateline.AttrResponsibility, stance(dateline.StanceClaimed, "act_x", "X"), stance(dateline.StanceAttributed, "act_x2", "X2"), ""},
		{"first of two kinds", dateline.AttrSuperlative, text("first attack on a mission"), text("first attack in the city"), "scope info"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := newDossier()
			d.add("Coast Radio", dateline.OwnReporting, x.attribute, x.a)
			d.add("Morning Ledger", dateline.NewspaperStory, x.attribute, x.b)
			inc, _ := reconciled(d)
			if got := kinds(inc); got != x.want {
				t.Errorf("got %q, want %q", got, x.want)
			}
		})
	}
}

// TestContradictionOfVersions: sides of one origin are lower by one step and
// worded as versions; inside one report it is internal.
func TestContradictionOfVersions(t *testing.T) {
	for table, want := range map[string]string{
		"A wire_story killed unknown 11 report=1\nA wire_story killed unknown 23 report=2": "count minor",
		"A wire_story killed unknown 11\nA wire_story killed unknown 23":                   "internal info",
	} {
		inc, _ := (&Reconciler{Rules: DatelineOne()}).Incident(build(t, strings.Split(table, "\n")))
		if got := kinds(inc); got != want || !inc.Contradictions[0].SameOrigin {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestAttackerMayExplainExample1: the two counts are apart, and the attacker is
// offered as the reason.
func TestAttackerMayExplainExample1(t *testing.T) {
	in := build(t, []string{"A u killed unknown 3+>=5", "B u killed unknown 7=1+1+5", "B u killed perpetrators 1 inferred"})
	inc, _ := (&Reconciler{Rules: DatelineOne()}).Incident(in)
	if got := kinds(inc); got != "count minor" {
		t.Fatalf("got %q", got)
	}
	if c := inc.Contradictions[0]; c.Status != "open" || !strings.Contains(c.Explanation, "not checked") || len(c.Sides) != 2 {
		t.Errorf("got %+v", c)
	}
}

// TestCombinedCheckCAS11: killed and wounded apart must fit both together.
func TestCombinedCheckCAS11(t *testing.T) {
	in := build(t, []string{"A wire_story killed unknown 5", "A wire_story wounded unknown 10", "B wire_story killed_or_wounded unknown >=40"})
	inc, _ := (&Reconciler{Rules: DatelineOne()}).Incident(in)
	if got := kinds(inc); got != "count major" {
		t.Errorf("got %q", got)
	}
}

// TestIndependenceIND5: one agency in three versions and four unattributed
// analyses make 1–5 origins.
func TestIndependenceIND5(t *testing.T) {
	lines := []string{"N wire_story killed unknown 9 report=n1", "N wire_story killed unknown 9 report=n2", "N wire_story killed unknown 9 report=n3",
		"A u killed unknown 9", "B u killed unknown 9", "C u killed unknown 9", "D u killed unknown 9", "P propaganda_release killed unknown 30"}
	inc, _ := (&Reconciler{Rules: DatelineOne()}).Incident(build(t, lines))
	if i := inc.Independence; i.OriginsMin != 1 || i.OriginsMax != 5 || i.Interested != 1 || i.UnknownSecondary != 4 || i.Reports != 8 {
		t.Errorf("got %+v", i)
	}
}

// TestSupersededCAS7: the older counts of one ministry point at the newest.
func TestSupersededCAS7(t *testing.T) {
	in := build(t, []string{"M official_statement killed unknown 91 as_of=2024-03-16 report=r1", "M official_statement killed unknown 89 as_of=2024-03-17 report=r2"})
	claims := (&Reconciler{Rules: DatelineOne()}).Claims(in)
	status := map[dateline.ClaimStatus]int{}
	for _, c := range claims {
		status[c.Status]++
	}
	if status[dateline.Superseded] != 1 || status[dateline.Active] != 1 {
		t.Errorf("got %v", status)
	}
}

// TestPeopleDecide: a person's choice stands above the ladder, and its claims
// are cited.
func TestPeopleDecide(t *testing.T) {
	in := build(t, []string{"A wire_story killed unknown 11", "B wire_story killed unknown 23"})
	in.Decisions = []dateline.Decision{{Person: true, By: "R. Imran", Action: dateline.ActSetValue, Rule: "killed", After: "23"}}
	inc, _ := (&Reconciler{Rules: DatelineOne()}).Incident(in)
	f := inc.Figure(dateline.Killed, dateline.PopAll)
	if *f.Best != 23 || len(f.BestClaims) != 1 || inc.Support[dateline.AttrKilled] != dateline.Decided {
		t.Errorf("got %+v, %s", f, inc.Support[dateline.AttrKilled])
	}
}

// TestGradesSection85: two origins agree, a party stands alone.
func TestGradesSection85(t *testing.T) {
	in := build(t, []string{"A wire_story killed unknown 11", "B official_statement killed unknown 11", "P propaganda_release killed unknown 60 interested"})
	want := map[dateline.ID]string{in.Claims[0].ID: "B1", in.Claims[1].ID: "C1", in.Claims[2].ID: "E6"}
	for id, g := range (&Reconciler{Rules: DatelineOne()}).Grades(in) {
		if got := g.Reliability + string(rune('0'+g.Credibility)); got != want[id] {
			t.Errorf("%s: got %s, want %s", id, got, want[id])
		}
	}
}
