import { CircleDashed } from 'lucide-react';
import type { Scene } from '#client/replay/question';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** Before the first event, or after a removal: the absence is an answer, and it says so. */
export function AbsentState({
  events,
  scene: { ordinal, event: last },
  onGo,
}: {
  /** How many the entity has. */
  events: number;
  scene: Scene;
  onGo(ordinal: number): void;
}) {
  const removed = last?.removed === true;
  return (
    <EmptyState
      title={ordinal === 0 ? 'It did not exist yet' : removed ? 'It was removed' : 'It has no state'}
      icon={<CircleDashed size={24} />}
    >
      {last === null ? (
        <p>This is the moment before the first event.</p>
      ) : removed ? (
        <p>Event {last.version} removed this entity. It is absent until an event brings it back.</p>
      ) : last.changes > 0 ? (
        <p>Event {last.version} took away the last of it.</p>
      ) : (
        <p>There was none before event {last.version}, and this event did not give it any.</p>
      )}
      {ordinal === 0 && events > 0 ? (
        <Button look="outlined" onClick={() => onGo(1)}>
          Go to the first event
        </Button>
      ) : null}
      {removed ? (
        <Button look="outlined" onClick={() => onGo(ordinal - 1)}>
          See it just before
        </Button>
      ) : null}
    </EmptyState>
  );
}
