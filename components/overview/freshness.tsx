import { pageHref } from '#client/entity-href';
import { behindWords } from '#client/overview/behind-words';
import type { CountedOn } from '#client/overview/events-href';
import { microsOf } from '#client/search/micros-of';
import { Instant } from '#components/ui/instant';
import { Link } from '#components/ui/link';
import { appTimeParams, type OverviewAnswer } from '#wire';

/** Up to where the log was counted. */
export function Freshness({ readModels, on }: { readModels: OverviewAnswer['readModels']; on: CountedOn }) {
  const { head, searchedTo, changedTo, searchedAt } = readModels;
  const searchBehind = behindWords(head, searchedTo);
  const changesBehind = behindWords(head, changedTo);
  const isWhole = searchBehind === null && changesBehind === null;
  return (
    <p className="mt-2 text-ink-2 text-sm">
      {isWhole ? (
        <>
          Counted up to <span className="font-mono">@{position(head)}</span>, which is all of the log
        </>
      ) : (
        <>
          The log is at <span className="font-mono">@{position(head)}</span>:{' '}
          {searchBehind === null
            ? 'events are counted up to there'
            : `${searchBehind} ${BigInt(head) - BigInt(searchedTo) === 1n ? 'is' : 'are'} still to be counted`}
          {changesBehind === null ? '' : `, and which fields changed is known of all but ${changesBehind}`}
        </>
      )}
      {searchedAt === null ? null : (
        <>
          {' '}
          (last moved <Instant micros={microsOf(searchedAt)} />)
        </>
      )}
      . More on the{' '}
      <Link
        href={pageHref('/status', on.namespace, appTimeParams(on.time))}
        className="underline decoration-line-2 underline-offset-2 hover:decoration-current"
      >
        status page
      </Link>
      .
    </p>
  );
}

const position = (at: string): string => BigInt(at).toLocaleString('en');
