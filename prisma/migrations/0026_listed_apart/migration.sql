-- What a found event is shown with stands in one row with its payload, type by type: who looks for a value in the payloads of a type reads only
-- those, which lie side by side, and then has read all that is shown of what was found. The log need not be read, nor the streams.

DROP TABLE "searchable_payload";

CREATE TABLE "listed_event" (
    "position" BIGINT NOT NULL,
    "recorded_at" BIGINT NOT NULL,
    "occurred_at" BIGINT NOT NULL,
    "type_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "entity_type_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "actor_id" INTEGER,
    "recorded_is_ours" BOOLEAN NOT NULL,
    "occurred_is_ours" BOOLEAN NOT NULL,
    "is_removed" BOOLEAN NOT NULL,
    "is_late" BOOLEAN NOT NULL,
    "is_out_of_order" BOOLEAN NOT NULL,
    "entity_id" TEXT COLLATE "C" NOT NULL,
    "event_id" TEXT COLLATE "C" NOT NULL,
    "correlation_id" TEXT COLLATE "C",
    "causation_id" TEXT COLLATE "C",
    "payload_format" TEXT COLLATE "C" NOT NULL,
    -- NULL: it is no JSON, or none that PostgreSQL can hold; such an event is found by its words, not by its fields.
    "payload" JSONB,
    PRIMARY KEY ("type_id", "position")
);
CREATE INDEX "listed_event_payload_idx" ON "listed_event" USING gin ("payload" jsonb_path_ops);

-- How the recorded clock of a namespace ran in the order of the log; the product's own events are none of it.
CREATE TABLE "recorded_order" (
    "namespace_id" INTEGER PRIMARY KEY,
    "high" BIGINT NOT NULL,
    -- The last event that was recorded before one with a lower position; 0: there is none.
    "last_behind" BIGINT NOT NULL
);

-- Both are filled from the log, with all else that searches walk.
TRUNCATE "searchable_event", "searchable_words", "rollup", "actor_rollup", "term";
UPDATE "read_model" SET "position" = 0, "basis" = '' WHERE "name" = 'search';
