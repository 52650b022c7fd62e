import { describe, expect, it } from 'vitest';
import { NO_LABELS } from '../wording/labels.ts';
import { wordingOf } from '../wording/wording.ts';
import { changedLine, noLineWords } from './changed-line.ts';

const developer = wordingOf('developer', NO_LABELS);
const auditor = wordingOf('auditor', { ...NO_LABELS, fields: [['/status', 'Status of the order']] });
const change = (path: string, value: string | null, isCut = false) => ({ path, value, isCut });

describe('what an event changed, in one line', () => {
  it('is its first field that says something, and how many more there are', () => {
    const changes = [change('/lines', '[]'), change('/status', '"shipped"'), change('/total', '3')];
    expect(changedLine({ changes, changed: 3 }, developer, [])).toEqual({
      name: 'status',
      value: '"shipped"',
      more: 2,
    });
    expect(changedLine({ changes, changed: 3 }, auditor, [])).toEqual({
      name: 'Status of the order',
      value: 'shipped',
      more: 2,
    });
  });

  it('is what came into a list, and not that the list is no longer empty', () => {
    const changes = [change('/parcels', null), change('/parcels/0', '"Oslo hub"')];
    expect(changedLine({ changes, changed: 2 }, developer, [])).toMatchObject({
      name: 'parcels › 0',
      more: 1,
    });
  });

  it('is the field that the query speaks of, also where it is gone', () => {
    const changes = [change('/status', '"open"'), change('/note/text', null)];
    expect(changedLine({ changes, changed: 2 }, developer, [{ steps: ['note'] }])).toEqual({
      name: 'note › text',
      value: null,
      more: 1,
    });
  });

  it('says what is gone, what is cut, and nothing where nothing changed', () => {
    expect(changedLine({ changes: [change('/note', null)], changed: 1 }, developer, [])?.value).toBeNull();
    expect(changedLine({ changes: [change('/note', '"a lo', true)], changed: 1 }, auditor, [])?.value).toBe(
      '"a lo…',
    );
    expect(changedLine({ changes: [change('/lines', '[]')], changed: 1 }, developer, [])?.value).toBe('[]');
    expect(changedLine({ changes: [], changed: 0 }, developer, [])).toBeNull();
    expect(noLineWords({ changed: 0 })).toBe('no field changed');
  });

  it('is none where the changes are not known, which is another thing', () => {
    expect(changedLine({ changes: [], changed: null }, developer, [])).toBeNull();
    expect(noLineWords({ changed: null })).toBe('not known yet');
  });
});
