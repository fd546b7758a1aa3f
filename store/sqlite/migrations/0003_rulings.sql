-- +goose Up
-- Which mentions people have spoken about: without this every matching reads all
-- that people ever decided.
CREATE TABLE rulings (
    mention TEXT NOT NULL,
    seq     BIGINT NOT NULL,
    PRIMARY KEY (mention, seq)
) WITHOUT ROWID;

INSERT INTO rulings (mention, seq)
    SELECT DISTINCT v.value, d.seq
    FROM decisions d, json_each(d.doc, '$.parts') p, json_each(p.value, '$.values') v
    WHERE d.person AND v.value LIKE 'mnt\_%' ESCAPE '\';
