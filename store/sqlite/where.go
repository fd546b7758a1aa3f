package sqlite

import (
	"strings"

	"github.com/opendateline/dateline/store"
)

// where collects the conditions of a query; all must hold.
type where struct {
	conditions []string
	args       []any
}

// add adds a condition with its arguments.
func (w *where) add(condition string, args ...any) {
	w.conditions = append(w.conditions, condition)
	w.args = append(w.args, args...)
}

// equal adds a condition on a column unless the value is empty.
func equal[T ~string](w *where, column string, value T) {
	if value != "" {
		w.add(column+" = ?", string(value))
	}
}

// in adds that a column has one of the values, unless there are none.
func in[T ~string](w *where, column string, values []T) {
	if len(values) > 0 {
		w.add(column+" IN "+marks(len(values)), texts(values)...)
	}
}

// chosen adds the terms of a filter on a column.
func chosen[T ~string](w *where, column string, t store.Terms[T]) {
	in(w, column, t.Any)
	if len(t.None) > 0 {
		w.add("coalesce("+column+", '') NOT IN "+marks(len(t.None)), texts(t.None)...)
	}
}

// chosenBy adds the terms of a filter through a subquery that gives the
// incidents with one of the values; each %s in it stands for the values.
func chosenBy[T ~string](w *where, subquery string, t store.Terms[T]) {
	for _, side := range []struct {
		values []T
		in     string
	}{{t.Any, "i.n IN ("}, {t.None, "i.n NOT IN ("}} {
		if len(side.values) == 0 {
			continue
		}
		w.add(side.in + strings.ReplaceAll(subquery, "%s", marks(len(side.values))) + ")")
		for range strings.Count(subquery, "%s") {
			w.args = append(w.args, texts(side.values)...)
		}
	}
}

// atLeast and atMost add bounds on a column unless they are nil.
func atLeast(w *where, column string, n *int) {
	if n != nil {
		w.add(column+" >= ?", *n)
	}
}

func atMost(w *where, column string, n *int) {
	if n != nil {
		w.add(column+" <= ?", *n)
	}
}

// String is the WHERE clause, or nothing.
func (w *where) String() string {
	if len(w.conditions) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.conditions, " AND ")
}

// limited is the LIMIT clause; 0 is no limit.
func limited(n int) string {
	if n <= 0 {
		return ""
	}
	return " LIMIT " + itoa(n)
}

func marks(n int) string { return "(" + strings.TrimSuffix(strings.Repeat("?,", n), ",") + ")" }

func texts[T ~string](values []T) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
