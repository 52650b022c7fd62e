'use client';

import { ChevronLeft, ChevronRight, LineChart, Pin, X } from 'lucide-react';
import { useMemo } from 'react';
import { placeInTrack } from '#client/field-track';
import { instantText } from '#client/instant-text';
import type { Scene } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import type { FollowedField } from '#client/use-followed-field';
import { useWording } from '#client/wording/use-wording';
import { useZone } from '#client/zone';
import { Button, IconButton } from '#components/ui/button';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { clockOf } from '#core';
import { fieldAt, jsonAt } from './field-at.ts';
import { absenceWords } from './field-words.ts';
import { LongValue } from './long-value.tsx';

/** The field that is followed: its value now, and the changes before and behind this moment, who made them and when. */
export function FollowedStrip({
  replay,
  scene,
  field,
  onHistory,
}: {
  replay: Replay;
  scene: Scene;
  field: FollowedField;
  /** Shows all of its values; null: they are on show. */
  onHistory: (() => void) | null;
}) {
  const { face, nameOf } = useWording();
  const { path, track, problem } = field;
  const { ordinal, leaves } = scene;
  const at = useMemo(() => (path === null ? null : fieldAt(leaves, path)), [leaves, path]);
  const text = useMemo(
    () => (path === null || at === null || at.below > MOST_BELOW ? null : (at.text ?? jsonAt(leaves, path))),
    [leaves, path, at],
  );
  if (path === null || at === null) return null;
  const count = track?.ordinals.length ?? 0;
  const place = track === null ? -1 : placeInTrack(track, ordinal);
  const isHere = track !== null && place >= 0 && track.ordinals[place] === ordinal;
  const earlier = track?.ordinals[isHere ? place - 1 : place] ?? null;
  const later = track?.ordinals[place + 1] ?? null;
  return (
    <section
      aria-label="Followed field"
      className="flex-none border-line border-t bg-surface px-3 pt-1.5 pb-2"
    >
      <div className="flex items-center gap-x-2">
        <Pin aria-hidden size={13} className="shrink-0 text-ink-3" />
        <h3
          className={`min-w-0 truncate font-medium ${face === 'auditor' ? '' : 'font-mono text-sm'}`}
          title={visibleString(path)}
        >
          <VisibleText text={nameOf(path)} />
        </h3>
        <p aria-live="polite" className="min-w-0 flex-1 truncate text-ink-3 text-sm">
          {problem ?? (track === null ? 'reading its changes…' : placeWords(place, count, isHere))}
        </p>
        {onHistory === null ? null : (
          <Button onClick={onHistory} title="All values that this field had">
            <LineChart aria-hidden size={14} />
            <span className="max-sm:sr-only">History</span>
          </Button>
        )}
        <IconButton label="Stop following this field" onClick={() => field.follow(null)}>
          <X aria-hidden size={15} />
        </IconButton>
      </div>
      <div className="mt-1 grid grid-cols-2 items-center gap-2 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1.4fr)_minmax(0,1.2fr)]">
        <StepButton {...{ replay }} direction={-1} ordinal={earlier} onStep={field.step} />
        <div className="min-w-0 text-center max-sm:order-first max-sm:col-span-2 max-sm:text-left">
          {text ? (
            <LongValue path={path} json={text} ghost={false} />
          ) : (
            <p className="text-ink-2">
              {at.below > 0
                ? `${at.below.toLocaleString('en')} fields inside, too many to show here`
                : track === null
                  ? '…'
                  : absenceWords(track, place)}
            </p>
          )}
        </div>
        <StepButton {...{ replay }} direction={1} ordinal={later} onStep={field.step} />
      </div>
    </section>
  );
}

/** With more fields inside, composing its value would hold up whoever drags the playhead. */
const MOST_BELOW = 1_000;

/** Who made the change to which the button leads, and when. */
function StepButton({
  replay,
  direction,
  ordinal,
  onStep,
}: {
  replay: Replay;
  direction: 1 | -1;
  /** null: there is none. */
  ordinal: number | null;
  onStep(direction: 1 | -1): void;
}) {
  const zone = useZone();
  const { eventOf } = useWording();
  const event = useEvents(replay, ordinal === null ? [] : [ordinal])(ordinal ?? 0);
  const isBack = direction === -1;
  const name = isBack ? 'Previous change' : 'Next change';
  return (
    <button
      type="button"
      disabled={ordinal === null}
      onClick={() => onStep(direction)}
      title={`${name} (Ctrl+${isBack ? '←' : '→'})`}
      aria-keyshortcuts={isBack ? 'Control+ArrowLeft' : 'Control+ArrowRight'}
      className={`flex h-10 min-w-0 items-center gap-1.5 rounded-md border border-line-2 px-1.5 text-sm transition-colors enabled:hover:bg-sunken disabled:border-line disabled:text-ink-3 print:hidden ${isBack ? 'text-left' : 'flex-row-reverse text-right'}`}
    >
      {isBack ? (
        <ChevronLeft aria-hidden size={15} className="shrink-0" />
      ) : (
        <ChevronRight aria-hidden size={15} className="shrink-0" />
      )}
      <span className="min-w-0 flex-1">
        <span className="sr-only">{name}: </span>
        {ordinal === null ? (
          <span>{isBack ? 'No earlier change' : 'No later change'}</span>
        ) : event === null ? (
          '…'
        ) : (
          <>
            <span className="block truncate">
              <span className="font-mono">{event.version}</span>{' '}
              <VisibleText text={event.actor ?? eventOf(event.type)} />
            </span>
            <span className="block truncate text-ink-3 text-xs">
              {instantText(clockOf(event, replay.axis), zone)}
            </span>
          </>
        )}
      </span>
    </button>
  );
}

function placeWords(place: number, count: number, isHere: boolean): string {
  if (count === 0) return 'never set';
  const all = `${count.toLocaleString('en')} ${count === 1 ? 'change' : 'changes'}`;
  if (place < 0) return `before the first of ${all}`;
  return `${isHere ? 'change' : 'since change'} ${(place + 1).toLocaleString('en')} of ${all.replace(/ changes?$/, '')}`;
}
