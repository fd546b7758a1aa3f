package clean

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestSignsMissNothing: where a form matches, the signs allow it.
func TestSignsMissNothing(t *testing.T) {
	pieces := []string{"IBAN ", "DE44 ", "5001 0517 5407 3249 31", "a/c no. ", "12-34 56", "+49 (0) 30", " 555 0199", "(212) 555-0199", "tel. ", "call us at ", "9",
		"someone@", "post.example", "12 ", "High ", "Street", "0x", "bc1", strings.Repeat("a1", 13), "1234 ", "1234-", "\n", "K", "é", ".", "/"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 12).Draw(t, "pieces"), "")
		for i, id := range identifiers {
			if m := id.form.FindString(text); m != "" && !id.possible(signsOf(text)) {
				t.Fatalf("form %d finds %q in %q against the signs", i, m, text)
			}
		}
	})
}

func TestSignsOfPlainNews(t *testing.T) {
	s := signsOf("On 12 March 2031 a bomb killed 14 people, police said. Another 240 were hurt in 2030.")
	if number(6)(s) || s.at || s.plus || s.paren || s.code || s.word {
		t.Errorf("signs of an identifier in plain news: %+v", s)
	}
}
