-- No two entries of these indexes are alike, as each ends with a position or a version: a page that fills up need not be searched for duplicates
-- before it is split.
ALTER INDEX "searchable_event_recorded_idx" SET (deduplicate_items = off);
ALTER INDEX "searchable_event_occurred_idx" SET (deduplicate_items = off);
ALTER INDEX "searchable_event_type_idx" SET (deduplicate_items = off);
ALTER INDEX "searchable_event_entity_type_idx" SET (deduplicate_items = off);
ALTER INDEX "searchable_event_stream_idx" SET (deduplicate_items = off);
ALTER INDEX "change_path_id_position_idx" SET (deduplicate_items = off);
ALTER INDEX "change_path_id_value_key_position_idx" SET (deduplicate_items = off);
ALTER INDEX "change_stream_id_path_id_version_idx" SET (deduplicate_items = off);
