import { memo, type ReactNode, useCallback, useLayoutEffect, useRef } from 'react';
import type { Scene } from '#client/replay/question';
import { countChanges, countsInWords, visibleChanges } from '#client/visible-changes';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { stateText } from '#core';

interface StateLooks {
  readonly blame: boolean;
  onBlame(on: boolean): void;
  readonly changedOnly: boolean;
  onChangedOnly(on: boolean): void;
}

/** What the state is of, and how it is looked at. */
export function StateBar({
  scene: { ordinal, event, leaves, changes },
  lead,
  search,
  ...looks
}: StateLooks & { scene: Scene; lead: ReactNode; search: ReactNode }) {
  const summary =
    ordinal === 0 ? 'Before the first event' : countsInWords(countChanges(visibleChanges(changes)));
  const shown = useRef(leaves);
  useLayoutEffect(() => {
    shown.current = leaves;
  });
  const text = useCallback(() => stateText(shown.current) ?? '', []);
  return (
    <div className="flex min-h-10 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-3 py-1">
      {lead}
      <p data-caption="" className="min-w-0 flex-1 basis-36 text-ink-3 leading-4">
        {event === null ? null : <>After event {event.version} · </>}
        {summary}
      </p>
      {search}
      <Buttons {...looks} text={text} />
    </div>
  );
}

/** The same at every moment. */
const Buttons = memo(function Buttons({
  blame,
  onBlame,
  changedOnly,
  onChangedOnly,
  text,
}: StateLooks & { text(): string }) {
  return (
    <>
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
      <CopyButton text={text} title="Copy the whole state as JSON">
        Copy
      </CopyButton>
    </>
  );
});
