'use client';

import { CircleDashed, Search } from 'lucide-react';
import { memo, type ReactNode, useCallback, useDeferredValue, useId, useMemo, useState } from 'react';
import type { Scene } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { countChanges, countsInWords, visibleChanges } from '#client/visible-changes';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { EmptyState } from '#components/ui/empty-state';
import { stateText } from '#core';
import { FieldStrip } from './field-strip.tsx';
import { FoldLabel } from './fold-label.tsx';
import { buildStateTree } from './state-tree.ts';
import { StateTree } from './state-tree-view.tsx';
import { countMatches, treeRows } from './tree-rows.ts';
import { UnchangedNote } from './unchanged-note.tsx';

export interface StatePaneProps {
  readonly replay: Replay;
  readonly scene: Scene;
  onGo(ordinal: number): void;
  /** Stands first in the pane's bar. */
  readonly lead: ReactNode;
  /** Paths of fields that somebody has noted. */
  readonly noted: ReadonlySet<string>;
}

/** The exact state at the playhead, with what its event changed marked, and who set each field on demand. */
export const StatePane = memo(function StatePane({ replay, scene, onGo, lead, noted }: StatePaneProps) {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(NONE);
  const [search, setSearch] = useState('');
  const [blame, setBlame] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const asked = useDeferredValue(search);
  const { ordinal, event, leaves, changes } = scene;
  const root = useMemo(() => buildStateTree(leaves, changes), [leaves, changes]);
  const rows = useMemo(() => treeRows(root, { collapsed, search: asked }), [root, collapsed, asked]);
  const fold = useCallback((path: string, open: boolean) => {
    setCollapsed((before) => {
      const next = new Set(before);
      if (open) next.delete(path);
      else next.add(path);
      return next;
    });
  }, []);
  const summary =
    ordinal === 0 ? 'Before the first event' : countsInWords(countChanges(visibleChanges(changes)));
  return (
    <>
      <div className="flex min-h-10 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-3 py-1">
        {lead}
        <p className="min-w-0 flex-1 basis-40 text-ink-3">
          {event === null ? null : <>After event {event.version} · </>}
          {summary}
        </p>
        <SearchBox
          value={search}
          onChange={setSearch}
          found={asked.trim() === '' ? null : countMatches(rows)}
        />
        <Button
          aria-pressed={blame}
          onClick={() => setBlame(!blame)}
          title="Who set each field, and with which event"
        >
          Blame
        </Button>
        <CopyButton text={() => stateText(leaves) ?? ''} title="Copy the whole state as JSON">
          Copy
        </CopyButton>
      </div>
      <UnchangedNote scene={scene} />
      {rows.length === 0 && asked.trim() !== '' ? (
        <EmptyState title="Nothing matches" icon={<Search size={20} />}>
          <p>No field or value of this state holds “{asked}”.</p>
          <Button look="outlined" onClick={() => setSearch('')}>
            Clear the search
          </Button>
        </EmptyState>
      ) : null}
      {leaves.length === 0 ? <AbsentState replay={replay} scene={scene} onGo={onGo} /> : null}
      <StateTree
        replay={replay}
        rows={rows}
        noted={noted}
        blame={blame}
        active={active}
        onActive={setActive}
        onFold={fold}
        onGo={onGo}
        hidden={rows.length === 0}
      />
      <FieldStrip replay={replay} scene={scene} path={active} rows={rows} onGo={onGo} />
      <FoldLabel projection={replay.projection} />
    </>
  );
});

/** Before the first event, or after a removal: the absence is an answer, and it says so. */
function AbsentState({ replay, scene, onGo }: Omit<StatePaneProps, 'lead' | 'noted'>) {
  const { ordinal, event: last } = scene;
  const removed = last?.removed === true;
  return (
    <EmptyState
      title={ordinal === 0 ? 'It did not exist yet' : removed ? 'It was removed' : 'It has no state'}
      icon={<CircleDashed size={24} />}
    >
      {last === null ? (
        <p>This is the moment before the first event.</p>
      ) : removed ? (
        <p>Event {last.version} removed this entity. It is absent until an event brings it back.</p>
      ) : (
        <p>No event up to {last.version} has said anything about its state.</p>
      )}
      {ordinal === 0 && replay.length > 0 ? (
        <Button look="outlined" onClick={() => onGo(1)}>
          Go to the first event
        </Button>
      ) : null}
      {removed ? (
        <Button look="outlined" onClick={() => onGo(ordinal - 1)}>
          See it just before
        </Button>
      ) : null}
    </EmptyState>
  );
}

function SearchBox({
  value,
  onChange,
  found,
}: {
  value: string;
  onChange(value: string): void;
  found: number | null;
}) {
  const id = useId();
  return (
    <div className="flex h-7 min-w-0 items-center gap-1.5 max-sm:flex-1 max-sm:basis-24 rounded-md border border-line-2 px-2 print:hidden focus-within:outline-2 focus-within:outline-now">
      <Search aria-hidden size={13} className="text-ink-3" />
      <label htmlFor={id} className="sr-only">
        Find in the state
      </label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
        placeholder="Find"
        className="w-24 min-w-0 bg-transparent max-sm:flex-1 placeholder:text-ink-3 focus-visible:outline-none"
      />
      <span aria-live="polite" className="min-w-6 text-right text-ink-3 text-sm">
        {found === null ? '' : found.toLocaleString('en')}
      </span>
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();
