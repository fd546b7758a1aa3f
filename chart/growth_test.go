package chart

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// Twice as much at twice the size is a power of one; points are put in order.
func TestGrowthSaysThePower(t *testing.T) {
	m, err := ReadMeasured(strings.NewReader("n,linear,square\n100,10,1e4\n1,0.1,1\n10,1,100\n"))
	if err != nil {
		t.Fatal(err)
	}
	m.LogX, m.LogY = true, true
	p, err := Growth(m, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := "linear: 0.1 at 1, 10 at 100, power 1.00; square: 1 at 1, 10,000 at 100, power 2.00."
	if got := bare(p.Conclusion); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestMeasuredThatCannotBeDrawn(t *testing.T) {
	for _, s := range []string{"", "n\n1\n", "n,a\n", "n,a\n1,x\n", "n,a\n1,\n", "n,a,b,c,d,e\n1,1,1,1,1,1\n", "n,a\n1,NaN\n", "n,a\n1,1,1\n"} {
		if _, err := ReadMeasured(strings.NewReader(s)); dateline.CodeOf(err) != dateline.Invalid {
			t.Errorf("%q: %v", s, err)
		}
	}
	m, err := ReadMeasured(strings.NewReader("n,a\n0,1\n"))
	if err != nil {
		t.Fatal(err)
	}
	m.LogX = true
	if _, err := Growth(m, Options{}); dateline.CodeOf(err) != dateline.Invalid {
		t.Errorf("a logarithm of 0: %v", err)
	}
}

func FuzzReadMeasured(f *testing.F) {
	f.Add(measured, true)
	f.Add("n,a\n1,1\n", false)
	f.Add("n,a\n1e300,-1e300\n-1e-300,1e-300\n", false)
	f.Fuzz(func(t *testing.T, s string, log bool) {
		m, err := ReadMeasured(strings.NewReader(s))
		if err != nil {
			return
		}
		m.LogX, m.LogY = log, log
		p, err := Growth(m, Options{})
		if err != nil {
			return
		}
		if len(p.Nodes) > 10000 {
			t.Fatalf("%d nodes for %d bytes", len(p.Nodes), len(s))
		}
		var b strings.Builder
		if err := p.SVG(&b); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "Inf") {
			t.Fatalf("%q is drawn at no place", s)
		}
	})
}
