import { memo, type ReactNode } from 'react';
import { offsetBeside } from '#client/day-offsets';
import { timeText } from '#client/instant-text';
import { instantOf } from '#client/playhead-words';
import type { ListedEvent } from '#client/replay/question';
import { shownBlanks } from '#client/shown-blanks';
import { useUpcasters } from '#client/upcasters';
import { useWording } from '#client/wording/use-wording';
import { eventTitle, type Wording } from '#client/wording/wording';
import { useZone } from '#client/zone';
import { NoteMark } from '#components/ui/note-mark';
import { Tag } from '#components/ui/tag';
import { TypeMark } from '#components/ui/type-mark';
import { visible, visibleString } from '#components/ui/visible-text';
import type { Axis } from '#core';
import { marksOf } from './event-marks.ts';

interface RowPlace {
  readonly id: string;
  readonly selected: boolean;
  readonly size: number;
  onSelect(ordinal: number): void;
}

interface EventRowProps extends RowPlace {
  readonly ordinal: number;
  /** null while it is not known. */
  readonly version: number | null;
  /** null while its header is on its way: its place is kept. */
  readonly event: ListedEvent | null;
  readonly axis: Axis;
  readonly slot: number;
  readonly position: number;
  readonly digits: number;
  /** So many events between this one and the one before it that is shown are hidden by a filter. */
  readonly hidden: number;
  /** Of the last that is shown: so many after it are hidden. */
  readonly later: number;
  /** So many notes stand at it. */
  readonly notes: number;
}

/** One event: number, type, actor, time, and what is worth knowing about it. */
export const EventRow = memo(
  function EventRow({
    ordinal,
    version,
    position,
    digits,
    hidden,
    later,
    notes,
    event,
    axis,
    slot,
    ...place
  }: EventRowProps) {
    const { selected } = place;
    const zone = useZone();
    const steps = useUpcasters();
    const wording = useWording();
    const marks = event === null ? [] : marksOf(event, steps);
    const name = event === null ? '…' : wording.eventOf(event.type);
    const who =
      event === null ? '' : event.actor === null ? changesText(event.changes) : shownBlanks(event.actor);
    const isAlone = hidden === 0 && later === 0 && notes === 0 && marks.length === 0;
    return (
      <Option {...place} position={position} ordinal={ordinal} version={version} look="h-11 items-start">
        <span
          className={`shrink-0 text-right font-mono text-sm leading-[18px] ${selected ? 'font-semibold text-now' : 'text-ink-3'}`}
          style={{ minWidth: `${Math.max(2, digits)}ch` }}
        >
          <span className="sr-only">Event </span>
          {version ?? '…'}
        </span>
        <span className="flex h-[18px] items-center">
          <TypeMark slot={slot} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-1.5 leading-[18px]">
            <span
              className={`min-w-0 flex-1 ${fits(name, SHORT_TYPE) ? '' : 'truncate'}`}
              title={event === null ? undefined : otherName(wording, event.type)}
            >
              {visible(name)}
            </span>
            {event === null ? null : <EventTime micros={instantOf(event, axis)} zone={zone} />}
          </span>
          <span className="flex items-center gap-1.5">
            <span
              className={`min-w-0 flex-1 text-sm ${isAlone && fits(who, SHORT_ACTOR) ? '' : 'truncate'} ${event?.actor == null ? 'text-ink-3' : 'text-ink-2'}`}
            >
              {visible(who)}
            </span>
            {hidden === 0 ? null : (
              <span
                className="shrink-0 text-ink-3 text-xs"
                title="Between this event and the one before it that is shown"
              >
                … {hidden.toLocaleString('en')} hidden
              </span>
            )}
            {later === 0 ? null : (
              <span
                className="shrink-0 text-ink-3 text-xs"
                title="After this event, the last one that is shown"
              >
                {later.toLocaleString('en')} later hidden …
              </span>
            )}
            {notes === 0 ? null : <NoteMark count={notes} on="event" />}
            {marks.map((mark) => (
              <Tag key={mark.text} title={mark.explanation} tone={mark.tone}>
                {mark.text}
              </Tag>
            ))}
          </span>
        </span>
      </Option>
    );
  },
  (before, after) =>
    before.ordinal === after.ordinal &&
    before.version === after.version &&
    before.event === after.event &&
    before.selected === after.selected &&
    before.position === after.position &&
    before.slot === after.slot &&
    before.hidden === after.hidden &&
    before.later === after.later &&
    before.notes === after.notes &&
    before.axis === after.axis &&
    before.size === after.size &&
    before.onSelect === after.onSelect,
);

/**
 * Characters that are in sight whatever the width of the list and of the characters, beside the time and on a line of their own. Only
 * what may have to be cut is clipped by itself, which the browser pays for with every frame.
 */
const SHORT_TYPE = 12;
const SHORT_ACTOR = 14;

const fits = (text: string, room: number): boolean => text.length <= room && /^[\x20-\x7e]*$/.test(text);

/** Where a label stands for it, the name as it was written as well. */
function otherName(wording: Wording, type: string): string | undefined {
  const title = eventTitle(wording, type);
  return title === wording.eventOf(type) ? undefined : visibleString(title);
}

/** The headings say the day and the zone; where its clock is changed on that day, each time says by how much it is ahead. */
function EventTime({ micros, zone }: { micros: bigint; zone: string }) {
  const offset = offsetBeside(micros, zone);
  return (
    <span className="font-mono text-ink-3 text-sm" data-time="">
      {timeText(micros, zone)}
      {offset === null ? null : <span className="text-xs"> {offset}</span>}
    </span>
  );
}

/** Where nobody is named, how much it changed says more than that. */
function changesText(changes: number): string {
  if (changes === 0) return 'no field changed';
  return `${changes.toLocaleString('en')} ${changes === 1 ? 'field' : 'fields'} changed`;
}

/** The place before the first event, where nothing exists yet. */
export function OriginRow(place: RowPlace) {
  const { selected, size } = place;
  return (
    <Option {...place} position={size} ordinal={0} version={0} look="h-9 items-center text-ink-3">
      <span
        className={`min-w-[2ch] text-right font-mono text-sm ${selected ? 'font-semibold text-now' : ''}`}
      >
        0
      </span>
      Before the first event
    </Option>
  );
}

interface OptionProps extends RowPlace {
  readonly position: number;
  readonly ordinal: number;
  readonly version: number | null;
  readonly look: string;
  readonly children: ReactNode;
}

function Option({ id, selected, size, position, ordinal, version, look, onSelect, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-setsize={size}
      aria-posinset={position}
      data-version={version ?? undefined}
      onClick={() => onSelect(ordinal)}
      className={`flex gap-2 py-[5px] pr-3 pl-3 hover:bg-sunken ${look} ${selected ? 'is-now' : ''}`}
    >
      {children}
    </div>
  );
}
