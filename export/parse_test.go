package export

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestReadBack: what Write writes in a foreign format, Parse reads.
func TestReadBack(t *testing.T) {
	for _, format := range []string{"acled", "ucdp-ged", "gtd", "plover"} {
		data, _, _, s := run(t, format, Options{}, sample()...)
		rows, err := Parse(format, strings.NewReader(data))
		if err != nil || len(rows) != s.Rows {
			t.Fatalf("%s: %d rows of %d read, %v", format, len(rows), s.Rows, err)
		}
		bus := rows[0]
		if bus.Date.Earliest != "2024-03-12" || bus.Date.Precision != dateline.D1 || bus.Killed.Best == nil || *bus.Killed.Best != 14 || bus.SideA == "" || bus.Lat == nil {
			t.Errorf("%s: the bus reads %+v", format, bus)
		}
	}
}

// TestImports reads rows as the datasets write them, and says what is wrong
// with those that cannot be read.
func TestImports(t *testing.T) {
	for _, c := range []struct{ why, format, rows, says string }{
		{"a month in ACLED", "acled", "event_id_cnty,event_date,time_precision,sub_event_type,fatalities\nXVE7,2024-03-15,3,Suicide bomb,0\n", "2024-03-01/2024-03-31"},
		{"a day with a time in UCDP", "ucdp-ged", "id,type_of_violence,date_prec,date_start,date_end\n1,3,1,2024-03-12 00:00:00.000,2024-03-12 00:00:00.000\n", "2024-03-12"},
		{"an unknown day in GTD", "gtd", "eventid,iyear,imonth,iday,nkill\n202403000001,2024,3,0,-99\n", "2024-03-01/2024-03-31"},
		{"no key", "acled", "event_id_cnty\n\"\"\n", "row 1 has no event_id_cnty"},
		{"words for a number", "gtd", "eventid,nkill\n1,many\n", "nkill is not a number"},
		{"another format", "stix", "", "Choose one of acled"},
		{"nothing", "acled", "", "no line with the names of columns"},
	} {
		rows, err := Parse(c.format, strings.NewReader(c.rows))
		got := ""
		switch {
		case err != nil && dateline.CodeOf(err) == "":
			t.Errorf("%s: an error without a code: %v", c.why, err)
		case err != nil:
			got = err.Error()
		case len(rows) == 1:
			got = rows[0].Date.EDTF
		}
		if !strings.Contains(got, c.says) {
			t.Errorf("%s: %q, want %q", c.why, got, c.says)
		}
	}
}

// TestOrderOfActorsACT8: who did it is known of a row only where the dataset says
// so by the order.
func TestOrderOfActorsACT8(t *testing.T) {
	for _, c := range []struct {
		format, row string
		want        bool
	}{
		{"acled", "event_id_cnty,event_type,actor1,actor2\nXVE7,Violence against civilians,Front,Civilians (Velmara)\n", true},
		{"acled", "event_id_cnty,event_type,actor1,actor2\nXVE7,Battles,Army,Front\n", false},
		{"ucdp-ged", "id,type_of_violence,side_a,side_b\n1,3,Front,Civilians\n", true},
		{"ucdp-ged", "id,type_of_violence,side_a,side_b\n1,1,Government of Velmara,Front\n", false},
		{"gtd", "eventid,gname,target1\n1,Front,Bus\n", true},
	} {
		rows, err := Parse(c.format, strings.NewReader(c.row))
		if err != nil || len(rows) != 1 || rows[0].Sided != c.want || rows[0].SideA == "" || rows[0].SideB == "" {
			t.Errorf("%s: %+v, %v", c.row, rows, err)
		}
	}
}

// FuzzParse: any bytes give rows that keep the invariants of what they stand
// for, or an error with a code.
func FuzzParse(f *testing.F) {
	for _, format := range []string{"acled", "ucdp-ged", "gtd", "plover"} {
		data, _, _, _ := run(f, format, Options{}, sample()...)
		f.Add(format, data)
	}
	f.Add("gtd", "eventid,iyear,imonth,iday\n1,99999,13,40\n")
	f.Add("plover", `{"id":"x","event":["ASSAULT"],"date":"2024-13-40"}`)
	f.Fuzz(func(t *testing.T, format, text string) {
		rows, err := Parse(format, strings.NewReader(text))
		if err != nil && dateline.CodeOf(err) == "" {
			t.Fatalf("error without a code: %v", err)
		}
		for _, r := range rows {
			if r.ID == "" {
				t.Fatal("a row without an id")
			}
			if r.Lat != nil && (*r.Lat < -90 || *r.Lat > 90) || r.Lon != nil && (*r.Lon < -180 || *r.Lon > 180) {
				t.Fatalf("off the globe: %v %v", *r.Lat, *r.Lon)
			}
			for _, n := range []*int{r.Killed.Low, r.Killed.Best, r.Killed.High, r.Wounded} {
				if n != nil && *n < 0 {
					t.Fatalf("%d people", *n)
				}
			}
			if r.Date.Precision == dateline.D1 && r.Date.Earliest != r.Date.Latest && format != "ucdp-ged" && format != "ucdp" && format != "plover" {
				t.Fatalf("a day from %s to %s", r.Date.Earliest, r.Date.Latest)
			}
		}
	})
}
