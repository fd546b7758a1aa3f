package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestPerpetrators reads the texts of testdata/perpetrators.txt and asks who
// did it, by the claims of the act and of responsibility that deny nothing.
func TestPerpetrators(t *testing.T) {
	eachLine(t, "testdata/perpetrators.txt", perpetrators)
}

// perpetrators are the actors of the registry that are held to have done it.
func perpetrators(r dateline.Reading) string {
	var names []string
	for _, c := range r.Claims {
		a := c.Value.Actor
		if s := c.Value.Stance; s != nil && s.Stance != dateline.StanceDenied {
			a = &s.Actor
		}
		if a != nil && a.Actor != "" && a.Kind != dateline.ActorUnidentified && !slices.Contains(names, a.Name) {
			names = append(names, a.Name)
		}
	}
	if slices.Sort(names); len(names) == 0 {
		return "-"
	}
	return strings.Join(names, "; ")
}

// TestNameless reads the texts of testdata/nameless.txt and asks by what words
// attackers without a name are called.
func TestNameless(t *testing.T) {
	eachLine(t, "testdata/nameless.txt", nameless)
}

func nameless(r dateline.Reading) string {
	var names []string
	for _, c := range r.Claims {
		if a := c.Value.Actor; c.Attribute == dateline.AttrPerpetrator && a != nil && a.Actor == "" {
			names = append(names, string(a.Kind)+" "+a.Name)
		}
	}
	if len(names) == 0 {
		return "-"
	}
	return strings.Join(names, "; ")
}
