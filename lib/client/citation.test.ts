import { describe, expect, it } from 'vitest';
import { encodeId } from '#wire';
import { citationOf } from './citation.ts';
import { entityWords, notedEntity } from './notes/noted-entity.ts';

const EVENT = { version: 2, recordedAt: 1_772_546_531_000_000n };
const DETAIL = { leafHash: 'ab12' };
const cite = (type: string, id: string, face: 'auditor' | 'developer') =>
  citationOf({ namespace: 'demo', type, id }, EVENT, DETAIL, face);

describe('a citation', () => {
  it('names the entity, the event, its time and its leaf', () => {
    expect(cite('order', 'O-1', 'auditor')).toBe('order O-1, event 2, 2026-03-03T14:02:11Z, sha256:ab12');
  });

  it('says in words what notes are about, and to a developer under which name they are kept', () => {
    expect(cite('$notes', 'order/O-1', 'auditor')).toBe(
      'Notes on order O-1, entry 2, 2026-03-03T14:02:11Z, sha256:ab12',
    );
    expect(cite('$notes', 'order/O-1', 'developer')).toBe(
      'Notes on order O-1 (kept as $notes order/O-1), entry 2, 2026-03-03T14:02:11Z, sha256:ab12',
    );
  });
});

describe('what notes are about', () => {
  it.each([
    ['order', 'a/b c'],
    ['', '..'],
    ['~x', 'Größe'],
  ])('is read back from the name of their stream: %j %j', (type, id) => {
    const stream = { type: '$notes', id: `${encodeId(type)}/${encodeId(id)}` };
    expect(notedEntity(stream)).toEqual({ type, id });
    expect(notedEntity({ type: 'order', id: stream.id })).toBeNull();
  });

  it('is not guessed where the name is too long to be kept', () => {
    const stream = { type: '$notes', id: `~sha256/${'0'.repeat(64)}` };
    expect(notedEntity(stream)).toBeNull();
    expect(entityWords(stream)).toBe('Notes on an entity with a long name');
  });
});
