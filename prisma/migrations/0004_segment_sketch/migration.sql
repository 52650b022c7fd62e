-- What a timeline can draw of a segment before it is read. Histories are a read model: they are built again with it.
DELETE FROM "history_segment";
DELETE FROM "open_segment";
DELETE FROM "segment";
ALTER TABLE "history_segment" ADD COLUMN "sketch" TEXT COLLATE "C" NOT NULL;
ALTER TABLE "open_segment" ADD COLUMN "sketch" TEXT COLLATE "C" NOT NULL;
