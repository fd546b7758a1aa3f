package export

import (
	"os"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// FuzzParse reads any bytes as each foreign dataset: an error has a code, and a
// row has the dataset it came from and a place on the globe or none.
func FuzzParse(f *testing.F) {
	for _, file := range files[4:] {
		data, err := os.ReadFile("testdata/" + file.name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file.format, string(data))
	}
	f.Add("gtd", "eventid,iyear,imonth,iday,nkill\n1,2022,0,31,-99\n\"2")
	f.Add("plover", "{\"event_date\":\"2022-02-31\",\"latitude\":1e999}\n[]")
	f.Fuzz(func(t *testing.T, format, text string) {
		rows, err := Parse(format, strings.NewReader(text))
		if err != nil && dateline.CodeOf(err) == "" {
			t.Fatalf("error without a code: %v", err)
		}
		for _, r := range rows {
			if r.Dataset == "" {
				t.Fatalf("%+v comes from nowhere", r)
			}
			if r.Lat != nil && (*r.Lat < -90 || *r.Lat > 90) || r.Lon != nil && (*r.Lon < -180 || *r.Lon > 180) {
				t.Fatalf("%+v lies off the globe", r)
			}
		}
	})
}
