import type { ReactNode } from 'react';
import type { Wording } from '#client/wording/wording';
import { VisibleText } from '#components/ui/visible-text';
import type { ReportAnswer } from '#server';
import {
  AS_WRITTEN,
  axisWords,
  type FilterNames,
  filterWords,
  projectionWords,
  type ScopeMoment,
} from '#wire/export';
import { countText } from './count-text.ts';
import { ReportSection } from './report-section.tsx';
import { PaperTime, ZoneWords } from './report-zone.tsx';

/** What was asked, so that anybody can ask it again. */
export function ReportScope({
  report,
  wording,
  ignored,
  ignoresDifferences,
  made,
}: {
  report: ReportAnswer;
  wording: Wording;
  /** Parts of the address that could not be read. */
  ignored: readonly string[];
  /** The screen leaves differences out by rules, which paper does not. */
  ignoresDifferences: boolean;
  /** Microseconds. */
  made: bigint;
}) {
  const { scope, at, isBackwards, hidden, content, madeBy } = report;
  const differences = content?.differences ?? null;
  return (
    <ReportSection id="scope" title="Scope">
      <dl className="grid grid-cols-[80px_minmax(0,1fr)] sm:grid-cols-[120px_minmax(0,1fr)] print:grid-cols-[120px_minmax(0,1fr)] gap-x-4 gap-y-1 [&_dd]:[overflow-wrap:anywhere] [&_dt]:text-ink-2">
        <Row name="Entity">
          <VisibleText text={`${scope.entityType} ${scope.entityId}`} />
        </Row>
        <Row name="Namespace">
          <VisibleText text={scope.namespace} />
        </Row>
        <Row name="Axis">{axisWords(scope)}</Row>
        <Row name="State at">
          <MomentWords moment={at} />
        </Row>
        <Row name={differences === null ? 'Events from' : 'A'}>
          <MomentWords moment={isBackwards ? scope.to : scope.from} />
        </Row>
        <Row name={differences === null ? 'to' : 'B'}>
          <MomentWords moment={isBackwards ? scope.from : scope.to} />
        </Row>
        <Row name="Filter">
          <VisibleText text={filterWords(scope.filter, namedIn(wording))} />
        </Row>
        <Row name="Hidden">{hiddenWords(hidden, ignored, ignoresDifferences)}</Row>
        <Row name="Zone">
          <ZoneWords />
        </Row>
        <Row name="Projection">
          <VisibleText text={projectionWords(scope.projection)} />
        </Row>
        <Row name="Made">
          <PaperTime micros={made} /> by {madeBy}
        </Row>
      </dl>
    </ReportSection>
  );
}

/** What a reader calls it, with what it is called in the log behind it. */
function namedIn({ face, nameOf, eventOf }: Wording): FilterNames {
  if (face === 'developer') return AS_WRITTEN;
  return {
    type: (type) =>
      eventOf(type) === type ? JSON.stringify(type) : `${JSON.stringify(type)} (${eventOf(type)})`,
    field: (path) => (nameOf(path) === path ? path : `${nameOf(path)} (${path})`),
  };
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Both times, since either can be the one that matters. */
function MomentWords({ moment }: { moment: ScopeMoment | null }) {
  if (moment === null || moment.times === null) return 'before the first event';
  const { recordedAt, occurredAt } = moment.times;
  return (
    <>
      event {moment.version.toLocaleString('en')}
      <span className="block text-ink-2">
        recorded{' '}
        <span className="text-ink print:whitespace-nowrap sm:whitespace-nowrap">
          <PaperTime micros={recordedAt} />
        </span>
      </span>
      <span className="block text-ink-2">
        occurred{' '}
        <span className="text-ink print:whitespace-nowrap sm:whitespace-nowrap">
          <PaperTime micros={occurredAt} />
        </span>
      </span>
    </>
  );
}

function hiddenWords(hidden: number, ignored: readonly string[], ignoresDifferences: boolean): string {
  return [
    hidden === 0 ? 'nothing' : `${countText(hidden, 'event')} that the filter leaves out`,
    ...(ignoresDifferences ? ['differences that the screen ignores are listed here'] : []),
    ...(ignored.length === 0 ? [] : [`parts of the address were not read: ${ignored.join(', ')}`]),
  ].join('; ');
}
