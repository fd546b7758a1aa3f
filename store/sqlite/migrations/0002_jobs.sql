-- +goose Up
-- Every job looks for others of its moment: without this it reads them all.
CREATE INDEX jobs_started ON jobs (started DESC, id);
