import { Fragment, type ReactNode } from 'react';
import { microsOf } from '#client/search/micros-of';
import { Instant } from '#components/ui/instant';
import type { Axis } from '#core';
import type { AppTime, EventTypeDetailAnswer } from '#wire';
import { FieldPath } from './field-path.tsx';
import { type Mentioned, PlacedLink } from './placed-link.tsx';
import { Spelled } from './spelled.tsx';

type Drift = EventTypeDetailAnswer['drift'][number];
type Version = EventTypeDetailAnswer['versions'][number];

/** When the payloads began to look otherwise, each with the event that shows it; schema versions begin among them. */
export function DriftList({
  namespace,
  drift,
  versions,
  places,
  time,
}: {
  namespace: string;
  drift: readonly Drift[];
  versions: readonly Version[];
  places: ReadonlyMap<string, Mentioned>;
  time: AppTime;
}) {
  const begun = versions.map((version) => ({ at: version.first, version }));
  const all = [...drift, ...begun].sort((a, b) => Number(BigInt(a.at) - BigInt(b.at)));
  return (
    <ol className="divide-y divide-line border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
      {all.map((one) => (
        <Item
          key={'what' in one ? `${one.what} ${one.path}` : `version ${one.version.schemaVersion}`}
          namespace={namespace}
          event={places.get(one.at)}
          time={time}
        >
          {'what' in one ? (
            <DriftSentence drift={one} places={places} axis={time.axis} />
          ) : (
            <VersionSentence version={one.version} />
          )}
        </Item>
      ))}
    </ol>
  );
}

function Item({
  namespace,
  event,
  time,
  children,
}: {
  namespace: string;
  event: Mentioned | undefined;
  time: AppTime;
  children: ReactNode;
}) {
  return (
    <li className="grid items-baseline gap-x-6 px-4 py-1.5 sm:grid-cols-[230px_minmax(0,1fr)_auto] lg:grid-cols-[260px_minmax(0,1fr)_auto]">
      <span className="text-ink-3">
        {event === undefined ? null : (
          <Instant micros={microsOf(time.axis === 'recorded' ? event.recordedAt : event.occurredAt)} />
        )}
      </span>
      <span className="min-w-0">{children}</span>
      {event === undefined ? null : <PlacedLink namespace={namespace} time={time} event={event} />}
    </li>
  );
}

/** Against the schema version in front of it. */
function VersionSentence({ version }: { version: Version }) {
  const { schemaVersion, upcast, added, gone, retyped } = version;
  return (
    <>
      The first event in schema version {schemaVersion}
      {upcast ? ', which an upcaster reads' : ''}.
      {added.length === 0 ? null : (
        <>
          {' '}
          New: <Paths paths={added} />.
        </>
      )}
      {gone.length === 0 ? null : (
        <>
          {' '}
          No longer there: <Paths paths={gone} />.
        </>
      )}
      {retyped.map(({ path, from, to }) => (
        <Fragment key={path}>
          {' '}
          <FieldPath path={path} /> was {from} and is {to}.
        </Fragment>
      ))}
    </>
  );
}

function Paths({ paths }: { paths: readonly string[] }) {
  return paths.map((path, nth) => (
    <Fragment key={path}>
      {nth === 0 ? '' : ', '}
      <FieldPath path={path} />
    </Fragment>
  ));
}

function DriftSentence({
  drift: { what, path, last, from, to },
  places,
  axis,
}: {
  drift: Drift;
  places: ReadonlyMap<string, Mentioned>;
  axis: Axis;
}) {
  const event = last === null ? undefined : places.get(last);
  if (what === 'appeared')
    return (
      <>
        <FieldPath path={path} /> appeared.
      </>
    );
  if (what === 'disappeared')
    return (
      <>
        <FieldPath path={path} /> was there for the last time.
      </>
    );
  return (
    <>
      <FieldPath path={path} /> was a {from} until{' '}
      {event === undefined ? (
        'then'
      ) : (
        <Spelled micros={microsOf(axis === 'recorded' ? event.recordedAt : event.occurredAt)} />
      )}
      , and is a {to} since.
    </>
  );
}
