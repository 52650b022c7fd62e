import { memo } from 'react';
import type { CutText, FieldValue } from '#client/field-track';
import { gapText, instantText } from '#client/instant-text';
import type { ListedEvent } from '#client/replay/question';
import { useWording } from '#client/wording/use-wording';
import { useZone } from '#client/zone';
import { colorOfJson } from '#components/ui/json-text';
import { TypeMark } from '#components/ui/type-mark';
import { VisibleText, visible } from '#components/ui/visible-text';
import { type Axis, clockOf } from '#core';
import { insideWords } from './field-words.ts';

export interface FieldValueRowProps {
  readonly id: string;
  readonly ordinal: number;
  readonly position: number;
  readonly size: number;
  /** The state at the playhead has this value. */
  readonly selected: boolean;
  /** null until it has come. */
  readonly value: FieldValue | null;
  readonly event: ListedEvent | null;
  /** The event that changed it next; null: not come, or none did. */
  readonly next: ListedEvent | null;
  readonly isLast: boolean;
  readonly slot: number;
  readonly axis: Axis;
  /** What its values do not say by themselves. */
  readonly turn: string | null;
  /** Of the field. */
  readonly path: string;
  onGo(ordinal: number): void;
}

/** One change of the field: from what to what, by whom, when, and for how long it held. */
export const FieldValueRow = memo(function FieldValueRow(props: FieldValueRowProps) {
  const { id, ordinal, position, size, selected, value, event, next, isLast, slot, axis, turn, path, onGo } =
    props;
  const zone = useZone();
  const { face, eventOf } = useWording();
  const held = isLast
    ? 'holds since then'
    : event === null || next === null
      ? ''
      : `held ${heldText(event, next, axis)}`;
  const when = event === null ? '' : instantText(clockOf(event, axis), zone);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={size}
      data-version={event?.version}
      onClick={() => onGo(ordinal)}
      className={`flex h-12 flex-col justify-center px-3 ${selected ? 'is-now' : 'hover:bg-sunken'}`}
    >
      <div className="flex items-baseline gap-3">
        <span
          className={`flex min-w-0 flex-1 items-baseline gap-1.5 whitespace-pre ${face === 'auditor' ? '' : 'font-mono text-sm'}`}
        >
          {value === null ? '…' : <ValueChange value={value} path={path} />}
        </span>
        {turn === null ? null : <span className="shrink-0 text-ink-3 text-sm max-sm:hidden">{turn}</span>}
        <span className="shrink-0 font-mono text-ink-3 text-sm max-sm:hidden">{when}</span>
        {/* On a phone the value needs the room that the time takes. */}
        <span className="shrink-0 text-ink-3 text-sm sm:hidden">{held}</span>
      </div>
      <div className="flex items-baseline gap-2 text-ink-2 text-sm">
        <span className={`min-w-8 font-mono ${selected ? 'font-semibold text-now' : 'text-ink-3'}`}>
          {event?.version ?? '…'}
        </span>
        <TypeMark slot={slot} size={9} />
        {/* On a phone who did it goes before what it is called. */}
        <span className={`min-w-0 truncate ${event?.actor == null ? '' : 'max-sm:sr-only'}`}>
          {event === null ? '' : <VisibleText text={eventOf(event.type)} />}
        </span>
        <span className="min-w-0 flex-1 truncate text-ink-3">
          {event?.actor == null ? '' : <VisibleText text={event.actor} />}
        </span>
        <span className="shrink-0 text-ink-3 max-sm:hidden">{held}</span>
        <span className="shrink-0 font-mono text-ink-3 text-xs sm:hidden">{when}</span>
      </div>
    </div>
  );
});

function ValueChange({ value, path }: { value: FieldValue; path: string }) {
  const { wholeOf } = useWording();
  const said = (cut: CutText) => <Said cut={cut} words={isWhole(cut) ? wholeOf(path, cut.text) : cut.text} />;
  const { before, after, kind, composed } = value;
  // Of two long objects that differ in one field, the count and the newer one say more than both.
  if (kind === 'inside' && (before === null || after === null || isContainer(before)))
    return (
      <>
        <span className="max-w-full shrink-0 truncate font-text text-ink-2">{insideWords(value)}</span>
        {after === null ? (
          composed ? null : (
            <span className="truncate font-text text-ink-3">too large to list</span>
          )
        ) : (
          <ins className="min-w-0 truncate">{said(after)}</ins>
        )}
      </>
    );
  return (
    <>
      {before === null ? null : (
        <>
          {/* Where there is no room for both, the newer one is the longer in sight. */}
          <del className="min-w-0 shrink-[2] truncate">
            <span className="sr-only">was </span>
            {said(before)}
          </del>
          <span aria-hidden className="text-ink-3">
            →
          </span>
        </>
      )}
      {after === null ? (
        <span className="text-ink-3">{before === null ? 'not there' : 'removed'}</span>
      ) : (
        <ins className="min-w-0 truncate">{said(after)}</ins>
      )}
    </>
  );
}

const isContainer = ({ text }: CutText) => text.startsWith('{') || text.startsWith('[');

/** Characters of a value that a row shows; the whole is where the row leads. */
const LONGEST = 300;

/** Half a JSON text says nothing in words. */
const isWhole = ({ text, length }: CutText): boolean => text.length === length;

/** In the colour of its kind, which the words do not tell. */
function Said({ cut, words }: { cut: CutText; words: string }) {
  const isLong = words.length > LONGEST || !isWhole(cut);
  return (
    <span className={colorOfJson(cut.text)}>
      {visible(isLong ? `${words.slice(0, LONGEST)}… ${cut.length.toLocaleString('en')} characters` : words)}
    </span>
  );
}

/** Without the sign, where time went on as it does. */
function heldText(from: ListedEvent, to: ListedEvent, axis: Axis): string {
  const gap = gapText(clockOf(from, axis), clockOf(to, axis));
  if (gap === '±0') return 'no time';
  return gap.startsWith('+') ? gap.slice(1) : gap;
}
