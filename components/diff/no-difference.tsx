import { Equal } from 'lucide-react';
import { versionText } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { useAnswer } from '#client/replay/use-answer';
import { useEvents } from '#client/replay/use-events';
import { useWording } from '#client/wording/use-wording';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { VisibleText } from '#components/ui/visible-text';

/** Fields that are named one by one; more are counted. */
const MOST = 4;

/** Two moments with the same state. What happened on the way is said: a limit that was raised and put back is a story, not nothing. */
export function NoDifference({
  replay,
  a,
  b,
  onGo,
}: {
  replay: Replay;
  a: number;
  b: number;
  onGo(ordinal: number): void;
}) {
  const { answer, waiting } = useAnswer(replay, { what: 'between', from: a, to: b });
  const { events = 0, fields = [], changing = 0, changedBy = [] } = waiting ? {} : (answer ?? {});
  const rest = changing - changedBy.length;
  useEvents(replay, changedBy);
  return (
    <EmptyState title="No difference" icon={<Equal size={24} />}>
      <p>{a === b ? 'A and B are the same moment.' : 'The state at A and the state at B are the same.'}</p>
      {events === 0 ? null : (
        <p className="[overflow-wrap:anywhere]">
          {events === 1 ? 'One event lies' : `${events.toLocaleString('en')} events lie`} between;{' '}
          <Returned fields={fields} />
        </p>
      )}
      {changedBy.length === 0 ? null : (
        <div className="flex flex-wrap items-center justify-center gap-2">
          {changedBy.map((ordinal) => (
            <Button key={ordinal} look="outlined" onClick={() => onGo(ordinal)}>
              Go to event {versionText(replay, ordinal)}
            </Button>
          ))}
          {rest > 0 ? <span>and {rest.toLocaleString('en')} more</span> : null}
        </div>
      )}
    </EmptyState>
  );
}

function Returned({ fields }: { fields: readonly string[] }) {
  const { nameOf } = useWording();
  if (fields.length === 0) return 'no field changed on the way.';
  const rest = fields.length - MOST;
  return (
    <>
      {fields.slice(0, MOST).map((path, place) => (
        <span key={path}>
          {place === 0 ? '' : ', '}
          <span className="font-mono text-ink text-sm">
            <VisibleText text={nameOf(path)} />
          </span>
        </span>
      ))}
      {rest > 0 ? ` and ${rest.toLocaleString('en')} more fields` : ''} changed and came back.
    </>
  );
}
