import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from './openapi.ts';
import { API_ROUTES } from './routes.ts';

const root = path.resolve(import.meta.dirname, '../../..');

describe('the document of the API', () => {
  it('is OpenAPI 3.1, as somebody else reads it', async () => {
    const validator = new Validator();
    // It is what crosses the wire that is checked.
    const document = JSON.parse(JSON.stringify(openApiDocument()));
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    expect(await validator.validate({ ...document, paths: { 'no-slash': {} } })).toMatchObject({
      valid: false,
    });
  });

  it('has every route there is, and none that there is not', () => {
    const folder = path.join(root, 'app/api/v1');
    const served = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => path.basename(file) === 'route.ts')
      .map((file) => `/api/v1/${path.dirname(file)}`.replaceAll('[', '{').replaceAll(']', '}'));
    expect(Object.keys(openApiDocument().paths).sort()).toEqual(served.sort());
  });

  it('refers to nothing that it does not say', () => {
    const document = openApiDocument();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    for (const [, kind, name = ''] of references) {
      const said: object = kind === 'schemas' ? document.components.schemas : document.components.responses;
      expect(Object.keys(said)).toContain(name);
    }
    expect(JSON.stringify(document)).not.toMatch(/"(\$id|\$schema|\$defs)"|"pattern":"[^"]{40}/);
  });

  it('describes every parameter, with an example', () => {
    const operations = Object.values(openApiDocument().paths).flatMap(({ get, post }) =>
      post === undefined ? [get] : [get, post],
    );
    const parameters = operations.flatMap((operation) => operation.parameters ?? []);
    expect(parameters.length).toBeGreaterThan(40);
    for (const { name, description, example } of parameters) {
      expect(description, name).toMatch(/\.$/);
      expect(example, name).toBeDefined();
    }
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('names only numbers that have a page, with the status they are answered with', () => {
    for (const { refusals, post } of API_ROUTES) {
      for (const code of [...Object.values(refusals), ...Object.values(post?.refusals ?? {})].flat())
        expect(readFileSync(path.join(root, 'docs/errors', `${code}.md`), 'utf8')).toContain(`# ${code}: `);
    }
  });
});
