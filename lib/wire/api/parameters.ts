/** The parameters of an address as its document describes them (OpenAPI 3.1, Parameter Object). */
import { z } from 'zod';

export interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: object;
  readonly example: unknown;
}

const ID_RULE =
  'Percent-encoded by itself; with a `~` in front where it is empty, `.` or `..`, or begins with `~`.';

const PATH_PARAMETERS: Readonly<Record<string, Pick<ApiParameter, 'description' | 'schema' | 'example'>>> = {
  type: { description: `The entity type. ${ID_RULE}`, schema: { type: 'string' }, example: 'staff' },
  id: { description: `The id of the entity. ${ID_RULE}`, schema: { type: 'string' }, example: 'tove.lind' },
  eventType: {
    description: `The type of the events. ${ID_RULE}`,
    schema: { type: 'string' },
    example: 'OrderPlaced',
  },
  actor: {
    description: `The name of the actor. ${ID_RULE}`,
    schema: { type: 'string' },
    example: 'staff:tove.lind',
  },
  hash: {
    description: 'A hash that an outline named.',
    schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
};

/** Those in the braces of a path. A brace without a description is a mistake in the table. */
export function pathParameters(path: string): readonly ApiParameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const described = PATH_PARAMETERS[name];
    if (described === undefined) throw new Error(`Nothing says what {${name}} of ${path} is.`);
    return { name, in: 'path', required: true, ...described };
  });
}

/** A list is written by repeating its name, which is how OpenAPI reads a list in a query where nothing else is said. */
export function queryParameters(query: z.ZodRawShape): readonly ApiParameter[] {
  return Object.entries(query).map(([name, parameter]) => {
    // What it is once it was read: a number rather than the text that stands in the address.
    const { $schema, description, examples, ...schema } = z.toJSONSchema(parameter, { io: 'output' });
    return {
      name,
      in: 'query',
      required: !z.safeParse(parameter, undefined).success,
      description: description ?? '',
      schema,
      example: examples?.[0],
    };
  });
}
