package extract

import (
	"context"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/scene"
	"github.com/opendateline/dateline/extract/weigh"
)

// This file says in names what package earnest weighs: what of a report and of an
// account in it speaks for violence that people did and suffered, and what for a
// game, a play, a storm or a figure of speech (domain §6, §12).

// Deed is an account that may be one of violence, by its first trigger, with what
// speaks for and against it.
type Deed struct {
	Trigger dateline.Span
	Signs   []weigh.Feature
}

// Deeds are the accounts of a report about which package earnest decides. They are
// what it is taught on.
func (r *Reader) Deeds(ctx context.Context, doc *dateline.Document, ann Annotations) ([]Deed, error) {
	p := newPass(r, doc, ann)
	if err := p.accountsBySentence(ctx); err != nil {
		return nil, err
	}
	list := p.retell(p.joinByAnchors())
	of := p.reportSigns(list)
	var out []Deed
	for _, a := range list {
		if a.kind == dateline.KindIncident {
			out = append(out, Deed{p.triggerSpan(a.triggers[0]), p.earnestSigns(of, a)})
		}
	}
	return out, nil
}

// earnestSigns is what speaks for and against one account, given what the report
// says as a whole.
func (p *pass) earnestSigns(of pairSigns, a *account) []weigh.Feature {
	return weigh.Features(p.accountSigns(of, a))
}

// accountSigns are those of the report and those of the account.
func (p *pass) accountSigns(of pairSigns, a *account) pairSigns {
	s := maps.Clone(of)
	p.anchorSigns(s, a)
	p.doerSigns(s, a)
	p.sufferingSigns(s, a)
	p.tellingSigns(s, a)
	p.actSigns(s, a)
	return s
}

// reportSigns are those of the whole report, the same for all its accounts.
func (p *pass) reportSigns(list []*account) pairSigns {
	s := pairSigns{"always": 1}
	words := 0
	for i := range p.doc.Sentences {
		words += len(p.doc.Sentences[i].Tokens)
	}
	length := math.Sqrt(float64(words)+20) / 10 // more words, more of every scene
	for sc, w := range p.scene {
		s["scene "+string(sc)] = min(float64(w)/length/10, 3)
	}
	sum, _ := p.gate.Sum(p.doc.Report)
	s["gate"] = min(max(sum/3, -1), 3)
	p.tenseSigns(s)
	s.note(slices.ContainsFunc(p.actors, func(of []Actor) bool { return slices.ContainsFunc(of, fights) }), "report names a force")
	s.note(slices.ContainsFunc(list, func(a *account) bool { return violent(a) && p.byParty(a) }), "report has a deed by a party")
	s.note(slices.ContainsFunc(list, func(a *account) bool { return !p.onlyDeaths(a) && p.befallsPeople(a) }), "report has people hurt")
	s.note(slices.ContainsFunc(list, plain), "report has plain words")
	s.note(len(list) > 3, "many accounts")
	return s
}

// tenseSigns: news of a deed is told in the past; reviews, games and portraits in the
// present, and to a "you".
func (p *pass) tenseSigns(s pairSigns) {
	past, present, you := 0.0, 0.0, 0.0
	for i, t := range p.trees {
		if p.doc.Sentences[i].Role == dateline.RoleHeadline {
			continue
		}
		for k := range t.Tokens {
			if inQuotes(p.doc.Sentences[i].Quotes, t.Tokens[k].Start) {
				continue
			}
			switch w := t.Tokens[k]; {
			case w.Tag == "VBD":
				past++
			case w.Tag == "VBZ" || w.Tag == "VBP":
				present++
			case w.Lemma == "you" || w.Lemma == "your" || w.Lemma == "we" || w.Lemma == "our" || w.Lemma == "us":
				you++
			}
		}
	}
	s["told in the present"] = present / (past + present + 4)
	s["you and we"] = min(you/5, 2)
}

// inQuotes: one of the quotations holds the byte.
func inQuotes(quotes []dateline.Quote, at int) bool {
	return slices.ContainsFunc(quotes, func(q dateline.Quote) bool { return q.Span.Start <= at && at < q.Span.End })
}

func (p *pass) anchorSigns(s pairSigns, a *account) {
	p.ownDateSigns(s, a)
	s.note(hasDay(a), "a day")
	s.note(bestDate(a) == nil, "no date")
	x := bestPlace(a)
	s.note(x == nil, "no place")
	s.note(x != nil && fineEnough(x.Ref.Precision), "a town")
	s.note(len(a.sentences) > 1, "told in several sentences")
	s.note(len(a.sentences) > 3, "told in many sentences")
	head := !slices.ContainsFunc(a.sentences, func(i int) bool { return p.doc.Sentences[i].Role != dateline.RoleHeadline })
	s.note(head, "only in the headline")
	s.note(a.sentences[0] < 3, "near the top")
	s.note(a.attempted, "attempted")
	s.note(p.defused(a), "made safe")
}

// ownDateSigns: a day given in full beside the deed is hardly ever said of a game or a plot;
// what was long ago is history.
func (p *pass) ownDateSigns(s pairSigns, a *account) {
	now, hurt, place := p.doc.Report.Published.Latest, p.befallsPeople(a), bestPlace(a)
	for _, x := range a.times {
		full := !a.inferredTime && x.Date.Basis == dateline.BasisExplicit
		s.note(full && x.Date.Precision <= dateline.D1, "day in full")
		s.note(full && x.Date.Precision <= dateline.D1 && hurt, "day in full and people hurt")
		s.note(full && (x.Date.Precision == dateline.D4 || x.Date.Precision == dateline.D5), "month or year in full")
		if !x.Date.Latest.Known() || !now.Known() {
			continue
		}
		s.note(x.Date.Latest.Time().AddDate(withinMemory, 0, 0).Before(now.Time()), "beyond memory")
		s.note(x.Date.Latest.Time().AddDate(1, 0, 0).Before(now.Time()), "years ago")
	}
	day, town := hasDay(a), place != nil && fineEnough(place.Ref.Precision)
	s.note(day && town, "a day and a town")
	s.note(day && town && hurt, "a day, a town and people hurt")
	s.note(day && town && p.byParty(a), "a day, a town and a party")
}

// actSigns put together what one sign alone leaves open: who did what to whom, whether
// somebody did it at all, and whether it is told as past and dated by its own words.
func (p *pass) actSigns(s pairSigns, a *account) {
	act, hurt, past := violent(a) || len(a.perps) > 0, p.befallsPeople(a), p.toldAsPast(a)
	own := slices.ContainsFunc(a.times, func(x Time) bool { return !a.inferredTime && x.Date.Precision <= dateline.D5 })
	old := s["beyond memory"] > 0
	s.note(act && hurt && past && own && !old, "an act on people, past and dated")
	s.note(act && hurt && past && !own, "an act on people, past and undated")
	s.note(act && hurt && !past, "an act on people, not told as past")
	s.note(act && !hurt && own, "an act on nobody, dated")
	s.note(act && !hurt && !own, "an act on nobody, undated")
	s.note(!act, "harm alone")
	s.note(!act && s["scene accident"]+s["scene weather"]+s["scene beast"] > 0.5, "harm alone, among accidents")
	s.note(act && s["scene fiction"]+s["scene game"] > 0.5 && !own, "undated, among works")
	s.note(act && s["scene sport"] > 0.5 && !hurt, "nobody hurt, among sports")
}

// toldAsPast: one of its verbs stands in the past.
func (p *pass) toldAsPast(a *account) bool {
	return slices.ContainsFunc(a.triggers, func(tr located) bool {
		return tr.POS == "V" && p.tense(p.trees[tr.sentence], tr.head) == "tense past" && p.doc.Sentences[tr.sentence].Role != dateline.RoleHeadline
	})
}

func (p *pass) doerSigns(s pairSigns, a *account) {
	s.note(p.byParty(a), "by a party")
	s.note(len(a.perps) == 0, "by nobody")
	for _, arg := range a.perps {
		s[p.classOf(arg, "by")] = 1
	}
	s.note(p.onSite(a), "on a site")
	s.note(p.surely(a), "surely")
	s.note(plain(a), "plain words")
	for _, m := range a.facets.Means {
		s["means "+string(m)] = 1
	}
	s["act "+string(a.facets.Act)] = 1
}

// classOf says what an argument is: a person, a force, a thing, or something else.
func (p *pass) classOf(arg argument, role string) string {
	t := p.trees[arg.sentence]
	n := p.lex.Nouns[t.lemmaAt(arg.head)]
	switch {
	case n.Population == dateline.PopPerpetrators:
		return role + " attackers"
	case slices.ContainsFunc(arg.actors, fights):
		return role + " a force"
	case n.Person:
		return role + " people"
	case n.Thing:
		return role + " a thing"
	case isThirdPerson(t.Tokens[arg.head]):
		return role + " a pronoun"
	case t.Tokens[arg.head].POS == "PROPN":
		return role + " a name"
	}
	return role + " another noun"
}

func (p *pass) sufferingSigns(s pairSigns, a *account) {
	s.note(p.befallsPeople(a), "people hurt")
	s.note(p.onlyDeaths(a), "only deaths")
	s.note(len(a.harms) == 0, "nobody hurt")
	s.note(len(a.targets) == 0, "at nobody")
	for _, arg := range a.targets {
		s[p.classOf(arg, "at")] = 1
	}
	for _, h := range a.harms {
		kind := "counted " + string(h.count.Measure)
		if h.inferred {
			kind = "inferred " + string(h.count.Measure)
		}
		s[kind] = 1
		s.note(h.count.Noun == "" && !h.inferred, "counted without a noun")
	}
}

// tellingSigns: the words of the account, their tense, who is quoted, and the scene of
// their sentences.
func (p *pass) tellingSigns(s pairSigns, a *account) {
	for _, tr := range a.triggers {
		t := p.trees[tr.sentence]
		s["role "+string(tr.Role)] = 1
		s["word "+strings.Join(tr.Words, " ")] = 1
		if tr.POS == "V" && p.doc.Sentences[tr.sentence].Role != dateline.RoleHeadline {
			s[p.tense(t, tr.head)] = 1
			p.partSigns(s, t, tr)
		}
		s.note(inQuotes(p.doc.Sentences[tr.sentence].Quotes, t.Tokens[tr.head].Start), "in quotes")
		s.note(tr.Role == lexicon.Soft, "soft")
	}
	for _, i := range a.sentences {
		sentence := p.doc.Sentences[i]
		sentence.Index, sentence.Role = 1, dateline.RoleBody
		for sc, w := range p.scenes.Weigh([]dateline.Sentence{sentence}) {
			if sc != scene.Violence {
				s["sentence of "+string(sc)] = min(max(s["sentence of "+string(sc)], float64(w)/3), 2)
			} else {
				s["sentence of violence"] = min(max(s["sentence of violence"], float64(w)/3), 3)
			}
		}
	}
}

// tense is that of the verb at i, by its first helper.
func (p *pass) tense(t *tree, i int) string {
	tag := t.Tokens[i].Tag
	if h := t.child(i, "aux", "aux:pass"); h >= 0 {
		tag = t.Tokens[h].Tag
	}
	switch tag {
	case "VBD":
		return "tense past"
	case "VBZ", "VBP":
		if t.child(i, "aux", "aux:pass") >= 0 && t.perfect(i) {
			return "tense perfect"
		}
		return "tense present"
	case "MD":
		return "tense modal"
	}
	return "tense " + tag
}

// partSigns: who or what does what the verb says, and to whom or what.
func (p *pass) partSigns(s pairSigns, t *tree, tr located) {
	does, suffers := "nobody", "nobody"
	subject, passive := t.subject(tr.head)
	if subject >= 0 && passive {
		suffers = p.kindAt(t, tr.sentence, t.behind(subject))
	} else if subject >= 0 {
		does = p.kindAt(t, tr.sentence, t.behind(subject))
	}
	if o := t.child(tr.head, "obj"); o >= 0 {
		suffers = p.kindAt(t, tr.sentence, o)
	}
	s["does "+does], s["suffers "+suffers] = 1, 1
}

// kindAt says what the noun at i is.
func (p *pass) kindAt(t *tree, sentence, i int) string {
	l := t.lemmaAt(i)
	n, known := p.lex.Nouns[l]
	_, weapon := p.lex.Weapons[l]
	actor := p.actorAt(t, sentence, i)
	switch {
	case n.Population == dateline.PopPerpetrators:
		return "attackers"
	case weapon || p.lex.Is(lexicon.Projectile, l):
		return "a weapon"
	case p.lex.Is(lexicon.Beast, l):
		return "a beast"
	case p.lex.Is(lexicon.Misfortune, l):
		return "a misfortune"
	case actor != nil && fights(*actor):
		return "a force"
	case n.Person:
		return "people"
	case p.personAt(t, sentence, i):
		return "a person"
	case p.placeAt(t, sentence, i) != nil:
		return "a place"
	case n.Thing:
		return "a thing"
	case known:
		return "a known noun"
	case isThirdPerson(t.Tokens[i]):
		return "a pronoun"
	case t.Tokens[i].POS == "PRON":
		return "another pronoun"
	case t.Tokens[i].POS == "PROPN":
		return "a name"
	case t.Tokens[i].POS == "NUM":
		return "a number"
	}
	return "another noun"
}
