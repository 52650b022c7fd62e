-- What an event says and the words in it stand apart: whoever looks into payloads reads half as many pages for as many events, and so does
-- whoever looks for words.

DROP TABLE "searchable_text";

-- A row for each event whose payload is JSON that PostgreSQL can hold; others are found by their words, not by their fields.
CREATE TABLE "searchable_payload" (
    "position" BIGINT PRIMARY KEY,
    "payload" JSONB NOT NULL
);
CREATE INDEX "searchable_payload_payload_idx" ON "searchable_payload" USING gin ("payload" jsonb_path_ops);

CREATE TABLE "searchable_words" (
    "position" BIGINT PRIMARY KEY,
    "words" TSVECTOR NOT NULL
);
CREATE INDEX "searchable_words_words_idx" ON "searchable_words" USING gin ("words");

-- Both are filled from the log, with all else that searches walk.
TRUNCATE "searchable_event", "rollup", "actor_rollup", "term";
-- So every row says this from now on.
ALTER TABLE "searchable_event" ALTER COLUMN "recorded_is_ours" SET NOT NULL;
UPDATE "read_model" SET "position" = 0, "basis" = '' WHERE "name" = 'search';
