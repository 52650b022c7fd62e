-- The read model of histories: closed segments, and in which order they make up a history. Everything here follows from the log
-- and can be dropped and built again.

-- A segment never changes and is addressed by what it was made from; histories that share their beginning share segments.
CREATE TABLE "segment" (
    "hash" TEXT COLLATE "C" PRIMARY KEY,
    "bytes" BYTEA NOT NULL
);
-- They are gzipped already.
ALTER TABLE "segment" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

CREATE TABLE "history_segment" (
    "history" TEXT COLLATE "C" NOT NULL,
    "place" INTEGER NOT NULL CHECK ("place" >= 0),
    "stream_id" BIGINT NOT NULL,
    "known_version" INTEGER NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "first" INTEGER NOT NULL CHECK ("first" >= 1),
    "last" INTEGER NOT NULL CHECK ("last" >= "first"),
    "clock" BIGINT NOT NULL,
    "lowest_version" INTEGER NOT NULL,
    "highest_version" INTEGER NOT NULL,
    "touched" BYTEA NOT NULL,
    "digest" BYTEA NOT NULL,
    PRIMARY KEY ("history", "known_version", "place")
);
CREATE INDEX "history_segment_stream_id_idx" ON "history_segment"("stream_id");
CREATE INDEX "history_segment_hash_idx" ON "history_segment"("hash");
