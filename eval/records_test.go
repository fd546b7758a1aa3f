package eval

import "testing"

// Two reports. The first tells of two incidents; the answer has one of them,
// with a wrong number, and one that is not there. The second tells of none and
// gets one.
//
// pairs: 1 of 3 answers, of 2 gold: p 1/3, r 1/2, f 0.4. quiet: 0 of 1.
// date: gold has 2, the paired answer is right, the two others give one each:
// exact 1/2, f1 2*1/(3+2). killed: gold 1, wrong: 0.
func TestRecordsWorkedByHand(t *testing.T) {
	gold := []RecordsRow{
		{Report: "a", Records: []Record{
			{Date: "2031-05-01", Country: "XVX", Place: "Marvesk", Killed: Exactly(3)},
			{Date: "2031-04", Country: "XVX", Place: "Sirvaz"},
		}},
		{Report: "b"},
	}
	answers := []RecordsRow{
		{Report: "b", Records: []Record{{Date: "2031-05-02"}}},
		{Report: "a", Records: []Record{
			{Date: "2031-05-01", Country: "XVX", Place: "Marvesk", Killed: Exactly(4)},
			{Date: "2030", Country: "XVX", Place: "Olun"},
		}},
	}
	want(t, ScoreRecords(gold, answers), map[string]float64{
		"records_p": 1.0 / 3, "records_r": 0.5, "records_f": 0.4, "quiet": 0,
		"date_exact": 0.5, "date_f1": 0.4, "killed_exact": 0, "place_exact": 0.5,
	})
}

// TestOneOfSeveral: an answer may give several kinds and names that are all right.
func TestOneOfSeveral(t *testing.T) {
	gold := []Record{{Date: "2031-05-04", Type: "riot_protest,attack", Perpetrator: "Kenya Police,Police forces of Kenya"}}
	for _, c := range []struct {
		answer Record
		right  bool
	}{
		{Record{Type: "attack", Perpetrator: "Police forces of Kenya"}, true},
		{Record{Type: "riot_protest", Date: "2031-05-04"}, true},
		{Record{Type: "bombing", Perpetrator: "Police"}, false},
	} {
		if got := PairedWith(gold, []Record{c.answer})[0] == 0; got != c.right {
			t.Errorf("%+v paired: %v", c.answer, got)
		}
	}
}
