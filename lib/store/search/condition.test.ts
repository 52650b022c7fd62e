import { describe, expect, it } from 'vitest';
import type { Term } from '#core';
import { Binder } from './binder.ts';
import { compiled } from './condition.ts';
import type { Named } from './names.ts';

const actor: Term = { kind: 'name', field: 'actor', pattern: { pieces: ['ann', ''] } };

function conditionFor(named: Named): string {
  const names = { terms: new Map([[actor, named]]), streams: new Map(), paths: new Map() };
  return compiled(actor, { namespace: 'main', names, bind: new Binder().bind });
}

describe('the condition of a name', () => {
  // PostgreSQL takes the rows of an index in their order for a name, and not for a list of one.
  it('is an equation where it means one', () => expect(conditionFor([7])).toBe('(k.actor_id = $1::integer)'));

  it('is a list where it means several', () =>
    expect(conditionFor([7, 8])).toBe('(k.actor_id = ANY($1::integer[]))'));

  it('is never true where it means none', () => expect(conditionFor([])).toBe('false'));
});
