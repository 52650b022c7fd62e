/**
 * Whether something at a place in a payload is what was asked for, over rows `p` of listed_event, as paths of SQL/JSON.
 *
 * A step may be the member of an object or the element of an array, and the language does not say which, so each of its readings is a path
 * of its own. They are strict, so that no array is opened unasked. Law: it holds where core's `valuesAt` and
 * `meetsTest` say so.
 */
import {
  arrayIndex,
  type ExactValue,
  type PathPattern,
  type PlaceTerm,
  unescapeStep,
  type ValueTest,
} from '#core';
import { isHoldable } from '../read-models/holdable-text.ts';
import { numericText } from '../read-models/value-key.ts';
import type { Binder } from './binder.ts';
import { literalInRegex } from './like-pattern.ts';
import { numberInOrder } from './number-in-order.ts';

/** Every step that has two readings doubles the paths. */
const MOST_PATHS = 64;

export function payloadCondition(term: PlaceTerm, bind: Binder['bind']): string {
  const paths = payloadPathsTo(term.path);
  const asked = term.op === 'exists' ? '' : ` ? (${filterOf(term)})`;
  if (paths.length === 0 || !isHoldable(asked)) return 'false';
  return `(${paths.map((path) => `p.payload @? ${bind(path + asked, 'jsonpath')}`).join(' OR ')})`;
}

/** Every reading of a path, as a path of SQL/JSON; none where no payload that PostgreSQL holds can have it. */
export function payloadPathsTo({ steps: written }: PathPattern): readonly string[] {
  const steps = written.map((step) => (step === null ? null : unescapeStep(step)));
  if (steps.some((step) => step !== null && !isHoldable(step))) return [];
  return steps.reduce<readonly string[]>(
    (before, step) => before.flatMap((path) => readingsOf(step).map((reading) => path + reading)),
    ['strict $'],
  );
}

/** Whether a query may take so many paths. */
export function hasFewPaths({ steps }: PathPattern): boolean {
  return steps.reduce((paths, step) => paths * readingsOf(step).length, 1) <= MOST_PATHS;
}

/** Each asks first whether there is something: one place where there is nothing would otherwise end the search in all others. */
function readingsOf(step: string | null): readonly string[] {
  if (step === null) return [' ? (@.type() == "object").*', ' ? (@.type() == "array")[*]'];
  const index = arrayIndex(step);
  const member = `.${JSON.stringify(step)}`;
  const steps = index === null || index > MOST_INDEX ? [member] : [member, `[${index}]`];
  return steps.map((reading) => ` ? (exists(@${reading}))${reading}`);
}

const MOST_INDEX = 2_147_483_647;

/** Kinds are asked for first: comparing two of different kinds is neither true nor false there, and so is its opposite. */
function filterOf(test: ValueTest): string {
  const { value } = test;
  const of = (kind: string, holds: string) => `(@.type() == "${kind}" && ${holds})`;
  if (value.kind === 'pattern') {
    const regex = `@ like_regex ${JSON.stringify(`^${value.pattern.pieces.map(literalInRegex).join('.*')}$`)} flag "s"`;
    return test.op === '=' ? of('string', regex) : `${of('string', `!(${regex})`)} || ${otherKinds([])}`;
  }
  const string = JSON.stringify(value.text);
  if (test.op === '=') return [of('string', `@ == ${string}`), ...own(value, '==', of)].join(' || ');
  if (test.op === '!=') {
    const differs = [of('string', `@ != ${string}`), ...own(value, '!=', of)];
    return [
      ...differs,
      otherKinds(value.kind === 'number' ? ['number'] : value.kind === 'word' ? [kindOf(value)] : []),
    ].join(' || ');
  }
  if (value.kind !== 'number') return of('string', `@ ${test.op} ${string}`);
  return of(
    'number',
    numberInOrder(test.op, value.text, '@', (number) => number),
  );
}

/** What the value is when it stands without quotes. */
function own(
  value: ExactValue,
  op: '==' | '!=',
  of: (kind: string, holds: string) => string,
): readonly string[] {
  if (value.kind === 'text') return [];
  // PostgreSQL has no payload with a number that it cannot hold.
  if (value.kind === 'number' && numericText(value.text) === null)
    return op === '==' ? [] : ['@.type() == "number"'];
  return [of(value.kind === 'number' ? 'number' : kindOf(value), `@ ${op} ${value.text}`)];
}

function kindOf({ text }: ExactValue): string {
  return text === 'null' ? 'null' : 'boolean';
}

/** Values of kinds that are never equal to what was asked. */
function otherKinds(asked: readonly string[]): string {
  const others = ['number', 'boolean', 'null'].filter((kind) => !asked.includes(kind));
  return `(${others.map((kind) => `@.type() == "${kind}"`).join(' || ')})`;
}
