package sqlite

import (
	"context"
	"database/sql"
	"math"

	"github.com/opendateline/dateline/store"
)

const (
	earthKm     = 6371.0088 // mean radius
	kmPerDegree = earthKm * math.Pi / 180
)

// box keeps incidents with coordinates inside a range.
func (w *where) box(b *store.Box) {
	if b == nil {
		return
	}
	w.add("i.lat BETWEEN ? AND ?", b.South, b.North)
	if b.West <= b.East {
		w.add("i.lon BETWEEN ? AND ?", b.West, b.East)
	} else {
		w.add("(i.lon >= ? OR i.lon <= ?)", b.West, b.East)
	}
}

// near keeps incidents inside a circle: those in a band of latitudes are
// measured one by one.
func (t *tx) near(ctx context.Context, w *where, c store.Near, tables string) error {
	var inside []any
	height := c.Km / kmPerDegree
	err := t.all(ctx, func(r *sql.Rows) error {
		var n int64
		var lat, lon float64
		err := r.Scan(&n, &lat, &lon)
		if err == nil && distance(c.Lat, c.Lon, lat, lon) <= c.Km {
			inside = append(inside, n)
		}
		return err
	}, named("SELECT i.n, i.lat, i.lon FROM @incidents i WHERE i.lon IS NOT NULL AND i.lat BETWEEN ? AND ?", tables), c.Lat-height, c.Lat+height)
	if len(inside) == 0 {
		w.add("i.n IS NULL")
	} else {
		w.add("i.n IN "+marks(len(inside)), inside...)
	}
	return err
}

// distance is the length in km of the great circle between two points.
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	rad := math.Pi / 180
	a := math.Sin((lat2 - lat1) * rad / 2)
	b := math.Sin((lon2 - lon1) * rad / 2)
	h := a*a + math.Cos(lat1*rad)*math.Cos(lat2*rad)*b*b
	return 2 * earthKm * math.Asin(math.Min(1, math.Sqrt(h)))
}
