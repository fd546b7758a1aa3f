package web

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// redaction knows what of one report may not be shown. Offsets are those of
// the stored text and stay true: words are covered, never moved.
type redaction struct {
	report *dateline.Report
	closed string // why no words of the report are shown at all; "" if they are
	covers []cover
}

// cover is a stretch that is shown as something else.
type cover struct {
	start, end int
	instead    string
}

const (
	sealedGroup     = "words of an armed group’s own media"
	sealedSexual    = "an account of sexual violence"
	sealedHold      = "under legal hold"
	insteadOfName   = "[name not shown]"
	insteadOfNumber = "█"
)

// redact prepares the redaction of a report. claims are those that were read
// from it, public the names of public figures among its victims (ETH-2).
func redact(r *dateline.Report, claims []dateline.Claim, public []string) *redaction {
	d := &redaction{report: r, closed: closed(r)}
	for _, m := range r.Masked {
		d.covers = append(d.covers, cover{m.Start, m.End, strings.Repeat(insteadOfNumber, utf8.RuneCountInString(m.Of(r.Text)))})
	}
	for _, n := range privateNames(claims, public) {
		d.coverAll(n)
	}
	d.inOrder()
	return d
}

// closed says why all words of a report stay inside (ETH-3, ETH-4).
func closed(r *dateline.Report) string {
	if r.Genre == dateline.Propaganda {
		return sealedGroup
	}
	for _, h := range r.Handling {
		switch h {
		case dateline.HandlePropaganda:
			return sealedGroup
		case dateline.HandleSexual:
			return sealedSexual
		case dateline.HandleLegalHold:
			return sealedHold
		}
	}
	return ""
}

// sealed says why the words of a claim are not shown; "" if they are. An armed
// group's own words are paraphrased, wherever they were printed (ETH-4).
func (d *redaction) sealed(c *dateline.Claim) string {
	s := c.Innermost()
	if d.closed == "" && (s.Kind == dateline.PropagandaRelease || s.Issuer == dateline.IssuerArmedGroup) {
		return sealedGroup
	}
	return d.closed
}

// privateNames are the names of victims and speakers who are no public figures.
func privateNames(claims []dateline.Claim, public []string) []string {
	var out []string
	for _, c := range claims {
		if namesPerson(&c) {
			out = append(out, c.Exact)
		}
		for _, s := range c.Attribution {
			if s.Named && wording.Private(s.Issuer) {
				out = append(out, s.Text)
			}
		}
	}
	kept := out[:0]
	for _, n := range out {
		if n != "" && !anyWithin(public, n) {
			kept = append(kept, n)
		}
	}
	return kept
}

// namesPerson says that the words of a claim are the name of a victim.
func namesPerson(c *dateline.Claim) bool {
	return c.Attribute == dateline.AttrVictimIdentity || c.Value.Count != nil && c.Value.Count.Qualifier == dateline.NamedPerson && capitalised(c.Exact)
}

// capitalised says that some word in s beyond the first starts with a capital,
// as names do and "a policeman" does not.
func capitalised(s string) bool {
	words := strings.Fields(s)
	for i, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); (i > 0 || len(words) == 1) && strings.ToUpper(string(r)) == string(r) && strings.ToLower(string(r)) != string(r) {
			return true
		}
	}
	return false
}

func anyWithin(names []string, s string) bool {
	for _, n := range names {
		if strings.Contains(s, n) || strings.Contains(n, s) {
			return true
		}
	}
	return false
}

// coverAll covers every place where a name stands.
func (d *redaction) coverAll(name string) {
	text := d.report.Text
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return
		}
		d.covers = append(d.covers, cover{at + i, at + i + len(name), insteadOfName})
		at += i + len(name)
	}
}

// inOrder sorts the covers and drops those that lie under another.
func (d *redaction) inOrder() {
	sort.Slice(d.covers, func(i, k int) bool {
		a, b := d.covers[i], d.covers[k]
		return a.start < b.start || a.start == b.start && a.end > b.end
	})
	kept, end := d.covers[:0], -1
	for _, c := range d.covers {
		if c.start >= end {
			kept, end = append(kept, c), c.end
		}
	}
	d.covers = kept
}

// text is the stretch [start,end) as it may be shown. A cover that begins
// before the stretch shows in it only if lead is set, so that neighbouring
// stretches do not show it twice.
func (d *redaction) text(start, end int, lead bool) string {
	var b strings.Builder
	text, at := d.report.Text, start
	for _, c := range d.covers {
		if c.end <= start || c.start >= end {
			continue
		}
		if c.start > at {
			b.WriteString(text[at:c.start])
		}
		if c.start >= start || lead {
			b.WriteString(c.instead)
		}
		at = min(c.end, end)
	}
	b.WriteString(text[at:end])
	return b.String()
}

// over covers names in words that were taken from the report but do not stand
// at a span of it, such as its title.
func (d *redaction) over(s string) string {
	for _, c := range d.covers {
		if covered := d.report.Text[c.start:c.end]; strings.Contains(s, covered) {
			s = strings.ReplaceAll(s, covered, c.instead)
		}
	}
	return s
}
