import { visibleChanges } from '#client/visible-changes';
import type { Wording } from '#client/wording/wording';
import { VisibleText } from '#components/ui/visible-text';
import type { ReportedEvent } from '#server';
import { type ExportScope, marksInWords } from '#wire/export';
import { EventSentence, MOST_FIELDS } from './event-sentence.tsx';
import { ReportSection, ReportTable } from './report-section.tsx';
import { PaperTime } from './report-zone.tsx';
import { TypeWords } from './type-words.tsx';

/** Who did what and when, in the order of the axis, each with what it can be found and checked by. */
export function ReportEvents({
  scope,
  events,
  hidden,
  wording,
}: {
  scope: ExportScope;
  events: readonly ReportedEvent[];
  hidden: number;
  wording: Wording;
}) {
  return (
    <ReportSection id="events" title={titleOf(scope)}>
      {events.length === 0 ? (
        <p>{hidden === 0 ? 'There are none.' : 'The filter leaves none.'}</p>
      ) : (
        <ReportTable
          label="Events"
          columns={[
            { title: 'Event', width: '20%' },
            { title: 'What happened' },
            { title: 'Recorded, occurred', width: '35%' },
          ]}
        >
          {events.map((event) => (
            <EventRow key={event.header.ordinal} event={event} wording={wording} />
          ))}
        </ReportTable>
      )}
      <p className="mt-2 text-ink-2 text-sm">
        {events.some(isCounted)
          ? `A sentence names ${MOST_FIELDS} fields at most and counts the rest; an export of changes has them all. `
          : ''}
        {events.length.toLocaleString('en')} listed, {hidden.toLocaleString('en')} hidden by the filter. End
        of the list.
      </p>
    </ReportSection>
  );
}

function EventRow({ event, wording }: { event: ReportedEvent; wording: Wording }) {
  const { header, leafHash } = event;
  const marks = marksInWords(header);
  return (
    <tr>
      <td>
        <b className="font-medium">#{header.version}</b> <TypeWords type={header.type} wording={wording} />
      </td>
      <td>
        <EventSentence event={event} wording={wording} />
        {marks === '' ? null : (
          <p className="text-rem">
            Note: <VisibleText text={marks} />.
          </p>
        )}
        <p className="font-mono text-[9px] text-ink-2 leading-3">sha256:{leafHash}</p>
      </td>
      <td>
        <span className="print:whitespace-nowrap sm:whitespace-nowrap">
          <PaperTime micros={header.recordedAt} />
        </span>
        <br />
        <span className="print:whitespace-nowrap sm:whitespace-nowrap text-ink-2">
          <PaperTime micros={header.occurredAt} />
        </span>
      </td>
    </tr>
  );
}

const isCounted = ({ changes }: ReportedEvent): boolean => visibleChanges(changes).length > MOST_FIELDS;

function titleOf({ from, to }: ExportScope): string {
  const first = from?.version ?? 0;
  return first === 0
    ? `Events up to event ${to.version}`
    : `Events after event ${first}, up to event ${to.version}`;
}
