package export

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/opendateline/dateline"
)

// acled writes the 31 columns of ACLED's interface (domain §10.1). It loses
// the wounded, ranges, who the dead were, and claims; those stand in the
// provenance file. What went on for days is a row a day (DAT-13), what several
// sites saw together is divided among them (CAS-9).
type acled struct {
	*table
	codes  bool
	notice string
}

func openACLED(w io.Writer, o Options) sheet {
	return acled{newTable(w, columnsOf("acled")), o.InterCodes, o.Notice}
}

func (a acled) refuse(r *Record) *Refusal {
	if r.kind() == nil {
		return &Refusal{"type_not_covered", "what was done is not known"}
	}
	d := r.Incident.Date.Date
	if !bounded(d) {
		return &Refusal{"date_unknown", "the date is not known"}
	}
	if dateCodes[d.Precision].acled == "" {
		return &Refusal{"date_too_coarse", "dated no better than year"}
	}
	return r.wellPlaced(string(dateline.P5))
}

func (a acled) write(r *Record) (row, error) {
	c, k, day := cells{}, r.kind(), acledDay(r.Incident.Date.Date)
	c["event_id_cnty"] = "DL" + r.place().Country + strconv.FormatInt(serial(r.Incident.Public), 10) + r.suffix()
	c["event_date"], c["year"] = string(day), string(day[:4])
	c["time_precision"] = dateCodes[r.Incident.Date.Precision].acled
	c["disorder_type"], c["event_type"], c["sub_event_type"] = k.disorder, k.event, k.sub
	a.sides(r, c)
	acledPlace(r, c)
	names, scales := r.outlets()
	c["source"], c["source_scale"], c["notes"] = strings.Join(names, "; "), strings.Join(scales, "-"), acledNotes(r)
	c["fatalities"] = "0"
	if fatalities := r.number(dateline.Killed, dateline.PopAll); fatalities != nil {
		c["fatalities"] = num(fatalities)
	}
	c["tags"] = acledTags(r)
	if a.notice != "" {
		c["tags"] += "; dl:notice=" + strings.ReplaceAll(a.notice, ";", ",")
	}
	if at, err := time.Parse(time.RFC3339, r.Revised); err == nil {
		c["timestamp"] = strconv.FormatInt(at.Unix(), 10)
	}
	return row{c["event_id_cnty"], unsaid(r)}, a.put(c)
}

func acledNotes(r *Record) string {
	notes := []string{r.summary()}
	if words := r.divided(); words != "" {
		notes = append(notes, words+".")
	}
	if words := r.implied(); words != "" {
		notes = append(notes, words)
	}
	return strings.Join(notes, " ")
}

// implied says that a 0 is the program's reading of a contrast (CAS-10), "" where
// it is not.
func (r *Record) implied() string {
	f := r.Incident.Figure(dateline.Killed, dateline.PopAll)
	if f == nil || f.Status != dateline.FigureImplied || f.Best == nil || *f.Best != 0 {
		return ""
	}
	return "That nobody died is inferred from a contrast with another incident."
}

// unsaid is what the number of fatalities alone would hide.
func unsaid(r *Record) map[string]string {
	notes := map[string]string{}
	if r.deathsUnknown() {
		notes["fatalities_unknown"] = "1"
	}
	if r.implied() != "" {
		notes["fatalities_implied"] = "1"
	}
	if words := r.divided(); words != "" {
		notes["fatalities_divided"] = words
	}
	return notes
}

// deathsUnknown says that the 0 of the preset stands for no usable number and
// not for a number that somebody stated.
func (r *Record) deathsUnknown() bool {
	f := r.Incident.Figure(dateline.Killed, dateline.PopAll)
	return f == nil || f.Best == nil || f.Status == dateline.FigureNone || *f.Best == 0 && len(f.BestClaims) == 0
}

// acledDay is the one day that ACLED takes for a coarser date: the middle, the
// 15th of a month, the first or last day of a month whose beginning or end is
// meant.
func acledDay(d dateline.Date) dateline.Day {
	if d.Precision != dateline.D4 {
		return middle(d)
	}
	month := string(d.Earliest[:7])
	switch {
	case string(d.Latest[:7]) != month:
		return middle(d)
	case d.Latest[8:] <= "10":
		return dateline.Day(month + "-01")
	case d.Earliest[8:] >= "20":
		return d.Latest
	}
	return dateline.Day(month + "-15")
}

func (a acled) sides(r *Record, c cells) {
	one, two := r.perpetrator(), r.attacked()
	c["actor1"], c["assoc_actor_1"], c["inter1"] = one.name, one.assoc, a.inter(one)
	c["actor2"], c["assoc_actor_2"], c["inter2"] = two.name, two.assoc, a.inter(two)
	c["interaction"] = interaction(one, two)
	if two.inter == 7 {
		c["civilian_targeting"] = "Civilians targeted"
	}
}

func (a acled) inter(s side) string {
	if a.codes && s.inter != 0 {
		return strconv.Itoa(s.inter)
	}
	return inters[s.inter]
}

func acledPlace(r *Record, c cells) {
	p, in := r.place(), r.country()
	c["iso"], c["region"], c["country"] = in.Numeric, in.ACLED, in.Name
	c["admin1"], c["admin2"], c["location"] = p.Admin1, p.Admin2, located(p)
	c["latitude"], c["longitude"] = degrees(p.Lat), degrees(p.Lon)
	c["geo_precision"] = placeCodes[p.Precision].acled
}

// killedTags say what the one number of fatalities cannot, by the record's own
// figure: ACLED's rules have no range.
func (r *Record) killedTags() []string {
	var tags []string
	for _, f := range r.own {
		if f.Measure != dateline.Killed || f.Population != dateline.PopAll {
			continue
		}
		if f.InterestedOnly {
			tags = append(tags, "dl:interested_only")
		}
		if f.High != nil {
			tags = append(tags, "dl:high="+num(f.High))
		}
		if f.HighOpen {
			tags = append(tags, "dl:high_open")
		}
	}
	return tags
}

// acledTags are what ACLED has no column for.
func acledTags(r *Record) string {
	tags := []string{"dl:id=" + r.id()}
	if r.Incident.Unreviewed() {
		tags = append(tags, "dl:unreviewed")
	}
	if r.deathsUnknown() {
		tags = append(tags, "dl:fatalities_unknown=1")
	}
	tags = append(append(tags, r.pieceTags()...), r.killedTags()...)
	if codes := claimants(r.place(), "/"); codes != "" {
		tags = append(tags, "dl:claimed_by="+codes)
	}
	if r.Incident.Facets.Aim == dateline.AimPerson {
		tags = append(tags, "dl:targeted")
	}
	return strings.Join(tags, "; ")
}
