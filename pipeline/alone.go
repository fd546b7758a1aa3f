package pipeline

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/link/origin"
	"github.com/opendateline/dateline/reconcile"
)

// Alone reconciles what one report by itself says about its main incident;
// false if it tells of none. No store is needed.
func (m *Matcher) Alone(a *Account) (dateline.Incident, bool) {
	main := mainMention(a.Reading.Mentions)
	if main == nil {
		return dateline.Incident{}, false
	}
	return m.only(a, main), true
}

// Each reconciles what one report by itself says about each of its incidents,
// in text order. What is no place and time of its own is left to the whole: one
// of several blasts at one place, and a place that is only named in the list of
// an operation's.
func (m *Matcher) Each(a *Account) []dateline.Incident {
	var list []dateline.Incident
	for i := range a.Reading.Mentions {
		mention := &a.Reading.Mentions[i]
		if !link.Clusterable(mention) || mention.Ordinal > 0 {
			continue
		}
		incident := m.only(a, mention)
		if mention.PartOf == "" || len(incident.Figures)+len(incident.Targets) > 0 {
			list = append(list, incident)
		}
	}
	return list
}

// only makes the incident of one mention.
func (m *Matcher) only(a *Account, main *dateline.Mention) dateline.Incident {
	in := reconcile.Input{Mentions: []dateline.Mention{*main}, Origins: map[dateline.ID]dateline.Origin{},
		Reports: map[dateline.ID]*dateline.Report{a.Report.ID: a.Report}}
	for _, c := range a.Reading.Claims {
		if c.MentionID != main.ID {
			continue
		}
		o := origin.Trace(&c, origin.Context{Report: a.Report, Credits: a.Report.AgencyCredit, Incident: main.ID}, m.Origins)
		c.Origin = o.ID
		in.Origins[o.ID] = o
		in.Claims = append(in.Claims, c)
	}
	incident, _ := m.Reconcile.Incident(in)
	return incident
}

// Main is the account that a report mainly tells, nil if it tells of none.
func Main(a *Account) *dateline.Mention { return mainMention(a.Reading.Mentions) }

func mainMention(list []dateline.Mention) *dateline.Mention {
	var first *dateline.Mention
	for i := range list {
		m := &list[i]
		if !link.Clusterable(m) {
			continue
		}
		if m.Salience == dateline.Main {
			return m
		}
		if first == nil {
			first = m
		}
	}
	return first
}
