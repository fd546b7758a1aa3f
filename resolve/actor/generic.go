package actor

// loadGeneric files the words for actors without a name.
func (r *Registry) loadGeneric() error {
	rows, err := readRows("data/generic.txt")
	for _, row := range rows {
		for _, phrase := range row.list(1) {
			r.names.add(phrase, entry{kind: nameGeneric, class: row.field(0)})
		}
	}
	return err
}
