package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"iter"

	"github.com/opendateline/dateline"
)

// null stores the empty string of an optional column as NULL.
func null[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}

// number stores an unknown number as NULL.
func number[T int | float64](n *T) any {
	if n == nil {
		return nil
	}
	return *n
}

// encode gives the JSON of a document column.
func encode(v any) (string, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return "", dateline.Errorf(dateline.Invalid, "%T cannot be stored: %w", v, err)
	}
	return string(b), nil
}

// decode reads a document column.
func decode(doc string, into any, what string, id dateline.ID) error {
	if err := json.Unmarshal([]byte(doc), into); err != nil {
		return dateline.Errorf(dateline.Damaged, "%s %s cannot be read back: %w", what, id, err)
	}
	return nil
}

// rows makes a sequence of what read makes of each row of a query.
func rows[T any](ctx context.Context, t *tx, read func(*sql.Rows) (T, error), query string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		stopped := false
		err := t.each(ctx, func(r *sql.Rows) (bool, error) {
			v, err := read(r)
			if err != nil {
				return false, err
			}
			stopped = !yield(v, nil)
			return !stopped, nil
		}, query, args...)
		if err != nil && !stopped {
			var none T
			yield(none, err)
		}
	}
}

// failing is the sequence of one error.
func failing[T any](err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		yield(none, err)
	}
}
