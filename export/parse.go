package export

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Foreign is one row of another dataset, read for comparison (domain §10.8).
// What its columns do not say is nil or empty; −9 and −99 are read as not
// known.
type Foreign struct {
	Dataset   string // acled, ucdp-ged, gtd, plover
	ID        string
	Date      dateline.Date
	Country   string // name, as written
	Admin1    string
	Place     string
	Precision dateline.PlacePrecision
	Lat, Lon  *float64
	Kind      string // event type and sub-event, attack type, type of violence, event and modes
	Facets    dateline.Facets
	SideA     string
	SideB     string
	Sided     bool // SideA did it to SideB; false where the order of the two means nothing (ACT-8)
	Killed    Range
	Wounded   *int
	Sources   []string
}

// Range is low, best and high as far as a dataset gives them.
type Range struct{ Low, Best, High *int }

// Parse reads the rows of a foreign dataset in the format that Write gives it.
// A row that cannot be read stops it with its line; the rows before it are
// given back.
func Parse(format string, in io.Reader) ([]Foreign, error) {
	switch format {
	case "acled":
		return parseTable(in, "event_id_cnty", acledRow)
	case "ucdp", "ucdp-ged":
		return parseTable(in, "type_of_violence", ucdpRow)
	case "gtd":
		return parseTable(in, "eventid", gtdRow)
	case "plover":
		return parsePLOVER(in)
	}
	return nil, &dateline.Error{Code: dateline.Unsupported, What: "rows of " + format + " cannot be read", Next: "Choose one of acled, ucdp-ged, gtd, plover"}
}

// line is one row of a table by the names of its columns. The first value that
// could not be read is kept in bad.
type line struct {
	cells map[string]string
	bad   string
}

func parseTable(in io.Reader, key string, read func(*line) Foreign) ([]Foreign, error) {
	r := csv.NewReader(in)
	r.FieldsPerRecord = -1
	head, err := r.Read()
	if err != nil {
		return nil, dateline.Errorf(dateline.Unreadable, "no line with the names of columns: %w", err)
	}
	var rows []Foreign
	for {
		values, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return rows, dateline.Errorf(dateline.Unreadable, "row %d: %w", len(rows)+1, err)
		}
		l := &line{cells: map[string]string{}}
		for i, name := range head {
			if i < len(values) {
				l.cells[strings.TrimPrefix(name, "\ufeff")] = unguard(values[i])
			}
		}
		row := read(l)
		if l.cells[key] == "" || row.ID == "" {
			return rows, dateline.Errorf(dateline.Unreadable, "row %d has no %s", len(rows)+1, key)
		}
		if l.bad != "" {
			return rows, dateline.Errorf(dateline.Unreadable, "row %d: %s is not a number", len(rows)+1, l.bad)
		}
		rows = append(rows, row)
	}
}

// unguard takes off the apostrophe that guard has put before a formula.
func unguard(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && rest != "" && guard(rest) == cell {
		return rest
	}
	return cell
}

// count reads a number of persons; blank, −9 and −99 are not known.
func (l *line) count(column string) *int {
	text := strings.TrimSuffix(strings.TrimSpace(l.cells[column]), ".0")
	if text == "" {
		return nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		l.bad = column
	}
	if err != nil || n < 0 {
		return nil
	}
	return &n
}

func (l *line) degree(column string, most float64) *float64 {
	text := strings.TrimSpace(l.cells[column])
	if text == "" {
		return nil
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || !(x >= -most && x <= most) {
		l.bad = column
		return nil
	}
	return &x
}

func (l *line) located(f Foreign) Foreign {
	f.Lat, f.Lon = l.degree("latitude", 90), l.degree("longitude", 180)
	f.Country = l.cells["country"]
	return f
}

// dayOf reads a day in front of anything that follows it, as in
// "2024-03-12 00:00:00.000".
func dayOf(text string) dateline.Day {
	if len(text) < 10 || dateline.Day(text[:10]).Time().IsZero() {
		return ""
	}
	return dateline.Day(text[:10])
}

// span is a date between two days, at a precision.
func span(first, last dateline.Day, p dateline.DatePrecision) dateline.Date {
	d := dateline.Date{Earliest: first, Latest: last, Precision: p, Basis: dateline.BasisExplicit, EDTF: string(first)}
	if first != last {
		d.EDTF = string(first) + "/" + string(last)
	}
	if !first.Known() || !last.Known() {
		return dateline.Date{Precision: dateline.D9, Basis: dateline.BasisUnknown}
	}
	return d
}

// around pads a day that stands for something coarser.
func around(day dateline.Day, precision string) dateline.Date {
	if !day.Known() {
		return span("", "", dateline.D9)
	}
	switch precision {
	case "2":
		return span(day.Add(-3), day.Add(3), dateline.D3)
	case "3":
		t := day.Time()
		first := dateline.NewDay(t.Year(), t.Month(), 1)
		return span(first, dateline.NewDay(t.Year(), t.Month()+1, 0), dateline.D4)
	}
	return span(day, day, dateline.D1)
}

// victimSecond is the event type of ACLED whose second actor is always the victim;
// of the others the order of actors carries no meaning (ACT-8).
const victimSecond = "Violence against civilians"

func acledRow(l *line) Foreign {
	f := l.located(Foreign{Dataset: "acled", ID: l.cells["event_id_cnty"], Date: around(dayOf(l.cells["event_date"]), l.cells["time_precision"]),
		Admin1: l.cells["admin1"], Place: l.cells["location"], Kind: l.cells["event_type"] + " – " + l.cells["sub_event_type"],
		SideA: l.cells["actor1"], SideB: l.cells["actor2"], Sided: l.cells["event_type"] == victimSecond, Killed: Range{Best: l.count("fatalities")}, Sources: list(l.cells["source"])})
	f.Precision = map[string]dateline.PlacePrecision{"1": dateline.P1, "2": dateline.P3, "3": dateline.P4}[l.cells["geo_precision"]]
	f.Facets = facetsOf("acled", l.cells["sub_event_type"])
	return f
}

func ucdpRow(l *line) Foreign {
	precision := map[string]dateline.DatePrecision{"1": dateline.D1, "2": dateline.D2, "3": dateline.D3, "4": dateline.D4, "5": dateline.D5}[l.cells["date_prec"]]
	f := l.located(Foreign{Dataset: "ucdp-ged", ID: l.cells["id"], Date: span(dayOf(l.cells["date_start"]), dayOf(l.cells["date_end"]), precision),
		Admin1: l.cells["adm_1"], Place: l.cells["where_coordinates"], Kind: "type of violence " + l.cells["type_of_violence"],
		SideA: l.cells["side_a"], SideB: l.cells["side_b"], Sided: l.cells["type_of_violence"] == "3", Facets: dateline.Facets{Act: dateline.ActUnknown},
		Killed: Range{l.count("low"), l.count("best"), l.count("high")}, Sources: list(l.cells["source_office"])})
	f.Precision = dateline.PlacePrecision("P" + l.cells["where_prec"])
	if len(f.Precision) != 2 || f.Precision < dateline.P1 || f.Precision > dateline.P7 {
		f.Precision = dateline.P9
	}
	return f
}

func gtdRow(l *line) Foreign {
	f := l.located(Foreign{Dataset: "gtd", ID: l.cells["eventid"], Date: l.gtdDate(), Admin1: l.cells["provstate"], Place: l.cells["city"],
		Kind: l.cells["attacktype1_txt"], SideA: l.cells["gname"], SideB: l.cells["target1"], Sided: true,
		Killed: Range{Best: l.count("nkill")}, Wounded: l.count("nwound"), Sources: nonEmpty(l.cells["scite1"], l.cells["scite2"], l.cells["scite3"])})
	f.Country = l.cells["country_txt"]
	f.Precision = map[string]dateline.PlacePrecision{"1": dateline.P1, "2": dateline.P3, "3": dateline.P3, "4": dateline.P4, "5": dateline.P6}[l.cells["specificity"]]
	f.Facets = facetsOf("gtd", l.cells["attacktype1"])
	return f
}

func (l *line) gtdDate() dateline.Date {
	year, month, day := l.count("iyear"), l.count("imonth"), l.count("iday")
	switch {
	case year == nil || *year == 0 || *year > 9999:
		return span("", "", dateline.D9)
	case month == nil || *month == 0 || *month > 12:
		return span(dateline.NewDay(*year, 1, 1), dateline.NewDay(*year, 12, 31), dateline.D5)
	case day == nil || *day == 0 || *day > 31:
		return around(dateline.NewDay(*year, monthOf(*month), 1), "3")
	}
	return around(dateline.NewDay(*year, monthOf(*month), *day), "1")
}

func parsePLOVER(in io.Reader) ([]Foreign, error) {
	var rows []Foreign
	for dec := json.NewDecoder(in); ; {
		var p ploverRecord
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return rows, nil
		} else if err != nil {
			return rows, dateline.Errorf(dateline.Unreadable, "record %d: %w", len(rows)+1, err)
		}
		if p.ID == "" || len(p.Event) == 0 {
			return rows, dateline.Errorf(dateline.Unreadable, "record %d has no id or no event", len(rows)+1)
		}
		row, bad := p.foreign()
		if bad != "" {
			return rows, dateline.Errorf(dateline.Unreadable, "record %d: %s is not a number", len(rows)+1, bad)
		}
		rows = append(rows, row)
	}
}

// foreign reads one record; bad names the coordinate that could not be read.
func (p ploverRecord) foreign() (f Foreign, bad string) {
	last := p.EndDate
	if last == "" {
		last = p.Date
	}
	f = Foreign{Dataset: "plover", ID: p.ID, Date: span(dayOf(string(p.Date)), dayOf(string(last)), dateline.D1), Kind: strings.Join(append(p.Event, p.Mode...), " "),
		Killed: Range{Best: persons(p.Size.Dead)}, Wounded: persons(p.Size.Injured), Facets: facetsOf("plover", firstOf(p.Mode))}
	if len(p.Actor) > 0 {
		f.SideA = p.Actor[0].Text
	}
	if len(p.Recipient) > 0 {
		f.SideB, f.Sided = p.Recipient[0].Text, true
	}
	if l := p.Location; l != nil {
		at := &line{cells: map[string]string{"latitude": l.Lat, "longitude": l.Lon, "country": l.Country}}
		f, bad = at.located(f), at.bad
		f.Admin1, f.Place = l.Province, l.Resolved
		f.Precision = map[string]dateline.PlacePrecision{"5": dateline.P0, "4": dateline.P1, "3": dateline.P3, "2": dateline.P4, "1": dateline.P6}[l.Resolution]
	}
	for _, c := range p.Cite {
		f.Sources = append(f.Sources, nonEmpty(c.Publication)...)
	}
	return f, bad
}

// persons is a number of persons; one below zero is not known.
func persons(n *int) *int {
	if n == nil || *n < 0 {
		return nil
	}
	return n
}

func list(joined string) []string {
	var out []string
	for _, s := range strings.Split(joined, ";") {
		out = append(out, nonEmpty(strings.TrimSpace(s))...)
	}
	return out
}
