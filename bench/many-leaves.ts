/** A stream whose state has many leaves: it begins in several events, as no payload may be so large, and then changes a few each. */
import type { StoredEvent } from '#core';
import { storedEvents } from './generated-stream.ts';
import { drawing } from './statistics.ts';

const GROUP = 100;
const CHANGED = 3;

export function* manyLeafEvents(leaves: number, count: number): Generator<StoredEvent, void, undefined> {
  const draw = drawing(3);
  const groups = leaves / GROUP;
  let nth = 0;
  for (const event of storedEvents(groups + count)) {
    yield { ...event, payload: nth < groups ? wholeGroup(nth) : fewFields(draw, groups) };
    nth += 1;
  }
}

function wholeGroup(group: number): string {
  const fields = Array.from({ length: GROUP }, (_, field) => [`field${field}`, `value ${field} of ${group}`]);
  return JSON.stringify({ [`group${group}`]: Object.fromEntries(fields) });
}

function fewFields(draw: (lowest: number, highest: number) => number, groups: number): string {
  const changes = Array.from({ length: CHANGED }, () => [
    `group${draw(0, groups - 1)}`,
    { [`field${draw(0, GROUP - 1)}`]: draw(0, 1_000_000) },
  ]);
  return JSON.stringify(Object.fromEntries(changes));
}
