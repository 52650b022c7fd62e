-- What the catalogue was at a moment, on either clock ("axis": 0 recorded, 1 occurred), is put together from UTC days. These follow from the log
-- as the catalogue does, and are dropped and built again with it.

-- The events of a type by the day of their clock. "day": days since 1970.
CREATE TABLE "catalogue_day" (
    "namespace" TEXT COLLATE "C" NOT NULL,
    "axis" SMALLINT NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "entity_type" TEXT COLLATE "C" NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "events" BIGINT NOT NULL,
    "first_position" BIGINT NOT NULL,
    "last_position" BIGINT NOT NULL,
    "first_recorded" BIGINT NOT NULL,
    "last_recorded" BIGINT NOT NULL,
    "first_occurred" BIGINT NOT NULL,
    "last_occurred" BIGINT NOT NULL,
    PRIMARY KEY ("namespace", "axis", "type", "entity_type", "schema_version", "day")
) WITH (fillfactor = 80);

-- The steps by the day from which on both of their events were known: that of the later clock of the two.
CREATE TABLE "catalogue_follow_day" (
    "namespace" TEXT COLLATE "C" NOT NULL,
    "axis" SMALLINT NOT NULL,
    "entity_type" TEXT COLLATE "C" NOT NULL,
    "before" TEXT COLLATE "C" NOT NULL,
    "after" TEXT COLLATE "C" NOT NULL,
    "day" INTEGER NOT NULL,
    "events" BIGINT NOT NULL,
    "gap_sum" NUMERIC NOT NULL,
    "gaps" TEXT NOT NULL,
    "first_position" BIGINT NOT NULL,
    "last_position" BIGINT NOT NULL,
    "first_known" BIGINT NOT NULL,
    "last_known" BIGINT NOT NULL,
    PRIMARY KEY ("namespace", "axis", "entity_type", "before", "after", "day")
) WITH (fillfactor = 80);

-- So many events of a type and schema version, one behind the other in the log, with the shape of all payloads up to their last: a shape at a
-- moment goes on from there, with the payloads of few events.
CREATE TABLE "catalogue_stretch" (
    "namespace" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "events" BIGINT NOT NULL,
    "opaque" BIGINT NOT NULL,
    "first_position" BIGINT NOT NULL,
    "last_position" BIGINT NOT NULL,
    "first_recorded" BIGINT NOT NULL,
    "last_recorded" BIGINT NOT NULL,
    "first_occurred" BIGINT NOT NULL,
    "last_occurred" BIGINT NOT NULL,
    -- None while the stretch is still growing.
    "shape" TEXT,
    PRIMARY KEY ("namespace", "type", "schema_version", "first_position")
) WITH (fillfactor = 80);
