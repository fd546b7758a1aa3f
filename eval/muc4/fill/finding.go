package fill

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract"
)

// Account is what the reading of reports tells of one happening.
type Account struct {
	Kind      string // of the account, with its salience if it is an incident
	Sentences []int  // that it stands in
	From, To  string // days, as the task writes them; "" if not known
	Place     string // as written; "" if not known
}

// incident: the account is of something that happened.
func (a *Account) incident() bool { return strings.HasPrefix(a.Kind, string(dateline.KindIncident)) }

// value is the day of an account, or its range, as the task writes it.
func (a *Account) value() string {
	if a.From == a.To {
		return a.To
	}
	return a.From + " - " + a.To
}

// dated says whether a fill of the date slot is the day of an account.
func (a *Account) dated(fill string) bool {
	return fill == a.value() || a.From != a.To && fill == "- "+a.To
}

// finding is what the reading of reports finds in a message.
type finding struct {
	*dateline.Reading
	names    extract.Annotations
	accounts []Account
}

func newAccounts(reading *dateline.Reading) []Account {
	var out []Account
	for i := range reading.Mentions {
		m := &reading.Mentions[i]
		a := Account{Kind: kindOfAccount(m)}
		if m.Date != nil {
			a.From, a.To = stampOf(m.Date.Earliest), stampOf(m.Date.Latest)
		}
		if m.Place != nil {
			a.Place = strings.ToUpper(m.Place.Text)
		}
		out = append(out, a)
	}
	return out
}

func stampOf(day dateline.Day) string {
	if !day.Known() {
		return ""
	}
	return stamp(day.Time())
}

func kindOfAccount(m *dateline.Mention) string {
	kind := string(m.Kind)
	if m.Kind == dateline.KindIncident {
		kind += " " + string(m.Salience)
	}
	if m.Polarity == dateline.Negated {
		kind += " not"
	}
	return kind
}

// page is a sentence of a message that is written on, and the one it was parsed
// from.
type page struct {
	*Sentence
	number int // in the message
	at     int // in the document
	parsed *dateline.Sentence
}

// note writes on the last sentence of a message, and on its words, what is found
// there.
func (f *finding) note(m *Message, at int, parsed *dateline.Sentence) {
	last := len(m.Sentences) - 1
	p := page{&m.Sentences[last], last, at, parsed}
	for i := range f.Mentions {
		f.noteAccount(p, i)
	}
	for i := range f.Claims {
		p.noteClaim(&f.Claims[i])
	}
	for _, u := range f.Unused {
		p.find(u.Span, "unused", "unused "+u.Reason)
	}
	f.noteNames(p)
	slices.Sort(p.Found)
	p.Found = slices.Compact(p.Found)
}

// noteAccount writes down what an account is, and its parts.
func (f *finding) noteAccount(p page, i int) {
	m, a := &f.Mentions[i], &f.accounts[i]
	if p.holds(m.Trigger) {
		p.mark(m.Trigger, "trigger "+a.Kind)
		p.Found = append(p.Found, nature(m, a.Kind)...)
	}
	for _, passage := range f.Passages {
		if slices.Contains(m.Passages, passage.ID) && p.holds(passage.Span) && !slices.Contains(a.Sentences, p.number) {
			a.Sentences = append(a.Sentences, p.number)
		}
	}
	for _, x := range m.Actors {
		p.mark(x.Span, "actor "+string(x.Role))
		p.mark(x.Span, "certain "+string(x.Role)+" "+string(x.Certainty))
	}
	for _, x := range m.Targets {
		p.mark(x.Span, "target")
		p.mark(x.Span, "target "+string(x.Category))
	}
}

// nature is what an account is, in words.
func nature(m *dateline.Mention, kind string) []string {
	act := string(m.Facets.Act)
	out := []string{"kind " + kind, "act " + act, "ka " + kind + " " + act, "tense " + string(m.Temporality), "trigger " + strings.ToLower(m.TriggerText)}
	for _, x := range m.Facets.Means {
		out = append(out, "means "+string(x))
	}
	for _, x := range m.Facets.Flags {
		out = append(out, "flag "+string(x))
	}
	if m.Hedged {
		out = append(out, "hedged")
	}
	if m.Cardinality.N == nil || *m.Cardinality.N > 1 {
		out = append(out, "many")
	}
	return out
}

// noteClaim writes down what is claimed by the words, and who says so.
func (p page) noteClaim(c *dateline.Claim) {
	what := "claim " + string(c.Attribute)
	p.find(c.Span, what, what)
	for _, s := range c.Attribution {
		if s.Span != nil {
			p.mark(*s.Span, "speaker")
		}
		if c.Attribute == dateline.AttrPerpetrator || c.Attribute == dateline.AttrResponsibility {
			p.find(c.Span, "by "+string(s.Issuer)+" "+string(s.Kind), "said by "+string(s.Issuer))
		}
	}
	if c.Value.Stance != nil {
		p.mark(c.Span, "stance "+string(c.Value.Stance.Stance))
	}
}

// noteNames writes down which words name whom.
func (f *finding) noteNames(p page) {
	for _, a := range f.names.Actors {
		if a.Sentence == p.at {
			p.mark(dateline.Span{Start: a.Start, End: a.End}, "is "+string(a.Expression.Kind)+" "+string(a.Ref.Kind))
		}
	}
	for _, x := range f.names.Places {
		if x.Sentence == p.at {
			p.mark(dateline.Span{Start: x.Start, End: x.End}, "is place "+x.Class)
		}
	}
}

// holds says whether a span begins in the sentence.
func (p page) holds(s dateline.Span) bool {
	tokens := p.parsed.Tokens
	return s.Start >= tokens[0].Start && s.Start < tokens[len(tokens)-1].End
}

// find marks the words of a span, and writes down on its sentence what is found.
func (p page) find(s dateline.Span, mark, found string) {
	p.mark(s, mark)
	if p.holds(s) {
		p.Found = append(p.Found, found)
	}
}

// mark marks the words of a span, each once.
func (p page) mark(s dateline.Span, what string) {
	for i, t := range p.parsed.Tokens {
		if w := &p.Words[i]; t.Start < s.End && t.End > s.Start && !slices.Contains(w.Found, what) {
			w.Found = append(w.Found, what)
		}
	}
}
