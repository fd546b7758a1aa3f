package web

import (
	"bytes"
	"cmp"
	"html/template"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/chart"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// Timeline gives a number of a record as it stood each time a report appeared,
// in order of time. Pages compute no figure; who makes the site says how.
type Timeline func(export.Record, dateline.Measure, dateline.Population) ([]chart.Step, error)

// Widths of pictures in a page, in CSS pixels: beside the numbers, and across.
const (
	beside = 380
	across = 1000
)

// picture is a drawing inside a page; its twin stands beside it in the same
// figure.
type picture struct {
	SVG        template.HTML
	Conclusion string
	link       string // of the files, without the ending
	query      string
}

// The files of a picture.
func (p picture) SVGFile() string { return p.file(".svg") }
func (p picture) PNGFile() string { return p.file(".png") }
func (p picture) CSVFile() string { return p.file(".csv") }

func (p picture) file(ending string) string { return p.link + ending + p.query }

// growth is how a number changed, with the table that says the same.
type growth struct {
	picture
	Measure dateline.Measure
	Moments []moment
}

// moment is a number from a time on.
type moment struct{ When, Number, Cause string }

// pictures draws what the page shows of a record.
func (r *request) pictures(v *incidentView, b *bundle) (err error) {
	if len(v.Origins) > 0 {
		if v.Tracing, err = b.originsPicture(v.Attribute); err != nil {
			return err
		}
	}
	if v.Map, err = b.mapPicture(); err != nil {
		return err
	}
	v.Growth, err = r.growth(b, v.First())
	return err
}

// charted is what pictures need of a record.
func (b *bundle) charted() chart.Record {
	return chart.Record{Incident: b.Incident, Claims: b.sorted, Reports: b.shown.Reports, Origins: b.origins, Families: b.families, Public: b.shown.Public}
}

// drawn is a picture for a page.
func (b *bundle) drawn(p *chart.Picture, kind string, query url.Values) (picture, error) {
	var svg bytes.Buffer
	if err := p.SVG(&svg); err != nil {
		return picture{}, err
	}
	out := picture{SVG: template.HTML(svg.String()), Conclusion: p.Conclusion, link: "/i/" + string(b.Public) + "/pictures/" + kind}
	if len(query) > 0 {
		out.query = "?" + query.Encode()
	}
	return out, nil
}

func inPage(kind string, width float64) chart.Options {
	return chart.Options{Width: width, Theme: chart.Page, Bare: true, ID: kind, Base: "/"}
}

// originsPicture draws who got it from whom; nil where nobody says anything.
func (b *bundle) originsPicture(fact dateline.Attribute) (*picture, error) {
	drawing, err := chart.Origins(b.charted(), fact, inPage("origins", across))
	if err != nil {
		return nil, err
	}
	out, err := b.drawn(drawing, "origins", url.Values{"fact": {string(fact)}})
	return &out, err
}

// mapPicture draws where it happened; nil where that is not known well enough
// for a point.
func (b *bundle) mapPicture() (*picture, error) {
	if b.Place.Ref == nil || wording.NotMapped(b.Place.Ref) != "" {
		return nil, nil
	}
	o := inPage("map", beside)
	o.Base = "" // its one link would lead to this page
	drawing, err := chart.Map([]*dateline.Incident{b.Incident}, string(b.Public), o)
	if err != nil {
		return nil, err
	}
	out, err := b.drawn(drawing, "map", nil)
	return &out, err
}

// growth draws how the first number of the page changed; nil where there is no
// number, or where it was the same from the first report on.
func (r *request) growth(b *bundle, l *ladder) (*growth, error) {
	if l == nil || l.Figure == nil {
		return nil, nil
	}
	steps, err := r.timeline(b, l.Measure, l.Population)
	if err != nil || len(steps) < 2 {
		return nil, err
	}
	drawing, err := chart.Numbers(b.charted(), steps, l.Measure, l.Population, chart.Published, inPage("numbers", beside))
	if err != nil {
		return nil, err
	}
	g := &growth{Measure: l.Measure}
	for _, s := range steps {
		g.Moments = append(g.Moments, moment{wording.Time(s.At.Format(time.RFC3339)), wording.Figure(s.Figure), s.Cause})
	}
	g.picture, err = b.drawn(drawing, "numbers", url.Values{"measure": {string(l.Measure)}, "population": {string(l.Population)}})
	return g, err
}

// timeline is what the site was told to count by, from what may be shown.
func (r *request) timeline(b *bundle, m dateline.Measure, p dateline.Population) ([]chart.Step, error) {
	if r.site.options.Timeline == nil {
		return nil, nil
	}
	return r.site.options.Timeline(*b.shown.Record, m, p)
}

// pictureFiles are the endings under which a picture is served, with how it is
// written and its media type.
var pictureFiles = map[string]struct {
	mediaType string
	write     func(*chart.Picture, io.Writer) error
}{
	"svg": {"image/svg+xml", (*chart.Picture).SVG},
	"png": {"image/png", (*chart.Picture).PNG},
	"csv": {"text/csv; charset=utf-8; header=present", (*chart.Picture).CSV},
	"txt": {"text/plain; charset=utf-8", (*chart.Picture).Text},
}

// pictureFile is one picture of an incident as a file of its own.
func (s *Site) pictureFile(r *request) (*answer, error) {
	if err := r.only("fact", "measure", "population"); err != nil {
		return nil, err
	}
	kind, ending, _ := strings.Cut(r.PathValue("file"), ".")
	form, ok := pictureFiles[ending]
	if !ok {
		return nil, &dateline.Error{Code: dateline.NotFound, What: strconv.Quote(r.PathValue("file")) + " is no picture", Next: "There are .svg, .png, .csv and .txt"}
	}
	i, a, err := r.open()
	if err != nil || a != nil {
		return a, err
	}
	b, err := r.bundle(i)
	if err != nil {
		return nil, err
	}
	p, err := r.draw(b, kind)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := form.write(p, &out); err != nil {
		return nil, err
	}
	return &answer{data: out.Bytes(), mediaType: form.mediaType, rows: len(p.Table.Rows)}, nil
}

// draw makes a picture with all that it says when it stands alone.
func (r *request) draw(b *bundle, kind string) (*chart.Picture, error) {
	q := r.URL.Query()
	measure, population := dateline.Measure(cmp.Or(q.Get("measure"), string(dateline.Killed))), populationOf(q)
	fact := dateline.Attribute(cmp.Or(q.Get("fact"), string(dateline.AttrKilled)))
	if !slices.Contains(dateline.Measures, measure) || !slices.Contains(dateline.Attributes, fact) {
		return nil, dateline.Errorf(dateline.NotFound, "there is no picture of %q or %q", measure, fact)
	}
	o, err := r.alone(b.ID)
	if err != nil {
		return nil, err
	}
	switch kind {
	case "ladder":
		return chart.Ladder(b.charted(), measure, population, o)
	case "origins":
		return chart.Origins(b.charted(), fact, o)
	case "map":
		return chart.Map([]*dateline.Incident{b.Incident}, string(b.Public), o)
	case "numbers":
		steps, err := r.timeline(b, measure, population)
		if err != nil {
			return nil, err
		}
		return chart.Numbers(b.charted(), steps, measure, population, chart.Published, o)
	}
	return nil, &dateline.Error{Code: dateline.NotFound, What: "there is no picture " + strconv.Quote(kind), Next: "There are ladder, numbers, origins and map"}
}

// alone says what a picture without its page must say: that data are made up,
// and of when the record is.
func (r *request) alone(id dateline.ID) (chart.Options, error) {
	synthetic, err := r.tx.Setting(r.ctx, store.Synthetic)
	if err != nil {
		return chart.Options{}, err
	}
	rev, _, err := r.tx.StateAt(r.ctx, id, 0, "")
	return chart.Options{Synthetic: synthetic, AsOf: rev.At}, err
}
