import { beforeAll, describe, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { type ComparisonToExport, exportCompared } from './export-compared.ts';

const viewer = { name: 'test' };
const { app, store } = appForTests();
const START = 1_700_000_000_000_000n;
/** So many that the export goes on behind its second page. */
const ENTITIES = 2_203;

async function append(ids: readonly string[], recordedAt: bigint): Promise<void> {
  const items = ids.map((entityId) => ({
    event: newEvent({ entityId, payload: `{"at":"${recordedAt}"}`, recordedAt }),
  }));
  await store().append({ namespace: 'main', atomic: true, items });
  await catchUp(viewer, app());
}

beforeAll(async () => {
  await append(['=1+1', 'kept'], START);
  const ids = Array.from({ length: ENTITIES - 1 }, (_, nth) => `o-${String(nth).padStart(5, '0')}`);
  await append(['=1+1', ...ids], START + 10n);
});

async function fileOf(parts: Partial<ComparisonToExport>) {
  const asked = { namespace: 'main', from: '@2', to: 'latest', format: 'ndjson', ...parts } as const;
  const file = await exportCompared(viewer, app(), asked);
  if (!file.ok) throw new Error(file.error.message);
  const pieces: string[] = [];
  for await (const piece of file.value.parts) {
    pieces.push(String(piece));
    // It would stand on the last page if the moment moved along with the log.
    if (pieces.length === 2) await append([`z-${crypto.randomUUID()}`], START + 20n);
  }
  return { ...file.value, text: pieces.join('') };
}

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the file of a comparison', () => {
  it('has every entity that differs once, as of the moment at which it was begun, and says so at its end', async () => {
    const { text } = await fileOf({ to: 'latest' });
    const lines = linesOf(text);
    const trailer = lines.pop();
    expect(lines).toHaveLength(ENTITIES);
    expect(new Set(lines.map(({ entityId }) => entityId)).size).toBe(ENTITIES);
    expect(lines[0]).toMatchObject({
      entityId: '=1+1',
      became: 'changed',
      fields: 1,
      versionBefore: 1,
      versionAfter: 2,
    });
    expect(trailer.export).toEqual({
      what: 'comparison',
      namespace: 'main',
      axis: 'recorded',
      from: '@2',
      to: `@${ENTITIES + 2}`,
      zone: 'UTC',
      rows: ENTITIES,
      complete: true,
    });
  });

  it('tells the other way round what was asked the other way round', async () => {
    const { text } = await fileOf({ from: 'latest', to: '2023-11-14T22:13:20.000005Z' });
    const lines = linesOf(text);
    const { export: about } = lines.pop();
    expect(about.to).toBe('2023-11-14T22:13:20.000005Z');
    expect(about.from).toMatch(/^@\d+$/);
    expect(lines.at(-1)).toMatchObject({ became: 'vanished', versionAfter: 0 });
  });

  it('is safe for spreadsheets', async () => {
    const { text, name } = await fileOf({ to: `@${ENTITIES + 2}`, format: 'csv' });
    const rows = text.trimEnd().split('\r\n');
    expect(rows[1]).toBe("order,'=1+1,changed,1,1,1,2");
    expect(rows).toContainEqual(expect.stringContaining(`# rows,${ENTITIES},`));
    expect(rows.at(-1)).toContain('# complete,true,');
    expect(name).toBe(`compared-main-_2-_${ENTITIES + 2}.csv`);
  });

  it('refuses a version, which means nothing across streams', async () => {
    const file = await exportCompared(viewer, app(), {
      namespace: 'main',
      from: '1',
      to: 'latest',
      format: 'csv',
    });
    expect(file).toMatchObject({ ok: false, error: { code: 'CS-112' } });
  });
});
