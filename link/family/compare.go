package family

import (
	"sort"
	"strings"

	"github.com/opendateline/dateline"
)

const (
	runWords     = 7  // family.run_len
	passageWords = 28 // as many words as a long sentence, or two
)

// Compare gathers the evidence that two reports share text: containment and
// Jaccard of their shingles, shared credit or byline, and the shared runs of at
// least seven words that are not stock phrases, longest first. It is symmetric
// up to the order of A and B, which is that of their ids. What an outlet prints
// under all its reports, its own name among the credits, is no evidence: of one
// outlet only reports of two weeks are compared, unless half of one stands in the
// other in several runs, as a story does that is told on: standing text is one
// run. Of several outlets, what is
// printed later is a version of a story only if a passage is the same: else set
// phrases would chain years of news into one family. The credit of an agency,
// which thousands of stories share, counts beside two runs only.
func Compare(a, b *Signature) dateline.Shared {
	if b.Report < a.Report {
		a, b = b, a
	}
	s := dateline.Shared{A: a.Report, B: b.Report}
	own, apart := a.outlet != "" && a.outlet == b.outlet, farApart(a.day, b.day)
	met, common := inCommon(a.shingles, b.shingles)
	if common == 0 {
		return s
	}
	na, nb := a.distinct, b.distinct
	s.Containment = float64(common) / float64(min(na, nb))
	s.Jaccard = float64(common) / float64(na+nb-common)
	if own && apart && s.Containment < Default.Half {
		return dateline.Shared{A: a.Report, B: b.Report}
	}
	s.Runs = runs(a, b, met)
	switch {
	case own && apart && len(s.Runs) < Default.MinRuns:
		return dateline.Shared{A: a.Report, B: b.Report}
	case apart && (len(s.Runs) == 0 || s.Runs[0].Tokens < passageWords):
		s.Runs = nil
	}
	if !own {
		s.Credit = commonCredit(a, b, len(s.Runs))
	}
	return s
}

// commonCredit is a byline that both have, or an agency beside two runs.
func commonCredit(a, b *Signature, runs int) string {
	if c := sharedCredit(a.bylines, b.bylines); c != "" || runs < 2 {
		return c
	}
	return sharedCredit(a.agencies, b.agencies)
}

// fortnight is up to how many days apart versions of a story are printed.
const fortnight = 14

func farApart(a, b dateline.Day) bool {
	if !a.Known() || !b.Known() {
		return false
	}
	n := a.DaysUntil(b)
	return max(n, -n) > fortnight
}

// match is a run in words: it starts at word ia of a and ib of b.
type match struct{ ia, ib, n int }

// runs walks through the places where a met b and takes at each the longest run
// that b shares. A run whose words were seen before is not another run.
func runs(a, b *Signature, met []meeting) []dateline.Run {
	var found []match
	seen := map[uint64]bool{}
	end := 0
	for _, at := range met {
		if at.first < end {
			continue
		}
		m := longest(a, b, at)
		end = at.first + m.n
		if key := contentOf(a.words[m.ia : m.ia+m.n]); own(a.words[m.ia:m.ia+m.n]) >= runWords && !seen[key] {
			seen[key] = true
			found = append(found, m)
		}
	}
	sort.SliceStable(found, func(i, k int) bool { return found[i].n > found[k].n })
	return spans(a, b, found)
}

func longest(a, b *Signature, at meeting) match {
	best := match{}
	for _, x := range at.with {
		if n := commonLength(a.words[at.first:], b.words[x.first:]); n > best.n {
			best = match{at.first, x.first, n}
		}
	}
	return best
}

// commonLength counts equal words from the start, up to a hole in either.
func commonLength(a, b []word) int {
	n := 0
	for n < len(a) && n < len(b) && a[n].hash == b[n].hash && (n == 0 || !a[n].hole && !b[n].hole) {
		n++
	}
	return n
}

// own counts the words outside stock phrases.
func own(words []word) int {
	n := 0
	for _, w := range words {
		if !w.stock {
			n++
		}
	}
	return n
}

func contentOf(words []word) uint64 {
	h := uint64(0)
	for _, w := range words {
		h = mix(h ^ w.hash)
	}
	return h
}

func spans(a, b *Signature, found []match) []dateline.Run {
	if len(found) == 0 {
		return nil
	}
	ra, rb := dateline.NewRunes(a.text), dateline.NewRunes(b.text)
	var out []dateline.Run
	for _, m := range found {
		out = append(out, dateline.Run{
			A:      ra.Span(a.words[m.ia].start, a.words[m.ia+m.n-1].end),
			B:      rb.Span(b.words[m.ib].start, b.words[m.ib+m.n-1].end),
			Tokens: m.n,
		})
	}
	return out
}

// generic are bylines that many unrelated reports carry.
var generic = map[string]bool{
	"staff": true, "staff report": true, "staff reports": true, "staff writer": true, "staff reporter": true,
	"editor": true, "newsroom": true, "admin": true, "web staff": true, "news staff": true, "correspondent": true,
	"our correspondent": true, "agencies": true, "news desk": true, "editorial board": true,
}

// credits are a report's agencies or author names, lower case, without "by" and
// without names that say nothing.
func credits(names []string) []string {
	var out []string
	for _, c := range names {
		c = strings.Join(strings.Fields(strings.ToLower(c)), " ")
		c = strings.TrimSpace(strings.TrimPrefix(c, "by "))
		if c != "" && !generic[c] {
			out = append(out, c)
		}
	}
	sort.Strings(out)
	return out
}

func sharedCredit(a, b []string) string {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return x
			}
		}
	}
	return ""
}
