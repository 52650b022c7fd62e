-- How much changed when is packed as well: a day has one row with its quarters of an hour in an array.
DROP TABLE "change_rollup";
CREATE TABLE "change_rollup" (
    "namespace" TEXT COLLATE "C" NOT NULL,
    "axis" SMALLINT NOT NULL,
    -- Of UTC: when it begins.
    "day" BIGINT NOT NULL,
    -- Leaves that changed in each of its 96 quarters of an hour.
    "quarters" BIGINT[] NOT NULL,
    PRIMARY KEY ("namespace", "axis", "day")
) WITH (fillfactor = 80);

-- It is filled from the log, with the change log beside it.
TRUNCATE "change", "path", "entity_state", "event_mark";
UPDATE "read_model" SET "position" = 0, "basis" = '' WHERE "name" = 'changes';
