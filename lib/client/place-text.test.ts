import { expect, it } from 'vitest';
import { placeText } from './place-text.ts';

it('placeText says places as people do', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 101, 111, 112, 123].map(placeText)).toEqual(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 101st 111th 112th 123rd'.split(' '),
  );
});
