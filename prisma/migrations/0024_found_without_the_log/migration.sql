-- A found event is shown from what it is found by, and its row in the log, which is nine times as wide, need not be read.
-- NULL: the row was written before this column was; the event knows.
ALTER TABLE "searchable_event" ADD COLUMN "recorded_is_ours" BOOLEAN;
