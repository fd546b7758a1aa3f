package wording

import (
	"strings"

	"github.com/opendateline/dateline"
)

var bases = map[dateline.Basis]string{
	dateline.BasisWitness: "witnesses", dateline.BasisOfficial: "official", dateline.BasisMedical: "hospital or morgue",
	dateline.BasisOwnReporter: "own reporting", dateline.BasisOrganisation: "aid body or monitor", dateline.BasisPerpetrator: "the armed group itself",
	dateline.BasisOtherOutlet: "another outlet", dateline.BasisUnnamed: "people not named", dateline.BasisNoneStated: "no basis stated",
}

// Basis says in words how a speaker knows.
func Basis(b dateline.Basis) string { return bases[b] }

var issuerBasis = map[dateline.IssuerClass]dateline.Basis{
	dateline.IssuerHospital: dateline.BasisMedical, dateline.IssuerWitness: dateline.BasisWitness, dateline.IssuerResident: dateline.BasisWitness,
	dateline.IssuerArmedGroup: dateline.BasisPerpetrator, dateline.IssuerPolice: dateline.BasisOfficial, dateline.IssuerMilitary: dateline.BasisOfficial,
	dateline.IssuerGovernment: dateline.BasisOfficial, dateline.IssuerCourt: dateline.BasisOfficial, dateline.IssuerNGO: dateline.BasisOrganisation,
	dateline.IssuerIGO: dateline.BasisOrganisation, dateline.IssuerUnnamed: dateline.BasisUnnamed,
}

var kindBasis = map[dateline.OriginKind]dateline.Basis{
	dateline.Eyewitness: dateline.BasisWitness, dateline.StatementOfficial: dateline.BasisOfficial, dateline.CourtRecord: dateline.BasisOfficial,
	dateline.OwnReporting: dateline.BasisOwnReporter, dateline.ReportNGO: dateline.BasisOrganisation, dateline.ReportIGO: dateline.BasisOrganisation,
	dateline.DatasetOrigin: dateline.BasisOrganisation, dateline.PropagandaRelease: dateline.BasisPerpetrator,
	dateline.WireStory: dateline.BasisOtherOutlet, dateline.NewspaperStory: dateline.BasisOtherOutlet, dateline.LeakedDoc: dateline.BasisUnnamed,
	dateline.UnknownSecondary: dateline.BasisNoneStated,
}

// BasisOf groups a claim by how its innermost speaker knows (experience §2.1):
// by the body that speaks where the text says one, else by the kind of origin;
// an outlet that says no more than its own word states no basis. origin may be
// nil.
func BasisOf(c dateline.Claim, origin *dateline.Origin) dateline.Basis {
	speaker := c.Innermost()
	if ownVoice(speaker) && origin != nil {
		return kindBasis[origin.Kind] // what tracing found weighs more than the outlet's own voice
	}
	if b, ok := issuerBasis[speaker.Issuer]; ok {
		return b
	}
	if b, ok := kindBasis[speaker.Kind]; ok {
		return b
	}
	if origin != nil {
		if b, ok := issuerBasis[origin.Class]; ok {
			return b
		}
		if b, ok := kindBasis[origin.Kind]; ok {
			return b
		}
	}
	return dateline.BasisNoneStated
}

// ownVoice says that the outlet speaks for itself, which alone is no basis.
func ownVoice(s dateline.Speaker) bool {
	return s.Role == dateline.SpeakerOutlet || s.Role == dateline.SpeakerAuthor
}

// Private says that people of this kind are spoken of by role (ETH-2).
func Private(c dateline.IssuerClass) bool { return roles[c] != "" }

var roles = map[dateline.IssuerClass]string{
	dateline.IssuerWitness: "a witness", dateline.IssuerResident: "a resident", dateline.IssuerPerson: "a person quoted",
}

// Speaker names who is ultimately saying it, private people by role; "" where
// the outlet speaks in its own voice.
func Speaker(c dateline.Claim, origin *dateline.Origin) string {
	s := c.Innermost()
	if ownVoice(s) {
		return ""
	}
	if role := roles[s.Issuer]; role != "" {
		return role
	}
	if s.Text != "" {
		return s.Text
	}
	if origin != nil && origin.IssuerText != "" {
		return origin.IssuerText
	}
	return Code(string(s.Issuer))
}

// Code turns a lower snake case code into words, for closed sets whose codes
// are words already: "government_general" is "government general".
func Code(code string) string { return strings.ReplaceAll(code, "_", " ") }

var originKinds = map[dateline.OriginKind]string{
	dateline.OwnReporting: "own reporting", dateline.WireStory: "agency story", dateline.NewspaperStory: "newspaper story",
	dateline.StatementOfficial: "official statement", dateline.PropagandaRelease: "release by an armed group", dateline.ReportNGO: "report by a non-governmental organisation",
	dateline.ReportIGO: "report by an intergovernmental organisation", dateline.CourtRecord: "court record", dateline.Eyewitness: "eyewitness account",
	dateline.LeakedDoc: "leaked document", dateline.DatasetOrigin: "data set", dateline.UnknownSecondary: "no basis stated",
}

// OriginKind says what sort of act of publication or observation it is.
func OriginKind(k dateline.OriginKind) string { return originKinds[k] }
