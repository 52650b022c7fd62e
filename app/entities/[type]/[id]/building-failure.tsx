import { Button, ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { VisibleText } from '#components/ui/visible-text';
import type { Problem } from '#core';

/** The first remedy of the page that each number has in docs/errors. */
const REMEDIES: Readonly<Record<string, string>> = {
  'CS-320': 'See that PostgreSQL runs, then try again.',
  'CS-321': 'Make room on the disk of the database, then try again.',
  'CS-322': 'Try again when the machine has less to do.',
  'CS-502': 'Run chronoscope verify: it names what does not fit.',
  'CS-520': 'Try again. If it happens each time for this entity, the message says what failed.',
  'CS-521': 'Let the reducer keep its lists bounded and spread its state instead of copying all of it.',
  'CS-522': 'Put the reducer back into chronoscope.config.ts, or name a built-in kind there, and restart.',
};

/** That a history could not be built: under which number, why, and what to do. */
export function BuildingFailure({
  problem,
  trying,
  onTry,
}: {
  problem: Problem;
  trying: boolean;
  onTry(): void;
}) {
  const { code, message } = problem;
  return (
    <EmptyState title="This history could not be built">
      <p role="alert" className="[overflow-wrap:anywhere]">
        <b className="font-medium text-ink">{code}</b> <VisibleText text={message} />
      </p>
      <p>{REMEDIES[code] ?? 'The log of the server says more.'}</p>
      <p>The log of events itself is safe: nothing here can change it.</p>
      <div className="flex gap-2">
        <Button look="solid" disabled={trying} onClick={onTry}>
          Try again
        </Button>
        <ButtonLink href="/status">See the status</ButtonLink>
      </div>
    </EmptyState>
  );
}
