package reconcile

import "testing"

func TestCalm(t *testing.T) {
	for in, want := range map[string]string{
		"KABRIKHA": "Kabrikha", "THE UCA": "the UCA", "Kabrikha": "Kabrikha", "FMLN": "FMLN",
	} {
		if got := calmName(in); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
	if got := calmPlace("near SAN JOSE DE LAS FLORES"); got != "near San Jose de las Flores" {
		t.Error(got)
	}
	if got := calmWords("THE TWO GUNMEN"); got != "the two gunmen" {
		t.Error(got)
	}
}
