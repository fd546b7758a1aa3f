package place

import (
	"slices"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place/table"
	"pgregory.net/rapid"
)

// A case names one expression of an invented text and what it must mean.
var cases = []struct {
	rule, text, words string
	country, admin1   string
	precision         dateline.PlacePrecision
	locative          bool
}{
	{"PLC-1 city stated", "Two people were killed in Kano, Nigeria, on Monday.", "Kano", "NGA", "Kano State", dateline.P1, true},
	{"PLC-1 no city from fame", "Nine people were killed in Kenya on Monday.", "Kenya", "KEN", "", dateline.P6, true},
	{"PLC-1 division", "A bomb exploded in Helmand province in Afghanistan.", "Helmand", "AFG", "Helmand", dateline.P4, true},
	{"PLC-3 near", "Gunmen attacked a convoy near Mosul, police in Iraq said.", "Mosul", "IRQ", "Nineveh", dateline.P2, true},
	{"PLC-3 outskirts", "A shell landed on the outskirts of Donetsk in Ukraine.", "Donetsk", "UKR", "", dateline.P2, true},
	{"PLC-4 cardinal", "Four soldiers died in northern Mali on Sunday.", "Mali", "MLI", "", dateline.P5, true},
	{"PLC-4 named region", "Armed groups have spread across the Sahel since 2012.", "Sahel", "", "", dateline.P5, true},
	{"PLC-4 Gaza", "Two people were killed in the Gaza Strip on Friday.", "Gaza Strip", "PSE", "", dateline.P5, true},
	{"PLC-5 metonym", "Paris condemned the attack on the post.", "Paris", "FRA", "", dateline.P1, false},
	{"PLC-2 an event named after a city", "He survived the Boston Marathon bombings.", "Boston", "USA", "Massachusetts", dateline.P1, false},
	{"PLC-5 pressure", "The envoys kept up pressure on Bamako.", "Bamako", "MLI", "", dateline.P1, false},
	{"PLC-5 demonym", "French diplomats left the town.", "French", "FRA", "", dateline.P6, false},
	{"PLC-10 the people, not the division", "Soldiers died north of the Somali capital on Friday.", "Somali capital", "SOM", "", dateline.P2, true},
	{"PLC-5 the division of that name", "Soldiers died in the Somali region of Ethiopia.", "Somali", "ETH", "Somali", dateline.P4, true},
	{"PLC-5 city of", "A bomb exploded in the central market of the Malian city of Gao.", "Gao", "MLI", "", dateline.P1, true},
	{"article in small letters", "An air strike hit a house in Deir al-Balah, in central Gaza.", "Deir al-Balah", "PSE", "", dateline.P3, true}, // the gazetteer has the town as Dayr al Balah
	{"PLC-5 heading", "Kabul: three wounded by a blast in the old city.", "Kabul", "AFG", "", dateline.P1, true},
	{"PLC-5 list", "Gao (Gao region), Mon 3 May – A mine went off.\nMopti, Mon 3 May – Shots were fired.\nSegou, Tue 4 May – A man was stabbed.", "Segou", "MLI", "", dateline.P1, true},
	{"PLC-6 into", "Rockets were fired into Israel from Lebanon.", "Israel", "ISR", "", dateline.P6, true},
	{"PLC-7 airspace", "The airliner was blown out of the sky above Ukraine.", "Ukraine", "UKR", "", dateline.P7, true},
	{"PLC-7 off the coast", "Pirates boarded the ship off the coast of Somalia.", "Somalia", "SOM", "", dateline.P7, true},
	{"PLC-7 sea", "A drone struck a tanker in the Red Sea.", "Red Sea", "", "", dateline.P7, true},
	{"PLC-9 Tripoli, Lebanon", "Clashes broke out in Tripoli, Lebanon, on Tuesday.", "Tripoli", "LBN", "", dateline.P1, true},
	{"PLC-9 Tripoli, Libya", "Militias fought in Tripoli, the capital of Libya.", "Tripoli", "LBY", "", dateline.P1, true},
	{"PLC-9 Córdoba, Argentina", "A guard was shot in Córdoba, Argentina.", "Córdoba", "ARG", "", dateline.P1, true},
	{"PLC-9 Córdoba, Spain", "Spain's police arrested a man in Córdoba. He was taken to Seville.", "Córdoba", "ESP", "", dateline.P1, true},
	{"PLC-9 Hyderabad, Pakistan", "A grenade was thrown in Hyderabad, Sindh. Police in Pakistan said two were hurt near Karachi.", "Hyderabad", "PAK", "", dateline.P1, true},
	{"PLC-9 Hyderabad, India", "Twin blasts hit Hyderabad, India, in the evening.", "Hyderabad", "IND", "", dateline.P1, true},
	{"PLC-9 Georgia, state", "A man was shot in Atlanta, Georgia.", "Georgia", "USA", "Georgia", dateline.P4, true},
	{"PLC-9 Georgia, country", "Shells fell near Gori in Georgia, officials in Tbilisi said.", "Georgia", "GEO", "", dateline.P6, true},
	{"PLC-9 Paris, Texas", "A storekeeper was killed in Paris, Texas.", "Paris", "USA", "Texas", dateline.P1, true},
	{"PLC-9 container phrase", "The house stood in Abbottabad district, Khyber Pakhtunkhwa.", "Abbottabad", "PAK", "", dateline.P3, true},
	{"the district named before it", "A strike hit an office in the Tahrir district of Sanaa.", "Sanaa", "YEM", "", dateline.P1, true},
	{"between two towns", "Traders were killed between Ber and Timbuktu.", "Timbuktu", "MLI", "", dateline.P1, true},
	{"PLC-12 Kosovo", "A policeman was shot dead in Kosovo.", "Kosovo", "XKX", "", dateline.P6, true},
	{"PLC-3 away from", "A truck was hit 20 kilometres south of Kharkiv in Ukraine.", "Kharkiv", "UKR", "", dateline.P2, true},
	{"PLC-3 a part", "Shells fell on the south of Kharkiv in Ukraine.", "Kharkiv", "UKR", "", dateline.P1, true},
	{"former name", "Soldiers burned villages in Burma.", "Burma", "MMR", "", dateline.P6, true},
	{"abbreviation", "The U.S. withdrew its troops.", "U.S.", "USA", "", dateline.P6, false},
	{"St. and Saint", "Officers in St. Louis, Missouri, found the car.", "St. Louis", "USA", "Missouri", dateline.P1, true},
}

// Settlements that no gazetteer has, and what must hold them.
var unlistedCases = []struct{ text, words, country, admin1 string }{
	{"Raiders burned Orvanule village in Helmand province, Afghanistan.", "Orvanule", "AFG", "Helmand"},
	{"A convoy was hit near the village of Tesk Orvanule in northern Mali.", "Tesk Orvanule", "MLI", ""},
	{"Gunmen attacked Pont-Orvanule, a farming town in central Haiti, a mayor said.", "Pont-Orvanule", "HTI", ""},
	{"Twelve people died at Orvanule, Helmand province, on Sunday.", "Orvanule", "AFG", "Helmand"},
	{"Shells fell on Kharkiv in Ukraine on Monday. Two drivers were killed near al-Orvanule.", "al-Orvanule", "UKR", ""},
	{"Shells fell on Kharkiv in Ukraine on Monday. Two drivers were killed at Orvanule on Sunday.", "Orvanule", "UKR", ""},
	{"Gunmen invaded Orvanule community in northern Mali.", "Orvanule", "MLI", ""},
	{"A patrol was ambushed near Orvanule in the morning.", "Orvanule", "", ""}, // nothing says in what country
	{"Raiders ambushed a convoy south of Orvanule in Helmand province, Afghanistan.", "Orvanule", "AFG", ""},
	{"Two men were killed in Orvanule, south of Kandahar in Afghanistan, on Sunday.", "Orvanule", "AFG", ""},
	{"Raiders killed three people in the village of Quinto Orvanule in Palma district, Mozambique.", "Quinto Orvanule", "MOZ", ""},
	{"Gang members killed 70 people at Pont-Orvanule in Haiti.", "Pont-Orvanule", "HTI", ""},
	{"Soldiers shot dead a worker in Blida, a village in southern Lebanon.", "Blida", "LBN", ""}, // no city of Algeria
	{"Men were killed in Orvanule village, Kimakpa district, Bassa LGA of Plateau State.", "Orvanule", "NGA", "Plateau State"},
	{"Raiders stormed Orvanule in Kajuru Local Government Area of Kaduna State.", "Orvanule", "NGA", "Kaduna State"},
	{"Rebels killed six people at Tole in Gimbi district, Ethiopia.", "Tole", "ETH", "Oromiya"},                        // its namesakes are in Panama and Latvia
	{"Shots were fired at a site at Roe, in Ituri province, Democratic Republic of the Congo.", "Roe", "COD", "Ituri"}, // namesakes are far away
}

func TestUnlistedPLC1(t *testing.T) {
	g := gazetteer(t)
	for _, c := range unlistedCases {
		doc, found := document(c.text), false
		for _, r := range g.Resolve(doc, g.Find(doc)) {
			if r.Expression.Text != c.words {
				continue
			}
			found = true
			if r.Place == nil {
				t.Errorf("%s: %q has no place", c.text, c.words)
				continue
			}
			ref := g.Ref(r, dateline.PlaceSite)
			if ref.City != c.words || ref.Country != c.country || c.admin1 != "" && ref.Admin1 != c.admin1 || ref.GeonameID != 0 {
				t.Errorf("%s: %q is %s, %s, %s", c.text, c.words, ref.City, ref.Admin1, ref.Country)
			}
		}
		if !found {
			t.Errorf("%s: %q was not found", c.text, c.words)
		}
	}
}

func TestUnlistedLooksAlike(t *testing.T) {
	g := gazetteer(t)
	for _, text := range []string{
		"The Yazidi village was empty. Police met near Gare du Nord.",
		"Anna Orvanule, a town councillor, spoke to reporters.",
		"He was treated at Orvanule Hospital.",
		"The list was written in Arabic. A post in Orvanule's paper named them.",
		"He wrote in Orvanule on Monday. It was Orvanule that wrote, and editors of Orvanule said so.",
	} {
		doc := document(text)
		for _, e := range g.Find(doc) {
			if e.Class == ClassUnlisted {
				t.Errorf("%s: %q is no settlement", text, e.Text)
			}
		}
	}
}

// TestStrange: a small place far from the one country that a report speaks of is not
// meant by its name; a country alone may be an actor elsewhere.
func TestStrange(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ text, name, country string }{
		{"Two policemen were hurt by a bomb in the Saranda forest of Jharkhand in India.", "Saranda", ""}, // no town in Albania
		{"US air strikes on the fuel port of Ras Isa killed 74 people.", "Ras Isa", "YEM"},
		{"Two men from Leicester were hurt by a bomb in Kano, Nigeria.", "Leicester", "GBR"},
		{"Rockets from Lebanon fell on Nahariya.", "Nahariya", "ISR"},
		{"A bomb was left at the Lahore Garden restaurant in Kisumu, Kenya.", "Lahore", ""}, // a house called after a city
	} {
		doc := document(c.text)
		for _, r := range g.Resolve(doc, g.Find(doc)) {
			if r.Expression.Text == c.name && g.Ref(r, dateline.PlaceSite).Country != c.country {
				t.Errorf("%s: %s is in %q", c.text, c.name, g.Ref(r, dateline.PlaceSite).Country)
			}
		}
	}
}

func TestPlaceRules(t *testing.T) {
	g := gazetteer(t)
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			doc := document(c.text)
			for _, r := range g.Resolve(doc, g.Find(doc)) {
				if r.Expression.Text != c.words {
					continue
				}
				if r.Place == nil {
					t.Fatalf("%q is unresolved: %+v", c.words, r.Candidates)
				}
				if r.Place.Country != c.country || r.Precision != c.precision || (c.admin1 != "" && r.Place.Admin1 != c.admin1) {
					t.Errorf("%q is %s, %s, %s at %s; want %s, %s at %s", c.words, r.Place.Name, r.Place.Admin1, r.Place.Country, r.Precision, c.admin1, c.country, c.precision)
				}
				if r.Expression.Locative != c.locative {
					t.Errorf("%q: locative %v, want %v", c.words, r.Expression.Locative, c.locative)
				}
				return
			}
			t.Fatalf("%q not found in %q", c.words, c.text)
		})
	}
}

// Names that are no places where they stand.
func TestNotPlaces(t *testing.T) {
	g := gazetteer(t)
	for words, text := range map[string]string{
		"Paris":      "Paris Hilton opened the shop.",
		"Jordan":     "Michael Jordan signed the ball.",
		"Houston":    "The songs of Whitney Houston were played.",
		"Boston":     "He told the Boston Globe that he was well.",
		"Reading":    "Reading the list took an hour.",
		"Mobile":     "Mobile phones were cut off.",
		"Washington": "Mr. Washington spoke first.",
		"Lincoln":    "President Lincoln was shot in a theatre.",
		"Dayton":     "She teaches at the University of Dayton.",
		"us":         "They told us that nothing was left.",
	} {
		doc := document(text)
		for _, e := range g.Find(doc) {
			if e.Text == words && e.Class != ClassSite {
				t.Errorf("%q taken for a place in %q", words, text)
			}
		}
	}
}

func TestSitesPLC2(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ text, site, code, parent, country string }{
		{"A bomb went off at the Russian Embassy in Kabul.", "Russian Embassy", "DIP", "Kabul", "AFG"},
		{"Gunmen stormed a mosque in Peshawar, Pakistan.", "mosque", "MSQE", "Peshawar", "PAK"},
		{"Shells hit Nasser Hospital in Khan Yunis.", "Nasser Hospital", "HSP", "Khan Yunis", "PSE"},
		{"Planes returned to Kabul airport on Monday.", "Kabul airport", "AIRP", "Kabul", "AFG"},
		{"A bomb went off at the Karachi Grill restaurant in Dubai.", "Karachi Grill restaurant", "REST", "Dubai", "ARE"}, // a house is called after a far town
		{"Gunmen stormed the Delhi Garden hotel in Mumbai.", "Delhi Garden hotel", "HTL", "Mumbai", "IND"},
		{"Gunmen stormed the Kabul Star hotel. The attack in Kabul was over by noon.", "Kabul Star hotel", "HTL", "Kabul", "AFG"},
	} {
		doc := document(c.text)
		found := false
		for _, r := range g.Resolve(doc, g.Find(doc)) {
			if r.Expression.Class != ClassSite || r.Expression.Text != c.site {
				continue
			}
			found = true
			if r.Place == nil || r.Place.FeatureCode != c.code || r.Parent.Name != c.parent && table.Fold(r.Parent.Name) != table.Fold(c.parent) || r.Place.Country != c.country || r.Precision != dateline.P0 {
				t.Errorf("%s: %+v", c.text, r)
			}
		}
		if !found {
			t.Errorf("%q not found in %q", c.site, c.text)
		}
	}
}

func TestUnresolvedPLC9(t *testing.T) {
	g := gazetteer(t)
	doc := document("A man was found dead in Springfield on Monday.")
	for _, r := range g.Resolve(doc, g.Find(doc)) {
		ref := g.Ref(r, dateline.PlaceSite)
		if r.Place != nil || ref.Place != "" || len(ref.Candidates) < 2 || ref.Precision != dateline.P9 {
			t.Errorf("%q was chosen without a reason: %+v", r.Expression.Text, ref)
		}
	}
}

func TestNearIsNotTheCityPLC3(t *testing.T) {
	g := gazetteer(t)
	doc := document("The convoy was hit near Mosul. Later a clinic in Mosul was shelled, police in Iraq said.")
	var refs []dateline.PlaceRef
	for _, r := range g.Resolve(doc, g.Find(doc)) {
		if r.Expression.Text == "Mosul" {
			refs = append(refs, g.Ref(r, dateline.PlaceSite))
		}
	}
	if len(refs) != 2 || !refs[0].NotProper || refs[0].Admin1 != "" || refs[1].NotProper {
		t.Fatalf("%+v", refs)
	}
	if got := g.Relate(refs[0], refs[1]); got != Overlap {
		t.Errorf("near Mosul and Mosul: %s", got)
	}
}

func TestRelate(t *testing.T) {
	g := gazetteer(t)
	doc := document("In Iraq, the army moved on Mosul, Iraq, and Basra, Iraq. France and Lyon, France, were quiet.")
	ref := map[string]dateline.PlaceRef{}
	for _, r := range g.Resolve(doc, g.Find(doc)) {
		ref[r.Expression.Text] = g.Ref(r, dateline.PlaceSite)
	}
	for _, c := range []struct {
		a, b string
		want Relation
	}{{"Iraq", "Mosul", Holds}, {"Mosul", "Iraq", Within}, {"Mosul", "Basra", Disjoint}, {"Mosul", "Mosul", Same}, {"Lyon", "Mosul", Disjoint}} {
		if got := g.Relate(ref[c.a], ref[c.b]); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// TestDisputedPLC12: who claims a territory goes along with every place in it, the
// sites too, and with no place beside it.
func TestDisputedPLC12(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ text, words, claimants string }{
		{"A bomb went off in Simferopol, Crimea.", "Simferopol", "Russia Ukraine"},
		{"Gunmen attacked a school in Srinagar, Jammu and Kashmir.", "Srinagar", "India Pakistan"},
		{"Gunmen attacked the hospital in Pristina, Kosovo.", "Pristina", "Kosovo Serbia"},
		{"Shells fell in Kharkiv, Ukraine.", "Kharkiv", ""},
		{"Gunmen attacked a school in Lahore, Pakistan.", "Lahore", ""},
	} {
		doc := document(c.text)
		for _, r := range g.Resolve(doc, g.Find(doc)) {
			if !strings.Contains(r.Expression.Text, c.words) && r.Expression.Class != ClassSite {
				continue
			}
			var names []string
			for _, x := range g.Ref(r, dateline.PlaceSite).Disputed {
				names = append(names, x.Name)
			}
			if got := strings.Join(names, " "); got != c.claimants {
				t.Errorf("%q in %q: claimed by %q, want %q", r.Expression.Text, c.text, got, c.claimants)
			}
		}
	}
}

// TestDisputedDivisions: the table names divisions and countries of the
// gazetteer.
func TestDisputedDivisions(t *testing.T) {
	g := gazetteer(t)
	for _, f := range rows("disputed.tsv") {
		division := slices.ContainsFunc(g.Named(f[1]), func(p dateline.Place) bool {
			return p.FeatureCode == "ADM1" && p.Country2 == f[0] && p.Admin1 == f[1]
		})
		codes := strings.Split(f[2], "|")
		if !division || len(codes) < 2 || slices.ContainsFunc(codes, func(code string) bool { _, ok := g.Country(code); return !ok }) {
			t.Errorf("%v", f)
		}
	}
}

func TestLookups(t *testing.T) {
	g := gazetteer(t)
	if g.Len() < 180_000 {
		t.Errorf("%d entries", g.Len())
	}
	c, ok := g.Country("PSE")
	if !ok || c.Alpha2 != "PS" || len(c.Claimants) == 0 {
		t.Errorf("PSE: %+v", c)
	}
	for _, name := range []string{"Sao Paulo", "SÃO PAULO", "São Paulo"} {
		if list := g.Named(name); len(list) == 0 || list[0].Country != "BRA" {
			t.Errorf("%s: %v", name, list)
		}
	}
	near := g.Nearest(34.53, 69.17, 1)
	if len(near) != 1 || near[0].Country != "AFG" {
		t.Errorf("nearest: %+v", near)
	}
}

// Every place that a lookup gives is found again by its id.
func TestIDRoundTrip(t *testing.T) {
	g := gazetteer(t)
	rapid.Check(t, func(t *rapid.T) {
		p := g.place(rapid.IntRange(0, g.Len()-1).Draw(t, "row"))
		back, ok := g.PlaceOf(p.ID)
		if !ok || back.Name != p.Name || back.GeonameID != p.GeonameID {
			t.Fatalf("%+v came back as %+v", p, back)
		}
		for _, c := range g.Containers(p) {
			if c.Country != "" && c.Country != p.Country {
				t.Fatalf("%s lies in %s", p.Name, c.Name)
			}
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Add("KABUL (AP) — St. 'al-Qaim's U.S., U.K.-based \xff Ü")
	g := gazetteer(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc := document(strings.ToValidUTF8(text, "?"))
		exprs := g.Find(doc)
		for i, r := range g.Resolve(doc, exprs) {
			if exprs[i].Text != doc.Text()[exprs[i].Start:exprs[i].End] {
				t.Fatal("text does not fit its offsets")
			}
			if err := r.Span.Check(doc.Text()); err != nil {
				t.Fatal(err)
			}
			g.Ref(r, dateline.PlaceSite)
		}
	})
}

func BenchmarkFindResolve(b *testing.B) {
	g := gazetteer(b)
	var text strings.Builder
	for text.Len() < 3600 {
		for _, c := range cases {
			text.WriteString(c.text)
			text.WriteString(" The officers said that the men had walked for hours before they were found. ")
		}
	}
	doc := document(text.String())
	words := 0
	for _, s := range doc.Sentences {
		words += len(s.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		g.Resolve(doc, g.Find(doc))
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds()/600, "reports/s")
}

func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(); err != nil {
			b.Fatal(err)
		}
	}
}
