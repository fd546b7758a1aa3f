package run

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// Classes of weapon in which corpora are compared: what one person carries, and
// what bursts or is dropped or fired from afar.
const (
	smallArms  = "Small arms and light weapons"
	explosives = "Heavy weapons and explosive munitions"
)

// weaponClass is the class of the means of an incident, "" if none is known.
func weaponClass(f dateline.Facets) string {
	switch {
	case len(f.Means) == 0:
		return ""
	case f.Has(dateline.Firearms, dateline.EdgedBlunt) && !slices.ContainsFunc(f.Means, bursts):
		return smallArms
	case slices.ContainsFunc(f.Means, bursts):
		return explosives
	}
	return ""
}

func bursts(m dateline.Means) bool {
	switch m {
	case dateline.Firearms, dateline.EdgedBlunt, dateline.Incendiary:
		return false
	}
	return true
}

// filedWeapon is the class that a corpus means: its class by name, or that of
// the weapon it names. Several are set apart by commas; what is none stays out.
func filedWeapon(words *lexicon.Lexicon, filed string) string {
	var classes []string
	for _, part := range strings.Split(filed, ",") {
		if part = strings.TrimSpace(part); part == smallArms || part == explosives {
			classes = append(classes, part)
			continue
		}
		for _, w := range strings.FieldsFunc(strings.ToLower(part), func(r rune) bool { return r == ' ' || r == '.' }) {
			m, ok := words.Weapons[strings.TrimSuffix(w, "s")]
			if class := weaponClass(dateline.Facets{Means: []dateline.Means{m}}); ok && !slices.Contains(classes, class) {
				classes = append(classes, class)
			}
		}
	}
	return strings.Join(classes, ",")
}

// strikeTypes are the words of airwars_gaza for how a strike was made; where it
// names two, either is right.
var strikeTypes = []struct {
	words string
	means []dateline.Means
}{
	{"Drone Strike", []dateline.Means{dateline.AirDrone}},
	{"Airstrike", []dateline.Means{dateline.AirCrewed, dateline.AirUnspecified}},
	{"Artillery", []dateline.Means{dateline.IndirectFire, dateline.Missile}},
	{"Ground operation", []dateline.Means{dateline.Firearms}},
}

func filedTypes(types []string) []string {
	out := slices.Clone(types)
	for i, t := range out {
		if first, second, two := strings.Cut(t, " and/or "); two {
			out[i] = first + "|" + second
		}
	}
	return out
}

func strikeType(f dateline.Facets) []string {
	for _, row := range strikeTypes {
		if f.Has(row.means...) {
			return []string{row.words}
		}
	}
	return nil
}
