/** The events that one actor caused, as a query and as the address that shows them. */
import { type Clause, clauseText } from '#core';
import { type ActorView, DEFAULT_SEARCH_VIEW, writeSearchView } from '#wire';

/** The events of the actor up to the same moment, of which one thing more is true where it is asked for. */
export function actorEventsHref(
  actor: string,
  { namespace, axis, asOf, zone }: Pick<ActorView, 'namespace' | 'axis' | 'asOf' | 'zone'>,
  also: Clause | null = null,
): string {
  const by = byActor(actor);
  const text = clauseText(also === null ? by : { kind: 'and', of: [by, also] });
  const view = { ...DEFAULT_SEARCH_VIEW, namespace, text, asOf, axis, sort: axis, zone };
  return `/events?${writeSearchView(view)}`;
}

/** Exactly this name, whatever characters it has. */
export const byActor = (actor: string): Clause => ({
  kind: 'name',
  field: 'actor',
  pattern: { pieces: [actor] },
});
