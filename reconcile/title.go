package reconcile

import (
	"cmp"
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline"
)

// prepositions join the kind of an incident to its target, by type; a bombing
// happens at a place that is there once.
var prepositions = map[dateline.Type]string{
	dateline.TypeArmedClash: "involving", dateline.TypeAbduction: "of", dateline.TypeIllTreatment: "of",
	dateline.TypeRiotProtest: "at", dateline.TypeAirStrike: "on", dateline.TypeShelling: "of", dateline.TypeBombing: "at",
	dateline.TypeAttack: "on", dateline.TypeOther: "involving",
}

// categoryWords name a target whose words are not usable, by its category.
var categoryWords = map[dateline.TargetCategory]string{
	dateline.TargetDiplomatic: "a diplomatic mission", dateline.TargetGovernment: "a government body", dateline.TargetPolice: "police",
	dateline.TargetMilitary: "military forces", dateline.TargetCitizens: "civilians", dateline.TargetBusiness: "a business",
	dateline.TargetReligious: "a religious site", dateline.TargetEducation: "an educational site", dateline.TargetHealth: "a health site",
	dateline.TargetMedia: "news media", dateline.TargetNGO: "an aid body", dateline.TargetIGO: "an international body",
	dateline.TargetAviation: "an aviation target", dateline.TargetTransport: "a transport target", dateline.TargetMaritime: "a vessel",
	dateline.TargetUtilities: "a utility", dateline.TargetTelecom: "a telecommunications site", dateline.TargetFoodWater: "a food or water supply",
	dateline.TargetTourists: "tourists", dateline.TargetParty: "a political party", dateline.TargetNonstate: "an armed group",
	dateline.TargetViolentParty: "an armed party",
}

// titleWords holds what a title says in place of words of kin, of sex or of no
// meaning of their own.
//
//go:embed title_words.tsv
var titleWordsFile string

var titleWords = readWords(titleWordsFile)

func readWords(text string) map[string]string {
	table := map[string]string{}
	for line := range strings.Lines(text) {
		if word, instead, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t"); ok && !strings.HasPrefix(word, "#") {
			table[word] = instead
		}
	}
	return table
}

// title is built from facts only: kind, target, place, date (TAX-6, ETH-5).
// Nothing is added that the record does not hold.
func title(inc *dateline.Incident) string {
	kind := inc.Facets.Words()
	if inc.Ordinal > 0 {
		kind = ordinalWords[inc.Ordinal] + " " + kind
	}
	target := ""
	if len(inc.Targets) > 0 {
		target = targetWords(inc.Targets[0].Target)
	}
	place := titlePlace(inc.Place.Ref)
	text := upperFirst(kind)
	switch {
	case len(inc.Sites) > 0:
		text += atSites(len(inc.Sites)) + joinPlace(place, "")
	case target != "":
		text += " " + preposition(inc) + " " + article(inc.Targets[0].Target, target)
		text += joinPlace(place, target)
	case place != "":
		text += " " + inPlace(inc.Place.Ref, place)
	}
	if date := titleDate(inc.Date.Date); date != "" {
		text += ", " + date
	}
	return text
}

// titleDate leaves a window that is longer than a year to the record, and the day
// before which the report was first seen (DAT-16).
func titleDate(d dateline.Date) string {
	if d.Precision == dateline.D6 && d.Latest.Known() && (d.Earliest.Known() || d.Basis == dateline.BasisWindow) {
		return "date not known"
	}
	return dateWords(d)
}

func preposition(inc *dateline.Incident) string {
	if inc.Facets.Act == dateline.SexualViolence {
		return "against"
	}
	if p := prepositions[inc.Type]; p != "at" || (inc.Targets[0].Unique && !inc.Targets[0].Person) || inc.Type == dateline.TypeRiotProtest {
		return p
	}
	return "targeting"
}

// targetWords are the neutral words of a target: its own where they pass the
// lint, else those of its category, else none. A person is named by office.
func targetWords(t dateline.Target) string {
	words := t.Specific
	if words == "" && !t.Person {
		words = t.Name
	}
	if instead, ok := titleWords[words]; ok {
		return instead
	}
	words = calmName(words)
	if words == "" || len(Lint(words)) > 0 {
		words = categoryWords[t.Category]
	}
	return words
}

// article puts "the" before what there is one of, "a" before one thing that
// has a common noun, nothing before names, plurals and words that have theirs.
func article(t dateline.Target, words string) string {
	first, _, _ := strings.Cut(words, " ")
	r, _ := utf8.DecodeRuneInString(words)
	switch {
	case words == categoryWords[t.Category] || first == "the" || first == "a" || first == "an":
		return words
	case t.Unique && !t.Person:
		return "the " + words
	case unicode.IsUpper(r) || unicode.IsDigit(r) || isPlural(head(words)):
		return words
	case strings.ContainsRune("aeiou", r):
		return "an " + words
	}
	return "a " + words
}

// isPlural says whether a noun stands without "a": it ends as a plural does, is
// an irregular one, or means a body of people.
func isPlural(noun string) bool {
	if strings.HasSuffix(noun, "ss") || strings.HasSuffix(noun, "bus") || strings.HasSuffix(noun, "campus") {
		return false
	}
	for _, end := range []string{"s", "men", "people", "children", "police", "staff", "personnel", "cattle", "infantry", "aid"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// head is the word that a noun phrase is about: the last before "of", "in" …
func head(words string) string {
	fields := strings.Fields(words)
	for i, f := range fields {
		if i > 0 && (f == "of" || f == "in" || f == "at" || f == "for" || f == "on" || f == "near" || f == "from" || f == "with" || f == "under") {
			return fields[i-1]
		}
	}
	return fields[len(fields)-1]
}

// titlePlace is the settlement; a site without one is named by its name, or by its
// division where it has only a word for what it is.
func titlePlace(p *dateline.PlaceRef) string {
	if p == nil {
		return ""
	}
	if p.Precision != dateline.P0 {
		return calmPlace(placeWords(*p))
	}
	if r, _ := utf8.DecodeRuneInString(p.Name); p.City == "" && !unicode.IsLower(r) {
		return calmPlace(placeWords(*p))
	}
	return cmp.Or(p.City, p.Admin2, p.Admin1)
}

func joinPlace(place, target string) string {
	if place == "" || strings.Contains(strings.ToLower(target), strings.ToLower(place)) {
		return ""
	}
	if strings.HasPrefix(place, "near ") {
		return " " + place
	}
	return ", " + place
}

func inPlace(p *dateline.PlaceRef, place string) string {
	switch {
	case strings.HasPrefix(place, "near "):
		return place
	case p.Precision == dateline.P0 && place == p.Name:
		return "at " + place
	}
	return "in " + place
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
