-- Whether two states of an entity differ is told by the index of its changes alone: what their fields were before lies all over the change log.
DROP INDEX "change_stream_id_path_id_version_idx";
CREATE INDEX "change_stream_id_path_id_version_idx" ON "change"("stream_id", "path_id", "version") INCLUDE ("value_key");

-- An index answers alone only for pages that a vacuum has seen, and the newest rows are the ones that are compared most.
ALTER TABLE "change" SET (autovacuum_vacuum_insert_scale_factor = 0.01);

-- Whether an entity was removed at a version, without its event, which lies among all others: few events remove.
CREATE INDEX "searchable_event_removal_idx" ON "searchable_event"("stream_id", "version") WHERE "is_removed";
