package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// The full-text index is FTS5 without contents: it can find, not repeat. Titles
// weigh more than text. Everything of SQLite's own in searching is in this file.

const searchQuery = `SELECT s.id, p.public, coalesce(json_extract(r.doc, '$.title'), json_extract(i.doc, '$.title'), ''), f.score
	FROM (SELECT rowid, -bm25(search, 4.0, 1.0) AS score FROM search WHERE search MATCH ? ORDER BY score DESC, rowid %LIMIT) f
	JOIN searchable s ON s.n = f.rowid LEFT JOIN publics p ON p.id = s.id
	LEFT JOIN reports r ON r.id = s.id LEFT JOIN incidents i ON i.id = s.id ORDER BY f.score DESC, s.id`

// Search gives the best hits.
func (t *tx) Search(ctx context.Context, query string, limit int) ([]store.Hit, error) {
	match, err := matching(query)
	if err != nil {
		return nil, err
	}
	if err := t.indexAll(ctx); err != nil {
		return nil, err
	}
	var hits []store.Hit
	err = t.all(ctx, func(r *sql.Rows) error {
		var h store.Hit
		var public sql.NullString
		err := r.Scan((*string)(&h.ID), &public, &h.Title, &h.Score)
		h.Public = dateline.PublicID(public.String)
		hits = append(hits, h)
		return err
	}, strings.Replace(searchQuery, "%LIMIT", limited(limit), 1), match)
	return hits, err
}

// words keeps incidents with the words in the title or in one of their reports.
func (w *where) words(query string) error {
	match, err := matching(query)
	if err != nil {
		return err
	}
	const found = "(SELECT s.id FROM search f JOIN searchable s ON s.n = f.rowid WHERE f.search MATCH ?)"
	w.add("(i.id IN "+found+" OR i.n IN (SELECT x.incident FROM @incident_reports x JOIN reports r ON r.n = x.report WHERE r.id IN "+found+"))", match, match)
	return nil
}

// matching turns words, "phrases" and -not into the language of FTS5. Every
// term is quoted, so that nothing a person types is an operator.
func matching(query string) (string, error) {
	var want, not []string
	for _, term := range terms(query) {
		rest, negated := strings.CutPrefix(term, "-")
		quoted := `"` + strings.ReplaceAll(strings.ReplaceAll(rest, `"`, " "), "\x00", " ") + `"`
		switch {
		case !strings.ContainsFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }):
		case negated:
			not = append(not, quoted)
		default:
			want = append(want, quoted)
		}
	}
	if len(want) == 0 {
		return "", dateline.Errorf(dateline.Invalid, "%q holds no word to look for", query)
	}
	match := strings.Join(want, " AND ")
	if len(not) > 0 {
		match = "(" + match + ") NOT (" + strings.Join(not, " OR ") + ")"
	}
	return match, nil
}

// terms cuts a query at spaces outside quotation marks.
func terms(query string) []string {
	quoted := false
	return strings.FieldsFunc(query, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return !quoted && unicode.IsSpace(r)
	})
}

// findable is a record and the words that it is found by.
type findable struct {
	id          dateline.ID
	title, body string
}

// index makes a record be found by its words when the Update ends, or when it
// searches: what FTS5 has gathered it writes out with every statement that may be
// undone by itself.
func (t *tx) index(id dateline.ID, title, body string) {
	t.unindexed = append(t.unindexed, findable{id, title, body})
}

// indexAll indexes what waits for it, less the suppressed words.
func (t *tx) indexAll(ctx context.Context) error {
	if len(t.unindexed) == 0 {
		return nil
	}
	names, err := t.suppressed(ctx)
	if err != nil {
		return err
	}
	for _, w := range t.unindexed {
		for _, name := range names {
			w.title, w.body = without(w.title, name), without(w.body, name)
		}
		if err := t.indexOne(ctx, w.id, w.title, w.body); err != nil {
			return err
		}
	}
	t.unindexed = nil
	return nil
}

func (t *tx) indexOne(ctx context.Context, id dateline.ID, title, body string) error {
	added, err := t.exec(ctx, "INSERT INTO searchable (id) VALUES (?) ON CONFLICT DO NOTHING", string(id))
	if err != nil {
		return err
	}
	var n int64
	if _, err := t.get(ctx, []any{&n}, "SELECT n FROM searchable WHERE id = ?", string(id)); err != nil {
		return err
	}
	if added == 0 {
		if err := t.put(ctx, "DELETE FROM search WHERE rowid = ?", n); err != nil {
			return err
		}
	}
	return t.put(ctx, "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", n, title, body)
}

func (t *tx) suppressed(ctx context.Context) (names []string, err error) {
	err = t.all(ctx, func(r *sql.Rows) error {
		var name string
		err := r.Scan(&name)
		names = append(names, name)
		return err
	}, "SELECT name FROM suppressed ORDER BY length(name) DESC, name")
	return names, err
}

// without takes every run of words out of text that reads like name, whatever
// the case and whatever stands between its words.
func without(text, name string) string {
	words := strings.FieldsFunc(fold(name), notWord)
	if len(words) == 0 {
		return text
	}
	var out strings.Builder
	from := 0
	tokens := tokensOf(text)
	for i := 0; i+len(words) <= len(tokens); i++ {
		if !reads(text, tokens[i:i+len(words)], words) {
			continue
		}
		out.WriteString(text[from:tokens[i][0]])
		from = tokens[i+len(words)-1][1]
		i += len(words) - 1
	}
	return out.String() + text[from:]
}

// fold brings words to the form in which the index compares them: lower case,
// without marks.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) }

// tokensOf gives the bounds of the words of a text.
func tokensOf(text string) (out [][2]int) {
	start := -1
	for i, r := range text {
		switch {
		case !notWord(r) && start < 0:
			start = i
		case notWord(r) && start >= 0:
			out, start = append(out, [2]int{start, i}), -1
		}
	}
	if start >= 0 {
		out = append(out, [2]int{start, len(text)})
	}
	return out
}

func reads(text string, tokens [][2]int, words []string) bool {
	for k, word := range words {
		if fold(text[tokens[k][0]:tokens[k][1]]) != word {
			return false
		}
	}
	return true
}

// readable is the text of a report less what must not be found: masked
// stretches (ETH-10) and boilerplate.
func readable(r *dateline.Report) string {
	hidden := slices.Clone(r.Masked)
	for _, b := range r.Boilerplate {
		hidden = append(hidden, b.Span)
	}
	slices.SortFunc(hidden, func(a, b dateline.Span) int { return a.Start - b.Start })
	var out strings.Builder
	from := 0
	for _, s := range hidden {
		if s.Start > from {
			out.WriteString(r.Text[from:s.Start])
			out.WriteByte('\n')
		}
		from = max(from, s.End)
	}
	return out.String() + r.Text[min(from, len(r.Text)):]
}

// Suppress takes a name out of the index, or puts it back.
func (t *tx) Suppress(ctx context.Context, name string, lift bool) error {
	match, err := matching(`"` + strings.ReplaceAll(name, `"`, " ") + `"`)
	if err != nil {
		return err
	}
	if err := t.indexAll(ctx); err != nil {
		return err
	}
	change := "INSERT INTO suppressed (name) VALUES (?) ON CONFLICT DO NOTHING"
	if lift {
		change = "DELETE FROM suppressed WHERE name = ?"
	}
	if err := t.put(ctx, change, name); err != nil {
		return err
	}
	if lift { // no longer in the index, so everything is indexed again
		return t.reindex(ctx, "SELECT id FROM searchable")
	}
	return t.reindex(ctx, "SELECT s.id FROM search f JOIN searchable s ON s.n = f.rowid WHERE f.search MATCH ?", match)
}

func (t *tx) reindex(ctx context.Context, query string, args ...any) error {
	var ids []dateline.ID
	err := t.all(ctx, func(r *sql.Rows) error {
		var id string
		err := r.Scan(&id)
		ids = append(ids, dateline.ID(id))
		return err
	}, query, args...)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := t.reindexOne(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) reindexOne(ctx context.Context, id dateline.ID) error {
	if id.Prefix() == dateline.PrefixReport {
		r, err := t.Report(ctx, id)
		if err != nil {
			return err
		}
		t.index(id, r.Title, readable(r))
		return nil
	}
	i, err := t.Incident(ctx, id)
	if err != nil {
		return err
	}
	t.index(id, i.Title, "")
	return nil
}
