import { memo, type ReactNode, useMemo } from 'react';
import { instantOf } from '#client/playhead-words';
import { pointerSteps, stepText } from '#client/pointer-words';
import type { ListedEvent } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useWording } from '#client/wording/use-wording';
import { GridCell, GridRow } from '#components/ui/grid-parts';
import { Instant } from '#components/ui/instant';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import styles from './diff.module.css';
import { DiffValue } from './diff-value.tsx';
import { SetBy } from './set-by.tsx';
import type { EntryRow } from './sort-entries.ts';
import { leafMarks, type Mark } from './word-marks.ts';

/** One change. Its cells carry their column's name where they stand below each other. */
export const TableRow = memo(function TableRow({
  id,
  place,
  row,
  active,
  replay,
  setBefore,
  setAfter,
  onActive,
  onGo,
}: {
  id: string;
  /** From 1, the heading included. */
  place: number;
  row: EntryRow;
  active: boolean;
  replay: Replay;
  setBefore: ListedEvent | null;
  setAfter: ListedEvent | null;
  onActive(key: string): void;
  onGo(ordinal: number): void;
}) {
  const { entry } = row;
  const { before, after } = entry;
  const { face, valueOf: say } = useWording();
  const marks = useMemo(() => leafMarks(before, after, say), [before, after, say]);
  // Where nobody set it there is nothing to wait for.
  const told = (say: (event: ListedEvent) => ReactNode) =>
    entry.setAfter === null ? null : setAfter === null ? '…' : say(setAfter);
  return (
    <GridRow
      id={id}
      aria-rowindex={place}
      aria-selected={active}
      data-path={entry.path}
      onClick={() => onActive(row.key)}
      className={`${styles.columns} border-line border-b px-3 py-1.5 ${active ? 'outline outline-2 outline-ink-3 -outline-offset-2' : 'hover:bg-sunken'}`}
    >
      <Cell>
        <span
          className={`[overflow-wrap:anywhere] ${face === 'auditor' ? '' : 'font-mono text-sm'}`}
          title={visibleString(entry.path)}
        >
          <PathWords path={entry.path} />
        </span>
      </Cell>
      <Cell label="Before">
        <Side text={before} side="before" marks={marks?.before ?? null} />
        <SetBy
          {...{ replay, onGo }}
          ordinal={entry.setBefore}
          event={setBefore}
          verb={before === null ? 'Last removed' : 'Set'}
        />
      </Cell>
      <Cell label="After">
        <Side text={after} side="after" marks={marks?.after ?? null} />
      </Cell>
      <Cell label="Event">
        <EventCell entry={entry.setAfter} event={setAfter} onGo={onGo} />
      </Cell>
      <Cell label="Actor">{told(({ actor }) => (actor === null ? '—' : <VisibleText text={actor} />))}</Cell>
      <Cell label="When">
        {told((event) => (
          <Instant micros={instantOf(event, replay.axis)} />
        ))}
      </Cell>
    </GridRow>
  );
});

function Cell({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <GridCell className="flex min-w-0 gap-2 @3xl:block">
      {label === undefined ? null : (
        <span className="w-14 shrink-0 pt-0.5 text-ink-3 text-sm @3xl:hidden">{label}</span>
      )}
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">{children}</div>
    </GridCell>
  );
}

function PathWords({ path }: { path: string }) {
  const wording = useWording();
  if (wording.face === 'auditor') return <VisibleText text={wording.nameOf(path)} />;
  const steps = pointerSteps(path).map(stepText);
  if (steps.length === 0) return 'the whole value';
  const parents = steps.slice(0, -1).map((step) => `${step} › `);
  return (
    <>
      <span className="text-ink-3">
        <VisibleText text={parents.join('')} />
      </span>
      <VisibleText text={steps.at(-1) ?? ''} />
    </>
  );
}

function Side({
  text,
  side,
  marks,
}: {
  text: string | null;
  side: 'before' | 'after';
  marks: readonly Mark[] | null;
}) {
  const { face, valueOf: say } = useWording();
  if (text === null) return <div className="text-ink-3">not there</div>;
  const Value = side === 'before' ? 'del' : 'ins';
  return (
    <div className={`flex gap-1.5 ${face === 'auditor' ? '' : 'font-mono text-sm'}`}>
      <span aria-hidden className={`font-bold ${side === 'before' ? 'text-rem' : 'text-add'}`}>
        {side === 'before' ? '−' : '+'}
      </span>
      <Value className="min-w-0 whitespace-pre-wrap text-ink no-underline">
        <DiffValue marks={marks ?? [{ text: say(text), differs: false }]} side={side} />
      </Value>
    </div>
  );
}

function EventCell({
  entry,
  event,
  onGo,
}: {
  entry: number | null;
  event: ListedEvent | null;
  onGo(ordinal: number): void;
}) {
  const { eventOf } = useWording();
  if (entry === null) return <span className="text-ink-3">none</span>;
  if (event === null) return '…';
  return (
    <button
      type="button"
      onClick={(click) => {
        click.stopPropagation();
        onGo(entry);
      }}
      title={`Go to event ${event.version}`}
      className="min-h-6 text-left underline decoration-line-2 underline-offset-2 hover:decoration-current"
    >
      <span className="font-mono text-sm">{event.version}</span> <VisibleText text={eventOf(event.type)} />
    </button>
  );
}
