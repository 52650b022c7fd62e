/** The guide of the API has every address that there is, and says of each what the document says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { API_ROUTES } from './routes.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../../docs/guides/api.md'), 'utf8');

it('lists every address, and none that there is not', () => {
  const [, table = ''] = guide.split('## Every address\n');
  const rows = [...table.matchAll(/^\| `(\S+)` \| (.+) \|$/gm)].map(([, address, summary]) => [
    address,
    summary,
  ]);
  const routes = API_ROUTES.map(({ path: address, summary, post }) => [
    `/api/v1${address}`,
    post === undefined ? summary : `${summary} ${post.summary}`,
  ]);
  expect(rows).toEqual(routes);
});
