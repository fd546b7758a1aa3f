package model

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestLinearSumsRows writes random rows to a file and scores random features:
// the sums must be those of the rows themselves, whatever bucket or form a row
// came to lie in. Few different high halves of keys make buckets overflow.
func TestLinearSumsRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		classes := rapid.IntRange(2, 8*mostWords).Draw(t, "classes")
		rows := drawRows(t, classes)
		names := make([]string, classes)
		for c := range names {
			names[c] = fmt.Sprint("class", c)
		}
		l, err := OpenLinear(encode(rows, names))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(l.Classes, names) {
			t.Fatalf("classes %v, want %v", l.Classes, names)
		}
		var features []key
		want, got := make([]int32, classes), make([]int32, classes)
		for range rapid.IntRange(0, mostFeatures).Draw(t, "features") {
			if r := rapid.IntRange(0, len(rows)).Draw(t, "row"); r < len(rows) {
				features = append(features, rows[r].key)
				for e := rows[r].entries; len(e) > 0; e = e[2:] {
					want[e[0]] += int32(int8(e[1]))
				}
				continue
			}
			features = append(features, 1<<63|key(rapid.Uint32Range(0, 3).Draw(t, "unknown")))
		}
		if l.Score(features, got); !slices.Equal(got, want) {
			t.Fatalf("scores %v, want %v", got, want)
		}
	})
}

func drawRows(t *rapid.T, classes int) []row {
	var rows []row
	for i := range rapid.IntRange(0, 60).Draw(t, "rows") {
		r := row{key: key(rapid.Uint64Range(0, 2).Draw(t, "bucket")<<32 | uint64(i+1)*0x9E3779B1&0xFFFFFFFF)}
		for c := range classes {
			if rapid.IntRange(0, classes).Draw(t, "has") < 12 {
				w := rapid.Int8Range(-127, 127).Filter(func(w int8) bool { return w != 0 }).Draw(t, "weight")
				r.entries = append(r.entries, byte(c), byte(w))
			}
		}
		if len(r.entries) > 0 {
			rows = append(rows, r)
		}
	}
	return rows
}

// TestDamagedLinear opens cut and altered files: an error, never a panic.
func TestDamagedLinear(t *testing.T) {
	whole := encode([]row{{1<<40 | 7, []byte{0, 5, 2, 250}}}, []string{"a", "b", "c", "d", "e"})
	for n := range whole {
		if _, err := OpenLinear(whole[:n]); err == nil {
			t.Fatalf("%d of %d bytes open", n, len(whole))
		}
	}
}
