/** A payload that JSON readers like to bend comes back byte for byte and is shown as it was written. */
import { expect, test } from './fixtures.ts';
import { eventPane, stateTree } from './panes.ts';
import { openEntity } from './timeline.ts';

const PAYLOAD =
  '{"big":9007199254740993,"price":1.10,"huge":1E400,"twice":1,"twice":2,"nul":"a\\u0000b","half":"\\ud800","__proto__":{"polluted":true},"rtl":"abc\\u202Edef"}';
const LINE = `{"thing":"odd/..~ id","what":"OddThing","body":${PAYLOAD}}\n`;

test('exact in the command line, over HTTP and on the screen', async ({ page, instance }) => {
  const imported = await instance.command(
    [
      'import',
      '-',
      '--format',
      'ndjson',
      '--entity-type',
      'odd',
      '--entity-id',
      '/thing',
      '--event-type',
      '/what',
      '--payload',
      '/body',
      '--fold',
      'replace',
      '--source',
      'odd',
    ],
    LINE,
  );
  expect(imported.exitCode).toBe(0);

  const listed = await instance.command(['events', 'odd', 'odd/..~ id', '--json']);
  expect(JSON.parse(listed.stdout).payload).toBe(PAYLOAD);

  const answer = await page.request.get('/api/v1/entities/odd/odd%2F..~%20id/events');
  expect((await answer.json()).events[0].payload).toBe(PAYLOAD);

  const state = await instance.command(['state', 'odd', 'odd/..~ id']);
  const overHttp = await page.request.get('/api/v1/entities/odd/odd%2F..~%20id/state');
  expect(await overHttp.text()).toBe(`{"exists":true,"version":1,"state":${state.stdout.trim()}}`);

  await page.goto('/entities?type=odd');
  await page.getByRole('link', { name: 'odd/..~ id' }).click();
  for (const name of [
    'big added 9007199254740993',
    'price added 1.10',
    'huge added 1E400',
    'twice added 2',
    '__proto__ {1}',
  ]) {
    await expect(stateTree(page).getByRole('treeitem', { name, exact: true })).toBeVisible();
  }
  await eventPane(page).getByRole('button', { name: 'Exact' }).click();
  await expect(eventPane(page).getByTestId('payload')).toContainText(PAYLOAD.slice(0, 60));
  await openEntity(page, page.url());
});
