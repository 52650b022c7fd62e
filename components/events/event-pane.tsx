'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { EntityName } from '#client/entity-href';
import { columnsOf } from '#client/playhead-columns';
import { IconButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { Tag } from '#components/ui/tag';
import { TypeMark } from '#components/ui/type-mark';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { History } from '#core';
import type { EventDetail } from '#wire';
import { CitationBar } from './citation-bar.tsx';
import { ConcernedEntities } from './concerned-entities.tsx';
import { EventFacts } from './event-facts.tsx';
import { lateVersions, marksOf } from './event-marks.ts';
import { MetadataView } from './metadata-view.tsx';
import { PayloadView } from './payload-view.tsx';
import { sentenceOf } from './sentence.ts';
import { SentenceView } from './sentence-view.tsx';

export interface EventPaneProps {
  readonly entity: EntityName;
  readonly history: History;
  readonly ordinal: number;
  /** null until it has come. */
  readonly detail: EventDetail | null;
  readonly problem: string | null;
  onGo(ordinal: number): void;
}

/** The selected event: what it did in a sentence, its times and origin, its payload. */
export const EventPane = memo(function EventPane(props: EventPaneProps) {
  const { history, ordinal, onGo } = props;
  return (
    <>
      <div className="flex h-10 flex-none items-center gap-2 border-line border-b pr-2 pl-4">
        <EventHeading history={history} ordinal={ordinal} />
        <span className="flex-1" />
        <IconButton label="Earlier event" disabled={ordinal === 0} onClick={() => onGo(ordinal - 1)}>
          <ChevronLeft aria-hidden size={16} />
        </IconButton>
        <IconButton
          label="Later event"
          disabled={ordinal === history.length}
          onClick={() => onGo(ordinal + 1)}
        >
          <ChevronRight aria-hidden size={16} />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {ordinal === 0 ? (
          <EmptyState title="Nothing has happened yet">
            <p>This is the moment before the first event of this entity.</p>
          </EmptyState>
        ) : (
          <EventBody {...props} />
        )}
      </div>
    </>
  );
});

function EventHeading({ history, ordinal }: { history: History; ordinal: number }) {
  if (ordinal === 0) return <h2 className="font-semibold">Event 0</h2>;
  const event = history.event(ordinal);
  return (
    <>
      <h2 className="shrink-0 font-semibold">
        Event <span className="font-mono">{event.version}</span>
      </h2>
      <TypeMark slot={columnsOf(history).slot[ordinal - 1] ?? 0} />
      <span className="min-w-0 truncate" title={visibleString(event.type)}>
        <VisibleText text={event.type} />
      </span>
    </>
  );
}

function EventBody({ entity, history, ordinal, detail, problem }: EventPaneProps) {
  const event = history.event(ordinal);
  const late = useMemo(() => lateVersions(history), [history]);
  const sentence = useMemo(
    () =>
      sentenceOf({
        event: history.event(ordinal),
        changes: history.changesOf(ordinal),
        existed: ordinal > 1 && history.stateAt(ordinal - 1).length > 0,
      }),
    [history, ordinal],
  );
  const marks = marksOf(event, late[event.version - 1] === 1);
  return (
    <>
      <SentenceView parts={sentence} />
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
      <EventFacts event={event} detail={detail} />
      {problem === null ? null : <Notice kind="warning">{problem} Choose it again to retry.</Notice>}
      <PayloadView detail={detail} />
      <ConcernedEntities namespace={entity.namespace} links={detail?.links ?? []} />
      <MetadataView metadata={detail?.metadata ?? null} />
      <CitationBar entity={entity} event={event} detail={detail} axis={history.axis} known={history.length} />
    </>
  );
}
