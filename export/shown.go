package export

import "github.com/opendateline/dateline"

// Shown is a released record together with what else of it readers may see:
// the texts of its reports.
type Shown struct {
	*Record
	Texts map[dateline.ID]string // as Gate.Report gives them; none for sealed reports

	names *nameMask
}

// Show releases a record with all its texts at once. The record given is not
// changed.
func (g Gate) Show(whole Record) (*Shown, error) {
	gone := whole.withhold(g.Hidden.IDs)
	whole.blotClaims()
	names := g.hiddenNames(whole)
	r, err := g.without(names, whole, gone)
	if err != nil {
		return nil, err
	}
	s := &Shown{Record: r, Texts: map[dateline.ID]string{}, names: names}
	for id := range r.Reports {
		if r.SealedReport(id) == Open {
			s.Texts[id] = string(blotted([]byte(whole.Reports[id].Text), whole.Reports[id].Masked, names))
		}
	}
	return s, nil
}

// Words are words about the record that do not stand in it, such as those of a
// decision, without the names that may not go out.
func (s *Shown) Words(words string) string { return string(s.names.over([]byte(words))) }
