import { expect, it } from 'vitest';
import { ok } from '#core';
import { unlessTooSlow } from './unless-too-slow.ts';

/** As the driver throws it: with the code of the server. */
const refusal = (code: string) => Object.assign(new Error('canceling statement'), { code });

it('says in words that the database took too long, and nothing else', async () => {
  expect(await unlessTooSlow(async () => ok(7))).toEqual(ok(7));
  expect(await unlessTooSlow(() => Promise.reject(refusal('57014')))).toMatchObject({
    ok: false,
    error: { code: 'CS-322' },
  });
  const lost = refusal('08006');
  await expect(unlessTooSlow(() => Promise.reject(lost))).rejects.toBe(lost);
});
