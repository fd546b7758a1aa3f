package main

import (
	"context"
	"encoding/gob"
	"hash/fnv"
	"os"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/link"
)

// pair is two main accounts that met in a key: the evidence and the answer.
type pair struct {
	a, b *dateline.Mention
	bins []link.Bin
	same bool
}

// set is a number of reports and what linking makes of them.
type set struct {
	told   []run.Told
	mains  []*dateline.Mention
	filed  map[dateline.ID][]string // by report
	linker *link.Linker
}

// read reads a corpus, or the file that keeps what was read of it before.
func read(ctx context.Context, dir, cache string) (told []run.Told, err error) {
	if f, err := os.Open(cache); err == nil {
		defer f.Close()
		return told, gob.NewDecoder(f).Decode(&told)
	}
	runner, err := run.New()
	if err != nil {
		return nil, err
	}
	if told, err = runner.Told(ctx, dir); err != nil || cache == "" {
		return told, err
	}
	f, err := os.Create(cache)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return told, gob.NewEncoder(f).Encode(told)
}

func newSet(told []run.Told, learned link.Weights) *set {
	s := &set{told: told, filed: map[dateline.ID][]string{}}
	texts := map[dateline.ID]*link.Text{}
	for i := range told {
		t := &told[i]
		texts[t.Report.ID] = link.Read(t.Report)
		s.filed[t.Report.ID] = append(s.filed[t.Report.ID], t.Incidents...)
		for k := range t.Mentions {
			if m := &t.Mentions[k]; m.Salience == dateline.Main {
				s.mains = append(s.mains, m)
			}
		}
	}
	l := link.New(nil, nil)
	l.Learned = learned
	l.Text = func(report dateline.ID) *link.Text { return texts[report] }
	s.linker = l.Remembering(link.NewMemory(1 << 20))
	return s
}

// same says whether two reports were filed under one incident.
func (s *set) same(a, b dateline.ID) bool {
	return slices.ContainsFunc(s.filed[a], func(x string) bool { return slices.Contains(s.filed[b], x) })
}

// pairs are the main accounts that meet in a key, each pair once, in order.
func (s *set) pairs() []pair {
	posted := map[string][]int{}
	keys := make([]link.Keys, len(s.mains))
	for i, m := range s.mains {
		keys[i] = s.linker.KeysOf(m)
		for _, k := range keys[i].Post {
			posted[k] = append(posted[k], i)
		}
	}
	var out []pair
	for i, a := range s.mains {
		for _, k := range meeting(keys[i].Probe, posted, i) {
			b := s.mains[k]
			if bins, ok := s.linker.Evidence(a, b); ok {
				out = append(out, pair{a, b, bins, s.same(a.ReportID, b.ReportID)})
			}
		}
	}
	return out
}

// meeting are the indexes above i that stand under one of the keys.
func meeting(probe []string, posted map[string][]int, i int) []int {
	var out []int
	for _, key := range probe {
		for _, k := range posted[key] {
			if k > i {
				out = append(out, k)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// goldPairs counts the pairs of reports of one incident.
func (s *set) goldPairs() int {
	n := 0
	for i := range s.told {
		for k := range s.told[:i] {
			if a, b := s.told[i].Report.ID, s.told[k].Report.ID; a != b && s.same(a, b) {
				n++
			}
		}
	}
	return n
}

// half gives the reports of one half of the incidents; no incident is in both.
func half(told []run.Told, which uint32) []run.Told {
	var out []run.Told
	for _, t := range told {
		h := fnv.New32a()
		h.Write([]byte(slices.Min(append([]string{}, t.Incidents...))))
		if h.Sum32()>>3%2 == which {
			out = append(out, t)
		}
	}
	return out
}
