import { alongToEntity, entityHref } from '#client/entity-href';
import { type CountedOn, eventsHref, eventsHrefWithin } from '#client/overview/events-href';
import { microsOf } from '#client/search/micros-of';
import { Instant } from '#components/ui/instant';
import { Link } from '#components/ui/link';
import { EntityTypeWords, FieldWords } from '#components/ui/names';
import { VisibleText } from '#components/ui/visible-text';
import { actorPath, type OverviewAnswer } from '#wire';
import { BarList } from './bar-list.tsx';

interface ListProps {
  readonly overview: OverviewAnswer;
  readonly on: CountedOn;
}

const SHOWN = 8;
const EMPTY = 'No event lies in this range.';

export function ByActor({ overview: { actors }, on }: ListProps) {
  const rows = actors.top.slice(0, SHOWN).map(({ actor, events, q }) => ({
    key: JSON.stringify(actor),
    name: actor === null ? <span className="text-ink-2 italic">no actor</span> : <Name text={actor} />,
    nameHref: actor === null ? null : actorPath(actor, { namespace: on.namespace, ...on.time }),
    events,
    href: eventsHref(on, q),
  }));
  const note = actors.all > rows.length ? `${rows.length} of ${actors.all.toLocaleString('en')}` : undefined;
  return <BarList id="actors" title="By actor" of="Actor" rows={rows} empty={EMPTY} note={note} />;
}

export function ByEntityType({ overview: { entityTypes }, on }: ListProps) {
  const rows = entityTypes.slice(0, SHOWN).map(({ entityType, events, q }) => ({
    key: entityType,
    name: entityType === '' ? <Name text="" /> : <EntityTypeWords entityType={entityType} />,
    nameHref: null,
    events,
    href: eventsHref(on, q),
  }));
  const all = entityTypes.length;
  const note =
    all > rows.length ? `${rows.length} of ${all.toLocaleString('en')}; all stand below` : undefined;
  return (
    <BarList
      id="by-entity-type"
      title="By entity type"
      of="Entity type"
      rows={rows}
      empty={EMPTY}
      note={note}
    />
  );
}

export function BusiestEntities({ overview, on }: ListProps) {
  const { entities, events: all } = overview;
  const rows = entities.top.map(({ entityType, entityId, events, q }) => ({
    key: JSON.stringify([entityType, entityId]),
    name: (
      <>
        <span className="text-ink-2">
          <EntityTypeWords entityType={entityType} />
        </span>{' '}
        {entityId === '' ? '(empty id)' : <VisibleText text={entityId} />}
      </>
    ),
    nameHref: entityHref({ namespace: on.namespace, type: entityType, id: entityId }, alongToEntity(on.time)),
    events,
    href: eventsHref(on, q),
  }));
  return (
    <BarList
      id="busiest-entities"
      title="Most changed entities"
      of="Entity"
      rows={rows}
      empty={emptyWords(entities, all)}
      note={<Looked overview={overview} on={on} list={entities} />}
    />
  );
}

export function BusiestFields({ overview, on }: ListProps) {
  const { fields, events: all } = overview;
  const rows = fields.top.map(({ path, events, q }) => ({
    key: path,
    name: <FieldWords path={path} />,
    nameHref: null,
    events,
    href: eventsHref(on, q),
  }));
  return (
    <BarList
      id="busiest-fields"
      title="Most changed fields"
      of="Field"
      rows={rows}
      empty={emptyWords(fields, all)}
      note={<Looked overview={overview} on={on} list={fields} />}
    />
  );
}

function Name({ text }: { text: string }) {
  return text === '' ? <span className="text-ink-2 italic">(empty)</span> : <VisibleText text={text} />;
}

type LookedAt = Pick<OverviewAnswer['entities'], 'looked' | 'since'>;

/** What has to be looked at one by one is looked at for the newest events alone. */
function Looked({ overview: { q, range }, on, list: { looked, since } }: ListProps & { list: LookedAt }) {
  if (since === null) return 'Of all events of the range.';
  const at = microsOf(since);
  // Behind the instant, which is a microsecond.
  const times = { from: at + 1n, to: range.to === null ? null : microsOf(range.to) };
  return (
    <>
      Of the newest{' '}
      <Link
        href={eventsHrefWithin(on, q, times)}
        className="underline decoration-line-2 underline-offset-2 hover:decoration-current"
      >
        {looked.toLocaleString('en')} events
      </Link>{' '}
      of the range, those after <Instant micros={at} />.
    </>
  );
}

function emptyWords({ looked, since }: LookedAt, events: number): string {
  if (events === 0) return EMPTY;
  return since !== null && looked === 0
    ? 'More events than can be looked at have the same time. Choose a shorter range, or the other axis.'
    : 'Nothing was found among the events of this range.';
}
