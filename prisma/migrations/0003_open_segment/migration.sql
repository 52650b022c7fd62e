-- The open segment of a history, as it was when it was last folded: the one row of the read model that is written over. Like the
-- others it follows from the log and can be dropped.
CREATE TABLE "open_segment" (
    "history" TEXT COLLATE "C" NOT NULL,
    "known_version" INTEGER NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 0),
    "stream_id" BIGINT NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "first" INTEGER NOT NULL CHECK ("first" >= 1),
    "last" INTEGER NOT NULL CHECK ("last" >= "first"),
    "clock" BIGINT NOT NULL,
    "lowest_version" INTEGER NOT NULL,
    "highest_version" INTEGER NOT NULL,
    "touched" BYTEA NOT NULL,
    "digest" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    PRIMARY KEY ("history", "known_version")
);
-- They are gzipped already.
ALTER TABLE "open_segment" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
CREATE INDEX "open_segment_hash_idx" ON "open_segment"("hash");
