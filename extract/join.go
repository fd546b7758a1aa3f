package extract

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// join makes one account of all accounts of the report that speak of the same
// happening. Accounts are taken in text order; each goes to the earlier account
// with the most evidence, or stands alone.
func (p *pass) join() {
	var joined, loose []*account
	for _, a := range p.accounts {
		p.settleKind(a)
		p.settleDenial(a)
		if a.kind == dateline.KindDenial && p.deniesTold(joined, a) {
			continue
		}
		best := p.antecedent(joined, a)
		switch {
		case best != nil:
			best.merge(a)
		case p.anchored(a) || a.kind != dateline.KindIncident && !a.bare:
			joined = append(joined, a)
		default:
			loose = append(loose, a)
		}
	}
	p.accounts = p.adopt(joined, loose)
	p.setSalience()
	for _, a := range p.accounts {
		if a.salience == dateline.Main {
			p.completeFromLede(a)
		}
		p.settlePeople(a)
		if a.kind == dateline.KindIncident {
			p.completeFromNext(a)
		}
	}
}

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
// top and no other stands before it, the first place and the first day of the lede that nothing else claims:
// "It happened on Sunday in the 300 block of …". They are inferred, not said of
// the incident itself.
func (p *pass) completeFromLede(a *account) {
	if a.sentences[0] >= ledeSentences || p.accounts[0] != a {
		return
	}
	if len(a.times) == 0 {
		if x := p.firstTime(); x != nil {
			a.times, a.inferredTime = append(a.times, *x), true
		}
	}
	if best := bestPlace(a); best == nil || best.Ref.Precision > dateline.P3 {
		if x := p.firstPlace(a); x != nil {
			x.Ref.Inferred, x.Ref.Role = true, dateline.PlaceSite
			a.places = append(a.places, placed{*x, dateline.PlaceSite})
		}
	}
}

// firstTime is the first expression of the lede that names a day.
func (p *pass) firstTime() *Time {
	for s := 0; s < min(ledeSentences, len(p.times)); s++ {
		for i := range p.times[s] {
			x := &p.times[s][i]
			if saysWhen(*x) && !x.Background && x.Date.Precision <= dateline.D1 {
				return x
			}
		}
	}
	return nil
}

// firstPlace is the first settlement of the lede, if it can lie in the country
// and province that the account already has.
func (p *pass) firstPlace(a *account) *Place {
	best := bestPlace(a)
	for s := 0; s < min(ledeSentences, len(p.places)); s++ {
		for _, x := range p.places[s] {
			if x.Ref.City == "" || x.Class == "demonym" || best != nil && best.Ref.Country != "" && best.Ref.Country != x.Ref.Country {
				continue
			}
			return &x
		}
	}
	return nil
}

// settleKind: a plural noun that nothing ties down speaks of violence in
// general (LNK-9).
//
// So does a count of killings over a year or more with no act named (CAS-9).
func (p *pass) settleKind(a *account) {
	if a.kind == dateline.KindIncident && (p.periodTotal(a) || p.sinceTotal(a)) {
		a.kind, a.temporal = dateline.KindAggregate, dateline.Past
		return
	}
	if a.kind != dateline.KindIncident || !a.plural || a.subCount > 0 || a.number != nil {
		return
	}
	tr := a.triggers[0]
	if definite(p.trees[tr.sentence], tr.head) || p.particular(a) || hasDay(a) {
		return
	}
	a.kind, a.temporal = dateline.KindAggregate, dateline.Ongoing
}

// sinceTotal: "since January 60 people have been killed".
func (p *pass) sinceTotal(a *account) bool {
	if hasEvent(a) || len(a.harms) == 0 || len(a.people()) > 0 {
		return false
	}
	for _, s := range a.sentences {
		for _, x := range p.times[s] {
			if k := tokenAt(p.trees[s], x.Start); k > 0 && p.trees[s].lemmaAt(k-1) == "since" {
				return true
			}
		}
	}
	return false
}

// periodTotal: "last year police killed eight of the group's commanders".
func (p *pass) periodTotal(a *account) bool {
	d := bestDate(a)
	if d == nil || d.Precision < dateline.D5 || len(a.harms) == 0 || hasEvent(a) || len(a.people()) > 0 {
		return false
	}
	place := bestPlace(a)
	return place == nil || place.Ref.Precision >= dateline.P4
}

func hasEvent(a *account) bool {
	for _, tr := range a.triggers {
		if tr.Role == lexicon.Event || tr.Role == lexicon.Perpetrator {
			return true
		}
	}
	return false
}

func hasDay(a *account) bool {
	for _, x := range a.times {
		if x.Date.Precision == dateline.D0 || x.Date.Precision == dateline.D1 {
			return true
		}
	}
	return false
}

func (p *pass) particular(a *account) bool {
	for _, arg := range a.targets {
		if arg.target != nil && p.canBeTold(arg) {
			return true
		}
	}
	return false
}

// anchored says whether an account can stand alone: it has a date, a place, a
// target that can be told from others, or people hurt.
func (p *pass) anchored(a *account) bool {
	if a.bare && len(a.harms) == 0 {
		return false
	}
	if len(a.harms) > 0 && !a.bare || p.particular(a) {
		return true
	}
	if len(a.times) > 0 && (len(a.places) > 0 || len(a.perps) > 0 || len(a.targets) > 0) {
		return true
	}
	return len(a.places) > 0 && (len(a.perps) > 0 || len(a.targets) > 0 || fineEnough(a.places[0].Ref.Precision))
}

func fineEnough(precision dateline.PlacePrecision) bool {
	return precision != "" && precision <= dateline.P3
}

// antecedent is the earlier account that a belongs to, or nil.
func (p *pass) antecedent(joined []*account, a *account) *account {
	var best *account
	most := 0.0
	for i, b := range joined {
		if b.kind != a.kind || p.conflict(a, b) {
			continue
		}
		score := p.evidence(a, b, i == 0)
		if a.bare && onlyOne(joined, b) {
			score++
		}
		if best == nil || score >= most {
			best, most = b, score
		}
	}
	if best == nil || most < joinAt {
		return nil
	}
	return best
}

// onlyOne says that b is the only incident told so far; a word without anchor
// can then speak of nothing else.
func onlyOne(joined []*account, b *account) bool {
	for _, x := range joined {
		if x != b && x.kind == dateline.KindIncident {
			return false
		}
	}
	return b.kind == dateline.KindIncident
}

// joinAt is the evidence that two accounts of one report need to be one.
const joinAt = 2.5

// conflict says that two accounts cannot be one happening.
func (p *pass) conflict(a, b *account) bool {
	if a.apart || a.sentences[0] == b.sentences[len(b.sentences)-1] && !a.bare {
		return true // told apart by the text
	}
	return datesConflict(a, b) || placesConflict(a, b) || targetsConflict(a, b) || actsConflict(a.facets, b.facets)
}

func datesConflict(a, b *account) bool {
	da, db := bestDate(a), bestDate(b)
	return da != nil && db != nil && !datesMeet(*da, *db)
}

// datesMeet: the two can be the same day. Dates without a year meet only in
// the month they name.
func datesMeet(a, b dateline.Date) bool {
	if len(a.EDTF) == 10 && len(b.EDTF) == 10 && a.EDTF[:8] == b.EDTF[:8] && strings.HasPrefix(a.EDTF, "XXXX-") {
		x, errX := strconv.Atoi(a.EDTF[8:])
		y, errY := strconv.Atoi(b.EDTF[8:])
		return errX != nil || errY != nil || max(x-y, y-x) <= 1
	}
	ma, mb := monthOf(a), monthOf(b)
	if ma != "" && mb != "" && ma != mb && !a.Overlaps(b, 1) {
		return false
	}
	if ma != "" && mb != "" && ma != mb && (strings.HasPrefix(a.EDTF, "XXXX") || strings.HasPrefix(b.EDTF, "XXXX")) {
		return false
	}
	return a.Overlaps(b, 1)
}

// monthOf is the month that an EDTF date lies in, "" if it names none.
func monthOf(d dateline.Date) string {
	if len(d.EDTF) < 7 || d.EDTF[4] != '-' || strings.ContainsAny(d.EDTF, "/[") {
		return ""
	}
	return d.EDTF[5:7]
}

// bestDate is the finest known date of an account.
func bestDate(a *account) *dateline.Date {
	var best *dateline.Date
	for i := range a.times {
		d := &a.times[i].Date
		if !d.Known() || d.Precision == dateline.D9 {
			continue
		}
		if best == nil || d.Precision < best.Precision {
			best = d
		}
	}
	return best
}

func placesConflict(a, b *account) bool {
	pa, pb := bestPlace(a), bestPlace(b)
	if pa == nil || pb == nil {
		return false
	}
	x, y := pa.Ref, pb.Ref
	switch {
	case x.Country != "" && y.Country != "" && x.Country != y.Country:
		return true
	case x.City != "" && y.City != "":
		return x.City != y.City
	case x.Admin1 != "" && y.Admin1 != "":
		return x.Admin1 != y.Admin1
	}
	return false
}

// bestPlace is the finest place of an account that is no starting point.
func bestPlace(a *account) *placed {
	var best *placed
	for i := range a.places {
		x := &a.places[i]
		if x.role != dateline.PlaceSite || x.Ref.Precision == "" || x.Ref.Precision == dateline.P9 {
			continue
		}
		if best == nil || x.Ref.Precision < best.Ref.Precision {
			best = x
		}
	}
	return best
}

func targetsConflict(a, b *account) bool {
	ta, tb := particularTarget(a), particularTarget(b)
	if ta == nil || tb == nil {
		return false
	}
	if len(ta.Nationality) > 0 && len(tb.Nationality) > 0 && !overlap(ta.Nationality, tb.Nationality) {
		return true
	}
	if ta.Person != tb.Person {
		return false
	}
	if ta.Name != "" && tb.Name != "" {
		return !sameName(ta.Name, tb.Name) && ta.Category == tb.Category
	}
	return ta.Unique && tb.Unique && ta.Category != tb.Category
}

func particularTarget(a *account) *dateline.Target {
	for _, arg := range a.targets {
		if arg.target != nil && (arg.target.Unique || arg.target.Name != "" || len(arg.target.Nationality) > 0) {
			return arg.target
		}
	}
	return nil
}

func overlap(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// actsConflict: kinds of violence that one happening cannot be at once.
func actsConflict(a, b dateline.Facets) bool {
	if exclusive(a.Act, b.Act) {
		return true
	}
	seized := func(f dateline.Facets) bool {
		return f.Act == dateline.Abduction || f.Act == dateline.Hijacking || f.Act == dateline.HostageSiege
	}
	blown := func(f dateline.Facets) bool {
		return explosive(f) || f.Has(dateline.ExplosiveUnspecific, dateline.AirCrewed, dateline.AirDrone, dateline.AirUnspecified, dateline.IndirectFire)
	}
	return seized(a) && blown(b) || seized(b) && blown(a) || blown(a) && onlyHands(b) || blown(b) && onlyHands(a)
}

func onlyHands(f dateline.Facets) bool {
	return len(f.Means) > 0 && f.Means[0] == dateline.EdgedBlunt
}

// evidence adds up what speaks for two accounts being one.
func (p *pass) evidence(a, b *account, first bool) float64 {
	score := 0.0
	if da, db := bestDate(a), bestDate(b); da != nil && db != nil {
		score += 0.5
		if da.EDTF == db.EDTF || da.Precision <= dateline.D1 && db.Precision <= dateline.D1 {
			score += 1.5
		} else if monthHoldsDay(da, db) {
			score++
		}
	}
	if pa, pb := bestPlace(a), bestPlace(b); pa != nil && pb != nil {
		score += 0.5
		if pa.Ref.City != "" && pa.Ref.City == pb.Ref.City {
			score += 1.5
		}
	}
	score += targetEvidence(a, b) + p.reference(a)
	if p.particular(a) && targetEvidence(a, b) < 1 {
		score -= 1.5
	}
	if da, db := bestDate(a), bestDate(b); da != nil && db != nil && da.EDTF != db.EDTF && (da.Precision > dateline.D1 || db.Precision > dateline.D1) {
		score -= 0.5
	}
	if sameActors(a, b) {
		score++
	}
	if sharesName(a, b) {
		score += 3
	}
	if sameSite(a, b) || p.theSame(a, b) {
		score += 1.5
	}
	if sameKindOfViolence(a.facets, b.facets) {
		score++
	}
	if !p.ownAnchor(a) {
		score += 1.5
	}
	if a.sentences[0]-b.sentences[len(b.sentences)-1] <= 1 {
		score++
	}
	if b.passing {
		score -= 2
	}
	if first {
		score += 0.5
		if b.sentences[0] <= 1 && !p.ownAnchor(b) {
			score += 1.5 // a headline without date and place stands for what comes
		}
	}
	return score
}

func (p *pass) ownAnchor(a *account) bool {
	return bestDate(a) != nil || bestPlace(a) != nil || p.particular(a)
}

func targetEvidence(a, b *account) float64 {
	ta, tb := particularTarget(a), particularTarget(b)
	if ta != nil && tb != nil && ta.Category == tb.Category && (overlap(ta.Nationality, tb.Nationality) || ta.Name != "" && sameName(ta.Name, tb.Name)) {
		return 3
	}
	best := 0.0
	for _, x := range a.targets {
		for _, y := range b.targets {
			switch {
			case x.target == nil || y.target == nil || x.target.Category != y.target.Category:
			case vagueCategory[x.target.Category]:
				best = max(best, 0.5)
			default:
				best = 1.5
			}
		}
	}
	return best
}

// reference: "the attack", "this blast", "the shooting" point back.
func (p *pass) reference(a *account) float64 {
	for _, tr := range a.triggers {
		t := p.trees[tr.sentence]
		if tr.POS != "N" || tr.Role != lexicon.Event || isPlural(t.Tokens[tr.to-1]) {
			continue
		}
		d := t.child(tr.head, "det")
		if d >= 0 && (t.Tokens[d].Lemma == "the" || t.Tokens[d].Lemma == "this" || t.Tokens[d].Lemma == "that") {
			return 2
		}
	}
	return 0
}

// monthHoldsDay: one is a month, the other a day of it.
func monthHoldsDay(a, b *dateline.Date) bool {
	if a.Precision > b.Precision {
		a, b = b, a
	}
	return a.Precision <= dateline.D1 && b.Precision == dateline.D4 && monthOf(*a) != "" && monthOf(*a) == monthOf(*b)
}

// theSame: "the five" speaks of the five that were counted before.
func (p *pass) theSame(a, b *account) bool {
	for _, x := range a.harms {
		if x.count.Anchor == nil || *x.count.Anchor < 2 || !strings.HasPrefix(lower(x.span.Of(p.doc.Report.Text)), "the ") {
			continue
		}
		for _, y := range b.harms {
			if y.count.Measure == x.count.Measure && y.count.Anchor != nil && *y.count.Anchor == *x.count.Anchor {
				return true
			}
		}
	}
	return false
}

// sameSite: both stand at a site of the same kind or name, "a shopping centre".
func sameSite(a, b *account) bool {
	for _, x := range a.places {
		for _, y := range b.places {
			if x.Class == "site" && y.Class == "site" && lower(x.Ref.Name) == lower(y.Ref.Name) {
				return true
			}
		}
	}
	return false
}

func sameActors(a, b *account) bool {
	for _, x := range a.perps {
		for _, y := range b.perps {
			for _, ax := range x.actors {
				for _, ay := range y.actors {
					if ax.Ref.Actor != "" && ax.Ref.Actor == ay.Ref.Actor {
						return true
					}
				}
			}
		}
	}
	return false
}

func sharesName(a, b *account) bool {
	for _, x := range a.people() {
		for _, y := range b.people() {
			if sameName(x, y) {
				return true
			}
		}
	}
	return false
}

// people are the personal names in an account.
func (a *account) people() []string {
	var out []string
	for _, h := range a.harms {
		out = append(out, h.names...)
	}
	for _, list := range [][]argument{a.perps, a.targets, a.names} {
		for _, arg := range list {
			for _, x := range arg.actors {
				if x.Kind == dateline.PersonExpression {
					out = append(out, x.Text)
				}
			}
		}
	}
	return out
}

// sameName: equal, or one is the last part of the other ("Karimov" for "Anvar
// Karimov").
func sameName(a, b string) bool {
	a, b = lower(a), lower(b)
	if len(a) < len(b) {
		a, b = b, a
	}
	return b != "" && (a == b || len(a) > len(b) && a[len(a)-len(b):] == b && a[len(a)-len(b)-1] == ' ')
}

func sameKindOfViolence(a, b dateline.Facets) bool {
	if acted(a) != acted(b) && a.Act != dateline.ActUnknown && b.Act != dateline.ActUnknown {
		return false
	}
	for _, m := range a.Means {
		if b.Has(m) {
			return true
		}
	}
	return len(a.Means) == 0 || len(b.Means) == 0
}

// cite adds a sentence to those that the account stands in.
func (a *account) cite(s int) {
	if !slices.Contains(a.sentences, s) {
		a.sentences = append(a.sentences, s)
		sort.Ints(a.sentences)
	}
}

// merge adds account b of a later sentence.
func (a *account) merge(b *account) {
	for _, s := range b.sentences {
		a.cite(s)
	}
	a.denials = append(a.denials, b.denials...)
	a.triggers = append(a.triggers, b.triggers...)
	if a.facets.Act == dateline.ActUnknown {
		a.facets.Act = b.facets.Act
	}
	if b.facets.Act != dateline.ActUnknown {
		a.facets = joinFacets(a.facets, b.facets)
	}
	a.times = append(a.times, b.times...)
	a.places = append(a.places, b.places...)
	a.perps = append(a.perps, b.perps...)
	a.targets = append(a.targets, b.targets...)
	for _, h := range b.harms {
		if !h.inferred || !a.hasInferred(h) {
			a.harms = append(a.harms, h)
		}
	}
	a.stances = append(a.stances, b.stances...)
	a.names = append(a.names, b.names...)
	a.attempted = a.attempted && b.attempted
	a.subCount = max(a.subCount, b.subCount)
}

// hasInferred: an inferred death of the same people is inferred once (CAS-6).
func (a *account) hasInferred(h harm) bool {
	for _, x := range a.harms {
		if x.inferred && x.count.Population == h.count.Population && x.count.Measure == h.count.Measure {
			return true
		}
	}
	return false
}

// setSalience marks the account told first and at most length as main, those
// that lie before it in time as recaps, the others as secondary (§7.6).
func (p *pass) setSalience() {
	var main *account
	most := 0
	for _, a := range p.accounts {
		if a.kind != dateline.KindIncident {
			a.salience = dateline.Secondary
			continue
		}
		weight := 2*len(a.sentences) + len(a.harms)
		if a.sentences[0] <= 1 {
			weight += 3
		}
		if weight > most {
			main, most = a, weight
		}
	}
	for _, a := range p.accounts {
		switch {
		case a == main:
			a.salience = dateline.Main
		case main != nil && isBefore(a, main):
			a.salience = dateline.Recap
		default:
			a.salience = dateline.Secondary
		}
	}
}

func isBefore(a, b *account) bool {
	da, db := bestDate(a), bestDate(b)
	return da != nil && da.Latest.Known() && (db == nil || !db.Earliest.Known() || da.Latest < db.Earliest)
}

func (p *pass) triggerSpan(tr located) dateline.Span {
	return p.span(p.trees[tr.sentence], tr.from, tr.to)
}
