/** A value that becomes an object is one change wherever changes are told, and a key of blanks is seen. */
import { expect, test } from './fixtures.ts';
import { diffPane, eventPane, stateTree } from './panes.ts';
import { openEntity } from './timeline.ts';

const IMPORT =
  'import - --format ndjson --entity-type bill --entity-id /bill --event-type /what --payload /body --fold replace --source bills';
const LINES = [
  '{"bill":"B-1","what":"Opened","body":{"total":12," ":1,"name ":"  "}}',
  '{"bill":"B-1","what":"Priced","body":{"total":{"amount":12,"currency":"EUR"}," ":2,"name ":"  "}}',
].join('\n');
const JOINED = '{"amount":12,"currency":"EUR"}';

test('a number that became an object is one change in words, in the tree, in the table and in a file', async ({
  page,
  instance,
}) => {
  expect((await instance.command(IMPORT.split(' '), `${LINES}\n`)).exitCode).toBe(0);
  await openEntity(page, '/entities/bill/B-1?at=2');
  await expect(eventPane(page)).toContainText('total from 12 to {amount: 12, currency: EUR}');
  await expect(stateTree(page).getByRole('treeitem', { name: 'total was 12 {2}' })).toBeVisible();

  await openEntity(page, '/entities/bill/B-1?at=2&a=1&b=2&d=unified&v=1');
  await expect(diffPane(page).getByTestId('diff-summary')).toHaveText('2 fields changed');
  const tree = diffPane(page).getByRole('tree', { name: 'Differences' });
  await expect(tree.getByRole('treeitem', { name: /before: total 12 .*after: total \{2\}/ })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: /added: currency "EUR"/ })).toBeVisible();

  await openEntity(page, '/entities/bill/B-1?at=2&a=1&b=2&d=table&v=1');
  const rows = diffPane(page).getByRole('grid', { name: 'Changes' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: 'total' })).toContainText(JOINED);

  const file = await page.request.get('/api/v1/entities/bill/B-1/export?what=diff&from=1&to=2&format=csv');
  expect(await file.text()).toContain(`/total,number,12,object,"${JOINED.replaceAll('"', '""')}",2,`);
});

test('a key of blanks is seen in the tree, the sentence and the table', async ({ page, instance }) => {
  expect((await instance.command(IMPORT.split(' '), `${LINES}\n`)).exitCode).toBe(0);
  await openEntity(page, '/entities/bill/B-1?at=2&a=1&b=2&d=table&v=1');
  await expect(eventPane(page)).toContainText('"␣" from 1 to 2');
  await expect(diffPane(page).getByRole('row', { name: /"␣"/ })).toBeVisible();
  await openEntity(page, '/entities/bill/B-1?at=2');
  await expect(stateTree(page).getByRole('treeitem', { name: '"name␣" "  "' })).toBeVisible();
});
