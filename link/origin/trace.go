package origin

import (
	"sort"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
)

// Registry knows whom actors belong to and whom sources speak for.
type Registry interface {
	// Affiliated says whether two actors are one, or parent and part.
	Affiliated(a, b dateline.ID) bool
	// SpeaksFor lists the actors whose voice a source is (ACT-3).
	SpeaksFor(source dateline.ID) []dateline.ID
}

// Context is what tracing needs to know around a claim.
type Context struct {
	Report   *dateline.Report
	Credits  []string      // agency credits of the report and of every member of its family
	Incident dateline.ID   // what the claim is about
	Parties  []dateline.ID // perpetrators, targets and sponsors of that incident
	Told     bool          // the report says that somebody told its outlet ("told this newspaper")
}

// Trace finds the origin of a claim. Its Carriers hold the claim's report only;
// [Merge] joins origins of several claims.
func Trace(c *dateline.Claim, ctx Context, reg Registry) dateline.Origin {
	s := c.Innermost()
	var o dateline.Origin
	if s.Role == dateline.SpeakerOutlet || s.Role == dateline.SpeakerAuthor || s.Role == "" {
		o = ownVoice(ctx)
	} else {
		o = spoken(s, ctx)
	}
	o.Interested = interested(o, ctx.Parties, reg)
	o.Carriers = []dateline.ID{ctx.Report.ID}
	return o
}

// story is what a report's own voice belongs to: its family, or itself.
func story(r *dateline.Report) dateline.ID {
	if r.Family != "" {
		return r.Family
	}
	return r.ID
}

// ownGenres gives the kind of origin of what a report of a genre says in its
// own voice, where the genre alone decides.
var ownGenres = map[dateline.Genre]dateline.OriginKind{
	dateline.OfficialStatement: dateline.StatementOfficial,
	dateline.PressRelease:      dateline.StatementOfficial,
	dateline.Propaganda:        dateline.PropagandaRelease,
	dateline.NGOReport:         dateline.ReportNGO,
	dateline.CourtDoc:          dateline.CourtRecord,
	dateline.DatasetRow:        dateline.DatasetOrigin,
	dateline.Analysis:          dateline.UnknownSecondary,
	dateline.Opinion:           dateline.UnknownSecondary,
	dateline.Explainer:         dateline.UnknownSecondary,
	dateline.SocialPost:        dateline.UnknownSecondary,
	dateline.GenreUnknown:      dateline.UnknownSecondary,
	"":                         dateline.UnknownSecondary,
}

// ownVoice is the origin of a bare fact (§8.3, last sentence, and IND-4). A
// credit decides before the genre: an agency's analysis is still the agency's.
func ownVoice(ctx Context) dateline.Origin {
	r := ctx.Report
	kind, decided := ownGenres[r.Genre]
	credit := firstCredit(append(append([]string{}, r.AgencyCredit...), ctx.Credits...))
	switch {
	case kind == dateline.UnknownSecondary && r.Genre != dateline.GenreUnknown && r.Genre != "":
	case credit != "":
		return dateline.Origin{
			ID:   id(ctx, dateline.WireStory, credit),
			Kind: dateline.WireStory, Class: dateline.IssuerAgency, IssuerText: credit, Family: r.Family,
		}
	case !decided && (r.DatelineText != "" || ctx.Told):
		kind = dateline.OwnReporting
	case !decided:
		kind = dateline.NewspaperStory
	}
	return dateline.Origin{
		ID:   id(ctx, kind, string(story(r))),
		Kind: kind, Class: dateline.IssuerOutlet, Issuer: r.OutletID, IssuerText: r.Outlet, Family: r.Family,
	}
}

// firstCredit is the smallest credit in lower case, so that a story with two
// credits meets the story of either agency that sorts first.
func firstCredit(credits []string) string {
	var out []string
	for _, c := range credits {
		if c = strings.Join(strings.Fields(strings.ToLower(c)), " "); c != "" {
			out = append(out, c)
		}
	}
	sort.Strings(out)
	if len(out) == 0 {
		return ""
	}
	return out[0]
}

// classKinds gives the kind of act of speaking of each class of issuer.
var classKinds = map[dateline.IssuerClass]dateline.OriginKind{
	dateline.IssuerOutlet:     dateline.NewspaperStory,
	dateline.IssuerAgency:     dateline.WireStory,
	dateline.IssuerPolice:     dateline.StatementOfficial,
	dateline.IssuerMilitary:   dateline.StatementOfficial,
	dateline.IssuerGovernment: dateline.StatementOfficial,
	dateline.IssuerHospital:   dateline.StatementOfficial,
	dateline.IssuerUnnamed:    dateline.StatementOfficial,
	dateline.IssuerCourt:      dateline.CourtRecord,
	dateline.IssuerWitness:    dateline.Eyewitness,
	dateline.IssuerResident:   dateline.Eyewitness,
	dateline.IssuerPerson:     dateline.Eyewitness,
	dateline.IssuerNGO:        dateline.ReportNGO,
	dateline.IssuerIGO:        dateline.ReportIGO,
	dateline.IssuerArmedGroup: dateline.PropagandaRelease,
	dateline.IssuerExpert:     dateline.UnknownSecondary,
	"":                        dateline.UnknownSecondary,
}

// spoken is the origin of what a speaker says.
func spoken(s dateline.Speaker, ctx Context) dateline.Origin {
	kind := s.Kind
	if kind == "" {
		kind = classKinds[s.Issuer]
	}
	class, who := s.Issuer, body(s)
	switch {
	case kind == dateline.UnknownSecondary:
		who = string(story(ctx.Report))
	case who == "" && private(s.Issuer):
		who = string(story(ctx.Report)) // each story has its own passers-by
	case who == "" && s.Issuer == dateline.IssuerGovernment:
		class = dateline.IssuerUnnamed // "officials said"
	}
	return dateline.Origin{
		ID:   id(ctx, kind, string(class), who),
		Kind: kind, Class: class, Issuer: s.Source, IssuerText: s.Text, Actor: s.Actor,
	}
}

// private says whether people of the class speak for themselves only.
func private(c dateline.IssuerClass) bool {
	return c == dateline.IssuerWitness || c == dateline.IssuerResident || c == dateline.IssuerPerson
}

// body is the key of who speaks: the source if it is known, else the body that
// the words name, "" if they tell nobody apart.
func body(s dateline.Speaker) string {
	if s.Source != "" {
		return string(s.Source)
	}
	text := strings.Join(wordsOf(s.Text), " ")
	for _, row := range bodies {
		if row.class == s.Issuer && (row.phrase == "*" || strings.Contains(" "+text+" ", " "+row.phrase+" ")) {
			return row.key
		}
	}
	if s.Actor != "" {
		return string(s.Actor)
	}
	var own []string
	for _, w := range wordsOf(s.Text) {
		if !generic[w] {
			own = append(own, w)
		}
	}
	sort.Strings(own)
	return strings.Join(own, " ")
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func id(ctx Context, kind dateline.OriginKind, who ...string) dateline.ID {
	return dateline.NewID(dateline.PrefixOrigin, append([]string{string(ctx.Incident), string(kind)}, who...)...)
}

// interested says whether the issuer is a party to the incident or speaks for
// one (IND-6).
func interested(o dateline.Origin, parties []dateline.ID, reg Registry) bool {
	voices := []dateline.ID{}
	if o.Actor != "" {
		voices = append(voices, o.Actor)
	}
	if o.Issuer != "" && reg != nil {
		voices = append(voices, reg.SpeaksFor(o.Issuer)...)
	}
	for _, v := range voices {
		for _, p := range parties {
			if v == p || reg != nil && reg.Affiliated(v, p) {
				return true
			}
		}
	}
	return o.Kind == dateline.PropagandaRelease
}
