'use client';

import { memo, type ReactNode, type RefObject, useMemo } from 'react';
import type { FieldTrack } from '#client/field-track';
import { FieldValues } from '#client/field-values';
import type { Scene } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import type { SharedWindow } from '#client/shared-window';
import type { FollowedField } from '#client/use-followed-field';
import { useWording } from '#client/wording/use-wording';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { FieldChart } from './field-chart.tsx';
import { FieldChooser } from './field-chooser.tsx';
import { FieldList } from './field-list.tsx';
import { FollowedStrip } from './followed-strip.tsx';

export interface FieldPaneProps {
  readonly replay: Replay;
  readonly scene: Scene;
  readonly field: FollowedField;
  /** What the dock shows. */
  readonly shared: SharedWindow;
  /** Where the playhead is, which the scene follows a little later. */
  readonly playhead: RefObject<number>;
  onGo(ordinal: number): void;
  /** Shows the state, where a field can be chosen. */
  onState(): void;
  /** Stands first in the pane's bar. */
  readonly lead: ReactNode;
}

/** The history of the field that is followed: all its values, and for numbers their course over time. */
export const FieldPane = memo(function FieldPane(props: FieldPaneProps) {
  const { replay, scene, field, shared, playhead, onGo, onState, lead } = props;
  const { path, track } = field;
  const { face, nameOf } = useWording();
  const values = useMemo(
    () => (path === null || track === null ? null : new FieldValues(replay, path, track)),
    [replay, path, track],
  );
  const hasNumbers = useMemo(() => track?.numbers.some((number) => !Number.isNaN(number)) === true, [track]);
  return (
    <section aria-label="Field" className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="flex min-h-10 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-3 py-1">
        {lead}
        <p className="flex min-w-0 flex-1 basis-36 items-baseline gap-x-2 text-ink-3">
          {path === null ? null : (
            <span
              className={`min-w-0 truncate font-medium text-ink ${face === 'auditor' ? '' : 'font-mono text-sm'}`}
              title={visibleString(path)}
            >
              <VisibleText text={nameOf(path)} />
            </span>
          )}
          <span className="shrink-0">
            {path === null
              ? 'No field is chosen'
              : track === null
                ? 'Reading its changes…'
                : summaryOf(track)}
          </span>
        </p>
      </div>
      {path === null ? (
        <FieldChooser scene={scene} onChoose={field.follow} />
      ) : track === null || values === null ? (
        <p className="flex-1 px-3 py-8 text-center text-ink-3">{field.problem ?? 'Reading its changes…'}</p>
      ) : track.ordinals.length === 0 ? (
        <NeverSet path={path} onState={onState} />
      ) : (
        <>
          {hasNumbers ? <FieldChart {...{ replay, track, values, shared, onGo }} /> : null}
          <FieldList {...{ replay, path, track, values, playhead, onGo }} ordinal={scene.ordinal} />
        </>
      )}
      <FollowedStrip {...{ replay, scene, field }} onHistory={null} />
    </section>
  );
});

function NeverSet({ path, onState }: { path: string; onState(): void }) {
  const { nameOf } = useWording();
  return (
    <div className="flex-1">
      <EmptyState title="This field never existed">
        <p className="[overflow-wrap:anywhere]">
          No event of this history ever set <VisibleText text={nameOf(path)} /> or anything inside it.
        </p>
        <Button look="outlined" onClick={onState}>
          Choose another in the state
        </Button>
      </EmptyState>
    </div>
  );
}

function summaryOf({ ordinals }: FieldTrack): string {
  const count = ordinals.length;
  return `${count.toLocaleString('en')} ${count === 1 ? 'change' : 'changes'}, the newest first`;
}
