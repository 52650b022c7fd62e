-- With all that facets count of an event, so that what one actor did is counted without reading its rows, which lie far apart. The product's
-- own events are left out of all that nobody asks for by their types.
DROP INDEX "searchable_event_actor_idx";
CREATE INDEX "searchable_event_actor_idx" ON "searchable_event"("actor_id", "recorded_at", "position")
    INCLUDE ("namespace_id", "entity_type_id", "type_id", "source_id") WHERE "actor_id" IS NOT NULL AND NOT "is_own";

-- An index answers alone only for pages that a vacuum has seen, and the newest rows are the ones that are asked for most.
ALTER TABLE "searchable_event" SET (autovacuum_vacuum_insert_scale_factor = 0.01);
