-- Events are asked for by the kind of their mark, and a store that has millions of one kind may have few of another.
CREATE INDEX "event_mark_kind_position_idx" ON "event_mark"("kind", "position");
