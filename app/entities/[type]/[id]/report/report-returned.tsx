import { Fragment } from 'react';
import { MOST_NAMED } from '#client/diff-words';
import type { Wording } from '#client/wording/wording';
import { VisibleText } from '#components/ui/visible-text';
import type { ReturnedChanges } from '#server';
import { countText } from './count-text.ts';
import { DoneBy } from './done-by.tsx';
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
  if (fields.length === 0) return null;
  const named = fields.slice(0, MOST_NAMED);
  const rest = fields.length - named.length;
  return (
    <>
      <p>
        {isMore ? 'At least ' : ''}
        {countText(fields.length, 'field')} changed and came back:
      </p>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {named.map(({ path, steps }) => (
          <li key={path}>
            <b className="font-medium">
              <VisibleText text={wording.nameOf(path)} />
            </b>{' '}
            {steps.slice(0, MOST_STEPS).map(({ before, after, event }, place) => (
              <Fragment key={event.ordinal}>
                {place === 0 ? 'went from ' : ', then from '}
                <Was text={before} wording={wording} /> to <Became text={after} wording={wording} />
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
    </>
  );
}

/** A field that goes back and forth is told so often. */
const MOST_STEPS = 4;

function Was({ text, wording }: { text: string | null; wording: Wording }) {
  return text === null ? (
    NOT_THERE
  ) : (
    <del className="px-px">
      <VisibleText text={shortened(wording.valueOf(text))} />
    </del>
  );
}

function Became({ text, wording }: { text: string | null; wording: Wording }) {
  return text === null ? (
    NOT_THERE
  ) : (
    <ins className="px-px">
      <VisibleText text={shortened(wording.valueOf(text))} />
    </ins>
  );
}

const NOT_THERE = 'not there';

/** The events below have it whole. */
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
const LONGEST = 80;
