package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"strconv"

	"modernc.org/sqlite"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

func itoa(n int) string { return strconv.Itoa(n) }

// conn is one connection with the statements that are prepared on it and not
// in use, by query, and what it has read lately.
type conn struct {
	*sql.Conn
	free   map[string][]*sql.Stmt
	lately *lately
}

// keptQueries bounds how many queries a connection keeps statements of.
const keptQueries = 200

// writerPages is how much of the database the connection that writes holds, in
// KiB: what one transaction changes should find room in it.
const writerPages = 64000

func (s *Store) connect(ctx context.Context, c *conn, pool chan *conn) (*conn, error) {
	if c != nil {
		return c, nil
	}
	ctx = context.WithoutCancel(ctx)
	fresh, err := s.db.Conn(ctx)
	if err != nil {
		return nil, coded(err)
	}
	if pool == s.writer {
		if _, err := fresh.ExecContext(ctx, "PRAGMA cache_size(-"+itoa(writerPages)+")"); err != nil {
			return nil, errors.Join(coded(err), fresh.Close())
		}
	}
	return &conn{fresh, map[string][]*sql.Stmt{}, newLately()}, nil
}

func closeConn(c *conn) error {
	if c == nil {
		return nil
	}
	var errs []error
	for _, list := range c.free {
		for _, st := range list {
			errs = append(errs, st.Close())
		}
	}
	return errors.Join(append(errs, c.Close())...)
}

// borrow gives a statement for a query that nothing else uses; giveBack ends
// its use.
func (c *conn) borrow(ctx context.Context, query string) (*sql.Stmt, error) {
	if free := c.free[query]; len(free) > 0 {
		last := len(free) - 1
		c.free[query] = free[:last]
		return free[last], nil
	}
	st, err := c.PrepareContext(ctx, query)
	return st, coded(err)
}

func (c *conn) giveBack(query string, st *sql.Stmt) error {
	if _, known := c.free[query]; !known && len(c.free) >= keptQueries {
		return st.Close()
	}
	c.free[query] = append(c.free[query], st)
	return nil
}

// View runs read on a consistent view of the store.
func (s *Store) View(ctx context.Context, read func(store.Tx) error) error {
	return s.inside(ctx, s.readers, "BEGIN", func(t *tx) error { return read(t) })
}

// Update runs write and keeps all it did, or nothing.
func (s *Store) Update(ctx context.Context, write func(store.Tx) error) error {
	if s.options.ReadOnly {
		return readOnly()
	}
	return s.inside(ctx, s.writer, "BEGIN IMMEDIATE", func(t *tx) error {
		t.writing = true
		if err := t.refresh(ctx); err != nil {
			return err
		}
		if err := write(t); err != nil {
			return err
		}
		return t.indexAll(ctx)
	})
}

// inside runs work in a transaction on a connection of the pool. Whatever
// happens, a panic too, the transaction ends and the connection goes back.
func (s *Store) inside(ctx context.Context, pool chan *conn, begin string, work func(*tx) error) (err error) {
	var c *conn
	select {
	case c = <-pool:
	case <-s.closed:
		return dateline.Errorf(dateline.Unavailable, "the store is closed")
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { pool <- c }()
	if c, err = s.connect(ctx, c, pool); err != nil {
		return err
	}
	if _, err = c.ExecContext(ctx, begin); err != nil {
		err = errors.Join(coded(err), c.discard())
		c = nil
		return err
	}
	kept := false
	defer func() {
		endErr := c.end(context.WithoutCancel(ctx), kept)
		if endErr != nil { // its state is unknown: the connection is not used again
			err, c = errors.Join(err, coded(endErr), c.discard()), nil
		}
	}()
	if err = work(&tx{conn: c, store: s}); err != nil {
		return err
	}
	kept = true
	return nil
}

// end keeps or undoes the transaction.
func (c *conn) end(ctx context.Context, keep bool) error {
	if keep {
		_, err := c.ExecContext(ctx, "COMMIT")
		return err
	}
	c.lately.forget()
	_, err := c.ExecContext(ctx, "ROLLBACK")
	return err
}

// discard closes the connection for good, and with it its transaction.
func (c *conn) discard() error {
	err := c.Raw(func(any) error { return driver.ErrBadConn })
	if errors.Is(err, driver.ErrBadConn) {
		return nil
	}
	return err
}

// tx is one transaction.
type tx struct {
	conn      *conn
	store     *Store
	writing   bool
	unindexed []findable // records to be found by their words when this ends
}

// exec runs a statement that writes and counts the rows it changed.
func (t *tx) exec(ctx context.Context, query string, args ...any) (n int, err error) {
	if !t.writing {
		return 0, dateline.Errorf(dateline.Invalid, "a View cannot write; use Update")
	}
	err = t.with(ctx, query, func(ctx context.Context, st *sql.Stmt) error {
		result, err := st.ExecContext(ctx, args...)
		if err != nil {
			return err
		}
		changed, err := result.RowsAffected()
		n = int(changed)
		return err
	})
	return n, err
}

// with runs a short statement. It is not interrupted half-way: watching the
// context costs the driver more than most statements take.
func (t *tx) with(ctx context.Context, query string, run func(context.Context, *sql.Stmt) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	st, err := t.conn.borrow(ctx, query)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, coded(t.conn.giveBack(query, st))) }()
	return coded(run(context.WithoutCancel(ctx), st))
}

// put runs a statement that writes where the number of rows does not matter.
func (t *tx) put(ctx context.Context, query string, args ...any) error {
	_, err := t.exec(ctx, query, args...)
	return err
}

// get reads one row into dest; found is false if there is none.
func (t *tx) get(ctx context.Context, dest []any, query string, args ...any) (found bool, err error) {
	err = t.with(ctx, query, func(ctx context.Context, st *sql.Stmt) error {
		err := st.QueryRowContext(ctx, args...).Scan(dest...)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		found = err == nil
		return err
	})
	return found, err
}

// each calls row for every row of a query until it returns false. Other
// queries may run meanwhile, the same one too. In an Update it ends between rows
// where ctx does, see with.
func (t *tx) each(ctx context.Context, row func(*sql.Rows) (bool, error), query string, args ...any) (err error) {
	within := ctx
	if t.writing {
		ctx = context.WithoutCancel(ctx)
	}
	st, err := t.conn.borrow(ctx, query)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, coded(t.conn.giveBack(query, st))) }()
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return coded(err)
	}
	defer func() { err = errors.Join(err, coded(rows.Close())) }()
	for rows.Next() {
		if err := within.Err(); err != nil {
			return err
		}
		if more, err := row(rows); err != nil || !more {
			return coded(err)
		}
	}
	return coded(rows.Err())
}

// all calls row for every row of a query.
func (t *tx) all(ctx context.Context, row func(*sql.Rows) error, query string, args ...any) error {
	return t.each(ctx, func(r *sql.Rows) (bool, error) { return true, row(r) }, query, args...)
}

// Primary result codes of SQLite, https://sqlite.org/rescode.html.
const (
	codeBusy, codeLocked, codeReadOnly, codeInterrupt, codeIO = 5, 6, 8, 9, 10
	codeCorrupt, codeFull, codeCantOpen, codeConstraint       = 11, 13, 14, 19
	codeNotADatabase                                          = 26
)

// coded turns an error of the database into one with a code and with advice.
func coded(err error) error {
	var e *sqlite.Error
	if err == nil || dateline.CodeOf(err) != "" || !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case codeBusy, codeLocked:
		return &dateline.Error{Code: dateline.Unavailable, What: "the store is locked by another process", Kept: "Nothing was changed", Next: "Wait until it is done, or stop it", Err: err}
	case codeFull, codeIO:
		return &dateline.Error{Code: dateline.Unavailable, What: "the disk of the store is full or failing", Kept: "What was kept before is unharmed", Next: "Make room, then run dateline doctor", Err: err}
	case codeReadOnly, codeCantOpen:
		return unavailable("the store cannot be opened for this", err)
	case codeCorrupt, codeNotADatabase:
		return &dateline.Error{Code: dateline.Damaged, What: "the database file is damaged", Next: "Restore the last backup; the raw bytes are kept apart from it", Err: err}
	case codeConstraint:
		return &dateline.Error{Code: dateline.Conflict, What: "the record contradicts one that is stored", Kept: "Nothing was changed", Err: err}
	case codeInterrupt:
		return errors.Join(context.Canceled, err)
	}
	return err
}

func unavailable(what string, err error) error {
	return &dateline.Error{Code: dateline.Unavailable, What: what, Kept: "Nothing was changed", Err: err}
}

func readOnly() error {
	return &dateline.Error{Code: dateline.Forbidden, What: "the store is open for reading only", Kept: "Nothing was changed"}
}

func notFound(what string, id dateline.ID) error {
	return dateline.Errorf(dateline.NotFound, "no %s %s in the store", what, id)
}
