-- A store as schema 1 left it: one report, one incident. Written once, never changed.
CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
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
CREATE TABLE searchable (
    n  INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO goose_db_version VALUES (1, 0, 1, '2024-01-01 00:00:00');
INSERT INTO goose_db_version VALUES (2, 1, 1, '2024-01-01 00:00:00');
INSERT INTO reports VALUES (1, 'rep_22zkysnqn3p72uby5tgkprghuu', 'x00001', '0668685f86e14d68f8c5150cdffa00b23ea38f99c614c50b6bc5379367bd173c', 'Velmara Wire', 'src_4kn54vrjvowubeqe5tvuuekm7c', NULL, '2024-03-02', '2024-03-02', 'en', '{"id":"rep_22zkysnqn3p72uby5tgkprghuu","external_id":"x00001","sha256_raw":"0668685f86e14d68f8c5150cdffa00b23ea38f99c614c50b6bc5379367bd173c","sha256_text":"a7379e1f83f011a119a4d35802fdb469257ca92edf256821793ca5c1a302a5d2","outlet":"Velmara Wire","outlet_id":"src_4kn54vrjvowubeqe5tvuuekm7c","title":"Gunmen attack bus at Sirvaz Bazaar, no. 1","published":{"edtf":"2024-03-02","earliest":"2024-03-02","latest":"2024-03-02","basis":"metadata"},"language":"en","genre":"spot_news","text":"","masked":[{"start":183,"end":191,"rune_start":177,"rune_end":185}],"clean_version":"clean@1"}', 'Gunmen attack bus at Sirvaz Bazaar, no. 1

Gunmen killed 14 people on a bus near Sirvaz Bazaar on Tuesday. Doctors in Harvashan confirmed the toll – “all were civilians”.

Call 555-0142 to donate.', NULL);
INSERT INTO readings VALUES (1, 'extract@1', '[{"id":"psg_m6grnofgntf3llzs6k4nhzqbkx","report_id":"rep_22zkysnqn3p72uby5tgkprghuu","span":{"start":43,"end":106,"rune_start":43,"rune_end":106},"exact":"Gunmen killed 14 people on a bus near Sirvaz Bazaar on Tuesday.","paragraph_index":0,"sentence_index":0,"role":"lede"}]', 'null');
INSERT INTO incidents VALUES (1, 'inc_joew4m2xccrm6ih7pjsvqteq5a', 1, 1, '2024-03-12T08:00:00Z', 'candidate', 'attack', 'attack', '', NULL, NULL, NULL, 'P9', NULL, NULL, '2024-03-02', '2024-03-02', 14, 14, 14, 1, 1, 1, 'single_origin', '{"uid":"inc_joew4m2xccrm6ih7pjsvqteq5a","id":"","revision":1,"status":"candidate","title":"Armed attack on a bus, Sirvaz Bazaar, 2024-03-02","facets":{"act":"attack","means":["firearms"]},"type":"attack","date":{"edtf":"2024-03-02","earliest":"2024-03-02","latest":"2024-03-02","precision":"D1","basis":"weekday_constraint"},"place":{},"figures":[{"id":"","measure":"killed","population":"all","low":14,"best":14,"high":14,"high_open":false,"status":"stated","rule":"dateline-1/2@1","low_claims":["clm_jakjsxw2hoteg7r3mpppy2iqmk"],"best_claims":["clm_jakjsxw2hoteg7r3mpppy2iqmk"],"high_claims":["clm_jakjsxw2hoteg7r3mpppy2iqmk"],"anchors":[14],"origins_min":1,"origins_max":1,"explanation":""}],"sub_incident_count":1,"mentions":["mnt_dyqhk5frhpkltuv5d2hj6lnj6g"],"reports":["rep_22zkysnqn3p72uby5tgkprghuu"],"independence":{"reports":1,"outlets":1,"outlets_unknown":0,"families":1,"origins_min":1,"origins_max":1,"interested":0,"unknown_secondary":0},"support":{"killed":"single_origin"},"clarity":1,"display_grade":"","content_hash":"06fa01bbb06716a7b71290367867de5e78d4640570edf3565d8ea328ba860172"}');
INSERT INTO incident_terms VALUES ('means', 'firearms', 1);
INSERT INTO incident_reports VALUES (1, 1);
INSERT INTO mentions VALUES (1, 'mnt_dyqhk5frhpkltuv5d2hj6lnj6g', 1, 1, 'incident', '{"id":"mnt_dyqhk5frhpkltuv5d2hj6lnj6g","report_id":"rep_22zkysnqn3p72uby5tgkprghuu","passages":["psg_m6grnofgntf3llzs6k4nhzqbkx"],"trigger":{"start":50,"end":56,"rune_start":50,"rune_end":56},"trigger_text":"killed","kind":"incident","temporality":"past","polarity":"affirmed","salience":"main","cardinality":{"n":null},"facets":{"act":"attack","means":["firearms"]}}', x'4ba825199f76008e73108aeaaea36156');
INSERT INTO claims VALUES (1, 'clm_jakjsxw2hoteg7r3mpppy2iqmk', 1, NULL, 'killed', 57, '{"id":"clm_jakjsxw2hoteg7r3mpppy2iqmk","report_id":"rep_22zkysnqn3p72uby5tgkprghuu","mention_id":"mnt_dyqhk5frhpkltuv5d2hj6lnj6g","attribute":"killed","value":{"count":{"measure":"killed","population":"all","lo":14,"anchor":14,"hi":14,"qualifier":"exact"}},"modality":"asserted","polarity":"affirmed","attribution":[{"role":"outlet"}],"passage_ids":["psg_m6grnofgntf3llzs6k4nhzqbkx"],"span":{"start":57,"end":59,"rune_start":57,"rune_end":59},"exact":"14","status":"active","grade":{"reliability":"","credibility":0,"set_by":""},"rule":"CAS-1@1","confidence":0.9}');
INSERT INTO blocks VALUES (5451648140911706254, 1);
INSERT INTO blocks VALUES (8291279654546006358, 1);
INSERT INTO revisions VALUES (1, 'inc_joew4m2xccrm6ih7pjsvqteq5a', 1, '2024-03-12T08:00:00Z', '{"record_id":"inc_joew4m2xccrm6ih7pjsvqteq5a","n":1,"seq":1,"cause":"new_report","reason":"test","at":"2024-03-12T08:00:00Z","by":"link@1","prev_hash":"","hash":"d135031da46217c236ea6d003fd992f4e0d0cee4e503c640860d299343af18b0"}', x'28b52ffd644e0395130062f38b2420a9580018573bfd4537b15185642fc9f3041c00f071782b25b7b53a5bd8a806008600019333cea2348a8514cc6159e1124de2d070ac380905d1209cc2e1043ba75138cd410960160772b6599c4681206851b6d1286797ea4a4f47ee28dbd7cfce6e69f44416cefadcd7c21ee94717b6afc91f86517cf54cc2de54ce59d5af89c21ea1eba26c5c9f2f85dd7157a6dcf1c5c70f3e6a1b5f0a7b84c838c5ea61d895fc5a24ecdc22bbc8935d7c5f8c579514d139459d884015e3cc437cc41a991218e6994cbf60af4de564fac578d438226c1c12e3120755c3694ab49198a447c43d1da92fd86b94af23535f0b7bc74ab6a723bbd7e27ba0aa7e31268f0b270223eca39e1a5ff4a8fc622096057ba5526a71a5e8495d19fa627ca21e8f89cc39a90375226e29311084ea98d6f150b07dc15ea9b7b03d8b0003b018383ec8bdeeec0c2bfa75c7bd5db9c26db0479ef291a2277565e80bb1b04324fc3a847bf6285f2faca69c5f770ce19bceceb4aacb9464c15e9956d16b7c4d24ecdc16ceafc93bbea55da36c4f64ddc40c397b7d75a1af2f056f4c672f3c7b577e902e7f9d510c07c5806014e6ec8d767c093bf7baaf4f6dbbf7ec3c23fd3561bc527499bec617ec352e535f9fda76efd9bbed25ecb5b96de3eb8c6238280604a3308545771396a090b007f4191456ada0c216a22c4c6dbbb7e098a2036767d8afbfcebdeeb9b8edecb5eaedfab5b047f9ea3b60faf5b3bbf7f54d3cb81f07d5311de935146d0d81a11010968ea7c57776f7aa4b0217005418472c42c625b28a1b5c703b6c884554c65e921b80803266bd0204ce2c212d6218023387540d940becfe96496093690da8375ba0da6424271974fbc0523e0c9d8e');
INSERT INTO heads VALUES ('revisions', 1, 'd135031da46217c236ea6d003fd992f4e0d0cee4e503c640860d299343af18b0');
INSERT INTO publics VALUES ('INC-EF51VX', 'inc_joew4m2xccrm6ih7pjsvqteq5a');
INSERT INTO publics VALUES ('R-4PD842', 'rep_22zkysnqn3p72uby5tgkprghuu');
INSERT INTO searchable VALUES (1, 'rep_22zkysnqn3p72uby5tgkprghuu');
INSERT INTO searchable VALUES (2, 'inc_joew4m2xccrm6ih7pjsvqteq5a');
INSERT INTO search (rowid, title, body) VALUES (1, 'Gunmen attack bus at Sirvaz Bazaar, no. 1', 'Gunmen attack bus at Sirvaz Bazaar, no. 1

Gunmen killed 14 people on a bus near Sirvaz Bazaar on Tuesday. Doctors in Harvashan confirmed the toll – “all were civilians”.

Call 555-0142 to donate.');
INSERT INTO search (rowid, title, body) VALUES (2, 'Armed attack on a bus, Sirvaz Bazaar, 2024-03-02', '');
