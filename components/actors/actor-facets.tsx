'use client';

import type { ReactNode } from 'react';
import { actorEventsHref } from '#client/actor-href';
import { alongToEvent, entityHref } from '#client/entity-href';
import type { Wording } from '#client/wording/wording';
import { PageSection } from '#components/ui/document-page';
import { Link } from '#components/ui/link';
import { FieldWords } from '#components/ui/names';
import { RankedList } from '#components/ui/ranked-list';
import { VisibleId } from '#components/ui/visible-id';
import { VisibleText } from '#components/ui/visible-text';
import type { Clause } from '#core';
import type { ActorAnswer, ActorView } from '#wire';

const LINK =
  'inline-flex min-h-6 items-center underline decoration-line-2 underline-offset-2 hover:decoration-current';

export interface ActorPart {
  readonly view: ActorView;
  readonly answer: ActorAnswer;
  wordingOf(entityType: string): Wording;
}

/** The types of the events, or of the entities that they are about. */
export function ActorTypes({
  view,
  answer: { actor, types, entityTypes },
  wordingOf,
  of,
}: ActorPart & { of: 'type' | 'entityType' }) {
  const { names, all } = of === 'type' ? types : entityTypes;
  const title = of === 'type' ? 'Event types' : 'Entity types';
  return (
    <PageSection id={`by-${of}`} title={title} aside={<span className="text-ink-3">by events</span>}>
      <RankedList
        label={title}
        unit="events"
        all={all}
        rows={names.map(({ name, events }) => ({
          key: name ?? '',
          count: events,
          name: (
            <EventsLink actor={actor} view={view} also={exactly(of, name ?? '')}>
              <VisibleText
                text={
                  of === 'type' ? wordingOf('').eventOf(name ?? '') : wordingOf(name ?? '').typeOf(name ?? '')
                }
              />
            </EventsLink>
          ),
        }))}
      />
    </PageSection>
  );
}

/** Each opens where the actor last did something to it. */
export function ActorEntities({ view, answer: { entities, allEntities }, wordingOf }: ActorPart) {
  const { namespace, axis, zone } = view;
  return (
    <PageSection
      id="entities"
      title="Entities touched most"
      aside={<span className="text-ink-3">by events</span>}
    >
      <RankedList
        label="Entities touched most"
        unit="events"
        all={allEntities}
        rows={entities.map(({ entityType, entityId, events, lastVersion }) => ({
          key: JSON.stringify([entityType, entityId]),
          count: events,
          name: (
            <Link
              href={entityHref(
                { namespace, type: entityType, id: entityId },
                { at: String(lastVersion), ...alongToEvent({ axis, zone }) },
              )}
              className="inline-flex min-h-6 max-w-full items-baseline gap-2 hover:underline"
            >
              <span className="shrink-0 text-ink-2">
                <VisibleText text={wordingOf(entityType).typeOf(entityType)} />
              </span>{' '}
              <span className="min-w-0 font-mono text-sm [overflow-wrap:anywhere]">
                <VisibleId id={entityId} />
              </span>
            </Link>
          ),
        }))}
      />
    </PageSection>
  );
}

/** Each leads to the events of the actor that changed it. */
export function ActorFields({ view, answer: { actor, fields, allFields } }: ActorPart) {
  return (
    <PageSection
      id="fields"
      title="Fields changed most"
      aside={<span className="text-ink-3">by changes</span>}
    >
      {fields.length === 0 ? (
        <p className="text-ink-3">None of these events changed a field.</p>
      ) : (
        <RankedList
          label="Fields changed most"
          unit="changes"
          all={allFields}
          rows={fields.map(({ path, changes }) => ({
            key: path,
            count: changes,
            name: (
              <EventsLink
                actor={actor}
                view={view}
                also={{ kind: 'path', path: { steps: path === '' ? [] : path.slice(1).split('/') } }}
              >
                <FieldWords path={path} />
              </EventsLink>
            ),
          }))}
        />
      )}
    </PageSection>
  );
}

function EventsLink({
  actor,
  view,
  also,
  children,
}: {
  actor: string;
  view: ActorView;
  also: Clause;
  children: ReactNode;
}) {
  return (
    <Link href={actorEventsHref(actor, view, also)} className={LINK}>
      {children}
    </Link>
  );
}

const exactly = (field: 'type' | 'entityType', name: string): Clause => ({
  kind: 'name',
  field,
  pattern: { pieces: [name] },
});
