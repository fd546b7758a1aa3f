package export

// toldTwice refuses what a format of other datasets has a row for already: the
// datasets count happenings, and know no whole beside its parts. Of an operation
// the sites are rows (LNK-7), of several blasts at one place all together
// (LNK-6), so that nobody is counted twice (CAS-9).
func (r *Record) toldTwice() *Refusal {
	i := r.Incident
	switch {
	case len(i.Sites) > 0 && len(i.Children) > 0:
		return &Refusal{"operation", "told of several sites at once; each site is a record of its own"}
	case i.Ordinal > 0 && i.Operation != "":
		return &Refusal{"part_at_one_place", "one of several blasts at one place; the record of all of them is a row"}
	}
	return nil
}
