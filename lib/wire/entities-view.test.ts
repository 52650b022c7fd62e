import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOW } from './app-time.ts';
import { type EntitiesView, parseEntitiesView, writeEntitiesView } from './entities-view.ts';

const text = fc.string({ unit: 'grapheme' });
const trimmed = text.map((value) => value.trim());

const views: fc.Arbitrary<EntitiesView> = fc.record({
  namespace: fc.string({ unit: 'grapheme', minLength: 1 }),
  time: fc.record({
    asOf: fc.constantFrom(null, '@81204', '2026-03-03T14:02:11.5Z'),
    axis: fc.constantFrom('recorded' as const, 'occurred' as const),
    zone: fc.constantFrom(null, 'local', 'Europe/Berlin'),
  }),
  query: trimmed,
  type: text,
  idContains: text,
  columns: fc.uniqueArray(
    trimmed.map((path) => `/${path}`),
    { maxLength: 20 },
  ),
  withRemoved: fc.boolean(),
  after: fc.option(fc.record({ entityType: text, entityId: text })),
});

const parsed = (address: string) => parseEntitiesView(new URLSearchParams(address)).view;

describe('the URL of the list of entities', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parsed(writeEntitiesView(view).toString())).toEqual(view);
      }),
    );
  });

  it('stands at now where nothing else is said, and where what is said is none', () => {
    expect(parsed('').time).toEqual(NOW);
    expect(parsed('asof=&axis=sideways&tz=Mars%2FBase').time).toEqual(NOW);
    expect(parsed('asof=latest&axis=recorded&tz=UTC').time).toEqual(NOW);
  });

  it('takes what a form sends: empty fields, paths without a slash, one twice', () => {
    expect(parsed('col=&col=total&col=%2Ftotal&col=a.b&q=&afterId=x')).toMatchObject({
      columns: ['/total', '/a/b'],
      query: '',
      after: null,
    });
  });
});
