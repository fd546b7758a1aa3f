package link

import (
	"slices"
	"testing"

	"github.com/opendateline/dateline"
)

// TestStreetsAndHours: which streets and times of the clock tell two attacks of one town
// apart.
func TestStreetsAndHours(t *testing.T) {
	for _, c := range []struct {
		text    string
		streets []string
		hours   []int
	}{
		{"A man was shot about 8:40 p.m. on Storer Avenue.", []string{"storer"}, []int{20*60 + 40}},
		{"Gunmen fired at a bus at 3pm in Al-Rashid Street.", []string{"rashid"}, []int{15 * 60}},
		{"It happened in the 1300 block of South Kedzie around noon.", []string{"kedzie"}, nil},
		{"The blast hit Firdos Square at 09:15 local time.", []string{"firdos"}, []int{9*60 + 15}},
		{"Armed men came at 20:40 to the Rue Mouffetard.", []string{"mouffetard"}, []int{20*60 + 40}},
		{"Updated: 7:58 PM. 1:49 Grandmother speaks.", nil, nil},
		{"The High Court in North Road heard it.", nil, nil},
		{"A woman was stabbed at 12:05 a.m. near West 105th Street.", []string{"105th"}, []int{5}},
		{"The bomb went off at 12 p.m. by the Tavowal House.", []string{"tavowal"}, []int{12 * 60}},
		{"He lived in Paris and was 25:61 old.", nil, nil},
	} {
		got := Read(&dateline.Report{Text: c.text})
		if !slices.Equal(got.streets, c.streets) || !slices.Equal(got.hours, c.hours) {
			t.Errorf("%s: %v %v, want %v %v", c.text, got.streets, got.hours, c.streets, c.hours)
		}
	}
}

// TestMinutesApart: the clock goes round.
func TestMinutesApart(t *testing.T) {
	for _, c := range []struct {
		a, b []int
		want int
	}{
		{[]int{23*60 + 50}, []int{10}, 20},
		{[]int{60, 600}, []int{620}, 20},
		{[]int{0}, []int{720}, 720},
	} {
		if got := minutesApart(c.a, c.b); got != c.want {
			t.Errorf("%v %v: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
