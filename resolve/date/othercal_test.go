package date

import (
	"testing"
	"time"

	"github.com/opendateline/dateline"
)

// Known days of other calendars: the arithmetic against the almanac.
func TestOtherCalendars(t *testing.T) {
	for _, c := range []struct {
		name string
		got  time.Time
		want string
	}{
		{"1 Muharram 1", lunarDay(1, 1, 1), "0622-07-19"},
		{"1 Ramadan 1445", lunarDay(1445, 9, 1), "2024-03-11"},
		{"10 Muharram 1446", lunarDay(1446, 1, 10), "2024-07-17"},
		{"1 Farvardin 1390", solarDay(1390, 1, 1), "2011-03-21"},
		{"1 Farvardin 1403", solarDay(1403, 1, 1), "2024-03-20"},
		{"24 Asad 1400", solarDay(1400, 5, 24), "2021-08-15"},
		{"1 Mehr 1400", solarDay(1400, 7, 1), "2021-09-23"},
		{"Easter 2019", easter(2019), "2019-04-21"},
		{"Easter 2024", easter(2024), "2024-03-31"},
		{"Easter 1981", easter(1981), "1981-04-19"},
		{"Orthodox Easter 2024", julianEaster(2024), "2024-05-05"},
		{"Orthodox Easter 2019", julianEaster(2019), "2019-04-28"},
	} {
		if got := c.got.Format(time.DateOnly); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Dates of other calendars in reports (§12 case 17).
func TestDatesOfOtherCalendars(t *testing.T) {
	for _, c := range []struct {
		text, published, words string
		edtf                   string
		precision              dateline.DatePrecision
	}{
		{"The statement is dated 14 Safar 1446 AH.", "2024-08-25", "Safar", "2024-08-19/2024-08-21", dateline.D2},
		{"The attack took place on 24 Asad 1400.", "2021-08-20", "Asad", "2021-08-15", dateline.D1},
		{"The order was signed on 3 Farvardin 1390.", "2024-08-25", "Farvardin", "2011-03-23", dateline.D1},
		{"In Mehr 1400 gunmen killed two officers.", "2024-08-25", "Mehr", "2021-09-23/2021-10-22", dateline.D4},
		{"Gunmen killed two officers during Ramadan.", "2024-08-25", "Ramadan", "2024-03-10~/2024-04-10~", dateline.D4},
		{"Gunmen killed two officers in the holy month of Ramadan.", "2024-02-01", "Ramadan", "2023-03-22~/2023-04-22~", dateline.D4},
		{"The cells of Ramadan 2014 had grown.", "2024-02-01", "Ramadan 2014", "2014-06-28~/2014-07-29~", dateline.D4},
		{"A bomb killed 12 people on Eid al-Adha.", "2024-08-25", "Eid", "2024-06-16/2024-06-18", dateline.D2},
		{"A bomb killed 12 people at a procession on Ashura.", "2024-08-25", "Ashura", "2024-07-16/2024-07-18", dateline.D2},
		{"Bombs killed worshippers on Easter Sunday 2019.", "2024-08-25", "Easter", "2019-04-21", dateline.D1},
		{"A church was shelled on Orthodox Easter.", "2024-08-25", "Easter", "2024-05-05", dateline.D1},
		{"A church was shelled on Good Friday.", "2024-08-25", "Good Friday", "2024-03-29", dateline.D1},
		{"A bomb killed 12 people on Nowruz.", "2024-08-25", "Nowruz", "2024-03-20", dateline.D1},
	} {
		d := pick(t, resolve(t, c.text, on(c.published), Options{}), c.words)
		if d.EDTF != c.edtf || d.Precision != c.precision {
			t.Errorf("%q: %s (%s), want %s (%s)", c.text, d.EDTF, d.Precision, c.edtf, c.precision)
		}
	}
}

// A name is no month: Ramadan without a word of time, Azar without a year.
func TestNamesAreNoMonths(t *testing.T) {
	for _, text := range []string{"Ramadan Haddad, a shopkeeper, spoke to reporters.", "Azar said that nobody was hurt.", "The Mehr agency wrote of it."} {
		for _, r := range resolve(t, text, on("2024-08-25"), Options{}) {
			t.Errorf("%q: %q is read as %s", text, r.Expression.Text, r.Date.EDTF)
		}
	}
}
