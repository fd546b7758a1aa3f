// Command worldmap turns the countries of Natural Earth, as the npm package
// world-atlas has them, into the small file that package chart draws maps from.
//
//	npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//	go run ./train/worldmap package/countries-50m.json chart/data/world.bin.gz
//
// The input is TopoJSON: arcs of points on a grid, each arc once, and countries
// as rings of arcs. The output is the same with nothing else: no names, and of
// the codes only whether a country has one. All numbers are varints, those that
// can be negative in zigzag:
//
//	scale x, scale y, origin x, origin y   as IEEE bits
//	arcs: count, then for each: points, then dx dy from the point before
//	countries: count, then for each: 1 if it has a code, rings, then for each
//	           ring: arcs, then the number of each, ^n where it runs backwards
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: worldmap countries-50m.json world.bin.gz")
		os.Exit(2)
	}
	if err := convert(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "worldmap:", err)
		os.Exit(1)
	}
}

type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]int64
	Objects   struct {
		Countries struct{ Geometries []geometry }
	}
}

type geometry struct {
	Type string
	ID   any
	Arcs json.RawMessage
}

// rings lists the rings of a polygon or of several.
func (g geometry) rings() ([][]int64, error) {
	switch g.Type {
	case "Polygon":
		var rings [][]int64
		err := json.Unmarshal(g.Arcs, &rings)
		return rings, err
	case "MultiPolygon":
		var polygons [][][]int64
		if err := json.Unmarshal(g.Arcs, &polygons); err != nil {
			return nil, err
		}
		var rings [][]int64
		for _, p := range polygons {
			rings = append(rings, p...)
		}
		return rings, nil
	}
	return nil, fmt.Errorf("a country is a %s; want Polygon or MultiPolygon", g.Type)
}

func convert(from, to string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var t topology
	if err := json.Unmarshal(b, &t); err != nil {
		return err
	}
	out, err := encode(t)
	if err != nil {
		return err
	}
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(out); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

func encode(t topology) ([]byte, error) {
	var out []byte
	for _, v := range []float64{t.Transform.Scale[0], t.Transform.Scale[1], t.Transform.Translate[0], t.Transform.Translate[1]} {
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(v))
	}
	out = binary.AppendUvarint(out, uint64(len(t.Arcs)))
	for _, arc := range t.Arcs {
		out = binary.AppendUvarint(out, uint64(len(arc)))
		for _, p := range arc {
			out = binary.AppendVarint(binary.AppendVarint(out, p[0]), p[1])
		}
	}
	countries := t.Objects.Countries.Geometries
	out = binary.AppendUvarint(out, uint64(len(countries)))
	for _, g := range countries {
		rings, err := g.rings()
		if err != nil {
			return nil, err
		}
		code := byte(0)
		if g.ID != nil {
			code = 1
		}
		out = binary.AppendUvarint(append(out, code), uint64(len(rings)))
		for _, ring := range rings {
			out = binary.AppendUvarint(out, uint64(len(ring)))
			for _, a := range ring {
				out = binary.AppendVarint(out, a)
			}
		}
	}
	return out, nil
}
