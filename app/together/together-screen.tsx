'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { nextLook } from '#client/next-look';
import { connectWorker } from '#client/replay/connect-worker';
import { Replay } from '#client/replay/replay';
import { SharedWindow } from '#client/shared-window';
import { togetherHref } from '#client/together/together-href';
import { type Clock, useClock } from '#client/together/use-clock';
import { type JoinedNames, type JoinedReplay, useMerged } from '#client/together/use-merged';
import { useSharedGoTo } from '#client/together/use-shared-go-to';
import { useAddress, type ViewCodec } from '#client/use-url-view';
import type { Face } from '#client/wording/face';
import { useFace } from '#client/wording/use-face';
import { wordingOf } from '#client/wording/wording';
import { useShownZone, ZoneContext } from '#client/zone';
import { TimelineDock } from '#components/timeline/timeline-dock';
import type { Axis } from '#core';
import { parseTogether, type TogetherView, writeTogether } from '#wire';
import { ScreenNotices } from '../entities/[type]/[id]/screen-notices.tsx';
import { EntityColumn, type EntityColumnProps } from './entity-column.tsx';
import type { OpenedEntity } from './opened-entity.ts';
import { TogetherEmpty } from './together-empty.tsx';
import { TogetherHeader } from './together-header.tsx';
import { WaitingColumn } from './waiting-column.tsx';

export interface TogetherScreenProps {
  readonly opened: readonly OpenedEntity[];
  readonly axis: Axis;
  readonly logHead: bigint;
  /** Query the page was asked with. */
  readonly search: string;
  readonly namespaces: readonly string[];
}

const CODEC: ViewCodec<TogetherView> = { parse: parseTogether, write: writeTogether };

/** Up to six entities side by side; one playhead moves all of them. */
export function TogetherScreen({ opened, axis, logHead, search, namespaces }: TogetherScreenProps) {
  const address = useAddress(search, CODEC);
  const [shared] = useState(() => new SharedWindow());
  const { view, change } = address;
  const zone = useShownZone(view.zone);
  const joined = useMemo(() => opened.flatMap(joinedOf), [opened]);
  const { face } = useFace();
  const names = useMemo(() => joined.map((one) => namesOf(one, face)), [joined, face]);
  const merged = useMerged(joined, names);
  const clock = useClock({ joined, merged, logHead, view, change });
  const place = merged.placeOf(clock.ordinals);
  const setScale = useCallback((scale: TogetherView['scale']) => change({ scale }, 'push'), [change]);
  const pins = useMemo(
    () => ({
      a: clock.a === null ? null : merged.placeOf(clock.a),
      b: clock.b === null ? null : merged.placeOf(clock.b),
    }),
    [clock.a, clock.b, merged],
  );
  const goTo = useSharedGoTo(view.namespace, view.at, zone, change);
  const router = useRouter();
  const show = (patch: Partial<TogetherView>) => router.push(togetherHref({ ...view, ...patch }));
  const last = place === 0 ? null : merged.entityAt(place);
  return (
    <ZoneContext value={zone}>
      <div className="entity-screen flex h-dvh flex-col overflow-y-auto overflow-x-hidden">
        <TogetherHeader {...{ view, axis, change, namespaces, merged, place, show }} />
        <ScreenNotices
          problems={[clock.problem]}
          ignored={address.ignored}
          axisReason={null}
          upTo={null}
          onAll={() => undefined}
        />
        <main id="content" className="together-columns min-h-60 flex-1">
          {opened.length === 0 ? <TogetherEmpty /> : null}
          {opened.map((one) => {
            const index = joined.findIndex(({ entity }) => entity === one.entity);
            const replay = joined[index]?.replay;
            const placeOf = (ordinal: number | null) =>
              ordinal === null ? null : merged.placeIn(index, ordinal);
            const remove = () => show({ entities: without(view, one.entity) });
            if (replay === undefined)
              return <WaitingColumn key={keyOf(one)} opened={one} axis={axis} onRemove={remove} />;
            return (
              <EntityColumn
                key={keyOf(one)}
                entity={one.entity}
                labels={one.labels}
                replay={replay}
                slot={index}
                ordinal={clock.ordinals[index] ?? 0}
                isLast={last === index}
                pane={view.pane}
                pins={pinsOf(clock, index)}
                onPins={({ a, b }) => clock.setPins({ a: placeOf(a), b: placeOf(b) })}
                onLook={(pane) => change({ pane }, 'push')}
                onPlace={(ordinal) => clock.go(merged.placeIn(index, ordinal))}
                onRemove={remove}
              />
            );
          })}
        </main>
        {joined.length === 0 ? null : (
          <TimelineDock
            replay={merged}
            ordinal={clock.committed}
            instant={clock.instant}
            onPreview={clock.preview}
            onCommit={clock.go}
            pins={pins}
            onPins={clock.setPins}
            matching={null}
            notes={null}
            followed={null}
            shared={shared}
            onDiffLook={() => change({ pane: nextLook(view.pane) }, 'push')}
            scale={view.scale}
            onScale={setScale}
            zone={zone}
            onGoTo={goTo.goTo}
            goToProblem={goTo.problem}
            onGoToCleared={goTo.forget}
            goToNote={goTo.note}
          />
        )}
      </div>
    </ZoneContext>
  );
}

interface JoinedEntity extends JoinedReplay {
  readonly entity: OpenedEntity['entity'];
  readonly labels: OpenedEntity['labels'];
}

function joinedOf(one: OpenedEntity): JoinedEntity[] {
  if (one.what !== 'open') return [];
  return [{ entity: one.entity, labels: one.labels, replay: new Replay(one.source, connectWorker) }];
}

function namesOf({ entity: { type, id }, labels }: JoinedEntity, face: Face): JoinedNames {
  const { typeOf, eventOf } = wordingOf(face, labels);
  return { name: `${typeOf(type)} ${id}`, eventOf };
}

const keyOf = ({ entity: { type, id } }: OpenedEntity): string => JSON.stringify([type, id]);

const without = (view: TogetherView, { type, id }: OpenedEntity['entity']): TogetherView['entities'] =>
  view.entities.filter((one) => one.type !== type || one.id !== id);

function pinsOf({ a, b }: Clock, index: number): EntityColumnProps['pins'] {
  return { a: a?.[index] ?? null, b: b?.[index] ?? null, bFollows: false };
}
