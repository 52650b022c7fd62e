/** What can be done with a value of a row: look only for events like it, leave them out, copy it. */
import { noLineWords } from '#client/search/changed-line';
import { microsOf } from '#client/search/micros-of';
import { COLUMN_LOOKS } from '#client/search/result-columns';
import { copyText } from '#components/ui/copy-button';
import type { MenuItem } from '#components/ui/menu';
import { visibleString } from '#components/ui/visible-text';
import {
  type Axis,
  type Pattern,
  parseQuery,
  type QueryClock,
  type Term,
  timesOf,
  withTerm,
  withTimes,
} from '#core';
import type { FoundEventAnswer, ResultColumn } from '#wire';
import { resultMarks } from './result-marks.ts';

export interface ResultActions {
  readonly text: string;
  readonly clock: QueryClock;
  onText(text: string): void;
}

/** Of a long value the beginning tells which it is. */
const LONGEST = 40;

export function valueActions(
  column: ResultColumn,
  event: FoundEventAnswer,
  actions: ResultActions,
): readonly MenuItem[] {
  const text = valueText(column, event);
  const copy: MenuItem = {
    text: `Copy ${cited(text)}`,
    disabled: text === '',
    onChoose: () => void copyText(text),
  };
  if (column === 'recorded' || column === 'occurred')
    return [...timeActions(column, microsOf(event[`${column}At`]), actions), copy];
  return [...termsOf(column, event).flatMap((one) => termActions(one, actions)), copy];
}

/** All that can be asked about the row, where there is no room for a menu beside each value. */
export function rowActions(event: FoundEventAnswer, actions: ResultActions): readonly MenuItem[] {
  const columns: readonly ResultColumn[] = ['type', 'entity', 'actor', 'changes', 'marks'];
  return columns.flatMap((column) => termsOf(column, event)).flatMap((one) => termActions(one, actions));
}

interface NamedTerm {
  readonly term: Term;
  readonly name: string;
  /** The row has no such value: the term finds those that have one. */
  readonly isAbsent?: boolean;
}

function termActions(
  { term, name, isAbsent = false }: NamedTerm,
  { text, clock, onText }: ResultActions,
): MenuItem[] {
  const put = (sense: 'include' | 'exclude') => () => onText(withTerm(text, term, sense, clock));
  if (isAbsent)
    return [
      { text: `Only without ${name}`, onChoose: put('exclude') },
      { text: `Only with ${name}`, onChoose: put('include') },
    ];
  return [
    { text: `Only ${name}`, onChoose: put('include') },
    { text: `Without ${name}`, onChoose: put('exclude') },
  ];
}

function timeActions(axis: Axis, at: bigint, { text, clock, onText }: ResultActions): MenuItem[] {
  const read = parseQuery(text, clock);
  const times = read.ok ? timesOf(read.value.query, axis) : null;
  const [from, to] = [times?.from ?? null, times?.to ?? null];
  return [
    { text: `Only ${axis} from here on`, onChoose: () => onText(withTimes(text, axis, { from: at, to })) },
    { text: `Only ${axis} up to here`, onChoose: () => onText(withTimes(text, axis, { from, to: at + 1n })) },
  ];
}

const exactly = (text: string): Pattern => ({ pieces: [text] });
const ANYTHING: Pattern = { pieces: ['', ''] };

function termsOf(column: ResultColumn, event: FoundEventAnswer): readonly NamedTerm[] {
  const named = (field: 'type' | 'source' | 'actor' | 'correlation', word: string, value: string | null) =>
    value === null
      ? [
          {
            term: { kind: 'name', field, pattern: ANYTHING },
            name: `${article(word)} ${word}`,
            isAbsent: true,
          } as const,
        ]
      : [
          {
            term: { kind: 'name', field, pattern: exactly(value) },
            name: `${word} ${cited(value)}`,
          } as const,
        ];
  switch (column) {
    case 'type':
      return named('type', 'type', event.type);
    case 'source':
      return named('source', 'source', event.source);
    case 'actor':
      return named('actor', 'actor', event.actor);
    case 'correlation':
      return named('correlation', 'correlation', event.correlationId);
    case 'entity': {
      const { entityType, entityId } = event;
      return [
        {
          term: { kind: 'entity', type: exactly(entityType), id: exactly(entityId) },
          name: cited(`${entityType}/${entityId}`),
        },
        {
          term: { kind: 'name', field: 'entityType', pattern: exactly(entityType) },
          name: `entities of type ${cited(entityType)}`,
        },
      ];
    }
    case 'changes':
      return event.changes.map(({ path }) => ({
        term: { kind: 'path', path: { steps: path.split('/').slice(1) } },
        name: `changes of ${cited(path === '' ? 'the whole' : path)}`,
      }));
    case 'version':
    case 'position': {
      const at = BigInt(event[column]);
      return [{ term: { kind: column, from: at, to: at }, name: `${column} ${at}` }];
    }
    case 'marks':
      return resultMarks(event).map(({ what, text }) => ({
        term: { kind: 'is', what },
        name: `events that are ${text}`,
      }));
    default:
      return [];
  }
}

/** What is copied, exactly as it is; that it is not known is no value, but nothing at all would say that there is none. */
export function valueText(column: ResultColumn, event: FoundEventAnswer): string {
  switch (column) {
    case 'recorded':
    case 'occurred':
      return event[`${column}At`];
    case 'entity':
      return `${event.entityType}/${event.entityId}`;
    case 'correlation':
      return event.correlationId ?? '';
    case 'changes':
      if (event.changed === null) return noLineWords(event);
      return event.changes.map(({ path, value }) => `${path} ${value ?? ''}`.trim()).join('\n');
    case 'marks':
      return resultMarks(event)
        .map(({ text }) => text)
        .join(', ');
    default:
      return String(event[column] ?? '');
  }
}

/** Named for a person: `Actor alice`. */
export const valueName = (column: ResultColumn, event: FoundEventAnswer): string =>
  `${COLUMN_LOOKS[column].title} ${cited(valueText(column, event))}`.trim();

const article = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a');

function cited(text: string): string {
  const shown = visibleString(text);
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}
