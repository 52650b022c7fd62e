'use client';

import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { useHandlers } from '#client/commands/handlers';
import type { MovingPlace } from '#client/moving-place';
import type { Scene } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import type { FollowedField } from '#client/use-followed-field';
import { useReaderChoice } from '#client/use-reader-choice';
import { useWording } from '#client/wording/use-wording';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { PartBoundary } from '#components/ui/part-boundary';
import type { FieldActions } from './field-actions.ts';
import { FoldLabel } from './fold-label.tsx';
import { SearchBox } from './search-box.tsx';
import { StateBar } from './state-bar.tsx';
import { StateTree } from './state-tree-view.tsx';
import { UnchangedNote } from './unchanged-note.tsx';
import { useFieldMenu } from './use-field-menu.tsx';
import { useTreeView } from './use-tree-view.ts';

// Read when a field is chosen: most who look at a state choose none.
const AbsentState = dynamic(() => import('./absent-state.tsx').then((loaded) => loaded.AbsentState));
const FieldStrip = dynamic(() => import('./field-strip.tsx').then((loaded) => loaded.FieldStrip));
const FollowedStrip = dynamic(() => import('./followed-strip.tsx').then((loaded) => loaded.FollowedStrip));

export interface StatePaneProps {
  readonly replay: Replay;
  readonly scene: Scene;
  readonly field: FollowedField;
  onGo(ordinal: number): void;
  /** Shows all values of a field; it is followed from then on. */
  onHistory(path: string): void;
  /** Narrows the events to those that changed a field. */
  onOnlyChanges(path: string): void;
  /** Told which field has the keys; null: none has been chosen. */
  onActive?(path: string | null): void;
  /** Moves the playhead. */
  readonly moving?: MovingPlace;
  /** Stands first in the pane's bar. */
  readonly lead: ReactNode;
  /** Paths of fields that somebody has noted. */
  readonly noted: ReadonlySet<string>;
  /** Others stand beside it, so that there is little room: who set each field is then shown only where somebody asks for it. */
  readonly isBesideOthers?: boolean;
}

/** The exact state at the playhead, with what its event changed marked, and who set each field on demand. */
export const StatePane = memo(function StatePane(props: StatePaneProps) {
  const { replay, scene, field, noted, onGo, onHistory, onOnlyChanges, onActive, moving, lead } = props;
  const { isBesideOthers = false } = props;
  const view = useTreeView(scene);
  const { rows, active, asked, changedOnly, setChangedOnly } = view;
  useEffect(() => onActive?.(active), [active, onActive]);
  const { face } = useWording();
  const [blame, setBlame] = useReaderChoice('blame', face === 'auditor' && !isBesideOthers);
  useHandlers({ blame: () => setBlame(!blame) });
  const tree = useRef<HTMLDivElement>(null);
  const onDone = useCallback(() => tree.current?.focus({ preventScroll: true }), []);
  const { follow } = field;
  const { menu, open, said } = useFieldMenu({
    scene,
    onGo,
    onFollow: follow,
    onHistory,
    onOnlyChanges,
    onDone,
  });
  const actions: FieldActions = useMemo(() => ({ go: onGo, follow, openMenu: open }), [onGo, follow, open]);
  const isSearched = asked.trim() !== '';
  return (
    <>
      <StateBar
        {...{ scene, lead, blame, changedOnly }}
        onBlame={setBlame}
        onChangedOnly={setChangedOnly}
        search={
          <SearchBox
            value={view.search}
            onChange={view.setSearch}
            found={view.found}
            current={view.currentMatch}
            onStep={view.toMatch}
          />
        }
      />
      <UnchangedNote scene={scene} />
      {view.foldedFrom === null || isSearched || changedOnly ? null : (
        <p className="flex flex-none flex-wrap items-center gap-x-2 border-line border-b bg-sunken px-3 py-1 text-ink-2">
          A large state, {scene.leaves.length.toLocaleString('en')} fields: it is folded below its{' '}
          {view.foldedFrom === 1 ? 'first level' : `first ${view.foldedFrom} levels`}.
          <Button look="outlined" onClick={view.openAll}>
            Open all
          </Button>
        </p>
      )}
      {scene.leaves.length === 0 || rows.length === 0 ? (
        // Over what the event removed, or in the place of the tree, so that what stands below stays where it is.
        <div className={rows.length > 0 ? 'flex-none' : 'min-h-0 flex-1 overflow-y-auto'}>
          {scene.leaves.length === 0 ? (
            <PartBoundary>
              <AbsentState events={replay.length} scene={scene} onGo={onGo} />
            </PartBoundary>
          ) : (
            <NothingShown
              asked={asked}
              isSearched={isSearched}
              onAll={() => (isSearched ? view.setSearch('') : setChangedOnly(false))}
            />
          )}
        </div>
      ) : null}
      <StateTree
        {...{ replay, rows, noted, blame, active, actions }}
        followed={field.path}
        pattern={view.pattern}
        scroller={tree}
        onActive={view.setActive}
        onFold={view.fold}
        hidden={rows.length === 0}
        scene={field.path === null && !isSearched && !changedOnly && scene.changes.length > 0 ? scene : null}
        moving={moving ?? null}
      />
      <PartBoundary>
        {menu}
        {active === null || active === field.path ? null : (
          <FieldStrip {...{ replay, scene, actions }} path={active} />
        )}
        {field.path === null ? null : (
          <FollowedStrip
            {...{ replay, scene, field }}
            onHistory={() => field.path !== null && onHistory(field.path)}
          />
        )}
      </PartBoundary>
      <FoldLabel projection={replay.projection} said={said} />
    </>
  );
});

/** Everything is hidden by what was asked for. */
function NothingShown({ asked, isSearched, onAll }: { asked: string; isSearched: boolean; onAll(): void }) {
  return (
    <EmptyState title={isSearched ? 'Nothing matches' : 'Nothing changed'} icon={<Search size={20} />}>
      <p>
        {isSearched
          ? `No field or value of this state holds “${asked}”.`
          : 'This event changed no field of the state.'}
      </p>
      <Button look="outlined" onClick={onAll}>
        {isSearched ? 'Clear the search' : 'Show all fields'}
      </Button>
    </EmptyState>
  );
}
