package gist

import (
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract"
)

// Lengths of the EDTF of a year, a month and a day.
const (
	yearLen  = len("2006")
	monthLen = len("2006-01")
	dayLen   = len("2006-01-02")
)

// Year asks for the year of the main happening.
func (s *Survey) Year(string) Question { return s.when("year", yearLen, "") }

// Month asks for the month in a year; the year itself stands for no month.
func (s *Survey) Month(year string) Question { return s.when("month", monthLen, year) }

// Day asks for the day in a month; the month itself stands for no day.
func (s *Survey) Day(month string) Question { return s.when("day", dayLen, month) }

// when lists the dates of a report cut to a length, those within the date
// given, and the publication date.
func (s *Survey) when(table string, length int, within string) Question {
	list := candidates{}
	for _, x := range s.ann.Times {
		value := cut(x.Date, length)
		if value == "" || !strings.HasPrefix(value, within) {
			continue
		}
		at := s.runes.Span(x.Start, x.End)
		c := list.of(value, x.Sentence)
		c.total++
		s.seeTime(c, x, at)
	}
	published := s.doc.Report.Published.EDTF
	if len(published) >= length && strings.HasPrefix(published, within) {
		c := list.of(published[:length], len(s.doc.Sentences))
		c.seen.add("publication", dateline.Span{})
		c.seen["publication"].nowhere = true
	}
	if m := s.main; m != nil && m.Date != nil {
		if c := list[cut(*m.Date, length)]; c != nil {
			c.seen.add("date of the main account", s.runes.Span(0, 0))
			c.seen["date of the main account"].nowhere = true
		}
	}
	s.seeAge(list, length)
	q := Question{Name: table, Options: list.options(table)}
	if within != "" {
		q.Options = append(q.Options, Option{Value: within})
	}
	for i := range q.Options {
		if q.Options[i].Table != "" {
			q.Options[i].Features = append(q.Options[i].Features, Feature{Name: "always", Value: 1})
		}
	}
	return q
}

// cut is the EDTF of a date to the length, "" if it is coarser or set-valued.
func cut(d dateline.Date, length int) string {
	if len(d.EDTF) < length || strings.ContainsAny(d.EDTF, "X[") {
		return ""
	}
	if strings.Contains(d.EDTF, "/") && (!d.Earliest.Known() || !d.Latest.Known() || d.Earliest[:length] != d.Latest[:length]) {
		return ""
	}
	value := d.EDTF[:length]
	if strings.ContainsAny(value, "~?%/") || length == monthLen && value[yearLen] != '-' || length == dayLen && value[monthLen] != '-' {
		return ""
	}
	if length == monthLen && value[5:] > "12" {
		return "" // a season
	}
	return value
}

func (s *Survey) seeTime(c *candidate, x extract.Time, at dateline.Span) {
	s.seeIn(c, "precision "+string(x.Date.Precision), x.Sentence, at)
	c.seen.add("basis "+string(x.Date.Basis), at)
	switch {
	case x.Background:
		c.seen.add("dates what went before", at)
	case x.Reported:
		c.seen.add("dates a report", at)
	}
	if class := s.violent[x.Sentence]; class != "" {
		c.seen.add("beside "+class, at)
	}
	s.seeInTitle(c, x.Text, at)
}

// seeAge notes how old each candidate is when the report appears.
func (s *Survey) seeAge(list candidates, length int) {
	published := s.doc.Report.Published.EDTF
	if len(published) < length {
		return
	}
	for value, c := range list {
		note := func(name string) { c.seen[name] = &seen{n: 1, nowhere: true} }
		if value > published[:length] {
			note("after publication")
			continue
		}
		if length != yearLen {
			continue
		}
		switch age := number(published[:yearLen]) - number(value[:yearLen]); {
		case age == 0:
			note("year of publication")
		case age <= 1:
			note("a year before")
		case age <= 5:
			note("up to five years before")
		case age <= 15:
			note("up to fifteen years before")
		default:
			note("long before")
		}
	}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0 // not a year: no age
	}
	return n
}
