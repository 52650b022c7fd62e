-- Read models of the whole store: what events can be found by, how many there were when, and what every event changed. Everything
-- here follows from the log and can be dropped and built again.

-- How far each read model has come. `basis` stands for what it was made by; another one is built anew.
CREATE TABLE "read_model" (
    "name" TEXT COLLATE "C" PRIMARY KEY,
    "position" BIGINT NOT NULL DEFAULT 0,
    "basis" TEXT COLLATE "C" NOT NULL,
    "moved_at" BIGINT NOT NULL
);

-- Names that many events share, so that rows and indexes hold a number instead. Kinds: namespace, entityType, type, actor, source.
CREATE TABLE "term" (
    "id" SERIAL PRIMARY KEY,
    "namespace" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX "term_namespace_kind_text_key" ON "term"("namespace", "kind", "text");

-- One row an event, narrow, because searches walk it in the order of a clock.
CREATE TABLE "searchable_event" (
    "position" BIGINT PRIMARY KEY,
    "stream_id" BIGINT NOT NULL,
    "recorded_at" BIGINT NOT NULL,
    "occurred_at" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "namespace_id" INTEGER NOT NULL,
    "entity_type_id" INTEGER NOT NULL,
    "type_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "actor_id" INTEGER,
    -- Of the product's own types, such as notes.
    "is_own" BOOLEAN NOT NULL,
    -- The source gave no occurredAt: such a time makes nothing late.
    "occurred_is_ours" BOOLEAN NOT NULL,
    "is_removed" BOOLEAN NOT NULL,
    "is_late" BOOLEAN NOT NULL,
    "is_out_of_order" BOOLEAN NOT NULL,
    -- On the occurred axis it stands before an event of its stream that has a lower version.
    "is_reordered" BOOLEAN NOT NULL
);
CREATE INDEX "searchable_event_recorded_idx" ON "searchable_event"("namespace_id", "recorded_at", "position");
CREATE INDEX "searchable_event_occurred_idx" ON "searchable_event"("namespace_id", "occurred_at", "position");
CREATE INDEX "searchable_event_type_idx" ON "searchable_event"("type_id", "recorded_at", "position");
CREATE INDEX "searchable_event_entity_type_idx" ON "searchable_event"("entity_type_id", "recorded_at", "position");
CREATE INDEX "searchable_event_actor_idx" ON "searchable_event"("actor_id", "recorded_at", "position") WHERE "actor_id" IS NOT NULL;
CREATE INDEX "searchable_event_late_idx" ON "searchable_event"("namespace_id", "recorded_at", "position") WHERE "is_late";
CREATE INDEX "searchable_event_out_of_order_idx" ON "searchable_event"("namespace_id", "recorded_at", "position") WHERE "is_out_of_order";
CREATE INDEX "searchable_event_removed_idx" ON "searchable_event"("namespace_id", "recorded_at", "position") WHERE "is_removed";
CREATE INDEX "searchable_event_reordered_idx" ON "searchable_event"("stream_id") WHERE "is_reordered";
CREATE INDEX "searchable_event_stream_idx" ON "searchable_event"("stream_id", "occurred_at", "position");

-- What is inside: apart, because it is wide.
CREATE TABLE "searchable_text" (
    "position" BIGINT PRIMARY KEY,
    -- NULL where PostgreSQL cannot hold it as JSON: such an event is found by its words, not by its fields.
    "payload" JSONB,
    "words" TSVECTOR NOT NULL
);
CREATE INDEX "searchable_text_payload_idx" ON "searchable_text" USING gin ("payload" jsonb_path_ops);
CREATE INDEX "searchable_text_words_idx" ON "searchable_text" USING gin ("words");

-- Events by UTC hour (step 1) and day (step 24), on either axis.
CREATE TABLE "rollup" (
    "namespace_id" INTEGER NOT NULL,
    "axis" SMALLINT NOT NULL,
    "step" SMALLINT NOT NULL,
    "bucket" BIGINT NOT NULL,
    "entity_type_id" INTEGER NOT NULL,
    "type_id" INTEGER NOT NULL,
    "events" BIGINT NOT NULL,
    PRIMARY KEY ("namespace_id", "axis", "step", "bucket", "entity_type_id", "type_id")
) WITH (fillfactor = 80);

-- The same by actor, by UTC day.
CREATE TABLE "actor_rollup" (
    "namespace_id" INTEGER NOT NULL,
    "axis" SMALLINT NOT NULL,
    "bucket" BIGINT NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "events" BIGINT NOT NULL,
    PRIMARY KEY ("namespace_id", "axis", "bucket", "actor_id")
) WITH (fillfactor = 80);

-- A text as JSON, or NULL where it is none that PostgreSQL can hold.
CREATE FUNCTION "searchable_json"("given" TEXT) RETURNS JSONB LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN "given"::jsonb;
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;

-- Between runs of ASCII controls, blanks and punctuation; the first and the last may be empty.
CREATE FUNCTION "words_between"("given" TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_split_to_array(lower("given" COLLATE "C"), E'[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+')
$$;

-- The words of a text: runs of characters other than ASCII controls, blanks and punctuation, in small ASCII letters. A word that an index
-- cannot hold is cut, and so is a text with more of them than a row can hold.
CREATE FUNCTION "searchable_words"("given" TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN octet_length("given") < 2000
        THEN array_to_tsvector(array_remove(words_between("given"), ''))
        ELSE array_to_tsvector(ARRAY(SELECT left("word", 255) FROM unnest(words_between(left("given", 200000))) AS "word" WHERE "word" <> ''))
    END
$$;

-- A text of JSON with its escapes as blanks: none of them belongs to a word.
CREATE FUNCTION "without_escapes"("given" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN strpos("given", '\') > 0 THEN regexp_replace("given", '\\(u[0-9a-fA-F]{4}|.)', ' ', 'g') ELSE "given" END
$$;

-- The beginning of the hour or day that an instant is in; "step" in hours.
CREATE FUNCTION "bucket_of"("instant" BIGINT, "step" INTEGER) RETURNS BIGINT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT "instant" - (("instant" % ("step" * 3600000000::bigint)) + "step" * 3600000000::bigint) % ("step" * 3600000000::bigint)
$$;

-- Paths of leaves.
CREATE TABLE "path" (
    "id" SERIAL PRIMARY KEY,
    -- SHA-256 of its UTF-16 units: a text of PostgreSQL cannot hold every key of JSON, and an index not every length.
    "digest" BYTEA NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX "path_digest_key" ON "path"("digest");

-- What each event changed on the recorded axis, a row a leaf.
CREATE TABLE "change" (
    "position" BIGINT NOT NULL,
    "stream_id" BIGINT NOT NULL,
    "recorded_high" BIGINT NOT NULL,
    "occurred_at" BIGINT NOT NULL,
    -- Stands for the whole value; NULL where the leaf is gone.
    "value_key" BIGINT,
    "path_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "is_cut" BOOLEAN NOT NULL,
    -- JSON text, cut where it is long.
    "value" TEXT COLLATE "C",
    -- Of a number that PostgreSQL can hold.
    "number" NUMERIC,
    PRIMARY KEY ("position", "path_id")
);
CREATE INDEX "change_path_id_position_idx" ON "change"("path_id", "position");
CREATE INDEX "change_path_id_value_key_position_idx" ON "change"("path_id", "value_key", "position");
CREATE INDEX "change_stream_id_path_id_version_idx" ON "change"("stream_id", "path_id", "version");

-- The leaves of every entity after the newest event that the change log has, from which its next changes are found.
CREATE TABLE "entity_state" (
    "stream_id" BIGINT PRIMARY KEY,
    "version" INTEGER NOT NULL,
    -- JSON: path, text, path, text …
    "leaves" TEXT NOT NULL
) WITH (fillfactor = 80);

-- Events that a fold could not take as they are, and why.
CREATE TABLE "event_mark" (
    "position" BIGINT PRIMARY KEY,
    "stream_id" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "message" TEXT NOT NULL
);
