/** Actors that are named; the others are counted. */
const MOST_NAMED = 5;

/** `3 by alice, 2 by bob and 1 by nobody named`, the busiest first; `all by alice` where there is no other. */
export function actorCounts(actors: readonly (string | null)[]): string {
  const counts = new Map<string | null, number>();
  for (const actor of actors) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const ranked = [...counts].sort(([, one], [, other]) => other - one);
  const [first] = ranked;
  if (first === undefined) return '';
  if (ranked.length === 1)
    return actors.length === 1 ? `by ${nameOf(first[0])}` : `all by ${nameOf(first[0])}`;
  const named = ranked
    .slice(0, MOST_NAMED)
    .map(([actor, count]) => `${count.toLocaleString('en')} by ${nameOf(actor)}`);
  const others = ranked.slice(MOST_NAMED);
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  if (others.length > 0)
    named.push(`${rest.toLocaleString('en')} by ${others.length.toLocaleString('en')} more`);
  return `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

const nameOf = (actor: string | null): string => actor ?? 'nobody named';
