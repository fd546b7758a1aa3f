// Package table is the on-disk form of the gazetteer: flat sorted tables that
// are read in place from one string, so that opening costs nothing and the
// heap stays empty.
//
// # Format
//
// All integers are little-endian. The file starts with Magic and, for each
// section, its offset and length (two uint32). Sections, in order:
//
//	entries    EntrySize bytes each, sorted by id
//	names      the preferred names, one after another
//	codes      feature class and code of each kind, "P.PPL", one a line
//	countries  alpha-2, alpha-3, name, capital, neighbours; tab separated, one a line
//	byName     hash index: folded name -> entry, bit 31 set for an alternate name
//	byID       hash index: canonical place id -> entry
//	cells      first entry of each one-degree cell, row by row from the south, and one past the last
//	inCell     entry numbers by cell
//	admins     entry numbers of the divisions that other entries lie in
//
// A hash index is 65,537 uint32 (the first pair of each 16-bit bucket) and
// then pairs (next 32 bits of the hash, value), sorted by bucket and hash.
package table

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sort"
)

// Magic opens every file of this version of the format.
const Magic = "DLGAZ001"

// EntrySize is the width of one entry.
const EntrySize = 28

const (
	secEntries = iota
	secNames
	secCodes
	secCountries
	secByName
	secByID
	secCells
	secInCell
	secAdmins
	sections
)

const (
	buckets    = 1 << 16
	cellCount  = 180 * 360
	headerSize = len(Magic) + sections*8
	// Alternate marks a value of the name index that is not a preferred name.
	Alternate = uint32(1) << 31
)

// ErrDamaged is returned for bytes that are not a gazetteer of this format.
var ErrDamaged = errors.New("gazetteer data is damaged")

// Table is an opened file. It is safe for concurrent use.
type Table struct {
	sec   [sections]string
	count int
}

// Entry is one decoded row. Admin1 and Admin2 are entry numbers, -1 for none.
type Entry struct {
	ID             uint32
	Lat, Lon       float64
	Population     int
	Name           string
	Country        int // line of the countries section, -1 for none
	Code           int // line of the codes section
	Admin1, Admin2 int
	RadiusKM       int // 0 where the kind alone decides it
}

// Open checks the frame of data and gives the table over it.
func Open(data string) (*Table, error) {
	if len(data) < headerSize || data[:len(Magic)] != Magic {
		return nil, fmt.Errorf("%w: wrong header", ErrDamaged)
	}
	t := &Table{}
	for i := range t.sec {
		at, n := uint64(u32(data, len(Magic)+i*8)), uint64(u32(data, len(Magic)+i*8+4))
		if at+n > uint64(len(data)) {
			return nil, fmt.Errorf("%w: section %d is cut short", ErrDamaged, i)
		}
		t.sec[i] = data[at : at+n]
	}
	t.count = len(t.sec[secEntries]) / EntrySize
	if len(t.sec[secByName]) < (buckets+1)*4 || len(t.sec[secByID]) < (buckets+1)*4 || len(t.sec[secCells]) < (cellCount+1)*4 {
		return nil, fmt.Errorf("%w: an index is cut short", ErrDamaged)
	}
	return t, nil
}

// Len is the number of entries.
func (t *Table) Len() int { return t.count }

// Codes and Countries give the text sections.
func (t *Table) Codes() string { return t.sec[secCodes] }

// Countries gives the text of the countries section.
func (t *Table) Countries() string { return t.sec[secCountries] }

// Entry decodes row i. It gives the zero Entry for a number out of range.
func (t *Table) Entry(i int) Entry {
	if i < 0 || i >= t.count {
		return Entry{Country: -1, Admin1: -1, Admin2: -1}
	}
	r := t.sec[secEntries][i*EntrySize : (i+1)*EntrySize]
	nameAt, nameLen := int(u32(r, 16)), int(r[20])
	e := Entry{
		ID: u32(r, 0), Lat: fixed(r, 4), Lon: fixed(r, 8), Population: int(u32(r, 12)),
		Code: int(r[21]), Country: int(r[22]) - 1, RadiusKM: int(r[23]) * 40,
		Admin1: t.admin(u32(r, 24) & 0xffff), Admin2: t.admin(u32(r, 24) >> 16),
	}
	if names := t.sec[secNames]; nameAt+nameLen <= len(names) {
		e.Name = names[nameAt : nameAt+nameLen]
	}
	return e
}

func (t *Table) admin(n uint32) int {
	if list := t.sec[secAdmins]; n > 0 && int(n)*4 <= len(list) {
		return int(u32(list, int(n-1)*4))
	}
	return -1
}

func fixed(r string, at int) float64 { return float64(int32(u32(r, at))) / 1e5 }

// ByNumber finds the row whose id is given.
func (t *Table) ByNumber(id uint32) (int, bool) {
	rows := t.sec[secEntries]
	i := sort.Search(t.count, func(i int) bool { return u32(rows, i*EntrySize) >= id })
	return i, i < t.count && u32(rows, i*EntrySize) == id
}

// Name calls yield with the value of each pair of the name index whose hash
// is h, until yield says false.
func (t *Table) Name(h uint64, yield func(entry int, alternate bool) bool) {
	pairs(t.sec[secByName], h, func(v uint32) bool { return yield(int(v&^Alternate), v&Alternate != 0) })
}

// HasName says whether any name has hash h.
func (t *Table) HasName(h uint64) bool {
	found := false
	pairs(t.sec[secByName], h, func(uint32) bool { found = true; return false })
	return found
}

// ByID calls yield with the rows whose canonical id has hash h.
func (t *Table) ByID(h uint64, yield func(entry int) bool) {
	pairs(t.sec[secByID], h, func(v uint32) bool { return yield(int(v)) })
}

func pairs(index string, h uint64, yield func(uint32) bool) {
	b := int(h >> 48)
	lo, hi := int(u32(index, b*4)), int(u32(index, b*4+4))
	body := index[(buckets+1)*4:]
	if hi > len(body)/8 || lo > hi {
		return
	}
	key := uint32(h >> 16)
	i := lo + sort.Search(hi-lo, func(i int) bool { return u32(body, (lo+i)*8) >= key })
	for ; i < hi && u32(body, i*8) == key; i++ {
		if !yield(u32(body, i*8+4)) {
			return
		}
	}
}

// Cell calls yield with the entries of the one-degree cell that holds the point.
func (t *Table) Cell(lat, lon int, yield func(entry int)) {
	c := cell(float64(lat), float64(lon))
	lo, hi := int(u32(t.sec[secCells], c*4)), int(u32(t.sec[secCells], c*4+4))
	for i := lo; i < hi && i*4+4 <= len(t.sec[secInCell]); i++ {
		yield(int(u32(t.sec[secInCell], i*4)))
	}
}

func cell(lat, lon float64) int {
	y := min(max(int(math.Floor(lat))+90, 0), 179)
	x := ((int(math.Floor(lon))+180)%360 + 360) % 360
	return y*360 + x
}

// Hash is FNV-1a of a folded name, with its bits mixed so that the upper ones
// can choose the bucket.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return h ^ h>>32
}

func u32(s string, at int) uint32 {
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}

// Pair is one row of a hash index under construction.
type Pair struct {
	Hash  uint64
	Value uint32
}

// Encode writes entries, sorted by id, and their indexes.
func Encode(entries []Entry, codes, countries string, names, ids []Pair) []byte {
	var rows, pool, admins []byte
	numbers := map[int]uint32{-1: 0}
	number := func(row int) uint32 {
		if _, ok := numbers[row]; !ok {
			numbers[row] = uint32(len(numbers))
			admins = le(admins, uint32(row))
		}
		return numbers[row]
	}
	for _, e := range entries {
		name := e.Name[:min(len(e.Name), 255)]
		rows = le(rows, e.ID, fix(e.Lat), fix(e.Lon), uint32(e.Population), uint32(len(pool)))
		rows = append(rows, byte(len(name)), byte(e.Code), byte(e.Country+1), byte(min((e.RadiusKM+39)/40, 255)))
		rows = le(rows, number(e.Admin1)|number(e.Admin2)<<16)
		pool = append(pool, name...)
	}
	cells, inCell := grid(entries)
	return frame(rows, pool, []byte(codes), []byte(countries), index(names), index(ids), cells, inCell, admins)
}

func fix(v float64) uint32 { return uint32(int32(math.Round(v * 1e5))) }

func le(b []byte, values ...uint32) []byte {
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}

func frame(parts ...[]byte) []byte {
	out := []byte(Magic)
	at := headerSize
	for _, p := range parts {
		out = le(out, uint32(at), uint32(len(p)))
		at += len(p)
	}
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func index(ps []Pair) []byte {
	sort.Slice(ps, func(i, j int) bool {
		a, b := ps[i], ps[j]
		if a.Hash>>16 != b.Hash>>16 {
			return a.Hash < b.Hash
		}
		return a.Value < b.Value
	})
	starts := make([]uint32, buckets+1)
	for _, p := range ps {
		starts[int(p.Hash>>48)+1]++
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	out := le(nil, starts...)
	for _, p := range ps {
		out = le(out, uint32(p.Hash>>16), p.Value)
	}
	return out
}

func grid(entries []Entry) (cells, inCell []byte) {
	in := make([][]uint32, cellCount)
	for i, e := range entries {
		c := cell(e.Lat, e.Lon)
		in[c] = append(in[c], uint32(i))
	}
	n := uint32(0)
	for _, list := range in {
		cells = le(cells, n)
		inCell = le(inCell, list...)
		n += uint32(len(list))
	}
	return le(cells, n), inCell
}
