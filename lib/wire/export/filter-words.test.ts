import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../view.ts';
import { filterWords } from './filter-words.ts';

const filter = { types: ['OrderPaid', 'OrderPlaced'], actors: ['alice', ''], path: '/total', text: 'a "b"' };

describe('filterWords', () => {
  it('says what is shown as it was asked for', () => {
    expect(filterWords(NO_FILTER)).toBe('none, every event');
    expect(filterWords(filter)).toBe(
      'only events of type "OrderPaid" or "OrderPlaced", by "alice" or nobody named, that changed /total, that hold the text "a \\"b\\""',
    );
    expect(filterWords({ ...NO_FILTER, path: '' })).toBe('only events that changed anything');
  });

  it('calls types and fields as it is told to', () => {
    const names = {
      type: (type: string) => `type ${type.length}`,
      field: (path: string) => `${path} in words`,
    };
    expect(filterWords({ ...filter, actors: [], text: null }, names)).toBe(
      'only events of type type 9 or type 11, that changed /total in words',
    );
  });
});
