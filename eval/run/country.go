package run

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
)

// sovereign is the state that a territory with a code of its own belongs to:
// corpora file Hong Kong under China.
var sovereign = map[string]string{"HKG": "CHN", "MAC": "CHN", "PRI": "USA", "GUM": "USA", "VIR": "USA", "GIB": "GBR", "BMU": "GBR",
	"REU": "FRA", "GLP": "FRA", "MTQ": "FRA", "GUF": "FRA", "MYT": "FRA", "GRL": "DNK"}

func state(code string) string {
	if s, ok := sovereign[code]; ok {
		return s
	}
	return code
}

// code is the ISO 3166 alpha-3 code of the state that a corpus means, however
// it writes it: a name or code, a part of the country ("Scotland", "Texas"), a
// demonym, a name with one wrong letter; several are set apart by commas, and
// one of them is then enough. What the gazetteer does not know stays.
func (r *Runner) code(name string) string {
	if code, ok := r.one(name); ok {
		return code
	}
	var codes []string
	for _, part := range strings.Split(strings.ReplaceAll(name, " and ", ","), ",") {
		if code, ok := r.one(strings.TrimSpace(part)); ok {
			codes = append(codes, code)
		}
	}
	if len(codes) == 0 {
		return name
	}
	return strings.Join(codes, ",")
}

func (r *Runner) one(name string) (string, bool) {
	if name == "" {
		return "", false
	}
	if c, ok := r.registries.Places.Country(name); ok {
		return state(c.Alpha3), true
	}
	for _, finest := range []dateline.PlacePrecision{dateline.P6, dateline.P4} {
		if code, ok := r.named(name, finest); ok {
			return code, true
		}
	}
	if code, ok := r.inWords(name); ok {
		return code, true
	}
	return r.misspelt(name)
}

// named looks for a country (P6) or province (P4) of that name.
func (r *Runner) named(name string, p dateline.PlacePrecision) (string, bool) {
	for _, x := range r.registries.Places.Named(name) {
		if x.Precision == p {
			return state(x.Country), true
		}
	}
	return "", false
}

// inWords reads the name as a report would: demonyms, other names.
func (r *Runner) inWords(name string) (string, bool) {
	doc, err := r.document(eval.Report{Text: "The " + name + " government said so."})
	if err != nil {
		return "", false
	}
	for _, x := range r.registries.Places.Resolve(doc, r.registries.Places.Find(doc)) {
		if x.Expression.Class != "country" && x.Expression.Class != "demonym" {
			continue
		}
		if ref := r.registries.Places.Ref(x, dateline.PlaceSite); ref.Country != "" {
			return state(ref.Country), true
		}
	}
	return "", false
}

// actor is the registry's name of the actor that a corpus means ("Israeli
// Military"). What the registry does not know stays.
func (r *Runner) actor(name string) string {
	doc, err := r.document(eval.Report{Text: "The " + name + " did it."})
	if name == "" || err != nil {
		return name
	}
	for _, x := range r.registries.Actors.Resolve(doc, r.registries.Actors.Find(doc), nil) {
		if x.Ref.Actor != "" && len(x.Expression.Text) >= len(name) {
			return x.Ref.Name
		}
	}
	return name
}

// misspelt looks for the one country whose name is a letter off.
func (r *Runner) misspelt(name string) (string, bool) {
	found := map[string]bool{}
	for i := range len(name) + 1 {
		if i < len(name) {
			r.add(found, name[:i]+name[i+1:])
		}
		for c := 'a'; c <= 'z'; c++ {
			r.add(found, name[:i]+string(c)+name[i:])
			if i < len(name) {
				r.add(found, name[:i]+string(c)+name[i+1:])
			}
		}
	}
	if len(name) < 5 || len(found) != 1 {
		return "", false
	}
	for code := range found {
		return code, true
	}
	return "", false
}

func (r *Runner) add(found map[string]bool, name string) {
	if code, ok := r.named(name, dateline.P6); ok {
		found[code] = true
	}
}

// Codes are the codes that a filed country may stand for: the states and their
// territories.
func Codes(filed string) []string {
	if filed == "" {
		return nil
	}
	codes := strings.Split(filed, ",")
	for territory, s := range sovereign {
		for _, code := range codes {
			if code == s {
				codes = append(codes, territory)
				break
			}
		}
	}
	return codes
}
