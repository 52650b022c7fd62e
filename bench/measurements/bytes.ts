/** Bytes an event: of the segments, of the events as JSON and of JSON patches, all gzipped. */
import type { Contender } from '../contender.ts';
import { duration, judged, type Row, type Section, toldRow } from '../report.ts';
import { type Scope, say } from '../scope.ts';

export async function bytesSection({ events, rounds }: Scope, product: Contender): Promise<Section> {
  const sizes = await product.ask<{ envelopes: number; patches: number }>('sizes');
  const folds: number[] = [];
  const decodes: number[] = [];
  let gzipped = 0;
  for (let round = 0; round < rounds; round += 1) {
    const built = await product.ask<{ foldMs: number; decodeMs: number; gzipped: number }>('build');
    folds.push(built.foldMs);
    decodes.push(built.decodeMs);
    ({ gzipped } = built);
  }
  say('bytes an event');
  const an = (bytes: number) => `${(bytes / events).toFixed(1)} B`;
  const best = (taken: readonly number[]) => duration(Math.min(...taken));
  const smaller = (against: string, bytes: number, least: number): Row => ({
    work: 'bytes an event, gzipped',
    product: an(gzipped),
    against,
    peer: an(bytes),
    ...judged([bytes / gzipped]),
    target: `≥ ${least}×`,
    reached: bytes / gzipped >= least,
  });
  return {
    title: 'What a history takes',
    about:
      'Events as JSON: position, version, event id, correlation id, type, actor, both times and payload, a line each. Patches: RFC 6902 between the states, without any of that. Times are the best of the rounds.',
    rows: [
      smaller('events as JSON', sizes.envelopes, 7),
      smaller('JSON patches', sizes.patches, 1.5),
      toldRow('folding and encoding all of it, one thread', best(folds)),
      toldRow('decoding all of it', best(decodes)),
    ],
  };
}
