-- How much changed when: the leaves that events changed, by quarter of an hour, on either axis. A read model: it is filled with the change log.
-- Every clock in use is ahead of UTC by whole quarters, so that the days of any zone can be put together from them.
CREATE TABLE "change_rollup" (
    "namespace" TEXT COLLATE "C" NOT NULL,
    "axis" SMALLINT NOT NULL,
    "bucket" BIGINT NOT NULL,
    "changes" BIGINT NOT NULL,
    PRIMARY KEY ("namespace", "axis", "bucket")
) WITH (fillfactor = 80);
