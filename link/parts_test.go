package link

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestWholeAndPart: what tells of more is not what tells of less (LNK-6, LNK-7).
func TestWholeAndPart(t *testing.T) {
	town := func(name string) dateline.PlaceRef {
		return dateline.PlaceRef{Name: name, City: name, Country: "PAK", Precision: dateline.P1}
	}
	at := func(name string) *dateline.Mention {
		p := town(name)
		return &dateline.Mention{Place: &p}
	}
	land := &dateline.Mention{Place: &dateline.PlaceRef{Name: "Pakistan", Country: "PAK", Precision: dateline.P6}}
	over := func(names ...string) *dateline.Mention {
		m := &dateline.Mention{Place: land.Place}
		for _, n := range names {
			m.Sites = append(m.Sites, town(n))
		}
		return m
	}
	nth := func(n int) *dateline.Mention {
		m := at("Peshawar")
		m.PartOf, m.Ordinal = "mnt_whole", n
		return m
	}
	for _, c := range []struct {
		name  string
		a, b  *dateline.Mention
		apart bool
	}{
		{"an operation and one of its towns", over("Multan", "Sukkur"), at("Sukkur"), true},
		{"an operation and another town", over("Multan", "Sukkur"), at("Peshawar"), true},
		{"an operation and an account that names no town", over("Multan", "Sukkur"), land, false},
		{"two accounts of one operation", over("Multan", "Sukkur"), over("Sukkur", "Multan", "Bannu"), false},
		{"two operations without a town in common", over("Multan", "Sukkur"), over("Bannu", "Kohat"), true},
		{"the first blast and the second", nth(1), nth(2), true},
		{"the first blast, told twice", nth(1), nth(1), false},
		{"the first blast and both", nth(1), at("Peshawar"), true},
		{"two accounts of one town", at("Multan"), at("Multan"), false},
	} {
		if wholeAndPart(c.a, c.b) != c.apart || wholeAndPart(c.b, c.a) != c.apart {
			t.Errorf("%s: apart is not %v", c.name, c.apart)
		}
	}
}
