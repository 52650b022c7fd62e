'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import dynamic from 'next/dynamic';
import { memo, type ReactNode, useMemo } from 'react';
import type { EntityName } from '#client/entity-href';
import type { ListedEvent, Scene } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { sentenceOf } from '#client/sentence';
import { useUpcasters } from '#client/upcasters';
import { useWording } from '#client/wording/use-wording';
import { eventTitle } from '#client/wording/wording';
import { IconButton } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { PartBoundary } from '#components/ui/part-boundary';
import { Tag } from '#components/ui/tag';
import { TypeMark } from '#components/ui/type-mark';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { carriesMore } from '#core';
import type { AppTime, EventDetail, EventFilter } from '#wire';
import { CitationBar } from './citation-bar.tsx';
import { EventFacts } from './event-facts.tsx';
import { marksOf } from './event-marks.ts';
import { OnlyLike } from './only-like.tsx';
import { PayloadView } from './payload-view.tsx';
import { RelatedEventsView } from './related-events.tsx';
import { SentenceView } from './sentence-view.tsx';

// Few events have them.
const ConcernedEntities = dynamic(() =>
  import('./concerned-entities.tsx').then((loaded) => loaded.ConcernedEntities),
);
const CarriedBeside = dynamic(() => import('./carried-beside.tsx').then((loaded) => loaded.CarriedBeside));
const MetadataView = dynamic(() => import('./metadata-view.tsx').then((loaded) => loaded.MetadataView));

export interface EventPaneProps {
  readonly entity: EntityName;
  readonly replay: Replay;
  readonly scene: Scene;
  /** Where the app stands, for links to take along. */
  readonly time: AppTime;
  /** null until it has come. */
  readonly detail: EventDetail | null;
  readonly problem: string | null;
  readonly filter: EventFilter;
  onFilter(filter: EventFilter): void;
  /** What it has to do with what is shown beside it; null: that is the same moment. */
  readonly place: string | null;
  /** What readers have said about it. */
  readonly notes: ReactNode;
  /** So many events later than where the playhead is. */
  onStep(by: number): void;
}

/** The selected event: what it did in a sentence, its times and origin, its payload. */
export const EventPane = memo(function EventPane(props: EventPaneProps) {
  const { replay, scene, place, onStep } = props;
  const { ordinal } = scene;
  return (
    <>
      <div className="flex h-10 flex-none items-center gap-2 border-line border-b pr-2 pl-4">
        <EventHeading replay={replay} scene={scene} />
        <span className="flex-1" />
        <IconButton label="Earlier event" disabled={ordinal === 0} onClick={() => onStep(-1)}>
          <ChevronLeft aria-hidden size={16} />
        </IconButton>
        <IconButton label="Later event" disabled={ordinal === replay.length} onClick={() => onStep(1)}>
          <ChevronRight aria-hidden size={16} />
        </IconButton>
      </div>
      {place === null ? null : (
        <p className="flex-none border-line border-b bg-sunken px-4 py-1 text-ink-2 text-sm">{place}</p>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain contain-content">
        {scene.event === null ? (
          <EmptyState title="Nothing has happened yet">
            <p>This is the moment before the first event of this entity.</p>
          </EmptyState>
        ) : (
          <EventBody {...props} event={scene.event} />
        )}
      </div>
    </>
  );
});

function EventHeading({ replay, scene: { event } }: { replay: Replay; scene: Scene }) {
  const wording = useWording();
  if (event === null) return <h2 className="font-semibold">Event 0</h2>;
  return (
    <>
      <h2 className="shrink-0 font-semibold">
        Event <span className="font-mono">{event.version}</span>
      </h2>
      <TypeMark slot={replay.slotOf(event.type)} />
      <span className="min-w-0 truncate" title={visibleString(eventTitle(wording, event.type))}>
        <VisibleText text={wording.eventOf(event.type)} />
      </span>
    </>
  );
}

function EventBody({
  entity,
  replay,
  scene,
  time,
  event,
  detail,
  problem,
  filter,
  onFilter,
  notes,
}: EventPaneProps & { event: ListedEvent }) {
  const { changes, existed } = scene;
  const { links = [], metadata = null } = detail ?? {};
  const wording = useWording();
  const { face } = wording;
  const sentence = useMemo(
    () => sentenceOf({ event, changes, existed }, wording),
    [event, changes, existed, wording],
  );
  const marks = marksOf(event, useUpcasters());
  return (
    <>
      <SentenceView parts={sentence} />
      <PartBoundary>
        {face === 'auditor' && carriesMore(replay.projection) && detail?.version === event.version ? (
          <CarriedBeside detail={detail} leaves={scene.leaves} wording={wording} />
        ) : null}
      </PartBoundary>
      {notes}
      {marks.length === 0 ? null : (
        <ul className="flex flex-col gap-1.5 px-4 pb-4">
          {marks.map((mark) => (
            <li key={mark.text} className="flex items-baseline gap-2 text-ink-2 text-sm">
              <Tag tone={mark.tone}>{mark.text}</Tag>
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <VisibleText text={mark.explanation} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <OnlyLike {...{ event, changes, filter, onFilter }} />
      <EventFacts namespace={entity.namespace} time={time} event={event} detail={detail} />
      {problem === null ? null : (
        <Notice kind="warning">{problem} What is missing here comes once it can.</Notice>
      )}
      {face === 'auditor' ? (
        <Disclosure
          summary={
            detail?.upcastVersion ? 'The record as written and as upcast' : 'The record as it was written'
          }
          summaryClassName="min-h-8 cursor-pointer px-4 font-semibold"
        >
          <PayloadView detail={detail} />
        </Disclosure>
      ) : (
        <PayloadView detail={detail} />
      )}
      <RelatedEventsView entity={entity} version={event.version} time={time} />
      <PartBoundary>
        {links.length === 0 ? null : (
          <ConcernedEntities namespace={entity.namespace} time={time} links={links} />
        )}
        {metadata === null ? null : <MetadataView metadata={metadata} />}
      </PartBoundary>
      <CitationBar entity={entity} event={event} detail={detail} axis={replay.axis} known={replay.length} />
    </>
  );
}
