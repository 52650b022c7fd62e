import { Hourglass } from 'lucide-react';
import type { Problem } from '#core';
import { EmptyState } from './empty-state.tsx';
import { Link } from './link.tsx';
import { VisibleText } from './visible-text.tsx';

export interface WayOut {
  readonly words: string;
  readonly href: string;
}

/** Of the problems of a question, the one that asks for less. */
export const isGivenUp = ({ code }: Pick<Problem, 'code'>): boolean => code === 'CS-322';

/** The server gave the question up, so that it stays there for others: what to ask instead. */
export function GivenUp({ problem, ways }: { problem: Problem; ways: readonly WayOut[] }) {
  return (
    <div role="alert" className="border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
      <EmptyState title="This took too long" icon={<Hourglass size={24} />}>
        <p className="[overflow-wrap:anywhere]">
          <VisibleText text={problem.message} /> ({problem.code})
        </p>
        <ul aria-label="What to ask instead" className="flex flex-wrap justify-center gap-x-4 gap-y-1">
          {ways.map(({ words, href }) => (
            <li key={words}>
              <Link
                href={href}
                className="inline-flex min-h-6 items-center underline decoration-line-2 underline-offset-2 [overflow-wrap:anywhere] hover:decoration-current"
              >
                <VisibleText text={words} />
              </Link>
            </li>
          ))}
        </ul>
      </EmptyState>
    </div>
  );
}
