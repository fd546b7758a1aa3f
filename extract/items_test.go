package extract_test

import (
	"strings"
	"testing"
)

// TestItems: the entries of a list tell of one incident each: those that open with their
// own day, and those of a round-up of several towns that open with a mark or with a town and a mark behind it. Marks before
// what one report says of one town make no list.
func TestItems(t *testing.T) {
	readLists(t, []listCase{ // day and place
		{"News of clinics\n\n1 May, Bama, Nigeria. A shell hits the ward. 3 patients killed.\n\n4 May, Gwoza (Borno State). A guard was shot dead at the gate.\n\n11–12 May, Konduga (Borno State). Bombs hit the clinic at night. 14 killed, among them a nurse.",
			[]string{"2031-05-01 Bama", "2031-05-04 Gwoza", "2031-05-11/2031-05-12 Konduga"}},
		{"Security round-up\n\n– A drone hit a car near Tyre, Lebanon, on Monday and killed the driver.\n\n– A young man was killed in a quarrel in Tripoli, Lebanon, where shots were fired.\n\n– Two soldiers were wounded by gunfire in Sidon, Lebanon.",
			[]string{"2031-05-19 Tyre", " Tripoli", " Sidon"}},
		{"News in brief\n\nMaiduguri – A bomb killed two policemen on Monday.\n\nKano – Gunmen shot dead a trader on Sunday night.\n\nAbuja – A grenade thrown at a shop wounded four people on Monday.",
			[]string{"2031-05-19 Maiduguri", "2031-05-18 Kano", "2031-05-19 Abuja"}},
		{"Statement of the ministry\n\n1. A patrol was attacked near Bannu, Pakistan, on 17 May. Two soldiers were killed.\n\n2. In the pursuit nine fighters were killed in Peshawar on 18 May.\n\n3. A shepherd stepped on a mine near Quetta on 16 May and was wounded.",
			[]string{"2031-05-17 Bannu", "2031-05-18 Peshawar", "2031-05-16 Quetta"}},
		{"Alert\n\nKUMBO (North-West), Sat 17 May – A motorcycle ran over a mine. Three traders were killed.\n\nMAMFE (South-West), Mon 19 May – Armed men abducted a teacher.\n\nBAMENDA, Mon 19 May – A policeman was stabbed to death.",
			[]string{"2031-05-17 Kumbo", "2031-05-19 Mamfe", "2031-05-19 Bamenda"}},
		{"Nine soldiers were killed on Monday when gunmen opened fire on their bus at Dori in Burkina Faso.\n\nEarlier in the day two shepherds were killed in the explosion of a mine at Djibo.",
			[]string{"2031-05-19 Dori", "2031-05-19 Djibo"}},
		{"The main points\n\n• Nine people were killed in a bombing in Jos, Nigeria, on Monday.\n\n• Police in Jos blamed gunmen for the bombing.\n\n• The wounded of the bombing are in hospitals of Jos.",
			[]string{"2031-05-19 Jos"}},
	}, func(fields []string) string { return strings.Join(fields[2:4], " ") })
}

// TestItemSigned: a name that is all a sentence of an entry says is whom the list holds for it.
func TestItemSigned(t *testing.T) {
	const list = "List of attacks\n\n1 May, Goma, Congo. Two traders shot dead at a roadblock. M23.\n\n4 May, Beni, Congo. A clinic was burned down. Nobody was hurt.\n\n12 May, Bunia, Congo. A nurse was shot dead. Not determined."
	if got := perpetrators(newReader(t)(t, list)); got != "March 23 Movement" {
		t.Errorf("%q", got)
	}
}
