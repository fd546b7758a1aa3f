package run

import (
	"slices"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

func TestWeaponClass(t *testing.T) {
	for _, c := range []struct {
		means []dateline.Means
		class string
		kind  []string
	}{
		{nil, "", nil},
		{[]dateline.Means{dateline.Firearms}, smallArms, []string{"Ground operation"}},
		{[]dateline.Means{dateline.Firearms, dateline.AirUnspecified}, explosives, []string{"Airstrike"}},
		{[]dateline.Means{dateline.AirCrewed, dateline.AirDrone}, explosives, []string{"Drone Strike"}},
		{[]dateline.Means{dateline.Incendiary}, "", nil},
	} {
		f := dateline.Facets{Act: dateline.Attack, Means: c.means}
		if got := weaponClass(f); got != c.class {
			t.Errorf("%v: class %q, want %q", c.means, got, c.class)
		}
		if got := strikeType(f); !slices.Equal(got, c.kind) {
			t.Errorf("%v: type %q, want %q", c.means, got, c.kind)
		}
	}
}

func TestFiledWeapon(t *testing.T) {
	words, err := lexicon.English()
	if err != nil {
		t.Fatal(err)
	}
	for filed, want := range map[string]string{"two pistols and a shotgun": smallArms, "Unknown": "", "": "",
		explosives + ", " + smallArms: explosives + "," + smallArms, "a hand grenade": explosives} {
		if got := filedWeapon(words, filed); got != want {
			t.Errorf("%q: %q, want %q", filed, got, want)
		}
	}
	if got := filedTypes([]string{"Airstrike and/or Artillery", "Drone Strike"}); !slices.Equal(got, []string{"Airstrike|Artillery", "Drone Strike"}) {
		t.Errorf("types %q", got)
	}
}
