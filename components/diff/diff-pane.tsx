'use client';

import { ArrowLeftRight, GitCompareArrows } from 'lucide-react';
import { memo, type ReactNode, useMemo } from 'react';
import { versionText } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { useAnswer } from '#client/replay/use-answer';
import { useEvents } from '#client/replay/use-events';
import { countChanges, countsInWords, visibleChanges } from '#client/visible-changes';
import { Button, IconButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import type { DiffEntry } from '#core';
import { diffGroups, diffRows } from './diff-groups.ts';
import { DiffList } from './diff-list.tsx';
import { MomentLabel } from './moment-label.tsx';
import { NoDifference } from './no-difference.tsx';

export interface DiffPins {
  readonly a: number | null;
  readonly b: number | null;
}

export interface DiffPaneProps {
  readonly replay: Replay;
  readonly ordinal: number;
  readonly pins: DiffPins;
  onPins(pins: DiffPins): void;
  onGo(ordinal: number): void;
  /** Stands first in the pane's bar. */
  readonly lead: ReactNode;
}

/** What differs between the moments A and B, in either direction. */
export const DiffPane = memo(function DiffPane(props: DiffPaneProps) {
  const { replay, ordinal, pins, onPins, onGo, lead } = props;
  const { a, b } = pins;
  const asked = useAnswer(replay, a === null || b === null ? null : { what: 'diff', from: a, to: b });
  const diff = asked.answer ?? NOTHING;
  const isThere = asked.answer !== null && !asked.waiting;
  const rows = useMemo(() => diffRows(diffGroups(diff)), [diff]);
  return (
    <section aria-label="Diff" className="flex min-h-0 flex-1 flex-col">
      <h2 className="sr-only">Differences between A and B</h2>
      <div className="flex min-h-10 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-3 py-1">
        {lead}
        {a === null || b === null ? null : (
          <>
            <MomentLabel pin="A" replay={replay} ordinal={a} onGo={onGo} />
            <span aria-hidden className="text-ink-3">
              →
            </span>
            <MomentLabel pin="B" replay={replay} ordinal={b} onGo={onGo} />
            <p className="min-w-0 flex-1 basis-40 text-ink-3" data-testid="diff-summary">
              {isThere ? countsInWords(countChanges(visibleChanges(diff))) : 'comparing…'}
            </p>
            <IconButton label="Exchange A and B" onClick={() => onPins({ a: b, b: a })}>
              <ArrowLeftRight aria-hidden size={15} />
            </IconButton>
            <Button onClick={() => onPins({ a: null, b: null })}>Clear pins</Button>
          </>
        )}
      </div>
      {a === null || b === null ? (
        <PinsMissing replay={replay} ordinal={ordinal} pins={pins} onPins={onPins} />
      ) : asked.problem !== null ? (
        <EmptyState title="The difference could not be read">
          <p>{asked.problem}</p>
        </EmptyState>
      ) : rows.length === 0 && isThere ? (
        <NoDifference replay={replay} a={a} b={b} onGo={onGo} />
      ) : (
        <DiffList rows={rows} replay={replay} onGo={onGo} />
      )}
    </section>
  );
});

/** A diff needs two moments: what they are, and the three that are most often meant. */
function PinsMissing({ replay, ordinal, pins, onPins }: Omit<DiffPaneProps, 'onGo' | 'lead'>) {
  const here =
    ordinal === 0 ? 'here, before the first event' : `event ${versionText(replay, ordinal)}, where you are`;
  useEvents(replay, [ordinal]);
  const one = pins.a !== null ? 'A' : pins.b !== null ? 'B' : null;
  return (
    <EmptyState
      title={one === null ? 'Pin two moments to compare' : `${one} is set; pin the other moment`}
      icon={<GitCompareArrows size={24} />}
    >
      <p>
        A is the state before, B the state after. Move the playhead and pin it with the keys A and B, or start
        from here:
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        {one !== null ? (
          <Button
            look="solid"
            onClick={() => onPins(one === 'A' ? { a: pins.a, b: ordinal } : { a: ordinal, b: pins.b })}
          >
            Pin {one === 'A' ? 'B' : 'A'} to {here}
          </Button>
        ) : null}
        {ordinal === 0 ? null : (
          <Button look="outlined" onClick={() => onPins({ a: ordinal - 1, b: ordinal })}>
            What this event changed
          </Button>
        )}
        {ordinal <= 1 ? null : (
          <Button look="outlined" onClick={() => onPins({ a: 1, b: ordinal })}>
            First event to here
          </Button>
        )}
        {ordinal === replay.length ? null : (
          <Button look="outlined" onClick={() => onPins({ a: ordinal, b: replay.length })}>
            Here to the newest
          </Button>
        )}
      </div>
    </EmptyState>
  );
}

const NOTHING: readonly DiffEntry[] = [];
