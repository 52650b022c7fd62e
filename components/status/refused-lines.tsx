import { Disclosure } from '#components/ui/disclosure';
import { VisibleText } from '#components/ui/visible-text';

export interface RefusedLine {
  readonly place: string;
  readonly code: string;
  readonly reason: string;
}

/** The lines that did not go in, each with its place and the reason. */
export function RefusedLines({ refused, refusals }: { refused: number; refusals: readonly RefusedLine[] }) {
  if (refused === 0) return null;
  const hidden = refused - refusals.length;
  return (
    <Disclosure
      className="mt-1"
      summaryClassName="min-h-6 text-rem underline decoration-current/40 underline-offset-2"
      summary={`${refused.toLocaleString('en')} refused ${refused === 1 ? 'line' : 'lines'}`}
    >
      <ul className="mt-1 flex flex-col gap-1 rounded-md bg-sunken p-3">
        {refusals.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a finished import's refusals never move, and two may be alike
          <li key={place} className="[overflow-wrap:anywhere]">
            <span className="font-mono text-sm">
              <VisibleText text={line.place} />
            </span>{' '}
            <span className="font-mono text-ink-3 text-sm">{line.code}</span>{' '}
            <VisibleText text={line.reason} />
          </li>
        ))}
        {hidden > 0 ? (
          <li className="text-ink-3">{hidden.toLocaleString('en')} more are kept in the store.</li>
        ) : null}
      </ul>
    </Disclosure>
  );
}
