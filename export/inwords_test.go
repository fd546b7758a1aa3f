package export

import "testing"

// TestInWords: what is left of a name is taken with it, and what is theirs is
// private (ETH-2).
func TestInWords(t *testing.T) {
	for in, want := range map[string]string{
		"Attack on [name withheld], Gaza, 1 May 2031":          "Attack on a private person, Gaza, 1 May 2031",
		"Abduction of Darva [name withheld] near Kano":         "Abduction of a private person near Kano",
		"Bombing targeting the [name withheld] house":          "Bombing targeting a private house",
		"[name withheld]’s":                                    "a private person",
		"two men":                                              "two men",
		"Armed attack on [name withheld] and two men in Vells": "Armed attack on a private person and two men in Vells",
	} {
		if got := inWords(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
