-- +goose Up
-- Every document column holds JSON of the root types; what stands beside it is
-- only there to be found by. Narrow whole numbers (n) stand in for ids inside
-- indexes. Times are RFC 3339 UTC, days are 2006-01-02; both compare as text.

CREATE TABLE reports (
    n           INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    external_id TEXT,
    sha256_raw  TEXT NOT NULL,
    outlet      TEXT,
    outlet_id   TEXT,
    family      TEXT,
    earliest    TEXT,
    latest      TEXT,
    language    TEXT,
    doc         TEXT NOT NULL,
    text        TEXT NOT NULL,
    bands       BLOB
);
CREATE INDEX reports_external ON reports (external_id);
CREATE INDEX reports_outlet ON reports (outlet);
CREATE INDEX reports_outlet_id ON reports (outlet_id);
CREATE INDEX reports_family ON reports (family);
CREATE INDEX reports_latest ON reports (latest);

CREATE TABLE readings (
    report   INTEGER PRIMARY KEY REFERENCES reports (n),
    version  TEXT NOT NULL,
    passages TEXT NOT NULL,
    unused   TEXT NOT NULL
);
CREATE INDEX readings_version ON readings (version);

CREATE TABLE incidents (
    n           INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    revision    INTEGER NOT NULL,
    seq         BIGINT NOT NULL,
    changed     TEXT NOT NULL,
    status      TEXT NOT NULL,
    type        TEXT NOT NULL,
    act         TEXT NOT NULL,
    aim         TEXT NOT NULL,
    country     TEXT,
    admin1      TEXT,
    place       TEXT,
    precision   TEXT NOT NULL,
    lat         REAL,
    lon         REAL,
    earliest    TEXT,
    latest      TEXT,
    killed_low  INTEGER,
    killed_best INTEGER,
    killed_high INTEGER,
    origins_min INTEGER NOT NULL,
    origins_max INTEGER NOT NULL,
    reports     INTEGER NOT NULL,
    support     TEXT NOT NULL,
    doc         TEXT NOT NULL
);
CREATE INDEX incidents_newest ON incidents ((coalesce(latest, '')) DESC, id);
CREATE INDEX incidents_oldest ON incidents ((coalesce(earliest, '9999-99-99')), id);
CREATE INDEX incidents_seq ON incidents (seq);
CREATE INDEX incidents_country ON incidents (country);
CREATE INDEX incidents_place ON incidents (place);
CREATE INDEX incidents_lat ON incidents (lat);

-- Facts of which an incident has several: means, flags, actors, targets.
CREATE TABLE incident_terms (
    kind     TEXT NOT NULL,
    value    TEXT NOT NULL,
    incident INTEGER NOT NULL,
    PRIMARY KEY (kind, value, incident)
) WITHOUT ROWID;
CREATE INDEX incident_terms_incident ON incident_terms (incident);

CREATE TABLE incident_reports (
    incident INTEGER NOT NULL,
    report   INTEGER NOT NULL,
    PRIMARY KEY (incident, report)
) WITHOUT ROWID;
CREATE INDEX incident_reports_report ON incident_reports (report);

CREATE TABLE mentions (
    n        INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    report   INTEGER NOT NULL REFERENCES reports (n),
    incident INTEGER REFERENCES incidents (n),
    kind     TEXT NOT NULL,
    doc      TEXT NOT NULL,
    blocks   BLOB
);
CREATE INDEX mentions_report ON mentions (report);
CREATE INDEX mentions_incident ON mentions (incident);
CREATE INDEX mentions_kind ON mentions (kind);

CREATE TABLE claims (
    n         INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    mention   INTEGER NOT NULL REFERENCES mentions (n),
    origin    TEXT,
    attribute TEXT NOT NULL,
    start     INTEGER NOT NULL,
    doc       TEXT NOT NULL
);
CREATE INDEX claims_mention ON claims (mention);
CREATE INDEX claims_origin ON claims (origin);

CREATE TABLE blocks (
    key     BIGINT NOT NULL,
    mention INTEGER NOT NULL,
    PRIMARY KEY (key, mention)
) WITHOUT ROWID;

CREATE TABLE bands (
    band   BIGINT NOT NULL,
    report INTEGER NOT NULL,
    PRIMARY KEY (band, report)
) WITHOUT ROWID;

-- Two logs that only grow. The hash of an entry covers its document, the state
-- it brings about, and the hash of the entry before it. The state is packed
-- with zstandard.
CREATE TABLE revisions (
    seq    BIGINT PRIMARY KEY,
    record TEXT NOT NULL,
    n      INTEGER NOT NULL,
    at     TEXT NOT NULL,
    doc    TEXT NOT NULL,
    state  BLOB NOT NULL,
    UNIQUE (record, n)
);
CREATE INDEX revisions_at ON revisions (at);

CREATE TABLE decisions (
    seq       BIGINT PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    action    TEXT NOT NULL,
    person    INTEGER NOT NULL,
    doc       TEXT NOT NULL,
    hash      TEXT NOT NULL,
    undone_by TEXT
);
CREATE INDEX decisions_person ON decisions (person, seq);

CREATE TABLE decision_targets (
    target TEXT NOT NULL,
    seq    BIGINT NOT NULL,
    PRIMARY KEY (target, seq)
) WITHOUT ROWID;

-- The last entry of each log, so that a log cut short is noticed.
CREATE TABLE heads (
    log  TEXT PRIMARY KEY,
    seq  BIGINT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE jobs (
    id      TEXT PRIMARY KEY,
    started TEXT NOT NULL,
    doc     TEXT NOT NULL
);

CREATE TABLE outcomes (
    job   TEXT NOT NULL,
    input TEXT NOT NULL,
    n     INTEGER NOT NULL,
    doc   TEXT NOT NULL,
    PRIMARY KEY (job, input),
    UNIQUE (job, n)
);

CREATE TABLE publics (
    public TEXT PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE
);

CREATE TABLE redirects (
    from_id TEXT PRIMARY KEY,
    to_id   TEXT NOT NULL
);
CREATE INDEX redirects_to ON redirects (to_id);

-- Registries and other documents; ref is what an entry is found by besides its
-- id: the issuer of an origin.
CREATE TABLE entries (
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    ref  TEXT,
    doc  TEXT NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX entries_ref ON entries (kind, ref);

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE suppressed (
    name TEXT PRIMARY KEY
);

-- Search keeps no text of its own, only the index.
CREATE TABLE searchable (
    n  INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
