import { Fragment } from 'react';
import { MOST_NAMED } from '#client/diff-words';
import type { Wording } from '#client/wording/wording';
import type { ReturnedChanges } from '#server';
import { countText } from './count-text.ts';
import { DoneBy } from './done-by.tsx';
import { ReportWord } from './report-word.tsx';
import { returnedFields } from './returned-fields.ts';

/** What nobody would find by comparing the two moments alone. */
export function ReportReturned({
  returned: { events, isMore },
  differing,
  wording,
}: {
  returned: ReturnedChanges;
  differing: readonly string[];
  wording: Wording;
}) {
  const fields = returnedFields(events, differing);
  // Among so many changes none may be told, and that is not to read as none.
  if (fields.length === 0) return isMore ? <p>{MORE_THAN_TOLD}</p> : null;
  const named = fields.slice(0, MOST_NAMED);
  const rest = fields.length - named.length;
  return (
    <>
      <p>{countText(fields.length, 'field')} changed and came back:</p>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {named.map(({ path, steps }) => (
          <li key={path}>
            <ReportWord word={{ kind: 'field', text: wording.nameOf(path) }} />{' '}
            {steps.slice(0, MOST_STEPS).map(({ before, after, event }, place) => (
              <Fragment key={event.ordinal}>
                {place === 0 ? 'went from ' : ', then from '}
                <Value kind="before" text={before} wording={wording} /> to{' '}
                <Value kind="after" text={after} wording={wording} />
                <DoneBy event={event} />
              </Fragment>
            ))}
            {steps.length > MOST_STEPS
              ? `, and ${countText(steps.length - MOST_STEPS, 'further change')}`
              : ''}
          </li>
        ))}
        {rest === 0 ? null : <li>{countText(rest, 'more field')}</li>}
      </ul>
      {isMore ? <p>{MORE_THAN_TOLD}</p> : null}
    </>
  );
}

const MORE_THAN_TOLD =
  'More changed and came back than is looked through for this finding: an export of changes has all of it.';

/** A field that goes back and forth is told so often. */
const MOST_STEPS = 4;

function Value({ kind, text, wording }: { kind: 'before' | 'after'; text: string | null; wording: Wording }) {
  if (text === null) return 'not there';
  return <ReportWord word={{ kind, text: shortened(wording.valueOf(text)) }} />;
}

/** The events below have it whole. */
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
const LONGEST = 80;
