/** The guide of the API says nothing that is not so: each of its requests is sent, each of its answers compared. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { searchable } from './searchable.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../docs/guides/api.md'), 'utf8');
const addresses = [...guide.matchAll(/^curl -s 'http:\/\/127\.0\.0\.1:7300([^']+)'$/gm)].map(
  ([, url]) => url ?? '',
);
const answers = [...guide.matchAll(/^```json\n([^`]+)\n```$/gm)].map(([, text]) => text ?? '');

test('every request of the guide has an answer in it', () => {
  expect(addresses.length).toBeGreaterThan(10);
  expect(answers.length).toBe(addresses.length);
});

for (const [nth, address] of addresses.entries()) {
  test(`${address} is answered as the guide says`, async ({ request }) => {
    await searchable(request);
    expect(await (await request.get(address)).text()).toMatch(patternOf(answers[nth] ?? ''));
  });
}

/** Lines are broken for people, and `…` stands for anything. */
function patternOf(written: string): RegExp {
  const pieces = written.replace(/\n\s*/g, '').split('…');
  return new RegExp(
    `^${pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`,
    's',
  );
}
