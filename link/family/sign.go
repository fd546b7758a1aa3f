package family

import (
	"cmp"
	"hash/fnv"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline"
)

const (
	shingleWords = 5
	window       = 4 // winnowing: any shared run of shingleWords+window-1 words shares a key
)

// word is one word that counts. A hole before it (a quotation, boilerplate)
// keeps shingles from running across.
type word struct {
	hash       uint64
	start, end int
	hole       bool
	stock      bool
}

// Signature is a report as its words, ready to be compared.
type Signature struct {
	Report   dateline.ID
	outlet   string       // "" if not known
	day      dateline.Day // of publication, "" if not known
	text     string
	words    []word
	shingles []shingle // in order of hash, then of place
	distinct int       // hashes among them
	bylines  []string
	agencies []string
}

// shingle is a row of words: its hash, and which word is its first.
type shingle struct {
	hash  uint64
	first int
}

// Sign reads a report's words: its own voice, without quotations, title lines
// kept, boilerplate left out.
func Sign(r *dateline.Report) *Signature {
	s := &Signature{Report: r.ID, outlet: r.OutletKey(), day: r.Published.Day(), text: r.Text,
		bylines: credits(r.Byline), agencies: credits(r.AgencyCredit)}
	s.words = readWords(r.Text, skips(r))
	markStock(s.words, stock)
	s.shingles = make([]shingle, 0, len(s.words))
	for i := range s.words {
		if h, ok := s.shingle(i); ok {
			s.shingles = append(s.shingles, shingle{h, i})
		}
	}
	slices.SortFunc(s.shingles, func(x, y shingle) int { return cmp.Or(cmp.Compare(x.hash, y.hash), x.first-y.first) })
	for i, x := range s.shingles {
		if i == 0 || x.hash != s.shingles[i-1].hash {
			s.distinct++
		}
	}
	return s
}

// meeting is a shingle of one report, by its first word, with those of another
// that have its hash.
type meeting struct {
	first int
	with  []shingle
}

// inCommon gives the shingles of a report that another has too, in order of place,
// and counts their hashes.
func inCommon(a, b []shingle) (met []meeting, hashes int) {
	for len(a) > 0 && len(b) > 0 {
		switch x, y := a[0].hash, b[0].hash; {
		case x < y:
			a = a[1:]
		case x > y:
			b = b[1:]
		default:
			with := b[:repeated(b)]
			for _, s := range a[:repeated(a)] {
				met = append(met, meeting{s.first, with})
			}
			hashes++
			a, b = a[repeated(a):], b[len(with):]
		}
	}
	slices.SortFunc(met, func(x, y meeting) int { return x.first - y.first })
	return met, hashes
}

// repeated counts the shingles of the first hash.
func repeated(list []shingle) int {
	n := 1
	for n < len(list) && list[n].hash == list[0].hash {
		n++
	}
	return n
}

// shingle is the hash of the five words that start at word i, if no hole cuts
// them and they are not all stock phrase.
func (s *Signature) shingle(i int) (uint64, bool) {
	if i+shingleWords > len(s.words) {
		return 0, false
	}
	h, own := uint64(0), false
	for k, w := range s.words[i : i+shingleWords] {
		if k > 0 && w.hole {
			return 0, false
		}
		h = mix(h ^ w.hash)
		own = own || !w.stock
	}
	return h, own
}

// mix is the finishing step of MurmurHash3: every bit of x moves every bit of
// the result.
func mix(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

// Keys are the shingles by which a store finds reports that may share text, in
// ascending order: about two in five. Two reports with a run of eight words in
// common (outside quotations and stock phrases) have a key in common.
func (s *Signature) Keys() []uint64 {
	seen := map[uint64]bool{}
	var keys []uint64
	add := func(h uint64) {
		if !seen[h] {
			seen[h] = true
			keys = append(keys, h)
		}
	}
	var row []uint64
	for i := 0; i <= len(s.words); i++ {
		h, ok := s.shingle(i)
		if ok {
			row = append(row, h)
			continue
		}
		winnow(row, add)
		row = row[:0]
	}
	sort.Slice(keys, func(i, k int) bool { return keys[i] < keys[k] })
	return keys
}

// winnow adds the smallest hash of every window of a row.
func winnow(row []uint64, add func(uint64)) {
	for i := 0; i < len(row); i++ {
		end := min(i+window, len(row))
		if end-i < window && i > 0 {
			return
		}
		least := row[i]
		for _, h := range row[i:end] {
			least = min(least, h)
		}
		add(least)
	}
}

// skips are the stretches that are not read, in order.
func skips(r *dateline.Report) [][2]int {
	out := quotations(r.Text)
	for _, b := range r.Boilerplate {
		out = append(out, [2]int{b.Span.Start, b.Span.End})
	}
	sort.Slice(out, func(i, k int) bool { return out[i][0] < out[k][0] })
	return out
}

// closing gives the mark that ends a quotation begun with another, 0 for what
// begins none.
func closing(mark rune) rune {
	switch mark {
	case '"':
		return '"'
	case '“', '‟':
		return '”'
	case '„':
		return '“'
	case '«':
		return '»'
	}
	return 0
}

// quotations finds stretches between quotation marks. A quotation ends with
// its paragraph at the latest.
func quotations(text string) [][2]int {
	var out [][2]int
	open, end := -1, rune(0)
	for i, r := range text {
		switch {
		case open >= 0 && (r == end || r == '\n'):
			out = append(out, [2]int{open, i})
			open = -1
		case open < 0 && closing(r) != 0:
			open, end = i, closing(r)
		}
	}
	if open >= 0 {
		out = append(out, [2]int{open, len(text)})
	}
	return out
}

// lettersAWord is about how many letters of news there are to a word, with what
// stands between them.
const lettersAWord = 6

// readWords cuts text into words of letters and digits, lower case, without
// the skipped stretches.
func readWords(text string, skip [][2]int) []word {
	words := make([]word, 0, len(text)/lettersAWord)
	hole := false
	for i := 0; i < len(text); {
		for len(skip) > 0 && skip[0][1] <= i {
			skip = skip[1:]
		}
		if len(skip) > 0 && skip[0][0] <= i {
			hole, i = true, skip[0][1]
			continue
		}
		end := wordEnd(text, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		words = append(words, word{hash: hashWord(text[i:end]), start: i, end: end, hole: hole})
		hole, i = false, end
	}
	return words
}

func wordEnd(text string, i int) int {
	for k, r := range text[i:] {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			return i + k
		}
	}
	return len(text)
}

func hashWord(w string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(strings.ToLower(w)))
	return h.Sum64()
}
