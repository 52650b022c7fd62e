/** What is written by hand for the sake of exact values is what the schemas say. */
import { describe, expect, it } from 'vitest';
import { type EventHeader, sketchText } from '#core';
import { blameJson, changesJson, fieldJson, firstWhereJson, patchJson, stateJson } from '../answers.ts';
import { buildingJson } from '../building.ts';
import { entitiesJson, entityJson } from '../entity-answers.ts';
import { outlineJson } from '../outline.ts';
import { problemJson } from '../problem-json.ts';
import { API_SCHEMAS, type ApiSchemaName } from './schemas.ts';

const event: EventHeader = {
  ordinal: 2,
  version: 2,
  position: 9n,
  type: 'Changed',
  schemaVersion: 1,
  actor: null,
  occurredAt: -1n,
  recordedAt: 1_767_225_600_000_001n,
  recordedHigh: 1_767_225_600_000_001n,
  flags: 0,
  removed: false,
  changes: 1,
  mark: null,
};
const axis = 'recorded';
const key = { entityType: 'order', entityId: '' };
const times = { firstRecorded: 0n, lastRecorded: 1n, firstOccurred: -9n, lastOccurred: 2n };
const row = {
  ...key,
  version: 1,
  removed: true,
  lastRecorded: 0n,
  lastOccurred: 1n,
  lastType: 'T',
  lastActor: null,
};
const outlined = {
  hash: 'a'.repeat(64),
  first: 1,
  last: 2,
  clock: 0n,
  isOpen: true,
  lowestVersion: 1,
  highestVersion: 2,
  touched: Uint8Array.of(1, 255),
  sketch: sketchText({
    types: [{ type: 'T', events: 2 }],
    clocks: [-5n, 0n],
    days: [[2, 0]],
    timed: 1,
    latest: null,
    lowest: null,
  }),
};
const projection = { kind: 'replace', name: 'replace', hash: 'replace' } as const;
const exact = '12345678901234567890.10';

const written: readonly (readonly [ApiSchemaName, string])[] = [
  ['State', stateJson({ exists: false })],
  ['State', stateJson({ exists: true, version: 2, text: exact })],
  [
    'Diff',
    changesJson({ from: 0, to: 2, axis, changes: [{ path: '/a', before: null, after: 'null', event }] }),
  ],
  ['Diff', changesJson({ from: 2, to: 0, axis, changes: [{ path: '', before: exact, after: null, event }] })],
  ['JsonPatch', patchJson([{ op: 'remove', path: '/a' }])],
  ['JsonPatch', patchJson([{ op: 'add', path: '/a', value: null }])],
  ['Blame', blameJson({ exists: false })],
  ['Blame', blameJson({ exists: true, version: 2, axis, lines: [{ path: '/a', text: exact, event }] })],
  [
    'Field',
    fieldJson({
      path: '/a',
      axis,
      values: [
        { text: exact, event },
        { text: null, event },
      ],
      next: null,
    }),
  ],
  ['Field', fieldJson({ path: '', axis, values: [], next: 3 })],
  ['FirstWhere', firstWhereJson({ axis, event })],
  ['FirstWhere', firstWhereJson({ axis, event: null })],
  ['Outline', outlineJson({ axis, defaultAxis: axis, head: 2, projection, segments: [outlined] })],
  ['Building', buildingJson({ events: 2, folded: 1 })],
  ['Building', buildingJson(null)],
  ['Entities', entitiesJson({ asOf: 'latest', axis, rows: [row], next: key })],
  ['Entities', entitiesJson({ asOf: '@7', axis, rows: [], next: null })],
  [
    'Entity',
    entityJson({
      ...key,
      ...times,
      namespace: 'a b',
      events: 1,
      removed: false,
      defaultAxis: axis,
      axisReason: null,
      projection: 'merge',
    }),
  ],
  [
    'Problem',
    JSON.stringify(problemJson(404, 'No such entity', { code: 'CS-510', message: 'There is none.' })),
  ],
];

describe('an answer', () => {
  it.each(written)('is a %s, without a member that its schema does not name: %s', (name, text) => {
    const answer: unknown = JSON.parse(text);
    expect(API_SCHEMAS[name].parse(answer)).toEqual(answer);
  });

  it('has the digits that the source wrote', () => {
    expect(stateJson({ exists: true, version: 2, text: exact })).toContain(`"state":${exact}}`);
  });
});
