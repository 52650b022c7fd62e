-- The event log and what surrounds it.
--
-- Text that is compared is COLLATE "C": the order of bytes, the same on every machine and in every locale, so that a
-- keyset page never skips a row after an upgrade of the operating system. Bounds are those of lib/core/limits.ts and lib/store/limits.ts; the
-- store refuses with a number and a reason before PostgreSQL has to.
-- Instants are bigint microseconds since 1970 UTC; the view event_readable shows them as timestamptz.

CREATE TABLE "stream" (
    "id" BIGSERIAL PRIMARY KEY,
    "namespace" TEXT COLLATE "C" NOT NULL CHECK (octet_length("namespace") <= 512),
    "entity_type" TEXT COLLATE "C" NOT NULL CHECK (octet_length("entity_type") <= 512),
    "entity_id" TEXT COLLATE "C" NOT NULL CHECK (octet_length("entity_id") <= 512),
    "key" TEXT COLLATE "C" NOT NULL CHECK (octet_length("key") <= 512),
    "version" INTEGER NOT NULL CHECK ("version" >= 1),
    "last_position" BIGINT NOT NULL,
    "first_recorded" BIGINT NOT NULL,
    "last_recorded" BIGINT NOT NULL,
    "first_occurred" BIGINT NOT NULL,
    "last_occurred" BIGINT NOT NULL,
    "removed" BOOLEAN NOT NULL,
    "recorded_given" BOOLEAN NOT NULL
) WITH (fillfactor = 80);

CREATE UNIQUE INDEX "stream_key_key" ON "stream"("key");
CREATE UNIQUE INDEX "stream_namespace_entity_type_entity_id_key" ON "stream"("namespace", "entity_type", "entity_id");

CREATE TABLE "import" (
    "id" BIGSERIAL PRIMARY KEY,
    "namespace" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "format" TEXT COLLATE "C" NOT NULL,
    "options" TEXT NOT NULL,
    "digest" TEXT,
    "started_at" BIGINT NOT NULL,
    "finished_at" BIGINT,
    "read" BIGINT NOT NULL DEFAULT 0,
    "added" BIGINT NOT NULL DEFAULT 0,
    "already_there" BIGINT NOT NULL DEFAULT 0,
    "refused" BIGINT NOT NULL DEFAULT 0
);

-- No foreign keys among the tables of the log: they cost COPY a third of its rate. The append transaction writes all rows of
-- an event or none, nothing deletes one, and verify proves every reference.

CREATE TABLE "event" (
    "position" BIGINT PRIMARY KEY CHECK ("position" >= 1),
    "stream_id" BIGINT NOT NULL,
    "version" INTEGER NOT NULL CHECK ("version" >= 1),
    "type" TEXT COLLATE "C" NOT NULL CHECK (octet_length("type") <= 512),
    "schema_version" INTEGER NOT NULL CHECK ("schema_version" >= 0),
    "removed" BOOLEAN NOT NULL,
    "payload_format" TEXT COLLATE "C" NOT NULL CHECK ("payload_format" IN ('json', 'yaml', 'text', 'base64')),
    "occurred_at" BIGINT NOT NULL,
    "recorded_at" BIGINT NOT NULL,
    "ingested_at" BIGINT NOT NULL,
    "flags" INTEGER NOT NULL CHECK ("flags" >= 0),
    "recorded_high" BIGINT NOT NULL CHECK ("recorded_high" >= "recorded_at"),
    "import_id" BIGINT,
    "leaf_bytes" BYTEA NOT NULL CHECK (octet_length("leaf_bytes") < 65536),
    "leaf_hash" BYTEA NOT NULL CHECK (octet_length("leaf_hash") = 32)
);

CREATE UNIQUE INDEX "event_stream_id_version_key" ON "event"("stream_id", "version");
CREATE INDEX "event_stream_id_recorded_high_version_idx" ON "event"("stream_id", "recorded_high", "version");
CREATE INDEX "event_stream_id_occurred_at_version_idx" ON "event"("stream_id", "occurred_at", "version");

CREATE TABLE "event_body" (
    "position" BIGINT PRIMARY KEY,
    "source" TEXT COLLATE "C" NOT NULL CHECK (octet_length("source") <= 512),
    "event_id" TEXT COLLATE "C" NOT NULL CHECK (octet_length("event_id") <= 512),
    "payload" TEXT NOT NULL CHECK (octet_length("payload") <= 1048576),
    "actor" TEXT COLLATE "C" CHECK (octet_length("actor") <= 512),
    "correlation_id" TEXT COLLATE "C" CHECK (octet_length("correlation_id") <= 512),
    "causation_id" TEXT COLLATE "C" CHECK (octet_length("causation_id") <= 512),
    "source_ref" TEXT COLLATE "C" CHECK (octet_length("source_ref") <= 4608),
    "source_position" TEXT COLLATE "C" CHECK (octet_length("source_position") <= 512),
    "source_version" TEXT COLLATE "C" CHECK (octet_length("source_version") <= 512),
    "metadata" TEXT CHECK (octet_length("metadata") <= 1048576),
    "occurred_text" TEXT CHECK (octet_length("occurred_text") <= 512),
    "recorded_text" TEXT CHECK (octet_length("recorded_text") <= 512),
    "salts" BYTEA NOT NULL CHECK (octet_length("salts") = 160)
);

CREATE UNIQUE INDEX "event_body_source_event_id_key" ON "event_body"("source", "event_id");

CREATE TABLE "event_link" (
    "position" BIGINT NOT NULL,
    "ordinal" INTEGER NOT NULL CHECK ("ordinal" >= 0),
    "entity_type" TEXT COLLATE "C" NOT NULL CHECK (octet_length("entity_type") <= 512),
    "entity_id" TEXT COLLATE "C" NOT NULL CHECK (octet_length("entity_id") <= 512),
    "role" TEXT COLLATE "C" NOT NULL CHECK (octet_length("role") <= 512),
    PRIMARY KEY ("position", "ordinal")
);

CREATE INDEX "event_link_entity_type_entity_id_idx" ON "event_link"("entity_type", "entity_id");

CREATE TABLE "refusal" (
    "import_id" BIGINT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    PRIMARY KEY ("import_id", "ordinal")
);

CREATE TABLE "projection" (
    "namespace" TEXT COLLATE "C" NOT NULL,
    "entity_type" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "registered_by" TEXT NOT NULL,
    "registered_at" BIGINT NOT NULL,
    PRIMARY KEY ("namespace", "entity_type")
);

CREATE TABLE "setting" (
    "name" TEXT COLLATE "C" PRIMARY KEY,
    "value" TEXT NOT NULL
);

ALTER TABLE "refusal" ADD CONSTRAINT "refusal_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only, in words. ALWAYS: session_replication_role does not switch these off.

CREATE FUNCTION "refuse_change_of_log"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log is append-only: % of table "%" is refused. Events are never changed or deleted; append a correcting event instead.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "event_append_only_row" BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_log"();
CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_log"();
CREATE TRIGGER "event_body_append_only_row" BEFORE UPDATE OR DELETE ON "event_body" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_log"();
CREATE TRIGGER "event_body_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event_body" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_log"();
CREATE TRIGGER "event_link_append_only_row" BEFORE UPDATE OR DELETE ON "event_link" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_log"();
CREATE TRIGGER "event_link_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event_link" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_log"();

-- A stream's head moves; what it is called, and the key that its commitments name, never.
CREATE TRIGGER "stream_keeps_identity" BEFORE UPDATE OF "id", "namespace", "entity_type", "entity_id", "key" OR DELETE OR TRUNCATE ON "stream" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_log"();

ALTER TABLE "stream" ENABLE ALWAYS TRIGGER "stream_keeps_identity";
ALTER TABLE "event" ENABLE ALWAYS TRIGGER "event_append_only_row";
ALTER TABLE "event" ENABLE ALWAYS TRIGGER "event_append_only";
ALTER TABLE "event_body" ENABLE ALWAYS TRIGGER "event_body_append_only_row";
ALTER TABLE "event_body" ENABLE ALWAYS TRIGGER "event_body_append_only";
ALTER TABLE "event_link" ENABLE ALWAYS TRIGGER "event_link_append_only_row";
ALTER TABLE "event_link" ENABLE ALWAYS TRIGGER "event_link_append_only";

-- For people with psql. Seconds and microseconds apart are exact; to_timestamp(double precision) would round.

CREATE VIEW "event_readable" AS
SELECT
    e."position",
    s."namespace",
    s."entity_type",
    s."entity_id",
    e."version",
    e."type",
    e."schema_version",
    e."removed",
    timestamptz '1970-01-01 00:00:00+00' + e."occurred_at" / 1000000 * interval '1 second' + e."occurred_at" % 1000000 * interval '1 microsecond' AS "occurred_at",
    timestamptz '1970-01-01 00:00:00+00' + e."recorded_at" / 1000000 * interval '1 second' + e."recorded_at" % 1000000 * interval '1 microsecond' AS "recorded_at",
    timestamptz '1970-01-01 00:00:00+00' + e."ingested_at" / 1000000 * interval '1 second' + e."ingested_at" % 1000000 * interval '1 microsecond' AS "ingested_at",
    (e."flags" & 1) <> 0 AS "occurred_is_ours",
    (e."flags" & 2) <> 0 AS "recorded_is_ours",
    b."actor",
    b."correlation_id",
    b."causation_id",
    b."source",
    b."event_id",
    b."source_ref",
    e."payload_format",
    b."payload",
    b."metadata",
    encode(e."leaf_hash", 'hex') AS "leaf_hash"
FROM "event" e
JOIN "stream" s ON s."id" = e."stream_id"
JOIN "event_body" b ON b."position" = e."position";
