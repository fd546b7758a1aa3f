package export

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/opendateline/dateline"
)

// gtd writes the 135 columns of the Global Terrorism Database and fills the
// subset that domain §10.3 names. GTD's numeric country codes stay blank: the
// names stand in country_txt and natlty1_txt.
type gtd struct {
	*table
	taken  map[string]bool // event ids of this export
	notice string
}

func openGTD(w io.Writer, o Options) sheet {
	return gtd{newTable(w, columnsOf("gtd")), map[string]bool{}, o.Notice}
}

// code is one line of data/gtd.tsv.
type code struct {
	list, code, words string
	values            []string
}

var gtdCodes = sync.OnceValue(func() []code {
	var out []code
	for line := range strings.Lines(readData("gtd.tsv")) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) == 4 && !strings.HasPrefix(line, "#") {
			out = append(out, code{f[0], f[1], f[2], split(f[3])})
		}
	}
	return out
})

func gtdCode(list string, fits func(code) bool) code {
	for _, c := range gtdCodes() {
		if c.list == list && fits(c) {
			return c
		}
	}
	return code{}
}

func byCode(n string) func(code) bool  { return func(c code) bool { return c.code == n } }
func byWords(w string) func(code) bool { return func(c code) bool { return c.words == w } }
func byValue(v string) func(code) bool {
	return func(c code) bool { return slices.Contains(c.values, v) }
}

func (g gtd) refuse(r *Record) *Refusal {
	k, a := r.kind(), r.actor(dateline.RolePerpetrator)
	switch {
	case k == nil || len(k.gtd) == 0:
		return &Refusal{"type_not_covered", "GTD holds attacks only"}
	case r.Incident.Facets.Flag(dateline.FlagStatePerpetrator) || a != nil && r.sideOf(a.ActorRef).kind.OfState():
		return &Refusal{"state_actor", "GTD leaves out what states do"}
	case r.Incident.Facets.Act == dateline.Clash:
		return &Refusal{"combatants", "a clash of armed sides is not an attack in GTD's sense"}
	case !bounded(r.Incident.Date.Date) || r.Incident.Date.Earliest[:4] != r.Incident.Date.Latest[:4]:
		return &Refusal{"date_too_coarse", "the year is not known"}
	case r.place().Country == "":
		return &Refusal{"place_unknown", "no country is known"}
	}
	return nil
}

func (g gtd) write(r *Record) (row, error) {
	c := cells{"dbsource": "Dateline", "INT_LOG": "-9", "INT_IDEO": "-9", "INT_MISC": "-9", "INT_ANY": "-9", "nperps": "-99", "nperpcap": "-99"}
	gtdDate(r, c)
	c["eventid"] = g.eventID(r, c)
	gtdPlace(r, c)
	gtdAttack(r, c)
	gtdTarget(r, c)
	gtdGroup(r, c)
	gtdPeople(r, c)
	c["summary"] = r.summary()
	c["addnotes"] = strings.TrimSpace(c["addnotes"] + " " + g.notice)
	c["crit1"], c["crit2"], c["crit3"] = "1", "1", yes(!r.armedTarget())
	c["doubtterr"], c["multiple"] = yes(r.Incident.Unreviewed()), yes(r.Incident.Operation != "")
	for i, cite := range r.citations(3) {
		c[fmt.Sprintf("scite%d", i+1)] = cite
	}
	return row{ID: c["eventid"], Notes: map[string]string{"incident": r.id()}}, g.put(c)
}

func gtdDate(r *Record, c cells) {
	d := r.Incident.Date.Date
	c["iyear"], c["imonth"], c["iday"] = string(d.Earliest[:4]), "0", "0"
	if d.Earliest[:7] == d.Latest[:7] {
		c["imonth"] = strings.TrimLeft(string(d.Earliest[5:7]), "0")
		if d.Earliest == d.Latest {
			c["iday"] = strings.TrimLeft(string(d.Earliest[8:]), "0")
		}
	}
	if c["iday"] == "0" {
		c["approxdate"] = d.EDTF
	}
	c["extended"] = yes(d.Lasting || r.Incident.Facets.Act == dateline.HostageSiege && d.Precision == dateline.D2)
}

// eventID is the date and four digits out of the public id. Two incidents of
// one day whose digits are the same move on to the next free ones.
func (g gtd) eventID(r *Record, c cells) string {
	month, _ := strconv.Atoi(c["imonth"])
	day, _ := strconv.Atoi(c["iday"])
	for n := serial(r.Incident.Public) % 10000; ; n = (n + 1) % 10000 {
		id := fmt.Sprintf("%s%02d%02d%04d", c["iyear"], month, day, n)
		if !g.taken[id] {
			g.taken[id] = true
			return id
		}
	}
}

func gtdPlace(r *Record, c cells) {
	p, in := r.place(), r.country()
	c["country_txt"], c["region_txt"], c["region"] = in.Name, in.GTD, gtdCode("region", byWords(in.GTD)).code
	c["provstate"], c["city"], c["location"] = p.Admin1, p.City, located(p)
	if p.City == "" {
		c["city"] = "Unknown"
	}
	c["latitude"], c["longitude"] = degrees(p.Lat), degrees(p.Lon)
	c["specificity"], c["vicinity"] = placeCodes[p.Precision].gtd, yes(p.Precision == dateline.P2)
}

// gtdRank is GTD's hierarchy of attack types, which is not the order of their
// codes.
var gtdRank = []string{"1", "4", "6", "5", "3", "2", "8", "7", "9"}

func gtdAttack(r *Record, c cells) {
	f, k := r.Incident.Facets, r.kind()
	types := slices.Clone(k.gtd)
	if f.Aim == dateline.AimPerson && f.Act == dateline.Attack {
		types = append(types, "1")
	}
	slices.SortFunc(types, func(a, b string) int { return slices.Index(gtdRank, a) - slices.Index(gtdRank, b) })
	for i, t := range slices.Compact(types) {
		c[fmt.Sprintf("attacktype%d", i+1)], c[fmt.Sprintf("attacktype%d_txt", i+1)] = t, gtdCode("attack", byCode(t)).words
	}
	c["success"], c["suicide"] = yes(!f.Flag(dateline.FlagAttempted) && !f.Flag(dateline.FlagFoiled)), yes(f.Has(dateline.SuicideBody, dateline.SuicideVehicle) || f.Flag(dateline.FlagSuicide))
	var weapons []code
	for _, m := range f.Means {
		if w := gtdCode("weapon", byValue(string(m))); !slices.ContainsFunc(weapons, func(o code) bool { return o.code == w.code }) {
			weapons = append(weapons, w)
		}
	}
	if len(weapons) == 0 {
		weapons = []code{gtdCode("weapon", byValue("unknown"))}
	}
	for i, w := range weapons[:min(len(weapons), 4)] {
		c[fmt.Sprintf("weaptype%d", i+1)], c[fmt.Sprintf("weaptype%d_txt", i+1)] = w.code, w.words
	}
}

func gtdTarget(r *Record, c cells) {
	for i, t := range r.Incident.Targets[:min(len(r.Incident.Targets), 3)] {
		n := strconv.Itoa(i + 1)
		kind := gtdCode("target", byValue(string(t.Category)))
		c["targtype"+n], c["targtype"+n+"_txt"], c["target"+n] = kind.code, kind.words, targetWords(t.Target)
		if len(t.Nationality) > 0 {
			c["natlty"+n+"_txt"] = countryOf(t.Nationality[0]).Name
		}
	}
}

// gtdGroup names the group and says whether it claimed the attack. Competing
// claims are claims of two groups.
func gtdGroup(r *Record, c cells) {
	c["gname"], c["guncertain1"], c["individual"] = "Unknown", "0", "0"
	if a := r.actor(dateline.RolePerpetrator); a != nil && a.Actor != "" {
		c["gname"] = r.xref(a.ActorRef, "gtd_gname")
		c["guncertain1"] = yes(a.Certainty == dateline.CertainSuspected || a.Certainty == dateline.CertainAttributed || a.Certainty == dateline.CertainDisputed)
		c["individual"] = yes(a.Kind == dateline.ActorIndividual)
	}
	claimants := map[string]bool{}
	for _, s := range r.Incident.Responsibility {
		if s.Stance == dateline.StanceClaimed {
			claimants[s.Actor.Name] = true
		}
	}
	c["claimed"] = yes(len(claimants) > 0)
	if len(claimants) > 0 {
		c["compclaim"] = yes(len(claimants) > 1)
	}
}

func gtdPeople(r *Record, c cells) {
	c["nkill"], c["nkillter"] = num(r.number(dateline.Killed, dateline.PopAll)), num(r.number(dateline.Killed, dateline.PopPerpetrators))
	c["nwound"], c["nwoundte"] = num(r.number(dateline.Wounded, dateline.PopAll)), num(r.number(dateline.Wounded, dateline.PopPerpetrators))
	c["property"] = "-9"
	if slices.ContainsFunc(r.Incident.Texts, func(t dateline.FactText) bool { return t.Attribute == dateline.AttrDamage }) {
		c["property"] = "1"
	}
	act := r.Incident.Facets.Act
	c["ishostkid"] = yes(act == dateline.Abduction || act == dateline.HostageSiege || act == dateline.Hijacking)
	if c["ishostkid"] == "1" {
		c["nhostkid"] = "-99"
		if n := r.number(dateline.Abducted, dateline.PopAll); n != nil {
			c["nhostkid"] = num(n)
		}
		if r.stated(dateline.Killed) {
			killed := gtdCode("outcome", byValue("killed"))
			c["hostkidoutcome"], c["hostkidoutcome_txt"] = killed.code, killed.words
		}
	}
	c["addnotes"] = strings.TrimSpace(r.disagreement() + " " + r.implied())
}

// disagreement says that numbers conflict and which rule chose, as GTD's rows
// do.
func (r *Record) disagreement() string {
	f := r.Incident.Figure(dateline.Killed, dateline.PopAll)
	if f == nil || len(f.Anchors) < 2 {
		return ""
	}
	var said []string
	for _, n := range f.Anchors {
		said = append(said, strconv.Itoa(n))
	}
	return "Reports give " + strings.Join(said, ", ") + " killed; the number was chosen by rule " + f.Rule + "."
}

// citations name up to n reports: outlet, headline, date.
func (r *Record) citations(n int) []string {
	var out []string
	for _, report := range r.InOrder() {
		if len(out) == n {
			break
		}
		title := report.Title
		if title != "" {
			title = "\"" + title + "\""
		}
		if cite := strings.Join(nonEmpty(title, r.Outlet(report.ID), report.Published.EDTF), ", "); cite != "" {
			out = append(out, cite)
		}
	}
	return out
}
