import { instantText } from '#client/instant-text';
import { useEvents } from '#client/replay/use-events';
import type { MergedStream } from '#client/together/merged-stream';
import { useZone } from '#client/zone';
import { AppHeader } from '#components/shell/app-header';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/segmented';
import { type Axis, clockOf, parseMoment } from '#core';
import type { TogetherView } from '#wire';
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
  show(patch: Pick<Partial<TogetherView>, 'entities' | 'axis'>): void;
}

/** Which entities, on which axis, as of when. */
export function TogetherHeader(props: TogetherHeaderProps) {
  const { view, axis, namespaces, change, show } = props;
  const isPinned = view.a !== null && view.b !== null;
  return (
    <AppHeader namespace={view.namespace} namespaces={namespaces} section="entities">
      <h1 className="font-medium">Together</h1>
      <AddEntity entities={view.entities} onShow={(entities) => show({ entities })} />
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
      <AxisSelect axis={axis} loading={false} onAxis={(next) => show({ axis: next })} />
      <AsOf {...props} />
    </AppHeader>
  );
}

function AsOf({ view, merged, place, change }: TogetherHeaderProps) {
  const peek = useEvents(merged, [Math.max(1, place)]);
  const zone = useZone();
  const asked = view.at === null ? null : parseMoment(view.at);
  const event = peek(Math.max(1, place));
  const text =
    place === 0
      ? 'before the first event'
      : asked?.ok && asked.value.kind === 'instant'
        ? instantText(asked.value.at, zone)
        : event === null
          ? '…'
          : instantText(clockOf(event, merged.axis), zone);
  return (
    <div className="flex min-h-8 items-center gap-2 rounded-md border border-now bg-now-soft px-2">
      <b className="font-semibold text-now">As of</b>
      <span className="min-w-[24ch] font-mono text-sm">{text}</span>
      <Button disabled={view.at === null} onClick={() => change({ at: null }, 'push')}>
        Now
      </Button>
    </div>
  );
}
