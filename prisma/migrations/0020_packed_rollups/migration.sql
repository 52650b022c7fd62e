-- Counts in time are packed: a day has one row with its hours in an array, where it had one for each hour and one for itself; and what an actor did
-- is counted sixteen days a row. So a step of the read model writes a row where it wrote a dozen, and a summary of years reads as many fewer.

DROP TABLE "rollup";
DROP TABLE "actor_rollup";

-- Events by UTC day, on either axis.
CREATE TABLE "rollup" (
    "namespace_id" INTEGER NOT NULL,
    "axis" SMALLINT NOT NULL,
    "day" BIGINT NOT NULL,
    "entity_type_id" INTEGER NOT NULL,
    "type_id" INTEGER NOT NULL,
    "events" BIGINT NOT NULL,
    -- Of each of its 24 hours.
    "hours" BIGINT[] NOT NULL,
    PRIMARY KEY ("namespace_id", "axis", "day", "entity_type_id", "type_id")
) WITH (fillfactor = 80);

-- The same by actor, by sixteen UTC days: "block" is when they begin, a multiple of them since 1970.
CREATE TABLE "actor_rollup" (
    "namespace_id" INTEGER NOT NULL,
    "axis" SMALLINT NOT NULL,
    "block" BIGINT NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "events" BIGINT NOT NULL,
    -- Of each of its 16 days.
    "days" BIGINT[] NOT NULL,
    PRIMARY KEY ("namespace_id", "axis", "block", "actor_id")
) WITH (fillfactor = 80);

-- Both are filled from the log, with all else that searches walk: nobody is to see events that are not counted.
TRUNCATE "searchable_event", "searchable_text", "term";
UPDATE "read_model" SET "position" = 0, "basis" = '' WHERE "name" = 'search';
