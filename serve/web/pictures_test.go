package web

import (
	"strings"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/chart"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/store/storetest"
)

// rising is a timeline of two days: a first number, and the record's own.
func rising(r export.Record, m dateline.Measure, p dateline.Population) ([]chart.Step, error) {
	f := r.Incident.Figure(m, p)
	if f == nil {
		return nil, nil
	}
	first, day := *f, time.Date(2024, 3, 12, 8, 40, 0, 0, time.UTC)
	low := 1
	first.Low, first.Best, first.High = &low, &low, &low
	return []chart.Step{{At: day, Figure: first, Cause: "Velmara Wire"}, {At: day.AddDate(0, 0, 1), Figure: *f, Cause: "Coast Radio"}}, nil
}

// TestPictures: each picture of a page has its twin beside it and its files, and
// says in the page's own marks what is isolated.
func TestPictures(t *testing.T) {
	h := newHouse(t)
	i := h.keep(storetest.Revision(1, 0), storetest.NewSample(1, 14), storetest.NewSample(2, 11))
	page := h.says("/i/"+string(h.names[i.ID]), 200, `data-testid="growth"`, `data-testid="origins-picture"`, "From <bdi>1</bdi> on <bdi>12 Mar 2024 08:40</bdi>",
		"Velmara Wire", `<title id="numbers-title">`, `fill="var(--ink)"`, "/pictures/numbers.svg?measure=killed&amp;population=all")
	if strings.Contains(page, "U+2068") || strings.ContainsRune(page[strings.Index(page, "<figcaption>"):strings.Index(page, "</figcaption>")], '\u2068') {
		t.Error("a caption shows its isolates")
	}
	base := "/i/" + string(h.names[i.ID]) + "/pictures/"
	for file, mediaType := range map[string]string{"ladder.svg": "image/svg+xml", "numbers.png": "image/png", "origins.csv": "text/csv; charset=utf-8; header=present",
		"numbers.csv?measure=killed": "text/csv; charset=utf-8; header=present", "map.svg": "image/svg+xml", "ladder.txt": "text/plain; charset=utf-8"} {
		if got := h.get(base+file, 200).Header.Get("Content-Type"); got != mediaType {
			t.Errorf("%s is %s", file, got)
		}
	}
	h.says(base+"ladder.gif", 404, "There are .svg, .png, .csv and .txt")
	h.says(base+"pie.svg", 404, "ladder, numbers, origins and map")
	h.get(base+"ladder.svg?measure=sorrow", 404)
	h.get(base+"ladder.svg?measures=killed", 400)
}

// TestAxisLabels: what would run into another label is left out.
func TestAxisLabels(t *testing.T) {
	figure := func(low, best, high int) *dateline.Figure {
		return &dateline.Figure{Low: &low, Best: &best, High: &high}
	}
	for _, c := range []struct {
		name  string
		f     *dateline.Figure
		shown []string
		gone  []string
	}{
		{"wide", figure(11, 14, 40), []string{">0<", "best 14", "high 40"}, nil},
		{"close", figure(6, 6, 9), []string{"best 6"}, []string{"high 9"}},
		{"nobody", figure(0, 0, 5), []string{"best 0", "high 5"}, []string{">0<"}},
		{"low has room", figure(14, 18, 30), []string{"low 14", "best 18"}, nil},
	} {
		head := string(newAxis(c.f, nil).head)
		for _, words := range c.shown {
			if !strings.Contains(head, words) {
				t.Errorf("%s: no %q in %s", c.name, words, head)
			}
		}
		for _, words := range c.gone {
			if strings.Contains(head, words) {
				t.Errorf("%s: %q runs into another label", c.name, words)
			}
		}
	}
}
