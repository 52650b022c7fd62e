import type { Scene } from '#client/replay/question';
import { VisibleText } from '#components/ui/visible-text';
import { EVENT_FLAGS, type EventHeader, type EventMark } from '#core';

/** Said over the state where its event could not be applied: what is shown is the state from before it. */
export function UnchangedNote({ scene: { ordinal, event, previous, changes } }: { scene: Scene }) {
  const kind = event === null ? null : stillness(event);
  if (event === null || kind === null || changes.length > 0) return null;
  const { version, mark } = event;
  const before = ordinal === 1 ? 'before the first event' : `after event ${previous?.version ?? ordinal - 1}`;
  return (
    <p
      className="flex-none border-line border-b bg-sunken px-3 py-1.5 text-ink-2 [overflow-wrap:anywhere]"
      data-testid="unchanged-note"
    >
      Event {version} {WORDS[kind]}; this is the state {before}.
      {kind === 'foldError' && mark !== null ? (
        <>
          {' '}
          <span className="text-ink-3">
            <VisibleText text={mark.message} />
          </span>
        </>
      ) : null}
    </p>
  );
}

/** Beside these two the state did change. */
type Stillness = Exclude<EventMark['kind'], 'literalLost' | 'keyLost'>;

const WORDS: Record<Stillness, string> = {
  notADocument: 'is not a document',
  notHandled: 'is not handled by the rule for this type',
  foldError: 'could not be applied',
  failedAction: 'is an action that failed',
};

function stillness({ mark, flags }: EventHeader): Stillness | null {
  if (mark === null) return (flags & EVENT_FLAGS.notADocument) === 0 ? null : 'notADocument';
  return mark.kind === 'literalLost' || mark.kind === 'keyLost' ? null : mark.kind;
}
