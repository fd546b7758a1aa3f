package web

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// fact is one row of the reconciled record.
type fact struct {
	Label     string
	Attribute dateline.Attribute
	Values    []string
	Support   chip
	Citations []*citation
	Open      bool // contested: its sentences are shown at once
}

// chip is a state in words with its mark.
type chip struct{ Mark, Words, Class string }

var chipClasses = map[dateline.Support]string{dateline.Decided: "decided", dateline.Contested: "con", dateline.InferredOnly: "dot", dateline.NoBasis: "dot",
	dateline.SingleOrigin: "one", dateline.Agreed: "sup"}

func supportChip(s dateline.Support, least, most int) chip {
	return chip{wording.Mark(s), wording.Support(s, least, most), chipClasses[s]}
}

// facts are the rows of the record: what is not a number first, then the
// numbers that have no ladder of their own, then what was said besides.
func (b *bundle) facts() []fact {
	var out []fact
	add := func(a dateline.Attribute, values []string, claims []dateline.ID) {
		cited := b.citations(claims)
		if len(cited) == 0 {
			values = nil // a value without a sentence is not shown (ETH-7)
		}
		f := fact{Label: wording.Fact(a), Attribute: a, Values: values, Citations: cited, Support: b.support(a, claims)}
		if len(values) == 0 {
			f.Support = supportChip(dateline.NotReported, 0, 0)
		}
		f.Open = b.Support[a] == dateline.Contested && len(cited) > 0
		out = append(out, f)
	}
	add(dateline.AttrDate, []string{b.when()}, b.Date.Claims)
	where := []string{wording.Place(b.Place.Ref)}
	if words := wording.Disputed(b.Place.Ref); words != "" {
		where = append(where, words)
	}
	add(dateline.AttrPlace, where, b.Place.Claims)
	add(dateline.AttrAct, []string{b.Facets.Words()}, b.about(dateline.AttrAct, dateline.AttrOccurred))
	if means := wording.Means(b.Facets.Means); means != "" {
		add(dateline.AttrMeans, []string{means}, b.about(dateline.AttrMeans))
	}
	add(dateline.AttrPerpetrator, b.actors(dateline.RolePerpetrator), b.actorClaims(dateline.RolePerpetrator))
	add(dateline.AttrTarget, b.targets(), b.targetClaims())
	add(dateline.AttrResponsibility, b.responsibility(), b.responsibilityClaims())
	for _, a := range []dateline.Attribute{dateline.AttrAttackerName, dateline.AttrVictimIdentity, dateline.AttrDamage, dateline.AttrMotive, dateline.AttrSequence, dateline.AttrSuperlative} {
		if values, claims := b.texts(a); len(claims) > 0 {
			add(a, values, claims)
		}
	}
	return out
}

// when is the date with how finely it is known.
func (b *bundle) when() string {
	d, precision := wording.Date(b.Date.Date), wording.DatePrecision(b.Date.Precision)
	if d == precision {
		return d
	}
	return d + " (" + precision + ")"
}

// about are the claims on some attributes.
func (b *bundle) about(attributes ...dateline.Attribute) []dateline.ID {
	var out []dateline.ID
	for _, a := range attributes {
		for _, c := range b.sorted {
			if c.Attribute == a {
				out = append(out, c.ID)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// support is the state of a fact with the independent origins of its claims.
func (b *bundle) support(a dateline.Attribute, claims []dateline.ID) chip {
	s, ok := b.Support[a]
	if !ok {
		s = dateline.NotReported
	}
	least, most := b.originsOf(claims)
	c := supportChip(s, least, most)
	if s == dateline.Decided {
		if by := b.decidedBy[a]; by != "" {
			c.Words = "decided by " + by
		}
	}
	return c
}

// originsOf counts the independent origins behind claims (IND-5): those of
// known kind, and those together with the ones of unknown kind. Parties to the
// incident are counted apart (IND-6).
func (b *bundle) originsOf(claims []dateline.ID) (least, most int) {
	seen := map[dateline.ID]bool{}
	for _, id := range claims {
		c := b.claims[id]
		if c == nil || seen[c.Origin] {
			continue
		}
		seen[c.Origin] = true
		switch o := b.origins[c.Origin]; {
		case o == nil || o.Interested:
		case o.Kind == dateline.UnknownSecondary:
			most++
		default:
			least, most = least+1, most+1
		}
	}
	if len(seen) > 0 {
		least, most = max(least, 1), max(most, 1)
	}
	return least, most
}

func (b *bundle) actors(role dateline.ActorRole) []string {
	var out []string
	for _, a := range b.Actors {
		if a.Role == role {
			out = append(out, wording.Actor(a.ActorRef)+certainty(a.Certainty))
		}
	}
	return out
}

var certainties = map[dateline.Certainty]string{dateline.CertainConfirmed: "admitted or officially found", dateline.CertainSelf: "says so itself",
	dateline.CertainAttributed: "named by others", dateline.CertainSuspected: "suspected", dateline.CertainDisputed: "disputed"}

func certainty(c dateline.Certainty) string {
	if w := certainties[c]; w != "" {
		return " (" + w + ")"
	}
	return ""
}

func (b *bundle) actorClaims(role dateline.ActorRole) (out []dateline.ID) {
	for _, a := range b.Actors {
		if a.Role == role {
			out = append(out, a.Claims...)
		}
	}
	return out
}

func (b *bundle) targets() (out []string) {
	for _, t := range b.Targets {
		out = append(out, wording.Target(t.Target))
	}
	return out
}

func (b *bundle) targetClaims() (out []dateline.ID) {
	for _, t := range b.Targets {
		out = append(out, t.Claims...)
	}
	return out
}

func (b *bundle) responsibility() (out []string) {
	for _, x := range b.Responsibility {
		words := wording.Stance(x.Stance, wording.Actor(x.Actor))
		if x.By != "" && !strings.EqualFold(x.By, x.Actor.Name) {
			words += ", according to " + x.By
		}
		out = append(out, words)
	}
	return out
}

func (b *bundle) responsibilityClaims() (out []dateline.ID) {
	for _, x := range b.Responsibility {
		out = append(out, x.Claims...)
	}
	return out
}

// texts are the values of a fact that is kept as words. The gate has taken out
// what only sealed claims say.
func (b *bundle) texts(a dateline.Attribute) (values []string, claims []dateline.ID) {
	for _, t := range b.Texts {
		if t.Attribute != a {
			continue
		}
		claims = append(claims, t.Claims...)
		if a == dateline.AttrVictimIdentity {
			values = []string{wording.Victim}
		} else {
			values = append(values, t.Text)
		}
	}
	return values, claims
}
