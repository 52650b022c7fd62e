import { ButtonLink } from '#components/ui/button';
import type { EntitiesView } from '#wire';
import { entitiesHref } from './entities-href.ts';

/** How many are shown, and the way on. Pages go by key, so a list that grows meanwhile neither skips nor repeats. */
export function NextPage({
  view,
  shown,
  next,
}: {
  view: EntitiesView;
  shown: number;
  next: EntitiesView['after'];
}) {
  if (shown === 0 && next === null) return null;
  const isFirst = view.after === null;
  const which = isFirst ? (next === null ? 'All' : 'The first') : next === null ? 'The last' : 'The next';
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-3">
      <p className="flex-1 text-ink-3">
        {which} {shown.toLocaleString('en')}, in the order of types and ids
        {next === null ? '' : '; there are more'}.
      </p>
      {isFirst ? null : <ButtonLink href={entitiesHref(view)}>First page</ButtonLink>}
      {next === null ? null : (
        <ButtonLink rel="next" href={entitiesHref(view, { after: next })}>
          Next page
        </ButtonLink>
      )}
    </nav>
  );
}
