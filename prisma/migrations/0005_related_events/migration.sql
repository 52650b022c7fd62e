-- What an event caused, and the conversation it is part of. Events that name neither cost these indexes nothing, so that appending them
-- stays as quick as it was.
CREATE INDEX "event_body_causation_id_position_idx" ON "event_body"("causation_id", "position") WHERE "causation_id" IS NOT NULL;
CREATE INDEX "event_body_correlation_id_position_idx" ON "event_body"("correlation_id", "position") WHERE "correlation_id" IS NOT NULL;
