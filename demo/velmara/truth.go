package velmara

import (
	"strings"

	"github.com/opendateline/dateline"
)

// Incident is one happening that the reports were written to tell of. Low, Best
// and High are the number killed that the reports warrant, attackers counted
// where reports count them; nil where none gives a number.
type Incident struct {
	Key             string
	Date            string // EDTF; "" if no report lets a reader find it
	Place           dateline.ID
	PlaceName       string // "" if no report names a place
	Type            dateline.Type
	Low, Best, High *int
	Title           string
	Shows           string // what it is there to show
	Told            []Told
}

// Told is one passage by which a report tells of an incident.
type Told struct{ Report, Passage string }

// Other is a passage that tells of something that is no incident: a threat, a
// plot, an aggregate, a forecast, or a text that only looks like violence.
type Other struct{ Kind, Report, Passage string }

// Truth lists the incidents by date, those without one last.
func Truth() ([]Incident, error) {
	places, err := Gazetteer()
	if err != nil {
		return nil, err
	}
	names := map[dateline.ID]string{}
	for _, p := range places {
		names[p.ID] = p.Name
	}
	told, err := tellings()
	if err != nil {
		return nil, err
	}
	t := open("incidents.tsv", 9)
	var list []Incident
	for _, r := range t.rows {
		c := r.cells
		in := Incident{Key: c[0], Date: strings.Trim(c[1], "-"), Type: dateline.Type(c[3]), Low: r.number(4), Best: r.number(5), High: r.number(6),
			Title: c[7], Shows: c[8], Told: told[c[0]]}
		if c[2] != "-" {
			in.Place, in.PlaceName = placeID(c[2]), names[placeID(c[2])]
		}
		list = append(list, in)
	}
	return list, t.bad
}

func tellings() (map[string][]Told, error) {
	t := open("told.tsv", 3)
	told := map[string][]Told{}
	for _, r := range t.rows {
		told[r.cells[0]] = append(told[r.cells[0]], Told{r.cells[1], r.cells[2]})
	}
	return told, t.bad
}

// Others lists what the reports tell besides.
func Others() ([]Other, error) {
	t := open("other.tsv", 3)
	var list []Other
	for _, r := range t.rows {
		list = append(list, Other{r.cells[0], r.cells[1], r.cells[2]})
	}
	return list, t.bad
}
