// Package trust says how likely a claim is to be what the records of the
// incident say in the end.
//
// A claim's confidence is a probability, and should mean what it says: of a
// hundred claims held at 0.8, eighty should be right. Its features are how the
// claim was taken (rule, modality, the words of its number), where it stands
// in the report, and whether other claims of the same account agree. The weights
// are a logistic regression learned by train/trust from claims whose answer
// people filed; such a model is calibrated where reports are like those it was
// learned from, and package eval measures how far it is elsewhere
// (eval.ScoreReliability). A claim is wrong here too if the report was right at
// the time and the number changed later.
//
// Numbers of dead and wounded keep the chance that package whole gives them, since
// reconciling compares these. Facts without enough filed answers (targets, means,
// motives) keep the confidence of their modality. So does who did it: learned from
// some hundred claims about one war, it was further off in another than the
// modality alone.
package trust

import (
	"embed"
	"fmt"
	"math"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/logit"
)

// Labels of the model.
var Labels = []string{"wrong", "right"}

// Attributes are the facts that the model knows.
var Attributes = map[dateline.Attribute]bool{dateline.AttrDate: true, dateline.AttrPlace: true}

//go:embed data/weights.tsv
var files embed.FS

// Model rates claims. It is read-only and serves many goroutines.
type Model struct{ weights *logit.Model }

// New makes a model of weights over the names that [Features] gives.
func New(m *logit.Model) *Model { return &Model{m} }

// English is the model that is compiled into the program. The error is coded
// dateline.Invalid and can only come from the embedded file.
func English() (*Model, error) {
	m, err := logit.ReadFile(files, "data/weights.tsv")
	if err != nil {
		return nil, err
	}
	return New(m), nil
}

// Rate sets the confidence of the claims of a reading that the model knows.
func (m *Model) Rate(doc *dateline.Document, r *dateline.Reading) {
	for i := range r.Claims {
		if c := &r.Claims[i]; Attributes[c.Attribute] && !handedOn(c) {
			p := m.weights.Probabilities(Features(doc, r, c))[1]
			c.Confidence = math.Round(p*100) / 100
		}
	}
}

// handedOn: the town that other accounts of the report lie in (PLC-11) keeps the confidence
// of its modality, for nobody filed where what is told in passing lay.
func handedOn(c *dateline.Claim) bool { return strings.HasPrefix(c.Rule, "PLC-11/town") }

// Features are what is seen of a claim, each with the fact in its name.
func Features(doc *dateline.Document, r *dateline.Reading, c *dateline.Claim) []string {
	f := features{fact: string(c.Attribute)}
	f.add("fact")
	f.add("rule " + strings.TrimSuffix(c.Rule, "@1"))
	f.add("modality " + string(c.Modality))
	f.add("polarity " + string(c.Polarity))
	f.add(standing(doc, c))
	agree, against := company(r, c)
	f.add("agreeing " + few(agree))
	f.add("other values " + few(against))
	if agree == 0 && against > 0 {
		f.add("alone against others")
	}
	if m := mentionOf(r, c.MentionID); m != nil {
		f.add("account " + string(m.Salience))
		f.add("account hedged " + fmt.Sprint(m.Hedged))
		f.add("accounts " + few(len(r.Mentions)-1))
	}
	f.value(c)
	return f.names
}

type features struct {
	fact  string
	names []string
}

func (f *features) add(what string) { f.names = append(f.names, f.fact+": "+what) }

// few is a number in steps.
func few(n int) string {
	switch {
	case n <= 2:
		return fmt.Sprint(n)
	case n <= 5:
		return "3 to 5"
	}
	return "more"
}

// standing is where in its report a claim stands.
func standing(doc *dateline.Document, c *dateline.Claim) string {
	for i, s := range doc.Sentences {
		if c.Span.Start >= s.Start && c.Span.Start < s.End {
			if s.Role == dateline.RoleHeadline {
				return "in the headline"
			}
			return "in sentence " + few(i)
		}
	}
	return "in no sentence"
}

func mentionOf(r *dateline.Reading, id dateline.ID) *dateline.Mention {
	for i := range r.Mentions {
		if r.Mentions[i].ID == id {
			return &r.Mentions[i]
		}
	}
	return nil
}

// company counts the other claims of the same fact of an account, those with the
// same value and those with another.
func company(r *dateline.Reading, c *dateline.Claim) (agree, against int) {
	for i := range r.Claims {
		o := &r.Claims[i]
		if o.ID == c.ID || o.MentionID != c.MentionID || o.Attribute != c.Attribute {
			continue
		}
		if said(o) == said(c) {
			agree++
		} else {
			against++
		}
	}
	return agree, against
}
