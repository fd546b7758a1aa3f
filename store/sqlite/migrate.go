package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"io/fs"

	"github.com/pressly/goose/v3"

	"github.com/opendateline/dateline"
)

//go:embed migrations/*.sql
var migrations embed.FS

// SchemaVersion is the number of the newest migration this program knows.
const SchemaVersion = 4

// migrate brings the schema up to date. It asks for the version first, so that
// opening a current store costs one query.
func migrate(ctx context.Context, db *sql.DB, readOnly bool) error {
	version, err := schemaVersion(ctx, db)
	switch {
	case err != nil:
		return err
	case version == SchemaVersion:
		return nil
	case version > SchemaVersion:
		return &dateline.Error{Code: dateline.Unavailable,
			What: "the store has schema " + itoa(version) + ", this program knows up to " + itoa(SchemaVersion),
			Kept: "The store was left as it is", Next: "Use the newer version of dateline that wrote it"}
	case readOnly:
		return &dateline.Error{Code: dateline.Unavailable, What: "the store has the older schema " + itoa(version),
			Next: "Open it once for writing to bring it up to date"}
	}
	return upgrade(ctx, db)
}

func upgrade(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		return unavailable("the migrations cannot be read", err)
	}
	if _, err := provider.Up(ctx); err != nil {
		return &dateline.Error{Code: dateline.Unavailable, What: "the schema could not be brought up to date",
			Kept: "Each step is kept whole or not at all", Next: "Run dateline doctor", Err: coded(err)}
	}
	return nil
}

// schemaVersion is the newest migration that was applied, 0 in a new database.
func schemaVersion(ctx context.Context, db *sql.DB) (int, error) {
	var tables, version int
	err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_master WHERE name = 'goose_db_version'").Scan(&tables)
	if err == nil && tables > 0 {
		err = db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&version)
	}
	return version, coded(err)
}
