import { Hourglass, TriangleAlert } from 'lucide-react';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { VisibleText } from '#components/ui/visible-text';
import {
  type Axis,
  type ParsedQuery,
  type QueryClock,
  type QueryProblem,
  termsOf,
  withoutSpan,
  withTimes,
} from '#core';

const DAY = 86_400_000_000n;

const SPANS = [
  { text: 'The last day', micros: DAY },
  { text: 'The last week', micros: 7n * DAY },
  { text: 'The last month', micros: 30n * DAY },
] as const;

const WORDS = {
  givenUp: {
    title: 'This search took too long',
    what: 'It was given up, so that the server stays there for others.',
    goOn: 'Try again',
  },
  notBegun: {
    title: 'This search would take long',
    what: 'It would look through a large part of the log, so that it was not begun.',
    goOn: 'Look anyway, up to a minute',
  },
} as const;

/** The server gave the search up (CS-322), or has not begun it (CS-324): how to ask for less. */
export function TooSlow({
  text,
  read,
  axis,
  clock,
  why,
  onText,
  onGoOn,
}: {
  text: string;
  read: ParsedQuery;
  axis: Axis;
  clock: QueryClock;
  why: keyof typeof WORDS;
  onText(text: string): void;
  onGoOn(): void;
}) {
  const { title, what, goOn } = WORDS[why];
  const withoutWords = withoutFreeText(text, read);
  return (
    <EmptyState title={title} icon={<Hourglass size={24} />}>
      <p>
        {what} Ask for less time
        {withoutWords === text ? '' : ', or leave out the words, which are the most work'}.
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        {SPANS.map(({ text: words, micros }) => (
          <Button
            key={words}
            look="outlined"
            onClick={() => onText(withTimes(text, axis, { from: clock.now - micros, to: null }))}
          >
            {words}
          </Button>
        ))}
        {withoutWords === text ? null : (
          <Button look="outlined" onClick={() => onText(withoutWords)}>
            Without the words
          </Button>
        )}
        <Button look="outlined" onClick={onGoOn}>
          {goOn}
        </Button>
      </div>
    </EmptyState>
  );
}

/** The text is no query: what to do. The bar says what is wrong. */
export function Unreadable({
  suggestion,
  onText,
}: Pick<QueryProblem, 'suggestion'> & { onText(text: string): void }) {
  return (
    <EmptyState title="This query cannot be read" icon={<TriangleAlert size={24} />}>
      <p>Mend it above, or begin with all events.</p>
      <div className="flex flex-wrap justify-center gap-2">
        {suggestion === null ? null : (
          <Button
            look="outlined"
            className="h-auto min-h-7 whitespace-normal"
            onClick={() => onText(suggestion)}
          >
            Look for <VisibleText text={suggestion} />
          </Button>
        )}
        <Button look="outlined" onClick={() => onText('')}>
          All events
        </Button>
      </div>
    </EmptyState>
  );
}

/** Any other reason for which there are no rows. */
export function NoAnswer({
  message,
  onTryAgain,
}: {
  /** null: the bar says it. */
  message: string | null;
  onTryAgain(): void;
}) {
  return (
    <EmptyState title="The events could not be looked up" icon={<TriangleAlert size={24} />}>
      <p className="[overflow-wrap:anywhere]">
        {message === null ? 'Mend the query above, or try again.' : <VisibleText text={message} />}
      </p>
      <Button look="outlined" onClick={onTryAgain}>
        Try again
      </Button>
    </EmptyState>
  );
}

/** From the last to the first, so that the spans before stay what they are. */
export function withoutFreeText(text: string, { terms }: ParsedQuery): string {
  return terms
    .filter(({ clause }) => termsOf(clause).every(({ kind }) => kind === 'text'))
    .toReversed()
    .reduce((rest, { start, end }) => withoutSpan(rest, { start, end }), text);
}
