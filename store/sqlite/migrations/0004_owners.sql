-- +goose Up
-- The newest owners of a key stand in one row, four bytes each, oldest first: a
-- look-up reads one row a key, and what many share takes no more room than the
-- look-up takes notice of. Owners may be NULL and never are: a statement that can
-- fail half-way has to note what it changes.
CREATE TABLE block_owners (key INTEGER PRIMARY KEY, owners BLOB);
INSERT INTO block_owners (key, owners)
    SELECT key, unhex(string_agg(printf('%08x', mention), '' ORDER BY mention))
    FROM (SELECT key, mention, row_number() OVER (PARTITION BY key ORDER BY mention DESC) AS age FROM blocks)
    WHERE age <= 64 GROUP BY key;
DROP TABLE blocks;

CREATE TABLE band_owners (key INTEGER PRIMARY KEY, owners BLOB);
INSERT INTO band_owners (key, owners)
    SELECT band, unhex(string_agg(printf('%08x', report), '' ORDER BY report))
    FROM (SELECT band, report, row_number() OVER (PARTITION BY band ORDER BY report DESC) AS age FROM bands)
    WHERE age <= 64 GROUP BY band;
DROP TABLE bands;
