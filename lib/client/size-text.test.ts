import { expect, it } from 'vitest';
import { byteSizeText, sizeText } from './size-text.ts';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1023 bytes'],
  [1024, '1.0 KiB'],
  [1_048_575, '1.0 MiB'],
  [5_000_000_000, '4.7 GiB'],
])('%i bytes read %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

it('counts bytes, not characters', () => {
  expect(byteSizeText('ä€💡')).toBe('9 bytes');
});
