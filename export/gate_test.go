package export

import (
	"fmt"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

// found stands for a finder of personal names: it knows the ones it is given.
func found(names ...string) Persons {
	return func(r *dateline.Report, _ []dateline.Passage) []dateline.Span {
		var out []dateline.Span
		for _, n := range names {
			if at := strings.Index(r.Text, n); at >= 0 {
				out = append(out, dateline.NewSpan(r.Text, at, at+len(n)))
			}
		}
		return out
	}
}

func TestPrivateNamesETH2(t *testing.T) {
	for _, c := range []struct {
		why, text string
		find      Persons
		private   []string
		public    []string
	}{
		{"a victim introduced by what he was", "Gunmen shot Ilan Torvik, a shopkeeper, on Monday. Torvik died.", nil, []string{"Ilan Torvik", "Torvik"}, nil},
		{"a child", "The dead were Mira Solvan, 9, and her aunt.", nil, []string{"Mira Solvan"}, nil},
		{"a witness", "“They ran,” said Pavo Lindt, who sells fruit.", nil, []string{"Pavo Lindt"}, nil},
		{"a rank is no office", "Constable Rado Kess was hurt.", found("Constable Rado Kess"), []string{"Rado Kess"}, nil},
		{"an office before the name", "Governor Osric Vale condemned it.", found("Governor Osric Vale"), nil, []string{"Osric Vale"}},
		{"an office after the name", "It was denied by Osric Vale, the governor of Harvashan.", found("Osric Vale"), nil, []string{"Osric Vale"}},
		{"a spokesman speaks for a body", "Tarn Ulley, a spokesman for the army, said so.", nil, nil, []string{"Tarn Ulley"}},
		{"a thing named after somebody", "The wounded were taken to Darvan Ilst Hospital.", found("Darvan Ilst"), nil, []string{"Darvan Ilst Hospital"}},
		{"a market is nobody", "It happened at Sirvaz Bazaar, a market in the south.", nil, nil, []string{"Sirvaz Bazaar"}},
		{"a surname that is a word, written small", "Mira Long, 9, was hurt. It was not long before Long was found. LONG CASE.", nil, []string{"Mira Long", "before Long", "LONG"}, []string{"not long before"}},
		{"part of a word is no name", "Mira Sol, 9, died near Solvan.", nil, []string{"Mira Sol,"}, []string{"Solvan"}},
	} {
		r := report("rep_a", "Velmara Wire", c.text, "2024-03-12")
		record := Record{Reports: map[dateline.ID]*dateline.Report{r.ID: r}, Claims: []dateline.Claim{claim("clm_a", r, dateline.AttrKilled, c.text, people(dateline.Killed, 1))}}
		record.Incident.Title = c.text
		out, err := Gate{Persons: c.find}.Release(record)
		if err != nil {
			t.Fatal(err)
		}
		shown, err := Gate{Persons: c.find}.Report(record, r.ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(shown.Text) != len(c.text) {
			t.Errorf("%s: the text has %d bytes, then %d: offsets no longer hold", c.why, len(c.text), len(shown.Text))
		}
		for _, text := range []string{out.Claims[0].Exact, out.Incident.Title, shown.Text} {
			for _, name := range c.private {
				if strings.Contains(text, name) {
					t.Errorf("%s: %q is named in %q", c.why, name, text)
				}
			}
			for _, name := range c.public {
				if !strings.Contains(text, name) {
					t.Errorf("%s: %q is gone from %q", c.why, name, text)
				}
			}
		}
	}
}

// TestShopkeeperETH2 is the acceptance test of ETH-2: a text that names a
// victim gives a record that speaks of a private person.
func TestShopkeeperETH2(t *testing.T) {
	r := Record{Incident: dateline.Incident{Title: "Attack on Ilan Torvik, Marvesk, 2 April 2024",
		Targets: []dateline.FactTarget{{Target: dateline.Target{Category: dateline.TargetCitizens, Specific: "Ilan Torvik", Name: "Ilan Torvik", Person: true, Text: "Ilan Torvik"}}}}}
	out, err := Gate{}.Release(r)
	if err != nil {
		t.Fatal(err)
	}
	if got := out.Incident.Title; got != "Attack on a private person, Marvesk, 2 April 2024" {
		t.Errorf("title %q", got)
	}
	if got := fmt.Sprintf("%+v", out.Incident.Targets); strings.Contains(got, "Torvik") {
		t.Errorf("target %s", got)
	}
	if r.Incident.Targets[0].Name != "Ilan Torvik" {
		t.Error("the record given was changed")
	}
}

// TestRolesStayETH2: what a speaker is called without a name is no name.
func TestRolesStayETH2(t *testing.T) {
	wire := report("rep_a", "Velmara Wire", "Two witnesses spoke of the attack.", "2024-03-12")
	c := claim("clm_a", wire, dateline.AttrKilled, "Two witnesses spoke", people(dateline.Killed, 9))
	c.Attribution = append(c.Attribution, dateline.Speaker{Role: dateline.SpeakerQuoted, Issuer: dateline.IssuerWitness, Text: "Two witnesses"})
	out, err := Gate{}.Release(Record{Claims: []dateline.Claim{c}, Reports: map[dateline.ID]*dateline.Report{wire.ID: wire}})
	if err != nil {
		t.Fatal(err)
	}
	if got := out.Claims[0].Exact; got != "Two witnesses spoke" {
		t.Errorf("got %q", got)
	}
}

func TestSealedWordsETH4(t *testing.T) {
	wire := report("rep_a", "Velmara Wire", "The Front said its lions killed nine of the impious.", "2024-03-12")
	c := claim("clm_a", wire, dateline.AttrKilled, "nine of the impious", people(dateline.Killed, 9))
	c.Value.Count.Noun, c.Population = "impious", dateline.Population(dateline.PrefixNamedGroup+"impious")
	c.Attribution = append(c.Attribution, dateline.Speaker{Role: dateline.SpeakerPrimary, Issuer: dateline.IssuerArmedGroup, Text: "The Front", Named: true})
	out, err := Gate{}.Release(Record{Claims: []dateline.Claim{c}, Reports: map[dateline.ID]*dateline.Report{wire.ID: wire}})
	if err != nil {
		t.Fatal(err)
	}
	told := out.Told(out.Claims[0])
	if told.Sealed != ArmedGroup || told.Exact != "" || told.Paraphrase != "9" {
		t.Errorf("sealed %q, exact %q, paraphrase %q", told.Sealed, told.Exact, told.Paraphrase)
	}
	if s := fmt.Sprintf("%+v", *told.Value.Count) + string(told.Population); strings.Contains(s, "impious") {
		t.Errorf("the group's word is left in %s", s)
	}
}

// TestSealedTextETH4: the text of a report that quotes a group is shown without
// the quotation.
func TestSealedTextETH4(t *testing.T) {
	const quote = "“Our lions killed nine of the impious,”"
	wire := report("rep_a", "Velmara Wire", quote+" the Front said on Monday.", "2024-03-12")
	c := claim("clm_a", wire, dateline.AttrKilled, "nine of the impious", people(dateline.Killed, 9))
	c.Attribution = append(c.Attribution, dateline.Speaker{Role: dateline.SpeakerPrimary, Issuer: dateline.IssuerArmedGroup})
	c.Passages = []dateline.ID{"psg_a"}
	passage := dateline.Passage{ID: "psg_a", ReportID: wire.ID, Span: dateline.NewSpan(wire.Text, 0, len(wire.Text)), Quoted: []dateline.Quote{{Span: dateline.NewSpan(wire.Text, 0, len(quote))}}}
	got, err := Gate{}.Report(Record{Claims: []dateline.Claim{c}, Reports: map[dateline.ID]*dateline.Report{wire.ID: wire}, Passages: map[dateline.ID]dateline.Passage{"psg_a": passage}}, wire.ID)
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Repeat("*", len(quote)) + " the Front said on Monday."; got.Text != want {
		t.Errorf("text %q", got.Text)
	}
}

func TestSexualViolenceETH3(t *testing.T) {
	wire := report("rep_a", "Velmara Wire", "She was held for two days.", "2024-03-12")
	r := Record{Claims: []dateline.Claim{claim("clm_a", wire, dateline.AttrMotive, "held for two days", dateline.Value{Text: "held for two days"})},
		Reports: map[dateline.ID]*dateline.Report{wire.ID: wire}}
	r.Incident.Facets.Act = dateline.SexualViolence
	out, err := Gate{}.Release(r)
	if err != nil {
		t.Fatal(err)
	}
	if told := out.Told(out.Claims[0]); told.Sealed != Sexual || told.Exact != "" || told.Value.Text != "" {
		t.Errorf("the account goes out: %+v", told)
	}
}

// TestUCDPSumsHold: whatever the figures are, the four parts are the best, and
// low ≤ best ≤ high (domain §10.2).
func TestUCDPSumsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var figures []dateline.Figure
		for _, p := range []dateline.Population{dateline.PopAll, dateline.PopPerpetrators, dateline.PopCivilians, dateline.PopStateForces, dateline.PopCombatants} {
			if rapid.Bool().Draw(t, "has "+string(p)) {
				n := []int{rapid.IntRange(0, 50).Draw(t, "low"), rapid.IntRange(0, 50).Draw(t, "up"), rapid.IntRange(0, 50).Draw(t, "further")}
				f := dateline.Figure{Measure: dateline.Killed, Population: p, Low: ptr(n[0]), Best: ptr(n[0] + n[1]), High: ptr(n[0] + n[1] + n[2])}
				if rapid.Bool().Draw(t, "no low") {
					f.Low = nil
				}
				if rapid.Bool().Draw(t, "no best") {
					f.Best = nil
				}
				figures = append(figures, f)
			}
		}
		r := &Record{Incident: dateline.Incident{Figures: figures}}
		if rapid.Bool().Draw(t, "a state did it") {
			r.Incident.Actors = []dateline.FactActor{{ActorRef: dateline.ActorRef{Actor: "act_x", Kind: dateline.ActorStateForce, Role: dateline.RolePerpetrator}}}
		}
		c := cells{"type_of_violence": rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "type")}
		ucdpDeaths(r, c)
		n := func(column string) (v int) {
			if _, err := fmt.Sscan(c[column], &v); err != nil {
				t.Fatalf("%s is %q", column, c[column])
			}
			return v
		}
		if sum := n("deaths_a") + n("deaths_b") + n("deaths_civilians") + n("deaths_unknown"); sum != n("best") {
			t.Fatalf("the parts are %d, best is %d", sum, n("best"))
		}
		if n("low") > n("best") || n("best") > n("high") {
			t.Fatalf("low %d, best %d, high %d", n("low"), n("best"), n("high"))
		}
	})
}

// TestGuardHolds: no cell begins with what a spreadsheet runs, numbers stay
// numbers, and what guard does unguard undoes.
func TestGuardHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringOf(rapid.RuneFrom([]rune("=+-@ \t\r\n'a1.\u202e＝"))).Draw(t, "cell")
		got := guard(cell)
		if first := strings.TrimLeft(got, " "); first != "" && strings.ContainsRune("=+@＝＋－＠", []rune(first)[0]) {
			t.Fatalf("%q goes out as %q", cell, got)
		}
		if again := guard(got); again != got {
			t.Fatalf("guarded twice, %q becomes %q, then %q", cell, got, again)
		}
	})
}
