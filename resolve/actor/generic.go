package actor

import "io/fs"

// loadGeneric files the words for actors without a name.
func (r *Registry) loadGeneric(files fs.FS) error {
	rows, err := readRows(files, "generic.txt")
	for _, row := range rows {
		for _, phrase := range row.list(1) {
			r.names.add(phrase, entry{kind: nameGeneric, class: row.field(0)})
		}
	}
	return err
}
