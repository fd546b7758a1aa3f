package main

import (
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// dateWords is a date for people: EDTF with the word of its precision where
// that is not plain.
func dateWords(d dateline.Date) string {
	switch {
	case !d.Known():
		return "not known"
	case d.EDTF == "":
		return string(d.Earliest) + "/" + string(d.Latest)
	case d.LocalTime != nil:
		about := ""
		if d.LocalTime.Approximate {
			about = "about "
		}
		return d.EDTF + ", " + about + d.LocalTime.HHMM + " local"
	}
	return d.EDTF
}

// precisionWords never shows a code bare (experience §2.1).
var precisionWords = map[dateline.DatePrecision]string{
	dateline.D0: "day and time of day known", dateline.D1: "day known", dateline.D2: "within 5 days", dateline.D3: "week known",
	dateline.D4: "month known", dateline.D5: "year known", dateline.D6: "longer than a year", dateline.D9: "date not known",
}

var placePrecisionWords = map[dateline.PlacePrecision]string{
	dateline.P0: "site", dateline.P1: "settlement", dateline.P2: "near a settlement", dateline.P3: "district", dateline.P4: "province",
	dateline.P5: "region", dateline.P6: "country", dateline.P7: "sea or air", dateline.P9: "unknown",
}

func placeWords(p *dateline.PlaceRef) string {
	if p == nil {
		return "not reported"
	}
	name := p.Name
	if name == "" {
		name = p.Text
	}
	if len(p.Candidates) > 0 && p.Place == "" {
		return name + " (not resolved)"
	}
	if p.Precision == dateline.P0 && p.City != "" && !strings.Contains(name, p.City) {
		name += ", " + p.City
	}
	if p.Country != "" && name != p.Country {
		name += ", " + p.Country
	}
	return name
}

// figureWords writes best with its range; never a bare best (ETH-8).
func figureWords(i *dateline.Incident, m dateline.Measure) string {
	f := i.Figure(m, dateline.PopAll)
	if f == nil {
		if i.Support[dateline.Attribute(m)] == "" || i.Support[dateline.Attribute(m)] == dateline.NotReported {
			return "not reported"
		}
		return "number not known"
	}
	return numberWords(*f)
}

func numberWords(f dateline.Figure) string {
	if f.Best == nil && f.Low == nil {
		return "number not known"
	}
	var b strings.Builder
	switch {
	case f.Best == nil:
		b.WriteString(strconv.Itoa(*f.Low) + " or more")
		return b.String() + figureNotes(f)
	case *f.Best == 0 && f.Status == dateline.FigureImplied:
		return "inferred: none"
	case *f.Best == 0 && (f.High == nil || *f.High == 0):
		return "reported as none"
	}
	b.WriteString(strconv.Itoa(*f.Best))
	low, high := *f.Best, *f.Best
	if f.Low != nil {
		low = *f.Low
	}
	if f.High != nil {
		high = *f.High
	}
	switch {
	case low != high:
		b.WriteString(" (" + interval(low, high))
		if f.HighOpen {
			b.WriteString(" or more")
		}
		b.WriteString(")")
	case f.HighOpen:
		b.WriteString(" or more")
	}
	return b.String() + figureNotes(f)
}

func figureNotes(f dateline.Figure) string {
	notes := ""
	if f.Approximate {
		notes += ", about"
	}
	if f.InterestedOnly {
		notes += ", said only by a party to the incident"
	}
	return notes
}

func originWords(i dateline.Independence) string {
	s := interval(i.OriginsMin, i.OriginsMax)
	if i.Interested > 0 {
		s += "+" + strconv.Itoa(i.Interested)
	}
	return s
}

func supportWords(s dateline.Support, i dateline.Independence) string {
	switch s {
	case dateline.Contested:
		return "▲ contested"
	case dateline.Agreed:
		return "agreed"
	case dateline.SingleOrigin:
		if i.OriginsMax == 1 {
			return "1 origin"
		}
		return interval(i.OriginsMin, i.OriginsMax) + " origins"
	case dateline.NoBasis:
		return "no basis stated"
	case dateline.InferredOnly:
		return "inferred"
	case dateline.Decided:
		return "✓ decided"
	}
	return "– not reported"
}

// statusWords says unreviewed wherever a record is (ETH-14).
func statusWords(i *dateline.Incident) string {
	if i.Unreviewed() {
		return "unreviewed"
	}
	return string(i.Status)
}

// counts is the counts line of one incident (experience §2.4).
func counts(i dateline.Independence) string {
	parts := []string{plural(i.Reports, "report")}
	outlets := plural(i.Outlets, "outlet")
	if i.OutletsUnknown > 0 {
		outlets += " + " + strconv.Itoa(i.OutletsUnknown) + " not known"
	}
	origins := interval(i.OriginsMin, i.OriginsMax) + " independent origins"
	if i.OriginsMax == 1 {
		origins = "1 independent origin"
	}
	if i.Interested > 0 {
		origins += " + " + strconv.Itoa(i.Interested) + " interested"
	}
	parts = append(parts, outlets, origins)
	if i.UnknownSecondary > 0 {
		parts = append(parts, strconv.Itoa(i.UnknownSecondary)+" without a stated basis")
	}
	return strings.Join(parts, " · ")
}

// factNames are the row labels on screen (experience §2.1).
var factNames = map[dateline.Attribute]string{
	dateline.AttrDate: "When", dateline.AttrPlace: "Where", dateline.AttrAct: "What", dateline.AttrMeans: "Weapon",
	dateline.AttrPerpetrator: "Who attacked", dateline.AttrAttackerName: "Attacker's name", dateline.AttrTarget: "Who was attacked",
	dateline.AttrKilled: "Killed", dateline.AttrWounded: "Injured", dateline.AttrKilledOrWounded: "Killed or injured",
	dateline.AttrAbducted: "Abducted", dateline.AttrMissing: "Missing", dateline.AttrArrested: "Arrested", dateline.AttrDisplaced: "Displaced",
	dateline.AttrDamage: "Damage", dateline.AttrMotive: "Motive", dateline.AttrSequence: "Order", dateline.AttrSuperlative: "“first”, “deadliest”",
	dateline.AttrResponsibility: "Claimed, denied, named by", dateline.AttrVictimIdentity: "People named", dateline.AttrOccurred: "Happened",
}

// populationWords says who is counted.
func populationWords(p dateline.Population) string {
	switch p {
	case dateline.PopAll:
		return "all"
	case dateline.PopVictims:
		return "without the attackers"
	case dateline.PopPerpetrators:
		return "attackers"
	case dateline.PopCombatants:
		return "fighters"
	case dateline.PopStateForces:
		return "security forces"
	case dateline.PopUnknown:
		return "who is counted: not stated"
	}
	s := strings.TrimPrefix(string(p), dateline.PrefixNamedGroup)
	return strings.TrimPrefix(s, dateline.PrefixNationality)
}
