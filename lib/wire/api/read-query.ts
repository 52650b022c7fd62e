/** The query of an address by its schema: the first thing that cannot be read is refused with its number. */
import { z } from 'zod';
import { fail, ok, type Result } from '#core';
import { refusedAs } from './query-parts.ts';

export type ApiQuery = z.ZodObject;
export type AskedBy<Query extends ApiQuery> = z.output<Query>;

/**
 * A parameter that is a list takes every value that is written under its name, any other the first. What the schema does not name is
 * left alone, so that several schemas can read one query.
 */
export function readQuery<Query extends ApiQuery>(
  query: Query,
  search: URLSearchParams,
): Result<AskedBy<Query>> {
  const written = Object.entries(query.shape).flatMap(([name, schema]) => {
    const values = search.getAll(name);
    if (isList(schema)) return [[name, values]];
    return values[0] === undefined ? [] : [[name, values[0]]];
  });
  const read = query.safeParse(Object.fromEntries(written));
  if (read.success) return ok(read.data);
  const issue = read.error.issues[0];
  const schema = query.shape[String(issue?.path[0])];
  const code = schema === undefined ? undefined : refusedAs.get(schema)?.code;
  return fail(code ?? 'CS-114', issue?.message ?? 'The query cannot be read.');
}

/**
 * CS-114 where a parameter is written that none of the queries names, or one twice that is no list: it would be left out of the
 * answer without a word.
 */
export function demandKnown(search: URLSearchParams, ...queries: readonly ApiQuery[]): Result<void> {
  const known = new Map(queries.flatMap(({ shape }) => Object.entries(shape)));
  for (const name of new Set(search.keys())) {
    const schema = known.get(name);
    if (schema === undefined) {
      const names = known.size === 0 ? 'There are none' : `There are ${[...known.keys()].join(', ')}`;
      return fail('CS-114', `There is no parameter "${name}" here. ${names}.`);
    }
    if (!isList(schema) && search.getAll(name).length > 1) {
      return fail('CS-114', `The parameter "${name}" is written more than once.`);
    }
  }
  return ok(undefined);
}

const isList = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodDefault ? isList(schema.unwrap()) : schema instanceof z.ZodArray;
