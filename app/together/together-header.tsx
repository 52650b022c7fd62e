import type { ReactNode } from 'react';
import { clockText } from '#client/instant-text';
import { playheadTime } from '#client/playhead-time';
import { useEvents } from '#client/replay/use-events';
import type { MergedStream } from '#client/together/merged-stream';
import { useSame } from '#client/use-same';
import { useZone } from '#client/zone';
import { AppHeader } from '#components/shell/app-header';
import { PlayheadTime } from '#components/shell/playhead-time';
import { ZoneSelect } from '#components/shell/zone-select';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/segmented';
import { type Axis, clockOf, parseMoment } from '#core';
import { appTimeParams, type TogetherView } from '#wire';
import { AxisSelect } from '../entities/[type]/[id]/axis-select.tsx';
import { AddEntity } from './add-entity.tsx';

export interface TogetherHeaderProps {
  readonly view: TogetherView;
  readonly axis: Axis;
  readonly namespaces: readonly string[];
  readonly merged: MergedStream;
  /** Where the playhead is. */
  readonly place: number;
  change(patch: Partial<TogetherView>, how: 'push' | 'replace'): void;
  /** Another set of entities or another axis, which are other histories. */
  show(patch: Pick<Partial<TogetherView>, 'entities' | 'axis' | 'at' | 'zone'>): void;
}

/** Which entities, on which axis, as of when. */
export function TogetherHeader(props: TogetherHeaderProps) {
  const { view, axis, namespaces, change, show } = props;
  const isPinned = view.a !== null && view.b !== null;
  const time = playheadTime(view.at, null, axis, view.zone);
  const carried = useSame(appTimeParams(time));
  return (
    <AppHeader {...{ namespaces, carried }} namespace={view.namespace} section="together">
      <h1 className="font-medium max-2xl:sr-only">Together</h1>
      <AddEntity
        namespace={view.namespace}
        entities={view.entities}
        onShow={(entities) => show({ entities })}
      />
      <span className="flex-1" />
      {isPinned ? (
        <Segmented
          label="What to show"
          value={view.pane === 'state' ? 'state' : 'unified'}
          onChange={(pane) => change({ pane }, 'push')}
          options={[
            { value: 'state', text: 'State' },
            { value: 'unified', text: 'Diff A–B' },
          ]}
        />
      ) : null}
      <AsOf {...props}>
        <PlayheadTime
          page={{ time: { ...time, axis }, path: '', kept: [], refused: null }}
          onTime={({ asOf, axis: next, zone }) =>
            next === axis ? change({ at: asOf, zone }, 'push') : show({ axis: next, at: asOf, zone })
          }
        />
        <ZoneSelect
          zone={view.zone}
          at={BigInt(Math.round(props.merged.origin * 1000))}
          onZone={(next) => change({ zone: next }, 'push')}
        />
        <AxisSelect axis={axis} loading={false} onAxis={(next) => show({ axis: next })} />
      </AsOf>
    </AppHeader>
  );
}

function AsOf({ view, merged, place, change, children }: TogetherHeaderProps & { children: ReactNode }) {
  const peek = useEvents(merged, [Math.max(1, place)]);
  const zone = useZone();
  const isNow = view.at === null;
  const event = peek(Math.max(1, place));
  const clock = event === null ? '…' : clockText(clockOf(event, merged.axis), zone);
  return (
    <div
      className={`flex min-h-8 flex-wrap items-center gap-1 rounded-md border pl-2 ${isNow ? 'border-line-2' : 'border-now bg-now-soft'}`}
    >
      <b className={`pr-1 font-semibold ${isNow ? '' : 'text-now'}`}>As of</b>
      <span className="min-w-[26ch] font-mono text-sm">{momentText(view, place, clock, zone)}</span>
      {children}
      <Button disabled={isNow} onClick={() => change({ at: null }, 'push')}>
        Now
      </Button>
    </div>
  );
}

/** `clock`: of the last event as of then. Where no entity is open there is none, and nothing that could begin. */
function momentText({ entities, at }: TogetherView, place: number, clock: string, zone: string): string {
  const asked = at === null ? null : parseMoment(at);
  const instant = asked?.ok && asked.value.kind === 'instant' ? asked.value.at : null;
  if (entities.length === 0) return instant === null ? (at ?? 'now') : clockText(instant, zone);
  if (place === 0) return 'before the first event';
  return instant === null ? clock : clockText(instant, zone);
}
