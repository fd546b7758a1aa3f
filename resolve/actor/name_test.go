package actor

import (
	"testing"

	"pgregory.net/rapid"
)

// ACT-6, ACT-7: how two written names stand to each other.
func TestCompareNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want NameRelation
	}{
		{"Nadim al-Harvi", "Nadim al-Harvi", SameName},
		{"Qasim al-Harvi", "Kassim al-Harvi", SpellingVariant},
		{"Nur Harvi", "Noor Harvi", SpellingVariant},
		{"Nadim al-Harvi", "Nadim al-Sirvazi", NisbaDiffers},
		{"Abu Zahir Nadim", "Abu Salman Nadim", KunyaDiffers},
		{"Nadim", "Nadim al-Harvi", PartOfName},
		{"Nadim al-Harvi", "Farid al-Harvi", OtherPerson},
		{"Abu Omar", "Abu Umar", SpellingVariant},
		{"Abu Omar", "Abu Khalid", OtherPerson},
		{"Harvi", "Nadim Harvi", PartOfName},
	} {
		if got := CompareNames(ParseName(c.a), ParseName(c.b)); got != c.want {
			t.Errorf("%s / %s: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func TestParseName(t *testing.T) {
	p := ParseName("Abu Zahir Nadim bin Karim al-Din al-Harvi al-Muhajir")
	if p.Kunya != "Abu Zahir" || p.Given != "Nadim" || p.Nasab != "bin Karim" || len(p.Nisba) != 2 || p.Laqab == "" {
		t.Errorf("%+v", p)
	}
}

// The order of two names does not matter, and parsing never loses the text.
func TestNamesSymmetric(t *testing.T) {
	part := rapid.SampledFrom([]string{"Abu", "Umm", "Nadim", "Omar", "Umar", "bin", "al-Harvi", "al-Sirvazi", "Karim", "Khalid", "-", "al"})
	rapid.Check(t, func(t *rapid.T) {
		name := func(label string) string {
			s := ""
			for _, w := range rapid.SliceOfN(part, 0, 5).Draw(t, label) {
				s += w + " "
			}
			return s
		}
		a, b := ParseName(name("a")), ParseName(name("b"))
		if x, y := CompareNames(a, b), CompareNames(b, a); x != y {
			t.Fatalf("%q %q: %s, other way %s", a.Text, b.Text, x, y)
		}
	})
}
