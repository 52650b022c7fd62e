import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { exportFound, type SearchToExport } from './export-found.ts';

const viewer = { name: 'test' };
const { app, store } = appForTests();
const EVENTS = 450;

beforeAll(async () => {
  const items = Array.from({ length: EVENTS }, (_, nth) => ({
    event: newEvent({
      entityId: `o-${nth % 7}`,
      payload: JSON.stringify({ nth, text: nth === 3 ? '=1+1' : 'x' }),
      recordedAt: 1_700_000_000_000_001n + BigInt(nth),
      actor: nth % 2 === 0 ? 'ada' : null,
    }),
  }));
  await store().append({ namespace: 'main', atomic: true, items });
  await catchUp(viewer, app());
});

async function fileOf(
  parts: Partial<SearchToExport>,
  read: 'while more comes' | 'at once' = 'while more comes',
): Promise<Buffer> {
  const asked = {
    namespace: 'main',
    text: '',
    zone: 'UTC',
    sort: 'recorded',
    direction: 'asc',
    format: 'ndjson',
  } as const;
  const file = await exportFound(viewer, app(), { ...asked, ...parts });
  if (!file.ok) throw new Error(file.error.message);
  // What comes meanwhile is not in it.
  if (read === 'while more comes') {
    await store().append({
      namespace: 'main',
      atomic: true,
      items: [{ event: newEvent({ entityId: 'later', recordedAt: 1_700_000_000_000_002n }) }],
    });
    await catchUp(viewer, app());
  }
  const pieces: Buffer[] = [];
  for await (const piece of file.value.parts) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const arrayOf = ({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer =>
  buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;

describe('the file of a search', () => {
  it('has every event of its moment once, and says so at its end', async () => {
    const lines = (await fileOf({ text: 'entity:order/o-*' }))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const trailer = lines.pop();
    expect(trailer.export).toMatchObject({
      what: 'search',
      query: 'entity:order/o-*',
      rows: EVENTS,
      complete: true,
    });
    expect(lines.map(({ payload }) => JSON.parse(payload).nth)).toEqual(
      Array.from({ length: EVENTS }, (_, nth) => nth),
    );
    expect(lines[0]).toMatchObject({
      recordedAt: '2023-11-14T22:13:20.000001Z',
      changed: 2,
      leafHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('is safe for spreadsheets', async () => {
    const text = (await fileOf({ text: 'actor:ada', format: 'csv', direction: 'desc' })).toString();
    const rows = text.trimEnd().split('\r\n');
    expect(rows.filter((row) => !row.startsWith('#') && row.includes('order'))).toHaveLength(EVENTS / 2);
    expect(rows).toContainEqual(expect.stringContaining(`# rows,${EVENTS / 2},`));
    expect(rows).toContainEqual(expect.stringContaining('# complete,true,'));
  });

  it('keeps positions, microseconds and text whole in Parquet', async () => {
    const bytes = await fileOf({ text: 'entity:order/o-*', format: 'parquet' });
    const buffer = arrayOf(bytes);
    const { num_rows: rows, key_value_metadata: about } = parquetMetadata(buffer);
    expect(rows).toBe(BigInt(EVENTS));
    const said = about?.find(({ key }) => key === 'chronoscope-export')?.value ?? '';
    expect(JSON.parse(said)).toMatchObject({ query: 'entity:order/o-*', rows: EVENTS, complete: true });
    const objects = await parquetReadObjects({
      file: buffer,
      parsers: { timestampFromMicroseconds: (micros: bigint) => micros } as never,
    });
    expect(objects.map(({ recorded_at }) => recorded_at)).toEqual(
      Array.from({ length: EVENTS }, (_, nth) => 1_700_000_000_000_001n + BigInt(nth)),
    );
    expect(objects[3]).toMatchObject({
      payload: '{"nth":3,"text":"=1+1"}',
      actor: null,
      position: 4n,
      entity_id: 'o-3',
    });
  });

  it('says of an event that is newer than the change log that its changes are not known yet', async () => {
    await store().append({
      namespace: 'main',
      atomic: true,
      items: [{ event: newEvent({ entityId: 'fresh', payload: '{"a":1}' }) }],
    });
    await store().readModels.stepSearch();
    const csv = (await fileOf({ text: 'entity:order/fresh', format: 'csv' }, 'at once')).toString();
    expect(csv.split('\r\n')).toContainEqual(expect.stringContaining(',,not known yet,'));
    const parquet = await fileOf({ text: 'entity:order/fresh', format: 'parquet' }, 'at once');
    const [row] = await parquetReadObjects({ file: arrayOf(parquet) });
    expect(row).toMatchObject({ entity_id: 'fresh', fields_changed: null, first_changes: 'not known yet' });
  });
});
