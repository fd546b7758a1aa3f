package export

import (
	"bytes"
	"encoding/json"
	"io"
	"math"

	"github.com/opendateline/dateline"
)

// marshal is json.Marshal with the characters as they are.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := encoder(&b).Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// feature is one incident as a GeoJSON feature (RFC 7946). A place known no
// better than to the country has no geometry.
type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   *geometry  `json:"geometry"`
	Properties properties `json:"properties"`
}

type geometry struct {
	Type        string          `json:"type"`
	Coordinates json.RawMessage `json:"coordinates"`
}

type properties struct {
	ID             string                  `json:"id"`
	Status         dateline.IncidentStatus `json:"status"`
	Title          string                  `json:"title"`
	Type           dateline.Type           `json:"type"`
	EDTF           string                  `json:"edtf"`
	Earliest       dateline.Day            `json:"earliest,omitempty"`
	Latest         dateline.Day            `json:"latest,omitempty"`
	DatePrecision  dateline.DatePrecision  `json:"date_prec"`
	PlacePrecision dateline.PlacePrecision `json:"place_prec"`
	Place          string                  `json:"place,omitempty"`
	Country        string                  `json:"country,omitempty"`
	Claimants      []dateline.Claimant     `json:"claimants,omitempty"` // of disputed territory (PLC-12)
	RadiusM        *int                    `json:"radius_m"`
	Facets         dateline.Facets         `json:"facets"`
	KilledLow      *int                    `json:"killed_low"`
	KilledBest     *int                    `json:"killed_best"`
	KilledHigh     *int                    `json:"killed_high"`
	KilledOpen     bool                    `json:"high_open"`
	WoundedLow     *int                    `json:"wounded_low"`
	WoundedBest    *int                    `json:"wounded_best"`
	WoundedHigh    *int                    `json:"wounded_high"`
	WoundedOpen    bool                    `json:"wounded_high_open"`
	OriginsMin     int                     `json:"origins_min"`
	OriginsMax     int                     `json:"origins_max"`
	Grade          string                  `json:"grade,omitempty"`
	Contradictions []disputed              `json:"contradictions"`
	Sources        []sourceLink            `json:"sources"`
}

// disputed is one contradiction in short.
type disputed struct {
	Attribute dateline.Attribute         `json:"attribute"`
	Type      dateline.ContradictionType `json:"type"`
	Severity  dateline.Severity          `json:"severity"`
	Status    string                     `json:"status"`
	Wording   string                     `json:"wording"`
}

func (r *Record) disputed() []disputed {
	out := []disputed{}
	for _, c := range r.Incident.Contradictions {
		out = append(out, disputed{c.Attribute, c.Type, c.Severity, c.Status, c.Wording})
	}
	return out
}

type sourceLink struct {
	Outlet string `json:"outlet"`
	URL    string `json:"url,omitempty"`
}

type geoJSON struct{ document }

func openGeoJSON(w io.Writer, o Options) sheet {
	return &geoJSON{document{w: w, head: `{"type":"FeatureCollection",` + o.notice() + `"features":[`, tail: "]}"}}
}

func (g *geoJSON) refuse(*Record) *Refusal { return nil }

func (g *geoJSON) write(r *Record) (row, error) {
	p, err := r.geometry()
	if err != nil {
		return row{}, err
	}
	return row{ID: r.id()}, g.member(feature{Type: "Feature", ID: r.id(), Geometry: p, Properties: r.properties()})
}

func (r *Record) properties() properties {
	i, place := r.Incident, r.place()
	p := properties{ID: r.id(), Status: i.Status, Title: i.Title, Type: i.Type, EDTF: i.Date.EDTF, Earliest: i.Date.Earliest, Latest: i.Date.Latest,
		DatePrecision: i.Date.Precision, PlacePrecision: place.Precision, Country: place.Country, Claimants: place.Disputed, RadiusM: place.RadiusM, Facets: i.Facets,
		OriginsMin: i.Independence.OriginsMin, OriginsMax: i.Independence.OriginsMax, Grade: i.DisplayGrade, Contradictions: r.disputed(), Sources: []sourceLink{}}
	if i.Place.Ref != nil {
		p.Place = located(place)
	}
	if f := i.Figure(dateline.Killed, dateline.PopAll); f != nil {
		p.KilledLow, p.KilledBest, p.KilledHigh, p.KilledOpen = f.Low, f.Best, f.High, f.HighOpen
	}
	if f := i.Figure(dateline.Wounded, dateline.PopAll); f != nil {
		p.WoundedLow, p.WoundedBest, p.WoundedHigh, p.WoundedOpen = f.Low, f.Best, f.High, f.HighOpen
	}
	for _, report := range r.InOrder() {
		p.Sources = append(p.Sources, sourceLink{r.Outlet(report.ID), report.URL})
	}
	return p
}

// geometry is the point, or for a region (P5) its envelope as a polygon if a
// radius is known; nothing for a country or an unknown place, and nothing
// without coordinates.
func (r *Record) geometry() (*geometry, error) {
	p := r.place()
	if p.Lat == nil || p.Lon == nil || p.Precision == dateline.P6 || p.Precision == dateline.P9 {
		return nil, nil
	}
	shape, coordinates := "Point", any([2]float64{four(*p.Lon), four(*p.Lat)})
	if p.Precision == dateline.P5 && p.RadiusM != nil {
		shape, coordinates = "Polygon", [][][2]float64{envelope(*p.Lat, *p.Lon, *p.RadiusM)}
	}
	b, err := marshal(coordinates)
	return &geometry{shape, b}, err
}

// envelope is a ring around a point, counter-clockwise and closed, cut at the
// poles and at the antimeridian.
func envelope(lat, lon float64, radiusM int) [][2]float64 {
	dLat := float64(radiusM) / 111_320
	dLon := dLat / math.Max(math.Cos(lat*math.Pi/180), 0.01)
	south, north := math.Max(lat-dLat, -90), math.Min(lat+dLat, 90)
	west, east := math.Max(lon-dLon, -180), math.Min(lon+dLon, 180)
	ring := [][2]float64{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}
	for i := range ring {
		ring[i] = [2]float64{four(ring[i][0]), four(ring[i][1])}
	}
	return ring
}

func four(x float64) float64 { return math.Round(x*1e4) / 1e4 }
