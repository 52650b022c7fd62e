import { carriedWords } from '#client/carried-words';
import type { Wording } from '#client/wording/wording';
import { CarriedFields } from '#components/events/carried-fields';
import { VisibleText } from '#components/ui/visible-text';
import type { ReportContent } from '#server';
import { ReportSection, ReportTable } from './report-section.tsx';
import { PaperTime } from './report-zone.tsx';
import { TypeWords } from './type-words.tsx';

/** What the listed events led to in other entities, and what else belongs to their conversations. */
export function ReportConsequences({
  found,
  wordingFor,
}: {
  found: ReportContent['consequences'];
  /** By the type of an entity, each of which has labels of its own. */
  wordingFor(entityType: string): Wording;
}) {
  const { rows, total, isMore } = found;
  return (
    <ReportSection id="related" title="Related events in other entities">
      {rows.length === 0 ? (
        <p>
          There are none: no event elsewhere names a listed event as its cause or shares its conversation.
        </p>
      ) : (
        <>
          <ReportTable
            label="Related events"
            columns={[
              { title: 'Event', width: '36%' },
              { title: 'What it says, and how it is related' },
              { title: 'Actor; recorded, occurred', width: '35%' },
            ]}
          >
            {rows.map((row) => (
              <RelatedRow key={String(row.position)} row={row} wording={wordingFor(row.entityType)} />
            ))}
          </ReportTable>
          <p className="mt-2 text-ink-2 text-sm">
            {listedWords(rows.length, total, isMore)} What these caused in turn is not followed.
          </p>
        </>
      )}
    </ReportSection>
  );
}

function RelatedRow({
  row,
  wording,
}: {
  row: ReportContent['consequences']['rows'][number];
  wording: Wording;
}) {
  return (
    <tr>
      <td>
        <b className="font-medium">
          <VisibleText text={`${row.entityType} ${row.entityId}`} />
        </b>
        <br />#{row.version} <TypeWords type={row.type} wording={wording} />
      </td>
      <td>
        {row.carried.length === 0 ? null : (
          <p>
            <CarriedFields words={carriedWords(row.carried, wording)} />
          </p>
        )}
        {row.how === 'caused' ? `caused by event ${row.of}` : `same conversation as event ${row.of}`}
      </td>
      <td>
        <VisibleText text={row.actor ?? 'nobody named'} />
        <br />
        <span className="print:whitespace-nowrap sm:whitespace-nowrap">
          <PaperTime micros={row.recordedAt} />
        </span>
        <br />
        <span className="print:whitespace-nowrap sm:whitespace-nowrap text-ink-2">
          <PaperTime micros={row.occurredAt} />
        </span>
      </td>
    </tr>
  );
}

/** In the order of the log; some conversations are as long as a log, and paper is not. */
function listedWords(listed: number, total: number, isMore: boolean): string {
  const all = `${isMore ? 'more than ' : ''}${total.toLocaleString('en')}`;
  return listed === total && !isMore
    ? `${all} listed, in the order of the log.`
    : `The first ${listed.toLocaleString('en')} of ${all}, in the order of the log.`;
}
