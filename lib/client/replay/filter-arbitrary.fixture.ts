/** Filters over the types and actors that random streams have, and over the fields of one of them. Without a text. */
import fc from 'fast-check';
import type { EventFilter } from '#wire';

export const filterArbitrary = (paths: readonly string[]): fc.Arbitrary<EventFilter> =>
  fc.record({
    types: fc.subarray(['Opened', 'Changed', '__proto__', '', 'Unheard']),
    actors: fc.subarray(['ada', 'alan', '', 'nobody']),
    path: fc.option(fc.constantFrom('', '/none', ...paths), { nil: null }),
    text: fc.constant(null),
  });
