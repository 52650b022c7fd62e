/** What a word means: a qualifier with its values, the payload, or the text to look for. */
import { ok } from '../result.ts';
import { IS_WORDS, whatIs } from './is-words.ts';
import {
  comparingTimes,
  nameFieldOf,
  nearestQualifier,
  PAYLOAD,
  type Qualifier,
  qualifierOf,
} from './qualifiers.ts';
import type { Clause, Term } from './query.ts';
import type { QueryClock } from './query-clock.ts';
import { readCounts } from './read-counts.ts';
import { readEach } from './read-each.ts';
import { readEntity, readPattern } from './read-names.ts';
import { readPath } from './read-path.ts';
import { readText } from './read-text.ts';
import { readTimes } from './read-times.ts';
import { readPlaces, readValues } from './read-values.ts';
import { cited, inQuotes, type Read, trouble } from './trouble.ts';
import type { Word } from './word.ts';

/** A term, or an `or` of terms. */
export function readTerm(word: Word, clock: QueryClock): Read<Clause> {
  if (word.has(PAYLOAD)) return readPlaces(word.slice(PAYLOAD.length), 'payload');
  const colon = word.find(':');
  if (colon === -1) return readText(word);
  const head = word.slice(0, colon);
  const qualifier = head.isPlain ? qualifierOf(head.text) : null;
  if (qualifier === null) return unknownQualifier(word, head);
  const values = word.slice(colon + 1);
  if (!values.isNothing) return readQualified(qualifier, values, clock);
  return trouble(word, `Write what to look for right after "${qualifier}:", without a blank between them.`);
}

function readQualified(qualifier: Qualifier, values: Word, clock: QueryClock): Read<Clause> {
  const field = nameFieldOf(qualifier);
  if (field !== null)
    return readEach(values, (value) => ok({ kind: 'name', field, pattern: readPattern(value) }));
  switch (qualifier) {
    case 'entity':
      return readEach(values, readEntity);
    case 'occurred':
    case 'recorded':
      return readEach(values, (value) => readTimes(value, qualifier, clock));
    case 'version':
    case 'position':
      return readEach(values, (value) => readCounts(value, qualifier));
    case 'path':
      return readEach(values, readChanged);
    case 'set':
    case 'was':
      return readValues(values, qualifier);
    case 'state':
      return readPlaces(values, qualifier);
    default:
      return readEach(values, readIs);
  }
}

function readChanged(value: Word): Read<Term> {
  const path = readPath(value);
  return path.ok ? ok({ kind: 'path', path: path.value }) : path;
}

function readIs(value: Word): Read<Term> {
  const what = whatIs(value.text);
  if (what !== null) return ok({ kind: 'is', what });
  const [begun, ...others] = IS_WORDS.filter((word) => value.text !== '' && word.startsWith(value.text));
  const mend =
    begun === undefined || others.length > 0 ? null : { from: value.from, to: value.to, text: begun };
  const known = IS_WORDS.map((word) => `is:${word}`).join(', ');
  return trouble(value, `Nothing is ${cited(value.text)} here. Write one of ${known}.`, mend);
}

/** A slip of the pen, or text with a colon in it, such as a time of day or the address of a page. */
function unknownQualifier(word: Word, head: Word): Read<Clause> {
  if (head.text === 'payload') {
    const mend = { from: head.to, to: head.to + 1, text: '.' };
    return trouble(head, 'A field of the payload is written with a point, as in payload.amount>100.', mend);
  }
  const asText = inQuotes(word.text);
  const comparing = comparingTimes(head.text);
  if (comparing !== null && head.isPlain) {
    const mend = { from: head.from, to: head.to + 1, text: comparing };
    return trouble(
      head,
      `There is no qualifier "${head.text}:". Times are compared as in "${comparing}2026-03-14", of when things happened as in "${comparing.replace('recorded', 'occurred')}2026-03-14".`,
      mend,
    );
  }
  const nearest = nearestQualifier(head.text);
  const words = `Text with a colon in it stands in quotes: ${cited(word.text)}.`;
  if (nearest === null || !head.isPlain) {
    return trouble(head, `There is no qualifier ${cited(`${head.text}:`)}. ${words}`, {
      ...place(word),
      text: asText,
    });
  }
  const mend = { ...place(head), text: nearest };
  return trouble(head, `There is no qualifier "${head.text}:". Did you mean "${nearest}:"? ${words}`, mend);
}

const place = ({ from, to }: Word) => ({ from, to });
