package store

import (
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Keys of what is unknown, so that it comes last in either direction.
const (
	noDay   = "9999-99-99"
	noCount = 1<<31 - 1
)

// Cursor is the Filter.After that goes on behind a row of the filter's list.
func (f Filter) Cursor(r Row) string {
	return base64.RawURLEncoding.EncodeToString([]byte(f.key(r) + "\x1f" + string(r.ID)))
}

func (f Filter) key(r Row) string {
	killed := r.Figure(dateline.Killed, dateline.PopAll)
	known := killed != nil && killed.Best != nil
	switch f.Sort {
	case SortOldest:
		if r.Date.Earliest.Known() {
			return string(r.Date.Earliest)
		}
		return noDay
	case SortMostKilled, SortLeastKilled:
		switch {
		case known:
			return strconv.Itoa(*killed.Best)
		case f.Sort == SortMostKilled:
			return "-1"
		}
		return strconv.Itoa(noCount)
	case SortChanged:
		return strconv.FormatInt(r.Seq, 10)
	case SortOrigins:
		return strconv.Itoa(r.Independence.OriginsMin)
	case SortID:
		return string(r.ID)
	}
	return string(r.Date.Latest)
}

// Order is what an implementation sorts and goes on by: an SQL expression over
// the column names latest, earliest, killed_best, seq and origins_min.
type Order struct {
	Key        string
	Descending bool
	Number     bool // the key is a whole number, else text
}

// Order gives the order of a sort; one that does not exist is Invalid.
func (s Sort) Order() (Order, error) {
	switch s {
	case SortNewest, "":
		return Order{"coalesce(i.latest, '')", true, false}, nil
	case SortOldest:
		return Order{"coalesce(i.earliest, '" + noDay + "')", false, false}, nil
	case SortMostKilled:
		return Order{"coalesce(i.killed_best, -1)", true, true}, nil
	case SortLeastKilled:
		return Order{"coalesce(i.killed_best, " + strconv.Itoa(noCount) + ")", false, true}, nil
	case SortChanged:
		return Order{"i.seq", true, true}, nil
	case SortOrigins:
		return Order{"i.origins_min", true, true}, nil
	case SortID:
		return Order{"i.id", false, false}, nil
	}
	return Order{}, dateline.Errorf(dateline.Invalid, "there is no sort %q", s)
}

// ParseCursor takes a cursor apart into the key and id it goes on behind. The
// key is a string, or an int64 where the order is by number.
func (o Order) ParseCursor(cursor string) (key any, id dateline.ID, err error) {
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	text, rest, ok := strings.Cut(string(b), "\x1f")
	if err != nil || !ok {
		return nil, "", dateline.Errorf(dateline.Invalid, "%q is not a cursor of this list", cursor)
	}
	if !o.Number {
		return text, dateline.ID(rest), nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil, "", dateline.Errorf(dateline.Invalid, "%q is not a cursor of this list", cursor)
	}
	return n, dateline.ID(rest), nil
}
