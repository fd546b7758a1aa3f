package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/opendateline/dateline/eval/muc4"
)

// losses prints where the score of 1992 is lost: by slot what is missing,
// spurious and wrong, in templates that are mapped to one of the key (m) and in
// those that are not, and the F with the key's fills of that slot put into all
// mapped templates.
func losses(w io.Writer, key, answers []muc4.Template) {
	all := muc4.Evaluate(key, answers)
	f := all.AllTemplates.F()
	fmt.Fprintf(w, "F %.4f; only mapped templates given %.4f; of what is given %.4f\n", f, muc4.Evaluate(key, mapped(key, answers)).AllTemplates.F(), all.MatchedSpurious.F())
	fmt.Fprintln(w, "slot                 correct partial wrong(m) missing(m) missing spurious(m) spurious   F   gain")
	matched := muc4.Evaluate(mappedKeys(key, answers), mapped(key, answers))
	for slot := muc4.FirstScored; slot <= muc4.HumTotal; slot++ {
		c, m := all.Slots[slot], matched.Slots[slot]
		fmt.Fprintf(w, "%-20s %7d %7d %8d %10d %7d %11d %8d %5.1f %5.2f\n", slot.Row(), c.Correct, c.Partial, m.Incorrect, m.Missing, c.Missing, m.Spurious, c.Spurious, 100*c.F(),
			muc4.Evaluate(key, given(key, answers, slot)).AllTemplates.F()*100-f*100)
	}
	for _, part := range parts {
		fmt.Fprintf(w, "%-20s %.2f\n", part.name, muc4.Evaluate(key, given(key, answers, part.slots...)).AllTemplates.F()*100-f*100)
	}
}

var parts = []struct {
	name  string
	slots []muc4.Slot
}{
	{"incident", []muc4.Slot{muc4.Date, muc4.Location, muc4.IncidentType, muc4.Stage, muc4.InstrumentID, muc4.InstrumentType}},
	{"perpetrators", []muc4.Slot{muc4.Category, muc4.PerpIndividual, muc4.PerpOrganization, muc4.OrganizationConfidence}},
	{"things", []muc4.Slot{muc4.PhysID, muc4.PhysType, muc4.PhysNumber, muc4.PhysNation, muc4.PhysEffect, muc4.PhysTotal}},
	{"people", []muc4.Slot{muc4.HumName, muc4.HumDescription, muc4.HumType, muc4.HumNumber, muc4.HumNation, muc4.HumEffect, muc4.HumTotal}},
}

// pairs calls with every answer and the template of the key it is mapped to, nil
// for none.
func pairs(key, answers []muc4.Template, call func(key, answer *muc4.Template)) {
	for _, m := range muc4.Messages(key, answers) {
		for _, p := range m.Align() {
			var k, a *muc4.Template
			if p.Key > 0 {
				k = m.Key[p.Key-1]
			}
			if p.Answer > 0 {
				a = m.Answers[p.Answer-1]
			}
			call(k, a)
		}
	}
}

func mapped(key, answers []muc4.Template) []muc4.Template {
	var out []muc4.Template
	pairs(key, answers, func(k, a *muc4.Template) {
		if k != nil && a != nil {
			out = append(out, *a)
		}
	})
	return out
}

func mappedKeys(key, answers []muc4.Template) []muc4.Template {
	var out []muc4.Template
	pairs(key, answers, func(k, a *muc4.Template) {
		if k != nil && a != nil {
			out = append(out, *k)
		}
	})
	return out
}

// given are the answers with the key's fills of some slots.
func given(key, answers []muc4.Template, slots ...muc4.Slot) []muc4.Template {
	var out []muc4.Template
	pairs(key, answers, func(k, a *muc4.Template) {
		if a == nil {
			return
		}
		next := *a
		if k != nil {
			for _, slot := range slots {
				next.Fills[slot] = slices.Clone(k.Fills[slot])
			}
		}
		out = append(out, next)
	})
	return out
}
