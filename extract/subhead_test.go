package extract_test

import "testing"

// TestSubheads: a line above an entry counts the dead of the entry, and not of the one
// before it; the headline and a line alone are no list.
func TestSubheads(t *testing.T) {
	readLists(t, []listCase{ // place and killed
		{"The worst shootings of the country\n\nTexas restaurant: 22 dead\n\nIn October 2021, a man shot dead 22 people in a restaurant in Killeen, Texas.\n\nFort Hood: 13 dead\n\nIn November 2029, a psychiatrist opened fire at his base in Killeen, Texas, killing a dozen soldiers and a nurse.\n\nNew York centre: 11 killed\n\nIn April 2029, shots were fired at a civic centre in Binghamton, New York.",
			[]string{"restaurant 22", "base 13", "centre 11"}},
		{"Blast in Quetta\n\nNine people died in a blast in Quetta, Pakistan, on Sunday.\n\nThe blast: 31 wounded\n\nThe police said that it was a bomb.", []string{"Quetta 9"}},
	}, func(fields []string) string {
		if fields[0] != "incident" {
			return ""
		}
		return fields[3] + " " + fields[4]
	})
}
