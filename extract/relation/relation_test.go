package relation

import (
	"slices"
	"testing"
)

func TestBetween(t *testing.T) {
	const text = "Velmara warned Ostrand, and Ostrand answered."
	for _, c := range []struct {
		source, target, middle string
		forward                bool
	}{
		{"Velmara", "Ostrand", " warned ", true},
		{"Ostrand", "Velmara", " warned ", false},
		{"Velmara", "Tessalin", "", false},
		{"Velmara", "", "", false},
	} {
		if middle, forward := between(text, c.source, c.target); middle != c.middle || forward != c.forward {
			t.Errorf("%s, %s: %q %v", c.source, c.target, middle, forward)
		}
	}
}

func TestFeaturesAreNamedOnce(t *testing.T) {
	list := Features("They talked and talked.", "They", "")
	sorted := slices.Sorted(slices.Values(list))
	if len(slices.Compact(sorted)) != len(list) || !slices.Contains(list, "talke-") {
		t.Errorf("%q", list)
	}
}

func TestCodes(t *testing.T) {
	m, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, source, target, code string }{
		{"Velmara condemned Ostrand on Friday.", "Velmara", "Ostrand", "ACCUSE"},
		{"Velmara threatened to attack Ostrand.", "Velmara", "Ostrand", "THREATEN"},
		{"Velmara rejected the proposal of Ostrand.", "Velmara", "Ostrand", "REJECT"},
	} {
		if code, p := m.Code(c.text, c.source, c.target); code != c.code || p <= 0 || p > 1 {
			t.Errorf("%q: %s (%.2f), want %s", c.text, code, p, c.code)
		}
	}
}
