import type { EntityName } from '#client/entity-href';
import { useWording } from '#client/wording/use-wording';
import { VisibleText, visibleString } from '#components/ui/visible-text';

/** Which entity this is, and how long its story. */
export function EntityTitle({ entity: { type, id }, events }: { entity: EntityName; events: number }) {
  const wording = useWording();
  return (
    <div className="flex min-w-0 flex-1 basis-40 items-baseline gap-2">
      <h1 className="min-w-0 truncate" title={visibleString(`${type} / ${id}`)}>
        <span className="text-ink-2">
          <VisibleText text={wording.typeOf(type)} />
          <span className="px-1.5 text-ink-3">/</span>
        </span>
        <b className="font-medium font-mono">{id === '' ? '(empty id)' : <VisibleText text={id} />}</b>
      </h1>
      <span className="shrink-0 whitespace-nowrap text-ink-3 max-2xl:sr-only">
        {events.toLocaleString('en')} {events === 1 ? 'event' : 'events'}
      </span>
    </div>
  );
}
