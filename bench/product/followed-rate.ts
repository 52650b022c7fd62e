/** Events that arrive at a steady rate, and how long after it arrived each is seen by who follows the store. */
import { type App, followFound, keepReadModels, type Viewer } from '#server';
import { recordedAtRate, shopBeginning } from '../shop-log.ts';
import { batches } from '../written-log.ts';
import { arriving, EVERY_MS } from './arriving.ts';

export interface FollowedRate {
  /** Milliseconds from the moment at which it was due to that at which its last event was handed out, of every batch. */
  readonly behind: readonly number[];
  readonly seen: number;
  /** Events a second that were appended, which is less than arrived where the machine did not keep up. */
  readonly rate: number;
}

export async function followedRate(
  app: App,
  viewer: Viewer,
  { rate, seconds, seed }: { rate: number; seconds: number; seed: number },
): Promise<FollowedRate> {
  const made = [
    ...batches(shopBeginning(rate * seconds, recordedAtRate(rate), seed), (rate * EVERY_MS) / 1_000),
  ];
  const keeper = keepReadModels(app, (model, problem) => {
    throw new Error(`${model}: ${problem.message}`);
  });
  const question = { namespace: 'main', text: '', zone: 'UTC', after: null, newest: null };
  const followed = await followFound(viewer, app, question);
  if (!followed.ok) throw new Error(followed.error.message);
  const stop = new AbortController();
  const awaited: { readonly head: bigint; readonly due: number }[] = [];
  const behind: number[] = [];
  let seen = 0;
  const { head: before } = await app.store.status();
  const last = before + BigInt(rate * seconds);
  const following = (async () => {
    for await (const { events, seenTo } of followed.value.pages(stop.signal)) {
      seen += events.length;
      const now = performance.now();
      for (let next = awaited[0]; next !== undefined && next.head <= seenTo; next = awaited[0]) {
        behind.push(now - next.due);
        awaited.shift();
      }
      if (seenTo >= last) stop.abort();
    }
  })();
  let head = before;
  const appended = await arriving(app, made, (batch, due) => {
    head += BigInt(batch.length);
    awaited.push({ head, due });
  });
  await following;
  await keeper.stop();
  return { behind, seen, rate: appended };
}
