package extract_test

import (
	"context"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
)

// A gun that goes off is no explosion (TAX means).
func TestWhatGoesOff(t *testing.T) {
	stages, _, err := pipeline.NewStages("2031-12-31")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text  string
		means dateline.Means
	}{
		{"A man's gun went off in Sukkur on Monday, wounding his son, police said.", dateline.Firearms},
		{"The rifle that went off in Sukkur on Monday wounded a guard.", dateline.Firearms},
		{"A bomb went off in Sukkur on Monday, wounding two officers, police said.", dateline.ExplosiveUnspecific},
	} {
		read, err := stages.Read(context.Background(), dateline.Raw{Bytes: []byte(c.text), Name: t.Name(), Published: "2031-05-20"})
		if err != nil {
			t.Fatal(err)
		}
		if len(read.Reading.Mentions) != 1 || !read.Reading.Mentions[0].Facets.Has(c.means) {
			t.Errorf("%s: %d mentions, want one by %s", c.text, len(read.Reading.Mentions), c.means)
		}
	}
}
