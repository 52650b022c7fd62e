import { describe, expect, it } from 'vitest';
import { categoriesOf, OTHER_SLOT } from './playhead-categories.ts';
import { columnsOf, knownColumns, readColumns } from './playhead-columns.ts';
import { historyAt, testHistory } from './playhead-test-history.ts';

describe('columns', () => {
  it('place events in milliseconds after the first, to the microsecond', () => {
    expect([...columnsOf(historyAt(5000, 5000.001, 6500)).at]).toEqual([0, 0.001, 1500]);
  });

  it('place an event whose clock went back where it was recorded, by the running maximum', () => {
    const history = testHistory([{ at: 0n }, { at: 9000n }, { at: 4000n }, { at: 10_000n }], 'recorded');
    expect([...columnsOf(history).at]).toEqual([0, 9, 9, 10]);
  });

  it('are the same whether read at once or in slices, and read only once', () => {
    const times = Array.from({ length: 25 }, (_, index) => index * 3);
    const sliced = historyAt(...times);
    const reading = readColumns(sliced, 10);
    expect(reading.next()).toEqual({ done: false, value: 10 });
    expect(knownColumns(sliced)).toBeUndefined();
    expect(reading.next()).toEqual({ done: false, value: 20 });
    const last = reading.next();
    expect(last).toEqual({ done: true, value: columnsOf(historyAt(...times)) });
    expect(knownColumns(sliced)).toBe(columnsOf(sliced));
  });

  it('of an empty history are empty', () => {
    expect(columnsOf(testHistory([]))).toMatchObject({ length: 0, origin: 0, types: [], legend: [] });
  });

  it('give each event the slot of its type', () => {
    const types = ['Rare', 'Often', 'Often'];
    const { slot, legend } = columnsOf(
      testHistory(types.map((type, index) => ({ at: BigInt(index), type }))),
    );
    expect([...slot]).toEqual([1, 0, 0]);
    expect(legend.map(({ name, events }) => [name, events])).toEqual([
      ['Often', 2],
      ['Rare', 1],
    ]);
  });
});

describe('categories', () => {
  it('name the six most frequent types and count the rest together', () => {
    const types = Array.from({ length: 9 }, (_, index) => ({ name: `T${index}`, count: index + 1 }));
    const { slotOf, legend } = categoriesOf(types);
    expect([...slotOf]).toEqual([OTHER_SLOT, OTHER_SLOT, OTHER_SLOT, 5, 4, 3, 2, 1, 0]);
    expect(legend.at(-1)).toEqual({ slot: OTHER_SLOT, name: null, types: 3, events: 6 });
    expect(legend.reduce((sum, { events }) => sum + events, 0)).toBe(45);
  });

  it('keep the order of first appearance between equals', () => {
    expect([
      ...categoriesOf([
        { name: 'z', count: 2 },
        { name: 'a', count: 2 },
      ]).slotOf,
    ]).toEqual([0, 1]);
  });
});
