package extract

import (
	"slices"

	"github.com/opendateline/dateline"
)

// completeFromNext dates an account without a date by the sentence after it, if
// that one goes on telling of it: it stands in the same paragraph, opens no
// account and names a day ("The assault was something else. On 10 May about a
// hundred men entered the town"). The date is inferred.
func (p *pass) completeFromNext(a *account) {
	next := a.sentences[0] + 1
	if len(a.times) > 0 || next >= len(p.trees) || p.trees[next].Paragraph != p.trees[next-1].Paragraph && p.trees[next].Paragraph != p.trees[next-1].Paragraph+1 {
		return
	}
	for _, b := range p.accounts {
		if b != a && slices.Contains(b.sentences, next) {
			return
		}
	}
	for _, x := range p.times[next] {
		if k := tokenAt(p.trees[next], x.Start); saysWhen(x) && !x.Background && !x.Reported && x.Date.Precision <= dateline.D1 && k >= p.trees[next].Filing && !reports(p.trees[next], k) && !entryTime(p.trees[next], k) {
			a.times, a.inferredTime = append(a.times, x), true
			return
		}
	}
}

// ledeSentences is how far the lede of a report reaches here.
const ledeSentences = 5

// completeFromLede gives the main account of a report, if it is told from the
// top and no other stands before it, the first day of the lede that nothing
// else claims: "It happened on Sunday in the 300 block of …". It is inferred,
// not said of the incident itself.
func (p *pass) completeFromLede(a *account) {
	if a.sentences[0] >= ledeSentences || p.accounts[0] != a {
		return
	}
	if len(a.times) == 0 && !a.listed {
		if x := p.firstTime(a); x != nil {
			a.times, a.inferredTime = append(a.times, *x), true
		}
	}
}

// firstTime is the first expression of the lede that names a day and is neither that of
// a court nor that of a ceremony.
func (p *pass) firstTime(a *account) *Time {
	for s := 0; s < min(ledeSentences, len(p.times)); s++ {
		for i := range p.times[s] {
			x := &p.times[s][i]
			if saysWhen(*x) && !x.Background && x.Date.Precision <= dateline.D1 && !p.ofCourt(x) && !p.datesReaction(p.trees[s], tokenAt(p.trees[s], x.Start), a) && !p.toldBefore(a, *x) {
				return x
			}
		}
	}
	return nil
}

// toldBefore: a statement of an earlier day or month tells of the account ("reported in
// APRIL that …"), so that it lies before that (DAT-10).
func (p *pass) toldBefore(a *account, day Time) bool {
	return slices.ContainsFunc(a.sentences, func(s int) bool {
		return slices.ContainsFunc(p.times[s], func(x Time) bool {
			k := tokenAt(p.trees[s], x.Start)
			return k >= 0 && (x.Reported || reports(p.trees[s], k)) && x.Date.Latest.Known() && x.Date.Latest < day.Date.Earliest
		})
	})
}

// ofCourt: the time is that of what came after, "on Tuesday SENTENCED two men".
func (p *pass) ofCourt(x *Time) bool {
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.Start)
	return k >= 0 && p.followsUp(t, t.clause(k))
}

// firstPlace is the first settlement of the lede, if it can lie in the country
// and province that the account already has.
func (p *pass) firstPlace(a *account) *Place {
	best := bestPlace(a)
	for s := 0; s < min(ledeSentences, len(p.places)); s++ {
		for _, x := range p.places[s] {
			if x.Ref.City == "" || x.Class == "demonym" || best != nil && (!mayHold(best.Ref, x.Ref) || p.toldFrom(x, p.accounts)) || x.Filing && p.filedFromAbroad(a, x) {
				continue
			}
			return &x
		}
	}
	return nil
}
