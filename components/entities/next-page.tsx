import { pageHref } from '#client/entity-href';
import { ButtonLink } from '#components/ui/button';
import type { EntitiesFilter } from './entity-filter.tsx';

/** How many are shown, and the way on. Pages go by key, so a list that grows meanwhile neither skips nor repeats. */
export function NextPage({
  namespace,
  question,
  shown,
  next,
}: {
  namespace: string;
  question: EntitiesFilter;
  shown: number;
  next: { readonly entityType: string; readonly entityId: string } | null;
}) {
  if (shown === 0) return null;
  const filter = {
    ...(question.type === '' ? {} : { type: question.type }),
    ...(question.idContains === '' ? {} : { id: question.idContains }),
  };
  const which =
    question.after === null ? (next === null ? 'All' : 'The first') : next === null ? 'The last' : 'The next';
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-3">
      <p className="flex-1 text-ink-3">
        {which} {shown.toLocaleString('en')}
        {next === null ? '' : '; there are more'}.
      </p>
      {question.after === null ? null : (
        <ButtonLink href={pageHref('/entities', namespace, filter)}>First page</ButtonLink>
      )}
      {next === null ? null : (
        <ButtonLink
          rel="next"
          href={pageHref('/entities', namespace, {
            ...filter,
            afterType: next.entityType,
            afterId: next.entityId,
          })}
        >
          Next page
        </ButtonLink>
      )}
    </nav>
  );
}
