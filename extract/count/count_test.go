package count

import (
	"fmt"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

func tokens(s string) []dateline.Token {
	var out []dateline.Token
	at := 0
	for _, f := range strings.Fields(s) {
		i := at + strings.Index(s[at:], f)
		out = append(out, dateline.Token{Start: i, End: i + len(f), Text: f})
		at = i + len(f)
	}
	return out
}

func show(c dateline.Count) string {
	n := func(p *int) string {
		if p == nil {
			return "-"
		}
		return fmt.Sprint(*p)
	}
	s := n(c.Lo) + "/" + n(c.Anchor) + "/" + n(c.Hi)
	if c.Vague {
		s += " vague"
	}
	if c.Approximate {
		s += " approximate"
	}
	return s
}

// TestCAS1 is the qualifier table of domain §3.1: lo/anchor/hi and flags.
func TestCAS1(t *testing.T) {
	g, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ text, want, taken string }{
		{"six people", "6/6/6", "six"},
		{"at least 43 people", "43/43/-", "at least 43"},
		{"no fewer than nine", "9/9/-", "no fewer than nine"},
		{"20 or more people", "20/20/-", "20 or more"},
		{"more than 60 soldiers", "61/60/-", "more than 60"},
		{"upwards of two hundred", "201/200/-", "upwards of two hundred"},
		{"up to 20 fighters", "0/-/20", "up to 20"},
		{"as many as thirty-one", "0/-/31", "as many as thirty-one"},
		{"fewer than ten", "0/-/9", "fewer than ten"},
		{"nearly 150 people", "135/150/150 approximate", "nearly 150"},
		{"almost 200", "180/200/200 approximate", "almost 200"},
		{"about 50 peasants", "45/50/55 approximate", "about 50"},
		{"some 25 officers", "22/25/28 approximate", "some 25"},
		{"about three dozen soldiers", "32/36/40 approximate", "about three dozen"},
		{"about two-dozen people", "21/24/27 approximate", "about two-dozen"},
		{"a dozen people", "12/12/12", "a dozen"},
		{"half a dozen shops", "6/6/6", "half a dozen"},
		{"between 12 and 15 dead", "12/-/15", "between 12 and 15"},
		{"12 to 15 dead", "12/-/15", "12 to 15"},
		{"12-15 dead", "12/-/15", "12-15"},
		{"two or three men", "2/-/3", "two or three"},
		{"a couple of men", "2/2/2 approximate", "a couple"},
		{"several people", "3/-/- vague", "several"},
		{"a handful of men", "3/-/- vague", "a handful"},
		{"tens of people", "20/-/- vague", "tens"},
		{"dozens of people", "24/-/- vague", "dozens"},
		{"scores", "40/-/- vague", "scores"},
		{"hundreds of others", "200/-/- vague", "hundreds"},
		{"thousands", "2000/-/- vague", "thousands"},
		{"1,200 families", "1200/1200/1200", "1,200"},
		{"a hundred and five people", "105/105/105", "a hundred and five"},
		{"twenty three", "23/23/23", "twenty three"},
		{"three hundred thousand", "300000/300000/300000", "three hundred thousand"},
		{"1.5 million people", "1500000/1500000/1500000", "1.5 million"},
		{"seven and five others", "7/7/7", "seven"},
		{"an estimated 40 people", "36/40/44 approximate", "an estimated 40"},
		{"10 or so people", "9/10/11 approximate", "10 or so"},
	} {
		p, ok := g.Read(tokens(row.text), 0)
		if !ok {
			t.Errorf("CAS-1 %q: nothing read", row.text)
			continue
		}
		ts := tokens(row.text)
		taken := row.text[ts[p.Start].Start:ts[p.End-1].End]
		if got := show(p.Count); got != row.want || taken != row.taken {
			t.Errorf("CAS-1 %q: got %s from %q, want %s from %q", row.text, got, taken, row.want, row.taken)
		}
	}
}

func TestNoCount(t *testing.T) {
	g, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"a soldier", "the embassy", "30 % of them", "40 percent", "2019-2021 offensive", "5 p.m."} {
		if p, ok := g.Read(tokens(text), 0); ok {
			t.Errorf("%q read as %s", text, show(p.Count))
		}
	}
}

// TestBoundsInOrder: whatever the words, the bounds obey Count.Check.
func TestBoundsInOrder(t *testing.T) {
	g, err := English()
	if err != nil {
		t.Fatal(err)
	}
	all := []dateline.Qualifier{dateline.Exactly, dateline.AtLeast, dateline.MoreThan, dateline.UpTo, dateline.FewerThan, dateline.Nearly, dateline.About}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 1_000_000).Draw(t, "n")
		q := rapid.SampledFrom(all).Draw(t, "qualifier")
		if err := g.Bounds(q, n).Check(); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzRead: any words give no panic, a phrase inside the tokens, and ordered bounds.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"at least two dozen or more", "between 1 and 2", "half a hundred and five", "1,2,3 to 4+", "a a a", "twenty-", "no fewer than"} {
		f.Add(seed)
	}
	g, err := English()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ts := tokens(s)
		for i := range ts {
			p, ok := g.Read(ts, i)
			if !ok {
				continue
			}
			if p.Start != i || p.End <= i || p.End > len(ts) {
				t.Fatalf("phrase [%d,%d) at %d of %d tokens", p.Start, p.End, i, len(ts))
			}
			if err := p.Count.Check(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	g, err := English()
	if err != nil {
		b.Fatal(err)
	}
	ts := tokens("The blast killed at least 43 people and wounded about two dozen others at the market")
	b.ReportAllocs()
	for b.Loop() {
		for i := range ts {
			g.Read(ts, i)
		}
	}
}
