import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantGroups } from './instant-groups.ts';
import type { Mark } from './word-marks.ts';

const characters = (marks: readonly Mark[]) =>
  marks.flatMap(({ text, differs }) => [...text].map((character) => `${character} ${differs}`));

it('changes no character of the marks and none of what differs', () => {
  const mark = fc.record({
    text: fc.constantFrom('2026-', '06-16T02', ':00:00Z', '2026-06-16', ' ', 'a'),
    differs: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(mark), (marks) => {
      expect(characters(instantGroups(marks).flatMap((group) => group.marks))).toEqual(characters(marks));
    }),
  );
});

it('keeps a date together in which a mark ends', () => {
  const marks = [
    { text: 'at 2026-06-', differs: false },
    { text: '16T02', differs: true },
    { text: ':00Z', differs: false },
  ];
  expect(instantGroups(marks)).toEqual([
    { isKept: false, marks: [{ text: 'at ', differs: false }] },
    {
      isKept: true,
      marks: [
        { text: '2026-06-', differs: false },
        { text: '16', differs: true },
      ],
    },
    {
      isKept: true,
      marks: [
        { text: 'T02', differs: true },
        { text: ':00Z', differs: false },
      ],
    },
  ]);
});
