/** An order whose lines go by key (the demo's configuration says so), in three whole versions: placed, repriced, and in another order. */
import type { Instance } from './fixtures.ts';

const line = (sku: string, price: number) => ({ sku, price, quantity: 1 });
const LINES = [line('A-100', 199.5), line('B-7', 500), line('C-31', 12.25)];
const NOTE = (floor: string) =>
  `Please ring the bell twice and leave the parcel with the neighbour on the ${floor} floor.`;
const FILLER = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`extra${index + 10}`, index]));

const VERSIONS = [
  { who: 'alice', lines: LINES, note: NOTE('second') },
  {
    who: 'bob',
    lines: LINES.map((one) => (one.sku === 'B-7' ? { ...one, price: 450 } : one)),
    note: NOTE('second'),
  },
  {
    who: 'mallory',
    lines: [line('C-31', 12.25), line('A-100', 199.5), line('B-7', 450)],
    note: NOTE('third'),
  },
];

/** Imports it and gives the address of its page, without a query. */
export async function importOrder({ command }: Instance): Promise<string> {
  const lines = VERSIONS.map(({ who, lines, note }, index) =>
    JSON.stringify({
      order: 'diffed',
      what: 'OrderPlaced',
      who,
      schema: 2,
      placed: '2026-03-03T08:00:00.000Z',
      written: new Date(Date.UTC(2026, 2, 3, 8 + index)).toISOString(),
      content: {
        customer: { id: 'c-1', name: 'Łukasz' },
        total: { amount: 1, currency: 'EUR' },
        lines,
        note,
        ...FILLER,
      },
    }),
  );
  const fields = {
    'entity-id': 'order',
    'event-type': 'what',
    actor: 'who',
    payload: 'content',
    'schema-version': 'schema',
  };
  const options = Object.entries(fields).flatMap(([option, name]) => [`--${option}`, `/${name}`]);
  const { exitCode, stderr } = await command(
    [
      ...[
        'import',
        '-',
        '--format',
        'ndjson',
        '--namespace',
        'demo',
        '--entity-type',
        'order',
        '--source',
        'orders',
      ],
      ...['--occurred-at', '/placed', '--recorded-at', '/written', ...options],
    ],
    `${lines.join('\n')}\n`,
  );
  if (exitCode !== 0) throw new Error(`The order was not imported:\n${stderr}`);
  return '/entities/order/diffed';
}
