package chart

import (
	"io"
	"math/rand/v2"
	"testing"

	"github.com/opendateline/dateline"
)

func BenchmarkLadderPNG(b *testing.B) {
	for b.Loop() {
		p, err := Ladder(market(), dateline.Killed, dateline.PopAll, made)
		if err != nil {
			b.Fatal(err)
		}
		if err := p.PNG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLadderSVG(b *testing.B) {
	for b.Loop() {
		p, err := Ladder(market(), dateline.Killed, dateline.PopAll, made)
		if err != nil {
			b.Fatal(err)
		}
		if err := p.SVG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMap10000 draws ten thousand incidents in a thousand places of one
// region.
func BenchmarkMap10000(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	var all []*dateline.Incident
	for range 1000 {
		i := happened(30+8*r.Float64(), 60+12*r.Float64(), dateline.P1)
		for range 10 {
			all = append(all, i)
		}
	}
	for b.Loop() {
		p, err := Map(all, "", made)
		if err != nil {
			b.Fatal(err)
		}
		if err := p.SVG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
