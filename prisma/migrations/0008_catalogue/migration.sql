-- Read model of the whole store: which types of events there are, what their payloads look like, and which event follows which. It
-- follows from the log and can be dropped and built again.

-- Events by type, for every type of entity that they are of.
CREATE TABLE "catalogue_type" (
    "namespace" TEXT COLLATE "C" NOT NULL,
    "entity_type" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "events" BIGINT NOT NULL,
    "first_position" BIGINT NOT NULL,
    "last_position" BIGINT NOT NULL,
    "first_recorded" BIGINT NOT NULL,
    "last_recorded" BIGINT NOT NULL,
    "first_occurred" BIGINT NOT NULL,
    "last_occurred" BIGINT NOT NULL,
    PRIMARY KEY ("namespace", "entity_type", "type")
) WITH (fillfactor = 80);
CREATE INDEX "catalogue_type_namespace_type_idx" ON "catalogue_type"("namespace", "type");

-- What the payloads of a type look like, for each of its schema versions.
CREATE TABLE "catalogue_shape" (
    "namespace" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "events" BIGINT NOT NULL,
    -- Of them, those whose payload is no JSON: nothing is known of its inside.
    "opaque" BIGINT NOT NULL,
    "first_position" BIGINT NOT NULL,
    "last_position" BIGINT NOT NULL,
    -- JSON: places, types, counts, positions.
    "shape" TEXT NOT NULL,
    PRIMARY KEY ("namespace", "type", "schema_version")
) WITH (fillfactor = 80);

-- How often an event of one type came right behind one of another in its stream. "before" is empty where it was the first.
CREATE TABLE "catalogue_follow" (
    "namespace" TEXT COLLATE "C" NOT NULL,
    "entity_type" TEXT COLLATE "C" NOT NULL,
    "before" TEXT COLLATE "C" NOT NULL,
    "after" TEXT COLLATE "C" NOT NULL,
    "events" BIGINT NOT NULL,
    -- Microseconds, of all that went forwards put together: more than 64 bits hold.
    "gap_sum" NUMERIC NOT NULL,
    -- JSON: events by bucket.
    "gaps" TEXT NOT NULL,
    -- Of the later event.
    "first_position" BIGINT NOT NULL,
    "last_position" BIGINT NOT NULL,
    PRIMARY KEY ("namespace", "entity_type", "before", "after")
) WITH (fillfactor = 80);
