import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AppTime, NOW } from './app-time.ts';
import { type ModelView, parseModelView, writeModelView } from './model-view.ts';
import {
  parseTypesView,
  parseTypeView,
  TYPE_SORTS,
  type TypesView,
  type TypeView,
  writeTypesView,
  writeTypeView,
} from './types-view.ts';

const name = fc.string({ unit: 'grapheme', minLength: 1 });
const time: fc.Arbitrary<AppTime> = fc.record({
  asOf: fc.constantFrom(null, '@81204', '2026-03-03T14:02:11.5Z'),
  axis: fc.constantFrom('recorded' as const, 'occurred' as const),
  zone: fc.constantFrom(null, 'Europe/Berlin', 'local'),
});
const throughAddress = (params: URLSearchParams) => new URLSearchParams(params.toString());

describe('the URLs of the catalogue', () => {
  it('of all types comes back as it was written', () => {
    const views: fc.Arbitrary<TypesView> = fc.record({
      ...{ namespace: name, time, sort: fc.constantFrom(...TYPE_SORTS) },
      text: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
    });
    fc.assert(
      fc.property(views, (view) => {
        expect(parseTypesView(throughAddress(writeTypesView(view)))).toEqual({ view, ignored: [] });
      }),
    );
  });

  it('of one type comes back as it was written', () => {
    const views: fc.Arbitrary<TypeView> = fc.record({
      ...{ namespace: name, time },
      schemaVersion: fc.option(fc.integer({ min: 1, max: 2_147_483_647 })),
    });
    fc.assert(
      fc.property(views, (view) => {
        expect(parseTypeView(throughAddress(writeTypeView(view)))).toEqual({ view, ignored: [] });
      }),
    );
    expect(parseTypeView(new URLSearchParams('schema=-1'))).toMatchObject({
      view: { schemaVersion: null },
      ignored: ['schema=-1'],
    });
    expect(parseTypesView(new URLSearchParams('sort=size&tz=Mars%2FBase&axis=x'))).toMatchObject({
      view: { sort: 'events', time: NOW },
      ignored: ['tz=Mars/Base', 'axis=x', 'sort=size'],
    });
  });

  it('of the model comes back as it was written', () => {
    const picked: fc.Arbitrary<ModelView['picked']> = fc.oneof(
      fc.constant(null),
      fc.record({ event: name }),
      fc.record({ before: fc.option(name), behind: name }),
      fc.record({ before: name, behind: fc.constant(null) }),
    );
    const views: fc.Arbitrary<ModelView> = fc
      .record({
        ...{ namespace: name, time, picked, entityType: fc.string({ unit: 'grapheme' }) },
        share: fc.option(fc.integer({ min: 1, max: 100 })),
        after: fc.constantFrom(null, '1773500000000000.812'),
      })
      .map((view) => (view.picked === null ? { ...view, after: null } : view));
    fc.assert(
      fc.property(views, (view) => {
        expect(parseModelView(throughAddress(writeModelView(view)))).toEqual({ view, ignored: [] });
      }),
    );
  });

  it('of the model leaves out what is no share, no step and no place', () => {
    const { view, ignored } = parseModelView(new URLSearchParams('share=0&before=&behind=&after=1.2'));
    expect(ignored).toEqual(['before=', 'behind=', 'share=0', 'after=1.2']);
    expect(view).toMatchObject({ share: null, picked: null, after: null });
    for (const half of ['before=A', 'behind=A', 'event=', 'behind='])
      expect(parseModelView(new URLSearchParams(half)), half).toMatchObject({
        view: { picked: null },
        ignored: [half],
      });
    expect(parseModelView(new URLSearchParams('before=&behind=A')).ignored).toEqual([]);
  });
});
