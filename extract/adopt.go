package extract

import (
	"slices"

	"github.com/opendateline/dateline"
)

// adopt finds a home for accounts without an anchor of their own. A report that
// tells of one incident tells of it throughout: what else it tells loosely
// ("the victim died at the scene") belongs to that. A report with no anchored
// account at all tells of one incident if its lede says when or where, or if
// nothing of it is left but its headline.
func (p *pass) adopt(joined, loose []*account) []*account {
	main, several := only(joined)
	if main == nil && !several && (p.firstTime(&account{}) != nil || p.firstPlace(&account{}) != nil || p.headlineAlone(loose)) {
		if main = p.foremost(loose); main != nil && (anybody(loose) || plain(main)) {
			joined = append(joined, main)
		} else {
			main = nil
		}
	}
	if first := p.opening(joined, loose); first != nil {
		main, several = first, false
		joined = slices.Insert(joined, 0, first)
	}
	for _, a := range loose {
		if near := p.paragraphMate(joined, a); main == nil && near != nil {
			near.merge(a)
			continue
		}
		switch {
		case a == main:
		case main != nil && !several && a.kind == dateline.KindIncident && a.temporal == dateline.Past && !a.negated && p.belongs(main, a):
			main.merge(a)
		default:
			p.leaveOut(p.triggerSpan(a.triggers[0]), "no date, place, target or number of its own, and nothing earlier that it can refer to")
		}
	}
	return joined
}

// wordOfViolence is what one word weighs.
const wordOfViolence = 2

// headlineAlone: the report is a headline of a known day, as in a list of news or
// where the page under it was not kept, and says that somebody was hurt or speaks
// of violence in more than one word.
func (p *pass) headlineAlone(loose []*account) bool {
	more := slices.ContainsFunc(p.doc.Sentences, func(s dateline.Sentence) bool { return s.Role != dateline.RoleHeadline })
	dated := p.doc.Report.Published.Basis != dateline.PublishedUnknown
	return !more && dated && (anybody(loose) || p.scene.OfViolence() > wordOfViolence)
}

// paragraphMate is the one incident told in the paragraph of a loose account that
// can be the same, nil if there is none or more: a list of incidents tells of each
// in a paragraph of its own.
func (p *pass) paragraphMate(joined []*account, a *account) *account {
	if a.kind != dateline.KindIncident || a.temporal != dateline.Past || a.negated || a.apart {
		return nil
	}
	here := p.trees[a.sentences[0]].Paragraph
	var mate *account
	for _, b := range joined {
		if b.kind != dateline.KindIncident || !slices.ContainsFunc(b.sentences, func(s int) bool { return p.trees[s].Paragraph == here }) {
			continue
		}
		if mate != nil {
			return nil
		}
		mate = b
	}
	if mate == nil || !p.belongs(mate, a) {
		return nil
	}
	return mate
}

// opening is the loose account that a report opens with, if all that is told of
// otherwise is said to be something else ("in an unrelated incident").
func (p *pass) opening(joined, loose []*account) *account {
	first := p.foremost(loose)
	dated := slices.ContainsFunc(loose, func(a *account) bool { return a.sentences[0] <= 1 && hasDay(a) })
	if first == nil || first.sentences[0] > 1 || !dated || len(joined) == 0 {
		return nil
	}
	if slices.ContainsFunc(joined, func(b *account) bool { return b.kind == dateline.KindIncident && !b.apart }) {
		return nil
	}
	return first
}

// only is the single incident of a list; several says that there are more.
func only(list []*account) (main *account, several bool) {
	for _, a := range list {
		if a.kind == dateline.KindIncident {
			if main != nil {
				return nil, true
			}
			main = a
		}
	}
	return main, false
}

// anybody: somebody is hurt in one of the accounts.
func anybody(list []*account) bool {
	for _, a := range list {
		if len(a.harms) > 0 {
			return true
		}
	}
	return false
}

// foremost is the loose account that a report opens with: one that names an act
// of violence before one that only tells what came of it.
func (p *pass) foremost(loose []*account) *account {
	var best *account
	for _, a := range loose {
		if a.kind != dateline.KindIncident || a.negated || a.temporal != dateline.Past || a.bare && len(a.harms) == 0 || a.sentences[0] >= 2*ledeSentences {
			continue
		}
		if best == nil || !violent(best) && violent(a) {
			best = a
		}
	}
	if best == nil || !violent(best) {
		return nil // a death alone is no incident
	}
	return best
}

// violent: the account names an act of violence or what it was done with.
func violent(a *account) bool { return hasEvent(a) || len(a.facets.Means) > 0 }

func (p *pass) belongs(main, a *account) bool {
	return !countedFromOther(a, main) && !p.otherItem(a, main) && !p.datesConflict(a, main) && !placesConflict(a, main) && !actsConflict(a.facets, main.facets)
}
