/**
 * Whether a statement would take long, told before it is run: by what PostgreSQL itself expects, which costs it nothing.
 *
 * What looks inside of events is guessed badly: of a guess, all of the statement is taken for needed, and not only as much as a page hopes for.
 */
import { fail, type Result } from '#core';
import type { Queryable } from '../event-row.ts';

/** In the units of PostgreSQL, of which a page read in order is one: some seconds on a small machine. */
const LONG = 200_000;

interface Plan {
  readonly 'Total Cost': number;
  readonly Plans?: readonly Plan[];
}

/** `limited`: a statement that ends with its LIMIT. `isGuess`: how many rows it has is not known. CS-324: it would take long. null: it would not. */
export async function foreseenLong(
  from: Queryable,
  limited: string,
  values: readonly unknown[],
  isGuess: boolean,
  events: bigint,
): Promise<Result<never> | null> {
  const { rows } = await from.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
    `EXPLAIN (FORMAT JSON) ${limited}`,
    [...values],
  );
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  const cost = (isGuess ? plan?.Plans?.[0] : plan)?.['Total Cost'] ?? 0;
  if (cost < LONG) return null;
  return fail(
    'CS-324',
    `This would look through a large part of ${events.toLocaleString('en')} events, and was not begun. Ask for less at once: for times, for a type of events or of entities, or for an actor. Or ask for it anyway, and wait.`,
  );
}
