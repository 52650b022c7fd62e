import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textArbitrary } from '#testing';
import { parseViews, renamed, whyNotName, withoutView, withView, writeViews } from './saved-views.ts';

const late = { name: 'Late', search: 'q=is%3Alate' };
const all = { name: 'All', search: '' };

describe('saved views', () => {
  it('are read as they were written', () => {
    const name = textArbitrary.filter((text) => text.trim() !== '');
    const view = fc.record({ name, search: textArbitrary }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.uniqueArray(view, { selector: (one) => one.name }), (views) => {
        expect(parseViews(writeViews(views))).toEqual(views);
      }),
    );
  });

  it.each([null, '{', '7', '[["a"]]', '[[" ","q=a"]]', '[7]'])('in %s there are none', (text) => {
    expect(parseViews(text)).toEqual([]);
  });

  it('are saved, renamed and deleted, and stand in the order of their names', () => {
    const both = withView([late], { ...all, name: ' All ' });
    expect(both).toEqual([all, late]);
    expect(withView(both, { name: 'Late', search: 'x' })).toEqual([all, { name: 'Late', search: 'x' }]);
    expect(renamed(both, 'All', ' Z ')).toEqual([late, { name: 'Z', search: '' }]);
    expect(withoutView(both, 'All')).toEqual([late]);
  });

  it('have a name, and each its own', () => {
    expect(whyNotName([late], ' ')).toBe('Write a name for the view.');
    expect(whyNotName([late], ' Late ')).toMatch(/^Another view has this name/);
    expect(whyNotName([late], 'Late', 'Late')).toBeNull();
    expect(whyNotName([late], 'New')).toBeNull();
  });
});
