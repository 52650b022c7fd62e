'use client';

import { EyeOff, X } from 'lucide-react';
import { instantText } from '#client/instant-text';
import { instantOf } from '#client/playhead-words';
import type { ComparedEntry } from '#client/replay/compare-moments';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import { useWording } from '#client/wording/use-wording';
import { useZone } from '#client/zone';
import { Button, IconButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { VisibleText, visibleString } from '#components/ui/visible-text';

/** The chosen change: where it is, who set either side and when, and what can be done with it. */
export function ChangeStrip({
  replay,
  entry,
  onGo,
  onIgnore,
  onClose,
}: {
  replay: Replay;
  entry: ComparedEntry;
  onGo(ordinal: number): void;
  onIgnore(path: string): void;
  onClose(): void;
}) {
  const { path, before, after, setBefore, setAfter } = entry;
  const { face, nameOf, eventOf } = useWording();
  const zone = useZone();
  const peek = useEvents(replay, [setBefore ?? 0, setAfter ?? 0]);
  const side = (name: string, ordinal: number | null, verb: string, none: string) => {
    const event = ordinal === null ? null : peek(ordinal);
    return (
      <div className="flex min-h-6 min-w-0 flex-1 basis-72 items-center gap-2">
        <dt className="w-10 shrink-0 text-ink-3">{name}</dt>
        <dd className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 text-ink-2">
          {ordinal === null ? (
            none
          ) : event === null ? (
            '…'
          ) : (
            <>
              <button
                type="button"
                onClick={() => onGo(ordinal)}
                className="min-h-6 underline decoration-line-2 underline-offset-2 hover:decoration-current"
              >
                {verb} by event {event.version}
              </button>
              <span className="min-w-0">
                <VisibleText
                  text={`${eventOf(event.type)}${event.actor === null ? '' : ` by ${event.actor}`}`}
                />
              </span>
              <span className="whitespace-nowrap font-mono text-ink-3 text-sm">
                {instantText(instantOf(event, replay.axis), zone)}
              </span>
            </>
          )}
        </dd>
      </div>
    );
  };
  return (
    <section aria-label="Selected change" className="flex-none border-line border-t px-3 py-1.5">
      <div className="flex flex-wrap items-center gap-x-1">
        <h3
          className={`min-w-0 flex-1 basis-40 truncate ${face === 'auditor' ? 'font-medium' : 'font-mono text-sm'}`}
          title={visibleString(path)}
        >
          <VisibleText text={nameOf(path)} />
        </h3>
        <CopyButton text={path} title="Copy the path of this field">
          Path
        </CopyButton>
        {before === null ? null : (
          <CopyButton text={before} title="Copy the value before">
            Before
          </CopyButton>
        )}
        {after === null ? null : (
          <CopyButton text={after} title="Copy the value after">
            After
          </CopyButton>
        )}
        <Button onClick={() => onIgnore(path)} title="Leave this field out of the diff (I)">
          <EyeOff aria-hidden size={14} />
          Ignore this field
        </Button>
        <IconButton label="Close the selected change" onClick={onClose}>
          <X aria-hidden size={14} />
        </IconButton>
      </div>
      <dl className="flex flex-wrap gap-x-4">
        {side('Before', setBefore, before === null ? 'removed' : 'set', 'was not there yet')}
        {side('After', setAfter, after === null ? 'removed' : 'set', 'was not there yet')}
      </dl>
    </section>
  );
}
