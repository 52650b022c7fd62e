/**
 * The document of the API: OpenAPI 3.1, written from the table of routes and the schemas that also read the questions and check the
 * answers in tests, so that it cannot say anything else than they do.
 */
import { z } from 'zod';
import type { ApiAnswer, ApiPost, ApiRefusals, ApiRoute } from './api-route.ts';
import { pathParameters, queryParameters } from './parameters.ts';
import { API_ROUTES } from './routes.ts';
import { API_SCHEMAS, type ApiSchemaName } from './schemas.ts';

export const API_ROOT = '/api/v1';

export function openApiDocument() {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Chronoscope',
      version: '1',
      summary: 'What any entity of an event store was at any moment, what changed it, and who.',
      description: ABOUT,
    },
    servers: [{ url: '/' }],
    security: [{}, { token: [] }],
    paths: Object.fromEntries(
      API_ROUTES.map((route) => [
        `${API_ROOT}${route.path}`,
        {
          get: operationOf(route),
          ...(route.post === undefined ? {} : { post: postOf(route, route.post) }),
        },
      ]),
    ),
    components: {
      schemas: componentSchemas(),
      responses: {
        Problem: problemAnswer('The question was refused or failed; `code` has a page in docs/errors.'),
      },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Asked for only where the server listens elsewhere than on loopback.',
        },
      },
    },
  };
}

const ABOUT = [
  'A moment is a version (`812`), a position in the log (`@81204`), an instant with its zone (`2026-03-03T14:02:11Z`) or `latest`.',
  'Values are answered with the digits that the source wrote: read numbers with a parser that keeps them where they matter.',
  'Every JSON answer has an ETag; send it as If-None-Match and be told 304 while nothing changed.',
].join('\n\n');

function operationOf(route: ApiRoute) {
  const parameters = [...pathParameters(route.path), ...queryParameters(route.query)];
  const { isLive, isKeptForEver, isFile } = kindOf(route);
  return {
    operationId: route.operation,
    summary: route.summary,
    ...(route.about === undefined ? {} : { description: route.about }),
    ...(parameters.length === 0 ? {} : { parameters }),
    responses: {
      200: answerOf(route),
      ...(isKeptForEver || isLive || isFile
        ? {}
        : { 304: { description: 'What If-None-Match names is still the answer.' } }),
      ...refusalsOf(route.refusals),
      ...OTHER_REFUSALS,
    },
  };
}

function postOf({ path, query }: ApiRoute, post: ApiPost) {
  return {
    operationId: post.operation,
    summary: post.summary,
    description: post.about,
    parameters: [...pathParameters(path), ...queryParameters(query)],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: refTo(post.body) } } },
    },
    responses: {
      200: {
        description: post.summary,
        content: { 'application/json': { schema: { $ref: refTo(post.answer) } } },
      },
      ...refusalsOf(post.refusals),
      ...OTHER_REFUSALS,
    },
  };
}

const OTHER_REFUSALS = {
  '4XX': { $ref: '#/components/responses/Problem' },
  '5XX': { $ref: '#/components/responses/Problem' },
};

const REFUSED_BECAUSE: ReadonlyMap<string, string> = new Map([
  ['400', 'It cannot be read'],
  ['404', 'There is none'],
  ['409', 'It was made from something else than there is'],
]);

function refusalsOf(refusals: ApiRefusals) {
  return Object.fromEntries(
    Object.entries(refusals).map(([status, codes]) => [
      status,
      problemAnswer(`${REFUSED_BECAUSE.get(status)}: ${codes.join(', ')}.`),
    ]),
  );
}

function kindOf({ answers }: ApiRoute) {
  const has = (type: ApiAnswer['type']) => answers.some((answer) => answer.type === type);
  return {
    isLive: has('text/event-stream'),
    isKeptForEver: has('application/gzip'),
    isFile: has('text/csv'),
  };
}

function answerOf(route: ApiRoute) {
  return {
    description: route.summary,
    headers: headersOf(route),
    content: Object.fromEntries(route.answers.map((answer) => [answer.type, contentOf(answer)])),
  };
}

function headersOf(route: ApiRoute) {
  const { isLive, isKeptForEver, isFile } = kindOf(route);
  if (isFile)
    return {
      'Content-Disposition': header(
        'How the file is called.',
        'attachment; filename="staff-tove.lind-state-31-recorded.json"',
      ),
      'Chronoscope-Export': header(
        'What the file is about, as JSON in ASCII.',
        '{"what":"state","axis":"recorded"}',
      ),
      'Cache-Control': header('Never kept, never held back.', 'private, no-store, no-transform'),
    };
  if (isLive) return { 'Cache-Control': header('Never kept, never held back.', 'no-cache, no-transform') };
  return isKeptForEver
    ? { 'Cache-Control': header('Good for ever.', 'private, max-age=31536000, immutable') }
    : {
        ETag: header('Of exactly these bytes.', '"qsJEtdaShuVtgsQBclxKoeMEhVi"'),
        'Cache-Control': header('To be asked for again each time.', 'private, no-cache'),
      };
}

const header = (description: string, example: string) => ({
  description,
  schema: { type: 'string' },
  example,
});

function contentOf(answer: ApiAnswer) {
  if (!('schema' in answer)) return {};
  return { schema: answer.schema === null ? { type: 'object' } : { $ref: refTo(answer.schema) } };
}

function problemAnswer(description: string) {
  return { description, content: { 'application/problem+json': { schema: { $ref: refTo('Problem') } } } };
}

const refTo = (name: string): string => `#/components/schemas/${name}`;

function componentSchemas() {
  const named = z.registry<{ readonly id: ApiSchemaName }>();
  for (const id of schemaNames) named.add(API_SCHEMAS[id], { id });
  // Read as input: an answer may get further members one day, and a reader is not to stumble over them.
  const { schemas } = z.toJSONSchema(named, {
    io: 'input',
    uri: refTo,
    // The format says it; a pattern that knows leap years says it to nobody.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    },
  });
  const written = Object.entries(schemas).map(([name, { $id, $schema, id, ...schema }]) => [name, schema]);
  return Object.fromEntries(written);
}

const schemaNames = Object.keys(API_SCHEMAS) as readonly ApiSchemaName[];
