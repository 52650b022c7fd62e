import type { EntityName } from '#client/entity-href';
import { ButtonLink } from '#components/ui/button';
import { VisibleText } from '#components/ui/visible-text';
import type { ReportAnswer } from '#server';
import { MessagePage } from '../../../../message-page.tsx';
import { countText } from './count-text.ts';
import { MOST_ROWS, pagesOf } from './report-question.ts';

/** A long report is not laid out before the reader knows how long; one that no browser lays out is refused with another way. */
export function AskFirst({
  entity,
  back,
  whole,
  counts,
}: {
  entity: EntityName;
  back: string;
  /** Where the whole of it is. */
  whole: string;
  counts: ReportAnswer['counts'];
}) {
  const rows = counts.leaves + counts.differences + counts.events + counts.notes;
  const can = rows <= MOST_ROWS;
  const parts = [
    countText(counts.events, 'event'),
    countText(counts.leaves, 'value'),
    ...(counts.differences === 0 ? [] : [countText(counts.differences, 'difference')]),
    ...(counts.notes === 0 ? [] : [countText(counts.notes, 'note')]),
  ];
  return (
    <MessagePage title={can ? 'This is a long report' : 'This is too long for paper'}>
      <p className="[overflow-wrap:anywhere]">
        <VisibleText text={`${entity.type} ${entity.id}`} />: {parts.join(', ')}, about{' '}
        {pagesOf(rows).toLocaleString('en')} pages.
      </p>
      <p>
        {can
          ? 'It is printed whole. Set the pins A and B or a filter for a shorter one.'
          : `A browser lays out some ${MOST_ROWS.toLocaleString('en')} rows. Set the pins A and B or a filter, or export the events as a file, which may be as long as it likes.`}
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <ButtonLink href={back}>Back to the entity</ButtonLink>
        {can ? (
          <ButtonLink href={whole}>Show all {pagesOf(rows).toLocaleString('en')} pages</ButtonLink>
        ) : null}
      </div>
    </MessagePage>
  );
}
