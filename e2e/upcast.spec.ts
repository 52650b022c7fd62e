/** An event of an older schema version: what is stored, and what the upcasters made of it. */
import { expect, test } from './fixtures.ts';
import { eventPane } from './panes.ts';
import { openEntity } from './timeline.ts';

test('an event that an upcaster ran on is shown as stored and as upcast, what differs marked', async ({
  page,
}) => {
  await openEntity(page, '/entities/order/O-1003?ns=demo&at=1&v=1');
  const pane = eventPane(page);
  const stored = pane.getByRole('region', { name: 'As stored, schema version 1' });
  const upcast = pane.getByRole('region', { name: 'As upcast, schema version 2' });
  await expect(pane).toContainText('An upcaster of OrderPlaced brought it to version 2 (1 → 2)');
  await expect(stored.getByRole('deletion')).toContainText(['"customerId"', '"name"', '"total": "EUR 2.20"']);
  await expect(upcast.getByRole('insertion').filter({ hasText: '"amount": 2.2' })).toBeVisible();
  await expect(upcast.getByRole('insertion').filter({ hasText: '"sku"' })).toHaveCount(0);

  // Byte for byte, without marks of ours in it.
  await pane.getByRole('button', { name: 'Exact' }).click();
  await expect(stored.getByTestId('payload')).toHaveText(/^\{"customerId":"C-1002","name":/);

  await pane.getByRole('button', { name: 'Show side by side' }).click();
  const dialog = page.getByRole('dialog', { name: 'Payload as stored and as upcast' });
  const [left, right] = await Promise.all(
    ['As stored, schema version 1', 'As upcast, schema version 2'].map((name) =>
      dialog.getByRole('region', { name }).boundingBox(),
    ),
  );
  expect(left?.y).toBe(right?.y);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // Where none ran, nothing is said of it.
  await openEntity(page, '/entities/order/O-1003?ns=demo&at=2&v=1');
  await expect(pane.getByTestId('payload')).toContainText('"payment"');
  await expect(pane).not.toContainText('upcast');
});

test('the command line and the API give both forms', async ({ instance, request }) => {
  const question = ['events', 'order', 'O-1003', '--namespace', 'demo'];
  const told = await instance.command([...question, '--json', '--upcast']);
  const [placed, paid] = told.stdout.split('\n').map((line) => (line === '' ? null : JSON.parse(line)));
  expect(placed).toMatchObject({ schemaVersion: 1, upcastVersion: 2, upcastProblem: null });
  expect(JSON.parse(placed.payload)).toMatchObject({ total: 'EUR 2.20' });
  expect(JSON.parse(placed.upcast)).toMatchObject({ total: { amount: 2.2, currency: 'EUR' } });
  expect(paid).toMatchObject({ upcast: null, upcastVersion: null });

  const plain = await instance.command([...question, '--upcast']);
  expect(plain).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--json') });

  const answer = await request.get('/api/v1/entities/order/O-1003/events?ns=demo&from=1&to=1');
  const [event] = (await answer.json()).events;
  expect(event.upcast).toBe(placed.upcast);
});
