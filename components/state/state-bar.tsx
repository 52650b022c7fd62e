import type { ReactNode } from 'react';
import type { Scene } from '#client/replay/question';
import { countChanges, countsInWords, visibleChanges } from '#client/visible-changes';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { stateText } from '#core';

/** What the state is of, and how it is looked at. */
export function StateBar({
  scene: { ordinal, event, leaves, changes },
  lead,
  search,
  blame,
  onBlame,
  changedOnly,
  onChangedOnly,
}: {
  scene: Scene;
  lead: ReactNode;
  search: ReactNode;
  blame: boolean;
  onBlame(on: boolean): void;
  changedOnly: boolean;
  onChangedOnly(on: boolean): void;
}) {
  const summary =
    ordinal === 0 ? 'Before the first event' : countsInWords(countChanges(visibleChanges(changes)));
  return (
    <div className="flex min-h-10 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-3 py-1">
      {lead}
      <p className="min-w-0 flex-1 basis-36 text-ink-3 leading-4">
        {event === null ? null : <>After event {event.version} · </>}
        {summary}
      </p>
      {search}
      <Button
        aria-pressed={changedOnly}
        onClick={() => onChangedOnly(!changedOnly)}
        title="Only what this event changed"
      >
        Changed
      </Button>
      <Button
        aria-pressed={blame}
        onClick={() => onBlame(!blame)}
        title="Who set each field, and with which event"
      >
        Blame
      </Button>
      <CopyButton text={() => stateText(leaves) ?? ''} title="Copy the whole state as JSON">
        Copy
      </CopyButton>
    </div>
  );
}
