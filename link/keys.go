package link

import (
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/opendateline/dateline"
)

// Keys are the blocking keys of a mention: Post, under which a store files it,
// and Probe, under which it looks for others. Two mentions meet if one's Post
// and the other's Probe have a key in common, and then also the other way
// round. They are two lists so that a mention that is vague on time or place
// meets the exact ones without their all meeting one another in its block.
type Keys struct{ Post, Probe []string }

// Meet says whether two mentions would find each other.
func (k Keys) Meet(o Keys) bool { return meet(k.Post, o.Probe) || meet(o.Post, k.Probe) }

func (k *Keys) both(key string) {
	k.Post, k.Probe = append(k.Post, key), append(k.Probe, key)
}

// level files a key so that vague meets exact and vague, and exact meets vague.
func (k *Keys) level(key string, vague bool) {
	if vague {
		k.Post, k.Probe = append(k.Post, "v|"+key), append(k.Probe, "v|"+key, "x|"+key)
		return
	}
	k.Post, k.Probe = append(k.Post, "x|"+key), append(k.Probe, "v|"+key)
}

const (
	exactDays = 10  // a date this narrow counts as exact for lookup
	boundDays = 731 // a date wider than this counts as unknown for lookup
	dayBucket = 4
	keyWords  = 6
)

// KeysOf gives the keys of a mention, sorted, each once. Any two mentions that
// [Linker.Score] could find probable meet in them.
func (l *Linker) KeysOf(m *dateline.Mention) Keys {
	var k Keys
	for _, cell := range l.cells(m) {
		for _, b := range buckets(m.Date) {
			k.both("p|" + cell + "|" + b)
		}
		for _, month := range months(m.Date) {
			k.level("pm|"+cell+"|"+month, !exactDate(m.Date))
		}
		if !bounded(m.Date) {
			k.both("pu|" + cell)
		}
		for _, day := range monthDays(m.Date) {
			k.level("pd|"+cell+"|"+day, masked(m.Date))
		}
	}
	for _, c := range countries(m) {
		for _, b := range buckets(m.Date) {
			k.level("c|"+c.code+"|"+b, !c.fine)
		}
	}
	for _, t := range sharpTargets(m) {
		k.both("t|" + t)
	}
	for _, month := range months(m.Date) {
		for _, a := range namedActors(m) {
			k.level("a|"+a+"|"+month, m.Place == nil || !fine(m.Place))
		}
	}
	l.wordKeys(&k, m)
	if t := l.look(m).text; t != nil {
		t.keys(&k)
	}
	k.Post, k.Probe = sortedSet(k.Post), sortedSet(k.Probe)
	return k
}

// wordKeys files the rarest words, by month where the date is known.
func (l *Linker) wordKeys(k *Keys, m *dateline.Mention) {
	for _, w := range l.rarest(m.Words, keyWords) {
		k.level("w|"+w, !bounded(m.Date))
		for _, month := range months(m.Date) {
			k.both("wm|" + w + "|" + month)
		}
	}
}

// grounded says whether two mentions have enough in common to be taken for one
// incident at all: an exact date and a country, a place and a date, a sharp
// target, a named actor at a time, or rare words: two, or one at a place where
// one of the two tells no time (LNK-2). Equal kinds of attack by
// nobody in particular at no particular time are not evidence.
func (l *Linker) grounded(a, b *dateline.Mention) bool {
	da, db, x, y := a.Date, b.Date, l.look(a), l.look(b)
	timed := x.bounded && y.bounded
	switch {
	case x.exact && y.exact && sameCountry(a, b):
		return true
	case meet(x.cells, y.cells) && (timed || meet(monthDays(da), monthDays(db))):
		return true
	case meet(x.sharp, y.sharp):
		return true
	case timed && meet(x.months, y.months) && meet(x.actors, y.actors) && !(settled(a) && settled(b)):
		return true
	case timed && !meet(x.months, y.months):
		return false
	case !x.bounded && !y.bounded: // LNK-2: nothing says that they are of one time, save one text or one place and actor
		if l.oneFamily(a, b) && meet(x.actors, y.actors) && sameYearlessMonth(da, db) && sameCountry(a, b) {
			return true // two printings of a story speak of the same January
		}
		return meet(x.cells, y.cells) && (l.oneFamily(a, b) || meet(x.actors, y.actors))
	}
	n := common(x.rarest, y.rarest)
	return n >= 2 || n == 1 && meet(x.cells, y.cells)
}

// sameYearlessMonth: both dates name the same month of a year that is not known.
func sameYearlessMonth(a, b *dateline.Date) bool {
	const month = "XXXX-01"
	if a == nil || b == nil || len(a.EDTF) < len(month) || len(b.EDTF) < len(month) {
		return false
	}
	return strings.HasPrefix(a.EDTF, "XXXX-") && a.EDTF[:len(month)] == b.EDTF[:len(month)]
}

// common counts the words that two lists share.
func common(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

func settled(m *dateline.Mention) bool { return m.Place != nil && fine(m.Place) }

func sameCountry(a, b *dateline.Mention) bool {
	for _, x := range countries(a) {
		for _, y := range countries(b) {
			if x.code == y.code && !(x.fine && y.fine) {
				return true
			}
		}
	}
	return false
}

func bounded(d *dateline.Date) bool {
	return d != nil && d.Earliest.Known() && d.Latest.Known() && d.Earliest.DaysUntil(d.Latest) <= boundDays
}

func exactDate(d *dateline.Date) bool {
	return bounded(d) && d.Earliest.DaysUntil(d.Latest) <= exactDays
}

func masked(d *dateline.Date) bool { return d != nil && !exactDate(d) && maskOf(*d).day != 0 }

// buckets are the stretches of four days that an exact date touches, padded so
// that dates within the reach of LNK-3 share one.
func buckets(d *dateline.Date) []string {
	if !exactDate(d) {
		return nil
	}
	var out []string
	pad := (max(slack[d.Precision], unit[d.Precision]) + 2) / 2
	from, to := dayNumber(d.Earliest.Add(-pad))/dayBucket, dayNumber(d.Latest.Add(pad))/dayBucket
	for i := from; i <= to; i++ {
		out = append(out, strconv.Itoa(i))
	}
	return out
}

func dayNumber(d dateline.Day) int { return int(d.Time().Unix() / 86400) }

// months are the months that a bounded date touches, padded by its unit.
func months(d *dateline.Date) []string {
	if !bounded(d) {
		return nil
	}
	pad := (max(slack[d.Precision], unit[d.Precision]) + 2) / 2
	var out []string
	end := d.Latest.Add(pad).Time()
	for t := d.Earliest.Add(-pad).Time(); !t.After(end); t = time.Date(t.Year(), t.Month()+1, 1, 0, 0, 0, 0, time.UTC) {
		out = append(out, t.Format("2006-01"))
	}
	return out
}

// monthDays are the days of the year of an exact date, or of a date without a
// year and its neighbours.
func monthDays(d *dateline.Date) []string {
	var out []string
	switch {
	case masked(d):
		m := maskOf(*d)
		for k := -1; k <= 1; k++ {
			out = append(out, time.Date(2000, m.month, m.day+k, 0, 0, 0, 0, time.UTC).Format("01-02"))
		}
	case exactDate(d):
		for x := d.Earliest; x <= d.Latest; x = x.Add(1) {
			out = append(out, x.Time().Format("01-02"))
		}
	}
	return out
}

// places are the site and the start of a mention.
func places(m *dateline.Mention) []*dateline.PlaceRef {
	var out []*dateline.PlaceRef
	for _, p := range []*dateline.PlaceRef{m.Place, m.Start} {
		if located(p) {
			out = append(out, p)
		}
	}
	return out
}

// country of a place, and whether the place is finer than a region.
type country struct {
	code string
	fine bool
}

func countries(m *dateline.Mention) []country {
	var out []country
	for _, p := range places(m) {
		if p.Country != "" {
			out = append(out, country{p.Country, fine(p)})
		}
	}
	return out
}

// cells are names for where the fine places of a mention are: squares of a
// degree within half of NearKm, the city, the gazetteer entries.
func (l *Linker) cells(m *dateline.Mention) []string {
	var out []string
	for _, p := range places(m) {
		if !fine(p) {
			continue
		}
		for _, id := range readings(p) {
			out = append(out, string(id))
		}
		if p.City != "" {
			out = append(out, strings.ToLower(p.Country+"/"+p.City))
		}
		if p.Lat != nil && p.Lon != nil {
			out = append(out, squares(*p.Lat, *p.Lon, l.NearKm/2)...)
		}
	}
	return out
}

func squares(lat, lon, km float64) []string {
	dLat := km / 111
	dLon := dLat / max(math.Cos(lat*math.Pi/180), 0.05)
	var out []string
	for y := math.Floor(lat - dLat); y <= lat+dLat; y++ {
		for x := math.Floor(lon - dLon); x <= lon+dLon; x++ {
			out = append(out, strconv.Itoa(int(y))+":"+strconv.Itoa(int(math.Mod(x+540, 360))))
		}
	}
	return out
}

// sharpTargets are things and people of which there is one.
func sharpTargets(m *dateline.Mention) []string {
	var out []string
	for _, t := range known(m.Targets) {
		if t.Unique {
			for _, n := range t.Nationality {
				out = append(out, string(t.Category)+"/"+n)
			}
		}
		switch {
		case t.Name != "" && t.Person:
			out = append(out, "person/"+Skeleton(surname(t.Name)))
		case t.Name != "":
			out = append(out, "site/"+strings.ToLower(t.Name))
		}
	}
	for _, v := range m.Victims {
		out = append(out, "person/"+Skeleton(surname(v)))
	}
	return out
}

func namedActors(m *dateline.Mention) []string {
	var out []string
	for _, r := range perpetrators(m) {
		if identified(r) {
			out = append(out, string(r.Actor))
		}
	}
	return out
}

func sortedSet(s []string) []string {
	sort.Strings(s)
	n := 0
	for i, x := range s {
		if i == 0 || x != s[n-1] {
			s[n] = x
			n++
		}
	}
	return s[:n]
}

// oneFamily says that the reports of two mentions are versions of one text.
func (l *Linker) oneFamily(a, b *dateline.Mention) bool {
	if l.Family == nil {
		return false
	}
	f := l.Family(a.ReportID)
	return f != "" && f == l.Family(b.ReportID)
}
