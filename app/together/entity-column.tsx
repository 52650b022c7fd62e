import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { memo, useMemo, useState } from 'react';
import type { EntityName } from '#client/entity-href';
import { entityHref } from '#client/entity-href';
import type { IgnoreRules } from '#client/ignore-rules';
import { countText } from '#client/playhead-words';
import type { Scene } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useScene } from '#client/replay/use-answer';
import type { PinnedMoments } from '#client/replay/use-pins';
import type { EntityLabels } from '#client/wording/labels';
import { useFace } from '#client/wording/use-face';
import { useWording, WordingContext } from '#client/wording/use-wording';
import { wordingOf } from '#client/wording/wording';
import { DiffPane } from '#components/diff/diff-pane';
import { StatePane } from '#components/state/state-pane';
import { IconButton } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { TypeMark } from '#components/ui/type-mark';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { isDiffLook, NO_FILTER, type TogetherView, type View } from '#wire';

export interface EntityColumnProps {
  readonly entity: EntityName;
  readonly labels: EntityLabels;
  readonly replay: Replay;
  /** Of its colour and shape on the timeline. */
  readonly slot: number;
  readonly ordinal: number;
  /** The event under the playhead is one of its own. */
  readonly isLast: boolean;
  readonly pane: TogetherView['pane'];
  readonly pins: { readonly a: number | null; readonly b: number | null; readonly bFollows: false };
  onLook(pane: TogetherView['pane']): void;
  /** Moves or takes away the pins, which all of them share. */
  onPins(pins: PinnedMoments): void;
  /** Goes to the moment of one of its events. */
  onPlace(ordinal: number): void;
  onRemove(): void;
}

/** One of several entities, as it is at the moment that all of them share. */
export const EntityColumn = memo(function EntityColumn(props: EntityColumnProps) {
  const { entity, labels, replay, ordinal, isLast, pane, onLook, pins, onPins, onPlace } = props;
  // What is left out of a diff is about the fields of one entity.
  const [rules, setRules] = useState<IgnoreRules>(NO_RULES);
  const { scene } = useScene(replay, ordinal);
  const { face } = useFace();
  const wording = useMemo(() => wordingOf(face, labels), [face, labels]);
  const alone = useAlone(entity, replay, scene);
  return (
    <WordingContext value={wording}>
      <section
        aria-label={visibleString(`${entity.type} ${entity.id}`)}
        data-current={isLast ? '' : undefined}
        className="flex min-h-0 min-w-0 flex-col bg-surface"
      >
        <ColumnHeading {...props} scene={scene} />
        {isDiffLook(pane) && pins.a !== null && pins.b !== null ? (
          <DiffPane
            {...{ replay, pins, ordinal, look: pane, onLook, rules, onRules: setRules, onGo: onPlace }}
            onPins={onPins}
            canFollow={false}
            lead={null}
          />
        ) : (
          <StatePane
            {...{ replay, scene, ...alone }}
            onGo={onPlace}
            lead={null}
            noted={NO_PATHS}
            isBesideOthers
          />
        )}
      </section>
    </WordingContext>
  );
});

/** What is about one field alone is done on the entity's own page, at this moment. */
function useAlone(entity: EntityName, replay: Replay, { event }: Scene) {
  const router = useRouter();
  const at = String(event?.version ?? 0);
  return useMemo(() => {
    const open = (view: Partial<View>) => router.push(entityHref(entity, { at, axis: replay.axis, ...view }));
    const follow = (path: string | null) => path !== null && open({ path });
    const field = { path: null, track: null, problem: null, follow, step: () => undefined };
    const onHistory = (path: string) => open({ path, pane: 'field' });
    const onOnlyChanges = (path: string) => open({ filter: { ...NO_FILTER, path } });
    return { field, onHistory, onOnlyChanges };
  }, [router, entity, replay, at]);
}

function ColumnHeading({
  entity,
  replay,
  slot,
  isLast,
  scene,
  onRemove,
}: EntityColumnProps & { scene: Scene }) {
  const { event } = scene;
  const wording = useWording();
  const at = event === null ? '0' : String(event.version);
  const name = visibleString(`${entity.type} ${entity.id}`);
  return (
    <header className={`flex-none border-line border-b px-3 py-2 ${isLast ? 'is-now' : ''}`}>
      <div className="flex min-w-0 items-center gap-2">
        <TypeMark slot={slot} />
        <h2 className="min-w-0 flex-1 truncate">
          <Link
            href={entityHref(entity, { at, axis: replay.axis })}
            title={`Open ${name} alone at this moment`}
            className="hover:underline"
          >
            <span className="text-ink-2">
              <VisibleText text={wording.typeOf(entity.type)} />
            </span>{' '}
            <b className="font-medium font-mono">
              <VisibleText text={entity.id === '' ? '(empty id)' : entity.id} />
            </b>
          </Link>
        </h2>
        <IconButton label={`Take ${name} away`} onClick={onRemove}>
          <X aria-hidden size={14} />
        </IconButton>
      </div>
      <p className="flex min-w-0 gap-1.5 text-ink-3 text-sm">
        <span className="shrink-0 tabular-nums">
          {countText(event?.version ?? 0)} of {countText(replay.length)}
        </span>
        <span className="min-w-0 truncate">
          {event === null ? 'not there yet' : <VisibleText text={wording.eventOf(event.type)} />}
        </span>
      </p>
    </header>
  );
}

const NO_PATHS: ReadonlySet<string> = new Set();

const NO_RULES: IgnoreRules = { ignores: [], ignoresOrder: false };
